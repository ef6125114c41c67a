package coupling

import (
	"fmt"

	"reckon"
	"reckon/draw"
)

// World is the arenas of a case, compiled: what they read, what they write and how
// they step. It is immutable; what changes in runs is in Lanes. Treasuries are not
// among them: their equations are measures (Expand).
type World struct {
	kase   *reckon.Case
	arenas []compiled
	inputs []reckon.Expr
	writes []write
}

// compiled is one arena: its model and where what it reads stands among the inputs.
type compiled struct {
	arena    *reckon.Arena
	model    model
	settings []*reckon.ArenaSetting // by input of its own
	called   []string               // those, with the part whose they are
	from     int
	entity   uint64
}

// write is a measure that gets one of the outputs of an arena.
type write struct{ measure, arena, output int }

// model is an arena as a case states it. One model serves many runners.
type model interface {
	// outputs is how many numbers a step gives.
	outputs() int
	// output is the place of a quantity among them; −1 where it has no such.
	output(quantity, of string) int
	// runner makes what carries runs on, with scratch of its own.
	runner() runner
	// report shows the arena at its inputs.
	report(in []float64, r *Report) *trouble
}

// runner carries runs on. A run's state is so many numbers.
type runner interface {
	width() int
	// begin puts the state before the first step.
	begin(state []float64)
	// step reads the inputs, moves the state and gives the outputs. What cannot be
	// computed with is a fault: the input it comes from, and what is wrong with it.
	step(state, in, out []float64, by *chance) *trouble
}

// trouble is a fault of an input, by its index among those of the arena; −1 is the
// arena as a whole.
type trouble struct {
	input int
	what  string
}

// chance gives the uniform numbers of one arena in one run and step.
type chance struct {
	key  draw.Key
	calm bool // without noise
	// often makes rare events frequent and gives their chance where it can, for trials
	// that ask which way an input works and not how often.
	often bool
}

// event is a number in (0, 1) below whose chance an event happens.
func (c *chance) event(purpose uint32) float64 {
	u := c.uniform(purpose)
	if c.often {
		u *= u
		u *= u
	}
	return u
}

// uniform is a number in (0, 1), by what it is for.
func (c *chance) uniform(purpose uint32) float64 {
	c.key.Purpose = purpose
	return c.key.Uniform()
}

// noise is the uniform number behind a noise; 0 is none.
func (c *chance) noise(purpose uint32) float64 {
	if c.calm {
		return 0
	}
	return c.uniform(purpose)
}

// New compiles the arenas of a case. Diagnostics say what is wrong with what they
// state, as far as that shows before a run.
func New(c *reckon.Case) (*World, []reckon.Diagnostic) {
	w := &World{kase: c}
	var found []reckon.Diagnostic
	for i := range c.Arenas {
		a := &c.Arenas[i]
		build := kinds[a.Kind]
		if build == nil {
			continue // a treasury
		}
		b := &builder{world: w, arena: a}
		one := compiled{arena: a, from: len(w.inputs), entity: draw.Entity(a.Kind + " " + a.Name)}
		one.model = build(b)
		one.settings, one.called = b.settings, b.called
		found = append(found, b.found...)
		if one.model == nil {
			w.inputs = w.inputs[:one.from]
			continue
		}
		for _, to := range a.Writes {
			k := one.model.output(to.Quantity, to.Of)
			if k < 0 {
				found = append(found, noQuantity(a, to))
				continue
			}
			w.writes = append(w.writes, write{c.Measure(to.Measure), len(w.arenas), k})
		}
		w.arenas = append(w.arenas, one)
	}
	return w, found
}

// noQuantity says that a quantity is not one of a part.
func noQuantity(a *reckon.Arena, to reckon.ArenaWrite) reckon.Diagnostic {
	d := reckon.Diagnostic{
		Severity: reckon.Error, Code: "no-such-quantity", At: to.At,
		Summary: fmt.Sprintf("%q of %q is not something that the %s %q works out", to.Quantity, to.Of, a.Kind, a.Name),
		Detail:  "Name one of its parts as it stands in its block.",
	}
	if to.Of == "" {
		d.Summary = fmt.Sprintf("%q is one for each part of the %s %q, so it says nothing by itself", to.Quantity, a.Kind, a.Name)
		d.Detail = "Say whose: of = \"…\"."
	}
	return d
}

// Inputs returns what the arenas read at every step, in the order in which Step
// takes it.
func (w *World) Inputs() []reckon.Expr { return w.inputs }

// Writes returns the measures that the arenas write, by index into Case.Measures.
func (w *World) Writes() []int {
	list := make([]int, len(w.writes))
	for i, one := range w.writes {
		list[i] = one.measure
	}
	return list
}
