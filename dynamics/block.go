package dynamics

import (
	"slices"

	"reckon"
)

// Block is a number of runs of a model side by side, its lanes, in lockstep. It is
// for one goroutine; a model has as many blocks as are wanted.
//
// Slices of lanes that it hands out are its own: they are good until the next call
// that changes them, and only States may be written to.
type Block struct {
	model    *Model
	lanes    int
	at       [][]float64 // by slot
	states   []reckon.State
	last     []reckon.State // the states when the present was last worked out
	step     int
	date     reckon.Date
	quiet    bool // without noise
	changed  bool // the present must be worked out again
	suspects []int32

	observed [][]float64   // by measure; nil is not
	holds    [][]float64   // by measure; nil is not held
	coming   []assignment  // what will hold from the next moment on
	rows     [][][]float64 // by past: the latest values, by step modulo their count
	out      [][][]float64 // by group, what Eval returns
}

// assignment is a parameter or held measure with its values; nil frees a measure.
type assignment struct {
	slot, measure int32 // measure is −1 for a parameter
	values        []float64
}

// pad keeps lanes of neighbouring slots from falling on the same lines of the
// processor's cache.
const pad = 8

// NewBlock returns a block with so many lanes, 256 being a good number. Its
// parameters are in the middle of their spreads, its options all off.
// Memory: 8 bytes a lane and slot, a few slots a measure, and those of delays,
// which grow with the run up to their length.
func (m *Model) NewBlock(lanes int) *Block {
	if lanes < 1 {
		panic("dynamics: a block needs a lane")
	}
	b := &Block{model: m, lanes: lanes, states: make([]reckon.State, lanes), last: make([]reckon.State, lanes)}
	all := make([]float64, m.slots*(lanes+pad))
	b.at = make([][]float64, m.slots)
	for i := range b.at {
		b.at[i] = all[i*(lanes+pad) : i*(lanes+pad)+lanes : i*(lanes+pad)+lanes]
	}
	for i := range m.kase.Parameters {
		fill(b.at[i], m.kase.Parameters[i].Value.Middle())
	}
	for _, k := range m.constants {
		fill(b.at[k.slot], k.k)
	}
	b.observed = make([][]float64, len(m.kase.Measures))
	b.holds = make([][]float64, len(m.kase.Measures))
	b.rows = make([][][]float64, len(m.pasts))
	b.out = make([][][]float64, len(m.groups))
	for i := range m.groups {
		b.out[i] = make([][]float64, len(m.groups[i].slots))
	}
	return b
}

func fill(lanes []float64, x float64) {
	for i := range lanes {
		lanes[i] = x
	}
}

// States returns the state of the options in every lane, to be read and written.
func (b *Block) States() []reckon.State { return b.states }

// Value returns a measure, by index into Case.Measures, in every lane.
func (b *Block) Value(measure int) []float64 { return b.at[b.model.measureSlot(int32(measure))] }

// Parameter returns a parameter, by index into Case.Parameters, in every lane.
func (b *Block) Parameter(parameter int) []float64 { return b.at[parameter] }

func (m *Model) measureSlot(measure int32) int32 { return int32(len(m.kase.Parameters)) + measure }

// Assign gives a parameter its value in every lane, from the next Start, Step or
// Settle on: with Step, what comes next still comes of the old one.
func (b *Block) Assign(parameter int, lanes []float64) {
	b.coming = append(b.coming, assignment{int32(parameter), -1, b.copied(lanes)})
}

// Hold keeps a measure at a value in every lane, whatever its expressions and its
// noise say, within its bounds, from the next Start, Step or Settle on; nil lets
// go of it, and a stock then goes on from there. NaN keeps it unknown, which is no
// fault until something is worked out from it.
func (b *Block) Hold(measure int, lanes []float64) {
	if lanes != nil {
		lanes = b.copied(lanes)
		m := &b.model.kase.Measures[measure]
		for i, x := range lanes {
			lanes[i] = bounded(x, m.Low, m.High)
		}
	}
	b.coming = append(b.coming, assignment{b.model.measureSlot(int32(measure)), int32(measure), lanes})
}

// Observe has a measure start from an observation, in lanes where it is not NaN;
// nil takes that back. Of a measure that is worked out it is what it was before the
// run, where its start says that.
func (b *Block) Observe(measure int, lanes []float64) {
	if lanes != nil {
		lanes = b.copied(lanes)
	}
	b.observed[measure] = lanes
}

// Set changes a measure in one lane at once, within its bounds: the effect of a
// shock. It does nothing to a measure that is held or worked out at every step. x
// must be finite, see Explain.
func (b *Block) Set(measure, lane int, x float64) {
	m := &b.model.kase.Measures[measure]
	if b.holds[measure] != nil || m.Is.Op != "" {
		return
	}
	b.Value(measure)[lane] = bounded(x, m.Low, m.High)
	b.changed = true
}

func (b *Block) copied(lanes []float64) []float64 {
	if len(lanes) != b.lanes {
		panic("dynamics: values for another number of lanes")
	}
	return slices.Clone(lanes)
}
