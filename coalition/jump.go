package coalition

import (
	"slices"

	"reckon"
	"reckon/stability"
)

// Jump is a way by which a coalition of two or more leaves a state together for
// one that they like better [kilgour2001].
type Jump struct {
	From      reckon.State
	Coalition Coalition
	Improvement
	Lands bool             // where they get to is one of the states asked about, too
	Unmet []reckon.Concept // concepts under which no reply meets it
}

// Jumps lists, for states such as the equilibria of the actors alone, which
// coalitions can leave them, to where, by which path and with what gain for each.
// A coalition is named when no smaller one within it has the same improvement. Of
// its improvements those that land on another of the states are listed, and
// when none does the nearest. Sorted by state, coalition and distance. The error
// is that of Solve for all coalitions. Cost: for each state and coalition that can
// leave it, a search over what the coalition can get to.
func (a *Analysis) Jumps(states *stability.Set) ([]Jump, error) {
	if err := a.listable(true); err != nil {
		return nil, err
	}
	var list []Jump
	states.Each(func(s reckon.State) {
		ahead := map[Coalition]*stability.Set{} // improvements, by coalition that has one
		for _, h := range a.coalitions() {
			better := a.gains(h, s)
			if better.Empty() {
				continue
			}
			ahead[h] = better.Clone()
			for k, smaller := range ahead {
				if k != h && k&^h == 0 {
					better.Drop(smaller)
				}
			}
			if h.Size() > 1 && !better.Empty() {
				list = append(list, a.jumps(h, s, states, better)...)
			}
		}
	})
	return list, nil
}

// gains returns the improvements of the coalition on s.
func (a *Analysis) gains(h Coalition, s reckon.State) *stability.Set {
	better := a.g.Nothing()
	if a.unmoved(h) {
		return better
	}
	r := a.reach(h)
	r.ahead(r.piece[s], func(t reckon.State) bool {
		if a.set.improves(a.g, h, s, t) {
			better.Add(t)
		}
		return true
	})
	return better
}

// jumps lists those of the improvements that land, or else the nearest.
func (a *Analysis) jumps(h Coalition, s reckon.State, states, better *stability.Set) []Jump {
	goal, lands := better.Clone().Keep(states), true
	if goal.Empty() {
		goal, lands = better, false
	}
	left := goal.Len()
	w := a.walk(h, s, func(t reckon.State) bool {
		if goal.Has(t) {
			left--
		}
		return left == 0 || goal.Has(t) && !lands
	})
	var list []Jump
	for _, to := range w.order {
		if goal.Has(to.To) {
			list = append(list, Jump{From: s, Coalition: h, Improvement: a.improvement(h, s, w, to.To), Lands: lands})
		}
	}
	for _, r := range rules() {
		trap := a.trap(h, r, s)
		for k := range list {
			if m := list[k].Improvement; !a.meet(h, r, s, trap, &m) {
				list[k].Unmet = append(list[k].Unmet, r.concept)
			}
		}
	}
	return slices.Clip(list)
}
