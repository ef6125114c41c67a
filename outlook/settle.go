package outlook

import (
	"math"
	"slices"

	"reckon"
)

// settle answers a yes/no question about options by the states on the days of a
// window, of which there is at least one: each look at the whole window becomes a
// constant, and what is left is asked of the last day. Runs are answered by
// package sim; this reads the record.
func settle(q *reckon.Expr, days []reckon.State) bool {
	e := overWindow(*q, days)
	return holds(&e, days[len(days)-1])
}

// overWindow replaces what is said of the whole window by what it comes to.
func overWindow(e reckon.Expr, days []reckon.State) reckon.Expr {
	if e.Op == "call" && len(e.Args) == 1 {
		x := &e.Args[0]
		found := slices.IndexFunc(days, func(s reckon.State) bool { return e.Name != "at_end" && holds(x, s) })
		switch e.Name {
		case "ever":
			return truth(found >= 0)
		case "at_end":
			return truth(holds(x, days[len(days)-1]))
		}
	}
	e.Args = slices.Clone(e.Args)
	for k := range e.Args {
		e.Args[k] = overWindow(e.Args[k], days)
	}
	return e
}

func truth(is bool) reckon.Expr {
	if is {
		return reckon.Expr{Op: "yes"}
	}
	return reckon.Expr{Op: "no"}
}

// holds evaluates a yes/no expression over options in one state.
func holds(e *reckon.Expr, s reckon.State) bool {
	c, ok := e.Circuit(func(string) float64 { return math.NaN() })
	return ok && c.Holds(s)
}

// inDays reports whether a question can be answered by the record: it is yes/no,
// speaks of options only and counts no steps, which are not days.
func inDays(e *reckon.Expr) bool {
	if len(e.Measures()) > 0 || !e.YesNo() {
		return false
	}
	plain := true
	e.Walk(func(x *reckon.Expr) {
		if x.Op == "call" && x.Name != "ever" && x.Name != "at_end" {
			plain = false
		}
	})
	return plain
}
