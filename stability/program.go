package stability

import (
	"fmt"
	"math"

	"reckon"
)

// program is a yes/no expression over words: one word holds the truth of 64
// consecutive states, so an expression is evaluated for 64 states at once and
// without branches. Each step reads earlier ones, the last is the result; a part
// that occurs twice is one step.
type program []step

type step struct {
	op   byte
	a, b int32 // steps read; for opOption a is the option
}

const (
	opOption = iota
	opYes
	opNo
	opNot
	opAnd
	opOr
	opXor
)

// low holds, for each of the first six options, its truth in the 64 states of a word.
var low = [6]uint64{
	0xaaaaaaaaaaaaaaaa, 0xcccccccccccccccc, 0xf0f0f0f0f0f0f0f0,
	0xff00ff00ff00ff00, 0xffff0000ffff0000, 0xffffffff00000000,
}

// word evaluates the program on the states 64·block … 64·block+63. room is
// reused when it is large enough.
func (p program) word(block int, room []uint64) uint64 {
	if cap(room) < len(p) {
		room = make([]uint64, len(p))
	}
	v := room[:len(p)]
	for i, s := range p {
		switch s.op {
		case opOption:
			v[i] = optionWord(int(s.a), block)
		case opYes:
			v[i] = ^uint64(0)
		case opNo:
			v[i] = 0
		case opNot:
			v[i] = ^v[s.a]
		case opAnd:
			v[i] = v[s.a] & v[s.b]
		case opOr:
			v[i] = v[s.a] | v[s.b]
		case opXor:
			v[i] = v[s.a] ^ v[s.b]
		}
	}
	return v[len(p)-1]
}

func optionWord(option, block int) uint64 {
	if option < 6 {
		return low[option]
	}
	return -uint64(block >> (option - 6) & 1)
}

// holds evaluates the program at one state.
func (p program) holds(s reckon.State) bool {
	return p.word(int(s>>6), nil)>>(s&63)&1 == 1
}

// maxSteps bounds a program. Only sums of many different numbers that hang on
// options come near it: they take a step for every value the sum can have.
const maxSteps = 1 << 16

// compile turns a checked yes/no expression into a program, with measures as
// constants; false when it would be longer than maxSteps.
func compile(e *reckon.Expr, measure func(string) float64) (program, bool) {
	c := compiler{measure: measure, seen: map[step]int32{}}
	last := c.truth(e)
	if c.full {
		return nil, false
	}
	return append(c.steps[:last:last], c.steps[last]), true // later steps feed nothing
}

// unknown reports whether the expression reads a measure without a value.
func unknown(e *reckon.Expr, measure func(string) float64) bool {
	for _, name := range e.Measures() {
		if math.IsNaN(measure(name)) {
			return true
		}
	}
	return false
}

// compiler collects the steps of one program.
type compiler struct {
	measure func(string) float64
	steps   program
	seen    map[step]int32
	full    bool
}

// add returns the number of a step, a new one if need be.
func (c *compiler) add(op byte, a, b int32) int32 {
	s := step{op, a, b}
	at, met := c.seen[s]
	switch {
	case met:
		return at
	case len(c.steps) == maxSteps:
		c.full = true
		return 0
	}
	c.steps = append(c.steps, s)
	c.seen[s] = int32(len(c.steps) - 1)
	return c.seen[s]
}

// truth adds a yes/no expression. Anything else is a bug of the caller, since
// lang has checked the types.
func (c *compiler) truth(e *reckon.Expr) int32 {
	switch e.Op {
	case "option":
		return c.add(opOption, int32(e.Option), 0)
	case "yes":
		return c.add(opYes, 0, 0)
	case "no":
		return c.add(opNo, 0, 0)
	case "!":
		return c.add(opNot, c.truth(&e.Args[0]), 0)
	case "&&":
		return c.add(opAnd, c.truth(&e.Args[0]), c.truth(&e.Args[1]))
	case "||":
		return c.add(opOr, c.truth(&e.Args[0]), c.truth(&e.Args[1]))
	case "?":
		when := c.truth(&e.Args[0])
		yes := c.add(opAnd, when, c.truth(&e.Args[1]))
		return c.add(opOr, yes, c.add(opAnd, c.add(opNot, when, 0), c.truth(&e.Args[2])))
	case "==", "!=":
		if !yesNo(&e.Args[0]) {
			return c.compare(e)
		}
		differ := c.add(opXor, c.truth(&e.Args[0]), c.truth(&e.Args[1]))
		if e.Op == "==" {
			return c.add(opNot, differ, 0)
		}
		return differ
	case "<", "<=", ">", ">=":
		return c.compare(e)
	}
	panic(fmt.Sprintf("stability: %q is not a yes/no expression", e.Op))
}

// yesNo reports whether an expression is yes/no rather than a number.
func yesNo(e *reckon.Expr) bool {
	switch e.Op {
	case "option", "yes", "no", "!", "&&", "||", "==", "!=", "<", "<=", ">", ">=":
		return true
	case "?":
		return yesNo(&e.Args[1])
	}
	return false
}

// number is a numeric expression as a list of alternatives with different
// values, exactly one of which holds in any state: numbers depend on options
// only through "?".
type number []alternative

type alternative struct {
	when  int32 // step
	value float64
}

func (c *compiler) compare(e *reckon.Expr) int32 {
	found := c.add(opNo, 0, 0)
	right := c.number(&e.Args[1])
	for _, a := range c.number(&e.Args[0]) {
		for _, b := range right {
			if !c.full && compared(e.Op, a.value, b.value) {
				found = c.add(opOr, found, c.add(opAnd, a.when, b.when))
			}
		}
	}
	return found
}

func compared(op reckon.Op, a, b float64) bool {
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

func (c *compiler) number(e *reckon.Expr) number {
	switch e.Op {
	case "number":
		return number{{c.add(opYes, 0, 0), e.Number}}
	case "measure":
		return number{{c.add(opYes, 0, 0), c.measure(e.Name)}}
	case "?":
		when := c.truth(&e.Args[0])
		var n number
		for _, a := range c.number(&e.Args[1]) {
			n = c.or(n, a.value, c.add(opAnd, when, a.when))
		}
		not := c.add(opNot, when, 0)
		for _, a := range c.number(&e.Args[2]) {
			n = c.or(n, a.value, c.add(opAnd, not, a.when))
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
					both = c.or(both, arithmetic(e, a.value, b.value), c.add(opAnd, a.when, b.when))
				}
			}
		}
		n = both
	}
	return n
}

// or adds an alternative, joined to the one of the same value if there is one.
func (c *compiler) or(n number, value float64, when int32) number {
	for i := range n {
		if n[i].value == value || math.IsNaN(n[i].value) && math.IsNaN(value) {
			n[i].when = c.add(opOr, n[i].when, when)
			return n
		}
	}
	return append(n, alternative{when, value})
}

func arithmetic(e *reckon.Expr, x ...float64) float64 {
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
	panic(fmt.Sprintf("stability: %q is not a numeric expression", e.Op))
}
