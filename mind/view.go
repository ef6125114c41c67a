package mind

import (
	"slices"

	"reckon"
	"reckon/stability"
)

// View is the conflict as the last of a sequence of actors may see it, in the
// eyes of the one before, and so on: one combination of the kinds that they
// think the others may be, with its odds.
type View struct {
	Odds     float64
	Kinds    []string      // by actor: what he is taken for; "" where as in the view around
	Minds    []reckon.Mind // by actor: wants and temper in this view
	Orders   []reckon.Mind // by actor: what Conflict is compiled from; as Minds, but what a kind is thought not to see is written into its wants
	Hidden   reckon.State  // options that do not exist in it
	Case     *reckon.Case  // the case with the directions and impossible rules of this view
	Conflict *stability.Conflict
}

// Sees returns the state that a state of the world is in this view: options that
// do not exist there are off. possible is false where the view holds that state
// to be impossible: who sees so has been proved wrong and makes nothing of it.
func (v *View) Sees(s reckon.State) (seen reckon.State, possible bool) {
	seen = s &^ v.Hidden
	return seen, v.Conflict.States().Has(seen)
}

// Views returns the views at the end of a path of actors; their odds sum to 1.
// Views(l) are those of l, Views(l, o) what l thinks that o sees, Views(l, o, l)
// what l thinks that o thinks that l sees; without a path it is the conflict as it
// is. What nobody states is inherited, so that o without a stated view sees what l
// sees; deeper than three actors nothing is stated. The kinds of the belief
// stated last change fastest.
func (m *Minds) Views(path ...int) []View {
	var views []View
	for _, g := range m.along(path) {
		views = append(views, View{Odds: g.odds, Kinds: g.kinds, Minds: g.minds, Orders: g.orders, Hidden: g.Hidden, Case: g.in(m.c), Conflict: g.conflict})
	}
	return views
}

// Unlisted returns, by actor, his views as New would give them, but compiles
// nothing: their Conflict is nil. It is for cases too large to list their states.
func Unlisted(c *reckon.Case, r *reckon.Reading, measures func(name string) float64) ([][]View, error) {
	m, err := assembled(c, r)
	if err != nil {
		return nil, err
	}
	m.shelf.compile = func(*reckon.Case, []reckon.Mind, func(string) float64) (*stability.Conflict, error) { return nil, nil }
	if m, err = m.Under(measures); err != nil {
		return nil, err
	}
	views := make([][]View, len(c.Actors))
	for i := range views {
		views[i] = m.Views(i)
	}
	return views, nil
}

// sight is a view without its odds, so that it can be shared as beliefs change.
type sight struct {
	kinds    []int // by belief of the viewer
	beliefs  []belief
	odds     float64       // as stated; the odds of an actor's own sights change with what he learns
	frame                  // the setting of this view, and the minds in it
	orders   []reckon.Mind // by actor: the minds as the conflict has them, the others' in the eyes they are thought to have
	inner    [][]sight     // by belief: what that kind sees; nil where it sees the same
	conflict *stability.Conflict
}

// glance is a sight at the end of a path.
type glance struct {
	*sight
	odds  float64
	kinds []string
}

// along returns the sights at the end of a path.
func (m *Minds) along(path []int) []glance {
	path = slices.Compact(slices.Clone(path))
	nobody := make([]string, len(m.minds))
	if len(path) == 0 {
		return []glance{{&m.scene.is, 1, nobody}}
	}
	var all []glance
	for i := range m.scene.sights[path[0]] {
		own := &m.scene.sights[path[0]][i]
		all = append(all, own.along(path[1:], m.oddsOf(path[0], own), nobody)...)
	}
	return all
}

// along follows a path from one of the viewer's sights. Who has no view of his
// own there sees the same, and so does everyone further down.
func (v *sight) along(path []int, odds float64, kinds []string) []glance {
	kinds = slices.Clone(kinds)
	for b, k := range v.kinds {
		kinds[v.beliefs[b].about] = v.beliefs[b].kinds[k].Name
	}
	inner := []sight(nil)
	if len(path) > 0 {
		inner = v.of(path[0])
	}
	if inner == nil {
		return []glance{{v, odds, kinds}}
	}
	var all []glance
	for i := range inner {
		all = append(all, inner[i].along(path[1:], odds*inner[i].odds, kinds)...)
	}
	return all
}

// of returns what the viewer thinks that an actor sees, nil if the same.
func (v *sight) of(actor int) []sight {
	for b := range v.inner {
		if v.beliefs[b].about == actor {
			return v.inner[b]
		}
	}
	return nil
}

// possible reports whether the viewer holds a state of the world to be possible.
func (v *sight) possible(s reckon.State) bool { return v.conflict.States().Has(v.sees(s)) }

// oddsOf returns the odds of a combination of kinds: beliefs about different
// actors are held to be independent.
func (m *Minds) oddsOf(actor int, s *sight) float64 { return m.oddsBut(actor, s, -1) }

// oddsBut returns the odds of a combination with one belief left out of account.
func (m *Minds) oddsBut(actor int, s *sight, but int) float64 {
	p := 1.0
	for b, k := range s.kinds {
		if b != but {
			p *= m.beliefs[actor][b].odds[k]
		}
	}
	return p
}
