package grammar

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reckon/document"
)

// join shows the sentences of a text: tokens with spaces, sentences with bars.
func join(sentences []Sentence) string {
	var parts []string
	for _, s := range sentences {
		var words []string
		for _, w := range s.Tokens {
			words = append(words, w.Text)
		}
		parts = append(parts, strings.Join(words, " "))
	}
	return strings.Join(parts, " | ")
}

// block is a document of one block.
func block(text string) *document.Document {
	return &document.Document{Text: text, Blocks: []document.Block{{End: len(text)}}}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The U.S. presidents met. They ate.", "The U.S. presidents met . | They ate ."},
		{"It left the U.S. The navy stayed.", "It left the U.S. | The navy stayed ."},
		{"Mr. Ito met Gen. J. R. Oak on Jan. 5. It rained.", "Mr. Ito met Gen. J. R. Oak on Jan. 5 . | It rained ."},
		{"“We go. Now,” he said.", "“ We go . | Now , ” he said ."},
		{"He said, “We go.” Then he left.", "He said , “ We go . ” | Then he left ."},
		{"“Is it over?” she asked. It was.", "“ Is it over ? ” she asked . | It was ."},
		{"“Is it over?” Marta Oak asked.", "“ Is it over ? ” Marta Oak asked ."},
		{"Rates rose 3.5 percent. Prices fell.", "Rates rose 3.5 percent . | Prices fell ."},
		{"He waited... and left.", "He waited ... and left ."},
		{"He waited… The train left.", "He waited … | The train left ."},
		{"1. The first point stands alone.", "1 . The first point stands alone ."},
		{"(It was late.) She slept.", "( It was late . ) | She slept ."},
		{"See No. 3 of vol. 2. He said no. She left.", "See No. 3 of vol. 2 . | He said no . | She left ."},
		{"At 5 p.m. Monday it began. It ended at 6 p.m. The hall closed.", "At 5 p.m. Monday it began . | It ended at 6 p.m. | The hall closed ."},
		{"The first block", "The first block"},
		{"A line\nthat goes on. Next.", "A line that goes on . | Next ."},
	} {
		if got := join(cut(block(c.text))); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"don't can't won't cannot", "do n't ca n't wo n't can not"},
		{"Iran’s “hard-liners” didn’t", "Iran ’s “ hard - liners ” did n’t"},
		{"the parents' house in the '90s", "the parents ' house in the '90s"},
		{"$5bn, 50% and €3.5m", "$ 5 bn , 50 % and € 3.5 m"},
		{"non-proliferation, post-war, e-mail", "non-proliferation , post-war , e-mail"},
		{"and/or 9/11 24/7", "and / or 9/11 24/7"},
		{"call 555-013-4567 by 2026-01-17", "call 555-013-4567 by 2026-01-17"},
		{"years 1990-95", "years 1990 - 95"},
		{"He slept—or did he?", "He slept — or did he ?"},
		{"see https://example.org/a?b=1, or mail x.y@example.org.", "see https://example.org/a?b=1 , or mail x.y@example.org ."},
		{"AT&T's F-16s", "AT&T 's F - 16s"},
		{"O'Neil and D'Arcy", "O'Neil and D'Arcy"},
		{"1,200 men; 5:30 pm, 5pm", "1,200 men ; 5:30 pm , 5 pm"},
		{"what?! no!!!", "what ?! no !!!"},
		{"‘Never,’ he said", "‘ Never , ’ he said"},
		{"“‘Go,’ he said.”", "“ ‘ Go , ’ he said . ”"},
		{"e.g. the U.N. (i.e., all)", "e.g. the U.N. ( i.e. , all )"},
	} {
		if got := strings.ReplaceAll(join(cut(block(c.text))), " | ", " "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestLemmas(t *testing.T) {
	for _, c := range []struct {
		word string
		tag  Tag
		form Form
		want string
	}{
		{"threatened", Verb, "VBD", "threaten"},
		{"making", Verb, "VBG", "make"},
		{"stopped", Verb, "VBD", "stop"},
		{"hoping", Verb, "VBG", "hope"},
		{"denies", Verb, "VBZ", "deny"},
		{"denied", Verb, "VBN", "deny"},
		{"believes", Verb, "VBZ", "believe"},
		{"negotiating", Verb, "VBG", "negotiate"},
		{"remained", Verb, "VBD", "remain"},
		{"using", Verb, "VBG", "use"},
		{"controlled", Verb, "VBD", "control"},
		{"calling", Verb, "VBG", "call"},
		{"urged", Verb, "VBD", "urge"},
		{"arguing", Verb, "VBG", "argue"},
		{"quoted", Verb, "VBD", "quote"},
		{"went", Verb, "VBD", "go"},
		{"lay", Verb, "VBP", "lay"},
		{"’s", Auxiliary, "VBZ", "be"},
		{"n’t", Particle, "RB", "not"},
		{"wo", Auxiliary, "MD", "will"},
		{"countries", Noun, "NNS", "country"},
		{"sanctions", Noun, "NNS", "sanction"},
		{"crises", Noun, "NNS", "crisis"},
		{"policemen", Noun, "NNS", "policeman"},
		{"larger", Adjective, "JJR", "large"},
		{"biggest", Adjective, "JJS", "big"},
		{"Tehran", Name, "NNP", "Tehran"},
	} {
		if got := lemma(c.word, c.tag, c.form); got != c.want {
			t.Errorf("%s %s is of %q, want %q", c.word, c.form, got, c.want)
		}
	}
}

// check demands what holds of every text: exact offsets, order, blocks, trees.
func check(t rapid.TB, text *Text) {
	last := 0
	for _, s := range text.Sentences {
		b := text.Document.Blocks[s.Block]
		if s.Start < b.Start || s.End > b.End || len(s.Tokens) == 0 {
			t.Fatalf("sentence %d:%d leaves its block %d:%d or is empty", s.Start, s.End, b.Start, b.End)
		}
		if s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End {
			t.Fatalf("sentence %d:%d does not end with its tokens", s.Start, s.End)
		}
		roots := 0
		for i, w := range s.Tokens {
			if w.Start < last || w.End <= w.Start || text.Document.Text[w.Start:w.End] != w.Text {
				t.Fatalf("token %q at %d:%d is out of place", w.Text, w.Start, w.End)
			}
			last = w.End
			if w.Tag == "" || w.Form == "" || w.Relation == "" || w.Lemma == "" {
				t.Fatalf("token %+v is not complete", w)
			}
			if w.Head < 0 {
				roots++
			}
			if w.Head < -1 || w.Head >= len(s.Tokens) || !s.Under(i, s.Root()) {
				t.Fatalf("token %q hangs from no root", w.Text)
			}
		}
		if roots != 1 {
			t.Fatalf("%d roots in %q", roots, s.Words(0, len(s.Tokens)))
		}
	}
}

func TestAnyTextIsTakenApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pieces := rapid.SliceOfN(rapid.OneOf(
			rapid.SampledFrom([]string{"The", "U.S.", "army", "said", "no", ".", "\"", "“", "”", "'s", "n't", "\n", "\n\n", "$5", "-", "...", "Mr.", "!", "(", ")", "\u00a0", "’"}),
			rapid.StringN(0, 6, 20),
		), 0, 40).Draw(t, "pieces")
		d := document.Plain("", strings.ToValidUTF8(strings.Join(pieces, rapid.SampledFrom([]string{"", " "}).Draw(t, "between")), ""))
		text := Parse(d)
		check(t, text)
		if again := Parse(d); !reflect.DeepEqual(text, again) {
			t.Fatal("the same text was taken apart in two ways")
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add("The U.S. said it won’t go.\n\n“Why?” he asked.")
	f.Add("a.b.c'd’s--n't\x00\xff…$5,000-6 http://")
	f.Fuzz(func(t *testing.T, text string) { check(t, Parse(document.Plain("", text))) })
}

func FuzzWeights(f *testing.F) {
	f.Add([]byte(weightsMagic + "\x00\x01\x02\x03\x00\x00"))
	f.Add(weights[:200])
	f.Fuzz(func(_ *testing.T, file []byte) {
		if p, err := NewParser(file); err == nil {
			p.Words([]string{"a", "b"})
		}
	})
}

func TestDamagedWeights(t *testing.T) {
	for _, n := range []int{0, 4, 5, 20, 1000, len(weights) / 2, len(weights) - 1} {
		if _, err := NewParser(weights[:n]); err == nil {
			t.Errorf("weights cut at %d bytes were read", n)
		}
	}
}

const story = `The general warned on Monday that his country would not accept new sanctions. "We have never bowed to threats," he told reporters in the capital, adding that the talks, which began last week, had failed because the other side kept changing its demands. Officials in Washington denied the charge and said they were still ready to negotiate. If the ministers meet again in March, the two sides may agree on inspections of the plants that were built after the war. The president's advisers believe that time is on their side, according to a diplomat who was not allowed to speak in public.`

func BenchmarkParse(b *testing.B) {
	d := document.Plain("", strings.Repeat(story+"\n\n", 10))
	tokens := 0
	for _, s := range Parse(d).Sentences {
		tokens += len(s.Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		Parse(d)
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkCut(b *testing.B) {
	d := document.Plain("", strings.Repeat(story+"\n\n", 10))
	for b.Loop() {
		cut(d)
	}
	b.SetBytes(int64(len(d.Text)))
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := NewParser(weights); err != nil {
			b.Fatal(err)
		}
	}
}
