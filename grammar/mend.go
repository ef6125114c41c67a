package grammar

import "slices"

// A mend changes arcs of a tree that the words rule out. Each keeps the tree a tree.
type mend struct {
	name  string
	apply func(s sight, i int) bool
}

// mends in the order in which they are tried at each word.
var mends = [...]mend{
	{"verb after a relative clause", sight.mendRelative},
	{"inverted condition", sight.mendInverted},
	{"tensed verb joined to a gerund", sight.mendConjunct},
	{"gerund after by", sight.mendGerund},
}

// mend looks at every word once, from left to right.
func (s sight) mend(changed func(i int, rule *mend)) {
	for i := range s.tokens {
		for k := range mends {
			if mends[k].apply(s, i) {
				changed(i, &mends[k])
			}
		}
	}
}

// mendRelative: in "the ship, which sank in May, carried grain", carried governs
// the ship when it hangs on sank or on the ship without a subject or a joining word.
func (s sight) mendRelative(i int) bool {
	v := &s.tokens[i]
	if !s.is(i-1, ",") || !s.tensed(i) || v.Head < 0 || v.Head >= i || s.child(i, Nsubj, Cc) ||
		!v.Relation.Is(Conj) && !v.Relation.Is(Parataxis) && !v.Relation.Is(Advcl) {
		return false
	}
	n := v.Head
	if s.tokens[n].Relation == Relcl && s.tokens[n].Head >= 0 {
		n = s.tokens[n].Head
	}
	noun := &s.tokens[n]
	if !s.tag(n, Noun, Name) || n > i-4 || noun.Head >= n && noun.Head <= i ||
		!s.is(n+1, ",") || !s.is(n+2, "who", "which", "whose") || s.child(n, Nsubj, Cop) {
		return false
	}
	s.lift(i, n, Nsubj)
	return true
}

// mendInverted: in "Had the deal been signed, the war would have ended", ended
// governs signed.
func (s sight) mendInverted(i int) bool {
	if !s.inverts(i, "had", "were", "should") || s.is(len(s.tokens)-1, "?") {
		return false
	}
	comma := i + 1
	for comma < len(s.tokens) && !s.is(comma, ",") {
		comma++
	}
	if !s.modalAfter(comma) {
		return false
	}
	condition, changed := s.top(i, comma), false
	if s.tokens[condition].Head < comma {
		for k := comma + 1; k < len(s.tokens); k++ {
			if h := s.tokens[k].Head; h >= i && h < comma && (s.tag(k, Verb) || s.child(k, Cop)) && s.under(k, condition) {
				s.lift(k, condition, Advcl)
				changed = true
				break
			}
		}
	}
	return s.mendWere(i, condition, comma) || changed
}

// mendWere: in "Were the talks to fail", fail governs the talks and were.
func (s sight) mendWere(i, noun, comma int) bool {
	if !s.is(i, "were") || !s.tag(noun, Noun, Name, Pronoun) || s.tokens[i].Head != noun {
		return false
	}
	for k := noun + 1; k < comma; k++ {
		if s.infinitive(k) && s.tokens[k].Head == noun {
			s.lift(k, noun, Nsubj)
			s.tokens[i].Head, s.tokens[i].Relation = k, Aux
			return true
		}
	}
	return false
}

// mendConjunct: in "he accused them of spying and said", said is joined to accused.
func (s sight) mendConjunct(i int) bool {
	v := &s.tokens[i]
	if v.Relation != Conj || !s.tensed(i) || v.Head < 0 || v.Head > i || s.child(i, Nsubj, Aux) {
		return false
	}
	if g := v.Head; s.tokens[g].Form != "VBG" && !s.infinitive(g) || s.child(g, Aux) {
		return false
	}
	h := s.tokens[v.Head].Head
	for range s.tokens {
		if h < 0 || h < i && s.tag(h, Verb) && s.tokens[h].Form == v.Form && s.tokens[h].Relation != Relcl {
			break
		}
		h = s.tokens[h].Head
	}
	if h < 0 || h > i || s.tokens[h].Form != v.Form {
		return false
	}
	v.Head = h
	return true
}

// mendGerund: in "survived by crushing protests" the verb is active, so that
// crushing is what is done.
func (s sight) mendGerund(i int) bool {
	g := &s.tokens[i]
	if g.Form != "VBG" || !s.tag(i, Verb) || g.Relation != Amod || g.Head <= i || !s.is(i-1, "by", "without") || s.tokens[i-1].Head != g.Head {
		return false
	}
	noun := g.Head
	if v := s.tokens[noun].Head; v >= i || !s.tag(v, Verb) || s.child(v, AuxPass) || s.tokens[noun].Form != "NNS" {
		return false
	}
	s.lift(i, noun, Obj)
	g.Relation = Advcl
	s.tokens[i-1].Head, s.tokens[i-1].Relation = i, Mark
	return true
}

// lift puts a word that another governs, over any number of steps, in the place
// of that word, and makes it govern it. Marks behind go with it.
func (s sight) lift(word, over int, as Relation) {
	w, o := &s.tokens[word], &s.tokens[over]
	w.Head, w.Relation = o.Head, o.Relation
	o.Head, o.Relation = word, as
	for k := max(word, over) + 1; k < len(s.tokens); k++ {
		if s.tokens[k].Head == over && s.tokens[k].Relation == Punct {
			s.tokens[k].Head = word
		}
	}
}

// under reports whether a word is governed by another over any number of steps.
func (s sight) under(word, over int) bool {
	for word >= 0 && word != over {
		word = s.tokens[word].Head
	}
	return word == over
}

// tensed reports whether a word is a verb of the past or third person.
func (s sight) tensed(i int) bool {
	return s.tag(i, Verb) && (s.tokens[i].Form == "VBD" || s.tokens[i].Form == "VBZ")
}

func (s sight) infinitive(i int) bool { return s.tokens[i].Form == "VB" && s.is(i-1, "to") }

// top gives the first word of a stretch that is governed from outside it.
func (s sight) top(lo, hi int) int {
	for k := lo; k < hi; k++ {
		if h := s.tokens[k].Head; (h < lo || h >= hi) && !s.tag(k, Punctuation) {
			return k
		}
	}
	return lo
}

// child reports whether a word governs another by one of some relations.
func (s sight) child(head int, relations ...Relation) bool {
	for i := range s.tokens {
		if s.tokens[i].Head == head && slices.ContainsFunc(relations, s.tokens[i].Relation.Is) {
			return true
		}
	}
	return false
}
