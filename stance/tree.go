package stance

import (
	"slices"
	"strings"

	"reckon/grammar"
)

// climb goes from the head up the tree to the clause that somebody puts forward.
func (r *reading) climb(head int) {
	cur := head
	r.local(cur)
	for n := 0; n <= len(r.s.Tokens); n++ {
		p := r.s.Tokens[cur].Head
		if p < 0 {
			r.asked(cur)
			break
		}
		next := r.rise(cur, p)
		if next < 0 {
			break
		}
		cur = next
	}
	r.opening(head)
	r.long(head)
}

// opening reads a condition that a sentence opens with its auxiliary, where the
// tree does not show it: "Had he known, …".
func (r *reading) opening(head int) {
	w := low(r.s, 0)
	if w != "had" && w != "were" && w != "should" || r.asks() || slices.Contains(r.triggers, 0) {
		return
	}
	for k := 2; k < len(r.s.Tokens); k++ {
		if r.s.Tokens[k].Text != "," {
			continue
		}
		switch {
		case head >= k || head == 0:
		case w == "should":
			r.mark(Hypothetical, Unsaid, 0, 1)
		default:
			r.mark(Counterfactual, Certain, 0, 1)
		}
		return
	}
}

// rise reads what governs a token and gives the token to go on from, -1 at the end.
func (r *reading) rise(cur, p int) int {
	w := &r.s.Tokens[cur]
	if r.relative(cur) {
		return -1
	}
	switch u := w.Relation.Universal(); u {
	case grammar.Conj:
		return r.conjoined(cur, p)
	case grammar.Parataxis, grammar.Discourse, grammar.Vocative, grammar.Appos:
		return -1
	case grammar.Advcl:
		return r.adverbial(cur, p)
	case grammar.ACL:
		if w.Relation != grammar.Relcl || r.markedBy(cur, "that") >= 0 {
			r.filled(cur, p)
		}
		return -1
	case grammar.Ccomp, grammar.Xcomp, grammar.Csubj:
		if r.s.Tokens[p].Tag == grammar.Noun {
			r.filled(cur, p)
			return -1
		}
		return r.complement(cur, p, u)
	case grammar.Obj, grammar.Obl, grammar.Nsubj, grammar.Nmod:
		return r.nominal(cur, p, u)
	default:
		return -1
	}
}

// relative reports whether a clause has a relative pronoun for subject, whatever
// the tree calls it.
func (r *reading) relative(cur int) bool {
	subject := r.s.Child(cur, grammar.Nsubj)
	return subject >= 0 && r.s.Tokens[cur].Head < subject && (low(r.s, subject) == "which" || low(r.s, subject) == "who") && r.s.Tokens[cur].Relation != grammar.Root
}

// filled reads the noun that a clause fills; a phrase may stand between: "rumours
// among voters that".
func (r *reading) filled(cur, p int) {
	for n := 0; n < 3 && p >= 0; n++ {
		if c, _ := phraseAt(r.s, p); c != "" {
			break
		}
		if r.s.Tokens[p].Relation.Universal() != grammar.Nmod || r.markedBy(cur, "that") < 0 {
			break
		}
		p = r.s.Tokens[p].Head
	}
	if p >= 0 {
		r.noun(p)
	}
}

// local reads what a token itself governs: auxiliaries, negations, adverbs,
// conjunctions, and subjects and objects with no.
func (r *reading) local(cur int) {
	for i := range r.s.Children(cur) {
		w := &r.s.Tokens[i]
		switch u := w.Relation.Universal(); u {
		case grammar.Aux, grammar.Advmod, grammar.Mark, grammar.Discourse, grammar.Cc, grammar.Amod, grammar.Det, grammar.Case, grammar.Cop:
			r.small(i, u)
		case grammar.Nsubj, grammar.Obj, grammar.Obl:
			r.argument(i, u)
		case grammar.Advcl:
			if k := r.conditionOf(i); k >= 0 && !r.trailing(cur) {
				r.mark(Hypothetical, Possible, k, 1)
			}
		default:
		}
	}
	r.inverted(cur)
	r.goingTo(cur)
}

// small reads one function word or adverb.
func (r *reading) small(i int, u grammar.Relation) {
	c, _ := phraseAt(r.s, i)
	switch {
	case u == grammar.Amod && c != "supposed" && c != "unlikely" && c != "possible" && c != "probable":
		return
	case (u == grammar.Det || u == grammar.Case) && c != "negation" && c != "without":
		return
	case c == "without" && u != grammar.Mark && u != grammar.Case:
		return
	case c == "condition" && low(r.s, i) == "whether":
		r.mark(Asked, Unsaid, i, 1)
		return
	case c == "condition" && u != grammar.Mark && u != grammar.Advmod:
		return
	case c == "possible" && low(r.s, i) == "can" && r.asks():
		return
	}
	if i > 0 {
		if before, n := phraseAt(r.s, i-1); before == "affirmation" && n > 1 {
			return
		}
	}
	r.note(i)
}

