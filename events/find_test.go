package events

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reckon/document"
	"reckon/grammar"
	"reckon/names"
)

// TestFamilies holds one sentence of our own for each construction: type, mode,
// and words that actors and recipients must hold.
func TestFamilies(t *testing.T) {
	for _, c := range []struct{ text, want, actor, recipient string }{
		{"France condemned Russia.", "ACCUSE disapprove", "France", "Russia"},
		{"Russia was condemned by France.", "ACCUSE disapprove", "France", "Russia"},
		{"Turkey and Greece agreed to resume talks.", "AGREE", "Turkey Greece", ""},
		{"The president of France met with the king of Jordan in Paris.", "CONSULT", "president", ""},
		{"Japan called for a ceasefire in Sudan.", "REQUEST yield", "Japan", ""},
		{"Norway urged Israel to release the prisoners.", "REQUEST yield", "Norway", "Israel"},
		{"Egypt refused to meet the Turkish envoy.", "REJECT meet", "Egypt", ""},
		{"China threatened to cut off trade with Australia.", "THREATEN relations", "China", "Australia"},
		{"India promised to provide aid to Nepal.", "AGREE", "India", "Nepal"},
		{"Canada gave 20 million dollars of aid to Kenya.", "AID", "Canada", "Kenya"},
		{"Iran imposed a curfew in Tehran.", "COERCE curfew", "Iran", ""},
		{"Iran lifted the curfew in Tehran.", "CONCEDE", "Iran", ""},
		{"Germany suspended its aid to Syria.", "SANCTION discontinue", "Germany", "Syria"},
		{"Poland broke off diplomatic relations with Belarus.", "SANCTION withdraw", "Poland", "Belarus"},
		{"Police in Cairo arrested three journalists.", "COERCE arrest", "", "journalists"},
		{"Thousands of students marched through Athens.", "PROTEST demo", "students", ""},
		{"Israel bombed Lebanon on Friday.", "ASSAULT explosives", "Israel", "Lebanon"},
		{"Russia withdrew its troops from Georgia.", "RETREAT withdraw", "Russia", "Georgia"},
		{"Spain deployed troops to the border.", "MOBILIZE troops", "Spain", ""},
		{"Saudi Arabia said that Qatar must close the base.", "REQUEST", "Saudi Arabia", "Qatar"},
		{"Mexico signed a treaty with Brazil.", "AGREE", "Mexico Brazil", ""},
		{"Britain will support Ukraine.", "AGREE", "Britain", "Ukraine"},
		{"Britain will bomb Ukraine.", "THREATEN violence", "Britain", "Ukraine"},
		{"Hackers from Russia hacked into the ministry of Estonia.", "COERCE cyber", "", ""},
	} {
		f := find(c.text, 0)
		e := f.main()
		if e == nil {
			t.Errorf("%s: no event, want %s", c.text, c.want)
			continue
		}
		if got := strings.TrimSpace(e.Type + " " + e.Mode); got != c.want {
			t.Errorf("%s: %s by %s, want %s", c.text, got, e.Rule, c.want)
		}
		for w := range strings.FieldsSeq(c.actor) {
			if !strings.Contains(f.list(e.Actors), w) {
				t.Errorf("%s: actors %q lack %s", c.text, f.list(e.Actors), w)
			}
		}
		if !strings.Contains(f.list(e.Recipients), c.recipient) {
			t.Errorf("%s: recipients %q lack %s", c.text, f.list(e.Recipients), c.recipient)
		}
	}
}

func TestNominalEvents(t *testing.T) {
	for _, c := range []struct{ text, want, actor, recipient string }{
		{"Iran's arrest of teachers was a mistake.", "COERCE arrest", "Iran", "teachers"},
		{"After Russia's invasion of Ukraine prices rose.", "ASSAULT", "Russia", "Ukraine"},
		{"The withdrawal of Turkey from Syria surprised many.", "RETREAT withdraw", "Turkey", "Syria"},
	} {
		f := find(c.text, 0)
		at := slices.IndexFunc(f.events, func(e Event) bool { return strings.TrimSpace(e.Type+" "+e.Mode) == c.want })
		if at < 0 {
			t.Errorf("%s: %v, want %s", c.text, f.events, c.want)
			continue
		}
		if e := f.events[at]; !strings.Contains(f.list(e.Actors), c.actor) || !strings.Contains(f.list(e.Recipients), c.recipient) {
			t.Errorf("%s: %q to %q", c.text, f.list(e.Actors), f.list(e.Recipients))
		}
	}
}

