package causality

import (
	"fmt"
	"strings"
	"testing"
)

// said writes what was found in one line each.
func said(text string, b [2]int) string { return text[b[0]:b[1]] }

func TestConditions(t *testing.T) {
	for _, c := range []struct{ text, form, ante, then string }{
		{"If the river floods, the villagers will leave.", "if", "the river floods", "the villagers will leave"},
		{"The villagers will leave if the river floods.", "if", "the river floods", "The villagers will leave"},
		{"If, however, the dam holds, then nobody has to move.", "if", "the dam holds", "nobody has to move"},
		{"The minister said that the army would leave only if the rebels gave up their guns.", "only if", "the rebels gave up their guns", "the army would leave"},
		{"Unless wages rise, the miners will walk out.", "unless", "wages rise", "the miners will walk out"},
		{"The king will sign, provided that the nobles keep their lands.", "provided", "the nobles keep their lands", "The king will sign"},
		{"As long as the port stays closed, no grain can reach the city.", "as long as", "the port stays closed", "no grain can reach the city"},
		{"The rebels will not talk until the siege ends.", "until", "the siege ends", "The rebels will not talk"},
		{"Should the talks fail, the union will strike.", "inverted", "the talks fail", "the union will strike"},
		{"Had the guards not obeyed, the palace would have burned.", "inverted", "the guards not obeyed", "the palace would have burned"},
		{"A blockade would lead to famine.", "would", "A blockade", "lead to famine"},
		{"Cutting subsidies could provoke riots in the capital.", "would", "Cutting subsidies", "provoke riots in the capital"},
		{"He could have sold the mine, paid his debts and kept the house.", "counterfactual", "sold the mine", "paid his debts and kept the house"},
		{"Without foreign loans, the state would collapse.", "without", "foreign loans", "the state would collapse"},
		{"To win the election, the party must unite.", "anankastic", "win the election", "the party must unite"},
		{"The duke must pay; otherwise the mercenaries will go home.", "otherwise", "The duke must pay", "the mercenaries will go home"},
		{"The duke must pay. Otherwise the mercenaries will go home.", "otherwise", "The duke must pay.", "the mercenaries will go home"},
		{"When the snow melts, the pass will open.", "when", "the snow melts", "the pass will open"},
		{"The guild accepts no compromise, especially if it means lower prices.", "especially", "it means lower prices", "The guild accepts no compromise"},
		{"The tribe will open the road if the governor does two things: (1) frees the prisoners, and (2) lowers the tax.", "if", "the governor does two things: (1) frees the prisoners, and (2) lowers the tax", "The tribe will open the road"},
		{"In case of war, the reserves will be called.", "in case", "war", "the reserves will be called"},
	} {
		found := Conditions(parsed(t, "t", c.text))
		if len(found) != 1 {
			t.Errorf("%q: %d conditions", c.text, len(found))
			continue
		}
		got := found[0]
		if got.Form != c.form || said(c.text, got.If) != c.ante || said(c.text, got.Then) != c.then {
			t.Errorf("%q: %s, if %q, then %q", c.text, got.Form, said(c.text, got.If), said(c.text, got.Then))
		}
	}
}

func TestNoConditions(t *testing.T) {
	for _, text := range []string{
		"The clerk asked if the office was open.",
		"The clerk asked the judge if the office was open.",
		"She walked as if nothing had happened.",
		"He provided them with bread.",
		"The war lasted until 1918.",
		"When the snow melted, the pass opened.",
		"The treaty was signed without a word.",
		"Few, if any, believed the story.",
		"The soldiers had eaten before dawn.",
		"As long as 5 years ago the bridge fell.",
	} {
		for _, c := range Conditions(parsed(t, "t", text)) {
			t.Errorf("%q: %s, if %q, then %q", text, c.Rule, said(text, c.If), said(text, c.Then))
		}
	}
}

