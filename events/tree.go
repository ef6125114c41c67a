package events

import (
	"strings"

	"reckon/grammar"
)

// tree is one sentence with its children at hand.
type tree struct {
	s           *grammar.Sentence
	first, next []int32 // children of a token as a list; -1 ends it
}

// plant prepares a sentence, reusing what it holds.
func (t *tree) plant(s *grammar.Sentence) {
	n := len(s.Tokens)
	t.s = s
	if cap(t.first) < n {
		t.first, t.next = make([]int32, 2*n), make([]int32, 2*n)
	}
	t.first, t.next = t.first[:n], t.next[:n]
	for i := range n {
		t.first[i], t.next[i] = -1, -1
	}
	for i := n - 1; i >= 0; i-- {
		if h := s.Tokens[i].Head; h >= 0 && h < n && h != i {
			t.next[i] = t.first[h]
			t.first[h] = int32(i)
		}
	}
}

// under walks the children of a token from left to right.
func (t *tree) under(head int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for i := t.first[head]; i >= 0; i = t.next[i] {
			if !yield(int(i)) {
				return
			}
		}
	}
}

func (t *tree) tok(i int) *grammar.Token { return &t.s.Tokens[i] }

func (t *tree) lemma(i int) string { return t.s.Tokens[i].Lemma }

// child gives the first child by one of two relations, or -1.
func (t *tree) child(head int, a, b grammar.Relation) int {
	for i := range t.under(head) {
		if r := t.tok(i).Relation; r.Is(a) || b != "" && r.Is(b) {
			return i
		}
	}
	return -1
}

// preposition gives the lemma of the first preposition of a phrase, or "".
func (t *tree) preposition(head int) string {
	for i := range t.under(head) {
		if t.tok(i).Relation.Is(grammar.Case) && t.tok(i).Tag != grammar.Particle {
			return t.lemma(i)
		}
	}
	return ""
}

// with finds a phrase with a preposition under a token, and under its object
// where the parser may have hung it.
func (t *tree) with(head int, preposition string) int {
	for i := range t.under(head) {
		switch r := t.tok(i).Relation; {
		case r.Is(grammar.Obl), r.Is(grammar.Nmod):
			if t.preposition(i) == preposition {
				return i
			}
		case r.Is(grammar.Obj):
			for k := range t.under(i) {
				if t.tok(k).Relation.Is(grammar.Nmod) && t.preposition(k) == preposition {
					return k
				}
			}
		}
	}
	return -1
}

// passive tells a verb in the passive, participles that follow a noun included.
func (t *tree) passive(verb int) bool {
	if disposition[t.lemma(verb)] && t.by(verb) < 0 {
		return false
	}
	for i := range t.under(verb) {
		if r := t.tok(i).Relation; r == grammar.AuxPass || r == grammar.NsubjPass || r == grammar.OblAgent {
			return true
		}
	}
	return t.tok(verb).Relation == grammar.ACL && t.tok(verb).Form == "VBN" && !t.counts(verb+1)
}

// counts tells a number or an article, which no participle has behind it that
// follows its noun: in "Police detained eleven" the police do.
func (t *tree) counts(i int) bool {
	if i >= len(t.s.Tokens) {
		return false
	}
	_, number := figures[strings.ToLower(t.tok(i).Text)]
	return number || t.tok(i).Tag == grammar.Numeral || t.tok(i).Form == "DT"
}

// disposition lists verbs whose participles say what their subject is inclined to:
// somebody who is prepared, determined or opposed acts himself.
var disposition = map[string]bool{"prepare": true, "determine": true, "oppose": true, "commit": true, "dispose": true, "resolve": true, "poise": true}

// object gives what the verb acts on: its object, the subject of its passive, or
// the noun that its participle follows; -1 when there is none.
func (t *tree) object(verb int) int {
	if o := t.child(verb, grammar.Obj, ""); o >= 0 {
		return o
	}
	if t.passive(verb) {
		for at, n := verb, 0; n < len(t.s.Tokens); n++ {
			if o := t.child(at, grammar.NsubjPass, grammar.Nsubj); o >= 0 {
				return t.antecedent(o, at)
			}
			if !t.tok(at).Relation.Is(grammar.Conj) {
				break
			}
			at = t.tok(at).Head
		}
		if t.tok(verb).Relation.Is(grammar.ACL) {
			return t.tok(verb).Head
		}
	}
	return -1
}

// subject gives who acts: the subject, that of the verb on which this one leans,
// or the noun that its clause describes; -1 when there is none.
func (t *tree) subject(verb int) int {
	if t.passive(verb) {
		return t.by(verb)
	}
	for n := 0; verb >= 0 && n <= len(t.s.Tokens); n++ {
		if c := t.child(verb, grammar.Nsubj, ""); c >= 0 {
			return t.antecedent(c, verb)
		}
		switch r := t.tok(verb).Relation; {
		case r.Is(grammar.ACL):
			return t.tok(verb).Head
		case r.Is(grammar.Conj), r.Is(grammar.Xcomp), r.Is(grammar.Advcl):
			verb = t.tok(verb).Head
		default:
			return -1
		}
	}
	return -1
}

// by gives the actor of a passive, or -1.
func (t *tree) by(verb int) int {
	for i := range t.under(verb) {
		r := t.tok(i).Relation
		if r == grammar.OblAgent || (r.Is(grammar.Obl) || r.Is(grammar.Nmod)) && t.preposition(i) == "by" {
			return i
		}
	}
	return -1
}

// antecedent replaces a relative pronoun by the noun that its clause describes.
func (t *tree) antecedent(pronoun, verb int) int {
	switch t.lemma(pronoun) {
	case "who", "which", "that", "whom":
		for range 4 {
			if t.tok(verb).Relation.Is(grammar.ACL) {
				return t.tok(verb).Head
			}
			if !t.tok(verb).Relation.Is(grammar.Conj) && !t.tok(verb).Relation.Is(grammar.Xcomp) {
				break
			}
			verb = t.tok(verb).Head
		}
	}
	return pronoun
}

// complement gives the clause or infinitive that a word governs, or -1.
func (t *tree) complement(head int) int {
	if c := t.child(head, grammar.Xcomp, grammar.Ccomp); c >= 0 {
		return c
	}
	for i := range t.under(head) {
		if r := t.tok(i).Relation; (r.Is(grammar.ACL) || r.Is(grammar.Advcl)) && r != grammar.Relcl && i > head && t.infinitive(i) {
			return i
		}
	}
	return -1
}

// infinitive tells a verb with "to" before it.
func (t *tree) infinitive(verb int) bool {
	for i := range t.under(verb) {
		if t.lemma(i) == "to" && t.tok(i).Tag == grammar.Particle {
			return true
		}
	}
	return false
}

// modal gives the lemma of a modal auxiliary of a clause, or "".
func (t *tree) modal(verb int) string {
	for i := range t.under(verb) {
		if t.tok(i).Form == "MD" {
			return t.lemma(i)
		}
	}
	return ""
}

// must tells a clause that says what ought to be done.
func (t *tree) must(verb int) bool {
	switch t.modal(verb) {
	case "must", "should", "ought", "shall":
		return true
	}
	switch t.lemma(verb) {
	case "need", "ought", "have":
		return t.child(verb, grammar.Xcomp, "") >= 0
	}
	return false
}

// negated tells a clause with a word that denies it.
func (t *tree) negated(verb int) bool {
	for i := range t.under(verb) {
		switch t.lemma(i) {
		case "not", "n't", "never", "nor":
			return true
		case "longer":
			return true
		}
	}
	return false
}
