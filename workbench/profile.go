package workbench

import (
	"fmt"
	"slices"
	"strings"

	"reckon"
	"reckon/mind"
	"reckon/stability"
)

// profiled checks a mixed profile written "a=GMR,b=SEQ".
func (b *Bench) profiled(text string) error {
	if text == "" {
		return nil
	}
	var actors []string
	for i := range b.Case.Actors {
		actors = append(actors, b.Case.Actors[i].Name)
	}
	for part := range strings.SplitSeq(text, ",") {
		name, concept, ok := strings.Cut(part, "=")
		switch {
		case !ok:
			return fmt.Errorf("profile %q: write an actor, an equals sign and a concept, such as %s=GMR", part, actors[0])
		case b.Case.Actor(name) < 0:
			return noSuch("actor", name, actors)
		case !stability.Known(reckon.Concept(concept)):
			return fmt.Errorf("profile %q: there is no concept %s", part, concept)
		}
	}
	return nil
}

// profile returns the concept of each actor: as the settings say, else his own.
func (b *Bench) profile(minds []reckon.Mind, text string) []reckon.Concept {
	list := make([]reckon.Concept, len(minds))
	for i := range minds {
		list[i] = minds[i].Temper.Concept
	}
	for part := range strings.SplitSeq(text, ",") {
		if name, concept, ok := strings.Cut(part, "="); ok {
			list[b.Case.Actor(name)] = reckon.Concept(concept)
		}
	}
	return list
}

// mix adds the equilibria of a mixed profile, in which each actor follows a
// concept of his own, in his own views.
func (b *Bench) mix(one *Stability, m *mind.Minds, minds []reckon.Mind, state reckon.State, set SolveSettings) {
	if set.View != "" {
		return
	}
	profile := b.profile(minds, set.Profile)
	one.Profile = map[string]reckon.Concept{}
	for i, k := range profile {
		if a := &b.Case.Actors[i]; len(a.Options) > 0 {
			one.Profile[a.Name] = k
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
