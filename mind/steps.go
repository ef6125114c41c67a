package mind

import (
	"cmp"
	"math/bits"
	"slices"

	"reckon"
	"reckon/stability"
)

// Steps returns staying and then the actor's moves at a state of the world: the
// smallest ones, of which no part is itself a legal move, the ones that change
// fewest options first; or all, if wide. Both ascend by the state they lead to.
// What his own view rules out is among them. From an impossible state he has none.
func (m *Minds) Steps(actor int, s reckon.State, wide bool) []reckon.Move {
	r := m.reach(actor, wide)
	states := r.from(s, nil)
	moves := make([]reckon.Move, len(states))
	for i, to := range states {
		moves[i] = reckon.Move{On: to &^ s, Off: s &^ to}
	}
	return moves
}

func (m *Minds) reach(actor int, wide bool) reach {
	final, lost := m.c.Directions()
	return reach{m.scene.base.States(), m.c.Actors[actor].Own(), final, lost, wide}
}

// reach is where one actor can go.
type reach struct {
	feasible         *stability.Set
	own, final, lost reckon.State
	wide             bool
}

// can reports whether some options of his may be changed at a state.
func (r *reach) can(s, change reckon.State) bool {
	return change&s&r.final == 0 && change&^s&r.lost == 0 && r.feasible.Has(s^change)
}

// from adds the states that his moves lead to, where he stays being the first.
func (r *reach) from(s reckon.State, into []reckon.State) []reckon.State {
	into = append(into, s)
	switch {
	case !r.feasible.Has(s):
		return into
	case r.wide:
		rest := s &^ r.own
		for own := reckon.State(0); ; own = (own - r.own) & r.own {
			if to := rest | own; to != s && r.can(s, to^s) {
				into = append(into, to)
			}
			if own == r.own {
				return into
			}
		}
	}
	blocked := reckon.State(0) // may be changed, but not alone
	for own := r.own & s &^ r.final; own != 0; {
		bit := reckon.State(1) << (63 - bits.LeadingZeros64(uint64(own)))
		own &^= bit
		if r.feasible.Has(s &^ bit) {
			into = append(into, s&^bit)
		} else {
			blocked |= bit
		}
	}
	for own := r.own &^ s &^ r.lost; own != 0; own &= own - 1 {
		bit := own & -own
		if r.feasible.Has(s | bit) {
			into = append(into, s|bit)
		} else {
			blocked |= bit
		}
	}
	if blocked&(blocked-1) != 0 {
		into = r.together(s, blocked, into)
	}
	return into
}

// together adds to the moves of one option each the smallest of several, none of
// which can be changed alone.
func (r *reach) together(s, blocked reckon.State, into []reckon.State) []reckon.State {
	found := len(into)
	for change := blocked & -blocked; change != 0; change = (change - blocked) & blocked {
		if change&(change-1) != 0 && r.feasible.Has(s^change) {
			into = append(into, s^change)
		}
	}
	slices.SortFunc(into[found:], func(a, b reckon.State) int {
		return cmp.Or(cmp.Compare(bits.OnesCount64(uint64(a^s)), bits.OnesCount64(uint64(b^s))), cmp.Compare(a, b))
	})
	kept := into[:found]
	for _, to := range into[found:] {
		if !slices.ContainsFunc(kept[found:], func(k reckon.State) bool { return (k^s)&^(to^s) == 0 }) {
			kept = append(kept, to)
		}
	}
	return kept
}
