package grammar

import (
	"slices"
	"strings"
)

// Children walks the tokens that a token governs, from left to right:
//
//	for c := range s.Children(head) { … }
//
// Children(-1) gives the root. Cost: one pass over the sentence, no allocation.
func (s *Sentence) Children(head int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for i := range s.Tokens {
			if s.Tokens[i].Head == head && (head >= 0 || s.Tokens[i].Relation != "") && !yield(i) {
				return
			}
		}
	}
}

// Child gives the first token that a token governs by one of the relations, and
// -1 when there is none. A relation without subtype also matches its subtypes:
// Nsubj matches nsubj:pass.
func (s *Sentence) Child(head int, relations ...Relation) int {
	for i := range s.Children(head) {
		if slices.ContainsFunc(relations, s.Tokens[i].Relation.Is) {
			return i
		}
	}
	return -1
}

// Is reports whether a relation is another or a subtype of it.
func (r Relation) Is(of Relation) bool {
	return r == of || len(r) > len(of) && r[:len(of)] == of && r[len(of)] == ':'
}

// Universal is the relation without its subtype: nsubj for nsubj:pass.
func (r Relation) Universal() Relation {
	if k := strings.IndexByte(string(r), ':'); k >= 0 {
		return r[:k]
	}
	return r
}

// Root gives the token that governs the sentence, or -1 when it was not parsed.
func (s *Sentence) Root() int {
	for i := range s.Tokens {
		if s.Tokens[i].Head < 0 && s.Tokens[i].Relation != "" {
			return i
		}
	}
	return -1
}

// Under reports whether a token is another or is governed by it over any number
// of steps.
func (s *Sentence) Under(token, head int) bool {
	for n := 0; token >= 0 && n <= len(s.Tokens); n++ {
		if token == head {
			return true
		}
		token = s.Tokens[token].Head
	}
	return false
}

// Subtree gives the range of tokens, half open, from the first to the last that
// a token governs, itself included. In a tree with crossing arcs it may hold
// tokens of others.
func (s *Sentence) Subtree(head int) (from, to int) {
	from, to = head, head+1
	for i := range s.Tokens {
		if (i < from || i >= to) && s.Under(i, head) {
			from, to = min(from, i), max(to, i+1)
		}
	}
	return from, to
}

// Phrase gives the noun phrase of a head as a range of tokens, half open:
// articles, adjectives, compounds and prepositional modifiers, but neither the
// preposition before it nor coordinated phrases, appositions, relative clauses
// and marks at its ends.
func (s *Sentence) Phrase(head int) (from, to int) {
	return s.span(head, func(r Relation) bool {
		switch r.Universal() {
		case Case, Cc, Conj, Appos, Parataxis, Mark, Cop, Nsubj, Punct, Discourse, Vocative, Csubj, Aux, Advcl, Ccomp:
			return false
		case ACL:
			return r != Relcl
		default:
			return true
		}
	})
}

// Clause gives the range of tokens of the clause that a token heads, without
// coordinated clauses, parataxis, and marks at its ends.
func (s *Sentence) Clause(head int) (from, to int) {
	return s.span(head, func(r Relation) bool {
		switch r.Universal() {
		case Cc, Conj, Parataxis, Punct, Discourse, Vocative:
			return false
		default:
			return true
		}
	})
}

// span is the range of a head and of the subtrees of those children that keep
// accepts, so far as it is contiguous around the head.
func (s *Sentence) span(head int, keep func(Relation) bool) (from, to int) {
	from, to = head, head+1
	for i := head - 1; i >= 0; i-- {
		c := s.branch(i, head)
		if c < 0 || !keep(s.Tokens[c].Relation) && s.Tokens[c].Relation != Punct {
			break
		}
		if s.Tokens[c].Relation != Punct {
			from = i
		}
	}
	for i := head + 1; i < len(s.Tokens); i++ {
		c := s.branch(i, head)
		if c < 0 || !keep(s.Tokens[c].Relation) && s.Tokens[c].Relation != Punct {
			break
		}
		if s.Tokens[c].Relation != Punct {
			to = i + 1
		}
	}
	return from, to
}

// branch gives the child of head whose subtree holds a token, or -1.
func (s *Sentence) branch(token, head int) int {
	for n := 0; token >= 0 && n <= len(s.Tokens); n++ {
		if s.Tokens[token].Head == head {
			return token
		}
		token = s.Tokens[token].Head
	}
	return -1
}

