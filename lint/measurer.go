package lint

import (
	"math"

	"reckon"
)

// clash is a place where two units meet that should be one. What is done there
// is "adds", "compares", "chooses between", or "takes" where a should be none.
type clash struct {
	at    reckon.Range
	doing string
	a, b  unit
}

// measurer works out the unit of an expression.
type measurer struct {
	units map[string]unit // of measures, parameters and lookups
	step  *unit           // where a flow over one step counts as the stock: the step of the clock
	found *clash          // the first
}

// unitsOf returns the units of everything that has a name in expressions.
func unitsOf(c *reckon.Case) map[string]unit {
	units := map[string]unit{}
	for _, m := range c.Measures {
		units[m.Name] = unitOf(m.Unit)
	}
	for _, p := range c.Parameters {
		units[p.Name] = unitOf(p.Unit)
	}
	for _, t := range c.Lookups {
		units[t.Name] = unitOf(t.Unit)
	}
	return units
}

// of returns the unit of an expression; a yes or no has none.
func (m *measurer) of(e *reckon.Expr) unit {
	switch e.Op {
	case "measure":
		return m.named(e.Name)
	case "lookup":
		m.walk(e.Args)
		return m.named(e.Name)
	case "+", "-":
		return m.joined(e, "adds", e.Args)
	case "*", "/":
		u, v, power := m.of(arg(e, 0)), m.of(arg(e, 1)), 1
		if e.Op == "/" {
			if power = -1; u.percent() && fixed(arg(e, 1)) == 100 {
				return u.times(unitOf("percent"), -1) // now a share
			}
		}
		return u.times(v, power)
	case "?":
		m.of(arg(e, 0))
		return m.joined(e, "chooses between", e.Args[min(1, len(e.Args)):])
	case "<", "<=", ">", ">=", "==", "!=":
		m.joined(e, "compares", e.Args)
		return bare
	case "call":
		return m.call(e)
	}
	m.walk(e.Args)
	return bare
}

// call returns the unit of what a function gives.
func (m *measurer) call(e *reckon.Expr) unit {
	switch e.Name {
	case "min", "max", "mod":
		return m.joined(e, "compares", e.Args)
	case "abs", "floor", "truncate", "previous", "initial", "delay", "smooth", "at_end":
		return m.of(arg(e, 0))
	case "pow":
		m.pure(arg(e, 1))
		u, n := m.of(arg(e, 0)), fixed(arg(e, 1))
		if n == math.Trunc(n) && math.Abs(n) <= maxPower && n != 0 {
			return unit{loose: u.loose}.times(u, int(n))
		}
		return m.none(arg(e, 0), u)
	case "sqrt":
		u := m.of(arg(e, 0))
		if half, even := u.root(); even {
			return half
		}
		return m.none(arg(e, 0), u)
	case "exp", "ln", "log10", "sin", "cos", "tan", "arcsin", "arccos", "arctan":
		return m.pure(arg(e, 0))
	}
	m.walk(e.Args)
	return bare
}

// root returns the unit whose square this is, where there is one.
func (u unit) root() (unit, bool) {
	half := unit{loose: u.loose, unknown: u.unknown}
	for _, f := range u.factors {
		if f.power%2 != 0 {
			return u, false
		}
		half.factors = append(half.factors, factor{f.key, f.word, f.power / 2})
	}
	return half, true
}

func (m *measurer) walk(args []reckon.Expr) {
	for i := range args {
		m.of(&args[i])
	}
}

func (m *measurer) named(name string) unit {
	if u, known := m.units[name]; known {
		return u
	}
	return unknown
}

// pure demands a number without a unit.
func (m *measurer) pure(e *reckon.Expr) unit { return m.none(e, m.of(e)) }

// none demands of an expression, whose unit is u, that it has none.
func (m *measurer) none(e *reckon.Expr, u unit) unit {
	if len(u.factors) > 0 {
		m.clash(e, "takes", u, unit{})
	}
	return bare
}

// joined demands that some numbers have one unit, and returns it.
func (m *measurer) joined(e *reckon.Expr, doing string, args []reckon.Expr) unit {
	u := bare
	for i := range args {
		u = m.join(e, doing, u, m.of(&args[i]))
	}
	return u
}

// join returns the unit that two numbers share. Where a flow over one step counts
// as the stock, the stock's.
func (m *measurer) join(e *reckon.Expr, doing string, a, b unit) unit {
	switch {
	case a.loose && b.loose:
		return unit{loose: true, unknown: a.unknown || b.unknown}
	case a.loose:
		return b
	case a.same(b):
		return a
	case m.step != nil && a.same(b.times(*m.step, 1)):
		return a
	case m.step != nil && b.same(a.times(*m.step, 1)):
		return b
	}
	m.clash(e, doing, a, b)
	return unknown
}

// clash notes where two units should be one.
func (m *measurer) clash(e *reckon.Expr, doing string, a, b unit) {
	if m.found == nil {
		m.found = &clash{e.At, doing, a, b}
	}
}