func (r *reading) asks() bool {
	return len(r.s.Tokens) > 0 && r.s.Tokens[len(r.s.Tokens)-1].Text == "?"
}

// argument reads subjects and objects: "no troops came", "nobody came",
// "according to officials".
func (r *reading) argument(i int, u grammar.Relation) {
	if c, n := phraseAt(r.s, i); c == "nobody" && !r.butFor(i) && u != grammar.Obl {
		r.flip(i, n)
	}
	if from, to := r.s.Subtree(i); u == grammar.Nsubj && low(r.s, i) != "neither" {
		for k := from; k < min(to, i); k++ {
			if low(r.s, k) == "neither" {
				r.flip(k, 1)
			}
		}
	}
	for k := range r.s.Children(i) {
		c, n := phraseAt(r.s, k)
		switch {
		case c == "negation" && r.sides(k) && (u != grammar.Obl || manner[low(r.s, i)]):
			r.flip(k, n)
		case c == "reported" && r.s.Tokens[k].Relation == grammar.Case:
			r.mark(Reported, Certain, k, n)
		}
	}
}

// sides reports whether a word negates the noun it hangs on: no.
func (r *reading) sides(k int) bool { return r.s.Tokens[k].Relation.Is(grammar.Det) }

// manner are nouns of phrases that negate the clause: in no way, at no time.
var manner = map[string]bool{"way": true, "time": true, "circumstances": true, "circumstance": true, "case": true, "means": true, "point": true, "account": true}

// butFor reports whether "but" follows: nothing but.
func (r *reading) butFor(i int) bool { return low(r.s, i+1) == "but" }

// conditionOf gives the word that makes an adverbial clause a condition, or -1.
func (r *reading) conditionOf(clause int) int {
	for k := range r.s.Children(clause) {
		if u := r.s.Tokens[k].Relation; u == grammar.Mark || u == grammar.Advmod {
			if c, _ := phraseAt(r.s, k); c == "condition" && low(r.s, k) != "whether" {
				return k
			}
		}
	}
	if r.invertedAt(clause) >= 0 {
		return r.invertedAt(clause)
	}
	return -1
}

// trailing reports whether a clause stands in the plain past, which a condition
// beside it does not touch: "he went, even if it rained".
func (r *reading) trailing(cur int) bool {
	return r.s.Tokens[cur].Form == "VBD" && len(r.s.Auxiliaries(cur)) == 0
}

// invertedAt gives the auxiliary before the subject that opens a condition: "had
// he known", "were they to", "should it"; -1 for none.
func (r *reading) invertedAt(clause int) int {
	if r.s.Tokens[clause].Relation.Universal() != grammar.Advcl || r.asks() {
		return -1
	}
	subject := r.s.Child(clause, grammar.Nsubj)
	for _, k := range r.s.Auxiliaries(clause) {
		if w := low(r.s, k); k < subject && (w == "had" || w == "were" || w == "should") {
			return k
		}
	}
	return -1
}

// inverted reads a condition without if, and "if it had" beside would have.
func (r *reading) inverted(cur int) {
	if k := r.invertedAt(cur); k >= 0 {
		if low(r.s, k) == "should" {
			r.mark(Hypothetical, Unsaid, k, 1)
			return
		}
		r.mark(Counterfactual, Certain, k, 1)
		return
	}
	if r.s.Tokens[cur].Relation != grammar.Advcl || r.conditionOf(cur) < 0 {
		return
	}
	had := -1
	for _, k := range r.s.Auxiliaries(cur) {
		if w := low(r.s, k); w == "had" || w == "'d" || w == "’d" {
			had = k
		}
	}
	main := r.s.Tokens[cur].Head
	if had < 0 || main < 0 {
		return
	}
	for _, k := range r.s.Auxiliaries(main) {
		if w := low(r.s, k); (w == "would" || w == "could" || w == "might") && r.perfect(k) {
			r.mark(Counterfactual, Certain, had, 1)
		}
	}
}

// goingTo reads "is going to", "is about to", "is set to" around an infinitive.
func (r *reading) goingTo(cur int) {
	for k := max(0, cur-5); k < cur; k++ {
		c, n := phraseAt(r.s, k)
		if n < 2 || k+n > cur || c != "ahead" && c != "reported" || low(r.s, k+n-1) != "to" {
			continue
		}
		if gap := cur - k - n; gap <= 1 && (gap == 0 || r.s.Tokens[k+n].Tag != grammar.Verb) {
			if c == "ahead" {
				r.mark(Future, Certain, k, n)
			} else {
				r.mark(Reported, Certain, k, n)
			}
		}
	}
}

