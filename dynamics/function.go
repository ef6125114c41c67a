package dynamics

import (
	"math"

	"reckon/draw"
)

// functions of one number, by which op is told apart; see draw.Function.
var functions = [...]string{
	"abs", "exp", "ln", "log10", "sqrt", "floor", "truncate", "sin", "cos", "tan", "arcsin", "arccos", "arctan",
}

// functionOf returns the index of a function of one number, or -1.
func functionOf(name string) int32 {
	for i, f := range functions {
		if f == name {
			return int32(i)
		}
	}
	return -1
}

// apply is what an elementary operation gives for numbers; choose, lookup and
// quantile are done where they are met.
func apply(o op, aux int32, x, y float64) float64 {
	switch o {
	case opAdd:
		return x + y
	case opSub:
		return x - y
	case opMul:
		return x * y
	case opDiv:
		return x / y
	case opNeg:
		return -x
	case opMin:
		return min(x, y)
	case opMax:
		return max(x, y)
	case opPow:
		return draw.Pow(x, y)
	case opMod:
		return mod(x, y)
	case opCall1:
		return draw.Function(functions[aux])(x)
	default:
		return number(holds(o, x, y))
	}
}

// holds is the answer of an operation that gives yes or no.
func holds(o op, x, y float64) bool {
	switch o {
	case opLess:
		return x < y
	case opAtMost:
		return x <= y
	case opEqual:
		return x == y
	case opDiffer:
		return x != y
	case opNot:
		return x == 0
	case opAnd:
		return x != 0 && y != 0
	case opOr:
		return x != 0 || y != 0
	default:
		panic("dynamics: an operation that gives no yes or no")
	}
}

// mod is x − y·⌊x/y⌋, what is left of x after whole ys: it has the sign of y.
func mod(x, y float64) float64 {
	r := math.Mod(x, y)
	if r != 0 && (r < 0) != (y < 0) {
		r += y
	}
	return r
}