func TestWhatDidNotHappenIsNegated(t *testing.T) {
	for _, text := range []string{
		"Sweden refrained from criticizing Denmark.",
		"The president cancelled the air strike on Yemen.",
	} {
		f := find(text, 0)
		if e := f.main(); e == nil || !e.Stance.Negated {
			t.Errorf("%s: %+v", text, f.events)
		}
	}
}

func TestNoEvents(t *testing.T) {
	for _, text := range []string{"", "It rained in Oslo.", "The minister said on Monday that prices were high.", "?!"} {
		if f := find(text, 0); len(f.events) > 0 {
			t.Errorf("%s: %+v", text, f.events)
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		text      string
		low, high float64
		counts    string
	}{
		{"Police killed up to 20,000 protesters.", 0, 20000, "protesters"},
		{"Police killed at least 45 protesters.", 45, -1, "protesters"},
		{"Police killed four protesters.", 4, 4, "protesters"},
		{"Police killed more than 1.5 million protesters.", 1.5e6, -1, "protesters"},
		{"Police killed thousands of protesters.", 1000, -1, "protesters"},
		{"Police killed tens of thousands of protesters.", 10000, -1, "protesters"},
		{"Police killed twenty-one protesters.", 21, 21, "protesters"},
	} {
		f := find(c.text, 0)
		e := f.main()
		if e == nil || e.Number == nil {
			t.Errorf("%s: no number", c.text)
			continue
		}
		if n := e.Number; n.Low != c.low || n.High != c.high || !strings.Contains(n.Counts, c.counts) {
			t.Errorf("%s: %+v", c.text, *n)
		}
	}
}

// TestEventsStandInOrder checks what callers rely on: places within the text, in
// order, types and modes of the table, mentions of the cast.
func TestEventsStandInOrder(t *testing.T) {
	f := find(strings.Repeat(chronicle, 3), 0)
	last := 0
	for _, e := range f.events {
		s := f.text.Sentences[e.Sentence]
		place := e.Sentence*1000 + e.Trigger
		if place < last || e.Start > s.Tokens[e.Trigger].Start || e.End < s.Tokens[e.Trigger].End || e.Start < s.Start || e.End > s.End {
			t.Errorf("%+v stands out of order or of its sentence", e)
		}
		last = place
		if kindOf(e.Type) == nil || e.Mode != "" && !slices.Contains(Modes(e.Type), e.Mode) || e.Rule == "" {
			t.Errorf("%+v is not of the table", e)
		}
	}
	if again := find(strings.Repeat(chronicle, 3), 0); fmt.Sprint(again.events) == "" || len(again.events) != len(f.events) {
		t.Error("the same text gave other events")
	}
}

// FuzzFind gives trees of any shape: heads and relations are taken from bytes.
func FuzzFind(f *testing.F) {
	f.Add("The army of Norland shelled Sudmark and agreed to stop talks", []byte{2, 1, 4, 1, 255, 3, 9, 2, 0, 4, 8, 5})
	f.Add("said must stop refusing to agree to threaten to attack", []byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
	f.Add("thousands of tens of up to 5 protesters refused", []byte{})
	relations := []grammar.Relation{"nsubj", "obj", "xcomp", "ccomp", "nmod", "case", "compound", "conj", "acl", "acl:relcl", "nsubj:pass", "nummod", "root", "advcl", "obl"}
	tags := []grammar.Tag{grammar.Verb, grammar.Noun, grammar.Adposition, grammar.Name, grammar.Numeral, grammar.Auxiliary, grammar.Adjective}
	f.Fuzz(func(_ *testing.T, text string, shape []byte) {
		t := grammar.Parse(document.Plain("fuzz", text))
		for n := range t.Sentences {
			words := t.Sentences[n].Tokens
			for i := range words {
				if i < len(shape) {
					words[i].Head = int(shape[i])%(len(words)+1) - 1
					words[i].Relation = relations[int(shape[i])%len(relations)]
					words[i].Tag = tags[int(shape[i]/3)%len(tags)]
				}
			}
		}
		Find(t, &names.Cast{}, nil)
		Find(t, names.Find(t, nil), nil)
	})
}
