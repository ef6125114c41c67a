package dynamics

import (
	"math"
	"slices"
)

// step is an instruction before its values have slots.
type step struct {
	op   op
	node int32    // what it works out; 0 where it only puts away
	args [4]int32 // nodes
	k, l float64
	aux  int32
	into int32 // the slot its value must go to, or -1
}

// fuse makes steps of a program. A node that only one other of the program reads
// is taken into that one's instruction where there is one for both: fewer passes
// over the lanes, the same roundings.
func (l *linker) fuse(p *program) []step {
	inside := map[int32]bool{}
	into := map[int32]int32{}
	for i := range p.items {
		it := &p.items[i]
		if it.does == workOut {
			inside[it.node] = true
		} else if it.does == keep && inside[it.node] && l.uses[it.node] == 1 {
			into[it.node] = it.slot
		}
	}
	var steps []step
	for i := len(p.items) - 1; i >= 0; i-- {
		it := &p.items[i]
		slot, direct := into[it.node]
		switch {
		case it.does == keep && direct, it.does == workOut && (l.uses[it.node] == 0 || l.taken[it.node]):
			continue
		case it.does != workOut:
			steps = append(steps, l.putAway(it))
			continue
		}
		s := l.matched(it.node, inside)
		s.into = -1
		if direct {
			s.into = slot
		}
		steps = append(steps, s)
	}
	slices.Reverse(steps)
	return steps
}

// putAway is the step of an item that is no node.
func (l *linker) putAway(it *item) step {
	s := step{args: [4]int32{it.node, it.noise}, into: it.slot, aux: it.measure}
	if it.does == keep {
		s.op = opKeep
		return s
	}
	m := &l.kase.Measures[int(it.measure)%len(l.kase.Measures)]
	s.k, s.l = m.Low+0, m.High+0 // −0 is 0
	switch {
	case it.does == settleStart:
		s.op = opSettleStart
	case it.does == settleNoise:
		s.op = opSettleNoise
	case math.IsInf(m.Low, -1) && math.IsInf(m.High, 1):
		s.op = opSettleFree
	case s.k >= 0:
		s.op = opSettlePositive
	default:
		s.op = opSettle
	}
	return s
}

// pattern looks at the arguments of one node.
type pattern struct {
	*linker
	inside map[int32]bool
}

// solo reports whether a node is of that operation and may be taken in.
func (p *pattern) solo(id int32, o op) bool {
	return p.graph.nodes[id].op == o && p.uses[id] == 1 && p.inside[id]
}

// parts are the arguments of a node that is taken in.
func (p *pattern) parts(id int32) (int32, int32) {
	p.taken[id] = true
	args := &p.graph.nodes[id].args
	return args[0], args[1]
}

// split tells the constant of a pair from the other, if there is exactly one.
func (p *pattern) split(a, b int32) (k float64, other int32, ok bool) {
	x, fixedA := p.graph.number(a)
	y, fixedB := p.graph.number(b)
	switch {
	case fixedA && !fixedB:
		return x, b, true
	case fixedB && !fixedA:
		return y, a, true
	}
	return 0, 0, false
}

// matched returns the step of a node with all that it takes in.
func (l *linker) matched(id int32, inside map[int32]bool) step {
	p := &pattern{l, inside}
	n := &l.graph.nodes[id]
	a, b := n.args[0], n.args[1]
	s := step{op: n.op, args: n.args, aux: n.aux}
	switch n.op {
	case opAdd:
		s = p.sum(a, b)
	case opSub:
		s = p.difference(a, b)
	case opMul:
		s = p.product(a, b)
	case opDiv:
		s = p.quotient(a, b)
	case opMin, opMax:
		s = p.extreme(n.op, a, b)
	case opLess, opAtMost, opEqual, opDiffer:
		s = p.comparison(n.op, a, b)
	case opChoose:
		s = p.choice(n)
	case opCall1:
		if functions[n.aux] == "exp" {
			s.op = opExp
		}
	default: // stays alone
	}
	s.node = id
	return s
}

func args(ids ...int32) (all [4]int32) {
	copy(all[:], ids)
	return all
}

// sum is a + b.
func (p *pattern) sum(a, b int32) step {
	if k, x, ok := p.split(a, b); ok {
		return p.plus(x, k)
	}
	if s, ok := p.twoTimes(a, b); ok {
		return s
	}
	for _, pair := range [2][2]int32{{a, b}, {b, a}} {
		if s, ok := p.term(pair[0], pair[1], 1); ok {
			return s
		}
	}
	for _, pair := range [2][2]int32{{a, b}, {b, a}} {
		if p.solo(pair[0], opMul) {
			x, y := p.parts(pair[0])
			return p.productPlus(x, y, pair[1])
		}
	}
	for _, pair := range [2][2]int32{{a, b}, {b, a}} {
		if p.solo(pair[0], opAdd) && !p.fixedPart(pair[0]) {
			x, y := p.parts(pair[0])
			return step{op: opSum3, args: args(x, y, pair[1])}
		}
	}
	return step{op: opAdd, args: args(a, b)}
}

