package quotation

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reckon/document"
)

func TestMarks(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"curly", "He said “yes” and “no.”", []string{"“yes”", "“no.”"}},
		{"straight", `She called it "a gift," not "a debt".`, []string{`"a gift,"`, `"a debt"`}},
		{"guillemets", "Il dit « oui » puis «non».", []string{"« oui »", "«non»"}},
		{"guillemets inwards", "Er sagte »ja« und ging.", []string{"»ja«"}},
		{"low marks", "Der „Plan“ und der ‚Rest‘ blieben.", []string{"„Plan“", "‚Rest‘"}},
		{"low marks, high end", "Nowy „plan” rządu.", []string{"„plan”"}},
		{"single curly", "The ‘pause’ was brief.", []string{"‘pause’"}},
		{"single straight", "Envoy 'very pleased' with talks", []string{"'very pleased'"}},
		{"possessive", "Oman’s envoy met the workers’ leaders; the envoys’ talks ended.", nil},
		{"possessive inside single marks", "He praised ‘the farmers’ union’ again.", []string{"‘the farmers’ union’"}},
		{"elisions", "Rock ’n’ roll of the ’90s: get 'em in '98, ’tis said.", nil},
		{"wrong elision", "Back in the ‘80s they told ‘em no.", nil},
		{"contraction inside", "‘They don’t know,’ he said.", []string{"‘They don’t know,’"}},
		{"nested", "“He told me, ‘never again,’ and left,” she said.", []string{"“He told me, ‘never again,’ and left,”", "‘never again,’"}},
		{"nested straight", `"They said "wait" and we waited," he said.`, []string{`"They said "wait" and we waited,"`, `"wait"`}},
		{"inches", `A 12" pipe and a 6'2" guard.`, nil},
		{"inches inside", `"We need a 12" pipe today," he said.`, []string{`"We need a 12" pipe today,"`}},
		{"number at the end", `They ranked "top 10" of all.`, []string{`"top 10"`}},
		{"paragraphs", "“One ends here.\n\n“Two ends there,” he said.", []string{"“One ends here.\n\n“Two ends there,”"}},
		{"paragraphs without re-opening", "“One ends here.\n\nTwo ends there,” he said.", []string{"“One ends here.\n\nTwo ends there,”"}},
		{"unclosed", "He said “this is all.\n\nNothing more came.", []string{"“this is all."}},
		{"unclosed before another", "“We waited, he said. “Then we left.”", []string{"“We waited, he said.", "“Then we left.”"}},
		{"several unclosed", "He said “we go and she said “we stay and they said “we wait.", []string{"“we go and she said", "“we stay and they said", "“we wait."}},
		{"unclosed around a closed one", "He said “we told “them” all.", []string{"“we told “them” all.", "“them”"}},
		{"stray closer", "This is odd,” he said.", nil},
		{"brackets", `The plan ("Dawn") and [“Dusk”] failed.`, []string{`"Dawn"`, "“Dusk”"}},
		{"dash", `It was—"a trap"—he said.`, []string{`"a trap"`}},
		{"crossed", "He ‘said “that’s it’ there” now.", []string{"‘said “that’s it’"}},
		{"unclosed inside unclosed", "«''a. «“", []string{"«''a.", "''a."}},
		{"empty", "A “” and \"\" here.", nil},
		{"twin", "''We can't,'' he said, ''so we won't.''", []string{"''We can't,''", "''so we won't.''"}},
		{"mixed", "“It works,\" he said. \"It does.”", []string{"“It works,\"", "\"It does.”"}},
		{"opening shape closes", "He called it “mostly fair.“ Then he left.", []string{"“mostly fair.“"}},
		{"space before the closing mark", "\"They said 'never again,' \" she wrote.", []string{"\"They said 'never again,' \"", "'never again,'"}},
		{"closing shape opens", "Han sade ”ja” igen.", []string{"”ja”"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, p := range match(document.Plain("a", c.text)) {
				got = append(got, c.text[p.start:p.end])
			}
			if strings.Join(got, "|") != strings.Join(c.want, "|") {
				t.Errorf("%q\n got %q\nwant %q", c.text, got, c.want)
			}
		})
	}
}

func TestMarksNestOrLieApart(t *testing.T) {
	piece := rapid.SampledFrom([]string{"''", "“", "”", "\"", "'", "‘", "’", "«", "»", "„", "a", "s", "word", " ", " ", ". ", ", ", "\n\n", "90s", "é"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(piece, 0, 60).Draw(t, "text"), "")
		pairs := match(document.Plain("a", text))
		for k, p := range pairs {
			if p.start < 0 || p.end > len(text) || p.start >= p.end {
				t.Fatalf("%q: span %d to %d", text, p.start, p.end)
			}
			for _, q := range pairs[:k] {
				if q.start >= p.start || q.end > p.start && q.end < p.end {
					t.Fatalf("%q: %q crosses %q", text, text[q.start:q.end], text[p.start:p.end])
				}
			}
			if p.within >= 0 && (pairs[p.within].start >= p.start || pairs[p.within].end < p.end) {
				t.Fatalf("%q: %d does not stand in %d", text, k, p.within)
			}
		}
	})
}

func TestHostileMarksStayLinear(t *testing.T) {
	const n = 20000
	for _, piece := range []string{"He said “we will go and ", "“", "«''\"“", "“a ‘b’ ", "“a “b” c ", "He said \"we will ", "‘a “b ", "so ‘em “s’ ", "“a\n\n"} {
		text := strings.Repeat(piece, n) + strings.Repeat("x”", n)
		pairs := match(document.Plain("a", text))
		size := 0
		for k, p := range pairs {
			size += p.end - p.start
			depth := 0
			for q := k; q >= 0; q = pairs[q].within {
				depth++
			}
			if depth > deepest {
				t.Fatalf("%q: %d deep", piece, depth)
			}
		}
		if size > deepest*len(text) {
			t.Errorf("%q: %d bytes quoted of %d", piece, size, len(text))
		}
	}
}
