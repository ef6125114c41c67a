package mind

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"reckon"
	"reckon/stability"
)

// maxViews is the largest number of views at the end of any path of actors. An
// actor's own views are as many as the product, over the actors he has beliefs
// about, of the kinds he reckons with; kinds with beliefs of their own multiply.
const maxViews = 64

// Minds are all actors' minds in one reading, with measures held constant.
// Methods that change beliefs return a new value; tables are shared, and filled
// on first use, so a Minds and its descendants belong to one goroutine.
type Minds struct {
	c        *reckon.Case
	reading  *reckon.Reading
	cast     [][]reckon.Mind // by actor: the minds stated for him (see reckon.Reading.Calendar), then the indifferent one
	now      []int           // by actor: which of them he has
	minds    []reckon.Mind   // by actor: the same minds
	beliefs  [][]belief      // by believer; the odds here are the present ones
	dropped  [][]bool        // by actor and override of his view: whether facts have refuted it
	measures func(name string) float64
	shelf    *shelf // what has been compiled, for any values of the measures
	scene    *scene // the views under the present values
}

// belief is what one actor now holds another to be.
type belief struct {
	about int // actor
	kinds []reckon.Kind
	odds  []float64 // as many as kinds, summing to 1
}

// New compiles the minds of a reading (nil: the case's own) that are in force on the
// as-of date; On goes to another day, Learned takes them through the record. measures
// gives the value of a measure at the time, NaN when unknown; nil makes all unknown.
//
// The views are a hypergame in graph form [wang1988], a sparse tree at most three
// actors deep. In a view the viewer keeps his own wants, an actor he has a belief
// about has the wants and temper of one kind, and the overrides of his View hold:
// what he does not know of is never on and never moved, what he holds impossible
// is no state, directions are as he takes them. Everything else is as in the view
// around it, in the end as it is in the reading; so nobody is taken to be mistaken
// unless a kind says so.
//
// A kind's own View bounds what the viewer expects of that actor: options he is
// thought not to know of stay as they are, and directions he is thought to take for
// closed are closed. What he gains by an answer is judged as he is thought to see
// it: options that he does not know of are off, and states that he holds impossible
// are the worst, so never a gain. Under GMR and SMR, which ask for no gain, he may
// still blunder into such a state, and under L_h and NM pass through one. What the
// kind believes of others does not bend L_h or NM in the viewer's own verdicts. Along
// a path (see Views, Holds) all of it is exact.
//
// The error says which beliefs make too many views, or why a conflict cannot be
// compiled or somebody's concept cannot be computed on it. Cost: one
// stability.Compile per distinct view.
func New(c *reckon.Case, r *reckon.Reading, measures func(name string) float64) (*Minds, error) {
	m, err := assembled(c, r)
	if err != nil {
		return nil, err
	}
	return m.Under(measures)
}

// assembled returns the minds of a reading on the as-of date with an empty shelf.
func assembled(c *reckon.Case, r *reckon.Reading) (*Minds, error) {
	m := &Minds{c: c, reading: r, cast: r.Calendar(c)}
	for i := range m.cast {
		indifferent := reckon.Mind{Actor: c.Actors[i].Name, Temper: reckon.DefaultTemper()}
		m.cast[i] = append(m.cast[i], indifferent)
		for _, own := range m.cast[i] {
			if n := widest(c, beliefsOf(c, i, own.Beliefs), 1); n > maxViews {
				return nil, fmt.Errorf("%s reckons with %d combinations of kinds of others; at most %d are computed. "+
					"Join kinds that would act alike, or state a belief only about the actors whose answers he weighs",
					own.Actor, n, maxViews)
			}
		}
	}
	m.shelf = newShelf(c, m)
	return m.begun(asOf(c)), nil
}

// Under returns the same minds, with the same beliefs, under other values of the
// measures. What the new values do not change is not compiled again.
func (m *Minds) Under(measures func(name string) float64) (*Minds, error) {
	if measures == nil {
		measures = func(string) float64 { return math.NaN() }
	}
	under := *m
	under.measures = measures
	var err error
	if under.scene, err = m.shelf.at(&under); err != nil {
		return nil, err
	}
	return &under, nil
}

// Otherwise returns the minds of another reading of the case under the same values
// of the measures. What both have in common is not compiled again.
func (m *Minds) Otherwise(r *reckon.Reading) (*Minds, error) {
	other, err := assembled(m.c, r)
	if err != nil {
		return nil, err
	}
	other.shelf.conflicts, other.shelf.made = maps.Clone(m.shelf.conflicts), slices.Clip(m.shelf.made)
	return other.Under(m.measures)
}

// Base returns the conflict as it is in the reading: every actor with his own wants.
func (m *Minds) Base() *stability.Conflict { return m.scene.base }

// Odds returns what the believer holds the odds of each kind of another actor to
// be, in the order of the belief's kinds; nil without a belief.
func (m *Minds) Odds(believer, about int) []float64 {
	if b := m.belief(believer, about); b >= 0 {
		return append([]float64(nil), m.beliefs[believer][b].odds...)
	}
	return nil
}

// belief returns the index of the believer's belief about an actor, or -1.
func (m *Minds) belief(believer, about int) int {
	for b := range m.beliefs[believer] {
		if m.beliefs[believer][b].about == about {
			return b
		}
	}
	return -1
}

// beliefsOf keeps the beliefs of an actor that can be computed with: about
// another declared actor, stated once, with at least one kind.
func beliefsOf(c *reckon.Case, actor int, stated []reckon.Belief) []belief {
	var kept []belief
	seen := map[int]bool{actor: true, -1: true}
	for _, b := range stated {
		about := c.Actor(b.About)
		if seen[about] || len(b.Kinds) == 0 {
			continue
		}
		seen[about] = true
		odds := make([]float64, len(b.Kinds))
		for k := range b.Kinds {
			odds[k] = b.Kinds[k].Odds
		}
		kept = append(kept, belief{about: about, kinds: b.Kinds, odds: normalised(odds)})
	}
	return kept
}

// normalised scales weights in place to sum to 1; without any weight all are alike.
func normalised(w []float64) []float64 {
	total := 0.0
	for _, x := range w {
		total += x
	}
	for i := range w {
		if total > 0 {
			w[i] /= total
		} else {
			w[i] = 1 / float64(len(w))
		}
	}
	return w
}

// combinations counts the views that beliefs make, giving up beyond maxViews.
func combinations(beliefs []belief) int {
	n := 1
	for _, b := range beliefs {
		if n *= len(b.kinds); n > 1<<20 {
			return n
		}
	}
	return n
}

// widest is the largest number of views at the end of a path that starts here.
func widest(c *reckon.Case, beliefs []belief, depth int) int {
	n := combinations(beliefs)
	most := n
	for i := range beliefs {
		down := 0
		for k := range beliefs[i].kinds {
			if depth < maxDepth && down <= 1<<20 {
				nested := beliefsOf(c, beliefs[i].about, beliefs[i].kinds[k].Beliefs)
				down += n / len(beliefs[i].kinds) * widest(c, nested, depth+1)
			}
		}
		most = max(most, down)
	}
	return most
}

// held returns what is left of an actor's view after what he has seen.
func (m *Minds) held(actor int) reckon.View {
	var v reckon.View
	for n, o := range m.minds[actor].View.Overrides {
		if !m.dropped[actor][n] {
			v.Overrides = append(v.Overrides, o)
		}
	}
	return v
}
