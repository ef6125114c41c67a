package profile

import (
	"slices"
	"strings"

	"reckon/grammar"
)

// acting gives the token that stands for who does a verb, or −1: the subject, the
// agent of a passive, or whoever a participle or an infinitive is said of.
func acting(s *grammar.Sentence, v int) int {
	climbed := false
	for n := 0; v >= 0 && n <= len(s.Tokens); n++ {
		w := &s.Tokens[v]
		if !climbed && passive(s, v) {
			return agent(s, v)
		}
		if c := s.Child(v, grammar.Nsubj); c >= 0 {
			return antecedent(s, c, v)
		}
		climbed = true
		switch h := w.Head; w.Relation.Universal() {
		case grammar.Conj:
			if h >= 0 && h < v && nominal(s, h) && s.Finite(v) {
				return h // a subject that the parser took for a sentence of its own
			}
			v = h
		case grammar.Xcomp, grammar.Ccomp:
			if s.Finite(v) && w.Relation.Is(grammar.Ccomp) || h < 0 {
				return -1
			}
			if o := s.Child(h, grammar.Obj, grammar.Iobj); o >= 0 && !slices.Contains(subjectControl, s.Tokens[h].Lemma) {
				return o
			}
			v = h
		case grammar.Advcl:
			if s.Finite(v) {
				return -1
			}
			v = h
		case grammar.ACL:
			if h >= 0 && s.Tokens[h].Tag == grammar.Verb && s.Tokens[v].Relation == grammar.ACL {
				v = h // "we have attacked no ship, arrested nobody"
				continue
			}
			return governing(s, v)
		default:
			return -1
		}
	}
	return -1
}

// subjectControl are verbs whose subject does what the infinitive says, though
// there is an object.
var subjectControl = []string{"promise", "vow", "threaten", "use", "take", "do"}

// governing gives who does a verb that modifies a noun: the noun for "nations
// arming rebels", the owner for "our decision to arm rebels".
func governing(s *grammar.Sentence, v int) int {
	h := s.Tokens[v].Head
	if h < 0 {
		return -1
	}
	if s.Tokens[v].Form == "VBG" || s.Child(v, grammar.Obj) >= 0 && (s.Tokens[v].Form == "VBN" || s.Tokens[v].Form == "VBD") {
		return h // a participle with an object is no passive: the parser took a verb for one
	}
	if c := s.Child(v, grammar.Mark); c >= 0 && s.Tokens[c].Lemma == "to" || s.Tokens[v].Form == "VB" {
		return s.Child(h, grammar.NmodPoss)
	}
	return -1
}

// nominal says whether a token is a bare noun that nothing is said of.
func nominal(s *grammar.Sentence, k int) bool {
	return (s.Tokens[k].Tag == grammar.Noun || s.Tokens[k].Tag == grammar.Name) && s.Child(k, grammar.Cop, grammar.Nsubj) < 0
}

// antecedent gives the noun that a relative pronoun stands for, else the token.
func antecedent(s *grammar.Sentence, c, v int) int {
	switch s.Tokens[c].Lemma {
	case "who", "which", "that", "whoever":
		for n, at := 0, v; at >= 0 && n <= len(s.Tokens); n++ {
			if s.Tokens[at].Relation.Is(grammar.ACL) {
				return s.Tokens[at].Head
			}
			if s.Tokens[at].Relation != grammar.Conj {
				break
			}
			at = s.Tokens[at].Head
		}
	}
	return c
}

// passive says whether a verb is passive, participles after a noun included.
func passive(s *grammar.Sentence, v int) bool {
	w := &s.Tokens[v]
	return s.Passive(v) || w.Form == "VBN" && w.Relation == grammar.ACL && s.Child(v, grammar.Obj, grammar.Iobj) < 0
}

// agent gives the doer of a passive, or −1.
func agent(s *grammar.Sentence, v int) int {
	for c := range s.Children(v) {
		if r := s.Tokens[c].Relation; r == grammar.OblAgent || r == grammar.Obl && cased(s, c, "by") {
			return c
		}
	}
	return -1
}

func cased(s *grammar.Sentence, c int, preposition string) bool {
	for k := range s.Children(c) {
		if s.Tokens[k].Relation.Is(grammar.Case) && s.Tokens[k].Lemma == preposition {
			return true
		}
	}
	return false
}

