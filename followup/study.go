package followup

import (
	"math"
	"slices"

	"reckon"
	"reckon/stability"
)

// Study is one conflict with what was solved of it, so that several questions
// share the work. It belongs to one goroutine.
type Study struct {
	Case     *reckon.Case
	Minds    []reckon.Mind // one per actor, see Reading.MindsIn
	Conflict *stability.Conflict

	measures func(name string) float64
	solved   map[reckon.Concept]*stability.Solution
	flips    *flips // made by Sensitivity
}

// New compiles the case with one mind per actor; measures as for
// stability.Compile, whose errors and cost it has.
func New(c *reckon.Case, minds []reckon.Mind, measures func(name string) float64) (*Study, error) {
	g, err := stability.Compile(c, minds, measures)
	if err != nil {
		return nil, err
	}
	return &Study{
		Case: c, Minds: minds, Conflict: g,
		measures: measures, solved: map[reckon.Concept]*stability.Solution{},
	}, nil
}

// Solution returns the stable states under a concept, solved once.
func (s *Study) Solution(concept reckon.Concept) *stability.Solution {
	if s.solved[concept] == nil {
		s.solved[concept] = s.Conflict.Solve(concept)
	}
	return s.solved[concept]
}

// everyone lists the actors.
func (s *Study) everyone() []int {
	list := make([]int, s.Conflict.Actors())
	for i := range list {
		list[i] = i
	}
	return list
}

// usable lists the places of the wants that may be changed: those that order the
// states, and where wants are weighed those with points. A direct ranking has none.
func (s *Study) usable(m *reckon.Mind) []int {
	if len(m.Order) > 0 {
		return nil
	}
	var places []int
	byPoints := weighed(m.Wants)
	for k := range m.Wants {
		if s.orders(m.Wants[k]) && (!byPoints || m.Wants[k].Points != 0) {
			places = append(places, k)
		}
	}
	return places
}

// weighed reports whether points order the states and not the order of wants.
func weighed(wants []reckon.Want) bool {
	return slices.ContainsFunc(wants, func(w reckon.Want) bool { return w.Points != 0 })
}

// orders reports whether a want can order states: it is stated and reads no
// unknown measure.
func (s *Study) orders(w reckon.Want) bool {
	return w.That.Op != "" && !slices.ContainsFunc(w.That.Measures(), s.unknown)
}

func (s *Study) unknown(measure string) bool {
	return s.measures == nil || math.IsNaN(s.measures(measure))
}
