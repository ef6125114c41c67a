package followup

import (
	"cmp"
	"fmt"
	"slices"

	"reckon"
	"reckon/stability"
)

// Robust is how far a state's stability hangs on the choice of concept.
type Robust struct {
	State       reckon.State
	Equilibrium []reckon.Concept   // those under which it is stable for everyone
	Stable      [][]reckon.Concept // by actor: those under which it is stable for him
	Says        string
}

// Robustness returns the states that are an equilibrium under at least one of
// the concepts, by default all of stability.Concepts. First come those that are
// one under most concepts, then those that are stable for an actor most often,
// then the lowest. Cost: the concepts solved.
func (s *Study) Robustness(concepts ...reckon.Concept) []Robust {
	concepts = orAll(concepts)
	some := s.Conflict.Nothing()
	for _, k := range concepts {
		some.Join(s.Solution(k).Equilibria(k))
	}
	var list []Robust
	some.Each(func(x reckon.State) { list = append(list, s.RobustAt(x, concepts...)) })
	slices.SortStableFunc(list, func(a, b Robust) int {
		return cmp.Or(len(b.Equilibrium)-len(a.Equilibrium), b.verdicts()-a.verdicts())
	})
	return list
}

// RobustAt returns the same for one feasible state, an equilibrium or not.
func (s *Study) RobustAt(x reckon.State, concepts ...reckon.Concept) Robust {
	concepts = orAll(concepts)
	r := Robust{State: x, Stable: make([][]reckon.Concept, s.Conflict.Actors())}
	for _, k := range concepts {
		everyone := true
		for i := range r.Stable {
			if s.Solution(k).Stable(k, i).Has(x) {
				r.Stable[i] = append(r.Stable[i], k)
			} else {
				everyone = false
			}
		}
		if everyone {
			r.Equilibrium = append(r.Equilibrium, k)
		}
	}
	r.Says = fmt.Sprintf("%s is an equilibrium under %d of %s%s.", s.state(x),
		len(r.Equilibrium), count(len(concepts), "concept"), listed(r.Equilibrium))
	return r
}

func orAll(concepts []reckon.Concept) []reckon.Concept {
	if len(concepts) == 0 {
		return stability.Concepts()
	}
	return concepts
}

// verdicts counts the pairs of actor and concept that hold it stable.
func (r *Robust) verdicts() int {
	n := 0
	for _, k := range r.Stable {
		n += len(k)
	}
	return n
}

// listed writes ": Nash, GMR", or nothing.
func listed(concepts []reckon.Concept) string {
	text := ""
	for k, name := range concepts {
		if text += ", "; k == 0 {
			text = ": "
		}
		text += string(name)
	}
	return text
}
