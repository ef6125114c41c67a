package draw

import "math"

// Function returns the function of one number that the case language calls by that
// name, with the same bits on every processor, or nil if there is none: abs, exp,
// ln, log10, sqrt, floor, truncate and the trigonometric sin, cos, tan, arcsin,
// arccos and arctan, in radians, these within 2 units in the last place.
func Function(name string) func(float64) float64 {
	switch name {
	case "abs":
		return math.Abs
	case "exp":
		return Exp
	case "ln":
		return Log
	case "log10":
		return log10
	case "sqrt":
		return math.Sqrt
	case "floor":
		return math.Floor
	case "truncate":
		return math.Trunc
	case "sin":
		return sin
	case "cos":
		return cos
	case "tan":
		return tan
	case "arcsin":
		return arcsin
	case "arccos":
		return arccos
	case "arctan":
		return arctan
	}
	return nil
}
