package workbench

import (
	"encoding/json"
	"slices"

	"reckon"
	"reckon/mind"
	"reckon/stability"
)

// listing is a list of states in JSON, each one letter per option; in a summary
// it is their number.
type listing struct {
	Count   int
	Letters func(yield func(string) bool) // ascending; nil in a summary
}

// MarshalJSON writes the list, or the number.
func (s listing) MarshalJSON() ([]byte, error) {
	if s.Letters == nil {
		return json.Marshal(s.Count)
	}
	out := []byte{'['}
	for letters := range s.Letters {
		if len(out) > 1 {
			out = append(out, ',')
		}
		out = append(out, '"')
		out = append(out, letters...)
		out = append(out, '"')
	}
	return append(out, ']'), nil
}

// listed is a set of states, however it is kept.
type listed interface {
	Has(reckon.State) bool
	Len() int
	List() []reckon.State
}

// states presents a set. The letters are made only when they are written out,
// since there may be millions.
func (b *Bench) states(set listed, summary bool) listing {
	s := listing{Count: set.Len()}
	if !summary {
		options := len(b.Case.Options)
		s.Letters = func(yield func(string) bool) {
			for _, x := range set.List() {
				if !yield(x.Letters(options)) {
					return
				}
			}
		}
	}
	return s
}

// eyes tell which states are stable, as seen by someone.
type eyes struct {
	stable     func(actor int, concept reckon.Concept) listed
	equilibria func(concept reckon.Concept) listed
}

// everyone sees each actor in his own views.
func everyone(m *mind.Minds) eyes {
	return eyes{
		stable:     func(actor int, k reckon.Concept) listed { return m.Stable(actor, k) },
		equilibria: func(k reckon.Concept) listed { return m.Equilibria(k) },
	}
}

// through sees everybody through one actor's views: a state counts as stable
// for someone when views with at least half of the viewer's odds hold it so.
func through(m *mind.Minds, viewer int, concepts []reckon.Concept) eyes {
	views := m.Views(viewer)
	solved := make([]*stability.Solution, len(views))
	for i, v := range views {
		solved[i] = v.Conflict.Solve(concepts...)
	}
	half := func(has func(i int, x reckon.State) bool) listed {
		var most chosenStates
		for _, x := range m.Base().States().List() {
			odds := 0.0
			for i, v := range views {
				if has(i, x) {
					odds += v.Odds
				}
			}
			if odds >= 0.5-1e-9 {
				most = append(most, x)
			}
		}
		return most
	}
	stable := func(actor int, k reckon.Concept) listed {
		return half(func(i int, x reckon.State) bool { return solved[i].Stable(k, actor).Has(x) })
	}
	return eyes{
		stable: stable,
		equilibria: func(k reckon.Concept) listed {
			all := stable(0, k).List()
			for a := 1; a < m.Base().Actors(); a++ {
				held := stable(a, k)
				all = slices.DeleteFunc(all, func(x reckon.State) bool { return !held.Has(x) })
			}
			return chosenStates(all)
		},
	}
}

// chosenStates is a sorted list of states.
type chosenStates []reckon.State

func (c chosenStates) Has(x reckon.State) bool {
	_, ok := slices.BinarySearch(c, x)
	return ok
}

func (c chosenStates) Len() int { return len(c) }

func (c chosenStates) List() []reckon.State { return slices.Clone(c) }
