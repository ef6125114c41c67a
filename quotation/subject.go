package quotation

import (
	"strings"

	"reckon/grammar"
)

// subject gives the mention that is the subject of a verb; -1. It stands on the
// same side of all marks as the verb: who is spoken of in a quotation does not
// report it.
func (r *reader) subject(verb int) int {
	m := r.whole(r.doer(verb))
	if m < 0 {
		return -1
	}
	if head := r.head(r.cast.Mentions[m]); r.inside[head] != r.inside[verb] {
		return -1
	}
	return m
}

// whole gives the longest mention around one that is only an adjective or a part of
// a name: the Polish prime minister for Polish.
func (r *reader) whole(m int) int {
	if m < 0 || r.cast.Mentions[m].By != "adjective" {
		return m
	}
	best := m
	for _, k := range r.cast.In(r.cast.Mentions[m].Sentence, 0, len(r.parsed.Sentences[r.cast.Mentions[m].Sentence].Tokens)) {
		a, b := r.cast.Mentions[m], r.cast.Mentions[k]
		if b.From <= a.From && b.To >= a.To && b.To-b.From > r.length(best) {
			best = k
		}
	}
	return best
}

// doer finds a subject: dependencies come first; words decide where the tree has none.
func (r *reader) doer(verb int) int {
	if r.word(verb-1) != "" && r.aside(verb) {
		if m := r.inverted(verb); m >= 0 {
			return m
		}
	}
	if s := r.governed(verb); s >= 0 && r.inside[s] == r.inside[verb] {
		if m := r.Mention[s]; m >= 0 {
			return int(m)
		}
	}
	return r.leftOf(verb)
}

// aside says whether a verb comes right after a closing mark, as in ", said X".
func (r *reader) aside(verb int) bool {
	return mark(r.word(verb-1)) || r.word(verb-1) == "," && mark(r.word(verb-2))
}

// governed follows the dependency tree to the noun that does what a verb says; -1.
func (r *reader) governed(verb int) int {
	low := r.sentenceStart(verb)
	s := &r.parsed.Sentences[r.Sentence[verb]]
	if s.Root() < 0 {
		return -1
	}
	side := r.inside[verb]
	for range 4 {
		if r.inside[verb] != side {
			return -1 // the tree crosses the marks
		}
		i := s.Subject(verb - low)
		tok := r.Tokens[verb]
		if i >= 0 && (!tok.Relation.Is(grammar.ACL) || !relativizer(r.word(low+i))) {
			return low + i
		}
		switch {
		case tok.Head < 0:
			return -1
		case tok.Relation.Is(grammar.ACL):
			return low + tok.Head
		case tok.Relation.Is(grammar.Advcl), tok.Relation.Is(grammar.Conj), tok.Relation.Is(grammar.Xcomp):
			verb = low + tok.Head
		default:
			return -1
		}
	}
	return -1
}

func relativizer(w string) bool { return w == "who" || w == "which" || w == "that" }

func (r *reader) hasSubject(verb int) bool {
	s := &r.parsed.Sentences[r.Sentence[verb]]
	return s.Child(verb-r.sentenceStart(verb), grammar.Nsubj) >= 0
}

// relative says whether a verb stands in a clause about a noun, as in ", who left,".
func (r *reader) relative(verb int) bool {
	if r.Tokens[verb].Relation == "acl" {
		return true
	}
	for i := verb - 1; i >= max(r.sentenceStart(verb), verb-4); i-- {
		if w := r.word(i); w == "who" || w == "which" || w == "whose" || w == "where" {
			return true
		}
	}
	return false
}

// inverted gives the mention right after a verb: said X.
func (r *reader) inverted(verb int) int {
	end := min(r.sentenceEnd(verb), verb+6)
	for i := verb + 1; i < end; i++ {
		if mark(r.word(i)) || stop(r.word(i)) || r.word(i) == "," || r.word(i) == ":" || r.word(i) == "that" {
			return -1
		}
		if r.speaks(r.Mention[i]) {
			return int(r.Mention[i])
		}
	}
	return -1
}

