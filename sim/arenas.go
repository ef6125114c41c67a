package sim

import (
	"errors"
	"fmt"

	"reckon"
	"reckon/coupling"
)

// layArenas compiles the arenas of the case.
func (m *Model) layArenas(g *groups) error {
	var found []reckon.Diagnostic
	if m.world, found = coupling.New(m.c); len(found) > 0 {
		d := &found[0]
		return fmt.Errorf("%v: %s. %s", d.At, d.Summary, d.Detail)
	}
	m.layout.arenas, m.layout.written = g.add(m.world.Inputs()), m.world.Writes()
	return nil
}

// arenas lets the arenas make of the present step what their measures are at the
// next. It goes before the measures are carried there, so that all read this step.
func (e *engine) arenas() error {
	if len(e.m.layout.written) == 0 {
		return nil
	}
	if err := e.flow.Settle(); err != nil { // what shocks and moves changed counts, as it does for measures
		return e.fault(err)
	}
	in := e.flow.Eval(e.m.layout.arenas)
	for i := range in {
		for lane, x := range in[i] {
			if x-x != 0 {
				return fmt.Errorf("run %d: %w", e.b.run+lane, e.flow.Explain(e.m.layout.arenas, i, lane))
			}
		}
	}
	if err := e.world.Step(in, e.key(0, 0, e.k)); err != nil {
		if f, ok := errors.AsType[*coupling.Fault](err); ok {
			return fmt.Errorf("run %d at step %d (%s): %w", e.b.run+f.Lane, e.k, e.m.dates[e.k], err)
		}
		return err
	}
	return nil
}

// write has the measures take at the next step what arenas made of this one, but for
// those that the scenario then holds and those whose arena it leaves out.
func (e *engine) write() {
	for w, measure := range e.m.layout.written {
		if !e.m.plan.silent[measure] && (!e.m.plan.measures[measure].Stated() || !e.m.plan.lasts(e.k+1)) {
			e.flow.Hold(measure, e.world.Value(w))
		}
	}
}

// release lets what arenas write begin as it is stated.
func (e *engine) release() {
	e.world.Begin()
	for _, measure := range e.m.layout.written {
		e.flow.Hold(measure, nil)
	}
}
