package dynamics_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"reckon"
	"reckon/draw"
	"reckon/dynamics"
	"reckon/lang"
)

// load reads a case of measures from its text.
func load(t *testing.T, text string) *reckon.Case {
	t.Helper()
	const head = `
case "x" {
  title   = "X"
  subject = someone
  as_of   = "2026-01-01"
  from    = "2026-01-01"
  until   = "2036-01-01"
  step    = "week"
}
actor "someone" {
  option "act" { title = "Act" }
}
`
	c, found := lang.Load(lang.Files{"case.hcl": []byte(head + text)})
	for _, d := range found {
		if d.Severity == reckon.Error {
			t.Errorf("%v: %s: %s", d.At, d.Summary, d.Detail)
		}
	}
	if t.Failed() {
		t.FailNow()
	}
	return c
}

// walk runs a case in one lane, and calls see at every step with the values of the
// measures by name.
func walk(t *testing.T, text string, steps int, see func(step int, value func(string) float64)) {
	t.Helper()
	c := load(t, text)
	m, err := dynamics.Compile(c)
	if err != nil {
		t.Fatal(err)
	}
	b := m.NewBlock(1)
	value := func(name string) float64 {
		i := c.Measure(name)
		if i < 0 {
			t.Fatalf("no measure %s", name)
		}
		return b.Value(i)[0]
	}
	if err := b.Start(c.AsOf, nil); err != nil {
		t.Fatal(err)
	}
	see(0, value)
	for k := range steps {
		if err := b.Step(c.AsOf+reckon.Date(7*k+7), nil); err != nil {
			t.Fatal(err)
		}
		see(k+1, value)
	}
}

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s is %.10g, want %.10g within %g", what, got, want, tolerance)
	}
}

// TestGodleyLavoie is model SIM of Monetary Economics, chapter 3: the published
// table and the steady state. Income is worked out from spending in closed form,
// since both hang on each other within a period.
func TestGodleyLavoie(t *testing.T) {
	const text = `
parameter "g" { value = 20 }
parameter "theta" { value = 0.2 }
parameter "a1" { value = 0.6 }
parameter "a2" { value = 0.4 }
measure "y" { is = (g + a2 * h) / (1 - a1 * (1 - theta)) }
measure "disposable" { is = y * (1 - theta) }
measure "c" { is = a1 * disposable + a2 * h }
measure "h" {
  start = 0
  next  = h + disposable - c
}
`
	income := []float64{38.4615, 47.9290, 55.9399, 62.7184}
	walk(t, text, 300, func(k int, value func(string) float64) {
		if k < len(income) {
			near(t, fmt.Sprintf("income in period %d", k+1), value("y"), income[k], 6e-5)
		}
		near(t, "income less spending and government", value("y")-value("c")-20, 0, 1e-12)
		switch k {
		case 0:
			near(t, "consumption", value("c"), 18.4615, 6e-5)
		case 1:
			near(t, "money", value("h"), 12.3077, 6e-5)
		case 300:
			near(t, "income in the end", value("y"), 100, 1e-9)
			near(t, "money in the end", value("h"), 80, 1e-9)
		}
	})
}

// TestCagan has the revenue of printing money peak where inflation is 1 over the
// semi-elasticity, at 1/(e·a).
func TestCagan(t *testing.T) {
	best, at := 0.0, 0.0
	walk(t, `
parameter "a" { value = 0.5 }
measure "inflation" { is = time() / 100 }
measure "revenue" { is = inflation * exp(-a * inflation) }
`, 1000, func(_ int, value func(string) float64) {
		if r := value("revenue"); r > best {
			best, at = r, value("inflation")
		}
	})
	near(t, "inflation at the peak", at, 2, 1e-12)
	near(t, "the peak", best, 2/math.E, 1e-12)
	near(t, "the peak as published", best, 0.735759, 5e-7)
}

