package dynamics

import (
	"errors"
	"math"
	"testing"

	"pgregory.net/rapid"

	"reckon"
)

// stock is a measure without bounds that starts at 1.
func stockOf(tb testing.TB, name, next string) reckon.Measure {
	tb.Helper()
	return reckon.Measure{Name: name, Low: math.Inf(-1), High: math.Inf(1), Start: reckon.Exactly(1), Next: read(tb, next)}
}

func compiled(tb testing.TB, c *reckon.Case, groups ...[]reckon.Expr) *Model {
	tb.Helper()
	m, err := Compile(c, groups...)
	if err != nil {
		tb.Fatal(err)
	}
	return m
}

func want(t *testing.T, what string, got []float64, want ...float64) {
	t.Helper()
	for lane := range want {
		if got[lane] != want[lane] {
			t.Errorf("%s is %v, want %v", what, got, want)
			return
		}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestInputs follows two lanes through assignments, holds, effects and options.
func TestInputs(t *testing.T) {
	c := &reckon.Case{
		Options:    []reckon.Option{{Name: "a.x"}},
		Parameters: []reckon.Parameter{{Name: "p", Value: reckon.Exactly(2)}},
		Measures:   []reckon.Measure{stockOf(t, "s", "s * p"), stockOf(t, "w", "0")},
	}
	c.Measures[0].High = 100
	c.Measures[1].Next = reckon.Expr{}
	c.Measures[1].Is = with("?", reckon.Expr{Op: "option"}, with("-", ref("s")), ref("s"))
	c.Measures[1].Start = reckon.Spread{}
	b := compiled(t, c, []reckon.Expr{read(t, "s + p"), read(t, "w"), {}}).NewBlock(2)
	b.Observe(0, []float64{math.NaN(), 3})
	must(t, b.Start(day0, nil))
	want(t, "s at the start", b.Value(0), 1, 3)
	want(t, "w at the start", b.Value(1), 1, 3)
	b.States()[1] = 1
	want(t, "w before the option is seen", b.Eval(0)[1], 1, 3)
	must(t, b.Settle())
	want(t, "w after", b.Eval(0)[1], 1, -3)
	want(t, "what is not stated", b.Eval(0)[2], 1, 1)
	b.Assign(0, []float64{10, 10})
	want(t, "s + p before the assignment holds", b.Eval(0)[0], 3, 5)
	must(t, b.Step(day0+7, nil))
	want(t, "s, still of the old p", b.Value(0), 2, 6)
	want(t, "s + p", b.Eval(0)[0], 12, 16)
	want(t, "w", b.Value(1), 2, -6)
	must(t, b.Step(day0+14, nil))
	want(t, "s within its bounds", b.Value(0), 20, 60)
	must(t, b.Step(day0+21, nil))
	want(t, "s at its bound", b.Value(0), 100, 100)
	b.Set(0, 1, 5)
	b.Set(1, 1, 5)
	must(t, b.Settle())
	want(t, "s after an effect", b.Value(0), 100, 5)
	want(t, "w, which no effect moves", b.Value(1), 100, -5)
	b.Hold(0, []float64{7, 700})
	b.Hold(1, []float64{1, 2})
	must(t, b.Step(day0+28, nil))
	want(t, "s held, within its bounds", b.Value(0), 7, 100)
	want(t, "w held", b.Value(1), 1, 2)
	b.Set(0, 0, 50)
	want(t, "s, which is held against effects", b.Value(0), 7, 100)
	must(t, b.Step(day0+35, nil))
	want(t, "s still held", b.Value(0), 7, 100)
	b.Hold(0, nil)
	b.Hold(1, nil)
	must(t, b.Step(day0+42, nil))
	want(t, "s let go", b.Value(0), 7, 100)
	want(t, "w let go", b.Value(1), 7, -100)
	must(t, b.Step(day0+49, nil))
	want(t, "s goes on", b.Value(0), 70, 100)
	b.Observe(0, nil)
	must(t, b.Start(day0, nil))
	want(t, "s begun anew", b.Value(0), 1, 1)
}

// TestHeldAtStart: what is held from the start is so at once.
func TestHeldAtStart(t *testing.T) {
	c := &reckon.Case{Measures: []reckon.Measure{stockOf(t, "s", "s + 1"), stockOf(t, "v", "0")}}
	c.Measures[1].Next, c.Measures[1].Is, c.Measures[1].Start = reckon.Expr{}, read(t, "2 * s"), reckon.Spread{}
	b := compiled(t, c).NewBlock(1)
	b.Hold(0, []float64{9})
	must(t, b.Start(day0, nil))
	want(t, "v", b.Value(1), 18)
	must(t, b.Step(day0, nil))
	want(t, "s", b.Value(0), 9)
}

// TestUnknown: a measure may stay unknown, as long as nothing is worked out from it.
func TestUnknown(t *testing.T) {
	c := &reckon.Case{Measures: []reckon.Measure{stockOf(t, "s", "2"), stockOf(t, "v", "v")}}
	c.Options = []reckon.Option{{Name: "a.x"}}
	c.Measures[0].Next, c.Measures[0].Start = reckon.Expr{}, reckon.Spread{}
	c.Measures[1].Next = with("?", reckon.Expr{Op: "option"}, with("*", num(2), ref("s")), ref("v"))
	b := compiled(t, c).NewBlock(1)
	b.Hold(0, []float64{math.NaN()})
	must(t, b.Start(day0, nil))
	must(t, b.Step(day0, nil))
	b.States()[0] = 1
	err := b.Step(day0, nil)
	const said = "measure v (), at step 1, 2026-03-25: `s` is unknown; give it a start, or an observation on or before the day on which the run starts"
	if err == nil || err.Error() != said {
		t.Errorf("got %v", err)
	}
}

// TestMemoryIsOfSteps: what happens within a step is not remembered, only how
// things stood when it was reached.
func TestMemoryIsOfSteps(t *testing.T) {
	c := &reckon.Case{Measures: []reckon.Measure{stockOf(t, "s", "s"), stockOf(t, "was", "0")}}
	c.Measures[1].Next, c.Measures[1].Is, c.Measures[1].Start = reckon.Expr{}, read(t, "previous(s)"), reckon.Spread{}
	b := compiled(t, c).NewBlock(1)
	must(t, b.Start(day0, nil))
	b.Set(0, 0, 4)
	must(t, b.Settle())
	want(t, "what was before the start", b.Value(1), 1)
	must(t, b.Step(day0, nil))
	want(t, "what was at step 0", b.Value(1), 1)
	must(t, b.Step(day0, nil))
	want(t, "what was at step 1", b.Value(1), 4)
}

// TestFaultOfLane names the lowest lane, and Explain what is wrong with a number
// of a group.
func TestFaultOfLane(t *testing.T) {
	c := &reckon.Case{Measures: []reckon.Measure{stockOf(t, "s", "s / (s - 3)")}}
	b := compiled(t, c, []reckon.Expr{read(t, "ln(s - 3)")}).NewBlock(4)
	b.Observe(0, []float64{1, 2, 3, 3})
	must(t, b.Start(day0, nil))
	if x := b.Eval(0)[0][2]; !math.IsInf(x, -1) {
		t.Fatalf("ln 0 is %v", x)
	}
	var f *Fault
	if err := b.Explain(0, 0, 2); !errors.As(err, &f) || f.Lane != 2 || len(f.Read) != 1 || f.Read[0] != "s = 3" {
		t.Errorf("explained as %v", err)
	}
	if err := b.Step(day0, nil); !errors.As(err, &f) || f.Lane != 2 || f.What != "measure s" || f.Step != 0 {
		t.Errorf("got %v", err)
	}
	want(t, "the values before the fault", b.Value(0), 1, 2, 3, 3)
}

// TestEveryLaneIsWatched: a fault is found in any lane, whatever the bounds.
func TestEveryLaneIsWatched(t *testing.T) {
	for _, bounds := range [][2]float64{{math.Inf(-1), math.Inf(1)}, {0, 9}, {-9, 9}, {-9, math.Inf(1)}} {
		c := &reckon.Case{Measures: []reckon.Measure{stockOf(t, "s", "sqrt(s - 2)")}}
		c.Measures[0].Low, c.Measures[0].High = bounds[0], bounds[1]
		for _, noise := range []bool{false, true} {
			if noise {
				c.Measures[0].Noise = reckon.Spread{Law: reckon.Between, Args: []reckon.Expr{num(0), num(1)}}
			}
			for lane := range 10 {
				b := compiled(t, c).NewBlock(10)
				lanes := make([]float64, 10)
				fill(lanes, 3)
				lanes[lane] = 1
				b.Observe(0, lanes)
				must(t, b.Start(day0, nil))
				var f *Fault
				draws := func(_ int, u []float64) { fill(u, 0.5) }
				if err := b.Step(day0, draws); !errors.As(err, &f) || f.Lane != lane {
					t.Fatalf("bounds %v, noise %v, lane %d: %v", bounds, noise, lane, err)
				}
			}
		}
	}
}

// TestNothingStale: what was put away for memory when the step was reached is not
// taken for what comes next, when an option has changed since.
func TestNothingStale(t *testing.T) {
	c := &reckon.Case{
		Options:  []reckon.Option{{Name: "a.x"}},
		Measures: []reckon.Measure{stockOf(t, "s", "0"), stockOf(t, "v", "0")},
	}
	x := with("+", with("?", reckon.Expr{Op: "option"}, num(1), num(2)), with("*", ref("s"), num(3)))
	c.Measures[0].Next = x
	c.Measures[1].Next, c.Measures[1].Is = reckon.Expr{}, call("previous", x)
	c.Measures[1].Start = reckon.Spread{}
	b := compiled(t, c).NewBlock(1)
	must(t, b.Start(day0, nil))
	b.States()[0] = 1
	must(t, b.Step(day0, nil))
	want(t, "s", b.Value(0), 4)
	want(t, "v", b.Value(1), 5)
}

// TestSumsOfFiniteLanes: lanes whose sum overflows are no fault.
func TestSumsOfFiniteLanes(t *testing.T) {
	c := &reckon.Case{Measures: []reckon.Measure{stockOf(t, "s", "s")}}
	b := compiled(t, c).NewBlock(9)
	lanes := make([]float64, 9)
	fill(lanes, 1.5e308)
	b.Observe(0, lanes)
	must(t, b.Start(day0, nil))
	must(t, b.Step(day0, nil))
}

// TestNoAllocations: steps, settling and evaluating need no memory.
func TestNoAllocations(t *testing.T) {
	c := economyCase(t, true)
	c.Measures[0].Next = with("+", c.Measures[0].Next, with("*", num(0.1), call("delay", ref("price"), num(3))))
	b := compiled(t, c, []reckon.Expr{read(t, "oil * price"), read(t, "smooth(oil, 4)")}).NewBlock(64)
	must(t, b.Start(day0, nil))
	noise := func(_ int, u []float64) { fill(u, 0.3) }
	step := func() {
		if err := b.Step(day0, noise); err != nil {
			t.Fatal(err)
		}
		b.Set(1, 3, 0.5)
		if err := b.Settle(); err != nil {
			t.Fatal(err)
		}
		b.Eval(0)
	}
	for range 5 {
		step()
	}
	if n := testing.AllocsPerRun(20, step); n > 0 {
		t.Errorf("%v allocations a step", n)
	}
}

// TestFusedLikePlain: every operation beside every other, with measures and
// constants in every place, as the definitions have it.
func TestFusedLikePlain(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w, c := newCase(rapid.Uint64().Draw(rt, "seed"))
		w.past = false
		var group []reckon.Expr
		for range 6 {
			group = append(group, w.arithmetic(4), w.sum())
		}
		for i := range c.Measures {
			m := &c.Measures[i]
			m.Is, m.Next, m.Noise, m.Start = reckon.Expr{}, reckon.Expr{}, reckon.Spread{}, reckon.Exactly(w.odd())
		}
		b := compiled(t, c, group).NewBlock(5)
		must(t, b.Start(day0, nil))
		for i := range c.Measures {
			for lane := range 5 {
				b.Set(i, lane, w.odd())
			}
		}
		for i, lanes := range b.Eval(0) {
			for lane := range 5 {
				if slow := b.scene(atPresent, lane).value(&group[i]); !sameBits(slow, lanes[lane]) {
					rt.Fatalf("%v by definition, %v compiled", slow, lanes[lane])
				}
			}
		}
	})
}

