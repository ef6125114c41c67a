package mind

import (
	"reckon/stability"
)

// View is the conflict as one actor may see it: one combination of the kinds
// he thinks the others may be, with its odds.
type View struct {
	Odds     float64
	Kinds    []string // by actor index; "" where he sees the actor as he is
	Conflict *stability.Conflict
}

// Views returns the actor's views; their odds sum to 1. The kinds of the belief
// stated last change fastest.
func (m *Minds) Views(actor int) []View {
	sights := m.tables.sights[actor]
	views := make([]View, len(sights))
	for i, s := range sights {
		views[i] = View{Odds: m.oddsOf(actor, s), Kinds: make([]string, len(m.minds)), Conflict: s.conflict}
		for b, k := range s.kinds {
			own := &m.beliefs[actor][b]
			views[i].Kinds[own.about] = own.kinds[k].Name
		}
	}
	return views
}

// sight is a view without its odds, so that it can be shared as beliefs change.
type sight struct {
	kinds    []int // by belief of the actor
	conflict *stability.Conflict
}

// oddsOf returns the odds of a combination of kinds: beliefs about different
// actors are held to be independent.
func (m *Minds) oddsOf(actor int, s sight) float64 { return m.oddsBut(actor, s, -1) }

// oddsBut returns the odds of a combination with one belief left out of account.
func (m *Minds) oddsBut(actor int, s sight, but int) float64 {
	p := 1.0
	for b, k := range s.kinds {
		if b != but {
			p *= m.beliefs[actor][b].odds[k]
		}
	}
	return p
}
