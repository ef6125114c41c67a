package dynamics

import (
	"maps"
	"math"
	"testing"

	"pgregory.net/rapid"

	"reckon"
)

// naive carries one run by definition: it keeps the whole path and works every
// expression out from it, memory included.
type naive struct {
	kase     *reckon.Case
	values   []map[string]float64 // by step: measures and parameters as the step was reached
	states   []reckon.State
	now      map[string]float64 // the present, which effects may have changed
	state    reckon.State
	year     []float64
	uniforms func(measure, step int) float64 // step −1 is the start
	blown    bool                            // whether a measure was not finite
	odd      bool                            // whether one was not before it was held in bounds
}

// scene is step k of the path, or the present for k = −1.
func (n *naive) scene(k int) *scene {
	values, state, step := n.now, n.state, len(n.values)-1
	if k >= 0 {
		values, state, step = n.values[k], n.states[k], k
	}
	s := &scene{time: float64(step), year: n.year[step]}
	s.number = func(name string) float64 { return values[name] }
	s.option = state.Has
	s.table = func(name string) *table {
		for i := range n.kase.Lookups {
			if n.kase.Lookups[i].Name == name {
				t, _ := newTable(&n.kase.Lookups[i])
				return t
			}
		}
		panic("no table")
	}
	s.past = func(e *reckon.Expr) float64 { return n.past(e, step) }
	return s
}

// past is what is remembered at a step.
func (n *naive) past(e *reckon.Expr, step int) float64 {
	x := &e.Args[0]
	at := func(k int) float64 {
		switch {
		case k < 0:
			return n.start(x, true)
		case k == 0:
			return n.start(x, false)
		}
		return n.scene(k).value(x)
	}
	switch e.Name {
	case "initial":
		return at(0)
	case "previous":
		return at(step - 1)
	case "delay":
		return at(step - int(e.Args[1].Number))
	}
	smooth := at(-1)
	for k := range step {
		smooth = smooth + (at(k)-smooth)/e.Args[1].Number
	}
	return smooth
}

// start is an expression at the start, or before it, where measures that are
// worked out may have had another value.
func (n *naive) start(x *reckon.Expr, before bool) float64 {
	s := n.scene(-1)
	if n.values[0] != nil {
		s = n.scene(0)
	}
	s.time, s.year = 0, n.year[0]
	s.past = func(e *reckon.Expr) float64 { return n.start(&e.Args[0], e.Name != "initial") }
	if now := s.number; before {
		s.number = func(name string) float64 {
			i := n.kase.Measure(name)
			if i < 0 || !begun(&n.kase.Measures[i]) {
				return now(name)
			}
			m := &n.kase.Measures[i]
			was := n.scene(-1)
			if n.values[0] != nil {
				was = n.scene(0)
			}
			return bounded(was.drawn(&m.Start, n.uniforms(i, -1)), m.Low, m.High)
		}
	}
	return s.value(x)
}

func (n *naive) bound(m *reckon.Measure, x float64) float64 {
	n.odd = n.odd || !finite(x)
	x = bounded(x, m.Low, m.High)
	n.blown = n.blown || !finite(x)
	return x
}

// workOut brings all measures with "is" up to date, by repetition.
func (n *naive) workOut(atStart bool) {
	for range n.kase.Measures {
		for i := range n.kase.Measures {
			m := &n.kase.Measures[i]
			switch {
			case m.Is.Op == "":
			case atStart:
				n.now[m.Name] = bounded(n.start(&m.Is, false), m.Low, m.High)
			default:
				n.now[m.Name] = bounded(n.scene(-1).value(&m.Is), m.Low, m.High)
			}
		}
	}
	for i := range n.kase.Measures {
		if m := &n.kase.Measures[i]; m.Is.Op != "" {
			if atStart {
				n.bound(m, n.start(&m.Is, false))
				if begun(m) {
					n.bound(m, n.scene(-1).drawn(&m.Start, n.uniforms(i, -1)))
				}
			} else {
				n.bound(m, n.scene(-1).value(&m.Is))
			}
		}
	}
}

func (n *naive) reached() {
	last := map[string]float64{}
	maps.Copy(last, n.now)
	n.values[len(n.values)-1], n.states[len(n.states)-1] = last, n.state
}

