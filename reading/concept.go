package reading

import (
	"strings"

	"reckon/grammar"
)

// Concept says a stretch of code points in the fewest words that still name it, as
// a node of a graph wants: the noun with what qualifies it, or who does what to
// whom. Pronouns give way to who is meant. Where the stretch was not parsed it
// comes back as it is.
func (a *Account) Concept(from, to int) string {
	start, end := a.offsets.Byte(from), a.offsets.Byte(to)
	n, first := a.Text.At(start)
	if n >= len(a.Text.Sentences) {
		return ""
	}
	s := &a.Text.Sentences[n]
	last := first
	for last < len(s.Tokens) && s.Tokens[last].End <= end {
		last++
	}
	c := condenser{a, n, s, first, last}
	head := c.head()
	if head < 0 {
		return strings.Join(strings.Fields(a.Document.Text[start:end]), " ")
	}
	return strings.ReplaceAll(strings.Join(c.say(head, 2), " "), " ’s", "’s")
}

// condenser shortens a range of tokens of one sentence.
type condenser struct {
	a        *Account
	n        int // sentence
	s        *grammar.Sentence
	from, to int // tokens
}

// head is the token that governs the range: the first whose own governor lies
// outside; marks and function words do not count.
func (c *condenser) head() int {
	best := -1
	for i := c.from; i < c.to; i++ {
		t := &c.s.Tokens[i]
		if t.Head >= c.from && t.Head < c.to {
			continue
		}
		switch t.Tag {
		case "VERB":
			return i
		case "NOUN", "PROPN", "PRON", "ADJ", "NUM", "AUX":
			if best < 0 {
				best = i
			}
		default: // marks and function words govern nothing worth naming
		}
	}
	return best
}

func (c *condenser) within(i int) bool { return i >= c.from && i < c.to }

// say names what a token heads; depth bounds how much of what hangs on it is said.
func (c *condenser) say(head, depth int) []string {
	t := &c.s.Tokens[head]
	if t.Tag == "VERB" || t.Tag == "AUX" {
		return c.deed(head, depth)
	}
	if c.s.Child(head, "cop") >= 0 {
		return c.being(head, depth)
	}
	return c.thing(head, depth)
}

// deed is who does what to whom.
func (c *condenser) deed(head, depth int) []string {
	var out []string
	if subject := c.s.Subject(head); subject >= 0 && depth > 1 && c.named(subject) {
		out = append(out, c.thing(subject, 1)...)
	}
	if c.s.Negation(head) >= 0 {
		out = append(out, "not")
	}
	out = append(out, c.s.Tokens[head].Lemma)
	if what := c.s.Child(head, "obj"); what >= 0 && c.within(what) {
		return append(out, c.thing(what, depth)...)
	}
	for _, relation := range []grammar.Relation{"xcomp", "obl", "ccomp", "advmod"} {
		more := c.s.Child(head, relation)
		if more < 0 || !c.within(more) || more < head {
			continue
		}
		if by := c.s.Child(more, "case", "mark"); by >= 0 {
			out = append(out, strings.ToLower(c.s.Tokens[by].Text))
		}
		return append(out, c.say(more, depth-1)...)
	}
	return out
}

// being is what somebody or something is.
func (c *condenser) being(head, depth int) []string {
	var out []string
	if subject := c.s.Subject(head); subject >= 0 && depth > 1 && c.named(subject) {
		out = append(out, c.thing(subject, 1)...)
	}
	if c.s.Negation(head) >= 0 {
		out = append(out, "not")
	}
	return append(append(out, "be"), c.thing(head, depth)...)
}

// named reports that a subject is worth naming: a relative pronoun is not.
func (c *condenser) named(i int) bool {
	t := &c.s.Tokens[i]
	return t.Form != "WDT" && t.Form != "WP" && t.Form != "EX"
}

// thing is a noun with what qualifies it, or the name of who is meant.
func (c *condenser) thing(head, depth int) []string {
	if m := c.a.Cast.At(c.n, head); m >= 0 {
		mention := c.a.Cast.Mentions[m]
		if mention.Head == head && mention.Entity >= 0 {
			return []string{c.a.Cast.Entities[mention.Entity].Name}
		}
	}
	if depth < 1 {
		return []string{c.word(head)}
	}
	var out []string
	for i := range c.s.Children(head) {
		if i > head {
			break
		}
		switch t := &c.s.Tokens[i]; {
		case t.Relation.Is("amod"), t.Relation.Is("compound"), t.Relation.Is("nummod"):
			out = append(out, c.word(i))
		case t.Relation == "nmod:poss" && depth > 1 && t.Form != "PRP$":
			out = append(append(out, c.thing(i, 0)...), "’s")
		}
	}
	out = append(out, c.word(head))
	if of := c.s.Child(head, "nmod"); of > head && depth > 0 && c.within(of) {
		if by := c.s.Child(of, "case"); by >= 0 {
			out = append(out, strings.ToLower(c.s.Tokens[by].Text))
		}
		out = append(out, c.thing(of, depth-1)...)
	}
	return out
}

func (c *condenser) word(i int) string {
	t := &c.s.Tokens[i]
	if t.Tag == "PROPN" {
		return t.Text
	}
	return strings.ToLower(t.Text)
}