// object gives what a verb is done to, or −1: for a passive its subject.
func object(s *grammar.Sentence, v int) int {
	if passive(s, v) {
		if c := s.Child(v, grammar.NsubjPass); c >= 0 {
			return antecedent(s, c, v)
		}
		switch s.Tokens[v].Relation.Universal() {
		case grammar.ACL:
			return s.Tokens[v].Head
		case grammar.Conj:
			return s.Child(s.Tokens[v].Head, grammar.NsubjPass)
		default:
			return -1
		}
	}
	if o := s.Child(v, grammar.Obj); o >= 0 {
		return antecedent(s, o, v)
	}
	if o := s.Child(v, grammar.Iobj); o >= 0 {
		return o // "warn them", "pay them": the parser often takes a person for the one who gets
	}
	if r := s.Tokens[v].Relation; r == grammar.Conj {
		// "they armed and paid rebels": the object follows the last verb; one of the
		// first is not taken along.
		return -1
	}
	for c := range s.Children(v) {
		if s.Tokens[c].Relation == grammar.Conj && s.Tokens[c].Tag == grammar.Verb && s.Child(c, grammar.Nsubj) < 0 {
			if o := s.Child(c, grammar.Obj); o >= 0 && c-v == 2 {
				return o
			}
		}
	}
	return -1
}

// oblique gives the phrase that one of the prepositions brings, or −1.
func oblique(s *grammar.Sentence, v int, prepositions ...string) int {
	for c := range s.Children(v) {
		if !s.Tokens[c].Relation.Is(grammar.Obl) && !s.Tokens[c].Relation.Is(grammar.Nmod) {
			continue
		}
		if slices.ContainsFunc(prepositions, func(p string) bool { return cased(s, c, p) }) {
			return c
		}
	}
	return -1
}

// infinitive says whether a verb has an infinitive that the parser took for one of
// purpose: "we agreed in July to extend it".
func infinitive(s *grammar.Sentence, v int) bool {
	for c := range s.Children(v) {
		if s.Tokens[c].Relation.Is(grammar.Advcl) && s.Tokens[c].Form == "VB" && !s.Finite(c) {
			return true
		}
	}
	return false
}

// particle says whether a verb has one.
func particle(s *grammar.Sentence, v int, word string) bool {
	for c := range s.Children(v) {
		if s.Tokens[c].Lemma == word && (s.Tokens[c].Relation == grammar.Prt || s.Tokens[c].Relation.Is(grammar.Advmod)) {
			return true
		}
	}
	return false
}

// tense is past, present or future by the form of a verb and its auxiliaries.
func tense(s *grammar.Sentence, v int) string {
	form := s.Tokens[v].Form
	for _, a := range s.Auxiliaries(v) {
		switch w := &s.Tokens[a]; {
		case w.Lemma == "will" || w.Lemma == "shall" || w.Lemma == "'ll" || w.Lemma == "would":
			return "future"
		case w.Form == "VBD" || w.Lemma == "have" && form == "VBN":
			return "past"
		case w.Form == "MD" || w.Form == "VBP" || w.Form == "VBZ":
			return "present"
		}
	}
	switch {
	case form == "VBD" || form == "VBN":
		return "past"
	case s.Tokens[v].Relation == grammar.Conj && s.Tokens[v].Head >= 0 && !s.Finite(v):
		return tense(s, s.Tokens[v].Head)
	case form == "VB" && s.Tokens[v].Relation.Is(grammar.Xcomp):
		return "future"
	}
	return "present"
}

// modal says whether a verb stands under a modal of will, duty or possibility.
func modal(s *grammar.Sentence, v int) bool {
	for n := 0; v >= 0 && n <= len(s.Tokens); n++ {
		for _, a := range s.Auxiliaries(v) {
			if s.Tokens[a].Form == "MD" {
				return true
			}
		}
		if s.Tokens[v].Relation != grammar.Conj || s.Child(v, grammar.Nsubj) >= 0 {
			return false
		}
		v = s.Tokens[v].Head
	}
	return false
}

// lower is the dictionary form in lower case.
func lower(s *grammar.Sentence, k int) string { return strings.ToLower(s.Tokens[k].Lemma) }
