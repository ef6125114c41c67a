package mind

import (
	"math"
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

// Share returns the odds of the actor's views in which s is stable for him; with
// viewers, those of their views of his view: Share(o, k, s, l) is how sure l is that
// o would stay. 0 for an impossible state, and for one held impossible there. The
// concept "" is that of the actor's temper as each view has it.
func (m *Minds) Share(actor int, concept reckon.Concept, s reckon.State, viewers ...int) float64 {
	return m.share(concept, s, append(slices.Clip(viewers), actor)...)
}

// share is Share for the last actor of a path.
func (m *Minds) share(concept reckon.Concept, s reckon.State, path ...int) float64 {
	if !m.scene.base.States().Has(s) {
		return 0
	}
	share := 0.0
	for _, g := range m.along(path) {
		if g.possible(s) && stableAt(g.conflict, last(path), g.concept(last(path), concept), g.sees(s)) {
			share += g.odds
		}
	}
	return min(rounded(share), 1)
}

// rounded takes off what adding up odds leaves in the last digits, so that a sum
// of a half is at least a half for whoever compares it.
func rounded(share float64) float64 { return math.Round(share*1e9) / 1e9 }

func last(path []int) int { return path[len(path)-1] }

// concept returns the concept asked for; "" asks for the one of the actor's
// temper in this view.
func (v *sight) concept(actor int, asked reckon.Concept) reckon.Concept {
	if asked == "" {
		return v.minds[actor].Temper.Concept
	}
	return asked
}

// stableAt applies the definition to one state: no move of his is secure above
// where he is. Who looks ahead may gain by a move to a worse state.
func stableAt(k *stability.Conflict, actor int, concept reckon.Concept, s reckon.State) bool {
	rank := k.Rank(actor, s)
	for _, to := range k.Moves(actor, s) {
		pays := concept.Ahead() || k.Rank(actor, to) > rank // only who looks ahead gains by what is no improvement
		if pays && k.Security(actor, concept, s, to) > rank {
			return false
		}
	}
	return true
}

// Stable returns the states that the actor holds stable for himself: in views
// that carry at least half of the odds. A state that he holds impossible is none.
func (m *Minds) Stable(actor int, concept reckon.Concept) States { return m.Holds(concept, actor) }

// Holds returns the states of the world that are stable for the last actor of
// a path in views at its end that carry at least half of the odds: Holds(k, l, o)
// is what l holds stable for o. The concept "" is that of the actor's temper as
// each view has it. The path is not empty.
func (m *Minds) Holds(concept reckon.Concept, path ...int) States {
	held := m.heldBy(concept, path)
	if len(held) == 1 && !held[0].other {
		return held[0].stable
	}
	return m.filter(m.scene.base.States().List(), held)
}

// holding is what one view at the end of a path holds stable, with its odds.
type holding struct {
	*sight
	odds   float64
	stable *stability.Set
}

func (m *Minds) heldBy(concept reckon.Concept, path []int) []holding {
	var all []holding
	for _, g := range m.along(path) {
		all = append(all, holding{g.sight, g.odds, m.stableIn(g.conflict, last(path), g.concept(last(path), concept))})
	}
	return all
}

// holdAt reports whether views with at least half of the odds hold a state stable.
func holdAt(all []holding, s reckon.State) bool {
	share := 0.0
	for i := range all {
		if all[i].stable.Has(all[i].sees(s)) {
			share += all[i].odds
		}
	}
	return share >= half
}

// Solve computes several concepts together for everybody in the views at the end
// of a path, without a path in the conflict as it is. That shares work between
// them and uses all cores; Stable, Holds, Equilibria and Expects then find the
// answers. It is worth while only for who will ask about all of them.
func (m *Minds) Solve(path []int, concepts ...reckon.Concept) {
	if len(path) > 0 {
		for _, g := range m.along(path) {
			m.shelf.solve(g.conflict, concepts)
		}
		return
	}
	for _, sights := range m.scene.sights {
		if len(sights) == 1 && sights[0].conflict == m.scene.base {
			m.shelf.solve(m.scene.base, concepts)
			return
		}
	}
}

// stableIn solves one conflict: for all actors when it is the one that most of
// them see, else only for him whose view it is.
func (m *Minds) stableIn(k *stability.Conflict, actor int, concept reckon.Concept) *stability.Set {
	if k == m.scene.base {
		return m.shelf.solution(k, concept).Stable(concept, actor)
	}
	return m.shelf.stable(k, actor, concept)
}

// Equilibria returns the states stable for every actor, each in his own views:
// the equilibria of the hypergame [wang1988]. The concept "" is that of each one's
// own temper, a mixed profile.
func (m *Minds) Equilibria(concept reckon.Concept) States {
	alike := true
	paths := make([][]int, len(m.minds))
	for i, sights := range m.scene.sights {
		alike = alike && len(sights) == 1 && sights[0].conflict == m.scene.base
		paths[i] = []int{i}
	}
	switch {
	case alike && concept == "":
		all, _ := m.scene.base.Mixed(m.profile())
		return all
	case alike:
		return m.shelf.solution(m.scene.base, concept).Equilibria(concept)
	}
	return m.filter(m.scene.base.States().List(), m.heldAlong(concept, paths)...)
}

// profile returns the concept of each actor's temper.
func (m *Minds) profile() []reckon.Concept {
	list := make([]reckon.Concept, len(m.minds))
	for i := range m.minds {
		list[i] = m.minds[i].Temper.Concept
	}
	return list
}

// Expects returns the states that the last actor of a path takes for equilibria,
// as the ones before him think: Expects(k, l) are stable for l in his views and, for
// every other, in what l thinks that one sees; Expects(k, l, o) is what l thinks that
// o expects. States that are possible only in views at the end of the path are
// among them. The path is not empty.
func (m *Minds) Expects(concept reckon.Concept, path ...int) States {
	paths := make([][]int, len(m.minds))
	for i := range paths {
		paths[i] = append(slices.Clip(path), i)
	}
	states := m.scene.base.States()
	for _, g := range m.along(path) {
		if imagined := g.conflict.States(); imagined != states {
			states = states.Clone().Join(imagined)
		}
	}
	return m.filter(states.List(), m.heldAlong(concept, paths)...)
}

func (m *Minds) heldAlong(concept reckon.Concept, paths [][]int) [][]holding {
	var all [][]holding
	for _, path := range paths {
		all = append(all, m.heldBy(concept, path))
	}
	return all
}

// filter keeps the states that every list of views holds stable.
func (m *Minds) filter(states []reckon.State, by ...[]holding) States {
	var list ordered
	for _, s := range states {
		if !slices.ContainsFunc(by, func(all []holding) bool { return !holdAt(all, s) }) {
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
