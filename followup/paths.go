package followup

import (
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strings"

	"reckon"
	"reckon/stability"
)

// Way is how one end is reached from the start of a status quo analysis.
type Way struct {
	To       reckon.State
	Reached  bool
	Moves    int     // in a shortest sequence; 0 when the start is the end
	Shortest uint64  // how many shortest sequences there are; MaxUint64 when it is that many or more
	Routes   []Route // the first of them, at most a dozen
	Openers  []int   // actors who move first in some shortest sequence
	CanOpen  []int   // actors who move first in some legal sequence that does not come back to the start
	Says     string
}

// Route is one shortest sequence.
type Route struct {
	Steps    []stability.Step
	NoReturn int // the step, from 1, after which no moves of anybody lead back to the start; −1 never
	Settled  int // the step after which no other end can be reached, 0 from the start; −1 never
}

// maxRoutes is how many shortest sequences are listed for one end.
const maxRoutes = 12

// Paths is status quo analysis [li2005]: how the ends, such as the equilibria
// under a concept, are reached from a state by legal sequences of moves or, when
// improving is set, of moves that are each an improvement for the mover. One Way
// per end, ascending. The start must be feasible.
//
// A legal sequence has nobody move twice in a row. An actor's two moves in a row
// are one move in option form, as are his two improvements, so reachability and
// shortest lengths are those of the plain graph of states. NoReturn asks whether
// anybody's legal moves lead back, whatever the kind of the path.
//
// Cost: O(movers × moves of all states) for improvements, less for moves, beside
// the listed routes; 12 bytes a state.
func (s *Study) Paths(from reckon.State, ends *stability.Set, improving bool) []Way {
	w := &walk{Study: s, from: from, ends: ends.Clone().Keep(s.Conflict.States()), improving: improving}
	if !s.Conflict.States().Has(from) {
		panic("followup: paths from an infeasible state")
	}
	home := s.Conflict.Nothing()
	home.Add(from)
	w.back = s.Conflict.Leading(s.everyone(), home)
	for j := range s.Case.Actors {
		if len(s.Case.Actors[j].Options) > 0 {
			w.movers = append(w.movers, j)
		}
	}
	for _, j := range w.movers {
		w.open = append(w.open, w.onward(w.step(j, home)))
	}
	w.measure(home)
	order := w.ends.List()
	w.lowest = w.ahead(order)
	slices.Reverse(order)
	w.highest = w.ahead(order)
	w.ways, w.first = map[reckon.State]uint64{from: 1}, map[reckon.State]uint32{}
	var list []Way
	w.ends.Each(func(x reckon.State) { list = append(list, w.way(x)) })
	return list
}

// walk is one status quo analysis.
type walk struct {
	*Study
	from      reckon.State
	ends      *stability.Set
	improving bool
	movers    []int                   // actors that have options
	open      []*stability.Set        // by mover: what can be reached when he moves first
	back      *stability.Set          // whence anybody's moves lead back to the start
	distance  []int32                 // from the start, by state; −1 out of reach
	lowest    []int32                 // by state: the lowest end that it can reach; −1 none
	highest   []int32                 // the highest
	ways      map[reckon.State]uint64 // number of shortest sequences
	first     map[reckon.State]uint32 // who opens them
}

// step returns where one actor can go in one step from any of the sources.
func (w *walk) step(actor int, sources *stability.Set) *stability.Set {
	g := w.Conflict
	if !w.improving {
		return g.Out(actor, sources)
	}
	found := g.Nothing()
	sources.Each(func(x reckon.State) {
		rank := g.Rank(actor, x)
		g.EachMove(actor, x, func(y reckon.State) {
			if g.Rank(actor, y) > rank {
				found.Add(y)
			}
		})
	})
	return found
}

// layers calls f with what is new at each further step from the seed. What is in
// met is not entered.
func (w *walk) layers(seed, met *stability.Set, f func(*stability.Set)) {
	for layer := seed.Clone().Drop(met); !layer.Empty(); {
		f(layer)
		met.Join(layer)
		next := w.Conflict.Nothing()
		for _, j := range w.movers {
			next.Join(w.step(j, layer))
		}
		layer = next.Drop(met)
	}
}

// measure fills in the distances from the start.
func (w *walk) measure(home *stability.Set) {
	w.distance = make([]int32, 1<<w.Conflict.Options())
	for x := range w.distance {
		w.distance[x] = -1
	}
	depth := int32(0)
	w.layers(home, w.Conflict.Nothing(), func(layer *stability.Set) {
		layer.Each(func(x reckon.State) { w.distance[x] = depth })
		depth++
	})
}

// onward returns the seed and what sequences reach from it without passing the
// start.
func (w *walk) onward(seed *stability.Set) *stability.Set {
	met := w.Conflict.Nothing()
	met.Add(w.from)
	w.layers(seed, met, func(*stability.Set) {})
	return met
}

// way answers for one end.
func (w *walk) way(to reckon.State) Way {
	way := Way{To: to, Reached: w.distance[to] >= 0}
	if way.Reached {
		way.Moves = int(w.distance[to])
		way.Shortest = w.sequences(to)
		w.routes(to, nil, &way.Routes)
		first := w.openers(to)
		for k, j := range w.movers {
			if first>>k&1 == 1 {
				way.Openers = append(way.Openers, j)
			}
			if to != w.from && w.open[k].Has(to) {
				way.CanOpen = append(way.CanOpen, j)
			}
		}
	}
	way.Says = w.says(&way)
	return way
}

