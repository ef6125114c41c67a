package stability

import (
	"fmt"
	"math"

	"reckon"
)

// program is a yes/no expression as a flat stack program over words: one word
// holds the truth of 64 consecutive states, so an expression is evaluated for
// 64 states at once and without branches.
type program []instruction

type instruction struct {
	op     byte // one of the op constants
	option int
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

// word evaluates the program on the states 64·block … 64·block+63.
func (p program) word(block int, stack []uint64) uint64 {
	stack = stack[:0]
	for _, in := range p {
		top := len(stack) - 1
		switch in.op {
		case opOption:
			stack = append(stack, optionWord(in.option, block))
		case opYes:
			stack = append(stack, ^uint64(0))
		case opNo:
			stack = append(stack, 0)
		case opNot:
			stack[top] = ^stack[top]
		case opAnd:
			stack[top-1] &= stack[top]
			stack = stack[:top]
		case opOr:
			stack[top-1] |= stack[top]
			stack = stack[:top]
		case opXor:
			stack[top-1] ^= stack[top]
			stack = stack[:top]
		}
	}
	return stack[0]
}

func optionWord(option, block int) uint64 {
	if option < 6 {
		return low[option]
	}
	return -uint64(block >> (option - 6) & 1)
}

// holds evaluates the program at one state.
func (p program) holds(s reckon.State) bool {
	return p.word(int(s>>6), make([]uint64, 0, len(p)))>>(s&63)&1 == 1
}

// compiler turns checked expressions into programs, with measures as constants.
type compiler struct {
	measure func(string) float64
}

// unknown reports whether the expression reads a measure without a value.
func (c compiler) unknown(e *reckon.Expr) bool {
	for _, name := range e.Measures() {
		if math.IsNaN(c.measure(name)) {
			return true
		}
	}
	return false
}

// truth compiles a yes/no expression. Anything else is a bug of the caller,
// since lang has checked the types.
func (c compiler) truth(e *reckon.Expr) program {
	switch e.Op {
	case "option":
		return program{{opOption, e.Option}}
	case "yes":
		return program{{op: opYes}}
	case "no":
		return program{{op: opNo}}
	case "!":
		return append(c.truth(&e.Args[0]), instruction{op: opNot})
	case "&&":
		return c.binary(e, opAnd)
	case "||":
		return c.binary(e, opOr)
	case "?":
		return choose(c.truth(&e.Args[0]), c.truth(&e.Args[1]), c.truth(&e.Args[2]))
	case "==", "!=":
		if yesNo(&e.Args[0]) {
			p := c.binary(e, opXor)
			if e.Op == "==" {
				p = append(p, instruction{op: opNot})
			}
			return p
		}
		return c.compare(e)
	case "<", "<=", ">", ">=":
		return c.compare(e)
	}
	panic(fmt.Sprintf("stability: %q is not a yes/no expression", e.Op))
}

func (c compiler) binary(e *reckon.Expr, op byte) program {
	return append(append(c.truth(&e.Args[0]), c.truth(&e.Args[1])...), instruction{op: op})
}

// choose is (when && yes) || (!when && no).
func choose(when, yes, no program) program {
	p := append(append(program{}, when...), yes...)
	p = append(p, instruction{op: opAnd})
	p = append(append(p, when...), instruction{op: opNot})
	return append(append(p, no...), instruction{op: opAnd}, instruction{op: opOr})
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

// number is a numeric expression as a list of alternatives, exactly one of
// which holds in any state: numbers depend on options only through "?".
type number []alternative

type alternative struct {
	when  program
	value float64
}

func (c compiler) compare(e *reckon.Expr) program {
	p := program{{op: opNo}}
	for _, a := range c.number(&e.Args[0]) {
		for _, b := range c.number(&e.Args[1]) {
			if compared(e.Op, a.value, b.value) {
				p = append(append(append(p, a.when...), b.when...), instruction{op: opAnd}, instruction{op: opOr})
			}
		}
	}
	return p
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

func (c compiler) number(e *reckon.Expr) number {
	always := program{{op: opYes}}
	switch e.Op {
	case "number":
		return number{{always, e.Number}}
	case "measure":
		return number{{always, c.measure(e.Name)}}
	case "?":
		when := c.truth(&e.Args[0])
		not := append(append(program{}, when...), instruction{op: opNot})
		return append(narrow(c.number(&e.Args[1]), when), narrow(c.number(&e.Args[2]), not)...)
	}
	n := c.number(&e.Args[0])
	if len(e.Args) == 1 {
		for i := range n {
			n[i].value = arithmetic(e, n[i].value)
		}
	}
	for k := 1; k < len(e.Args); k++ {
		var both number
		for _, a := range n {
			for _, b := range c.number(&e.Args[k]) {
				when := append(append(append(program{}, a.when...), b.when...), instruction{op: opAnd})
				both = append(both, alternative{when, arithmetic(e, a.value, b.value)})
			}
		}
		n = both
	}
	return n
}

func narrow(n number, when program) number {
	for i := range n {
		n[i].when = append(append(append(program{}, n[i].when...), when...), instruction{op: opAnd})
	}
	return n
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
