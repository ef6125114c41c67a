package sim

import (
	"fmt"
	"math"

	"reckon"
	"reckon/draw"
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
	e.hits = e.hits[:0]
	for lane := range e.lanes {
		if when[lane] != 0 && (!s.shock.Once || !struck[lane]) {
			e.hits = append(e.hits, lane)
		}
	}
	if len(e.hits) == 0 {
		return nil
	}
	u := e.drawn(s)
	x, odds := math.NaN(), 0.0
	hit := e.hits[:0]
	for _, lane := range e.hits {
		if strength[lane] != x {
			x = strength[lane]
			if what := unfit(s.shock, x); what != "" {
				return e.m.fault(e.b.run+lane, e.k, what, s.expr.At, e.reads(s.expr, lane))
			}
			odds = s.chance(x)
		}
		if u[lane] < odds {
			struck[lane] = true
			hit = append(hit, lane)
			if e.tell != nil {
				e.tell.shock(e, s, odds)
			}
		}
	}
	e.hits = hit
	return nil
}

// drawn draws for the lanes that a shock may hit: all, or where they are few each.
func (e *engine) drawn(s *striking) []float64 {
	key := e.key(drawShock, s.entity, e.k)
	if 4*len(e.hits) > e.lanes {
		key.Fill(e.room)
		return e.room
	}
	for _, lane := range e.hits {
		one := key
		one.Run += uint64(lane)
		e.room[lane] = one.Uniform()
	}
	return e.room
}

// chance is the probability of a shock in one step, from its rate or chance.
func (s *striking) chance(x float64) float64 {
	if s.shock.Rate.Op == "" {
		return x
	}
	return 1 - draw.Exp(-x*s.steps)
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
			if e.m.plan.measures[measure].Stated() && e.m.plan.lasts(e.k) {
				continue // it is held, so what would become of it is not asked
			}
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
