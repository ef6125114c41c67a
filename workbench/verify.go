package workbench

import (
	"fmt"

	"reckon"
	"reckon/mind"
	"reckon/stability"
	"reckon/symbolic"
)

// verified re-validates, with the independent checker, the certificate of every
// verdict on a state: each actor, concept and view. It returns how many; one that
// is refused is our bug.
func (b *Bench) verified(m *mind.Minds, state reckon.State, set SolveSettings) int {
	n := 0
	for i := range b.Case.Actors {
		for _, v := range m.Views(append(b.path(set.View), i)...) {
			seen, possible := v.Sees(state)
			if !possible {
				continue
			}
			for _, k := range set.Concepts {
				verdict := v.Conflict.Explain(i, k, seen)
				if err := stability.Check(v.Conflict, verdict); err != nil {
					panic(fmt.Sprintf("workbench: the certificate of %s for %s is refused: %v", k, b.Case.Actors[i].Name, err))
				}
				n++
			}
		}
	}
	return n
}

// checked re-validates the certificate of a verdict found without listing states.
func checked(p *symbolic.Problem, v symbolic.Verdict) {
	if err := symbolic.Check(p, v); err != nil {
		panic(fmt.Sprintf("workbench: the certificate of %s for actor %d is refused: %v", v.Concept, v.Actor, err))
	}
}
