package events

import (
	"slices"

	"reckon/grammar"
	"reckon/names"
)

// reciprocal types list both sides as actors when "with" joins them.
func reciprocal(kind string) bool {
	return kind == "AGREE" || kind == "CONSULT" || kind == "COOPERATE"
}

// roles fills in who acts and who is acted on.
func (f *finder) roles(e *Event, r *reading) {
	actor := -1
	if r.verb >= 0 {
		actor = f.subject(r.verb)
	}
	nounActor, nounRecipient := -1, -1
	if r.nominal || r.verb >= 0 && r.object >= 0 && words.nouns[f.lemma(r.object)].kind != "" {
		nounActor, nounRecipient = f.nounRoles(r.object)
	}
	if r.verb < 0 || actor < 0 && !f.passive(r.verb) {
		if actor < 0 {
			actor = nounActor
		}
	}
	if actor < 0 && r.kind == "PROTEST" && r.verb >= 0 {
		actor = r.object // "students marched", taken for a participle
	}
	e.Actors = f.mentions(nil, actor, true)
	if k := f.apposed(actor); k >= 0 {
		e.Actors = []int{k}
	}
	recipients := f.recipients(r, nounActor, nounRecipient)
	for _, at := range recipients {
		if len(e.Recipients) > 0 {
			break
		}
		e.Recipients = without(f.mentions(e.Recipients, at, false), e.Actors)
		e.Recipients = slices.DeleteFunc(e.Recipients, func(k int) bool { return f.own(k, e.Actors) })
	}
	f.nearest(e, r)
	if reciprocal(r.kind) && r.verb >= 0 && f.with(r.verb, "with") >= 0 && len(e.Recipients) > 0 && f.covers(e.Recipients[0], f.with(r.verb, "with")) {
		e.Actors = append(e.Actors, e.Recipients...)
		e.Recipients = nil
	}
}

// apposed gives the name before a subject between commas that only says who bears
// it, where the parser took that for the subject: "Norland, a member of the bloc,
// refused"; -1 when there is none.
func (f *finder) apposed(actor int) int {
	if actor < 0 {
		return -1
	}
	from, to := f.s.Phrase(actor)
	for from < actor && f.lemma(from) == "," {
		from++
	}
	if from < 2 || to > len(f.s.Tokens) || f.tok(from).Tag != grammar.Determiner || f.tok(from-1).Text != "," || f.tok(to-1).Text != "," && (to >= len(f.s.Tokens) || f.tok(to).Text != ",") {
		return -1
	}
	k := f.mention[from-2]
	if k < 0 || !f.someone(k) || f.cast.Mentions[k].From > 0 {
		return -1
	}
	return k
}

// nearest fills in what the tree did not tell: the first mention of somebody before
// a verb in the active as its actor, the first behind a predicate as its recipient,
// both within its clause.
func (f *finder) nearest(e *Event, r *reading) {
	if r.verb < 0 {
		return
	}
	from, to := f.s.Clause(r.verb)
	for i := from; i < to; i++ {
		k := f.mention[i]
		if k < 0 || !f.someone(k) || slices.Contains(e.Actors, k) || slices.Contains(e.Recipients, k) || f.apart(i, r.verb) {
			continue
		}
		if i < r.verb && len(e.Actors) == 0 && !f.passive(r.verb) {
			e.Actors = append(e.Actors, k)
		} else if i > r.verb && len(e.Recipients) == 0 {
			e.Recipients = append(e.Recipients, k)
		}
	}
}

// apart tells a word in a clause below a verb that has a subject of its own.
func (f *finder) apart(i, verb int) bool {
	for n := 0; i >= 0 && i != verb && n < len(f.s.Tokens); n++ {
		if f.child(i, grammar.Nsubj, "") >= 0 {
			return true
		}
		i = f.tok(i).Head
	}
	return i != verb
}

// someone tells a mention of who can act from one of a place.
func (f *finder) someone(k int) bool {
	m := &f.cast.Mentions[k]
	return m.Entity >= 0 && f.cast.Entities[m.Entity].Kind != names.Place && f.cast.Entities[m.Entity].Kind != names.Author
}