// asked marks a question in its main clause.
func (r *reading) asked(root int) {
	if r.asks() && r.s.Tokens[root].Relation == grammar.Root {
		last := len(r.s.Tokens) - 1
		for k := root; k < last; k++ {
			if t := r.s.Tokens[k].Text; t == "”" && k > root || t == ";" {
				return
			}
		}
		r.mark(Asked, Unsaid, last, 1)
	}
}

// conjoined passes from a coordinated clause to the first: one without subject
// and auxiliary of its own shares the first one's modals, and after or and nor
// its negation.
func (r *reading) conjoined(cur, p int) int {
	subject := r.s.Child(cur, grammar.Nsubj)
	if subject >= 0 && r.s.Finite(cur) && r.s.Child(cur, grammar.Mark) < 0 && r.joinedBy(cur, "but") {
		return -1 // "he denied that they came, but they did"
	}
	own := subject >= 0 || r.s.Child(cur, grammar.Aux, grammar.Cop) >= 0
	if own || r.s.Tokens[cur].Tag == grammar.Noun && r.s.Tokens[p].Tag != grammar.Noun {
		return p
	}
	alternative := r.joinedBy(cur, "or") || r.joinedBy(cur, "nor")
	flips := r.flips
	if r.s.Tokens[cur].Form == r.s.Tokens[p].Form || r.s.Tokens[cur].Form == "VB" {
		r.local(p)
	}
	if !alternative {
		r.flips = flips
	}
	return p
}

// joinedBy reports whether a conjunct is introduced by a conjunction.
func (r *reading) joinedBy(cur int, word string) bool {
	for i := range r.s.Children(cur) {
		if low(r.s, i) == word && r.s.Tokens[i].Relation.Is(grammar.Cc) {
			return true
		}
	}
	return false
}

// adverbial passes from an adverbial clause to what governs it, where that is a
// verb such as refrain; a clause of purpose is only meant.
func (r *reading) adverbial(cur, p int) int {
	if from := r.markedBy(cur, "from"); from >= 0 && r.governed(cur, p) {
		return p
	}
	if to := r.markedBy(cur, "to"); to >= 0 && r.s.Child(cur, grammar.Nsubj) < 0 {
		if r.governed(cur, p) {
			return p
		}
		r.mark(Asserted, Unsaid, to, 1)
	}
	return -1
}

// markedBy gives the child of a clause that is a word such as to or from, or -1.
func (r *reading) markedBy(clause int, word string) int {
	for k := range r.s.Children(clause) {
		if low(r.s, k) == word && (r.s.Tokens[k].Relation == grammar.Mark || r.s.Tokens[k].Relation == grammar.Case) {
			return k
		}
	}
	return -1
}

// governed reads the class of a governing verb; false when it has none.
func (r *reading) governed(cur, p int) bool {
	switch {
	case is(r.s, p, "prevent"), r.particle(p):
		r.flip(p, 1)
	case is(r.s, p, "deny"):
		if r.s.Negation(p) < 0 {
			r.flip(p, 1)
			r.mark(Denied, Certain, p, 1)
		}
	case is(r.s, p, "doubt"):
		r.mark(Asserted, Probable, p, 1)
		r.flips++
	case is(r.s, p, "ask") && (r.markedBy(cur, "whether") >= 0 || r.markedBy(cur, "if") >= 0):
		r.mark(Asked, Unsaid, p, 1)
	default:
		if !r.toned(p) {
			return false
		}
	}
	r.local(p)
	return true
}

// toned marks what the class of a word alone says of what it governs; false when
// it says nothing.
func (r *reading) toned(p int) bool {
	switch {
	case is(r.s, p, "plan"):
		r.mark(Future, Probable, p, 1)
	case is(r.s, p, "wish"):
		r.mark(Hypothetical, Unsaid, p, 1)
	case is(r.s, p, "try"):
		r.mark(Asserted, Unsaid, p, 1)
	case is(r.s, p, "seem"):
		r.mark(Asserted, Probable, p, 1)
	case is(r.s, p, "rumour"):
		r.mark(Rumour, Unsaid, p, 1)
	default:
		return false
	}
	return true
}

// particle reports whether a verb with its particle keeps an event from
// happening: rule out, call off.
func (r *reading) particle(p int) bool {
	k := r.s.Child(p, grammar.Prt)
	if k < 0 {
		return false
	}
	switch low(r.s, p) {
	case "rule", "rules", "ruled", "ruling":
		return low(r.s, k) == "out"
	case "call", "calls", "called", "calling", "break", "broke", "broken", "breaking", "head", "headed", "ward", "warded", "stave", "staved", "fend", "fended":
		return low(r.s, k) == "off"
	}
	return false
}

