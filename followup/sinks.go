package followup

import (
	"fmt"
	"math/bits"
	"slices"

	"reckon"
	"reckon/stability"
)

// Sink is a set of states that improvements lead into and never out of, within
// which each state leads to every other: one state that nobody improves on, or a
// cycle in which somebody always does. It is the ordinal kin of the sink
// components of response graphs [omidshafiei2019].
type Sink struct {
	States []reckon.State // ascending
	Cycle  bool
	May    int // states from which improvements may end here, its own among them
	Sure   int // of these, states from which they can end nowhere else
	Says   string
}

// Sinks returns the sinks of the graph of all improvements of all actors, by
// their lowest states. Its nodes are plain states: an actor's improvements
// compose, so a legal sequence of improvements reaches what plain reachability
// does. A state is a sink by itself iff it is a Nash equilibrium. Exact, by
// strong components [tarjan1972]: O(improvements) time for every 256 sinks, 50 bytes
// a state and 4 bytes an improvement along the deepest path.
func (s *Study) Sinks() []Sink {
	t := &tarjan{Study: s, component: make([]int32, 1<<s.Conflict.Options())}
	t.low, t.index = make([]int32, len(t.component)), make([]int32, len(t.component))
	s.Conflict.States().Each(func(x reckon.State) {
		if t.index[x] == 0 {
			t.visit(x)
		}
	})
	sinks := t.sinks()
	t.drift(sinks)
	for k := range sinks {
		slices.Sort(sinks[k].States)
		sinks[k].Says = s.sinkSays(&sinks[k])
	}
	slices.SortFunc(sinks, func(a, b Sink) int { return int(a.States[0]) - int(b.States[0]) })
	return sinks
}

// Onward returns the states that improvements lead to from a feasible state, it
// among them: they may end in the sinks that hold one of these.
func (s *Study) Onward(x reckon.State) *stability.Set {
	met := s.Conflict.Nothing()
	met.Add(x)
	for queue := []reckon.State{x}; len(queue) > 0; queue = queue[1:] {
		s.eachImprovement(queue[0], func(y reckon.State) {
			if !met.Has(y) {
				met.Add(y)
				queue = append(queue, y)
			}
		})
	}
	return met
}

// eachImprovement calls f on what any actor can improve to from x.
func (s *Study) eachImprovement(x reckon.State, f func(reckon.State)) {
	g := s.Conflict
	for j := range g.Actors() {
		rank := g.Rank(j, x)
		g.EachMove(j, x, func(y reckon.State) {
			if g.Rank(j, y) > rank {
				f(y)
			}
		})
	}
}

// tarjan finds strong components. They come out such that improvements lead from
// later components to earlier ones only.
type tarjan struct {
	*Study
	index, low []int32 // by state; index 0 is not yet visited
	component  []int32 // by state, from 1; 0 while it is open
	clock      int32
	open       []uint32 // visited states whose component is not known
	edges      []uint32 // improvements still to follow, of the states on the path
	found      []uint32 // component after component
	start      []int32  // by component: where in found it begins
}

// frame is a state on the path, with where in edges its own begin.
type frame struct {
	state uint32
	first int
}

func (t *tarjan) enter(x uint32) frame {
	t.clock++
	t.index[x], t.low[x] = t.clock, t.clock
	t.open = append(t.open, x)
	first := len(t.edges)
	t.eachImprovement(reckon.State(x), func(y reckon.State) { t.edges = append(t.edges, uint32(y)) })
	return frame{x, first}
}

