package dynamics

import (
	"math"

	"reckon"
)

// op is what a node works out from its arguments, or, after fusing, what an
// instruction does in one pass over the lanes.
type op uint8

// The elementary operations. Yes is 1 and no is 0.
const (
	opNone   op = iota
	opConst     // k
	opSlot      // what stands in slot aux: a measure, a parameter, the clock, something remembered
	opOption    // whether option aux is on
	opAdd
	opSub
	opMul
	opDiv
	opNeg
	opMin
	opMax
	opLess   // a < b
	opAtMost // a ≤ b
	opEqual
	opDiffer
	opNot
	opAnd
	opOr
	opChoose // a ? b : c
	opCall1  // functions of one number; aux is which
	opPow
	opMod
	opLookup   // aux is the table
	opQuantile // of law aux at a, with the numbers b, c, d
)

// node is one operation on the results of earlier nodes. Equal nodes are one node.
type node struct {
	op   op
	args [4]int32 // indices of nodes; 0 is none
	k    uint64   // the bits of a constant
	aux  int32
}

// span says for how long the value of a node stays the same.
type span uint8

const (
	always span = iota // constants
	run                // parameters and what hangs on them alone
	moment             // anything else
)

// graph holds the nodes of all programs. Node 0 is none.
type graph struct {
	nodes []node
	spans []span
	home  []*program // where a node is worked out; nil for constants and slots
	ids   map[node]int32
	trail []node // what ids may forget again, see forget
	fixed program
	into  *program // where new nodes go that change in a run

	parameters int32 // the slots below this hold parameters
}

func newGraph(parameters int) *graph {
	return &graph{parameters: int32(parameters), nodes: make([]node, 1), spans: make([]span, 1), home: make([]*program, 1), ids: map[node]int32{}}
}

// add returns the node, which is made unless there is an equal one already.
func (g *graph) add(n node) int32 {
	if id, have := g.ids[n]; have {
		return id
	}
	id := int32(len(g.nodes))
	how, home := g.lasts(n), g.into
	switch {
	case n.op == opConst || n.op == opSlot:
		home = nil
	case how != moment:
		home = &g.fixed
	}
	g.nodes, g.spans, g.home = append(g.nodes, n), append(g.spans, how), append(g.home, home)
	g.ids[n] = id
	if how == moment {
		g.trail = append(g.trail, n)
	}
	if home != nil {
		home.items = append(home.items, item{node: id})
	}
	return id
}

// lasts is the span of a node: the shortest of its arguments'.
func (g *graph) lasts(n node) span {
	switch n.op {
	case opConst:
		return always
	case opSlot:
		if n.aux < g.parameters {
			return run
		}
		return moment
	case opOption:
		return moment
	default:
		how := always
		for _, a := range n.args {
			how = max(how, g.spans[a])
		}
		return how
	}
}

// forget unlearns the nodes made since the trail was so long, so that programs
// that run at another moment do not take their values.
func (g *graph) forget(length int) {
	for _, n := range g.trail[length:] {
		delete(g.ids, n)
	}
	g.trail = g.trail[:length]
}

func (g *graph) constant(x float64) int32 {
	return g.add(node{op: opConst, k: math.Float64bits(x)})
}

// number returns the value of a constant node.
func (g *graph) number(id int32) (float64, bool) {
	n := &g.nodes[id]
	return math.Float64frombits(n.k), n.op == opConst
}

// two is a node of two arguments, worked out now where both are constants.
func (g *graph) two(o op, a, b int32) int32 {
	x, fixedX := g.number(a)
	y, fixedY := g.number(b)
	switch {
	case fixedX && fixedY:
		return g.constant(apply(o, 0, x, y))
	case o == opMul && fixedY && y == 1, o == opDiv && fixedY && y == 1:
		return a
	case o == opMul && fixedX && x == 1:
		return b
	case o == opDiv && fixedY && exactInverse(y):
		return g.two(opMul, a, g.constant(1/y))
	}
	switch o {
	case opAdd, opMul, opMin, opMax, opEqual, opDiffer, opAnd, opOr:
		if a > b {
			a, b = b, a
		}
	default: // the order counts
	}
	return g.add(node{op: o, args: [4]int32{a, b}})
}

// exactInverse reports whether dividing by y is multiplying by 1/y, bit for bit:
// y is a power of 2 of moderate size.
func exactInverse(y float64) bool {
	frac, exp := math.Frexp(math.Abs(y))
	return frac == 0.5 && exp > -1000 && exp < 1000
}

// one is a node of one argument.
func (g *graph) one(o op, aux int32, a int32) int32 {
	if x, fixed := g.number(a); fixed && o != opLookup {
		return g.constant(apply(o, aux, x, 0))
	}
	return g.add(node{op: o, args: [4]int32{a}, aux: aux})
}

// choose is c ? a : b.
func (g *graph) choose(c, a, b int32) int32 {
	if x, fixed := g.number(c); fixed {
		if x != 0 {
			return a
		}
		return b
	}
	if a == b {
		return a
	}
	return g.add(node{op: opChoose, args: [4]int32{c, a, b}})
}

// operators are the heads of expressions that take two arguments. The comparisons
// > and >= turn their arguments round.
var operators = map[reckon.Op]op{
	"+": opAdd, "-": opSub, "*": opMul, "/": opDiv, "<": opLess, "<=": opAtMost, ">": opLess, ">=": opAtMost,
	"==": opEqual, "!=": opDiffer, "&&": opAnd, "||": opOr,
}
