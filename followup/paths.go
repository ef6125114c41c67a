package followup

import (
	"fmt"
	"math"
	"math/bits"
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
// per end, ascending.
//
// A legal sequence has nobody move twice in a row. An actor's two moves in a row
// are one move in option form, as are his two improvements, so reachability and
// shortest lengths are those of the plain graph of states. NoReturn asks whether
// anybody's legal moves lead back, whatever the kind of the path.
//
// Cost: moves O(states/64 × options) a step; improvements O(actors × states ×
// own settings); beside that the listed routes.
func (s *Study) Paths(from reckon.State, ends *stability.Set, improving bool) []Way {
	w := &walk{Study: s, from: from, ends: ends.Clone().Keep(s.Conflict.States()), improving: improving}
	if !s.Conflict.States().Has(from) {
		panic("followup: paths from an infeasible state")
	}
	w.measure()
	home := s.Conflict.Nothing()
	home.Add(from)
	w.back = s.Conflict.Leading(s.everyone(), home)
	w.open = make([]*stability.Set, s.Conflict.Actors())
	for j := range w.open {
		w.open[j] = w.spread(w.step(j, home), true, math.MaxInt)
	}
	w.ways, w.others = map[reckon.State]uint64{from: 1}, map[reckon.State]*stability.Set{}
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
	distance  []int32                         // from the start, by state; −1 out of reach
	back      *stability.Set                  // whence anybody's moves lead back to the start
	open      []*stability.Set                // by actor: what can be reached when he moves first
	ways      map[reckon.State]uint64         // number of shortest sequences
	others    map[reckon.State]*stability.Set // ends in reach of a state: all, or two of them
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

// layers calls f with what is new at each further step from the seed, until
// nothing is or f says to stop. Where past is not to be entered again, it is met
// already.
func (w *walk) layers(seed, met *stability.Set, f func(*stability.Set) bool) {
	for layer := seed.Clone().Drop(met); !layer.Empty() && f(layer); {
		met.Join(layer)
		next := w.Conflict.Nothing()
		for j := range w.Conflict.Actors() {
			next.Join(w.step(j, layer))
		}
		layer = next.Drop(met)
	}
}

// measure fills in the distances from the start.
func (w *walk) measure() {
	w.distance = make([]int32, 1<<w.Conflict.Options())
	for x := range w.distance {
		w.distance[x] = -1
	}
	home := w.Conflict.Nothing()
	home.Add(w.from)
	depth := int32(0)
	w.layers(home, w.Conflict.Nothing(), func(layer *stability.Set) bool {
		layer.Each(func(x reckon.State) { w.distance[x] = depth })
		depth++
		return true
	})
}

// spread returns the seed and what sequences reach from it, never by way of the
// start when that is barred, and stops early once it holds that many ends.
func (w *walk) spread(seed *stability.Set, barred bool, enough int) *stability.Set {
	met, found := w.Conflict.Nothing(), w.Conflict.Nothing()
	if barred {
		met.Add(w.from)
	}
	w.layers(seed, met, func(layer *stability.Set) bool {
		found.Join(layer)
		return enough == math.MaxInt || found.Clone().Keep(w.ends).Len() < enough
	})
	return found
}

// way answers for one end.
func (w *walk) way(to reckon.State) Way {
	way := Way{To: to, Reached: w.distance[to] >= 0}
	if way.Reached {
		way.Moves = int(w.distance[to])
		way.Shortest = w.sequences(to)
		w.routes(to, nil, &way.Routes)
		first := map[int]bool{}
		w.openers(to, map[reckon.State]bool{}, first)
		for j := range w.open {
			if first[j] {
				way.Openers = append(way.Openers, j)
			}
			if w.open[j].Has(to) {
				way.CanOpen = append(way.CanOpen, j)
			}
		}
	}
	way.Says = w.says(&way)
	return way
}

// eachBefore calls f on the last steps of shortest sequences to x.
func (w *walk) eachBefore(x reckon.State, f func(actor int, y reckon.State)) {
	g := w.Conflict
	for j := range g.Actors() {
		rank := g.Rank(j, x)
		g.EachOrigin(j, x, func(y reckon.State) {
			if w.distance[y] == w.distance[x]-1 && w.distance[y] >= 0 && (!w.improving || g.Rank(j, y) < rank) {
				f(j, y)
			}
		})
	}
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
	to := w.from
	if len(steps) > 0 {
		to = steps[len(steps)-1].To
	}
	for n := 0; n <= len(steps); n++ {
		at := w.from
		if n > 0 {
			at = steps[n-1].To
		}
		if r.NoReturn < 0 && !w.back.Has(at) {
			r.NoReturn = n
		}
		if r.Settled < 0 && w.alone(at, to) {
			r.Settled = n
		}
	}
	return r
}

// alone reports whether no end but this one can be reached from x.
func (w *walk) alone(x, end reckon.State) bool {
	if w.others[x] == nil {
		seed := w.Conflict.Nothing()
		seed.Add(x)
		w.others[x] = w.spread(seed, false, 2).Keep(w.ends)
	}
	n := w.others[x].Len()
	return n == 0 || n == 1 && w.others[x].Has(end)
}

// openers collects who moves first in the shortest sequences to x.
func (w *walk) openers(x reckon.State, seen map[reckon.State]bool, first map[int]bool) {
	if seen[x] {
		return
	}
	seen[x] = true
	w.eachBefore(x, func(j int, y reckon.State) {
		if y == w.from {
			first[j] = true
		}
		w.openers(y, seen, first)
	})
}

func (w *walk) says(way *Way) string {
	kind := "move"
	if w.improving {
		kind = "improvement"
	}
	end := w.state(way.To)
	switch {
	case !way.Reached:
		return fmt.Sprintf("%s cannot be reached from %s by any legal sequence of %ss.", end, w.state(w.from), kind)
	case way.Moves == 0:
		return end + " is where it starts."
	}
	r := &way.Routes[0]
	var b strings.Builder
	fmt.Fprintf(&b, "%s is reached in %s: %s.", end, count(way.Moves, kind), w.steps(r.Steps))
	if way.Shortest > 1 {
		fmt.Fprintf(&b, " This is one of %d shortest sequences.", way.Shortest)
	}
	switch {
	case len(way.CanOpen) == 1:
		fmt.Fprintf(&b, " %s must move first.", w.actor(way.CanOpen[0]))
	case len(way.Openers) == 1:
		fmt.Fprintf(&b, " %s moves first in every shortest sequence, but longer ones can begin with %s.",
			w.actor(way.Openers[0]), w.actors(without(way.CanOpen, way.Openers[0]), "or"))
	default:
		fmt.Fprintf(&b, " %s can move first.", w.actors(way.CanOpen, "or"))
	}
	if r.NoReturn > 0 {
		fmt.Fprintf(&b, " After step %d nobody's moves lead back to where it started.", r.NoReturn)
	}
	switch {
	case r.Settled == 0:
		b.WriteString(" It is the only one of the states asked for that can be reached.")
	case r.Settled > 0:
		fmt.Fprintf(&b, " After step %d no other of the states asked for can be reached.", r.Settled)
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