// Path lists the tokens from one to another along the tree, both included:
// first up to the nearest common governor, then down. It is nil when the
// sentence was not parsed.
func (s *Sentence) Path(a, b int) []int {
	var up []int
	for n := 0; a >= 0 && n <= len(s.Tokens); n++ {
		if s.Under(b, a) {
			var down []int
			for i := b; i != a; i = s.Tokens[i].Head {
				down = append(down, i)
			}
			slices.Reverse(down)
			return append(append(up, a), down...)
		}
		up = append(up, a)
		a = s.Tokens[a].Head
	}
	return nil
}

// Auxiliaries lists the auxiliaries and copulas of a token in order: has, been
// and the rest.
func (s *Sentence) Auxiliaries(verb int) []int {
	var list []int
	for i := range s.Children(verb) {
		if r := s.Tokens[i].Relation; r.Is(Aux) || r == Cop {
			list = append(list, i)
		}
	}
	return list
}

// Finite reports whether a token heads a finite clause: it or one of its
// auxiliaries carries tense or is a modal.
func (s *Sentence) Finite(verb int) bool {
	if s.Tokens[verb].Form.Finite() && s.Tokens[verb].Tag != Noun {
		return true
	}
	for i := range s.Children(verb) {
		if r := s.Tokens[i].Relation; (r.Is(Aux) || r == Cop) && s.Tokens[i].Form.Finite() {
			return true
		}
	}
	return false
}

// Finite reports whether the form itself carries tense or is a modal.
func (f Form) Finite() bool { return f == "VBD" || f == "VBZ" || f == "VBP" || f == "MD" }

// Passive reports whether a verb stands in the passive.
func (s *Sentence) Passive(verb int) bool {
	for i := range s.Children(verb) {
		if r := s.Tokens[i].Relation; r == AuxPass || r == OblAgent || strings.HasSuffix(string(r), "subj:pass") {
			return true
		}
	}
	return false
}

// Negation gives the word that negates a token: not, never, no and the like
// among those it governs, or -1.
func (s *Sentence) Negation(head int) int {
	for i := range s.Children(head) {
		switch s.Tokens[i].Lemma {
		case "not", "n't", "never", "no", "neither", "nor", "hardly", "scarcely", "barely", "nowhere":
			if r := s.Tokens[i].Relation; r == Advmod || r == Det || r == "cc:preconj" || r == Discourse && s.Tokens[i].Lemma != "no" {
				return i
			}
		}
	}
	return -1
}

// Subject gives the subject of a verb, or -1. Where the verb has none of its
// own it takes that of the verb it is coordinated with, or of the verb whose
// open complement it is.
func (s *Sentence) Subject(verb int) int {
	for n := 0; verb >= 0 && n <= len(s.Tokens); n++ {
		if c := s.Child(verb, Nsubj, Csubj); c >= 0 {
			return c
		}
		if r := s.Tokens[verb].Relation; r != Conj && r != Xcomp {
			return -1
		}
		verb = s.Tokens[verb].Head
	}
	return -1
}

// Verb gives the nearest verb or clause head that governs a token, or -1.
func (s *Sentence) Verb(token int) int {
	for n := 0; n <= len(s.Tokens); n++ {
		token = s.Tokens[token].Head
		if token < 0 || s.Tokens[token].Tag == Verb || s.Finite(token) {
			return token
		}
	}
	return -1
}

// Words gives the text of a range of tokens, half open, with one space where
// there was any.
func (s *Sentence) Words(from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		if i > from && s.Tokens[i].Start > s.Tokens[i-1].End {
			b.WriteByte(' ')
		}
		b.WriteString(s.Tokens[i].Text)
	}
	return b.String()
}

// At gives the sentence and token that hold a byte of the document, or that
// come next after it; sentence is len(Sentences) past the last token.
func (t *Text) At(offset int) (sentence, token int) {
	sentence, _ = slices.BinarySearchFunc(t.Sentences, offset, func(s Sentence, at int) int {
		if s.End <= at {
			return -1
		}
		return 1
	})
	if sentence == len(t.Sentences) {
		return sentence, 0
	}
	token, _ = slices.BinarySearchFunc(t.Sentences[sentence].Tokens, offset, func(w Token, at int) int {
		if w.End <= at {
			return -1
		}
		return 1
	})
	return sentence, token
}
