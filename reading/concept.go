package reading

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reckon/grammar"
	"reckon/names"
)

// Concepts names what a stretch of code points speaks of, in the fewest words
// that still name it, as the nodes of a graph want them: a noun with what qualifies
// it, or who does what to whom, as a gerund. Each member of a list of nouns is a
// concept of its own. Pronouns give way to who is meant; one that points at
// nobody known, or a stretch that names nothing, gives no concept.
func (a *Account) Concepts(from, to int) []string {
	c, ok := a.condenser(from, to)
	if !ok {
		return nil
	}
	head := c.head()
	if head < 0 {
		return nil
	}
	if words := c.brief(head); words != "" {
		return []string{words}
	}
	var all []string
	for _, h := range c.listed(head) {
		if words := c.say(h, 2); len(words) > 0 {
			all = append(all, strings.NewReplacer("s ’s", "s’", " ’s", "’s").Replace(strings.Join(words, " ")))
		}
	}
	return all
}

// Actor gives the kind of who a stretch of code points names, when it says no more
// than the name: a person or a state by itself is nothing that can be more or less.
// It is "" where the stretch says more, or names nobody.
func (a *Account) Actor(from, to int) names.Kind {
	c, ok := a.condenser(from, to)
	if !ok {
		return ""
	}
	head := c.head()
	if head < 0 || len(c.listed(head)) > 1 {
		return ""
	}
	if e := c.entity(head); e != nil {
		return e.Kind
	}
	return ""
}

// condenser shortens a range of tokens of one sentence.
type condenser struct {
	a        *Account
	n        int // sentence
	s        *grammar.Sentence
	from, to int // tokens
}

func (a *Account) condenser(from, to int) (*condenser, bool) {
	start, end := a.offsets.Byte(from), a.offsets.Byte(to)
	n, first := a.Text.At(start)
	if n >= len(a.Text.Sentences) {
		return nil, false
	}
	s := &a.Text.Sentences[n]
	last := first
	for last < len(s.Tokens) && s.Tokens[last].End <= end {
		last++
	}
	return &condenser{a, n, s, first, last}, last > first
}

// head is the token that governs the range. Of tokens whose own governor lies
// outside a clause comes first, then a noun, then a clause deeper down: a parse
// that went wrong often leaves an adverb of time on top. What hangs on a
// preposition heads nothing.
func (c *condenser) head() int {
	noun, clause, rest := -1, -1, -1
	for i := c.from; i < c.to; i++ {
		t := &c.s.Tokens[i]
		subject := -1
		if t.Tag == "VERB" {
			subject = c.s.Subject(i)
		}
		if clause < 0 && subject >= 0 && c.within(subject) {
			clause = i
		}
		if c.within(t.Head) {
			continue
		}
		switch {
		case t.Tag == "VERB":
			if noun < 0 || !t.Relation.Is("conj") && !t.Relation.Is("acl") {
				return i
			}
		case c.noun(i):
			switch by := c.s.Child(i, "case"); {
			case noun >= 0 || t.Relation.Is("obl:unmarked"):
			case by >= c.from && by < i:
				rest = max(rest, i)
			default:
				noun = i
			}
		case t.Tag == "PRON", t.Tag == "ADJ", t.Tag == "NUM", t.Tag == "AUX":
			if rest < 0 {
				rest = i
			}
		}
	}
	for _, i := range []int{noun, clause} {
		if i >= 0 {
			return i
		}
	}
	return rest
}

func (c *condenser) within(i int) bool { return i >= c.from && i < c.to }

// brief gives a stretch of two or three words as it stands, without what only
// points. It is "" for longer ones, for names and for what has no noun.
func (c *condenser) brief(head int) string {
	if c.to-c.from > 3 || c.entity(head) != nil || c.s.Tokens[head].Tag == "VERB" && c.s.Subject(head) >= 0 {
		return ""
	}
	var words []string
	nouns := 0
	for i := c.from; i < c.to; i++ {
		switch t := &c.s.Tokens[i]; {
		case t.Tag == "PUNCT" || c.entity(i) != nil:
			return ""
		case t.Tag == "DET" && t.Lemma != "no" || pointing[t.Lemma]:
		case t.Tag == "NOUN" && !hollow[t.Lemma]:
			nouns++
			words = append(words, c.word(i))
		default:
			words = append(words, c.word(i))
		}
	}
	if nouns == 0 {
		return ""
	}
	return strings.Join(words, " ")
}

// listed gives a noun with the nouns that stand beside it in a list.
func (c *condenser) listed(head int) []int {
	all := []int{head}
	for k := 0; k < len(all) && c.noun(head); k++ {
		for i := range c.s.Children(all[k]) {
			if i > all[k] && c.within(i) && c.s.Tokens[i].Relation.Is("conj") && c.noun(i) {
				all = append(all, i)
			}
		}
	}
	slices.Sort(all)
	return all
}

func (c *condenser) noun(i int) bool {
	return c.s.Tokens[i].Tag == "NOUN" || c.s.Tokens[i].Tag == "PROPN"
}

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

