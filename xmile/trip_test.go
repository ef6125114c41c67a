package xmile_test

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/lang"
	"reckon/xmile"
)

// everyModel calls f on each model of our own and each that is covered of the suite.
func everyModel(t *testing.T, f func(t *testing.T, c *reckon.Case)) {
	t.Helper()
	paths, _ := filepath.Glob("testdata/*.xmile")
	shared, _ := filepath.Glob(suite + "/*/*/*.xmile")
	for _, path := range append(paths, shared...) {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		c, found := xmile.Read(filepath.Base(path), text)
		fit := true
		for _, d := range found {
			fit = fit && d.Severity != reckon.Error
		}
		if fit {
			t.Run(filepath.Base(path), func(t *testing.T) { f(t, c) })
		}
	}
}

// same compares two cases number by number for some steps.
func same(t *testing.T, before, after *reckon.Case, steps int) {
	t.Helper()
	a, b := newOracle(before), newOracle(after)
	for i := range before.Measures {
		name := before.Measures[i].Name
		if after.Measure(name) < 0 && after.Parameter(name) < 0 {
			if name == "model_time" {
				continue // is the file's own clock
			}
			if after.Measure(name+"_value") < 0 {
				t.Errorf("%s is gone", name)
				continue
			}
		}
		for k := range steps {
			x, y := a.at(name, k), b.at(renamed(after, name), k)
			if math.Abs(x-y) > 1e-9*max(1, math.Abs(x)) && !(math.IsNaN(x) && math.IsNaN(y)) && x != y {
				t.Errorf("%s after %d steps was %v and is %v", name, k, x, y)
				break
			}
		}
	}
}

// renamed is what a measure is called in a file that has another meaning for its name.
func renamed(c *reckon.Case, name string) string {
	if c.Measure(name) < 0 && c.Parameter(name) < 0 {
		return name + "_value"
	}
	return name
}

// TestTextIsTheModel checks that the case text of a model loads without a finding
// and has its numbers.
func TestTextIsTheModel(t *testing.T) {
	everyModel(t, func(t *testing.T, c *reckon.Case) {
		t.Helper()
		text, err := xmile.Text(c)
		if err != nil {
			t.Fatal(err)
		}
		again, found := lang.Load(lang.Files{"case.hcl": text})
		for _, d := range found {
			t.Errorf("%v: %s. %s\n%s", d.At, d.Summary, d.Detail, strings.Split(string(text), "\n")[d.At.Start.Line-1])
		}
		same(t, c, again, 12)
		if again.From != c.From || again.Until != c.Until || again.Step != c.Step || again.Title == "" {
			t.Errorf("the clock was %v to %v by %s and is %v to %v by %s", c.From, c.Until, c.Step, again.From, again.Until, again.Step)
		}
	})
}

// TestWrittenIsTheModel checks that a model that was read, written and read again is
// the same.
func TestWrittenIsTheModel(t *testing.T) {
	everyModel(t, func(t *testing.T, c *reckon.Case) {
		t.Helper()
		text, notes, err := xmile.Write(c)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range notes {
			if !strings.Contains(n, "means something else in XMILE") {
				t.Error(n)
			}
		}
		again, found := xmile.Read("again.xmile", text)
		for _, d := range found {
			if d.Severity != reckon.Note {
				t.Errorf("%s. %s\n%s", d.Summary, d.Detail, text)
			}
		}
		same(t, c, again, 12)
		if a, b := stepsOf(c), stepsOf(again); a != b {
			t.Errorf("there were %d steps and are %d", a, b)
		}
	})
}

// TestRoundTripOfCases writes random cases, all functions of the case language among
// them, and reads them back.
func TestRoundTripOfCases(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		c := randomCase(r)
		text, _, err := xmile.Write(c)
		if err != nil {
			r.Fatal(err)
		}
		again, found := xmile.Read("again.xmile", text)
		for _, d := range found {
			if d.Severity == reckon.Error {
				r.Fatalf("%s. %s\n%s", d.Summary, d.Detail, text)
			}
		}
		a, b := newOracle(c), newOracle(again)
		for i := range c.Measures {
			for k := range 6 {
				name := c.Measures[i].Name
				x, y := a.at(name, k), b.at(renamed(again, name), k)
				if math.Abs(x-y) > 1e-7*max(1, math.Abs(x)) && !(math.IsNaN(x) && math.IsNaN(y)) {
					r.Fatalf("%s after %d steps was %v and is %v\n%s", name, k, x, y, text)
				}
			}
		}
	})
}

// randomCase draws a few measures that read those before them.
func randomCase(r *rapid.T) *reckon.Case {
	c := &reckon.Case{
		Name: "random", Step: "day", From: 730_000, AsOf: 730_000, Until: 730_010,
		Options:    []reckon.Option{{Name: "one.act", On: rapid.Bool().Draw(r, "on")}},
		Actors:     []reckon.Actor{{Name: "one", Options: []int{0}}},
		Parameters: []reckon.Parameter{{Name: "gain", Value: reckon.Exactly(0.5)}, {Name: "min", Value: reckon.Exactly(-1.25)}},
		Lookups: []reckon.Lookup{
			{Name: "curve", Points: [][2]float64{{-1, 2}, {0, 1}, {3, -2}}, Shape: rapid.SampledFrom([]string{"line", "extend", "step"}).Draw(r, "shape")},
		},
	}
	names := []string{"alpha", "beta", "gamma", "time", "delta"}
	for i, name := range names {
		m := reckon.Measure{Name: name, Low: math.Inf(-1), High: math.Inf(1)}
		known := append([]string{"gain", "min"}, names[:i]...)
		if rapid.IntRange(0, 3).Draw(r, "bounds") == 0 {
			m.Low, m.High = -8, rapid.SampledFrom([]float64{5, math.Inf(1)}).Draw(r, "high")
		}
		if rapid.Bool().Draw(r, "worked out") {
			m.Is = number(r, known, 3)
		} else {
			if rapid.Bool().Draw(r, "floor") {
				m.Low, m.High = 0, math.Inf(1)
			}
			m.Start = reckon.Spread{Law: reckon.Exact, Args: []reckon.Expr{read("gain")}}
			m.Next = join("+", read(name), number(r, append(known, name), 2))
			if rapid.Bool().Draw(r, "at will") {
				m.Next = number(r, append(known, name), 2)
			}
		}
		c.Measures = append(c.Measures, m)
	}
	return c
}

