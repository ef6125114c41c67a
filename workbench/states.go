package workbench

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

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

// through sees everybody through the eyes at the end of a path: a state counts as
// stable for someone when views with at least half of the odds hold it so, in what
// is thought there that this one sees.
func through(m *mind.Minds, path []int) eyes {
	return eyes{
		stable:     func(actor int, k reckon.Concept) listed { return m.Holds(k, append(slices.Clip(path), actor)...) },
		equilibria: func(k reckon.Concept) listed { return m.Expects(k, path...) },
	}
}

// path returns the actors of a view written "a/b"; none for "".
func (b *Bench) path(view string) []int {
	var path []int
	for name := range strings.SplitSeq(view, "/") {
		if i := b.Case.Actor(name); i >= 0 {
			path = append(path, i)
		}
	}
	return path
}

// viewer says whose eyes those at the end of a view are, inside a sentence: "a",
// or "a thinks that b".
func (b *Bench) viewer(view string) string {
	var names []string
	for _, i := range b.path(view) {
		names = append(names, within(b.title(i)))
	}
	return strings.Join(names, " thinks that ")
}

// tooDeep refuses views that are nested deeper than anything is stated or, where
// states cannot be listed, decided.
func (b *Bench) tooDeep(named []string) error {
	switch {
	case len(named) > 3:
		return fmt.Errorf("view %s: what one thinks that another thinks is followed three actors deep and no further; leave out the last", strings.Join(named, "/"))
	case len(named) > 1 && b.large():
		return fmt.Errorf("view %s: with more than %d options only what one actor sees is decided; ask for --view %s", strings.Join(named, "/"), stability.MaxOptions, named[0])
	}
	return nil
}