// deed is who does what to whom. What somebody thinks or says is named by what it
// is that he thinks.
func (c *condenser) deed(head, depth int) []string {
	if content := c.s.Child(head, "ccomp"); content > head && c.within(content) && depth > 1 {
		if said := c.say(content, depth); len(said) > 0 {
			return said
		}
	}
	out := c.doer(head, depth)
	out = append(out, gerund(c.s, head))
	if particle := c.s.Child(head, "compound:prt"); particle >= 0 {
		out = append(out, strings.ToLower(c.s.Tokens[particle].Text))
	}
	object := c.s.Child(head, "obj")
	if object >= 0 && c.within(object) {
		what := c.thing(object, depth)
		if len(what) == 0 && hollow[c.s.Tokens[object].Lemma] {
			return nil
		}
		return append(out, what...)
	}
	for _, relation := range []grammar.Relation{"xcomp", "obl", "advcl", "advmod"} {
		more := c.s.Child(head, relation)
		if more < head || !c.within(more) || c.s.Tokens[more].Relation.Is("obl:unmarked") {
			continue
		}
		words := c.say(more, depth-1)
		if by := c.s.Child(more, "case", "mark"); by >= 0 && len(words) > 0 {
			out = append(out, strings.ToLower(c.s.Tokens[by].Text))
			if c.s.Tokens[by].Text == "to" && c.s.Tokens[more].Tag == "VERB" {
				words[0] = c.s.Tokens[more].Lemma
			}
		}
		return append(out, words...)
	}
	return out
}

// being is what somebody or something is.
func (c *condenser) being(head, depth int) []string {
	what := c.thing(head, depth)
	doer := c.doer(head, depth)
	if len(what) == 0 || slices.Equal(doer, what) {
		return nil
	}
	return append(append(doer, "being"), what...)
}

// doer names the subject of a clause, with "not" where the clause is denied.
func (c *condenser) doer(head, depth int) []string {
	var out []string
	if subject := c.s.Subject(head); subject >= 0 && depth > 1 {
		t := &c.s.Tokens[head]
		if relative(&c.s.Tokens[subject]) && t.Relation.Is("acl:relcl") {
			subject = t.Head
		}
		out = c.thing(subject, 1)
	}
	if c.s.Negation(head) >= 0 {
		out = append(out, "not")
	}
	return out
}

func relative(t *grammar.Token) bool {
	return t.Form == "WDT" || t.Form == "WP" || strings.EqualFold(t.Text, "that")
}

// entity is who a token names, when it heads the naming.
func (c *condenser) entity(head int) *names.Entity {
	m := c.a.Cast.At(c.n, head)
	if m < 0 {
		return nil
	}
	if mention := c.a.Cast.Mentions[m]; mention.Head == head && mention.Entity >= 0 {
		return &c.a.Cast.Entities[mention.Entity]
	}
	return nil
}

// thing is a noun with what qualifies it, or the name of who is meant; nothing for
// a pronoun that points at nobody known.
func (c *condenser) thing(head, depth int) []string {
	if e := c.entity(head); e != nil {
		return []string{e.Name}
	}
	switch t := &c.s.Tokens[head]; {
	case t.Tag == "PRON", t.Tag == "DET", hollow[t.Lemma]:
		return nil
	case t.Tag == "ADJ":
		if noun := c.series(head); noun > head {
			return []string{c.word(head), c.word(noun)}
		}
	}
	if depth < 1 {
		return []string{c.word(head)}
	}
	out := append(c.qualifiers(head, depth), c.word(head))
	if of := c.s.Child(head, "nmod"); of > head && c.within(of) {
		if words := c.thing(of, depth-1); len(words) > 0 {
			if by := c.s.Child(of, "case"); by >= 0 {
				out = append(out, strings.ToLower(c.s.Tokens[by].Text))
			}
			out = append(out, words...)
		}
	}
	return out
}

// series finds the noun that a row of adjectives ends in: "ethnic, religious and
// other hatred" is often parsed as a list of unlike parts. It is head without one.
func (c *condenser) series(head int) int {
	noun := head
	for i := head + 1; i < c.to; i++ {
		switch t := &c.s.Tokens[i]; {
		case t.Tag == "NOUN":
			noun = i
		case t.Tag != "ADJ" && t.Tag != "CCONJ" && t.Text != ",":
			return noun
		}
	}
	return noun
}

// qualifiers are the adjectives, nouns, numbers and owners before a noun.
func (c *condenser) qualifiers(head, depth int) []string {
	var out []string
	for i := range c.s.Children(head) {
		if i > head {
			break
		}
		switch t := &c.s.Tokens[i]; {
		case pointing[t.Lemma]:
		case t.Relation.Is("amod"), t.Relation.Is("compound"), t.Relation.Is("nummod"), t.Relation.Is("det") && t.Lemma == "no":
			out = append(out, c.word(i))
		case t.Relation == "nmod:poss" && depth > 1:
			if owner := c.thing(i, 0); len(owner) > 0 {
				out = append(append(out, owner...), "’s")
			}
		}
	}
	return out
}

// pointing are adjectives that only point at what was said.
var pointing = map[string]bool{"such": true, "same": true, "own": true, "other": true, "latter": true, "former": true, "certain": true, "very": true}

// hollow are words that stand for a thing and name none.
var hollow = map[string]bool{"one": true, "it": true, "this": true, "that": true, "these": true, "those": true, "which": true, "what": true, "thing": true, "something": true, "anything": true, "everything": true, "nothing": true}

// word is a token as it stands, with what is joined to it by hyphens; a capital
// that only opens the sentence is lowered.
func (c *condenser) word(i int) string {
	tokens := c.s.Tokens
	from, to := i, i+1
	for from > c.from && tokens[from-1].End == tokens[from].Start && hyphenated(&tokens[from-1], &tokens[from]) {
		from--
	}
	for to < c.to && tokens[to-1].End == tokens[to].Start && hyphenated(&tokens[to-1], &tokens[to]) {
		to++
	}
	text := c.a.Document.Text[tokens[from].Start:tokens[to-1].End]
	if from == 0 && tokens[0].Tag != "PROPN" {
		first, size := utf8.DecodeRuneInString(text)
		text = string(unicode.ToLower(first)) + text[size:]
	}
	return text
}

func hyphenated(a, b *grammar.Token) bool { return a.Text == "-" || b.Text == "-" }
