package sim

import (
	"slices"

	"reckon"
)

// block is some runs side by side, with all that they leave behind. Lane i is run
// run+i.
type block struct {
	lanes   int // there is room for
	run, n  int
	states  []reckon.State // by step and lane
	values  []float64      // by measure, step and lane
	inputs  []float64      // by input and lane
	answers []float64      // by question and lane
	waits   []int32        // by question and lane: the step at which what it awaits came; −1 never
	path    Path           // what Each is shown
}

func (m *Model) newBlock(n int) *block {
	steps := len(m.dates)
	return &block{
		lanes:   n,
		states:  make([]reckon.State, steps*n),
		values:  make([]float64, len(m.c.Shown())*steps*n),
		inputs:  make([]float64, len(m.inputs)*n),
		answers: make([]float64, len(m.c.Questions)*n),
		waits:   make([]int32, len(m.c.Questions)*n),
	}
}

// path copies one lane into a path.
func (m *Model) path(b *block, lane int, p *Path) {
	steps := len(m.dates)
	p.Run, p.Dates = b.run+lane, m.dates
	p.States = slices.Grow(p.States[:0], steps)[:steps]
	for k := range p.States {
		p.States[k] = b.states[k*b.lanes+lane]
	}
	if p.Values == nil {
		p.Values = make([][]float64, len(m.c.Shown()))
	}
	for i := range p.Values {
		p.Values[i] = column(p.Values[i], b.values[i*steps*b.lanes:], steps, b.lanes, lane)
	}
	p.Inputs = column(p.Inputs, b.inputs, len(m.inputs), b.lanes, lane)
	p.Answers = column(p.Answers, b.answers, len(m.c.Questions), b.lanes, lane)
}

// column copies one lane of a table of so many rows.
func column(to, from []float64, rows, lanes, lane int) []float64 {
	to = slices.Grow(to[:0], rows)[:rows]
	for k := range to {
		to[k] = from[k*lanes+lane]
	}
	return to
}

// each shows every run of a block.
func (m *Model) each(b *block, show func(*Path)) {
	for lane := range b.n {
		m.path(b, lane, &b.path)
		show(&b.path)
	}
}
