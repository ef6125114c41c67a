package petrarch

import (
	"slices"
	"strings"
)

// pattern reads "- BEFORE * BEHIND [code]". Underscores tie words; $ is the
// source, + the target, ^ an actor passed over, % actors joined by "and", &NAME
// a synonym set; braces and parentheses group and change nothing here.
func (r *verbReader) pattern(l line) {
	body, codes, ok := brackets(strings.TrimSpace(l.text[1:]))
	if !ok || len(codes) != 1 {
		r.faults = append(r.faults, unread(l, "A pattern needs one code in brackets at its end: - * TALKS [031]."))
		return
	}
	if !balanced(body) {
		r.faults = append(r.faults, unread(l, "A brace or parenthesis of this pattern is not closed."))
		return
	}
	body = strings.Map(func(c rune) rune {
		if strings.ContainsRune("{}()", c) {
			return ' '
		}
		return c
	}, body)
	if strings.Count(body, "*") != 1 {
		r.faults = append(r.faults, unread(l, "A pattern needs one *, which stands for the verb."))
		return
	}
	before, behind, _ := strings.Cut(body, "*")
	upper, why := r.side(before)
	lower, also := r.side(behind)
	if why+also != "" {
		r.faults = append(r.faults, unread(l, why+also))
		return
	}
	p := pattern{upper: reversed(upper, strings.HasSuffix(before, "_")), lower: lower, code: plainCode(codes[0]), line: l.number}
	if len(p.lower) > 0 && strings.HasPrefix(behind, "_") {
		p.lower[0].tied = true
	}
	*r.patterns = append(*r.patterns, p)
}

func balanced(s string) bool {
	var open []byte
	for i := range len(s) {
		switch c := s[i]; c {
		case '(', '{':
			open = append(open, c)
		case ')', '}':
			if len(open) == 0 || open[len(open)-1] != map[byte]byte{')': '(', '}': '{'}[c] {
				return false
			}
			open = open[:len(open)-1]
		}
	}
	return len(open) == 0
}

// side reads what stands on one side of the verb, in the order of the text; tied
// means tied to the element before.
func (r *verbReader) side(s string) (phrase, string) {
	p := parsePhrase(s, false)
	for i := range p {
		e := &p[i]
		switch e.text {
		case "$":
			e.kind = source
		case "+":
			e.kind = target
		case "^":
			e.kind = skip
		case "%":
			e.kind = joined
		default:
			name, set := strings.CutPrefix(e.text, "&")
			if !set {
				continue
			}
			e.kind, e.set = anyOf, r.d.synsets[name]
			if e.set == nil {
				return nil, "It names the set &" + name + ", which no line defines."
			}
		}
	}
	return p, ""
}

// reversed turns a side round, so that it is read from the verb outwards; nearest
// says whether its last element is tied to the verb.
func reversed(p phrase, nearest bool) phrase {
	out := make(phrase, 0, len(p))
	for i, e := range slices.Backward(p) {
		if i+1 < len(p) {
			e.tied = p[i+1].tied
		} else {
			e.tied = nearest
		}
		out = append(out, e)
	}
	return out
}

// sortPatterns puts patterns that ask for more before those that ask for less.
func sortPatterns(all []pattern) {
	slices.SortStableFunc(all, func(a, b pattern) int {
		return len(b.upper) + len(b.lower) - len(a.upper) - len(a.lower)
	})
}