// leftOf walks left from a verb over adverbs, auxiliaries, asides and phrases
// that hang on a noun, to the mention that the verb belongs to; -1.
func (r *reader) leftOf(verb int) int {
	low := r.sentenceStart(verb)
	i := verb - 1
	for i >= low && r.skipped(i) {
		i--
	}
	if i > low && mark(r.word(i)) && r.word(i-1) == "," {
		i-- // ,” adding
	}
	if i < low {
		return -1
	}
	if w := r.word(verb); strings.HasSuffix(w, "ing") && !strings.HasSuffix(r.word(i), "ing") {
		switch r.word(i) {
		case ",", "while", "before", "after", "by", "in", "without", "—", "–", "--":
			return r.earlier(i, low)
		}
	}
	switch r.word(i) {
	case "and", "but", "then", "or":
		return r.earlier(i, low)
	case "who", "which", "that":
		i--
		if r.word(i) == "," {
			i--
		}
	case ",":
		return r.beforeAside(i, low)
	}
	if i < low || r.Mention[i] < 0 {
		return r.headless(i, low)
	}
	return r.phrase(int(r.Mention[i]), low)
}

func (r *reader) skipped(i int) bool {
	tok := r.Tokens[i]
	if tok.Tag == "ADV" || tok.Tag == "AUX" || tok.Tag == "PART" {
		return true
	}
	w := r.word(i)
	return tok.Tag == "" && (strings.HasSuffix(w, "ly") || r.cues(i)&finiteWord != 0 || w == "later" || w == "also" || w == "then" || w == "once" || w == "never" || w == "even" || w == "not" || w == "been")
}

// earlier finds the subject of the verb that this one is joined to.
func (r *reader) earlier(i, low int) int {
	for j := i - 1; j >= low; j-- {
		if r.inside[j] < 0 && (r.verb(j, reporting) || r.finite(j)) {
			return r.subject(j)
		}
	}
	for j := low; j < i; j++ {
		if r.speaks(r.Mention[j]) {
			return int(r.Mention[j])
		}
	}
	return -1
}

// beforeAside finds the mention in front of an aside between commas: X, a
// spokesman for Y, said.
func (r *reader) beforeAside(comma, low int) int {
	for j := comma - 1; j > low; j-- {
		if r.word(j) != "," {
			continue
		}
		if m := r.Mention[j-1]; r.speaks(m) {
			return r.phrase(int(m), low)
		}
	}
	if comma <= low {
		return -1
	}
	if m := r.Mention[comma-1]; r.speaks(m) {
		return r.phrase(int(m), low)
	}
	return -1
}

// phrase steps from a mention inside a phrase to the noun that it hangs on:
// officials in X, a spokesman for Y.
func (r *reader) phrase(m, low int) int {
	for range 4 {
		from, _ := r.Span(r.cast.Mentions[m])
		i := from - 1
		for i >= low && determiner(r.word(i)) {
			i--
		}
		if i <= low || !hangs(r.word(i)) || r.Mention[i-1] < 0 || !r.speaks(r.Mention[i-1]) {
			return m
		}
		m = int(r.Mention[i-1])
	}
	return m
}

// headless takes the last mention before a token that no mention covers, when
// only the words of its phrase stand between.
func (r *reader) headless(i, low int) int {
	for j := i; j >= max(low, i-5); j-- {
		if w := r.word(j); w == "," || mark(w) || stop(w) {
			return -1
		}
		if m := r.Mention[j]; r.speaks(m) {
			return r.phrase(int(m), low)
		}
	}
	return -1
}

func hangs(w string) bool {
	switch w {
	case "of", "in", "for", "at", "from", "with", "on", "to", "inside", "near", "among", "within":
		return true
	}
	return false
}