func (n *naive) begin(year float64) {
	n.year, n.values, n.states = []float64{year}, make([]map[string]float64, 1), make([]reckon.State, 1)
	for range n.kase.Measures {
		for i := range n.kase.Measures {
			m := &n.kase.Measures[i]
			if m.Is.Op != "" {
				continue
			}
			n.now[m.Name] = bounded(n.scene(-1).drawn(&m.Start, n.uniforms(i, -1)), m.Low, m.High)
		}
	}
	for i := range n.kase.Measures {
		if m := &n.kase.Measures[i]; m.Is.Op == "" {
			n.bound(m, n.now[m.Name])
			n.bound(m, n.scene(-1).drawn(&m.Start, n.uniforms(i, -1)))
		}
	}
	n.workOut(true)
	n.reached()
}

func (n *naive) step(year float64) {
	n.workOut(false)
	next, s := map[string]float64{}, n.scene(-1)
	for i := range n.kase.Measures {
		m := &n.kase.Measures[i]
		if m.Is.Op != "" {
			continue
		}
		x := n.now[m.Name]
		if m.Next.Op != "" {
			x = s.value(&m.Next)
		}
		if m.Noise.Stated() {
			x += s.drawn(&m.Noise, n.uniforms(i, len(n.values)-1))
		}
		next[m.Name] = n.bound(m, x)
	}
	maps.Copy(n.now, next)
	n.values, n.states, n.year = append(n.values, nil), append(n.states, 0), append(n.year, year)
	// Memory of the step just reached is of those before it: the present stands in.
	n.workOut(false)
	n.reached()
}

// uniform is a number in (0, 1) that hangs on all its arguments.
func uniform(seed uint64, run, measure, step int) float64 {
	z := seed*0x9E3779B97F4A7C15 + uint64(run)*0xBF58476D1CE4E5B9 + uint64(measure+3)*0x94D049BB133111EB + uint64(step+7)*0xD6E8FEB86659FD93
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return (float64((z^z>>31)>>12) + 0.5) * 0x1p-52
}

const day0 = reckon.Date(739700)

// trip runs lanes from..to of the experiment with a seed in one block, or by
// definition, and gives all values of all steps; it ends where a measure blows up.
type trip struct {
	kase     *reckon.Case
	group    []reckon.Expr
	seed     uint64
	steps    int
	from, to int
}

// inputs that hang on the run, not on the lane.
func (t *trip) state(run, step int) reckon.State {
	return reckon.State(uniform(t.seed, run, 90, step) * 8)
}

func (t *trip) parameter(run, p int) float64 { return uniform(t.seed, run, 70+p, 0)*4 - 2 }

// looks reports whether the group is worked out at a step, as settled.
func (t *trip) looks(step int) bool { return uniform(t.seed, 0, 95, step) < 0.5 }

// wearIn runs a block before its time, in half of all trips, to a fault if there
// is one: nothing of that may be left at the next start.
func (t *trip) wearIn(b *Block, draws Uniforms) {
	if t.seed%2 == 0 || b.Start(day0, draws) != nil {
		return
	}
	b.States()[0] ^= 7
	for range 7 {
		if b.Step(day0, draws) != nil {
			break
		}
	}
	b.States()[0] ^= 7
}

// effect is one measure changed in some runs at some steps.
func (t *trip) effect(run, step int) (measure int, x float64, happens bool) {
	m := int(uniform(t.seed, 0, 80, 0) * float64(len(t.kase.Measures)))
	return m, uniform(t.seed, run, 81, step)*4 - 2, uniform(t.seed, run, 82, step) < 0.2 && t.kase.Measures[m].Is.Op == ""
}

