package causes

import (
	"reckon"
	"reckon/sim"
)

// decided returns the step that decides a question in a run: the first in its window
// at which what it waits for holds, where it waits for one thing to happen; else the
// last step of the window.
func decided(m *sim.Model, q int, p *sim.Path) int {
	stated := &m.Case().Questions[q]
	opens, closes := stated.Window()
	awaited, last := waitedFor(&stated.When), 0
	for k := 1; k < len(p.Dates); k++ {
		if p.Dates[k] < opens || p.Dates[k] > closes {
			continue
		}
		last = k
		if awaited == nil {
			continue
		}
		now, ok := awaited.Circuit(func(name string) float64 { return valueAt(m, p, name, k) })
		if ok && now.Holds(p.States[k]) {
			return k
		}
	}
	return last
}

// waitedFor returns x of ever(x) or first(x) where that is the only look over time.
func waitedFor(e *reckon.Expr) *reckon.Expr {
	var found *reckon.Expr
	calls := 0
	e.Walk(func(x *reckon.Expr) {
		if x.Op != "call" {
			return
		}
		switch x.Name {
		case "ever", "first":
			found = &x.Args[0]
			calls++
		case "at_end", "count":
			calls++
		}
	})
	if calls != 1 {
		return nil
	}
	return found
}

// valueAt is a measure or an input as it stood at a step of a run.
func valueAt(m *sim.Model, p *sim.Path, name string, step int) float64 {
	if k := m.Case().Measure(name); k >= 0 {
		return p.Values[k][step]
	}
	for k, in := range m.Inputs() {
		if in.Name == name && !in.Start {
			return p.Inputs[k]
		}
	}
	return m.Case().MeasuresOn(p.Dates[step])(name)
}
