package workbench

import (
	"fmt"

	"reckon"
	"reckon/coalition"
	"reckon/mind"
	"reckon/preference"
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
				if k.Ahead() && len(b.Case.Options) > mostGroupChecked {
					continue // re-playing all that is foreseen would take minutes
				}
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

// groupsChecked refuses --verify of groups where the checker, which tries every
// pair of states, would take more than seconds.
func (b *Bench) groupsChecked() error {
	if n := len(b.Case.Options); n > mostGroupChecked {
		return fmt.Errorf("--verify: the checker of groups tries every pair of states, which is meant for at most %d options; the case has %d", mostGroupChecked, n)
	}
	return nil
}

// verifiedGroups re-validates the certificate of every verdict of groups on a state.
func (b *Bench) verifiedGroups(g *stability.Conflict, a *coalition.Analysis, solved *coalition.Result, state reckon.State) (int, error) {
	n := 0
	for _, h := range solved.Coalitions {
		for _, k := range solved.Concepts {
			v, err := a.Explain(h, k, state)
			if err != nil {
				return n, err
			}
			if err := coalition.Check(g, v); err != nil {
				panic(fmt.Sprintf("workbench: the certificate of %s for %v is refused: %v", k, b.members(h), err))
			}
			n++
		}
	}
	return n, nil
}

// mostGroupChecked is the number of options up to which that, and re-playing what
// L_h and NM foresee, takes seconds at most.
const mostGroupChecked = 12

// verifiedPreference does so for a kind of preference.
func (b *Bench) verifiedPreference(solved *preference.Result, state reckon.State) int {
	n := 0
	for i := range b.Case.Actors {
		for _, k := range solved.Kind.Concepts {
			if err := preference.Check(solved, solved.Explain(i, k, state)); err != nil {
				panic(fmt.Sprintf("workbench: the certificate of %s for %s is refused: %v", k, b.Case.Actors[i].Name, err))
			}
			n++
		}
	}
	return n
}
