package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reckon/grammar"
)

// match tells how many bytes at the start of a text spell a phrase, or -1. Curly
// apostrophes count as straight, any white space as one space; fold ignores case.
func match(text, phrase string, fold bool) int {
	at := 0
	for i := 0; i < len(phrase); {
		if at >= len(text) {
			return -1
		}
		p, t := phrase[i], text[at]
		switch {
		case p == t && p < utf8.RuneSelf && p != ' ':
			i, at = i+1, at+1
		case p == ' ':
			n := spaces(text[at:])
			if n == 0 {
				return -1
			}
			i, at = i+1, at+n
		case p == '\'' && strings.HasPrefix(text[at:], "’"):
			i, at = i+1, at+len("’")
		default:
			pr, pn := utf8.DecodeRuneInString(phrase[i:])
			tr, tn := utf8.DecodeRuneInString(text[at:])
			if pr != tr && (!fold || unicode.ToLower(pr) != unicode.ToLower(tr)) {
				return -1
			}
			i, at = i+pn, at+tn
		}
	}
	return at
}

func spaces(text string) int {
	n := 0
	for n < len(text) {
		switch {
		case text[n] == ' ' || text[n] == '\n' || text[n] == '\t' || text[n] == '\r':
			n++
		case strings.HasPrefix(text[n:], "\u00a0"):
			n += 2
		default:
			return n
		}
	}
	return n
}

// reach gives the token after the one that ends n bytes after the start of token
// i, or -1 when no token ends there.
func (f *finder) reach(i, n int) int {
	if n < 0 {
		return -1
	}
	end := f.s.Tokens[i].Start + n
	for k := i; k < len(f.s.Tokens); k++ {
		if e := f.s.Tokens[k].End; e >= end {
			if e == end {
				return k + 1
			}
			break
		}
	}
	return -1
}

// hit is a phrase found.
type hit struct {
	to     int // token after it; 0 when nothing was found
	sense  sense
	phrase string
	entity int   // of the cast, for names learned from the text or known before; -1 otherwise
	senses []int // figures, for names of the lists
}

// phraseAt finds the longest proper name that begins at a token.
func (f *finder) phraseAt(i int) hit {
	if i >= len(f.s.Tokens) || !f.words[i].proper {
		return hit{}
	}
	rest := f.t.Document.Text[f.s.Tokens[i].Start:f.s.End]
	key := f.words[i].opening
	best := hit{entity: -1}
	for _, p := range f.own[key] {
		if to := f.reach(i, match(rest, p.text, false)); to > best.to {
			best = hit{to: to, sense: p.sense, phrase: p.text, entity: p.entity}
		}
	}
	list := words.proper[key]
	if f.capitals {
		list = words.capital[key]
	}
	for k := range list {
		p := &list[k]
		if best.to > 0 && len(p.text) < len(best.phrase) {
			break
		}
		to := f.reach(i, match(rest, p.text, f.capitals))
		switch {
		case to <= 0 || f.capitals && p.text == "US" && len(f.s.Tokens) > 1 || f.qualifies(to-1, i):
		case to > best.to:
			best = hit{to: to, sense: p.sense, phrase: p.text, entity: -1, senses: []int{p.figure}}
		case to == best.to && best.entity < 0 && p.text == best.phrase:
			best.senses = append(best.senses, p.figure)
		}
	}
	return best
}

// qualifies reports whether the last word of a phrase of several, in lower case,
// only qualifies the noun after it: "U.S. military campaigns".
func (f *finder) qualifies(last, first int) bool {
	w := &f.s.Tokens[last]
	return last > first && !f.words[last].upper && w.Head > last && (w.Relation.Is(grammar.Amod) || w.Relation.Is(grammar.Compound))
}

// roleAt finds the longest office or noun for people that begins at a token.
func (f *finder) roleAt(i int) (role, int) {
	if i >= len(f.s.Tokens) {
		return role{}, 0
	}
	list := words.roles[f.words[i].low]
	for k := range list {
		to := f.reach(i, match(f.t.Document.Text[f.s.Tokens[i].Start:f.s.End], list[k].text, true))
		if to > 0 && f.noun(to-1) {
			return list[k], to
		}
	}
	return role{}, 0
}

// noun reports whether a token is a noun, or nothing tells that it is none.
func (f *finder) noun(k int) bool {
	switch f.s.Tokens[k].Tag {
	case grammar.Adjective:
		r := f.s.Tokens[k].Relation
		return f.words[k].upper && k > 0 || k > 0 && (genitive(f.words[k-1].low) && f.ends(k+1) || f.words[k-1].low == "the" && k+1 < len(f.words) && f.thinksAlone(k+1)) || r.Is(grammar.Nsubj) || r.Is(grammar.Obj) || r.Is(grammar.Obl)
	case grammar.Verb, grammar.Adverb, grammar.Auxiliary:
		return f.words[k].upper && k > 0
	default:
		return true
	}
}

// honourAt finds a title that stands before a name.
func (f *finder) honourAt(i int) (honour, int) {
	if i >= len(f.s.Tokens) || !f.words[i].upper {
		return honour{}, 0
	}
	list := words.honours[f.words[i].opening]
	for k := range list {
		if to := f.reach(i, match(f.t.Document.Text[f.s.Tokens[i].Start:f.s.End], list[k].text, false)); to > 0 {
			return list[k], to
		}
	}
	return honour{}, 0
}