// TestFloodGarber has reserves die in the attack at ln(1+R/D)/mu − a, before a
// naive drawdown would end them: credit grows at mu, and the peg ends when the
// shadow rate reaches it. The error of a step of 1/n goes to 0 as 1/n.
func TestFloodGarber(t *testing.T) {
	const exact = 3.5546510810816434
	near(t, "the closed form", math.Log(1.5)/0.1-0.5, exact, 1e-12)
	before := math.Inf(1)
	for _, n := range []int{10, 100, 1000} {
		collapse := -1
		walk(t, fmt.Sprintf(`
parameter "a" { value = 0.5 }
parameter "mu" { value = 0.1 }
parameter "money" { value = 1.5 }
measure "credit" {
  start = 1
  next  = credit + credit * mu / %d
}
measure "reserves" { is = max(money - credit, 0) }
measure "shadow" { is = credit * exp(a * mu) / money }
measure "attacked" {
  start = 0
  next  = shadow >= 1 ? 1 : attacked
}
`, n), 6*n, func(k int, value func(string) float64) {
			if collapse < 0 && value("shadow") >= 1 {
				collapse = k
				if value("reserves") <= 0 {
					t.Error("the reserves had run out before the attack")
				}
			}
		})
		gap := math.Abs(float64(collapse)/float64(n) - exact)
		if !(gap < 1.2/float64(n)) || !(gap < before) {
			t.Errorf("with %d steps a year the peg ends %g years off, before it was %g", n, gap, before)
		}
		before = gap
	}
}

// TestClosedForms are solutions known for every step.
func TestClosedForms(t *testing.T) {
	x := 0.3
	walk(t, `
measure "growth" {
  start = 1
  next  = growth + 0.5 * growth
}
measure "decay" {
  start = 1024
  next  = decay - decay / 2
}
measure "map" {
  low   = 0
  high  = 1
  start = 0.3
  next  = 3.9 * map * (1 - map)
}
measure "tea" {
  start = 180
  next  = tea - (tea - 70) / 80
}
measure "kettle" {
  start = 180
  next  = kettle - 0.0125 * (kettle - 70)
}
measure "clock" { is = time() }
measure "late" { is = delay(clock, 7) }
measure "last" { is = previous(late) }
measure "first" { is = initial(growth) + time() * 0 }
measure "on" { is = time() > 0 ? 1 : 0 }
measure "slow" { is = smooth(on, 4) }
measure "year" { is = year() }
`, 240, func(k int, value func(string) float64) {
		if k < 30 && value("growth") != math.Pow(1.5, float64(k)) {
			t.Errorf("growth at %d is %v", k, value("growth"))
		}
		if value("decay") != math.Ldexp(1024, -k) {
			t.Errorf("decay at %d is %v", k, value("decay"))
		}
		if value("map") != x {
			t.Errorf("the map at %d is %v, by hand %v", k, value("map"), x)
		}
		x = float64(3.9*x) * (1 - x)
		near(t, "tea", value("tea"), 70+110*math.Pow(1-0.0125, float64(k)), 1e-11)
		near(t, "kettle", value("kettle"), 70+110*math.Pow(1-0.0125, float64(k)), 1e-11)
		if value("late") != float64(max(k-7, 0)) || value("last") != float64(max(k-8, 0)) || value("first") != 1 {
			t.Errorf("delays at %d: %v, %v, %v", k, value("late"), value("last"), value("first"))
		}
		near(t, "smooth", value("slow"), max(0, 1-math.Pow(0.75, float64(k-1))), 1e-14)
		near(t, "year", value("year"), 2026+float64(7*k)/365.25, 0.005)
	})
}

// TestTables are exact at their points, and go on as they say beyond them.
func TestTables(t *testing.T) {
	for shape, want := range map[string][]float64{
		"line":   {0.5, 0.5, 0.625, 0.75, 1.25, 2, 2, 2},
		"extend": {0.25, 0.5, 0.625, 0.75, 1.25, 2, 3.25, 4.5},
		"step":   {0.5, 0.5, 0.5, 0.75, 1.25, 2, 2, 2},
	} {
		walk(t, `
lookup "l" {
  points = [[0, 0.5], [2, 0.75], [3, 1.25], [3.6, 2]]
  shape  = "`+shape+`"
}
measure "x" { is = time() == 0 ? -2 : time() == 1 ? 0 : time() == 2 ? 1 : time() == 3 ? 2 : time() == 4 ? 3 : time() == 5 ? 3.6 : time() == 6 ? 4.6 : 5.6 }
measure "y" { is = lookup(l, x) }
`, 7, func(k int, value func(string) float64) {
			near(t, fmt.Sprintf("%s at %v", shape, value("x")), value("y"), want[k], 1e-14)
			if k == 1 || k == 3 || k == 4 || k == 5 {
				near(t, shape+" at a point", value("y"), want[k], 0)
			}
		})
	}
}