// twoTimes is x·k + y·l.
func (p *pattern) twoTimes(a, b int32) (step, bool) {
	if !p.solo(a, opMul) || !p.solo(b, opMul) || a == b {
		return step{}, false
	}
	m, n := &p.graph.nodes[a], &p.graph.nodes[b]
	k, x, fixedA := p.split(m.args[0], m.args[1])
	l, y, fixedB := p.split(n.args[0], n.args[1])
	if !fixedA || !fixedB || p.compound(x) || p.compound(y) {
		return step{}, false
	}
	p.taken[a], p.taken[b] = true, true
	return step{op: opTimesKPlusTimesL, args: args(x, y), k: k, l: l}, true
}

// compound reports whether a term would take the node in as well.
func (p *pattern) compound(id int32) bool {
	return p.solo(id, opSub) || p.solo(id, opMax) || p.solo(id, opMul)
}

// term is c + sign·t for a product t with a constant, whose sign it takes over.
func (p *pattern) term(t, c int32, sign float64) (step, bool) {
	if !p.solo(t, opMul) {
		return step{}, false
	}
	n := &p.graph.nodes[t]
	if k, x, fixed := p.split(n.args[0], n.args[1]); fixed {
		p.taken[t] = true
		return p.scaled(x, c, k*sign), true
	}
	for _, pair := range [2][2]int32{{n.args[0], n.args[1]}, {n.args[1], n.args[0]}} {
		x, y := pair[0], pair[1]
		if !p.solo(x, opMul) || !p.fixedPart(x) {
			continue
		}
		p.taken[t] = true
		u, v := p.parts(x)
		k, a, _ := p.split(u, v)
		if p.solo(y, opSub) {
			if l, fixed := p.graph.number(p.graph.nodes[y].args[0]); fixed {
				_, b := p.parts(y)
				return step{op: opTimesKTimesRestPlus, args: args(a, b, c), k: k * sign, l: l}, true
			}
		}
		return step{op: opTimesKTimesPlus, args: args(a, y, c), k: k * sign}, true
	}
	return step{}, false
}

// scaled is x·k + c.
func (p *pattern) scaled(x, c int32, k float64) step {
	n := &p.graph.nodes[x]
	switch {
	case p.solo(x, opSub) && !p.fixedPart(x):
		u, v := p.parts(x)
		if !p.solo(u, opMul) {
			return step{op: opDifferenceTimesKPlus, args: args(u, v, c), k: k}
		}
		a, b := p.parts(u)
		if l, a1, fixed := p.split(a, b); fixed {
			return step{op: opTimesLMinusTimesKPlus, args: args(a1, v, c), k: k, l: l}
		}
		return step{op: opTimesMinusTimesKPlus, args: args(a, b, v, c), k: k}
	case p.solo(x, opMax) && p.fixedPart(x):
		l, y, _ := p.split(n.args[0], n.args[1])
		if p.solo(y, opSub) && !p.fixedPart(y) && !awkward(l) {
			p.taken[x] = true
			u, v := p.parts(y)
			return step{op: opExcessTimesKPlus, args: args(u, v, c), k: k, l: l}
		}
	}
	return step{op: opTimesKPlus, args: args(x, c), k: k}
}

// fixedPart reports whether an argument of a node is a constant.
func (p *pattern) fixedPart(id int32) bool {
	n := &p.graph.nodes[id]
	_, _, ok := p.split(n.args[0], n.args[1])
	return ok
}

// productPlus is x·y + c.
func (p *pattern) productPlus(x, y, c int32) step {
	for _, pair := range [2][2]int32{{x, y}, {y, x}} {
		if p.solo(pair[0], opSub) && !p.fixedPart(pair[0]) {
			u, v := p.parts(pair[0])
			return step{op: opDifferenceTimesPlus, args: args(u, v, pair[1], c)}
		}
	}
	return step{op: opTimesPlus, args: args(x, y, c)}
}

// plus is x + k.
func (p *pattern) plus(x int32, k float64) step {
	if p.solo(x, opMul) {
		a, b := p.parts(x)
		if l, a1, fixed := p.split(a, b); fixed {
			return step{op: opTimesKPlusL, args: args(a1), k: l, l: k}
		}
		return step{op: opTimesPlusK, args: args(a, b), k: k}
	}
	return step{op: opAddK, args: args(x), k: k}
}

// difference is a − b. Adding the opposite gives the same bits.
func (p *pattern) difference(a, b int32) step {
	if k, fixed := p.graph.number(b); fixed {
		return p.plus(a, -k)
	}
	k, fixed := p.graph.number(a)
	if !fixed {
		if s, ok := p.term(b, a, -1); ok {
			return s
		}
	}
	if p.solo(b, opMul) {
		x, y := p.parts(b)
		if l, x1, one := p.split(x, y); one { // then a is a constant as well
			return step{op: opTimesKPlusL, args: args(x1), k: -l, l: k}
		}
		return step{op: opMinusTimes, args: args(a, x, y)}
	}
	if fixed {
		return step{op: opSubFromK, args: args(b), k: k}
	}
	if p.solo(a, opMul) {
		x, y := p.parts(a)
		if l, x1, one := p.split(x, y); one {
			return step{op: opTimesKMinus, args: args(x1, b), k: l}
		}
		return step{op: opTimesMinus, args: args(x, y, b)}
	}
	return step{op: opSub, args: args(a, b)}
}

