package dynamics

import (
	"reckon"
	"reckon/draw"
)

// scene is one moment of one run, in which scene.value works expressions out
// plainly, by definition: what compiled code must give bit for bit. Runs use it
// only to say what went wrong.
type scene struct {
	number     func(name string) float64
	option     func(k int) bool
	past       func(call *reckon.Expr) float64 // previous, delay, smooth, initial
	table      func(name string) *table
	time, year float64
}

// value is what an expression gives; yes is 1 and no is 0. Only the chosen part of
// a condition is worked out.
func (s *scene) value(e *reckon.Expr) float64 {
	switch e.Op {
	case "", "yes":
		return 1
	case "no":
		return 0
	case "number":
		return e.Number
	case "measure":
		return s.number(e.Name)
	case "option":
		return number(s.option(e.Option))
	case "lookup":
		return s.table(e.Name).at(s.value(&e.Args[0]))
	case "call":
		return s.call(e)
	case "!":
		return number(s.value(&e.Args[0]) == 0)
	case "?":
		if s.value(&e.Args[0]) != 0 {
			return s.value(&e.Args[1])
		}
		return s.value(&e.Args[2])
	}
	x := s.value(&e.Args[0])
	if len(e.Args) == 1 {
		return -x
	}
	for i := range e.Args[1:] {
		x = operate(e.Op, x, s.value(&e.Args[i+1]))
	}
	return x
}

func number(holds bool) float64 {
	if holds {
		return 1
	}
	return 0
}

// operate is an operator between two values.
func operate(o reckon.Op, x, y float64) float64 {
	switch o {
	case "+":
		return x + y
	case "-":
		return x - y
	case "*":
		return x * y
	case "/":
		return x / y
	case "<":
		return number(x < y)
	case "<=":
		return number(x <= y)
	case ">":
		return number(x > y)
	case ">=":
		return number(x >= y)
	case "==":
		return number(x == y)
	case "!=":
		return number(x != y)
	case "&&":
		return number(x != 0 && y != 0)
	case "||":
		return number(x != 0 || y != 0)
	}
	panic("dynamics: there is no operator " + string(o))
}

// call is the value of a function.
func (s *scene) call(e *reckon.Expr) float64 {
	switch {
	case e.Name == "time":
		return s.time
	case e.Name == "year":
		return s.year
	case remembers(e.Name):
		return s.past(e)
	}
	x := s.value(&e.Args[0])
	switch e.Name {
	case "min", "max":
		for i := range e.Args[1:] {
			y := s.value(&e.Args[i+1])
			if e.Name == "min" {
				x = min(x, y)
			} else {
				x = max(x, y)
			}
		}
		return x
	case "pow":
		return draw.Pow(x, s.value(&e.Args[1]))
	case "mod":
		return mod(x, s.value(&e.Args[1]))
	}
	return draw.Function(e.Name)(x)
}

// drawn is the number of a spread at a uniform number.
func (s *scene) drawn(spread *reckon.Spread, u float64) float64 {
	args := make([]float64, len(spread.Args))
	for i := range args {
		args[i] = s.value(&spread.Args[i])
	}
	if spread.Law == reckon.Exact {
		return args[0]
	}
	return draw.Quantile(spread.Law, u, args...)
}

// culprit is the part of an expression where a value that is not finite comes
// from: its own parts that count are all finite.
func (s *scene) culprit(e *reckon.Expr) *reckon.Expr {
	if finite(s.value(e)) {
		return nil
	}
	if e.Op == "?" {
		if s.value(&e.Args[0]) != 0 {
			return s.culprit(&e.Args[1])
		}
		return s.culprit(&e.Args[2])
	}
	if e.Op == "call" && remembers(e.Name) {
		return e
	}
	for i := range e.Args {
		if found := s.culprit(&e.Args[i]); found != nil {
			return found
		}
	}
	return e
}

func finite(x float64) bool { return x-x == 0 }
