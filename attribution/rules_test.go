package attribution

import (
	"reflect"
	"strings"
	"testing"

	"reckon/grammar"
	"reckon/stance"
)

// A row is a text and what is found in it: kind, source, cue and content of each
// claim, with | between them and … at gaps.
var sentences = []struct {
	text  string
	wants []string
}{
	// Verbs with a clause.
	{"The minister said that the port would reopen in May.", []string{"say|The minister|said|that the port would reopen in May"}},
	{"Analysts believe the talks will fail.", []string{"believe|Analysts|believe|the talks will fail"}},
	{"The king knows that his army is weak.", []string{"know|The king|knows|that his army is weak"}},
	{"Voters fear that prices will rise again.", []string{"fear|Voters|fear|that prices will rise again"}},
	{"The governor denied that he had met the general.", []string{"deny|The governor|denied|that he had met the general"}},
	{"The envoy told reporters on Monday that the vote was near.", []string{"say|The envoy|told|that the vote was near"}},
	{"The bank asked whether the loan would be repaid.", []string{"say|The bank|asked|whether the loan would be repaid"}},
	{"The council has repeatedly warned that the dam is unsafe.", []string{"say|The council|has repeatedly warned|that the dam is unsafe"}},
	// Order.
	{"The harvest will be poor, the farmers said.", []string{"say|the farmers|said|The harvest will be poor"}},
	{"The road, the mayor said, is closed until June.", []string{"say|the mayor|said|The road … is closed until June"}},
	{"“We will not leave,” said Anna Berg, a teacher from the village.", []string{"say|Anna Berg, a teacher from the village|said|“We will not leave,”"}},
	{"“We will stay,” Mr. Holm said. “The house is ours.”", []string{"say|Mr. Holm|said|“We will stay,” … “The house is ours.”"}},
	{"The prince declared: “The treaty is dead.”", []string{"say|The prince|declared|“The treaty is dead.”"}},
	// Infinitives and objects.
	{"The company promised to repay the loan.", []string{"promise|The company|promised|to repay the loan"}},
	{"The rebels threatened to cut the road.", []string{"threaten|The rebels|threatened|to cut the road"}},
	{"The guards refused to open the gate.", []string{"refuse|The guards|refused|to open the gate"}},
	{"The premier intends to resign in spring.", []string{"intend|The premier|intends|to resign in spring"}},
	{"The union urged its members to strike.", []string{"want|The union|urged|its members to strike"}},
	{"The court accused the minister of taking bribes.", []string{"say|The court|accused|the minister of taking bribes"}},
	{"Neighbours blamed the mill for the flood.", []string{"say|Neighbours|blamed|the mill for the flood"}},
	{"Traders see the new tariff as a threat.", []string{"believe|Traders|see|the new tariff as a threat"}},
	{"Families hold the ministry responsible for the collapse.", []string{"say|Families|hold|the ministry responsible for the collapse"}},
	{"The senator called for new elections.", []string{"want|The senator|called for|new elections"}},
	{"The bank regards the truce as a trick.", []string{"believe|The bank|regards|the truce as a trick"}},
	{"She went home to defend what she sees as her duty.", []string{"believe|she|sees|what … as her duty"}},
	// Passives.
	{"The director was accused of hiding the losses.", []string{"say||was accused|The director … of hiding the losses"}},
	{"The vote is expected to be close.", []string{"expect||is expected|The vote … to be close"}},
	{"The bridge is regarded by engineers as unsafe.", []string{"believe|engineers|is regarded|The bridge … as unsafe"}},
	// Adverbials and nouns.
	{"According to two officials, the plant has been closed.", []string{"say|two officials|According to|the plant has been closed"}},
	{"The plant has been closed, according to two officials.", []string{"say|two officials|according to|The plant has been closed"}},
	{"In the minister’s view, the strike was illegal.", []string{"believe|the minister’s|view|the strike was illegal"}},
	{"For the generals, the truce is a trap.", []string{"believe|the generals|For|the truce is a trap"}},
	{"To him, the truce is a trap.", []string{"believe|him|To|the truce is a trap"}},
	{"Her goal is to restore the old border.", []string{"want|Her|goal|to restore the old border"}},
	{"His nightmare is a revolt in the capital.", []string{"fear|His|nightmare|a revolt in the capital"}},
	{"There is little doubt among bankers that the peg will break.", []string{"believe|bankers|little doubt|that the peg will break"}},
	{"There are rumours among traders that the mine will close.", []string{"say|traders|rumours|that the mine will close"}},
	{"The crew’s fear of mutiny grew.", []string{"fear|The crew’s|fear of|mutiny"}},
	{"Among his beliefs is the superiority of the fleet.", []string{"believe|his|beliefs|the superiority of the fleet"}},
	// Adjectives.
	{"The queen is convinced that the marshal will betray her.", []string{"believe|The queen|is convinced|that the marshal will betray her"}},
	{"The cabinet remains unwilling to raise taxes.", []string{"refuse|The cabinet|remains unwilling|to raise taxes"}},
	// Coordination: one source, two cues.
	{"The bishop praised the plan and said it would help the poor.", []string{"say|The bishop|said|it would help the poor", "say|The bishop|praised|the plan"}},
	// Nothing is said here.
	{"The United States fears nothing of the kind.", []string{"fear|The United States|fears|nothing of the kind"}},
	{"The United States sent two ships to the strait.", nil},
	{"The state of the roads was poor.", nil},
	{"The phone was charged with solar batteries.", nil},
	{"They kept order in the streets.", nil},
	{"Officer Hope Read walked home.", nil},
	{"It seems that the rain will stop.", nil},
	{"He refrained from commenting.", nil},
	{"The report was on the table.", nil},
}

