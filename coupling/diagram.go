package coupling

import (
	"math"
	"slices"
	"strconv"

	"reckon"
	"reckon/arena"
	"reckon/draw"
)

// Diagram says who feeds whom: which arena moves which by way of which measures,
// and the circles that effects go in.
type Diagram struct {
	Flows []Flow
	Edges []arena.Edge // between measures, arenas in between taken out
	Loops []arena.Loop // that leave an arena and come back to it, shortest first
	All   bool         // these are all the loops there are
}

// Flow is a way from one arena to another, or from an arena back to itself: the
// measure that the first writes, those on the way, and the one that the second
// reads. Sign is the product of the signs on the way; 0 hangs on circumstances.
type Flow struct {
	From, To string // names of arenas
	Through  []string
	Sign     int
}

// mostLoops is how many loops a diagram lists.
const mostLoops = 100

// Diagram finds who feeds whom, with signs as they are on a day in a state. Signs
// between measures are those of arena.Edges; the sign from what an arena reads to
// what it writes is found by trying: both are compared with a little more and a
// little less of it, the same draws given, over the first steps.
func (w *World) Diagram(day reckon.Date, s reckon.State) (*Diagram, error) {
	in, err := w.today(day, s)
	if err != nil {
		return nil, err
	}
	g := w.graph(in)
	d := &Diagram{Edges: g.edges}
	d.Loops, d.All = arena.Loops(d.Edges, mostLoops)
	d.Loops = slices.DeleteFunc(d.Loops, func(l arena.Loop) bool {
		return !slices.ContainsFunc(l.Names, func(name string) bool { return g.writer[name] != "" })
	})
	for i := range w.kase.Arenas {
		a := &w.kase.Arenas[i]
		for _, to := range a.Writes {
			d.Flows = append(d.Flows, g.flows(a.Name, to.Measure)...)
		}
	}
	return d, nil
}

// graph is the measures of a case and what they do to each other.
type graph struct {
	edges   []arena.Edge
	writer  map[string]string   // measure to the arena that writes it
	readers map[string][]string // measure to the arenas that read it
	inner   map[string]bool     // equations of treasuries
}

// graph joins what expressions do to measures with what arenas do.
func (w *World) graph(in []float64) *graph {
	own := *w.kase
	own.Measures = slices.Clone(own.Measures)
	for i, x := range w.inputs {
		own.Measures = append(own.Measures, reckon.Measure{Name: inputName(i), Is: x, Low: math.Inf(-1), High: math.Inf(1)})
	}
	g := &graph{writer: map[string]string{}, readers: map[string][]string{}, inner: map[string]bool{}}
	for i := range w.kase.Measures {
		if w.kase.Measures[i].Derived {
			g.inner[w.kase.Measures[i].Name] = true
		}
	}
	into := map[string][]arena.Edge{} // by input
	for _, e := range arena.Edges(&own) {
		k := w.kase.Measure(e.To)
		if k < 0 {
			into[e.To] = append(into[e.To], e)
			continue
		}
		g.edges = append(g.edges, e)
		if to := &w.kase.Measures[k]; to.Derived && !g.inner[e.From] { // a treasury reads what is not its own
			g.read(e.From, to.Arena)
		} else if !to.Derived && to.Arena != "" {
			g.writer[to.Name] = to.Arena
		}
	}
	for i := range w.arenas {
		a := &w.arenas[i]
		signs := a.signs(in[a.from:][:len(a.settings)])
		for k := range a.settings {
			for _, e := range into[inputName(a.from+k)] {
				g.read(e.From, a.arena.Name)
				for _, to := range w.writes {
					if to.arena == i {
						g.through(e, w.kase.Measures[to.measure].Name, a.arena.Name, signs[k][to.output])
					}
				}
			}
		}
	}
	return g
}

// inputName is a name that no measure has.
func inputName(i int) string { return "input " + strconv.Itoa(i) }

// read notes that an arena reads a measure.
func (g *graph) read(measure, by string) {
	if !slices.Contains(g.readers[measure], by) {
		g.readers[measure] = append(g.readers[measure], by)
	}
}

// through adds an edge through an arena; none where trying showed no effect.
func (g *graph) through(e arena.Edge, to, by string, sign int) {
	g.writer[to] = by
	if sign == none {
		return
	}
	g.edges = append(g.edges, arena.Edge{From: e.From, To: to, Sign: e.Sign * sign})
}

// none is the sign of no effect at all.
const none = 2

// signs tries what more of each input does to each output.
func (a *compiled) signs(in []float64) [][]int {
	r, n := a.model.runner(), a.model.outputs()
	list := make([][]int, len(in))
	for k := range in {
		list[k] = make([]int, n)
		less, ok := a.tried(r, in, k, -1)
		more, also := a.tried(r, in, k, 1)
		if ok != also { // it is at an end of where it may lie
			as, _ := a.tried(r, in, k, 0)
			if !ok {
				less = as
			} else {
				more = as
			}
		}
		for j := range list[k] {
			switch {
			case less == nil || more == nil:
				list[k][j] = 0
			case less[j] < more[j]:
				list[k][j] = 1
			case less[j] > more[j]:
				list[k][j] = -1
			default:
				list[k][j] = none
			}
		}
	}
	return list
}

// Trials are few and short: a sign is asked for, not a size.
const (
	trialRuns  = 64
	trialSteps = 8
	trialShare = 0.1 // of an input that is more or less
)

// tried returns the outputs, summed over runs and steps, with a little more or less
// of one input.
func (a *compiled) tried(r runner, in []float64, k int, by float64) ([]float64, bool) {
	own := slices.Clone(in)
	step := trialShare * math.Abs(in[k])
	if step == 0 {
		step = trialShare
	}
	own[k] += float64(by * step)
	sum, out, state := make([]float64, a.model.outputs()), make([]float64, a.model.outputs()), make([]float64, r.width())
	for run := range uint64(trialRuns) {
		r.begin(state)
		for at := range uint32(trialSteps) {
			c := chance{key: draw.Key{Run: run, Module: module, Entity: a.entity, Step: at}, often: true}
			if bad := r.step(state, own, out, &c); bad != nil {
				return nil, false
			}
			for j, x := range out {
				sum[j] += x
			}
		}
	}
	return sum, true
}

// flows follows a measure that an arena writes to the arenas that it reaches, by
// the shortest ways, and no further.
func (g *graph) flows(from, measure string) []Flow {
	var list []Flow
	reached := map[string]bool{}
	seen := map[string]bool{measure: true}
	queue := []Flow{{From: from, Through: []string{measure}, Sign: 1}}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		last := at.Through[len(at.Through)-1]
		for _, to := range g.readers[last] {
			if !reached[to] {
				reached[to] = true
				list = append(list, Flow{from, to, at.Through, at.Sign})
			}
		}
		for _, e := range g.edges {
			if e.From != last || seen[e.To] || g.writer[e.To] != "" || g.inner[e.To] {
				continue
			}
			seen[e.To] = true
			queue = append(queue, Flow{From: from, Through: append(slices.Clone(at.Through), e.To), Sign: at.Sign * e.Sign})
		}
	}
	return list
}