// TestBeforeTheRun: two measures that read each other's past are parted by what
// one of them says it was before the run.
func TestBeforeTheRun(t *testing.T) {
	walk(t, `
measure "a" { is = previous(b) + 1 }
measure "b" {
  start = 1
  is    = a * 1.5
}
measure "c" { is = initial(b) }
`, 3, func(k int, value func(string) float64) {
		a := 2.0
		for range k {
			a = a*1.5 + 1
		}
		if value("a") != a || value("b") != a*1.5 || value("c") != 3 {
			t.Errorf("at %d: a %v, b %v, c %v; want a %v", k, value("a"), value("b"), value("c"), a)
		}
	})
}

// TestNoise: what chance adds is the quantile of the law at the uniform number,
// with the numbers of the law as they are at the step.
func TestNoise(t *testing.T) {
	c := load(t, `
measure "x" {
  start = [1, 3]
  next  = 0.5 * x
  noise = normal(0, 0.1 * x)
}
measure "hidden" {
  low   = 0
  high  = 1
  start = 0.5
  next  = hidden
  noise = triangular(-1, 0, 1)
}
`)
	m, err := dynamics.Compile(c)
	if err != nil {
		t.Fatal(err)
	}
	b := m.NewBlock(2)
	draws := func(measure int, u []float64) { u[0], u[1] = 0.25, 0.9-float64(measure)*0.5 }
	if err := b.Start(c.AsOf, draws); err != nil {
		t.Fatal(err)
	}
	x, y := [2]float64{1.5, 2.8}, [2]float64{0.5, 0.5}
	for k := range 10 {
		for lane := range 2 {
			if b.Value(0)[lane] != x[lane] || b.Value(1)[lane] != y[lane] {
				t.Fatalf("step %d lane %d: %v and %v, want %v and %v", k, lane, b.Value(0)[lane], b.Value(1)[lane], x[lane], y[lane])
			}
			u, w := [2]float64{0.25, 0.9}[lane], [2]float64{0.25, 0.4}[lane]
			x[lane] = float64(0.5*x[lane]) + draw.Quantile(reckon.Normal, u, 0, 0.1*x[lane])
			y[lane] = min(max(y[lane]+draw.Quantile(reckon.Triangular, w, -1, 0, 1), 0), 1)
		}
		if err := b.Step(c.AsOf, draws); err != nil {
			t.Fatal(err)
		}
	}
}

// fault runs a case until it fails.
func fault(t *testing.T, text string) string {
	t.Helper()
	c := load(t, text)
	m, err := dynamics.Compile(c)
	if err != nil {
		t.Fatal(err)
	}
	b := m.NewBlock(3)
	err = b.Start(c.AsOf, nil)
	for k := 0; k < 20000 && err == nil; k++ {
		err = b.Step(c.AsOf+reckon.Date(7*k+7), func(_ int, u []float64) { u[0], u[1], u[2] = 0.1, 0.5, 0.9 })
	}
	if err == nil {
		t.Fatal("nothing went wrong")
	}
	return err.Error()
}