// product is a · b.
func (p *pattern) product(a, b int32) step {
	if k, x, ok := p.split(a, b); ok {
		switch {
		case p.solo(x, opSub) && !p.fixedPart(x):
			u, v := p.parts(x)
			return step{op: opDifferenceTimesK, args: args(u, v), k: k}
		case p.solo(x, opMul) && !p.fixedPart(x):
			u, v := p.parts(x)
			return step{op: opTimesTimesK, args: args(u, v), k: k}
		}
		return step{op: opMulK, args: args(x), k: k}
	}
	for _, pair := range [2][2]int32{{a, b}, {b, a}} {
		x, rest := pair[0], pair[1]
		switch {
		case p.solo(x, opSub):
			u, v := p.parts(x)
			if k, fixed := p.graph.number(u); fixed {
				return step{op: opKMinusTimes, args: args(v, rest), k: k}
			}
			return step{op: opDifferenceTimes, args: args(u, v, rest)}
		case p.solo(x, opAdd):
			u, v := p.parts(x)
			return step{op: opSumTimes, args: args(u, v, rest)}
		case p.solo(x, opMul):
			u, v := p.parts(x)
			if k, x1, fixed := p.split(u, v); fixed {
				return step{op: opTimesKTimes, args: args(x1, rest), k: k}
			}
			return step{op: opProduct3, args: args(u, v, rest)}
		}
	}
	return step{op: opMul, args: args(a, b)}
}

// quotient is a / b.
func (p *pattern) quotient(a, b int32) step {
	if k, fixed := p.graph.number(b); fixed {
		return step{op: opDivK, args: args(a), k: k}
	}
	if k, fixed := p.graph.number(a); fixed {
		if p.solo(b, opAdd) && p.fixedPart(b) {
			x, y := p.parts(b)
			l, x1, _ := p.split(x, y)
			return step{op: opKOverPlusL, args: args(x1), k: k, l: l}
		}
		return step{op: opKOver, args: args(b), k: k}
	}
	return step{op: opDiv, args: args(a, b)}
}

// extreme is the least or the greatest of a and b; with a constant for either side
// it is a clamp.
func (p *pattern) extreme(o op, a, b int32) step {
	k, x, ok := p.split(a, b)
	if !ok {
		return step{op: o, args: args(a, b)}
	}
	inner, both := opMax, opMinK
	if o == opMax {
		inner, both = opMin, opMaxK
	}
	if o == opMax && p.solo(x, opSub) && !p.fixedPart(x) && !awkward(k) {
		u, v := p.parts(x)
		return step{op: opExcess, args: args(u, v), k: k}
	}
	if p.solo(x, inner) && p.fixedPart(x) {
		u, v := p.graph.nodes[x].args[0], p.graph.nodes[x].args[1]
		l, y, _ := p.split(u, v)
		low, high := l, k
		if o == opMax {
			low, high = k, l
		}
		if low < high && !awkward(low) && !awkward(high) {
			p.taken[x] = true
			return step{op: opClamp, args: args(y), k: low, l: high}
		}
	}
	if awkward(k) {
		return step{op: o, args: args(a, b)}
	}
	return step{op: both, args: args(x), k: k}
}

// awkward bounds are those with which comparing and taking is not min and max.
func awkward(x float64) bool { return x != x || x == 0 && math.Signbit(x) }

// comparison is a < b and its like.
func (p *pattern) comparison(o op, a, b int32) step {
	k, fixedA := p.graph.number(a)
	l, fixedB := p.graph.number(b)
	switch {
	case o == opLess && fixedB:
		return step{op: opLessK, args: args(a), k: l}
	case o == opLess && fixedA:
		return step{op: opMoreK, args: args(b), k: k}
	case o == opAtMost && fixedB:
		return step{op: opAtMostK, args: args(a), k: l}
	case o == opAtMost && fixedA:
		return step{op: opAtLeastK, args: args(b), k: k}
	}
	return step{op: o, args: args(a, b)}
}

// choices are the choices by a comparison.
var choices = map[op]op{
	opLess: opChooseLess, opAtMost: opChooseAtMost, opLessK: opChooseLessK, opMoreK: opChooseMoreK,
	opAtMostK: opChooseAtMostK, opAtLeastK: opChooseAtLeastK,
}

// choice is c ? a : b.
func (p *pattern) choice(n *node) step {
	c := n.args[0]
	for _, o := range [2]op{opLess, opAtMost} {
		if !p.solo(c, o) {
			continue
		}
		x, y := p.parts(c)
		s := p.comparison(o, x, y)
		s.op = choices[s.op]
		if s.args[1] == 0 { // with a constant
			s.args = args(s.args[0], 0, n.args[1], n.args[2])
		} else {
			s.args = args(s.args[0], s.args[1], n.args[1], n.args[2])
		}
		return s
	}
	return step{op: opChoose, args: n.args}
}
