package causality

import (
	"slices"
	"strings"

	"reckon/grammar"
)

// span is a half-open range of tokens of one sentence.
type span struct{ lo, hi int }

func (s span) empty() bool           { return s.lo >= s.hi }
func (s span) holds(i int) bool      { return s.lo <= i && i < s.hi }
func (s span) overlaps(o span) bool  { return s.lo < o.hi && o.lo < s.hi }
func (s span) bytes(v *view) [2]int  { return [2]int{v.tokens[s.lo].Start, v.tokens[s.hi-1].End} }
func (s span) join(o span) span      { return span{min(s.lo, o.lo), max(s.hi, o.hi)} }
func (s span) before(limit int) span { return span{s.lo, min(s.hi, limit)} }
func (s span) after(limit int) span  { return span{max(s.lo, limit), s.hi} }

// view is a sentence with what the rules ask of it again and again.
type view struct {
	sentence *grammar.Sentence
	tokens   []grammar.Token
	low      []string // words in lower case
	reach    []span   // of each token with all that hangs on it
}

// look prepares a sentence. Without a parse every token reaches no further than itself.
func look(s *grammar.Sentence) *view {
	n := len(s.Tokens)
	v := &view{sentence: s, tokens: mended(s), low: make([]string, n), reach: make([]span, n)}
	for i := range v.tokens {
		v.low[i] = strings.ToLower(v.tokens[i].Text)
		v.reach[i] = span{i, i + 1}
	}
	for i := range v.tokens {
		for h, steps := v.head(i), 0; h >= 0 && steps < n; h, steps = v.head(h), steps+1 {
			v.reach[h] = v.reach[h].join(span{i, i + 1})
		}
	}
	return v
}

// head is the governor of a token; -1 at the root and where there is no parse.
func (v *view) head(i int) int {
	t := &v.tokens[i]
	if t.Tag == "" || t.Head == i || t.Head >= len(v.tokens) {
		return -1
	}
	return t.Head
}

// relation is without subtype: a passive subject is a subject.
func (v *view) relation(i int) string { return string(v.tokens[i].Relation.Universal()) }
func (v *view) tagged() bool          { return len(v.tokens) > 0 && v.tokens[0].Tag != "" }

// lemma is in lower case; the forms that the lemmas miss are known by heart.
func (v *view) lemma(i int) string {
	if l, ok := forms[v.low[i]]; ok && v.tag(i, grammar.Verb) {
		return l
	}
	return strings.ToLower(v.tokens[i].Lemma)
}

func (v *view) tag(i int, tags ...grammar.Tag) bool {
	return slices.Contains(tags, v.tokens[i].Tag)
}

func (v *view) form(i int) string { return string(v.tokens[i].Form) }

// word says whether a place exists and holds one of some words.
func (v *view) word(i int, words ...string) bool {
	return i >= 0 && i < len(v.low) && slices.Contains(words, v.low[i])
}

// child is the first token that hangs on h by a relation; -1 when none does.
func (v *view) child(h int, relations ...string) int {
	r := v.reach[h]
	for i := r.lo; i < r.hi; i++ {
		if v.head(i) != h {
			continue
		}
		for _, want := range relations {
			if v.relation(i) == want {
				return i
			}
		}
	}
	return -1
}

// marked is the child of h by a relation that has a case word or mark of its own.
func (v *view) marked(h int, relation, by string) int {
	r := v.reach[h]
	for i := r.lo; i < r.hi; i++ {
		if v.head(i) != h || !strings.HasPrefix(v.relation(i), relation) {
			continue
		}
		for k := v.reach[i].lo; k < i; k++ {
			if v.head(k) == i && v.low[k] == by && (v.relation(k) == "case" || v.relation(k) == "mark") {
				return i
			}
		}
	}
	return -1
}

// phrase is what hangs on h, without the branches that hold a given token.
func (v *view) phrase(h, without int) span {
	out := span{h, h + 1}
	r := v.reach[h]
	for i := r.lo; i < r.hi; i++ {
		if v.head(i) == h && !v.reach[i].holds(without) {
			out = out.join(v.reach[i])
		}
	}
	if out.holds(without) && without != h { // crossing branches: keep the side of h
		if without > h {
			out.hi = without
		} else {
			out.lo = without + 1
		}
	}
	return out
}