// covers tells whether a mention lies in the phrase of a token.
func (f *finder) covers(k, at int) bool {
	return f.s.Under(f.cast.Mentions[k].Head, at)
}

// recipients lists the phrases that may be acted on, the likeliest first.
func (f *finder) recipients(r *reading, nounActor, nounRecipient int) []int {
	list := make([]int, 0, 12)
	put := func(at int) {
		if at >= 0 {
			list = append(list, at)
		}
	}
	put(r.addressee)
	put(nounRecipient)
	if r.verb >= 0 {
		put(f.child(r.verb, grammar.Iobj, ""))
		if r.inner == nil && r.object >= 0 && !f.thing(r) {
			put(r.object)
		}
		list = f.phrases(list, r.verb)
		if r.object >= 0 {
			put(r.object)
			list = f.phrases(list, r.object)
			if r.verb >= 0 && f.subject(r.verb) >= 0 {
				put(nounActor)
			}
		}
	}
	for inner := r.inner; inner != nil && len(list) < 24; inner = inner.inner {
		if inner.verb >= 0 {
			put(f.object(inner.verb))
			list = f.phrases(list, inner.verb)
		}
		if inner.object >= 0 {
			a, b := f.nounRoles(inner.object)
			put(b)
			put(a)
			put(inner.object)
			list = f.phrases(list, inner.object)
		}
		put(inner.addressee)
	}
	return list
}

// thing tells an object that is moved or named rather than acted on: an event, or
// what belongs to the actor: withdrew its troops, gave money.
func (f *finder) thing(r *reading) bool {
	n := words.nouns[f.lemma(r.object)]
	if n.kind != "" {
		return true
	}
	switch r.kind {
	case "RETREAT", "MOBILIZE", "AGREE", "AID":
		own := words.classes["force"] | words.classes["weapon"] | words.classes["money"] | words.classes["property"]
		return n.classes&own != 0
	}
	return false
}

// toward lists the prepositions that bring who is acted on, the likeliest first.
var toward = [...]string{"against", "with", "to", "on", "upon", "at", "from", "for", "toward", "towards", "over", "into", "of", "in", "between", "among"}

// phrases adds the prepositional phrases of a word, in that order.
func (f *finder) phrases(list []int, head int) []int {
	for _, p := range toward {
		for i := range f.under(head) {
			if r := f.tok(i).Relation; (r.Is(grammar.Obl) || r.Is(grammar.Nmod)) && r != grammar.NmodPoss && f.preposition(i) == p {
				list = append(list, i)
			}
		}
	}
	return list
}

// mentions adds who a noun phrase speaks of: its own mention, else one that stands
// in it, and those coordinated with it.
func (f *finder) mentions(list []int, at int, actor bool) []int {
	if at < 0 {
		return list
	}
	if k := f.speaks(at, 3, actor); k >= 0 {
		list = appendNew(list, k)
	}
	for i := range f.under(at) {
		if f.tok(i).Relation.Is(grammar.Conj) {
			list = f.mentions(list, i, actor)
		}
	}
	return list
}

// speaks finds the mention of a noun phrase; -1 when there is none.
func (f *finder) speaks(at, depth int, actor bool) int {
	if k := f.mention[at]; k >= 0 {
		return k
	}
	if depth == 0 {
		return -1
	}
	for _, want := range [...]grammar.Relation{grammar.NmodPoss, grammar.Compound, grammar.Amod, grammar.Flat, grammar.Nmod, grammar.Appos, grammar.Obl} {
		for i := range f.under(at) {
			if r := f.tok(i).Relation; r == want || want == grammar.Flat && r.Is(want) {
				if k := f.speaks(i, depth-1, actor); k >= 0 {
					return k
				}
			}
		}
	}
	return -1
}

func appendNew(list []int, k int) []int {
	if slices.Contains(list, k) {
		return list
	}
	return append(list, k)
}

// without drops mentions that the other list has.
func without(list, other []int) []int {
	return slices.DeleteFunc(list, func(k int) bool { return slices.Contains(other, k) })
}
