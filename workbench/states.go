package workbench

import (
	"encoding/json"

	"reckon"
	"reckon/mind"
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

// through sees everybody through one actor's eyes: a state counts as stable for
// someone when views with at least half of the viewer's odds hold it so, in what he
// thinks that one sees.
func through(m *mind.Minds, viewer int) eyes {
	return eyes{
		stable:     func(actor int, k reckon.Concept) listed { return m.Holds(k, viewer, actor) },
		equilibria: func(k reckon.Concept) listed { return m.Expects(k, viewer) },
	}
}