// complement passes from a complement clause to its governor: through verbs that
// tell of its stance and through raising and control, not past a speaker.
func (r *reading) complement(cur, p int, u grammar.Relation) int {
	finite := u == grammar.Ccomp && r.s.Finite(cur)
	if r.governed(cur, p) {
		if finite && !is(r.s, p, "seem") {
			return -1
		}
		return p
	}
	if r.s.Tokens[p].Tag != grammar.Verb {
		if c, n := phraseAt(r.s, p); n > 0 && (c == "possible" || c == "probable" || c == "unlikely" || c == "ahead") {
			r.note(p)
			r.local(p)
			return p
		} else if c == "unable" {
			r.flip(p, 1)
			r.local(p)
			return p
		} else if c == "ready" {
			r.mark(Hypothetical, Unsaid, p, 1)
			r.local(p)
			return p
		}
	}
	if u == grammar.Ccomp || u == grammar.Csubj {
		if r.s.Passive(p) && r.impersonal(p) {
			r.mark(Reported, Certain, p, 1)
		}
		return -1
	}
	r.local(p)
	return p
}

// impersonal reports whether a passive has it for subject: "it is said that".
func (r *reading) impersonal(p int) bool {
	subject := r.s.Child(p, grammar.Nsubj, grammar.Expl)
	return subject >= 0 && low(r.s, subject) == "it"
}

// noun reads the class of the noun that a clause or phrase fills: rumours that,
// attempts to, lack of.
func (r *reading) noun(p int) {
	c, _ := phraseAt(r.s, p)
	switch c {
	case "nonevent":
		r.flip(p, 1)
	case "unreal":
		r.mark(Hypothetical, Unsaid, p, 1)
	case "planned":
		r.mark(Future, Probable, p, 1)
	case "rumour":
		r.mark(Rumour, Unsaid, p, 1)
	case "denied":
		r.mark(Denied, Certain, p, 1)
	default:
		switch low(r.s, p) {
		case "reports", "report", "allegations", "allegation", "claims", "claim":
			r.mark(Reported, Unsaid, p, 1)
		}
		return
	}
	for k := range r.s.Children(p) {
		if c, n := phraseAt(r.s, k); c == "negation" && r.s.Tokens[k].Relation.Is(grammar.Det) {
			r.flip(k, n)
		}
	}
}

// nominal passes from an event named by a noun to the verb or noun it depends
// on: "cancelled the raid", "lack of compromise", "the raid never took place".
func (r *reading) nominal(cur, p int, u grammar.Relation) int {
	if u == grammar.Nmod {
		r.noun(p)
		return -1
	}
	if r.s.Tokens[cur].Tag != grammar.Noun && u != grammar.Obl {
		return -1
	}
	if u == grammar.Obl && r.markedBy(cur, "from") < 0 {
		return -1
	}
	passive := strings.HasPrefix(string(r.s.Tokens[cur].Relation), "nsubj:pass")
	if u != grammar.Nsubj || passive {
		if r.governed(cur, p) {
			return p
		}
	}
	if r.s.Tokens[p].Tag == grammar.Verb && u != grammar.Obl {
		r.local(p)
		return p
	}
	return -1
}

// long marks what happened long ago: a clause in the past with a time long past.
func (r *reading) long(head int) {
	if r.present(head) {
		return
	}
	for i := range r.s.Tokens {
		c, n := phraseAt(r.s, i)
		switch {
		case c == "past" && r.clauseOf(i, n) == head:
		case past(r.s, i) && r.clauseOf(i, 1) == head:
			n = 1
		case low(r.s, i) == "former" && r.s.Tokens[i].Head == head:
			n = 1
		default:
			continue
		}
		r.mark(Historical, Certain, i, n)
	}
}

// clauseOf gives the clause head that a stretch of tokens hangs on.
func (r *reading) clauseOf(from, n int) int {
	top := from
	for k := from; k < from+n; k++ {
		if h := r.s.Tokens[k].Head; h < from || h >= from+n {
			top = k
		}
	}
	for n := 0; top >= 0 && n <= len(r.s.Tokens); n++ {
		if top == r.head {
			return top
		}
		if t := r.s.Tokens[top].Tag; t == grammar.Verb || r.s.Finite(top) {
			return top
		}
		top = r.s.Tokens[top].Head
	}
	return -1
}

// present reports whether a clause stands in the present or ahead of it.
func (r *reading) present(head int) bool {
	if f := r.s.Tokens[head].Form; f == "VBZ" || f == "VBP" {
		return true
	}
	for _, k := range r.s.Auxiliaries(head) {
		if f := r.s.Tokens[k].Form; f == "VBZ" || f == "VBP" || f == "MD" {
			return true
		}
	}
	return false
}
