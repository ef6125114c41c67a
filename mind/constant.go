package mind

import (
	"math"

	"reckon"
)

// decided reports the outcome of a comparison that no option can change, so that
// "oil > 60" is one thing at 70 and at 71 and two days share a compiled conflict.
func decided(e *reckon.Expr, measures func(string) float64) (outcome, ok bool) {
	if len(e.Args) != 2 {
		return false, false
	}
	a, known := constant(&e.Args[0], measures)
	b, also := constant(&e.Args[1], measures)
	if !known || !also {
		return false, false
	}
	switch e.Op {
	case "==", "!=", "<", "<=", ">", ">=":
		return compared(e.Op, a, b), true
	}
	return false, false
}

// compared is the outcome of a comparison of numbers.
func compared(op reckon.Op, a, b float64) bool {
	switch op {
	case "==":
		return a == b
	case "!=":
		return a != b
	case "<":
		return a < b
	case "<=":
		return a <= b
	case ">":
		return a > b
	}
	return a >= b
}

// constant returns the value of a numeric expression over known measures alone.
func constant(e *reckon.Expr, measures func(string) float64) (value float64, ok bool) {
	x := make([]float64, len(e.Args))
	for i := range e.Args {
		if x[i], ok = constant(&e.Args[i], measures); !ok {
			return 0, false
		}
	}
	switch {
	case e.Op == "number":
		return e.Number, true
	case e.Op == "measure":
		value = measures(e.Name)
		return value, !math.IsNaN(value)
	case len(x) == 1 && e.Op == "-":
		return -x[0], true
	case len(x) == 1 && e.Op == "call" && e.Name == "abs":
		return math.Abs(x[0]), true
	case len(x) == 2:
		return arithmetic(e, x[0], x[1])
	}
	return 0, false
}

func arithmetic(e *reckon.Expr, a, b float64) (value float64, ok bool) {
	switch e.Op + reckon.Op(e.Name) {
	case "+":
		return a + b, true
	case "-":
		return a - b, true
	case "*":
		return a * b, true
	case "/":
		return a / b, true
	case "callmin":
		return min(a, b), true
	case "callmax":
		return max(a, b), true
	}
	return 0, false
}
