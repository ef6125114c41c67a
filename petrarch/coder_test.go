package petrarch

import (
	"slices"
	"strings"
	"testing"

	"reckon"
	"reckon/grammar"
)

// tagged makes a sentence of words with tags: "went/VERB"; a third part is the
// Penn tag.
func tagged(s string) grammar.Sentence {
	var out grammar.Sentence
	at := 0
	for w := range strings.FieldsSeq(s) {
		parts := strings.Split(w, "/")
		t := grammar.Token{Text: parts[0], Start: at, End: at + len(parts[0]), Head: -1}
		if len(parts) > 1 {
			t.Tag = grammar.Tag(parts[1])
		}
		if len(parts) > 2 {
			t.Form = grammar.Form(parts[2])
		}
		at = t.End + 1
		out.Tokens = append(out.Tokens, t)
	}
	out.End = at
	return out
}

// village is a small set of dictionaries of our own.
func village(t *testing.T) *Dictionary {
	t.Helper()
	d := &Dictionary{}
	var faults []reckon.Diagnostic
	faults = append(faults, d.ReadActors("actors", `
NORLAND [NOR]
+NORLANDIC
SUDMARK [SUD]
EASTON [EAS/TON]
OLD_TOWN [OLD]
COUNT OF WEEM [CNT <20000101] [DUK >19991231]
`)...)
	faults = append(faults, d.ReadAgents("agents", `
!RANK! = LORD, LADY
MILLER [~MIL]
GUILD {} [GLD~]
!RANK!_MAYOR [~GOV]
GOOSE {GEESE} [~GSE]
`)...)
	faults = append(faults, d.ReadVerbs("verbs", `
&GRAIN
+WHEAT
+RYE FLOUR
&FOOD
+&GRAIN
+CHEESE
--- TRADE [061] ---
TRADE
BARTER [062]
- * &FOOD_ [071]
- NOT * [120]
- * IN_SECRET WITH + [062]
--- VISIT [042:043] ---
VISIT {VISITED VISITS}
--- BEGIN [---] ---
BEGIN {BEGAN}
- * TALKS [040]
- % * TALKS [046:046]
--- LEAVE [---] ---
LEAVE {LEFT}
- + * FROM $ [084]
--- FINE [172] ---
FINE
- * ^ FOR + [173]
+FALL_OUT {+FELL_OUT}
`)...)
	faults = append(faults, d.ReadDiscards("discards", "+FOOTBALL CUP\nWEATHER\n")...)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return d
}

