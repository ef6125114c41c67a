package lint

import (
	"math"
	"slices"

	"reckon"
)

// truth is a three-valued answer: a statement may already be settled by the
// options decided so far, or still be open. What reads a measure stays open,
// because lint judges a case before any measure has a value.
type truth int8

const (
	no   truth = -1
	open truth = 0
	yes  truth = 1
)

func truthOf(b bool) truth {
	if b {
		return yes
	}
	return no
}

// partial is a state of which only the decided options are settled.
type partial struct {
	decided, on reckon.State
}

// arg returns argument i, or the unstated expression where a half-loaded case
// lacks it.
func arg(e *reckon.Expr, i int) *reckon.Expr {
	if i < len(e.Args) {
		return &e.Args[i]
	}
	return &reckon.Expr{}
}

// truth evaluates a yes/no expression.
func (p partial) truth(e *reckon.Expr) truth {
	switch e.Op {
	case "yes":
		return yes
	case "no":
		return no
	case "option":
		if !p.decided.Has(e.Option) {
			return open
		}
		return truthOf(p.on.Has(e.Option))
	case "!":
		return -p.truth(arg(e, 0))
	case "&&":
		return min(p.truth(arg(e, 0)), p.truth(arg(e, 1)))
	case "||":
		return max(p.truth(arg(e, 0)), p.truth(arg(e, 1)))
	case "?":
		return p.either(e)
	case "==", "!=":
		return p.same(e)
	case "<", "<=", ">", ">=":
		return ordered(e.Op, p.number(arg(e, 0)), p.number(arg(e, 1)))
	}
	return open
}

// either evaluates a conditional: settled when its condition is, or when both
// branches agree.
func (p partial) either(e *reckon.Expr) truth {
	a, b := p.truth(arg(e, 1)), p.truth(arg(e, 2))
	switch condition := p.truth(arg(e, 0)); {
	case condition == yes || a == b:
		return a
	case condition == no:
		return b
	}
	return open
}

// same evaluates == and != between two yes/no values or two numbers.
func (p partial) same(e *reckon.Expr) truth {
	flip := truth(1)
	if e.Op == "!=" {
		flip = -1
	}
	if yesNo(arg(e, 0)) {
		return flip * p.truth(arg(e, 0)) * p.truth(arg(e, 1))
	}
	return flip * ordered("==", p.number(arg(e, 0)), p.number(arg(e, 1)))
}

func ordered(op reckon.Op, a, b float64) truth {
	if math.IsNaN(a) || math.IsNaN(b) {
		return open
	}
	switch op {
	case "<":
		return truthOf(a < b)
	case "<=":
		return truthOf(a <= b)
	case ">":
		return truthOf(a > b)
	case ">=":
		return truthOf(a >= b)
	}
	return truthOf(a == b)
}

// number evaluates a numeric expression; NaN stands for "not settled".
func (p partial) number(e *reckon.Expr) float64 {
	switch e.Op {
	case "number":
		return e.Number
	case "?":
		switch p.truth(arg(e, 0)) {
		case yes:
			return p.number(arg(e, 1))
		case no:
			return p.number(arg(e, 2))
		case open:
			return math.NaN()
		}
	case "+":
		return p.number(arg(e, 0)) + p.number(arg(e, 1))
	case "*":
		return p.number(arg(e, 0)) * p.number(arg(e, 1))
	case "/":
		return p.number(arg(e, 0)) / p.number(arg(e, 1))
	case "-":
		if len(e.Args) == 1 {
			return -p.number(arg(e, 0))
		}
		return p.number(arg(e, 0)) - p.number(arg(e, 1))
	case "call":
		return p.call(e)
	}
	return math.NaN()
}

func (p partial) call(e *reckon.Expr) float64 {
	switch {
	case e.Name == "abs":
		return math.Abs(p.number(arg(e, 0)))
	case e.Name == "min" && len(e.Args) == 2:
		return math.Min(p.number(arg(e, 0)), p.number(arg(e, 1)))
	case e.Name == "max" && len(e.Args) == 2:
		return math.Max(p.number(arg(e, 0)), p.number(arg(e, 1)))
	}
	return math.NaN()
}

// yesNo reports whether an expression is a yes/no value rather than a number.
func yesNo(e *reckon.Expr) bool {
	switch e.Op {
	case "yes", "no", "option", "!", "&&", "||", "==", "!=", "<", "<=", ">", ">=":
		return true
	case "?":
		return yesNo(arg(e, 1))
	}
	return false
}

// not negates a statement.
func not(e reckon.Expr) reckon.Expr {
	return reckon.Expr{Op: "!", Args: []reckon.Expr{e}, At: e.At}
}

// maxSteps bounds a search, about 50 ms of work on a large case. A search that
// gives up answers "open", and the rule that asked keeps quiet.
const maxSteps = 20_000

// possible looks for a state that agrees with start on its decided options and
// in which no statement is false. It branches only on options that a statement
// still open reads, so a case too large to list is no obstacle. Statements that
// hang on a measure count as possible.
func possible(start partial, statements []reckon.Expr) (reckon.State, truth) {
	s := &search{statements: statements}
	if found := s.from(start); found != no {
		return s.state, found
	}
	return 0, no
}

type search struct {
	statements []reckon.Expr
	state      reckon.State
	steps      int
}

func (s *search) from(p partial) truth {
	if s.steps++; s.steps > maxSteps {
		return open
	}
	branch := -1
	for i := range s.statements {
		e := &s.statements[i]
		switch p.truth(e) {
		case no:
			return no
		case open:
			if branch < 0 {
				branch = undecided(e, p.decided)
			}
		case yes:
		}
	}
	if branch < 0 {
		s.state = p.on
		return yes
	}
	bit := reckon.State(1) << uint(branch)
	off := partial{p.decided | bit, p.on &^ bit}
	if found := s.from(off); found != no {
		return found
	}
	return s.from(partial{off.decided, off.on | bit})
}

// undecided returns an option that the expression reads and that is not decided
// yet, or -1.
func undecided(e *reckon.Expr, decided reckon.State) int {
	left := e.Reads() &^ decided
	for k := range 64 {
		if left.Has(k) {
			return k
		}
	}
	return -1
}

// core drops statements as long as what is left still cannot hold together with
// the fixed ones, and returns the indices that remain: the ones to blame.
func core(start partial, fixed, blamed []reckon.Expr) []int {
	keep := make([]int, len(blamed))
	for i := range keep {
		keep[i] = i
	}
	for i := range slices.Backward(blamed) {
		less := make([]int, 0, len(keep))
		for _, k := range keep {
			if k != i {
				less = append(less, k)
			}
		}
		if _, found := possible(start, together(fixed, pick(blamed, less))); found == no {
			keep = less
		}
	}
	return keep
}

func pick(from []reckon.Expr, which []int) []reckon.Expr {
	out := make([]reckon.Expr, 0, len(which))
	for _, i := range which {
		out = append(out, from[i])
	}
	return out
}

func together(a, b []reckon.Expr) []reckon.Expr {
	return append(append(make([]reckon.Expr, 0, len(a)+len(b)), a...), b...)
}
