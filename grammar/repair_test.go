package grammar

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestRepairs asks each rule both ways: the form of the last word that is given,
// where the rule must change it and where it must leave it. The tags are given, so
// that other weights do not change what is asked.
func TestRepairs(t *testing.T) {
	tags := map[string]label{
		"DT": {Determiner, "DT"}, "JJ": {Adjective, "JJ"}, "NN": {Noun, "NN"}, "NNS": {Noun, "NNS"}, "NNP": {Name, "NNP"},
		"IN": {Adposition, "IN"}, "SC": {Subordinator, "IN"}, "TO": {Particle, "TO"}, "VB": {Verb, "VB"}, "VBD": {Verb, "VBD"},
		"VBZ": {Verb, "VBZ"}, "VBN": {Verb, "VBN"}, "MD": {Auxiliary, "MD"}, "AUX": {Auxiliary, "VBP"}, "AUXN": {Auxiliary, "VBN"}, "PRP": {Pronoun, "PRP"},
		"WP": {Pronoun, "WP"}, "RB": {Adverb, "RB"}, ".": {Punctuation, "."}, ",": {Punctuation, ","}, "CC": {Coordinator, "CC"}, "HYPH": {Punctuation, "HYPH"},
	}
	for _, c := range []struct{ rule, text string }{
		{"verb after its pronoun", "He/PRP openly/RB fears/NNS the/DT army/NN"},
		{"verb after its pronoun", "it/PRP claims/NNS victory/NN"},
		{"", "They/PRP gave/VBD it/PRP looks/NNS"}, // governed by gave
		{"", "IT/NNP needs/NNS grew/VBD"},
		{"verb after its pronoun", "the/DT rule/NN that/WP limits/NNS the/DT debt/NN"},
		{"", "they/PRP knew/VBD that/SC fears/NNS grew/VBD"},
		{"verb that is no noun", "The/DT quarrel/NN undermines/NNS trust/NN"},
		{"", "The/DT undermines/NNS"},
		{"verb after a singular article", "A/DT broker/NN claims/NNS that/SC prices/NNS rose/VBD"},
		{"", "Some/DT broker/NN claims/NNS were/AUX high/JJ"},
		{"verb of a clause without one", "The/DT bank/NN fears/NNS that/SC rates/NNS will/MD rise/VB"},
		{"verb of a clause without one", "The/DT mayor/NN plans/NNS to/TO build/VB a/DT bridge/NN"},
		{"", "The/DT city/NN plans/NNS to/TO build/VB a/DT bridge/NN drew/VBD anger/NN"},
		{"", "In/IN Oslo/NNP fears/NNS that/SC rates/NNS rose/VBD"},
		{"", "the/DT tax/NN cuts/NNS that/WP will/MD come/VB"},
		{"verb of a clause without one", "If/SC the/DT mayor/NN steps/NNS down/IN ,/, they/PRP will/MD vote/VB"},
		{"verb of a clause without one", "The/DT road/NN cuts/NNS through/IN a/DT forest/NN ./."},
		{"", "The/DT crisis/NN talks/NNS in/IN Oslo/NNP"},
		{"third person for an infinitive", "The/DT mayor/NN hopes/VB that/SC rain/NN falls/VBZ"},
		{"", "to/TO hopes/VB"},
		{"verb of plurals without one", "Many/JJ towns/NNS fear/NN that/SC dams/NNS will/MD break/VB"},
		{"", "The/DT options/NNS function/NN to/TO value/VB"},
		{"past of a clause without one", "The/DT crew/NN printed/VBN the/DT map/NN"},
		{"", "The/DT crew/NN given/VBN the/DT map/NN left/VBD"},
		{"plural before its verb", "The/DT loss/NN the/DT bank/NN fears/VBZ have/AUX caused/VBN"},
		{"", "What/WP she/PRP fears/VBZ will/MD come/VB"},
		{"noun after a paired compound", "door/NN -/HYPH to/IN -/HYPH door/NN calls/VBZ"},
		{"", "vice/NN -/HYPH president/NN calls/VBZ"},
		{"past of an irregular verb", "The/DT boat/NN sank/NN"},
		{"", "The/DT sank/NN"},
		{"past before a pronoun", "The/DT bill/NN worried/JJ them/PRP"},
		{"", "The/DT worried/JJ mayor/NN"},
		{"had before its subject", "Had/VBD the/DT bill/NN been/AUXN paid/VBN ,/, they/PRP would/MD stay/VB"},
		{"", "Had/VBD the/DT car/NN washed/VBN"},
	} {
		var tokens []Token
		for field := range strings.FieldsSeq(c.text) {
			word, tag, _ := strings.Cut(field, "/")
			l, ok := tags[tag]
			if !ok {
				t.Fatalf("no tag %q", tag)
			}
			tokens = append(tokens, Token{Text: word, Tag: l.tag, Form: l.form})
		}
		var found []string
		sight{tokens}.repair(func(_ int, r *repair) { found = append(found, r.name) })
		if want := strings.FieldsFunc(c.rule, func(r rune) bool { return r == '|' }); !slices.Equal(found, want) {
			t.Errorf("%s\nrepaired by %q, not %q", c.text, found, want)
		}
	}
}

