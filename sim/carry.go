package sim

// carry takes the measures to the next step. Where the scenario ends with this step
// its stocks are let go before, so that they move on from there; where it begins with
// the next its options are set before, so that the measures see them.
func (e *engine) carry() error {
	m, k := e.m, e.k
	before, after := m.plan.lasts(k), m.plan.lasts(k+1)
	if before && !after && m.layout.setting != nil {
		for _, i := range m.layout.setting {
			if m.c.Measures[i].Is.Op == "" {
				e.flow.Hold(i, nil)
			}
		}
		if err := e.flow.Settle(); err != nil {
			return e.fault(err)
		}
		for _, i := range m.layout.setting {
			e.flow.Hold(i, nil)
		}
	}
	if !before && after {
		if err := e.hold(); err != nil {
			return err
		}
	}
	if before != after {
		for i := range m.plan.parameters {
			if m.plan.parameters[i].Stated() {
				e.flow.Assign(i, e.inForce(i, k+1))
			}
		}
	}
	noise := e.noise
	if m.plan.noise {
		noise = nil
	}
	e.write()
	return e.fault(e.flow.Step(m.dates[k+1], noise))
}

// noise draws what chance adds to a measure.
func (e *engine) noise(measure int, lanes []float64) {
	e.key(drawNoise, e.m.layout.measures[measure], e.k).Fill(lanes)
}

// hold begins to hold what the scenario holds.
func (e *engine) hold() error {
	states := e.flow.States()
	for lane, s := range states {
		to := e.m.plan.hold.Apply(s)
		if !e.m.states.Has(to) {
			return e.m.fault(e.b.run+lane, e.k, e.m.holdImpossible(e.k+1, s).Error(), e.m.plan.at, nil)
		}
		if states[lane] = to; e.tell != nil && to != s {
			e.tell.hold(e, s, to)
		}
	}
	for _, i := range e.m.layout.setting {
		e.flow.Hold(i, e.held[i])
	}
	return nil
}
