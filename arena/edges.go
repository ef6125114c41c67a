package arena

import (
	"math"
	"slices"

	"reckon"
)

// Edges returns what the measures of a case do to each other directly, by the
// expressions that work them out or carry them forward: the signed graph whose
// circles Loops finds. Of a stock, what counts is its change: that it is carried
// over is no effect on itself; and of what is compared with its own past, as by
// ln(x / previous(x)), the present. The sign is that of the derivative wherever the
// measures are within their bounds and the parameters within their spread, found by
// intervals; where it is not one sign throughout, or cannot be told, it is 0. Noise
// and shocks are left out. Edges are in the order of the measures they lead to.
func Edges(c *reckon.Case) []Edge {
	s := &signer{c: c, spans: map[string]span{}, busy: map[string]bool{}}
	var edges []Edge
	for i := range c.Measures {
		m := &c.Measures[i]
		e := m.Is
		if e.Op == "" {
			e = change(m.Next, m.Name)
		}
		for _, from := range e.Measures() {
			if c.Measure(from) < 0 {
				continue
			}
			s.present = mentions(&e, from, false)
			if d := s.slope(&e, from); d != flat {
				edges = append(edges, Edge{from, m.Name, [...]int{0, 1, -1, 0}[d]})
			}
		}
	}
	return edges
}

// mentions reports whether an expression reads a measure as it stands now; past is
// whether it reads it within a call that looks back.
func mentions(e *reckon.Expr, name string, past bool) bool {
	if e.Op == "measure" {
		return e.Name == name && !past
	}
	past = past || looksBack(e)
	return slices.ContainsFunc(e.Args, func(a reckon.Expr) bool { return mentions(&a, name, past) })
}

// looksBack reports whether an expression is of an earlier time.
func looksBack(e *reckon.Expr) bool {
	return e.Op == "call" && (e.Name == "previous" || e.Name == "delay" || e.Name == "smooth" || e.Name == "initial")
}

// change takes out of the next value of a stock the part that carries its value
// over, through sums and the least or greatest of numbers.
func change(e reckon.Expr, name string) reckon.Expr {
	e, _ = uncarried(e, name)
	return e
}

// uncarried is change, and reports whether there was such a part.
func uncarried(e reckon.Expr, name string) (reckon.Expr, bool) {
	sum := (e.Op == "+" || e.Op == "-") && len(e.Args) == 2
	choice := e.Op == "?" || e.Op == "call" && (e.Name == "min" || e.Name == "max")
	if e.Op == "measure" && e.Name == name {
		return reckon.Expr{Op: "number"}, true
	}
	if !sum && !choice {
		return e, false
	}
	e.Args = slices.Clone(e.Args)
	var carried bool
	for i := range e.Args {
		if e.Op == "-" && i == 1 || e.Op == "?" && i == 0 {
			continue
		}
		var there bool
		e.Args[i], there = uncarried(e.Args[i], name)
		if carried = carried || there; sum && there {
			break // it is carried over once
		}
	}
	return e, carried
}

// direction is the set of signs a derivative may have; flat is none but 0.
type direction uint8

const (
	flat direction = 0
	up   direction = 1
	down direction = 2
	both direction = up | down
)

func (d direction) turned() direction { return d>>1&1 | d<<1&2 }

// times is the direction of what changes as d does, multiplied by what is in a span.
func (d direction) times(s span) direction {
	var out direction
	if s.high > 0 {
		out |= d
	}
	if s.low < 0 {
		out |= d.turned()
	}
	return out
}

// signer works out directions and spans of expressions of a case.
type signer struct {
	c       *reckon.Case
	spans   map[string]span
	busy    map[string]bool
	present bool // what is asked about stands in the expression as it is now
}

// slope returns the signs that the derivative of an expression by a measure may have.
//
//house:long a flat switch over what an expression may be
func (s *signer) slope(e *reckon.Expr, by string) direction {
	d := func(i int) direction { return s.slope(&e.Args[i], by) }
	of := func(i int) span { return s.span(&e.Args[i]) }
	switch e.Op {
	case "measure":
		if e.Name == by {
			return up
		}
		return flat
	case "+", "||", "&&":
		return d(0) | d(1)
	case "-", ">", ">=":
		if len(e.Args) == 1 {
			return d(0).turned()
		}
		return d(0) | d(1).turned()
	case "<", "<=":
		return d(0).turned() | d(1)
	case "!":
		return d(0).turned()
	case "*":
		return d(0).times(of(1)) | d(1).times(of(0))
	case "/":
		if under := of(1); under.low < 0 && under.high >= 0 && d(0)|d(1) != flat {
			return both // it jumps where it is divided by 0
		}
		return d(0).times(of(1)) | d(1).turned().times(of(0))
	case "?":
		gain := of(1).less(of(2))
		return d(1) | d(2) | d(0).times(gain)
	case "lookup":
		return d(0).times(s.steepness(e.Name))
	case "call":
		return s.call(e, by)
	}
	if slices.ContainsFunc(e.Args, func(a reckon.Expr) bool { return s.slope(&a, by) != flat }) {
		return both // ==, != and what is not known
	}
	return flat
}

// call is slope for a call.
func (s *signer) call(e *reckon.Expr, by string) direction {
	if s.present && looksBack(e) {
		return flat
	}
	var moves direction
	for i := range e.Args {
		moves |= s.slope(&e.Args[i], by)
	}
	if moves == flat {
		return flat
	}
	switch e.Name {
	case "min", "max", "exp", "ln", "log10", "sqrt", "floor", "truncate", "arctan", "arcsin", "previous":
		return moves
	case "delay", "smooth":
		if s.slope(&e.Args[1], by) == flat {
			return moves
		}
	case "arccos":
		return moves.turned()
	case "initial":
		return flat
	case "abs":
		return moves.times(s.span(&e.Args[0]))
	case "pow":
		if base := s.span(&e.Args[0]); base.low >= 0 {
			grows := span{base.low - 1, base.high - 1} // the sign of the logarithm
			return s.slope(&e.Args[0], by).times(s.span(&e.Args[1])) | s.slope(&e.Args[1], by).times(grows)
		}
	}
	return both
}

// steepness spans the slopes of a table.
func (s *signer) steepness(name string) span {
	i := slices.IndexFunc(s.c.Lookups, func(l reckon.Lookup) bool { return l.Name == name })
	if i < 0 {
		return everything
	}
	points := s.c.Lookups[i].Points
	out := span{0, 0}
	for i := 1; i < len(points); i++ {
		rise := points[i][1] - points[i-1][1]
		out = span{math.Min(out.low, rise), math.Max(out.high, rise)}
	}
	return out
}
