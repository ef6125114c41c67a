package workbench

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"reckon"
	"reckon/mind"
	"reckon/stability"
)

// profile reads a mixed profile written "a=GMR,b=SEQ": the concept of each actor
// named.
func (b *Bench) profile(text string) (map[int]reckon.Concept, error) {
	if text == "" {
		return nil, nil
	}
	if b.large() {
		return nil, fmt.Errorf("a mixed profile is computed only where all states are listed, up to %d options; the case has %d", stability.MaxOptions, len(b.Case.Options))
	}
	of := map[int]reckon.Concept{}
	for part := range strings.SplitSeq(text, ",") {
		name, concept, ok := strings.Cut(part, "=")
		i := b.Case.Actor(strings.TrimSpace(name))
		switch {
		case !ok:
			return nil, fmt.Errorf("profile %q: write an actor, an equals sign and a concept, such as %s=GMR", part, b.Case.Actors[0].Name)
		case i < 0:
			return nil, noSuch("actor", strings.TrimSpace(name), b.actors())
		case of[i] != "":
			return nil, fmt.Errorf("profile %q names %s twice; give each actor one concept", text, b.Case.Actors[i].Name)
		}
		var err error
		if of[i], err = b.concept(strings.TrimSpace(concept)); err != nil {
			return nil, err
		}
	}
	return of, nil
}

// mix adds the equilibria of a mixed profile, in which each actor follows a
// concept of his own, in his own views.
func (b *Bench) mix(one *Stability, m *mind.Minds, minds []reckon.Mind, state reckon.State, set SolveSettings) {
	if set.View != "" {
		return
	}
	profile := make([]reckon.Concept, len(minds))
	one.Profile = map[string]reckon.Concept{}
	for i := range minds {
		profile[i] = cmp.Or(set.profile[i], minds[i].Temper.Concept)
		if a := &b.Case.Actors[i]; len(a.Options) > 0 {
			one.Profile[a.Name] = profile[i]
		}
	}
	var mixed listed = m.Equilibria("")
	if set.Profile != "" {
		all := m.Base().States().List()
		for i, k := range profile {
			held := m.Stable(i, k)
			all = slices.DeleteFunc(all, func(s reckon.State) bool { return !held.Has(s) })
		}
		mixed = chosenStates(all)
	}
	one.Mixed, one.MixedHere = b.states(mixed, set.Summary), mixed.Has(state)
}

// otherwise says for whom the state is stable when each decides in his own views.
func (b *Bench) otherwise(m *mind.Minds, state reckon.State, concepts []reckon.Concept) map[string]map[reckon.Concept]bool {
	out := map[string]map[reckon.Concept]bool{}
	for i := range b.Case.Actors {
		held := map[reckon.Concept]bool{}
		for _, k := range concepts {
			held[k] = m.Stable(i, k).Has(state)
		}
		out[b.Case.Actors[i].Name] = held
	}
	return out
}

// chosenStates is a sorted list of states.
type chosenStates []reckon.State

// Has reports whether x is in the list.
func (c chosenStates) Has(x reckon.State) bool {
	_, ok := slices.BinarySearch(c, x)
	return ok
}

// Len returns the number of states.
func (c chosenStates) Len() int { return len(c) }

// List returns the states.
func (c chosenStates) List() []reckon.State { return slices.Clone(c) }
