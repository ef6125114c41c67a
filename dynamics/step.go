package dynamics

import (
	"time"

	"reckon"
)

// Uniforms writes to each lane a uniform number in (0, 1) for a measure, by index
// into Case.Measures: that of its start or of its noise at a step.
type Uniforms func(measure int, lanes []float64)

// yearOf is the calendar year of a day with its fraction: 1 January 2026 is 2026.
func yearOf(d reckon.Date) float64 {
	if d <= 0 {
		return 0
	}
	t := d.Time()
	first := reckon.DateOf(time.Date(t.Year(), time.January, 1, 0, 0, 0, 0, time.UTC))
	next := reckon.DateOf(time.Date(t.Year()+1, time.January, 1, 0, 0, 0, 0, time.UTC))
	return float64(t.Year()) + float64(d-first)/float64(next-first)
}

// Start begins all runs on a day, at step 0, with the options as they stand in
// States: every measure is held, observed, drawn or worked out, in that order of
// precedence. A nil draw takes the middle of every law. The error is a *Fault.
func (b *Block) Start(day reckon.Date, draw Uniforms) error {
	b.arrive(0, day)
	b.quiet = false
	for i, slot := range b.model.draws {
		switch {
		case slot == 0:
		case draw == nil:
			fill(b.at[slot], 0.5)
		default:
			draw(i, b.at[slot])
		}
	}
	b.apply()
	b.execute(b.model.fixed)
	b.execute(b.model.start)
	if err := b.verify(atStart); err != nil {
		return err
	}
	b.beginMemories()
	return b.settle(true)
}

// Step carries all runs to the next step, which falls on a day: first what is
// worked out is brought up to the options and effects of this step, then all stocks
// take their next values at once, with noise, within bounds, then what is worked
// out follows. A nil noise adds none. The error is a *Fault, after which the block
// must be started anew.
func (b *Block) Step(day reckon.Date, noise Uniforms) error {
	if b.outdated() {
		if err := b.settle(false); err != nil {
			return err
		}
	}
	b.quiet = noise == nil
	if noise != nil {
		for i, slot := range b.model.noises {
			if slot != 0 {
				noise(i, b.at[slot])
			}
		}
	}
	b.execute(b.model.next)
	if err := b.verify(atNext); err != nil {
		return err
	}
	for _, s := range b.model.stocks {
		b.at[s.slot], b.at[s.shadow] = b.at[s.shadow], b.at[s.slot]
	}
	b.arrive(b.step+1, day)
	if b.apply() {
		b.execute(b.model.fixed)
	}
	b.turnMemories()
	return b.settle(true)
}

// Settle brings what is worked out up to changes since the step was reached: of
// options, by Set, Assign or Hold. Step does it by itself. The error is a *Fault.
func (b *Block) Settle() error {
	if b.apply() {
		b.execute(b.model.fixed)
	}
	return b.settle(false)
}

// Eval works the expressions of a group out, in every lane, at the present values
// of options and measures; after a change, what is worked out at every step is that
// of before it until Settle.
func (b *Block) Eval(group int) [][]float64 {
	g := &b.model.groups[group]
	b.execute(g.code)
	for i, slot := range g.slots {
		b.out[group][i] = b.at[slot]
	}
	return b.out[group]
}

// Explain returns the *Fault of an expression of a group whose value in a lane is
// not finite: why that is so. It names nothing: the caller knows whose it is.
func (b *Block) Explain(group, expr, lane int) error {
	e, s := &b.model.exprs[group][expr], b.scene(atPresent, lane)
	f := &Fault{At: e.At, Step: b.step, Date: b.date, Lane: lane, Why: "the number is not finite"}
	if part := s.culprit(e); part != nil {
		f.Why, f.Read = b.blame(s, part), b.read(s, part)
	}
	return f
}

// execute runs a program over all lanes.
func (b *Block) execute(c code) {
	for i := range c {
		in := &c[i]
		in.run(b, in)
	}
}

// arrive sets the clock.
func (b *Block) arrive(step int, day reckon.Date) {
	b.step, b.date = step, day
	if b.model.clock {
		fill(b.at[b.model.time], float64(step))
		fill(b.at[b.model.year], yearOf(day))
	}
}

// apply makes what was assigned hold, and reports whether parameters changed.
func (b *Block) apply() bool {
	fixed := false
	for _, a := range b.coming {
		switch {
		case a.measure < 0:
			copy(b.at[a.slot], a.values)
			fixed = true
		default:
			b.holds[a.measure] = a.values
			if a.values != nil && b.model.kase.Measures[a.measure].Is.Op == "" {
				copy(b.at[a.slot], a.values)
			}
		}
	}
	b.coming = b.coming[:0]
	return fixed
}

// outdated reports whether what is worked out may hang on a change.
func (b *Block) outdated() bool {
	if b.changed {
		return true
	}
	if b.model.heeds == 0 {
		return false
	}
	differ := reckon.State(0)
	for i, s := range b.states {
		differ |= s ^ b.last[i]
	}
	return differ&b.model.heeds != 0
}

// settle works the present out, and remembers it where a step has just been
// reached.
func (b *Block) settle(reached bool) error {
	b.execute(b.model.present)
	if err := b.verify(atPresent); err != nil {
		return err
	}
	if reached {
		b.turnPasts()
		b.execute(b.model.record)
	}
	copy(b.last, b.states)
	b.changed = false
	return nil
}

// turnPasts has every past ready to take the value of the present step.
func (b *Block) turnPasts() {
	for i, p := range b.model.pasts {
		k := b.step % (p.depth + 1)
		if k == len(b.rows[i]) {
			b.rows[i] = append(b.rows[i], make([]float64, b.lanes))
		}
		b.at[p.slot] = b.rows[i][k]
	}
}

// beginMemories has delays read what was before the run.
func (b *Block) beginMemories() {
	for _, m := range b.model.memories {
		if m.past != nil {
			b.at[m.slot] = b.at[m.past.before]
		}
	}
}

// turnMemories carries what is remembered on to the present step.
func (b *Block) turnMemories() {
	for _, m := range b.model.memories {
		switch {
		case m.pending != 0:
			b.at[m.slot], b.at[m.pending] = b.at[m.pending], b.at[m.slot]
		case m.past != nil:
			if k := b.step - m.back; k >= 0 {
				b.at[m.slot] = b.rows[m.past.index][k%(m.past.depth+1)]
			}
		}
	}
}