func read(name string) reckon.Expr { return reckon.Expr{Op: "measure", Name: name} }

func join(op reckon.Op, args ...reckon.Expr) reckon.Expr { return reckon.Expr{Op: op, Args: args} }

func call(name string, args ...reckon.Expr) reckon.Expr {
	return reckon.Expr{Op: "call", Name: name, Args: args}
}

func literal(v float64) reckon.Expr { return reckon.Expr{Op: "number", Number: v} }

// off moves a number away from where rounding would decide between two answers.
func off(x reckon.Expr) reckon.Expr { return join("+", x, literal(0.0123)) }

// number draws an expression whose values stay small enough to compare.
func number(r *rapid.T, known []string, depth int) reckon.Expr {
	if depth == 0 {
		if rapid.Bool().Draw(r, "name") {
			return read(rapid.SampledFrom(known).Draw(r, "which"))
		}
		return literal(float64(rapid.IntRange(-8, 8).Draw(r, "number")) / 4)
	}
	x, y := number(r, known, depth-1), number(r, known, depth-1)
	switch rapid.IntRange(0, 16).Draw(r, "kind") {
	case 0:
		return join("+", x, y)
	case 1:
		return join("-", x, y)
	case 2:
		return join("*", literal(0.5), join("-", x))
	case 3:
		return join("/", x, join("+", literal(1), call("abs", y)))
	case 4:
		return call("min", x, y, literal(2))
	case 5:
		return call("max", x, y)
	case 6:
		return join("?", condition(r, x, y), y, x)
	case 7:
		return call("floor", join("+", literal(0.3), call("mod", off(x), literal(3))))
	case 8:
		return call("truncate", join("*", literal(1.37), call("sin", x)))
	case 9:
		return reckon.Expr{Op: "lookup", Name: "curve", Args: []reckon.Expr{off(x)}}
	case 10:
		return call("previous", x)
	case 11:
		return call("delay", x, literal(float64(rapid.IntRange(1, 3).Draw(r, "ago"))))
	case 12:
		return call("smooth", x, literal(2.5))
	case 13:
		return call("initial", x)
	case 14:
		return join("+", x, call("time"))
	case 15:
		return call("pow", join("+", literal(1.5), call("cos", x)), literal(-1.5))
	}
	return call("exp", join("-", call("abs", x)))
}

func condition(r *rapid.T, x, y reckon.Expr) reckon.Expr {
	act := reckon.Expr{Op: "option", Option: 0}
	less := join(rapid.SampledFrom([]reckon.Op{"<", "<=", ">", ">=", "!="}).Draw(r, "compare"), off(x), y)
	switch rapid.IntRange(0, 4).Draw(r, "condition") {
	case 0:
		return act
	case 1:
		return join("&&", join("!", act), less)
	case 2:
		return join("||", less, reckon.Expr{Op: "no"})
	case 3:
		return join("==", act, less)
	}
	return less
}

// FuzzRead holds that no file makes Read panic, or grow without bound, and that what
// it gives without an error can be written in both ways.
func FuzzRead(f *testing.F) {
	paths, _ := filepath.Glob("testdata/*.xmile")
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Add([]byte(`<xmile><model><aux name="a"><eqn>a[*] + SUM(b[1:2])</eqn></aux></model></xmile>`))
	f.Fuzz(func(t *testing.T, text []byte) {
		c, found := xmile.Read("fuzz.xmile", text)
		for _, d := range found {
			if d.Severity == reckon.Error {
				return
			}
		}
		if _, err := xmile.Text(c); err != nil {
			t.Fatal(err)
		}
		_, _, _ = xmile.Write(c)
	})
}

// FuzzEquation holds the same of equations.
func FuzzEquation(f *testing.F) {
	for _, s := range []string{"1 + x * -2 ^ x", "IF x > 1 AND NOT y THEN DELAY3(x, 2) ELSE SUM(z[*])", "{a} \"x\" // 0", "((((", "PULSE(x,1,2)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, eqn string) {
		eqn = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(eqn)
		c, found := xmile.Read("fuzz.xmile", []byte(`<xmile><dimensions><dim name="d" size="2"/></dimensions><model><variables>`+
			`<aux name="x"><eqn>3</eqn></aux><stock name="y"><eqn>x</eqn><inflow>x</inflow></stock><aux name="z"><dimensions><dim name="d"/></dimensions><eqn>x</eqn></aux>`+
			`<aux name="q"><eqn>`+eqn+`</eqn></aux></variables></model></xmile>`))
		for _, d := range found {
			if d.Severity == reckon.Error {
				return
			}
		}
		text, err := xmile.Text(c)
		if err != nil {
			t.Fatal(err)
		}
		_, wrong := lang.Load(lang.Files{"case.hcl": text})
		for _, d := range wrong {
			if d.Severity == reckon.Error && d.Code != "divides-by-zero" {
				t.Fatalf("%s\n%s: %s", text, d.Summary, d.Detail)
			}
		}
	})
}