func TestCauses(t *testing.T) {
	for _, c := range []struct {
		text   string
		causes []string
		effect string
		sign   int
	}{
		{"The drought caused a famine.", []string{"The drought"}, "a famine", 1},
		{"The famine was caused by a drought.", []string{"a drought"}, "The famine", 1},
		{"Corruption has undermined public trust.", []string{"Corruption"}, "public trust", -1},
		{"The new law prevents workers from striking.", []string{"The new law"}, "workers from striking", -1},
		{"High prices forced many families to leave the city.", []string{"High prices"}, "many families to leave the city", 1},
		{"The crisis resulted from decades of neglect.", []string{"decades of neglect"}, "The crisis", 1},
		{"The harvest failed because of the frost.", []string{"the frost"}, "The harvest failed", 1},
		{"Because the frost came early, the harvest failed.", []string{"the frost came early"}, "the harvest failed", 1},
		{"The road was closed due to heavy snow.", []string{"heavy snow"}, "The road was closed", 1},
		{"The bridge collapsed; therefore, the convoy turned back.", []string{"The bridge collapsed"}, "the convoy turned back", 1},
		{"The bridge collapsed. Consequently, the convoy turned back.", []string{"The bridge collapsed."}, "the convoy turned back", 1},
		{"The council opened the stores in order to calm the farmers.", []string{"The council opened the stores"}, "calm the farmers", 1},
		{"The king fears his sons, which explains the size of his guard.", []string{"The king fears his sons"}, "the size of his guard", 1},
		{"Many factors fuel the anger, including rising rents; low wages; and the lack of schools.", []string{"rising rents", "low wages", "the lack of schools"}, "the anger", 1},
		{"With the treasury empty and the army gone, the regent depends on foreign money.", []string{"the treasury empty and the army gone"}, "the regent depends on foreign money", 1},
		{"Poverty is the main cause of the unrest.", []string{"Poverty"}, "the unrest", 1},
		{"The unrest is a result of poverty.", []string{"poverty"}, "The unrest", 1},
		{"Poverty and hunger led to a revolt.", []string{"Poverty", "hunger"}, "a revolt", 1},
		{"The policies that produced this misery remain in force.", []string{"The policies"}, "this misery", 1},
		{"The decree gave rise to protests.", []string{"The decree"}, "protests", 1},
	} {
		found := Causes(parsed(t, "t", c.text))
		if len(found) != 1 {
			t.Errorf("%q: %d causes", c.text, len(found))
			for _, f := range found {
				t.Logf("  %s: %q", f.Rule, said(c.text, f.Effect))
			}
			continue
		}
		got := found[0]
		var causes []string
		for _, b := range got.Causes {
			causes = append(causes, said(c.text, b))
		}
		if got.Sign != c.sign || strings.Join(causes, "|") != strings.Join(c.causes, "|") || said(c.text, got.Effect) != c.effect || got.Negated {
			t.Errorf("%q: %s, sign %+d, %q → %q", c.text, got.Rule, got.Sign, causes, said(c.text, got.Effect))
		}
	}
}

func TestDeniedCause(t *testing.T) {
	text := "The strike began not because of low wages but because of the new rules."
	var got []string
	for _, c := range Causes(parsed(t, "t", text)) {
		got = append(got, fmt.Sprint(c.Negated, " ", said(text, c.Causes[0]), " → ", said(text, c.Effect)))
	}
	want := "true low wages → The strike began; false the new rules → The strike began"
	if strings.Join(got, "; ") != want {
		t.Errorf("%q, not %q", got, want)
	}
}

// places checks that what is found lies in the text and parts lie in the whole.
func places(t *testing.T, text string) {
	t.Helper()
	x := parsed(t, "t", text)
	last := -1
	inside := func(start, end int, parts ...[2]int) {
		if start < 0 || end > len(x.Document.Text) || start < last {
			t.Fatalf("%d–%d lies outside the text or out of order", start, end)
		}
		for _, p := range parts {
			if p[0] < start || p[1] > end || p[0] >= p[1] {
				t.Fatalf("part %v lies outside %d–%d", p, start, end)
			}
		}
		last = start
	}
	for _, c := range Conditions(x) {
		inside(c.Start, c.End, c.If, c.Then, c.Cue)
	}
	last = -1
	for _, c := range Causes(x) {
		inside(c.Start, c.End, append(c.Causes, c.Effect, c.Cue)...)
		if c.Sign*c.Sign != 1 || c.Confidence <= 0 || c.Confidence > 1 || c.Rule == "" {
			t.Fatalf("%+v", c)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("If, then, because of (1) and (2) otherwise unless.")
	f.Add("With it left, to be because not but only if should had were it ; : — “if” would end in")
	f.Add("not because of A but B. Therefore provided — they")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 4096 {
			places(t, text)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("The drought, which nobody had expected, forced many families to leave the valley in order to find work. "+
		"If the rains fail again, the governor will have to open the stores. Traders from the coast met the elders on Monday. "+
		"They spoke about the road, the price of salt and the new bridge over the river. ", 20)
	x := parsed(b, "b", text)
	n := 0
	for i := range x.Sentences {
		n += len(x.Sentences[i].Tokens)
	}
	b.ResetTimer()
	for b.Loop() {
		Conditions(x)
		Causes(x)
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
