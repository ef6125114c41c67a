package sim

import (
	"math"

	"reckon"
	"reckon/draw"
)

// inquiry answers a question step by step, for all lanes at once. What hangs on one
// moment alone is worked out by dynamics; calls over time gather it, inner ones
// first, and what is made of them is worked out here.
type inquiry struct {
	window
	root    *part
	gathers []*part // calls over time, inner ones before those that hold them
	awaited *part   // the first ever() or first() in the order of the text
}

// part is a node of a question.
type part struct {
	leaf int // place among the expressions of the group; −1 for a node
	op   reckon.Op
	name string
	args []*part
	slot int // among the gathers
}

// newInquiry splits a question, and adds what hangs on one moment to a group.
func newInquiry(e *reckon.Expr, w window, group *[]reckon.Expr) inquiry {
	q := inquiry{window: w}
	if w.covered {
		first := awaited(e)
		q.root = q.split(e, first, group)
	}
	return q
}

func (q *inquiry) split(e, first *reckon.Expr, group *[]reckon.Expr) *part {
	if !anyOverTime(e) {
		*group = append(*group, *e)
		return &part{leaf: len(*group) - 1}
	}
	p := &part{leaf: -1, op: e.Op, name: e.Name}
	for i := range e.Args {
		p.args = append(p.args, q.split(&e.Args[i], first, group))
	}
	if overTime(e) {
		p.slot = len(q.gathers)
		q.gathers = append(q.gathers, p)
		if e == first {
			q.awaited = p
		}
	}
	return p
}

func anyOverTime(e *reckon.Expr) bool {
	found := false
	e.Walk(func(x *reckon.Expr) { found = found || overTime(x) })
	return found
}

// tracker is what an inquiry keeps for a block: by gather and lane.
type tracker struct {
	sums [][]float64
}

func (q *inquiry) newTracker(n int) tracker {
	t := tracker{sums: make([][]float64, len(q.gathers))}
	for i := range t.sums {
		t.sums[i] = make([]float64, n)
	}
	return t
}

// begin forgets what was gathered.
func (q *inquiry) begin(t *tracker) {
	for i, g := range q.gathers {
		none := 0.0
		if g.name == "first" {
			none = math.Inf(1)
		}
		for lane := range t.sums[i] {
			t.sums[i][lane] = none
		}
	}
}

// look takes in a step. leaves are the values of the group; waits takes the step at
// which what is awaited first came.
func (q *inquiry) look(t *tracker, k int, leaves [][]float64, waits []int32) {
	if !q.covered || k < q.first || k > q.last {
		return
	}
	for i, g := range q.gathers {
		x, sum := q.value(t, g.args[0], leaves), t.sums[i]
		if g == q.awaited {
			for lane, yes := range x {
				if yes != 0 && waits[lane] < 0 {
					waits[lane] = int32(k)
				}
			}
		}
		g.gather(sum, x, float64(k-q.opening))
	}
}

// gather adds what holds at a step to what has been gathered.
func (p *part) gather(sum, x []float64, since float64) {
	switch p.name {
	case "at_end":
		copy(sum, x)
	case "count":
		for lane := range sum {
			sum[lane] += x[lane]
		}
	case "ever":
		for lane := range sum {
			sum[lane] = max(sum[lane], x[lane])
		}
	case "first":
		for lane := range sum {
			if x[lane] != 0 {
				sum[lane] = min(sum[lane], since)
			}
		}
	}
}

// value is what a part gives in every lane.
func (q *inquiry) value(t *tracker, p *part, leaves [][]float64) []float64 {
	switch {
	case p.leaf >= 0:
		return leaves[p.leaf]
	case p.op == "call" && p.slot < len(q.gathers) && q.gathers[p.slot] == p:
		return t.sums[p.slot]
	}
	args := make([][]float64, len(p.args))
	for i, a := range p.args {
		args[i] = q.value(t, a, leaves)
	}
	out, numbers := make([]float64, len(args[0])), make([]float64, len(args))
	for lane := range out {
		for i := range args {
			numbers[i] = args[i][lane]
		}
		out[lane] = combine(p.op, p.name, numbers)
	}
	return out
}

// combine is what an operation of a question gives for numbers; yes is 1, no is 0.
func combine(op reckon.Op, name string, x []float64) float64 {
	switch op {
	case "!":
		return truth(x[0] == 0)
	case "&&":
		return truth(x[0] != 0 && x[1] != 0)
	case "||":
		return truth(x[0] != 0 || x[1] != 0)
	case "?":
		if x[0] != 0 {
			return x[1]
		}
		return x[2]
	case "-":
		if len(x) == 1 {
			return -x[0]
		}
	case "call":
		return function(name, x)
	}
	return operate(op, x[0], x[1])
}

func function(name string, x []float64) float64 {
	switch name {
	case "min", "max":
		y := x[0]
		for _, z := range x[1:] {
			if name == "min" {
				y = min(y, z)
			} else {
				y = max(y, z)
			}
		}
		return y
	case "pow":
		return draw.Pow(x[0], x[1])
	}
	return draw.Function(name)(x[0])
}

// operate is what an operator of two numbers gives.
func operate(op reckon.Op, a, b float64) float64 {
	switch op {
	case "+":
		return a + b
	case "-":
		return a - b
	case "*":
		return a * b
	case "/":
		return a / b
	case "<":
		return truth(a < b)
	case "<=":
		return truth(a <= b)
	case ">":
		return truth(a > b)
	case ">=":
		return truth(a >= b)
	case "==":
		return truth(a == b)
	case "!=":
		return truth(a != b)
	}
	panic("sim: there is no operation " + string(op))
}

func truth(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}