// odd is a number at which operations differ in their last bits or in signs.
func (w *wild) odd() float64 {
	return []float64{0, math.Copysign(0, -1), 1, -1, 0.1, 1e-310, -3, w.NormFloat64(), w.NormFloat64() * 1e9}[w.IntN(9)]
}

// sum is a sum of terms such as stocks change by.
func (w *wild) sum() reckon.Expr {
	x := w.leaf()
	for range 1 + w.IntN(3) {
		x = with(reckon.Op(w.pick("+", "-")), x, w.term())
	}
	return x
}

func (w *wild) leaf() reckon.Expr {
	if w.IntN(3) == 0 {
		return num(w.odd())
	}
	return ref(w.names[w.IntN(len(w.names))])
}

func (w *wild) term() reckon.Expr {
	x := w.factor()
	for range w.IntN(3) {
		x = with("*", x, w.factor())
	}
	return x
}

func (w *wild) factor() reckon.Expr {
	switch w.IntN(8) {
	case 0:
		return with("-", w.leaf(), w.leaf())
	case 1:
		return with("-", with("*", w.leaf(), w.leaf()), w.leaf())
	case 2:
		return call("max", with("-", w.leaf(), w.leaf()), w.leaf())
	case 3:
		return call("min", w.leaf(), call("max", w.leaf(), w.leaf()))
	case 4:
		return call("max", w.leaf(), call("min", w.leaf(), w.leaf()))
	}
	return w.leaf()
}

