package casetest

import (
	"fmt"
	"slices"
	"strings"

	"reckon"
)

// known is what an oracle has worked out before.
type known struct {
	feasible map[reckon.State]bool
	moves    map[turn][]reckon.State
	ends     map[turn][]reckon.State
	from     int // of the round of foresight, once period is not 0
	period   int
}

// turn is an actor to move at a state, so many moves being left.
type turn struct {
	left, actor int
	at          reckon.State
}

// Cached returns the oracle with a memory, which L_h and NM cannot do without.
func (o Oracle) Cached() Oracle {
	o.known = &known{feasible: map[reckon.State]bool{}, moves: map[turn][]reckon.State{}, ends: map[turn][]reckon.State{}}
	return o
}

func recall[K comparable, V any](memory map[K]V, key K, work func() V) V {
	v, ok := memory[key]
	if !ok {
		v = work()
		memory[key] = v
	}
	return v
}

// After is the set of states in which play may end once the actor has moved to s
// and so many moves are left: s itself when nothing is left or nobody else has a
// move, else all ends of play with any such other to move.
func (o Oracle) After(left, mover int, s reckon.State) []reckon.State {
	var ends []reckon.State
	for k := range o.Case.Actors {
		if left > 0 && k != mover && len(o.Moves(k, s)) > 0 {
			ends = append(ends, o.Ends(left, k, s)...)
		}
	}
	if ends == nil {
		return []reckon.State{s}
	}
	slices.Sort(ends)
	return slices.Compact(ends)
}

// Ends is the set of states in which play may end that the actor is to continue
// at s with so many moves left: after any of his best moves, or at s.
func (o Oracle) Ends(left, actor int, s reckon.State) []reckon.State {
	return recall(o.known.ends, turn{left, actor, s}, func() []reckon.State {
		best := o.best(left, actor, s)
		if best == nil {
			return []reckon.State{s}
		}
		var ends []reckon.State
		for _, q := range best {
			ends = append(ends, o.After(left-1, actor, q)...)
		}
		slices.Sort(ends)
		return slices.Compact(ends)
	})
}

// best lists the moves of the actor that he likes best, judged by the worst end
// they may lead to, when that is better for him than s; nil when he stays.
func (o Oracle) best(left, actor int, s reckon.State) []reckon.State {
	worth := map[reckon.State]reckon.State{} // by move, the worst end
	for _, q := range o.Moves(actor, s) {
		worth[q] = slices.MinFunc(o.After(left-1, actor, q), func(a, b reckon.State) int { return o.Prefers(actor, a, b) })
	}
	var best []reckon.State
	for _, q := range o.Moves(actor, s) {
		top := o.Prefers(actor, worth[q], s) > 0
		for _, other := range worth {
			top = top && o.Prefers(actor, worth[q], other) >= 0
		}
		if top {
			best = append(best, q)
		}
	}
	return best
}

// staysFor is L_h stability.
func (o Oracle) staysFor(h, actor int, s reckon.State) bool { return o.best(h, actor, s) == nil }

// staysForEver is NM stability: L_h stable throughout the round into which the
// sets of ends fall.
func (o Oracle) staysForEver(actor int, s reckon.State) bool {
	from, period := o.Round()
	for h := from + 1; h <= from+period; h++ {
		if !o.staysFor(h, actor, s) {
			return false
		}
	}
	return true
}

// Round returns the number of moves left from which on all sets of ends repeat,
// and after how many moves.
func (o Oracle) Round() (from, period int) {
	k := o.known
	seen := map[string]int{}
	for left := 1; k.period == 0; left++ {
		var all strings.Builder
		for s := range reckon.State(1) << len(o.Case.Options) {
			for j := range o.Case.Actors {
				if o.Feasible(s) {
					fmt.Fprint(&all, o.Ends(left, j, s))
				}
			}
		}
		if before, met := seen[all.String()]; met {
			k.from, k.period = before, left-before
		}
		seen[all.String()] = left
	}
	return k.from, k.period
}
