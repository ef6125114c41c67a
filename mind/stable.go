package mind

import (
	"slices"

	"reckon"
	"reckon/stability"
)

// half is the odds from which an actor is said to hold a state stable, less
// what rounding may take.
const half = 0.5 - 1e-9

// States is a set of states. Where nobody reckons with kinds it is the
// *stability.Set that was computed; else it is put together from several.
type States interface {
	Has(reckon.State) bool
	Len() int
	List() []reckon.State // ascending
}

// Share returns the odds of the actor's views in which s is stable for him;
// 0 for an impossible state.
func (m *Minds) Share(actor int, concept reckon.Concept, s reckon.State) float64 {
	if !m.tables.base.States().Has(s) {
		return 0
	}
	share := 0.0
	for _, v := range m.tables.sights[actor] {
		if stableAt(v.conflict, actor, concept, s) {
			share += m.oddsOf(actor, v)
		}
	}
	return min(share, 1)
}

// stableAt applies the definition to one state: no move of his is secure above
// where he is.
func stableAt(k *stability.Conflict, actor int, concept reckon.Concept, s reckon.State) bool {
	rank := k.Rank(actor, s)
	for _, to := range k.Moves(actor, s) {
		if k.Rank(actor, to) > rank && k.Security(actor, concept, s, to) > rank {
			return false
		}
	}
	return true
}

// Stable returns the states that the actor holds stable: in views that carry at
// least half of the odds.
func (m *Minds) Stable(actor int, concept reckon.Concept) States {
	sights := m.tables.sights[actor]
	if len(sights) == 1 {
		return m.stableIn(sights[0].conflict, actor, concept)
	}
	odds := make([]float64, len(sights))
	sets := make([]*stability.Set, len(sights))
	for i, v := range sights {
		odds[i] = m.oddsOf(actor, v)
		sets[i] = m.stableIn(v.conflict, actor, concept)
	}
	return m.filter(func(s reckon.State) bool {
		share := 0.0
		for i := range sets {
			if sets[i].Has(s) {
				share += odds[i]
			}
		}
		return share >= half
	})
}

// stableIn solves one conflict: for all actors when it is the one that most of
// them see, else only for him whose view it is.
func (m *Minds) stableIn(k *stability.Conflict, actor int, concept reckon.Concept) *stability.Set {
	if k == m.tables.base {
		return m.shelf.solution(k, concept).Stable(concept, actor)
	}
	return m.shelf.stable(k, actor, concept)
}

// Equilibria returns the states stable for every actor, each in his own views:
// the equilibria of the hypergame [wang1988].
func (m *Minds) Equilibria(concept reckon.Concept) States {
	alike := true
	for _, sights := range m.tables.sights {
		alike = alike && len(sights) == 1 && sights[0].conflict == m.tables.base
	}
	if alike {
		return m.shelf.solution(m.tables.base, concept).Equilibria(concept)
	}
	stable := make([]States, len(m.minds))
	for i := range stable {
		stable[i] = m.Stable(i, concept)
	}
	return m.filter(func(s reckon.State) bool {
		return !slices.ContainsFunc(stable, func(of States) bool { return !of.Has(s) })
	})
}

// filter lists the feasible states that pass a test.
func (m *Minds) filter(keep func(reckon.State) bool) States {
	var list ordered
	for _, s := range m.tables.base.States().List() {
		if keep(s) {
			list = append(list, s)
		}
	}
	return list
}

// ordered is an ascending list of states.
type ordered []reckon.State

func (o ordered) Has(s reckon.State) bool {
	_, found := slices.BinarySearch(o, s)
	return found
}

func (o ordered) Len() int { return len(o) }

func (o ordered) List() []reckon.State { return slices.Clone([]reckon.State(o)) }