// arithmetic is an expression of the operations that are fused.
func (w *wild) arithmetic(depth int) reckon.Expr {
	if depth == 0 || w.IntN(6) == 0 {
		if w.IntN(2) == 0 {
			return num(w.odd())
		}
		return ref(w.names[w.IntN(len(w.names))])
	}
	x, y := w.arithmetic(depth-1), w.arithmetic(depth-1)
	switch w.IntN(12) {
	case 0:
		return call(w.pick("min", "max"), x, y)
	case 1:
		return with("?", with(reckon.Op(w.pick("<", "<=", ">", ">=")), x, y), w.arithmetic(depth-1), w.arithmetic(depth-1))
	case 2:
		return with("/", x, y)
	}
	return with(reckon.Op(w.pick("+", "-", "*")), x, y)
}

// FuzzCompile: no expression makes the compiler or a run panic, and what compiles
// is as defined.
func FuzzCompile(f *testing.F) {
	f.Add(uint64(1), []byte("seed"))
	f.Add(uint64(2), []byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
	f.Fuzz(func(t *testing.T, seed uint64, bytes []byte) {
		_, c := newCase(seed)
		e := hostile(&bytes, 12)
		m, err := Compile(c, []reckon.Expr{e})
		if err != nil {
			return
		}
		b := m.NewBlock(2)
		if b.Start(day0, nil) != nil {
			return
		}
		b.States()[1] = 5
		if b.Step(day0+7, nil) != nil || b.Settle() != nil {
			return
		}
		for lane, x := range b.Eval(0)[0] {
			if slow := b.scene(atPresent, lane).value(&e); !sameBits(x, slow) {
				t.Errorf("%v by definition, %v compiled", slow, x)
			}
			if !finite(x) && b.Explain(0, 0, lane).Error() == "" {
				t.Error("nothing is said")
			}
		}
	})
}

// hostile reads an expression, mostly wrong, from bytes.
func hostile(from *[]byte, depth int) reckon.Expr {
	next := func() byte {
		if len(*from) == 0 {
			return 0
		}
		b := (*from)[0]
		*from = (*from)[1:]
		return b
	}
	ops := []reckon.Op{"number", "measure", "option", "yes", "no", "!", "&&", "||", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "?", "call", "lookup", "", "%"}
	names := append([]string{"s0", "p0", "v0", "t0", "t1", "t2", "time", "year", "min", "max", "pow", "mod", "delay", "previous", "smooth", "initial", "ever", "nobody"}, functions[:]...)
	e := reckon.Expr{Op: ops[int(next())%len(ops)], Name: names[int(next())%len(names)], Option: int(int8(next())), Number: float64(int8(next())) / 4}
	if depth > 0 {
		for range next() % 4 {
			e.Args = append(e.Args, hostile(from, depth-1))
		}
	}
	return e
}
