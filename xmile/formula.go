package xmile

import (
	"fmt"
	"math"
	"strings"

	"reckon"
)

// binding is how tightly an operator of XMILE holds its arguments, and how it is
// written.
var binding = map[reckon.Op]struct {
	tight int
	sign  string
}{
	"||": {1, "OR"}, "&&": {2, "AND"}, "==": {3, "="}, "!=": {3, "<>"}, "<": {4, "<"}, "<=": {4, "<="}, ">": {4, ">"}, ">=": {4, ">="},
	"+": {5, "+"}, "-": {5, "-"}, "*": {6, "*"}, "/": {6, "/"},
}

// signs is how tightly a sign before a number binds.
const signs = 7

// text writes an expression as an equation, in brackets where it binds looser than
// what is around it.
func (w *writer) text(x *reckon.Expr, around int) string {
	s, tight := w.bare(x)
	if tight < around {
		return "(" + s + ")"
	}
	return s
}

// bare writes an expression and says how tightly it holds together.
func (w *writer) bare(x *reckon.Expr) (string, int) {
	switch x.Op {
	case "number":
		switch {
		case x.Number == math.MaxFloat64:
			return "INF", 9
		case x.Number < 0 || math.Signbit(x.Number):
			return exact(x.Number), signs
		}
		return exact(x.Number), 9
	case "measure":
		return w.written[x.Name], 9
	case "option":
		return w.written[w.c.Options[x.Option].Name], 9
	case "yes":
		return "1", 9
	case "no":
		return "0", 9
	case "!":
		return "NOT (" + w.text(&x.Args[0], 0) + ")", signs
	case "?":
		return fmt.Sprintf("(IF %s THEN %s ELSE %s)", w.text(&x.Args[0], 1), w.text(&x.Args[1], 1), w.text(&x.Args[2], 1)), 9
	case "lookup":
		return fmt.Sprintf("%s(%s)", w.written[x.Name], w.text(&x.Args[0], 0)), 9
	case "call":
		return w.call(x)
	}
	own := binding[x.Op]
	if len(x.Args) == 1 {
		return "-" + w.text(&x.Args[0], signs), signs
	}
	if isYes(&x.Args[0]) && own.tight == 3 { // XMILE compares numbers only
		return fmt.Sprintf("%s %s %s", w.asNumber(&x.Args[0]), own.sign, w.asNumber(&x.Args[1])), own.tight
	}
	return fmt.Sprintf("%s %s %s", w.text(&x.Args[0], own.tight), own.sign, w.text(&x.Args[1], own.tight+1)), own.tight
}

func (w *writer) asNumber(x *reckon.Expr) string {
	return "(IF " + w.text(x, 1) + " THEN 1 ELSE 0)"
}

// isYes reports whether an expression is yes or no.
func isYes(x *reckon.Expr) bool {
	switch x.Op {
	case "option", "yes", "no", "!", "&&", "||", "==", "!=", "<", "<=", ">", ">=":
		return true
	}
	return x.Op == "?" && isYes(&x.Args[1])
}

// call writes a function, with those that XMILE lacks or leaves open below 0 spelt
// out.
func (w *writer) call(x *reckon.Expr) (string, int) {
	arg := func(i int) string { return w.text(&x.Args[i], 0) }
	switch x.Name {
	case "time":
		if w.dt == 1 && w.start == 0 {
			return "TIME", 9
		}
		return "((TIME - STARTTIME) / DT)", 9
	case "year":
		start, step := w.calendarYear()
		w.note(fmt.Sprintf("year() is counted in steps of even length, of %.4g years", step))
		return fmt.Sprintf("(%s + (TIME - STARTTIME) / DT * %s)", exact(start), exact(step)), 9
	case "pow":
		return w.text(&x.Args[0], 9) + " ^ " + w.text(&x.Args[1], 9), 8
	case "min", "max":
		all := arg(len(x.Args) - 1)
		for i := len(x.Args) - 2; i >= 0; i-- {
			all = fmt.Sprintf("%s(%s, %s)", strings.ToUpper(x.Name), arg(i), all)
		}
		return "(" + all + ")", 9
	case "mod":
		n, y := w.leaf(&x.Args[0]), w.leaf(&x.Args[1])
		return fmt.Sprintf("(IF (%s MOD %s) * %s < 0 THEN (%s MOD %s) + %s ELSE %s MOD %s)", n, y, y, n, y, y, n, y), 9
	case "floor":
		n := w.leaf(&x.Args[0])
		return fmt.Sprintf("(IF INT(%s) > %s THEN INT(%s) - 1 ELSE INT(%s))", n, n, n, n), 9
	case "truncate":
		n := w.leaf(&x.Args[0])
		return fmt.Sprintf("(IF %s < 0 THEN -INT(-%s) ELSE INT(%s))", n, n, n), 9
	case "initial":
		return "INIT(" + arg(0) + ")", 9
	case "previous":
		n := w.leaf(&x.Args[0])
		return fmt.Sprintf("PREVIOUS(%s, INIT(%s))", n, n), 9
	case "delay":
		return fmt.Sprintf("DELAY(%s, %s)", arg(0), exact(w.dt*x.Args[1].Number)), 9
	case "smooth":
		return fmt.Sprintf("SMTH1(%s, %s)", arg(0), exact(w.dt*x.Args[1].Number)), 9
	}
	all := make([]string, len(x.Args))
	for i := range all {
		all[i] = arg(i)
	}
	return strings.ToUpper(x.Name) + "(" + strings.Join(all, ", ") + ")", 9
}

// leaf writes what is used several times as a name or a number, with an aux of its
// own where it is more than that.
func (w *writer) leaf(x *reckon.Expr) string {
	if x.Op == "measure" || x.Op == "number" {
		return w.text(x, 8)
	}
	eqn := w.text(x, 0)
	name := w.names.take(w.written[w.owner] + "_part")
	w.variable("aux", name, "", "", eqn, nil)
	return name
}