func (t *tarjan) visit(root reckon.State) {
	path := []frame{t.enter(uint32(root))}
	for len(path) > 0 {
		at := path[len(path)-1]
		if len(t.edges) > at.first {
			y := t.edges[len(t.edges)-1]
			t.edges = t.edges[:len(t.edges)-1]
			switch {
			case t.index[y] == 0:
				path = append(path, t.enter(y))
			case t.component[y] == 0:
				t.low[at.state] = min(t.low[at.state], t.index[y])
			}
			continue
		}
		path = path[:len(path)-1]
		if len(path) > 0 {
			before := path[len(path)-1].state
			t.low[before] = min(t.low[before], t.low[at.state])
		}
		if t.low[at.state] == t.index[at.state] {
			t.close(at.state)
		}
	}
}

// close makes a component of what was opened since x.
func (t *tarjan) close(x uint32) {
	t.start = append(t.start, int32(len(t.found)))
	for last := -1; last != int(x); {
		y := t.open[len(t.open)-1]
		t.open = t.open[:len(t.open)-1]
		t.component[y] = int32(len(t.start))
		t.found = append(t.found, y)
		last = int(y)
	}
}

// states returns the states of a component, from 1.
func (t *tarjan) states(component int32) []uint32 {
	end := len(t.found)
	if int(component) < len(t.start) {
		end = int(t.start[component])
	}
	return t.found[t.start[component-1]:end]
}

// sinks lists the components that no improvement leaves.
func (t *tarjan) sinks() []Sink {
	var sinks []Sink
	for k := range t.start {
		id := int32(k + 1)
		states, leaves := t.states(id), false
		for _, x := range states {
			t.eachImprovement(reckon.State(x), func(y reckon.State) { leaves = leaves || t.component[y] != id })
		}
		if !leaves {
			sink := Sink{Cycle: len(states) > 1}
			for _, x := range states {
				sink.States = append(sink.States, reckon.State(x))
			}
			sinks = append(sinks, sink)
		}
	}
	return sinks
}

// wide is a set of that many sinks, a bit each.
type wide [4]uint64

const width = 64 * len(wide{})

// drift counts where states may end: one pass over the improvements for every 256
// sinks, components in the order in which they lead to each other.
func (t *tarjan) drift(sinks []Sink) {
	sure := make([]int32, len(t.start)+1) // by component: the one sink it leads to, from 1; −1 several
	reached := make([]wide, len(t.start)+1)
	for from := 0; from < len(sinks); from += width {
		clear(reached)
		for k := from; k < min(from+width, len(sinks)); k++ {
			reached[t.component[sinks[k].States[0]]][(k-from)/64] = 1 << ((k - from) % 64)
		}
		for k := range t.start {
			id := int32(k + 1)
			all := reached[id]
			for _, x := range t.states(id) {
				t.eachImprovement(reckon.State(x), func(y reckon.State) {
					for n, word := range &reached[t.component[y]] {
						all[n] |= word
					}
				})
			}
			reached[id] = all
			t.count(id, from, &all, sinks, sure)
		}
	}
	for id, k := range sure {
		if k > 0 {
			sinks[k-1].Sure += len(t.states(int32(id)))
		}
	}
}

// count enters the sinks that a component leads to.
func (t *tarjan) count(id int32, from int, all *wide, sinks []Sink, sure []int32) {
	for n, word := range all {
		for ; word != 0; word &= word - 1 {
			k := from + 64*n + bits.TrailingZeros64(word)
			sinks[k].May += len(t.states(id))
			if sure[id] == 0 {
				sure[id] = int32(k + 1)
			} else {
				sure[id] = -1
			}
		}
	}
}

func (s *Study) sinkSays(k *Sink) string {
	lowest := k.States[0]
	what := s.state(lowest) + " is where improvements end: nobody improves on it."
	if k.Cycle {
		var differ reckon.State
		for _, x := range k.States {
			differ |= x ^ lowest
		}
		what = fmt.Sprintf("Improvements run for ever among %s: %s and what differs from it in %s.",
			count(len(k.States), "state"), s.state(lowest), joined(s.options(differ), "or"))
	}
	return fmt.Sprintf("%s %s may end here, %d of them nowhere else.", what, count(k.May, "state"), k.Sure)
}
