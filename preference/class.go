package preference

import (
	"reckon"
	"reckon/stability"
)

// classes groups the states of one actor by all that his relations read of them:
// within a class the same states improve on s and the same ones harm him.
type classes struct {
	of    []int32        // by state; −1 where infeasible
	first []reckon.State // by class: its lowest state
}

func (b *board) classify(pairs []pair) classes {
	k := classes{of: make([]int32, 1<<b.g.Options())}
	for s := range k.of {
		k.of[s] = -1
	}
	for _, s := range b.feasible {
		k.of[s] = 0
	}
	seen := map[*uint64]bool{}
	for _, p := range pairs {
		for _, key := range append(p.improves.reads(), p.harms.reads()...) {
			if !seen[&key[0]] {
				seen[&key[0]] = true
				k.refine(b.feasible, key)
			}
		}
	}
	for _, s := range b.feasible {
		if int(k.of[s]) == len(k.first) { // classes are numbered as they are met
			k.first = append(k.first, s)
		}
	}
	return k
}

// refine splits the classes by a further key.
func (k *classes) refine(feasible []reckon.State, key []uint64) {
	type part struct {
		class int32
		key   uint64
	}
	number := map[part]int32{}
	for _, s := range feasible {
		at := part{k.of[s], key[s]}
		n, met := number[at]
		if !met {
			n = int32(len(number))
			number[at] = n
		}
		k.of[s] = n
	}
}

// engine decides the stability of all states of one actor, 64 classes of states
// at a time: a bundle holds, for each state, one bit for each of those classes.
type engine struct {
	*board
	actor    int
	others   []int
	arcs     []arcs // by actor: his moves in answer under SEQ and SSEQ
	classes  classes
	from     int // the first class of the bundle
	at       []reckon.State
	improves []uint64
	harms    []uint64

	seen, done []marks // by mover, for search: states arrived at by him, and moved from
}

// stable returns, by foresight, the stable states under each pair of relations.
// O(classes/64 × states × (options × sweeps + arcs)) time, 8 bytes a state for
// each of some ten bundles.
func (e *engine) stable(pairs []pair) []map[reckon.Concept]*stability.Set {
	found := make([]map[reckon.Concept]*stability.Set, len(pairs))
	for k, p := range pairs {
		found[k] = map[reckon.Concept]*stability.Set{}
		for _, foresight := range p.foresights {
			found[k][foresight] = e.g.States().Clone()
		}
	}
	for e.from = 0; e.from < len(e.classes.first); e.from += 64 {
		at := e.classes.first[e.from:min(e.from+64, len(e.classes.first))]
		for k, p := range pairs {
			e.look(p, at)
			for _, foresight := range p.foresights {
				found[k][foresight].Drop(e.unstable(foresight))
			}
		}
	}
	return found
}

// unstable returns the states of the bundle's classes that have an improvement
// which nothing meets.
func (e *engine) unstable(foresight reckon.Concept) *stability.Set {
	_, met := e.met(foresight)
	bad := e.byState()
	for _, t := range e.feasible {
		bad[t] = e.improves[t] &^ met[t]
	}
	leads := e.byState()
	e.into(e.actor, bad, leads)
	set := e.g.Nothing()
	for _, s := range e.feasible {
		if c := int(e.classes.of[s]) - e.from; c >= 0 && c < len(e.at) && leads[s]>>c&1 == 1 {
			set.Add(s)
		}
	}
	return set
}

// met returns, class by class, the states that sanction, and those from which the
// others' replies lead to one.
func (e *engine) met(foresight reckon.Concept) (sanctions, met []uint64) {
	sanctions = e.harms
	if foresight == reckon.SMR || foresight == reckon.SSEQ {
		sanctions = e.inescapable()
	}
	switch foresight {
	case reckon.Nash:
		return sanctions, e.byState()
	case reckon.SEQ, reckon.SSEQ:
		return sanctions, e.metCredibly(sanctions)
	default:
		return sanctions, e.metAnyhow(sanctions)
	}
}

// look makes the bundle of up to 64 classes, given by a state of each.
func (e *engine) look(p pair, at []reckon.State) {
	e.at, e.improves, e.harms = at, e.byState(), e.byState()
	improves, harms := p.improves.over(at), p.harms.over(at)
	asked := all >> (64 - len(at))
	for _, x := range e.feasible {
		e.improves[x], e.harms[x] = improves(x)&asked, harms(x)&asked
	}
}

// inescapable returns what harms the actor and leaves him no move out of harm.
func (e *engine) inescapable() []uint64 {
	safe, escape := e.byState(), e.byState()
	for _, y := range e.feasible {
		safe[y] = ^e.harms[y] // and so of classes not asked for, which harm nothing
	}
	e.into(e.actor, safe, escape)
	for _, x := range e.feasible {
		escape[x] = e.harms[x] &^ escape[x]
	}
	return escape
}

// into joins to found the states from which a move of the actor leads to another
// state of the goal, class by class: options one after the other, as in the
// preimage of package stability.
func (b *board) into(actor int, goal, found []uint64) {
	for own := b.own[actor]; own != 0; own &= own - 1 {
		bit := own & -own
		up, down := b.lost&bit == 0, b.final&bit == 0
		for no := range reckon.State(len(goal)) {
			if no&bit != 0 {
				continue
			}
			yes := no | bit
			n, y := found[no]|goal[no], found[yes]|goal[yes]
			if up {
				found[no] |= y
			}
			if down {
				found[yes] |= n
			}
		}
	}
	for s, k := 0, 0; s < len(found); s++ { // only feasible states move
		if k < len(b.feasible) && int(b.feasible[k]) == s {
			k++
		} else {
			found[s] = 0
		}
	}
}