// clause is the verb or predicate of the innermost clause that a token stands in.
func (v *view) clause(i int) int {
	for steps := 0; steps < len(v.tokens); steps++ {
		switch v.relation(i) {
		case "root", "ccomp", "advcl", "acl", "parataxis", "csubj", "xcomp":
			return i
		case "conj":
			if v.tag(i, "VERB", "AUX") {
				return i
			}
		}
		if v.head(i) < 0 {
			return i
		}
		i = v.head(i)
	}
	return i
}

// finite says whether a verb form shows tense.
func (v *view) finite(i int) bool {
	return v.tokens[i].Form.Finite()
}

// hasFinite says whether a stretch holds a verb that shows tense.
func (v *view) hasFinite(s span) bool {
	for i := max(s.lo, 0); i < s.hi && i < len(v.tokens); i++ {
		if v.finite(i) {
			return true
		}
	}
	return false
}

// modal is the modal verb of the clause of h; "" when it has none.
func (v *view) modal(h int) string {
	r := v.reach[h]
	for i := r.lo; i < h; i++ {
		if v.head(i) == h && v.form(i) == "MD" {
			return v.low[i]
		}
	}
	return ""
}

// negated says whether a clause is denied by not, never, no longer.
func (v *view) negated(h int) bool {
	r := v.reach[h]
	for i := r.lo; i < min(r.hi, h+3); i++ {
		if v.head(i) == h && v.word(i, "not", "n't", "n’t", "never", "hardly", "nor") {
			return true
		}
	}
	return false
}

// trim takes marks and joining words off both ends of a stretch.
func (v *view) trim(s span) span {
	s = s.after(0).before(len(v.tokens))
	for !s.empty() && (v.isMark(s.lo) || v.word(s.lo, "and", "but", "or", "then", "so", "while", "which", "also") || v.word(s.lo, "that") && v.tells(s.lo)) && !v.opensPair(s) {
		s.lo++
	}
	for !s.empty() && (v.isMark(s.hi-1) || v.word(s.hi-1, "and", "but", "or", "that", "only", "especially", "particularly", "even")) && !v.closesPair(s) {
		s.hi--
	}
	return s
}

// opensPair says whether a stretch starts with a mark whose partner it holds.
func (v *view) opensPair(s span) bool {
	want, ok := map[string]string{"(": ")", "“": "”", "\"": "\"", "‘": "’"}[v.low[s.lo]]
	for i := s.lo + 1; ok && i < s.hi; i++ {
		if v.low[i] == want {
			return true
		}
	}
	return false
}

// closesPair says whether a stretch ends with a mark whose partner it holds.
func (v *view) closesPair(s span) bool {
	want, ok := map[string]string{")": "(", "”": "“", "\"": "\""}[v.low[s.hi-1]]
	for i := s.lo; ok && i < s.hi-1; i++ {
		if v.low[i] == want {
			return true
		}
	}
	return false
}

// isMark says whether a token is a mark and no word.
func (v *view) isMark(i int) bool {
	for _, r := range v.low[i] {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r > 127 && !strings.ContainsRune("“”‘’–—…•", r) || r == '$' || r == '%' {
			return false
		}
	}
	return true
}

// hard says whether a mark ends every clause before it.
func (v *view) hard(i int) bool { return v.word(i, ";", ":", "—", "–", "--", "?", "!", ".", "…") }

// crossing counts the arcs that join two neighbouring stretches.
func (v *view) crossing(a, b span) int {
	n := 0
	for i := a.lo; i < b.hi; i++ {
		h := v.head(i)
		if h >= 0 && !v.isMark(i) && (a.holds(i) && b.holds(h) || b.holds(i) && a.holds(h)) {
			n++
		}
	}
	return n
}

// match says whether words stand from a place on, and where they end.
func (v *view) match(at int, words []string) (int, bool) {
	if at+len(words) > len(v.low) {
		return 0, false
	}
	for k, w := range words {
		if v.low[at+k] != w {
			return 0, false
		}
	}
	return at + len(words), true
}
