package workbench

import (
	"math"

	"reckon"
)

// measures returns the values of the measures at the as-of date. Without an
// as-of date every observation counts.
func (b *Bench) measures() func(name string) float64 {
	day := b.Case.AsOf
	if day == 0 {
		day = math.MaxInt32
	}
	return b.Case.MeasuresOn(day)
}

// truth evaluates a want at one state, for the sentences that say what a move
// gains. The engines compile wants instead; a yes is 1, a no is 0 and NaN is
// unknown.
func truth(e *reckon.Expr, s reckon.State, measures func(string) float64) float64 {
	v := make([]float64, len(e.Args))
	for i := range e.Args {
		v[i] = truth(&e.Args[i], s, measures)
	}
	switch e.Op {
	case "option":
		return yes(s.Has(e.Option))
	case "measure":
		return measures(e.Name)
	case "number":
		return e.Number
	case "yes":
		return 1
	case "no":
		return 0
	case "?":
		if math.IsNaN(v[0]) {
			return v[0]
		}
		return v[2-int(v[0])]
	case "call":
		return call(e.Name, v)
	}
	return operate(e.Op, v)
}

func operate(op reckon.Op, v []float64) float64 {
	for _, x := range v {
		if math.IsNaN(x) {
			return x
		}
	}
	if len(v) == 1 {
		if op == "!" {
			return 1 - v[0]
		}
		return -v[0]
	}
	switch op {
	case "&&":
		return v[0] * v[1]
	case "||":
		return max(v[0], v[1])
	case "==":
		return yes(v[0] == v[1])
	case "!=":
		return yes(v[0] != v[1])
	case "<":
		return yes(v[0] < v[1])
	case "<=":
		return yes(v[0] <= v[1])
	case ">":
		return yes(v[0] > v[1])
	case ">=":
		return yes(v[0] >= v[1])
	case "+":
		return v[0] + v[1]
	case "-":
		return v[0] - v[1]
	case "*":
		return v[0] * v[1]
	case "/":
		return v[0] / v[1]
	}
	return math.NaN()
}

func call(name string, v []float64) float64 {
	if len(v) == 0 {
		return math.NaN()
	}
	out := v[0]
	if name == "abs" {
		return math.Abs(out)
	}
	for _, x := range v[1:] {
		switch name {
		case "min":
			out = min(out, x)
		case "max":
			out = max(out, x)
		}
	}
	return out
}

func yes(is bool) float64 {
	if is {
		return 1
	}
	return 0
}
