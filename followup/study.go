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
// states, being stated and reading no unknown measure, and where wants are
// weighed those with points. A direct ranking has none, nor has an only want with
// points, without which the others would begin to count.
func (s *Study) usable(m *reckon.Mind) []int {
	var places []int
	weighed := slices.ContainsFunc(m.Wants, func(w reckon.Want) bool { return w.Points != 0 })
	for k := range m.Wants {
		w := &m.Wants[k]
		orders := w.That.Op != "" && !slices.ContainsFunc(w.That.Measures(), s.unknown) && (!weighed || w.Points != 0)
		if orders && len(m.Order) == 0 {
			places = append(places, k)
		}
	}
	if weighed && len(places) == 1 {
		return nil
	}
	return places
}

func (s *Study) unknown(measure string) bool {
	return s.measures == nil || math.IsNaN(s.measures(measure))
}
