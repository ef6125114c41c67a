package sim

import (
	"errors"
	"fmt"
	"math"

	"reckon"
	"reckon/coupling"
	"reckon/draw"
	"reckon/dynamics"
	"reckon/mind"
)

// engine makes a number of runs side by side: measures in lockstep over all lanes,
// decisions lane by lane. It belongs to one goroutine.
type engine struct {
	m     *Model
	job   *Job
	b     *block
	flow  *dynamics.Block
	world *coupling.Lanes
	lanes int
	k     int

	odds   []float64 // by lane: what everybody holds everybody to be, as mind lays it out
	width  int       // of the odds of one lane
	pages  []*mind.Page
	choice mind.Choice
	tilt   []float64
	tilted bool
	facts  []uint64
	now    []float64 // features of a lane
	spent  []uint64  // by lane: conditions of changes that have been met
	struck []bool    // by shock of the case and lane
	hits   []int     // lanes that a shock hits

	order, pace, move [][]float64 // by actor: draws of a step, by lane
	line              []int       // actors with options
	turnFacts         [][]float64
	factual           [][]float64
	featured          [][]float64
	room              []float64
	due               bool        // some change of mind may be due at this step
	own, set          [][]float64 // by parameter: its values, and the scenario's
	held              [][]float64 // by measure: what the scenario holds it at
	trackers          []tracker   // by question
	tell              *teller     // nil but for a trace
}

func (m *Model) newEngine(n int) *engine {
	e := &engine{m: m, flow: m.flow.NewBlock(n), world: m.world.Lanes(n), lanes: n}
	if m.plan.noise {
		e.world.Calm()
	}
	start := m.page.Odds()
	e.width = len(start)
	e.odds, e.tilt = make([]float64, n*e.width), make([]float64, e.width)
	e.pages, e.spent = make([]*mind.Page, n), make([]uint64, n*((len(m.layout.turnOf)+len(m.layout.dated)+63)/64))
	e.struck, e.room = make([]bool, n*len(m.c.Shocks)), make([]float64, n)
	e.now = make([]float64, len(m.c.Features))
	for a := range m.c.Actors {
		e.order, e.pace, e.move = append(e.order, nil), append(e.pace, nil), append(e.move, nil)
		if len(m.c.Actors[a].Options) > 0 {
			e.order[a], e.pace[a], e.move[a] = make([]float64, n), make([]float64, n), make([]float64, n)
		}
	}
	for range m.c.Parameters {
		e.own, e.set = append(e.own, make([]float64, n)), append(e.set, make([]float64, n))
	}
	e.held = make([][]float64, len(m.c.Measures))
	for _, i := range m.layout.setting {
		e.held[i] = make([]float64, n)
	}
	for i := range m.layout.asking {
		e.trackers = append(e.trackers, m.layout.asking[i].newTracker(n))
	}
	for i, none := range m.unknown {
		if none {
			e.flow.Hold(i, filled(n, math.NaN()))
		}
	}
	for i, x := range m.known {
		if x == x && m.c.Measures[i].Is.Op == "" {
			e.flow.Observe(i, filled(n, x))
		}
	}
	return e
}

func filled(n int, x float64) []float64 {
	list := make([]float64, n)
	for i := range list {
		list[i] = x
	}
	return list
}

// fill makes the runs of a block, which has as many as the engine has lanes.
func (e *engine) fill(b *block, job *Job) error {
	e.b, e.job = b, job
	if err := e.begin(); err != nil {
		return err
	}
	if err := e.record(0); err != nil {
		return err
	}
	for k := range len(e.m.dates) - 1 {
		if err := e.step(k); err != nil {
			return err
		}
		if err := e.record(k + 1); err != nil {
			return err
		}
	}
	return nil
}

// step goes from step k to the next, in the order that docs/simulation.md gives.
func (e *engine) step(k int) error {
	e.k = k
	e.look()
	for lane := range e.lanes {
		if err := e.think(lane); err != nil {
			return fmt.Errorf("run %d at step %d (%s): %w", e.b.run+lane, k, e.m.dates[k], err)
		}
	}
	if err := e.shocks(); err != nil {
		return err
	}
	if err := e.arenas(); err != nil {
		return err
	}
	return e.carry()
}

// key is the key of a draw for the first lane.
func (e *engine) key(purpose uint32, entity uint64, step int) draw.Key {
	return draw.Key{Seed: e.job.Seed, Run: uint64(e.b.run), Module: module, Purpose: purpose, Entity: entity, Step: uint32(step)}
}

// record keeps the step that has been reached, and lets the questions see it.
func (e *engine) record(k int) error {
	b, steps := e.b, len(e.m.dates)
	copy(b.states[k*b.lanes:], e.flow.States())
	for i := range e.m.c.Shown() {
		copy(b.values[(i*steps+k)*b.lanes:], e.flow.Value(i))
	}
	if k == 0 || len(e.trackers) == 0 {
		return nil
	}
	leaves := e.flow.Eval(e.m.layout.asks)
	for q := range e.trackers {
		e.m.layout.asking[q].look(&e.trackers[q], k, leaves, b.waits[q*b.lanes:][:e.lanes])
		if w := &e.m.layout.asking[q]; w.covered && k == w.last {
			copy(b.answers[q*b.lanes:][:e.lanes], w.value(&e.trackers[q], w.root, leaves))
		}
	}
	return nil
}

// fault says in which run a fault of the measures is.
func (e *engine) fault(err error) error {
	if f, ok := errors.AsType[*dynamics.Fault](err); ok {
		return fmt.Errorf("run %d: %w", e.b.run+f.Lane, err)
	}
	return err
}

// locked returns the options that nobody can move at this step.
func (e *engine) locked() reckon.State { return e.m.plan.held(e.k) }