// TestMends asks each mend of a tree both ways, over trees that are given: words
// with their form, head and relation.
func TestMends(t *testing.T) {
	for _, c := range []struct {
		rule, text string
		word, head int // after it
	}{
		{"verb after a relative clause", "The/DT/1/det ship/NN/-1/root ,/,/4/punct which/WDT/4/nsubj sank/VBD/1/acl:relcl ,/,/6/punct held/VBD/4/conj grain/NN/6/obj ././1/punct", 6, -1},
		{"", "The/DT/1/det ship/NN/-1/root ,/,/4/punct which/WDT/4/nsubj sank/VBD/1/acl:relcl ,/,/7/punct and/CC/7/cc burned/VBD/4/conj ././1/punct", 0, 0},
		{"inverted condition", "Had/VBD/2/aux they/PRP/2/nsubj paid/VBN/-1/root ,/,/6/punct we/PRP/6/nsubj would/MD/6/aux stay/VB/2/advcl ././2/punct", 2, 6},
		{"", "Had/VBD/2/aux they/PRP/2/nsubj paid/VBN/-1/root ,/,/6/punct you/PRP/6/nsubj would/MD/6/aux think/VB/2/advcl ?/./2/punct", 0, 0},
		{"inverted condition", "Were/VBD/1/cop talks/NNS/5/advcl to/TO/3/mark fail/VB/1/acl ,/,/5/punct stay/VB/-1/root we/PRP/5/nsubj might/MD/5/aux", 1, 3},
		{"tensed verb joined to a gerund", "He/PRP/1/nsubj blamed/VBD/-1/root them/PRP/1/obj for/IN/4/mark spying/VBG/1/advcl and/CC/6/cc left/VBD/4/conj", 6, 1},
		{"", "He/PRP/1/nsubj blamed/VBD/-1/root them/PRP/1/obj for/IN/4/mark spying/VBG/1/advcl and/CC/6/cc lying/VBG/4/conj", 0, 0},
		{"gerund after by", "It/PRP/1/nsubj survived/VBD/-1/root by/IN/4/case crushing/VBG/4/amod revolts/NNS/1/obl", 4, 3},
		{"", "It/PRP/2/nsubj:pass was/VBD/2/aux:pass hit/VBN/-1/root by/IN/5/case rising/VBG/5/amod prices/NNS/2/obl:agent", 0, 0},
	} {
		s := drawn(c.text)
		var found []string
		sight{s.Tokens}.mend(func(_ int, r *mend) { found = append(found, r.name) })
		if strings.Join(found, "|") != c.rule {
			t.Errorf("%s\nmended by %q, not %q", c.text, found, c.rule)
		}
		if w := s.Tokens[c.word]; c.rule != "" && w.Head != c.head {
			t.Errorf("%s\nhangs %s on %d, not %d", c.text, w.Text, w.Head, c.head)
		}
		for i := range s.Tokens {
			if !s.Under(i, s.Root()) {
				t.Errorf("%s\n%d is not under the root", c.text, i)
			}
		}
	}
}

// drawn makes a sentence of words with form, head and relation.
func drawn(text string) Sentence {
	tags := map[string]Tag{"DT": Determiner, "NN": Noun, "NNS": Noun, "PRP": Pronoun, "WDT": Pronoun, "MD": Auxiliary, "IN": Adposition, "CC": Coordinator, ",": Punctuation, ".": Punctuation, "TO": Particle}
	var s Sentence
	for field := range strings.FieldsSeq(text) {
		f := strings.Split(field, "/")
		head, _ := strconv.Atoi(f[2])
		tag, ok := tags[f[1]]
		if !ok {
			tag = Verb
		}
		s.Tokens = append(s.Tokens, Token{Text: f[0], Tag: tag, Form: Form(f[1]), Head: head, Relation: Relation(f[3])})
	}
	return s
}
