package reckon

import (
	"fmt"
	"math"
)

// Circuit is a yes/no expression over options as straight-line logic: each gate
// reads earlier ones, the last is the result, and a part that occurs twice is one
// gate. Engines run it for many states at once or hand it to a solver.
type Circuit []Gate

// Gate is one step of a circuit. Op says what it is: 'o' option A is on, '1' yes,
// '0' no, '!' not A, '&' A and B, '|' A or B, '^' A differs from B; but for
// options, A and B are the numbers of earlier gates.
type Gate struct {
	Op   byte
	A, B int32
}

// maxGates bounds a circuit. Only sums of many different numbers that hang on
// options come near it: they take a gate for every value the sum can have.
const maxGates = 1 << 16

// Circuit translates an expression that lang has checked, with measures as
// constants; false when it would be longer than 65 536 gates. An expression that
// is not yes/no is a bug of the caller.
func (e *Expr) Circuit(measure func(name string) float64) (Circuit, bool) {
	c := builder{measure: measure, seen: map[Gate]int32{}}
	last := c.truth(e)
	if c.full {
		return nil, false
	}
	return append(c.gates[:last:last], c.gates[last]), true // later gates feed nothing
}

// Holds evaluates the circuit at one state.
func (c Circuit) Holds(s State) bool {
	v := make([]bool, len(c))
	for i, g := range c {
		switch g.Op {
		case 'o':
			v[i] = s.Has(int(g.A))
		case '1':
			v[i] = true
		case '0':
			v[i] = false
		case '!':
			v[i] = !v[g.A]
		case '&':
			v[i] = v[g.A] && v[g.B]
		case '|':
			v[i] = v[g.A] || v[g.B]
		case '^':
			v[i] = v[g.A] != v[g.B]
		}
	}
	return v[len(v)-1]
}

// builder collects the gates of one circuit.
type builder struct {
	measure func(string) float64
	gates   Circuit
	seen    map[Gate]int32
	full    bool
}

// add returns the number of a gate, a new one if need be.
func (c *builder) add(op byte, a, b int32) int32 {
	s := Gate{op, a, b}
	at, met := c.seen[s]
	switch {
	case met:
		return at
	case len(c.gates) == maxGates:
		c.full = true
		return 0
	}
	c.gates = append(c.gates, s)
	c.seen[s] = int32(len(c.gates) - 1)
	return c.seen[s]
}

// truth adds a yes/no expression. Anything else is a bug of the caller, since
// lang has checked the types.
func (c *builder) truth(e *Expr) int32 {
	switch e.Op {
	case "option":
		return c.add('o', int32(e.Option), 0)
	case "yes":
		return c.add('1', 0, 0)
	case "no":
		return c.add('0', 0, 0)
	case "!":
		return c.add('!', c.truth(&e.Args[0]), 0)
	case "&&":
		return c.add('&', c.truth(&e.Args[0]), c.truth(&e.Args[1]))
	case "||":
		return c.add('|', c.truth(&e.Args[0]), c.truth(&e.Args[1]))
	case "?":
		when := c.truth(&e.Args[0])
		yes := c.add('&', when, c.truth(&e.Args[1]))
		return c.add('|', yes, c.add('&', c.add('!', when, 0), c.truth(&e.Args[2])))
	case "==", "!=":
		if !e.Args[0].YesNo() {
			return c.compare(e)
		}
		differ := c.add('^', c.truth(&e.Args[0]), c.truth(&e.Args[1]))
		if e.Op == "==" {
			return c.add('!', differ, 0)
		}
		return differ
	case "<", "<=", ">", ">=":
		return c.compare(e)
	}
	panic(fmt.Sprintf("reckon: %q is not a yes/no expression", e.Op))
}

// number is a numeric expression as a list of alternatives with different
// values, exactly one of which holds in any state: numbers depend on options
// only through "?".
type number []alternative

type alternative struct {
	when  int32 // gate
	value float64
}

func (c *builder) compare(e *Expr) int32 {
	found := c.add('0', 0, 0)
	right := c.number(&e.Args[1])
	for _, a := range c.number(&e.Args[0]) {
		for _, b := range right {
			if !c.full && compared(e.Op, a.value, b.value) {
				found = c.add('|', found, c.add('&', a.when, b.when))
			}
		}
	}
	return found
}

func compared(op Op, a, b float64) bool {
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

func (c *builder) number(e *Expr) number {
	switch e.Op {
	case "number":
		return number{{c.add('1', 0, 0), e.Number}}
	case "measure":
		return number{{c.add('1', 0, 0), c.measure(e.Name)}}
	case "?":
		when := c.truth(&e.Args[0])
		var n number
		for _, a := range c.number(&e.Args[1]) {
			n = c.or(n, a.value, c.add('&', when, a.when))
		}
		not := c.add('!', when, 0)
		for _, a := range c.number(&e.Args[2]) {
			n = c.or(n, a.value, c.add('&', not, a.when))
		}
		return n
	}
	n := c.number(&e.Args[0])
	if len(e.Args) == 1 {
		var one number
		for _, a := range n {
			one = c.or(one, arithmetic(e, a.value), a.when)
		}
		return one
	}
	for k := 1; k < len(e.Args) && !c.full; k++ {
		var both number
		right := c.number(&e.Args[k])
		for _, a := range n {
			for _, b := range right {
				if !c.full {
					both = c.or(both, arithmetic(e, a.value, b.value), c.add('&', a.when, b.when))
				}
			}
		}
		n = both
	}
	return n
}

// or adds an alternative, joined to the one of the same value if there is one.
func (c *builder) or(n number, value float64, when int32) number {
	for i := range n {
		if n[i].value == value || math.IsNaN(n[i].value) && math.IsNaN(value) {
			n[i].when = c.add('|', n[i].when, when)
			return n
		}
	}
	return append(n, alternative{when, value})
}

func arithmetic(e *Expr, x ...float64) float64 {
	switch {
	case e.Op == "-" && len(x) == 1:
		return -x[0]
	case e.Op == "call" && e.Name == "abs":
		return math.Abs(x[0])
	case len(x) == 1: // min and max of one number
		return x[0]
	case e.Op == "+":
		return x[0] + x[1]
	case e.Op == "-":
		return x[0] - x[1]
	case e.Op == "*":
		return x[0] * x[1]
	case e.Op == "/":
		return x[0] / x[1]
	case e.Op == "call" && e.Name == "min":
		return min(x[0], x[1])
	case e.Op == "call" && e.Name == "max":
		return max(x[0], x[1])
	}
	panic(fmt.Sprintf("reckon: %q is not a numeric expression", e.Op))
}