func TestRules(t *testing.T) {
	for _, r := range sentences {
		g, c, q := read(r.text)
		var got []string
		for _, x := range Find(g, c, q) {
			got = append(got, strings.Join([]string{string(x.Kind), wordsOf(r.text, x.Source), wordsOf(r.text, x.Cue), wordsOf(r.text, x.Content)}, "|"))
		}
		if !reflect.DeepEqual(got, r.wants) {
			t.Errorf("%s\n got %q\nwant %q", r.text, got, r.wants)
		}
	}
}

func TestHolders(t *testing.T) {
	text := "Angela Merkel said that Barack Obama believes the pact is dead. She fears a new war."
	g, c, q := read(text)
	var got []string
	for _, x := range Find(g, c, q) {
		var names []string
		for _, m := range x.Holders {
			names = append(names, c.Entities[c.Mentions[m].Entity].Name)
		}
		got = append(got, string(x.Kind)+": "+strings.Join(names, ", "))
	}
	want := []string{"say: Angela Merkel", "believe: Angela Merkel, Barack Obama", "fear: Angela Merkel"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestStances(t *testing.T) {
	for _, r := range []struct {
		text    string
		status  stance.Status
		negated bool
		hedges  string
	}{
		{"The mayor said that the bridge is safe.", stance.Asserted, false, ""},
		{"The mayor denied that the bridge is unsafe.", stance.Denied, false, ""},
		{"There are rumours among clerks that the mayor is ill.", stance.Rumour, false, "rumours"},
		{"The mayor reportedly said that the bridge is safe.", stance.Reported, false, "reportedly"},
		{"The mayor asked whether the bridge is safe.", stance.Asked, false, ""},
		{"Many voters want lower taxes.", stance.Future, false, "Many"},
		{"The mayor never believed the report.", stance.Asserted, true, ""},
		{"The mayor refused to resign.", stance.Future, true, ""},
	} {
		g, c, q := read(r.text)
		claims := Find(g, c, q)
		if len(claims) != 1 {
			t.Errorf("%s: %d claims", r.text, len(claims))
			continue
		}
		x := claims[0]
		if x.Stance.Status != r.status || x.Stance.Negated != r.negated || wordsOf(r.text, x.Hedge) != r.hedges {
			t.Errorf("%s: %s, negated %v, hedges %q", r.text, x.Stance.Status, x.Stance.Negated, wordsOf(r.text, x.Hedge))
		}
	}
}

// TestEveryWord reads each entry of the word lists once in a plain sentence: none
// may upset the rules, and each rule that finds something has been measured.
func TestEveryWord(t *testing.T) {
	var b strings.Builder
	for _, f := range rows(verbFile, 4) {
		b.WriteString("The king " + inflect(strings.Fields(f[0])[0], f[1])[1] + " it to the queen that the war is over.\n\n")
	}
	for _, f := range rows(nounFile, 3) {
		b.WriteString("His " + f[0] + " is that the war is over.\n\n")
	}
	g, c, q := read(b.String())
	n := 0
	for _, x := range Find(g, c, q) {
		n++
		if x.Start < 0 || x.End > b.Len() || x.Start >= x.End || len(x.Content) == 0 || len(x.Cue) == 0 {
			t.Fatalf("bad claim %+v", x)
		}
		if x.Confidence <= 0 || x.Confidence >= 1 {
			t.Errorf("rule %q has no measured confidence", x.Rule)
		}
	}
	if n < 200 {
		t.Errorf("%d claims", n)
	}
}

func FuzzFind(f *testing.F) {
	for _, r := range sentences[:12] {
		f.Add(r.text)
	}
	f.Add("“said, he ” said — that, according to (")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		g, c, q := read(text)
		for _, x := range Find(g, c, q) {
			for _, s := range append(append(x.Source, x.Cue...), x.Content...) {
				if s.Start < x.Start || s.End > x.End || s.Start >= s.End || s.End > len(g.Document.Text) {
					t.Fatalf("span %v of %+v in %q", s, x, text)
				}
			}
		}
	})
}

// TestUntagged makes sure that tokens without tags give nothing and no fault.
func TestUntagged(t *testing.T) {
	g, c, q := read("The minister said that the port would reopen.")
	for i := range g.Sentences[0].Tokens {
		k := &g.Sentences[0].Tokens[i]
		*k = grammar.Token{Start: k.Start, End: k.End, Text: k.Text, Head: -1}
	}
	if got := Find(g, c, q); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

func BenchmarkFind(b *testing.B) {
	var s strings.Builder
	for _, r := range sentences {
		s.WriteString(r.text + " ")
	}
	text := strings.Repeat(s.String()+"\n\n", 20)
	g, c, q := read(text)
	n := 0
	for _, x := range g.Sentences {
		n += len(x.Tokens)
	}
	for b.Loop() {
		Find(g, c, q)
	}
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
