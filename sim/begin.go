package sim

import (
	"math"

	"reckon"
	"reckon/draw"
)

// begin draws the inputs of all lanes and starts the measures.
func (e *engine) begin() error {
	m := e.m
	states := e.flow.States()
	start := m.state
	if m.plan.lasts(0) {
		start = m.plan.hold.Apply(start)
	}
	odds := m.page.Odds()
	for lane := range e.lanes {
		states[lane], e.pages[lane] = start, m.page
		copy(e.odds[lane*e.width:], odds)
	}
	clear(e.spent)
	clear(e.struck)
	for q := range e.trackers {
		m.layout.asking[q].begin(&e.trackers[q])
	}
	for i := range e.b.answers {
		e.b.answers[i], e.b.waits[i] = math.NaN(), -1
	}
	e.parameters()
	e.release()
	if err := e.start(); err != nil {
		return e.fault(err)
	}
	e.keepInputs()
	return nil
}

// parameters draws the parameters.
func (e *engine) parameters() {
	m := e.m
	for i := range m.c.Parameters {
		u := e.uniforms(m.c.Parameters[i].Name, m.layout.parameters[i])
		for lane := range e.own[i] {
			e.own[i][lane] = constantly(&m.c.Parameters[i].Value, u[lane])
			e.set[i][lane] = e.own[i][lane]
			if s := &m.plan.parameters[i]; s.Stated() {
				e.set[i][lane] = constantly(s, u[lane])
			}
		}
		e.flow.Assign(i, e.inForce(i, 0))
	}
}

// inForce is what a parameter is at a step.
func (e *engine) inForce(parameter, k int) []float64 {
	if e.m.plan.lasts(k) {
		return e.set[parameter]
	}
	return e.own[parameter]
}

// uniforms draws the quantile of what has a name, or takes it from the job.
func (e *engine) uniforms(name string, entity uint64) []float64 {
	e.key(drawInput, entity, 0).Fill(e.room)
	if e.job.Quantiles == nil {
		return e.room
	}
	for i := range e.m.inputs {
		if e.m.inputs[i].Name != name {
			continue
		}
		for lane := range e.room {
			if u, fixed := e.job.Quantiles(e.b.run+lane, i); fixed {
				e.room[lane] = min(max(u, leastQuantile), 1-leastQuantile)
			}
		}
	}
	return e.room
}

// leastQuantile is the least number that a draw can be.
const leastQuantile = 0x1p-53

// start starts the measures: first free, where what the scenario holds them at hangs
// on how they would start, and then held.
func (e *engine) start() error {
	m := e.m
	draws := func(i int, lanes []float64) {
		copy(lanes, e.uniforms(m.c.Measures[i].Name, m.layout.measures[i]))
	}
	for _, i := range m.layout.setting {
		var free []float64
		if m.unknown[i] {
			free = filled(e.lanes, math.NaN())
		}
		e.flow.Hold(i, free)
	}
	if m.plan.hangs() {
		if err := e.flow.Start(m.dates[0], draws); err != nil {
			return err
		}
	}
	e.worth()
	if m.plan.lasts(0) {
		for _, i := range m.layout.setting {
			e.flow.Hold(i, e.held[i])
		}
	}
	return e.flow.Start(m.dates[0], draws)
}

// hangs reports whether what a measure is set to hangs on anything else.
func (p *plan) hangs() bool {
	for i := range p.measures {
		for _, a := range p.measures[i].Args {
			if a.Op != "number" {
				return true
			}
		}
	}
	return false
}

// worth draws what the scenario holds measures at.
func (e *engine) worth() {
	if len(e.m.layout.setting) == 0 {
		return
	}
	args := e.flow.Eval(e.m.layout.holds)
	for _, i := range e.m.layout.setting {
		s := &e.m.plan.measures[i]
		u := e.uniforms(e.m.c.Measures[i].Name, e.m.layout.measures[i])
		numbers := make([]float64, len(s.Args))
		for lane := range e.held[i] {
			for a := range numbers {
				numbers[a] = args[a][lane]
			}
			e.held[i][lane] = draw.Quantile(s.Law, u[lane], numbers...)
		}
		args = args[len(s.Args):]
	}
}

// keepInputs records what was drawn.
func (e *engine) keepInputs() {
	for i := range e.m.inputs {
		in := &e.m.inputs[i]
		from := e.flow.Parameter(in.index)
		if in.Start {
			from = e.flow.Value(in.index)
		}
		copy(e.b.inputs[i*e.b.lanes:], from)
	}
}

// constantly is the number of a spread whose own numbers are constants; NaN for one
// that is not stated.
func constantly(s *reckon.Spread, u float64) float64 {
	if !s.Stated() {
		return math.NaN()
	}
	in := Input{Spread: *s}
	return in.Quantile(u)
}