// TestFaults: an error names the measure, the line, the step, what is to blame and
// what it read.
func TestFaults(t *testing.T) {
	for _, row := range []struct{ text, want string }{
		{`
measure "cost" { start = 4 }
measure "price" {
  start = 10
  next  = price - 2
}
measure "margin" { is = 1 + 3 / (price - cost) }
`, "measure margin (case.hcl, line 19), at step 3, 2026-01-22: the divisor `price - cost` is 0, where price = 4, cost = 4"},
		{`
measure "pile" {
  start = 1
  next  = pile * 10
}
`, "measure pile (case.hcl, line 16), at step 308, 2031-11-27: `pile * 10` grows beyond all numbers; bounds, low and high, would hold it, where pile = 1e+308"},
		{`
measure "pile" {
  low   = -5
  high  = 5
  start = 1
  next  = ln(pile - 1.5)
}
`, "measure pile (case.hcl, line 18), at step 0, 2026-01-01: `ln(pile - 1.5)` has no value, since `pile - 1.5` is -0.5, where pile = 1"},
		{`
measure "pile" {
  low   = -5
  high  = 5
  start = 1
  next  = 1 / (pile - 1)
}
`, "measure pile (case.hcl, line 18), at step 0, 2026-01-01: the divisor `pile - 1` is 0, where pile = 1"},
		{`
measure "pile" {
  start = 1
  next  = 3 * ln(pile - 1)
}
`, "measure pile (case.hcl, line 16), at step 0, 2026-01-01: `ln(pile - 1)` has no value, since `pile - 1` is 0, where pile = 1"},
		{`
measure "noisy" {
  start = 1
  next  = noisy
  noise = normal(0, noisy - 2)
}
`, "measure noisy (case.hcl, line 14), at step 0, 2026-01-01: what chance adds to it is no number: the law has a spread below 0, or its numbers are out of order, where noisy = 1"},
		{`
measure "unknown" { next = unknown }
`, "measure unknown (case.hcl, line 14), at step 0, 2026-01-01: it is unknown when the run starts; give it a start, or an observation on or before that day"},
	} {
		if got := fault(t, row.text); got != row.want {
			t.Errorf("got  %s\nwant %s", got, row.want)
		}
	}
}

// TestGuards: a division in the part that is not chosen is none, and bounds mend
// what explodes.
func TestGuards(t *testing.T) {
	walk(t, `
measure "price" {
  low   = 0
  start = 3
  next  = price - 1
}
measure "inverse" { is = price > 0 ? 1 / price : 0 }
measure "held" {
  low   = 0
  high  = 9
  start = 1
  next  = exp(held * 1000)
}
`, 6, func(k int, value func(string) float64) {
		want := 0.0
		if k < 3 {
			want = 1 / float64(3-k)
		}
		if value("inverse") != want {
			t.Errorf("at %d: %v, want %v", k, value("inverse"), want)
		}
		if k > 0 && value("held") != 9 {
			t.Errorf("at %d an exploding measure is %v, want its bound", k, value("held"))
		}
	})
}

// TestRefusals are cases made by hand that cannot be run.
func TestRefusals(t *testing.T) {
	number := reckon.Expr{Op: "number", Number: 1}
	measure := func(name string, is reckon.Expr) reckon.Measure {
		return reckon.Measure{Name: name, Low: math.Inf(-1), High: math.Inf(1), Is: is}
	}
	read := func(name string) reckon.Expr { return reckon.Expr{Op: "measure", Name: name} }
	for _, row := range []struct {
		want     string
		measures []reckon.Measure
	}{
		{"measure a", []reckon.Measure{measure("a", read("b")), measure("b", read("a"))}},
		{`no measure or parameter "b"`, []reckon.Measure{measure("a", read("b"))}},
		{"taken", []reckon.Measure{measure("a", number), measure("a", number)}},
		{"no operation", []reckon.Measure{measure("a", reckon.Expr{Op: "%", Args: []reckon.Expr{number, number}})}},
		{"no function ever()", []reckon.Measure{measure("a", reckon.Expr{Op: "call", Name: "ever", Args: []reckon.Expr{number}})}},
		{"number", []reckon.Measure{measure("a", reckon.Expr{Op: "yes"})}},
		{"constant number of steps", []reckon.Measure{measure("a", reckon.Expr{Op: "call", Name: "delay", Args: []reckon.Expr{number, read("a")}})}},
		{"bounds", []reckon.Measure{{Name: "a", Low: 1, High: 0}}},
	} {
		if _, err := dynamics.Compile(&reckon.Case{Measures: row.measures}); err == nil || !strings.Contains(err.Error(), row.want) {
			t.Errorf("got %v, want something about %q", err, row.want)
		}
	}
}
