package stance

import "strings"

// window reads the words around a head where the sentence was not parsed.
func (r *reading) window(head int) {
	from := r.clauseStart(head)
	for i := from; i < head; {
		i += r.before(i, head)
	}
	r.government(head, from)
	r.after(head)
	if r.asks() && from == 0 {
		r.mark(Asked, Unsaid, len(r.s.Tokens)-1, 1)
	}
}

// clauseStart gives the token after the mark or conjunction that opens the
// clause of a head.
func (r *reading) clauseStart(head int) int {
	for i := head - 1; i >= 0; i-- {
		switch w := low(r.s, i); w {
		case ";", ":", "“", "”", "\"", "—", "–", "that", "which", "who", "because", "while", "when", "where", "although", "though", "but", "after", "before":
			return i + 1
		case ",", "and":
			switch low(r.s, i+1) {
			case "he", "she", "they", "it", "we", "i", "you", "the", "this", "these", "his", "her", "their", "a", "an":
				return i + 1
			}
		}
	}
	return 0
}

// before reads one phrase left of the head and gives its length.
func (r *reading) before(i, head int) int {
	c, n := phraseAt(r.s, i)
	switch {
	case c == "without" && head-i > 2, c == "nobody" && r.butFor(i):
		return n
	case c == "negation" && low(r.s, i) == "no" && head-i > 6:
		return n
	case c == "condition" && low(r.s, i) == "otherwise":
		return n
	case c == "past":
		r.mark(Historical, Certain, i, n)
		return n
	case past(r.s, i):
		r.mark(Historical, Certain, i, 1)
		return 1
	}
	return r.note(i)
}

// government reads the verb or noun that a head depends on by to, from, -ing or that.
func (r *reading) government(head, from int) {
	for i := head - 1; i >= max(0, head-7); i-- {
		if len(verbs[low(r.s, i)]) == 0 || i < from && low(r.s, from-1) != "that" {
			continue
		}
		link := low(r.s, head-1)
		ing := strings.HasSuffix(low(r.s, head), "ing") && i == head-1
		that := i < from && from >= 1 && low(r.s, from-1) == "that" && i >= from-3
		if link != "to" && link != "from" && !ing && !that && i != head-1 && !r.article(i+1) {
			continue
		}
		p := i
		switch {
		case is(r.s, p, "prevent"):
			r.flip(p, 1)
		case is(r.s, p, "deny"):
			r.flip(p, 1)
			r.mark(Denied, Certain, p, 1)
		default:
			r.toned(p)
		}
		return
	}
	if from > 1 && low(r.s, from-1) == "that" {
		for i := max(0, from-5); i < from-1; i++ {
			if c, n := phraseAt(r.s, i); c == "rumour" || c == "reported" {
				r.note(i)
				_ = n
			}
		}
	}
}

func (r *reading) article(i int) bool {
	switch low(r.s, i) {
	case "the", "a", "an", "his", "her", "its", "their":
		return true
	}
	return false
}

// after reads what follows the head in its clause.
func (r *reading) after(head int) {
	for i := head + 1; i < len(r.s.Tokens); i++ {
		c, n := phraseAt(r.s, i)
		switch w := low(r.s, i); {
		case w == ";" || w == ":" || w == "that" || w == "who" || w == "which" || w == "but" || w == "and":
			return
		case c == "reported" && n > 1, c == "probable", c == "condition" && w != "whether" && w != "otherwise":
			r.note(i)
		case c == "past":
			r.mark(Historical, Certain, i, n)
		case past(r.s, i):
			r.mark(Historical, Certain, i, 1)
		}
	}
}