func (t *trip) block(tb *rapid.T) (values [][]float64, fault error) {
	m, err := Compile(t.kase, t.group)
	if err != nil {
		tb.Fatal(err)
	}
	lanes := t.to - t.from
	b := m.NewBlock(lanes)
	values = make([][]float64, lanes)
	record := func() {
		for m := range t.kase.Measures {
			for lane, x := range b.Value(m) {
				values[lane] = append(values[lane], x)
			}
		}
	}
	for p := range t.kase.Parameters {
		x := make([]float64, lanes)
		for lane := range x {
			x[lane] = t.parameter(t.from+lane, p)
		}
		b.Assign(p, x)
	}
	for lane := range lanes {
		b.States()[lane] = t.state(t.from+lane, 0)
	}
	uniforms := func(step int) Uniforms {
		return func(measure int, u []float64) {
			for lane := range u {
				u[lane] = uniform(t.seed, t.from+lane, measure, step)
			}
		}
	}
	t.wearIn(b, uniforms(3))
	if err := b.Start(day0, uniforms(-1)); err != nil {
		return values, err
	}
	record()
	for k := range t.steps {
		for lane := range lanes {
			b.States()[lane] = t.state(t.from+lane, k+1)
			if m, x, happens := t.effect(t.from+lane, k); happens {
				b.Set(m, lane, x)
			}
		}
		if t.looks(k) {
			if err := b.Settle(); err != nil {
				return values, err
			}
			for _, x := range b.Eval(0) {
				for lane := range lanes {
					values[lane] = append(values[lane], x[lane])
				}
			}
		}
		if err := b.Step(day0+reckon.Date(30*k+30), uniforms(k)); err != nil {
			return values, err
		}
		record()
	}
	return values, nil
}

func (t *trip) slow(run int) (values []float64, n *naive) {
	n = &naive{kase: t.kase, now: map[string]float64{}, state: t.state(run, 0)}
	n.uniforms = func(measure, step int) float64 { return uniform(t.seed, run, measure, step) }
	for p := range t.kase.Parameters {
		n.now[t.kase.Parameters[p].Name] = t.parameter(run, p)
	}
	record := func() {
		for m := range t.kase.Measures {
			values = append(values, n.now[t.kase.Measures[m].Name])
		}
	}
	n.begin(yearOf(day0))
	if n.blown {
		return values, n
	}
	record()
	for k := range t.steps {
		n.state = t.state(run, k+1)
		if m, x, happens := t.effect(run, k); happens {
			m := &t.kase.Measures[m]
			n.now[m.Name] = bounded(x, m.Low, m.High)
		}
		if t.looks(k) {
			n.workOut(false)
			if n.blown {
				break
			}
			for i := range t.group {
				values = append(values, n.scene(-1).value(&t.group[i]))
			}
		}
		n.step(yearOf(day0 + reckon.Date(30*k+30)))
		if n.blown {
			break
		}
		record()
	}
	return values, n
}

func sameBits(a, b float64) bool {
	return math.Float64bits(a) == math.Float64bits(b) || a != a && b != b
}

// TestOracle holds compiled code against the definitions, bit for bit, on random
// models, and the lanes of blocks against each other however they are split.
func TestOracle(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		seed := rapid.Uint64().Draw(rt, "seed")
		w, c := newCase(seed)
		tr := &trip{kase: c, group: []reckon.Expr{w.number(3), w.yesNo(3), w.number(2)}, seed: seed, steps: 6, from: 0, to: 5}
		fast, err := tr.block(rt)
		blown, odd := false, false
		for run := range 5 {
			slow, n := tr.slow(run)
			blown, odd = blown || n.blown, odd || n.odd
			for i := range min(len(slow), len(fast[run])) {
				if !sameBits(slow[i], fast[run][i]) {
					rt.Fatalf("run %d, value %d of %d: %v by definition, %v compiled", run, i, len(slow), slow[i], fast[run][i])
				}
			}
			if !n.blown && err == nil && len(slow) != len(fast[run]) {
				rt.Fatalf("run %d: %d values by definition, %d compiled", run, len(slow), len(fast[run]))
			}
		}
		if blown && err == nil || err != nil && !odd {
			rt.Fatalf("by definition a measure is not finite: %v, or was not within bounds: %v; compiled: %v", blown, odd, err)
		}
		if err != nil {
			return
		}
		split := *tr
		for _, part := range [][2]int{{0, 1}, {1, 4}, {4, 5}} {
			split.from, split.to = part[0], part[1]
			values, err := split.block(rt)
			if err != nil {
				rt.Fatal(err)
			}
			for i := range values {
				for k := range values[i] {
					if !sameBits(values[i][k], fast[part[0]+i][k]) {
						rt.Fatalf("run %d has other values in a block of its own", part[0]+i)
					}
				}
			}
		}
	})
}
