package sim

import (
	"reckon/draw"
)

// quantile is the quantile at which an input is drawn in a run. A spread that is no
// input of its own, because a scenario sets it for some of the time, has the draw of
// its name.
func (m *Model) quantile(job *Job, run int, name string) float64 {
	if job.Quantiles != nil {
		for i := range m.inputs {
			if m.inputs[i].Name == name {
				if u, fixed := job.Quantiles(run, i); fixed {
					return u
				}
			}
		}
	}
	return draw.Key{Seed: job.Seed, Run: uint64(run), Module: module, Purpose: drawInput, Entity: draw.Entity(name)}.Uniform()
}

// fill makes the runs of a block.
func (m *Model) fill(b *block, job *Job) error {
	for lane := range b.n {
		p := plain{m: m, job: job, run: b.run + lane}
		if err := p.steps(); err != nil {
			return err
		}
		p.store(b, lane)
	}
	return nil
}

// store writes a run into its lane.
func (p *plain) store(b *block, lane int) {
	steps := len(p.m.dates)
	for k := range p.states {
		b.states[k*lanes+lane] = p.states[k]
		for i, x := range p.values[k] {
			b.values[(i*steps+k)*lanes+lane] = x
		}
	}
	for i := range p.m.inputs {
		in := &p.m.inputs[i]
		if in.Start {
			b.inputs[i*lanes+lane] = p.values[0][in.index]
		} else {
			b.inputs[i*lanes+lane] = p.parameter(in.index, 0)
		}
	}
	for q := range p.m.c.Questions {
		x, at := p.answer(q)
		b.answers[q*lanes+lane], b.waits[q*lanes+lane] = x, int32(at)
	}
}