func TestCoding(t *testing.T) {
	d := village(t)
	for _, c := range []struct{ text, want string }{
		{"Norland/PROPN fined/VERB/VBD Sudmark/PROPN", "NOR SUD 172"},
		{"Sudmark/PROPN was/AUX/VBD fined/VERB/VBN by/ADP Norland/PROPN", "NOR SUD 172"},
		{"Norland/PROPN visited/VERB/VBD Sudmark/PROPN", "NOR SUD 042; SUD NOR 043"},
		{"Norlandic/ADJ millers/NOUN visited/VERB/VBD the/DET geese/NOUN of/ADP Sudmark/PROPN", "NORMIL SUDGSE 042; SUDGSE NORMIL 043"},
		{"Guild/NOUN Norland/PROPN fined/VERB/VBD Old/PROPN Town/PROPN", "GLDNOR OLD 172"},
		{"Norland/PROPN and/CCONJ Sudmark/PROPN fined/VERB/VBD Easton/PROPN", "NOR EAS 172; NOR TON 172; SUD EAS 172; SUD TON 172"},
		{"Norland/PROPN did/AUX/VBD not/PART trade/VERB/VB with/ADP Sudmark/PROPN", "NOR SUD 120"},
		{"Norland/PROPN traded/VERB/VBD cheese/NOUN with/ADP Sudmark/PROPN", "NOR SUD 071"},
		{"Norland/PROPN traded/VERB/VBD rye/NOUN flour/NOUN with/ADP Sudmark/PROPN", "NOR SUD 071"},
		{"Norland/PROPN traded/VERB/VBD in/ADP secret/NOUN with/ADP Sudmark/PROPN", "NOR SUD 062"},
		{"Norland/PROPN and/CCONJ Sudmark/PROPN began/VERB/VBD talks/NOUN", "NOR SUD 046; SUD NOR 046"},
		{"Norland/PROPN began/VERB/VBD dinner/NOUN with/ADP Sudmark/PROPN", ""},
		{"Norland/PROPN left/VERB/VBD from/ADP Sudmark/PROPN", "SUD NOR 084"},
		{"Norland/PROPN fined/VERB/VBD Easton/PROPN for/ADP Sudmark/PROPN", "NOR SUD 173"},
		{"Norland/PROPN fell/VERB/VBD out/ADP with/ADP Sudmark/PROPN", "NOR SUD 172"},
		{"The/DET lady/NOUN mayor/NOUN of/ADP Norland/PROPN fined/VERB/VBD Sudmark/PROPN", "NORGOV SUD 172"},
		{"The/DET Count/PROPN of/ADP Weem/PROPN fined/VERB/VBD Sudmark/PROPN", "DUK SUD 172"},
		{"Norland/PROPN ,/PUNCT said/VERB/VBD Sudmark/PROPN ,/PUNCT fined/VERB/VBD Easton/PROPN on/ADP the/DET third/ADJ day/NOUN of/ADP the/DET fair/NOUN", "NOR EAS 172; NOR TON 172"},
		{"The/DET miller/NOUN fined/VERB/VBD Sudmark/PROPN", "---MIL SUD 172"},
		{"The/DET baker/NOUN fined/VERB/VBD Sudmark/PROPN", ""},
	} {
		s := tagged(c.text)
		if made := strings.Join(got(d.Code(&s, day(t, "20050101"), Standard())), "; "); made != c.want {
			t.Errorf("%s: %q, want %q", c.text, made, c.want)
		}
	}
}

func TestOptionsAndDiscards(t *testing.T) {
	d := village(t)
	o := Standard()
	o.NewName = 2
	s := tagged("The/DET baker/NOUN fined/VERB/VBD Sudmark/PROPN")
	if made := got(d.Code(&s, 0, o)); len(made) != 1 || made[0] != `"THE BAKER" SUD 172` {
		t.Errorf("a new name: %v", made)
	}
	s = tagged("Norland/PROPN fined/VERB/VBD a/DET baker/NOUN")
	if made := got(d.Code(&s, 0, Options{})); len(made) != 1 || made[0] != "NOR --- 172" {
		t.Errorf("one side alone: %v", made)
	}
	for text, want := range map[string]Drop{
		"Norland/PROPN fined/VERB/VBD the/DET football/NOUN cup/NOUN": WholeStory,
		"Norland/PROPN fined/VERB/VBD the/DET weather/NOUN":           SentenceAlone,
		"WEEM/PROPN :/PUNCT --/PUNCT Norland/PROPN fined/VERB/VBD":    Dateline,
	} {
		s := tagged(text)
		if c := d.Code(&s, 0, Standard()); c.Dropped != want || len(c.Events) > 0 {
			t.Errorf("%s: %+v", text, c)
		}
	}
}

// TestOrderOfFilesChangesNothing reads the dictionaries of the village once more
// behind themselves: what stands first keeps its place.
func TestOrderOfFilesChangesNothing(t *testing.T) {
	once := village(t)
	twice := village(t)
	twice.ReadActors("again", "NORLAND [XXX]\n")
	s := tagged("Norland/PROPN fined/VERB/VBD Sudmark/PROPN")
	a, b := got(once.Code(&s, 0, Standard())), got(twice.Code(&s, 0, Standard()))
	if !slices.Equal(a, b) {
		t.Errorf("%v, then %v", a, b)
	}
}