// eachOrigin calls f on the steps that lead to x.
func (w *walk) eachOrigin(x reckon.State, f func(actor int, y reckon.State)) {
	g := w.Conflict
	for _, j := range w.movers {
		rank := g.Rank(j, x)
		g.EachOrigin(j, x, func(y reckon.State) {
			if !w.improving || g.Rank(j, y) < rank {
				f(j, y)
			}
		})
	}
}

// eachBefore calls f on the last steps of shortest sequences to x.
func (w *walk) eachBefore(x reckon.State, f func(actor int, y reckon.State)) {
	before := w.distance[x] - 1
	if before < 0 {
		return
	}
	w.eachOrigin(x, func(j int, y reckon.State) {
		if w.distance[y] == before {
			f(j, y)
		}
	})
}

// sequences counts the shortest sequences to x.
func (w *walk) sequences(x reckon.State) uint64 {
	if n, known := w.ways[x]; known {
		return n
	}
	total := uint64(0)
	w.eachBefore(x, func(_ int, y reckon.State) {
		sum, over := bits.Add64(total, w.sequences(y), 0)
		if total = sum; over != 0 {
			total = math.MaxUint64
		}
	})
	w.ways[x] = total
	return total
}

// routes lists shortest sequences to x, in the order of their last steps; tail
// is what follows x.
func (w *walk) routes(x reckon.State, tail []stability.Step, list *[]Route) {
	if len(*list) == maxRoutes {
		return
	}
	if x == w.from {
		*list = append(*list, w.route(tail))
		return
	}
	w.eachBefore(x, func(j int, y reckon.State) {
		w.routes(y, append([]stability.Step{{Actor: j, To: x}}, tail...), list)
	})
}

// route finds where a sequence becomes irreversible.
func (w *walk) route(steps []stability.Step) Route {
	r := Route{Steps: steps, NoReturn: -1, Settled: -1}
	for n := 0; n <= len(steps); n++ {
		at := w.from
		if n > 0 {
			at = steps[n-1].To
		}
		if r.NoReturn < 0 && !w.back.Has(at) {
			r.NoReturn = n
		}
		if r.Settled < 0 && w.alone(at) {
			r.Settled = n
		}
	}
	return r
}

// alone reports whether only one end can be reached from a state on the way to it.
func (w *walk) alone(x reckon.State) bool { return w.lowest[x] == w.highest[x] }

// ahead gives each state the first of the ends, in the order given, that can be
// reached from it; −1 where none can. Ends are followed backwards, and a state
// that an earlier end has met is not entered again: every step is walked once.
func (w *walk) ahead(ends []reckon.State) []int32 {
	first := make([]int32, len(w.distance))
	for x := range first {
		first[x] = -1
	}
	var queue []reckon.State
	for _, end := range ends {
		if first[end] >= 0 {
			continue
		}
		first[end] = int32(end)
		for queue = append(queue[:0], end); len(queue) > 0; {
			x := queue[len(queue)-1]
			queue = queue[:len(queue)-1]
			w.eachOrigin(x, func(_ int, y reckon.State) {
				if first[y] < 0 {
					first[y] = int32(end)
					queue = append(queue, y)
				}
			})
		}
	}
	return first
}

// openers returns who moves first in the shortest sequences to x, a bit an actor
// that has options.
func (w *walk) openers(x reckon.State) uint32 {
	mask, known := w.first[x]
	if known {
		return mask
	}
	w.eachBefore(x, func(j int, y reckon.State) {
		if y == w.from {
			mask |= 1 << slices.Index(w.movers, j)
		} else {
			mask |= w.openers(y)
		}
	})
	w.first[x] = mask
	return mask
}

func (w *walk) says(way *Way) string {
	kind := "move"
	if w.improving {
		kind = "improvement"
	}
	switch {
	case !way.Reached:
		return fmt.Sprintf("%s cannot be reached by any legal sequence of %ss.", w.state(way.To), kind)
	case way.Moves == 0:
		return w.state(way.To) + " is where it starts."
	}
	r := &way.Routes[0]
	by := ""
	if w.improving {
		by = " by improvements"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s is reached in %s: %s.", way.To.Letters(len(w.Case.Options)), count(way.Moves, kind), w.steps(w.from, r.Steps))
	if way.Shortest > 1 {
		fmt.Fprintf(&b, " This is one of %d shortest sequences.", way.Shortest)
	}
	switch {
	case len(way.CanOpen) == 1:
		fmt.Fprintf(&b, " %s must move first.", w.actor(way.CanOpen[0]))
	case len(way.Openers) == 1:
		fmt.Fprintf(&b, " Shortest sequences begin with %s, longer ones can with %s.",
			w.whom(way.Openers[0]), w.actors(without(way.CanOpen, way.Openers[0]), "or"))
	default:
		fmt.Fprintf(&b, " It can begin with %s.", w.actors(way.CanOpen, "or"))
	}
	if r.NoReturn > 0 && r.NoReturn == r.Settled {
		fmt.Fprintf(&b, " After step %d nobody's moves lead back to where it started, and no other of the states asked for can be reached%s.", r.NoReturn, by)
		return b.String()
	}
	if r.NoReturn > 0 {
		fmt.Fprintf(&b, " After step %d nobody's moves lead back to where it started.", r.NoReturn)
	}
	switch {
	case r.Settled == 0:
		fmt.Fprintf(&b, " It is the only one of the states asked for that can be reached%s.", by)
	case r.Settled > 0:
		fmt.Fprintf(&b, " After step %d no other of the states asked for can be reached%s.", r.Settled, by)
	}
	return b.String()
}

// without returns the list without x.
func without(list []int, x int) []int {
	var rest []int
	for _, y := range list {
		if y != x {
			rest = append(rest, y)
		}
	}
	return rest
}
