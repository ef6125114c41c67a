package dynamics

import (
	"reckon"
	"reckon/lang"
)

// lower turns a checked expression into nodes and returns the node of its value.
func (c *compiler) lower(e *reckon.Expr) int32 {
	g := c.graph
	switch e.Op {
	case "", "yes": // what is not stated holds always
		return g.constant(1)
	case "no":
		return g.constant(0)
	case "number":
		return g.constant(e.Number)
	case "option":
		return g.add(node{op: opOption, aux: int32(e.Option)})
	case "measure":
		if slot, stated := c.before[e.Name]; stated && c.tense == beforehand {
			return c.slotNode(slot)
		}
		return c.slotNode(c.slots[e.Name])
	case "lookup":
		t := c.tables[e.Name]
		x := c.lower(&e.Args[0])
		if k, fixed := g.number(x); fixed {
			return g.constant(c.model.tables[t].at(k))
		}
		return g.one(opLookup, t, x)
	case "call":
		return c.lowerCall(e)
	case "!":
		return g.one(opNot, 0, c.lower(&e.Args[0]))
	case "?":
		return g.choose(c.lower(&e.Args[0]), c.lower(&e.Args[1]), c.lower(&e.Args[2]))
	case "-":
		if len(e.Args) == 1 {
			return g.one(opNeg, 0, c.lower(&e.Args[0]))
		}
	case ">", ">=":
		a, b := c.lower(&e.Args[0]), c.lower(&e.Args[1])
		return g.two(operators[e.Op], b, a)
	}
	return c.chain(operators[e.Op], e.Args)
}

// chain works an operation of several arguments off from the left.
func (c *compiler) chain(o op, args []reckon.Expr) int32 {
	x := c.lower(&args[0])
	for i := range args[1:] {
		x = c.graph.two(o, x, c.lower(&args[i+1]))
	}
	return x
}

func (c *compiler) lowerCall(e *reckon.Expr) int32 {
	switch e.Name {
	case "time":
		c.model.clock = true
		return c.slotNode(c.model.time)
	case "year":
		c.model.clock = true
		return c.slotNode(c.model.year)
	case "min":
		return c.chain(opMin, e.Args)
	case "max":
		return c.chain(opMax, e.Args)
	case "pow":
		return c.chain(opPow, e.Args)
	case "mod":
		return c.chain(opMod, e.Args)
	case "previous", "delay", "smooth", "initial":
		if c.tense == running {
			return c.slotNode(c.memories[c.text(e)].slot)
		}
		return c.lowerPast(e)
	}
	return c.graph.one(opCall1, functionOf(e.Name), c.lower(&e.Args[0]))
}

// lowerPast is what is remembered when a run starts: what was before it.
func (c *compiler) lowerPast(e *reckon.Expr) int32 {
	now := c.tense
	defer func() { c.tense = now }()
	c.tense = tenseOf(e.Name)
	return c.lower(&e.Args[0])
}

// slotNode is the node of what stands in a slot.
func (c *compiler) slotNode(slot int32) int32 {
	return c.graph.add(node{op: opSlot, aux: slot})
}

// text is an expression in the case language: equal texts are equal expressions.
func (c *compiler) text(e *reckon.Expr) string { return lang.Written(c.kase, e) }

// spread lowers the numbers of a spread and what is drawn from it with the uniform
// number in a slot.
func (c *compiler) spread(s *reckon.Spread, uniform int32) int32 {
	if s.Law == reckon.Exact {
		return c.lower(&s.Args[0])
	}
	n := node{op: opQuantile, aux: lawOf(s.Law)}
	for i := range s.Args {
		n.args[i+1] = c.lower(&s.Args[i])
	}
	n.args[0] = c.slotNode(uniform)
	return c.graph.add(n)
}

// laws by which op is told apart, with the count of their numbers.
var laws = [...]struct {
	law     reckon.Law
	numbers int
}{
	{reckon.Exact, 1}, {reckon.Between, 2}, {reckon.Normal, 2}, {reckon.LogNormal, 2}, {reckon.Triangular, 3}, {reckon.Beta, 2},
}

// lawOf returns the index of a law, or -1.
func lawOf(law reckon.Law) int32 {
	for i := range laws {
		if laws[i].law == law {
			return int32(i)
		}
	}
	return -1
}

func (c *compiler) checkSpread(s *reckon.Spread, what string) error {
	law := lawOf(s.Law)
	if law < 0 || len(s.Args) != laws[law].numbers {
		return refuse(&reckon.Expr{At: s.At}, "the %s is no law with its numbers", what)
	}
	return c.need(&reckon.Expr{Op: "call", Name: string(s.Law), Args: s.Args, At: s.At}, aNumber, 0, 3)
}
