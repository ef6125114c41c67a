package sim

import (
	"fmt"

	"reckon"
)

// shocks lets happen what happens by chance, in file order.
func (e *engine) shocks() error {
	for i := range e.m.layout.shocks {
		s := &e.m.layout.shocks[i]
		if err := e.draw(s); err != nil {
			return err
		}
		if err := e.strike(s); err != nil {
			return err
		}
	}
	return nil
}

// draw finds the lanes that a shock hits.
func (e *engine) draw(s *striking) error {
	out := e.flow.Eval(s.odds)
	when, strength := out[0], out[1]
	struck := e.struck[s.index*e.lanes:][:e.lanes]
	e.key(drawShock, s.entity, e.k).Fill(e.room)
	e.hits = e.hits[:0]
	for lane := range e.lanes {
		if when[lane] == 0 || s.shock.Once && struck[lane] {
			continue
		}
		x := strength[lane]
		if what := unfit(s.shock, x); what != "" {
			return e.m.fault(e.b.run+lane, e.k, what, s.expr.At, e.reads(s.expr, lane))
		}
		if odds := e.m.strength(s.shock, x); e.room[lane] < odds {
			struck[lane] = true
			e.hits = append(e.hits, lane)
			if e.tell != nil {
				e.tell.shock(e, s, odds)
			}
		}
	}
	return nil
}

// strike does what a shock does to the lanes that it hits: first to the options,
// where that is possible, then to the measures, all from their values before it.
func (e *engine) strike(s *striking) error {
	if len(e.hits) == 0 {
		return nil
	}
	states, locked := e.flow.States(), e.locked()
	move := reckon.Move{On: s.shock.Moves.On &^ locked, Off: s.shock.Moves.Off &^ locked}
	for _, lane := range e.hits {
		if to := move.Apply(states[lane]); e.m.states.Has(to) {
			states[lane] = to
		}
	}
	if e.tell != nil {
		e.tell.struck(states[0])
	}
	if len(s.targets) == 0 {
		return nil
	}
	to := e.flow.Eval(s.effects)
	for _, lane := range e.hits {
		for i, measure := range s.targets {
			if x := to[i][lane]; x-x != 0 {
				return fmt.Errorf("run %d: the shock %q: %w", e.b.run+lane, s.shock.Name, e.flow.Explain(s.effects, i, lane))
			}
			e.flow.Set(measure, lane, to[i][lane])
		}
	}
	return nil
}

// reads lists the measures and parameters that an expression reads in a lane.
func (e *engine) reads(x *reckon.Expr, lane int) []Read {
	var list []Read
	for _, name := range x.Measures() {
		list = append(list, Read{name, e.value(name)[lane]})
	}
	return list
}

// value is a measure or a parameter in every lane.
func (e *engine) value(name string) []float64 {
	if i := e.m.c.Measure(name); i >= 0 {
		return e.flow.Value(i)
	}
	return e.flow.Parameter(e.m.c.Parameter(name))
}
