package coalition

import (
	"fmt"
	"math/bits"

	"reckon"
	"reckon/stability"
)

// Verdict says whether a state is stable for a coalition under a concept, and
// carries a certificate that Check re-validates.
type Verdict struct {
	Settings     Settings
	Coalition    Coalition
	Concept      reckon.Concept
	State        reckon.State
	Stable       bool
	Improvements []Improvement // stable: every one, each met; unstable: the nearest that nothing meets
}

// Improvement is a state that a coalition can bring about and gains by.
type Improvement struct {
	To       reckon.State
	Path     []stability.Step // the legal sequence of members that leads there; a member may have no move to make
	Gains    []int            // ranks gained, by member in ascending order of actors
	Replies  []Reply          // the opponents' answer, one after the other; empty when nothing meets it
	Sanction reckon.State     // where Replies end: no improvement any more
	Harmed   int              // the actor in the coalition who fares worst there against the verdict's state
}

// Reply is one answering move: of one opponent, or of a group of them by a legal
// sequence of its own.
type Reply struct {
	By   Coalition
	To   reckon.State
	Path []stability.Step
}

// Improvements lists what the coalition can bring about from s and gains by,
// nearest first: R_H⁺⁺(s) [kilgour2001] with a shortest legal path to each. Cost:
// a search over what the coalition can get to.
func (a *Analysis) Improvements(h Coalition, s reckon.State) []Improvement {
	w := a.walk(h, s, nil)
	var list []Improvement
	for _, to := range w.order {
		if a.set.improves(a.g, h, s, to.To) {
			list = append(list, a.improvement(h, s, w, to.To))
		}
	}
	return list
}

func (a *Analysis) improvement(h Coalition, s reckon.State, w *walk, to reckon.State) Improvement {
	m := Improvement{To: to, Path: w.path(to), Harmed: -1}
	for _, j := range h.Members() {
		m.Gains = append(m.Gains, a.g.Rank(j, to)-a.g.Rank(j, s))
	}
	return m
}

// Explain returns the verdict on one feasible state, with its certificate; it
// needs no Solve. Paths are shortest. Cost: a search over what the coalition can
// get to from s, and for each improvement one over what the opponents can get to
// until something meets it.
func (a *Analysis) Explain(h Coalition, concept reckon.Concept, s reckon.State) (Verdict, error) {
	r, ok := ruleOf(concept)
	switch err := a.known(h); {
	case err != nil:
		return Verdict{}, err
	case !ok:
		return Verdict{}, fmt.Errorf("%s has no form for coalitions; %v have", concept, a.Concepts())
	case s>>a.g.Options() != 0 || !a.g.States().Has(s):
		return Verdict{}, fmt.Errorf("state %s is impossible in this case. Choose a state that its rules allow", s.Letters(a.g.Options()))
	}
	v := Verdict{Settings: a.set, Coalition: h, Concept: concept, State: s, Stable: true}
	trap := a.trap(h, r, s)
	for _, m := range a.Improvements(h, s) {
		if !a.meet(h, r, s, trap, &m) {
			v.Stable, v.Improvements = false, []Improvement{m}
			return v, nil
		}
		v.Improvements = append(v.Improvements, m)
	}
	return v, nil
}

// trap returns the states that take an improvement on s away from the coalition.
func (a *Analysis) trap(h Coalition, r rule, s reckon.State) *stability.Set {
	better := a.g.Nothing()
	a.g.States().Each(func(t reckon.State) {
		if a.set.improves(a.g, h, s, t) {
			better.Add(t)
		}
	})
	if r.escape {
		better = a.g.Leading(h.Members(), better) // it leads to an improvement, or is one
	}
	return a.g.States().Clone().Drop(better)
}

// meet searches breadth first, from the improvement, what the replies bring about
// and notes the shortest answer that ends in the trap.
func (a *Analysis) meet(h Coalition, r rule, s reckon.State, trap *stability.Set, m *Improvement) bool {
	type answer struct {
		Reply
		before int
	}
	groups := r.replies(a, h)
	seen := a.g.Nothing()
	seen.Add(m.To)
	queue := []answer{{Reply{To: m.To}, -1}}
	for at := 0; at < len(queue); at++ {
		here := queue[at].Reply
		for _, group := range groups {
			if group == here.By {
				continue // two moves of one group in a row are one
			}
			w := a.walk(group, here.To, nil)
			for _, to := range w.order {
				if seen.Has(to.To) || r.credible && !a.set.improves(a.g, group, here.To, to.To) {
					continue
				}
				seen.Add(to.To)
				queue = append(queue, answer{Reply{group, to.To, w.path(to.To)}, at})
				if !trap.Has(to.To) {
					continue
				}
				for k := len(queue) - 1; k > 0; k = queue[k].before {
					m.Replies = append([]Reply{queue[k].Reply}, m.Replies...)
				}
				m.Sanction, m.Harmed = to.To, a.harmed(h, s, to.To)
				return true
			}
		}
	}
	return false
}

// harmed returns the member who fares worst at x against s.
func (a *Analysis) harmed(h Coalition, s, x reckon.State) int {
	worst := bits.TrailingZeros64(uint64(h))
	for _, j := range h.Members() {
		if a.g.Rank(j, x)-a.g.Rank(j, s) < a.g.Rank(worst, x)-a.g.Rank(worst, s) {
			worst = j
		}
	}
	return worst
}
