package arena_test

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/arena"
)

func name(n string) reckon.Expr    { return reckon.Expr{Op: "measure", Name: n} }
func number(x float64) reckon.Expr { return reckon.Expr{Op: "number", Number: x} }
func op(sign string, args ...reckon.Expr) reckon.Expr {
	return reckon.Expr{Op: reckon.Op(sign), Args: args}
}

func call(f string, args ...reckon.Expr) reckon.Expr {
	return reckon.Expr{Op: "call", Name: f, Args: args}
}

func TestEdgesOfAStockAreOfItsChange(t *testing.T) {
	grow := op("*", name("people"), number(0.1))
	c := &reckon.Case{Measures: []reckon.Measure{
		{Name: "people", Low: 0, High: math.Inf(1), Next: op("-", op("+", name("people"), grow), name("deaths"))},
		{Name: "deaths", Low: 0, High: math.Inf(1), Is: op("*", name("people"), name("rate"))},
		{Name: "rate", Low: 0, High: 1, Next: name("rate")},
		{Name: "either", Low: math.Inf(-1), High: math.Inf(1), Is: op("*", name("people"), name("either2"))},
		{Name: "either2", Low: math.Inf(-1), High: math.Inf(1)},
	}}
	want := "[{people people 1} {deaths people -1} {people deaths 1} {rate deaths 1} {people either 0} {either2 either 1}]"
	if got := fmt.Sprint(arena.Edges(c)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	loops, _ := arena.Loops(arena.Edges(c), 10)
	if got := fmt.Sprint(loops); got != "[R: people → people B: deaths → people → deaths]" {
		t.Error(got)
	}
}

func TestEdgesOfARateOfGrowth(t *testing.T) {
	last := call("previous", name("prices"))
	c := &reckon.Case{Measures: []reckon.Measure{
		{Name: "prices", Low: 0, High: math.Inf(1)},
		{Name: "inflation", Low: math.Inf(-1), High: math.Inf(1), Is: call("ln", op("/", name("prices"), last))},
		{Name: "late", Low: 0, High: math.Inf(1), Is: op("-", number(1), last)},
	}}
	if got := fmt.Sprint(arena.Edges(c)); got != "[{prices inflation 1} {prices late -1}]" {
		t.Error(got)
	}
}

// value is what an expression means, said once more.
func value(e *reckon.Expr, at map[string]float64) float64 {
	v := func(i int) float64 { return value(&e.Args[i], at) }
	switch e.Op {
	case "measure":
		return at[e.Name]
	case "number":
		return e.Number
	case "+":
		return v(0) + v(1)
	case "-":
		return v(0) - v(1)
	case "*":
		return v(0) * v(1)
	case "/":
		if v(1) == 0 {
			at["divided by 0"] = 1
		}
		return v(0) / v(1)
	case "?":
		if v(0) != 0 {
			return v(1)
		}
		return v(2)
	case "<", ">":
		if (v(0) < v(1)) == (e.Op == "<") {
			return 1
		}
		return 0
	}
	switch e.Name {
	case "min":
		return math.Min(v(0), v(1))
	case "max":
		return math.Max(v(0), v(1))
	case "exp":
		return math.Exp(v(0))
	case "abs":
		return math.Abs(v(0))
	case "pow":
		return math.Pow(v(0), v(1))
	}
	panic("not in these tests: " + e.Op + reckon.Op(e.Name))
}

// random is an expression over x and y.
func random(t *rapid.T, depth int) reckon.Expr {
	arg := func() reckon.Expr { return random(t, depth-1) }
	if depth == 0 {
		if rapid.Bool().Draw(t, "leaf") {
			return number(float64(rapid.IntRange(-2, 2).Draw(t, "number")))
		}
		return name(rapid.SampledFrom([]string{"x", "y"}).Draw(t, "name"))
	}
	switch k := rapid.IntRange(0, 9).Draw(t, "kind"); k {
	case 0, 1, 2, 3:
		return op([]string{"+", "-", "*", "/"}[k], arg(), arg())
	case 4, 5:
		return call([]string{"min", "max"}[k-4], arg(), arg())
	case 6, 7:
		return call([]string{"exp", "abs"}[k-6], arg())
	case 8:
		return call("pow", call("abs", arg()), arg())
	}
	return op("?", op(rapid.SampledFrom([]string{"<", ">"}).Draw(t, "order"), arg(), arg()), arg(), arg())
}

// TestSignsHoldWhereverTheNumbersAre moves x within its bounds, and the value must
// go the way that the sign says.
func TestSignsHoldWhereverTheNumbersAre(t *testing.T) {
	told := 0
	rapid.Check(t, func(t *rapid.T) {
		e := random(t, rapid.IntRange(1, 4).Draw(t, "depth"))
		low := float64(rapid.IntRange(-2, 1).Draw(t, "low"))
		c := &reckon.Case{Measures: []reckon.Measure{
			{Name: "x", Low: low, High: 3}, {Name: "y", Low: 0, High: 2}, {Name: "z", Low: math.Inf(-1), High: math.Inf(1), Is: e},
		}}
		sign, reads := 0, false
		for _, edge := range arena.Edges(c) {
			if edge.From == "x" {
				sign, reads = edge.Sign, true
			}
		}
		for y := 0.0; y <= 2; y += 0.5 {
			before := math.NaN()
			for x := low; x <= 3; x += 0.25 {
				at := map[string]float64{"x": x, "y": y}
				now := value(&e, at)
				if at["divided by 0"] != 0 || math.IsInf(now, 0) || math.IsNaN(now) {
					before = math.NaN() // a run stops here
					continue
				}
				if slack := 1e-9 * (1 + math.Abs(now)); !reads && math.Abs(now-before) > slack || sign == 1 && now < before-slack || sign == -1 && now > before+slack {
					t.Fatalf("sign %d (read: %v), yet at y = %v it goes from %v to %v at x = %v", sign, reads, y, before, now, x)
				}
				before = now
			}
		}
		if sign != 0 {
			told++
		}
	})
	if told == 0 {
		t.Error("no sign was ever told")
	}
}
