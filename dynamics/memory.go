package dynamics

import "reckon"

// memory is one thing that a run remembers of an expression x. All memories are of
// values as they stood at whole steps: after Start or Step, before what then
// happened within the step.
type memory struct {
	call *reckon.Expr // previous, delay, smooth or initial
	x    *reckon.Expr
	slot int32 // what is remembered now
	// smooth: what the slot will hold at the next step; the two change places.
	pending int32
	// previous and delay: how many steps ago, of what past.
	back int
	past *past
}

// tense is when an expression is worked out.
type tense uint8

const (
	running    tense = iota
	starting         // at the start, where nothing is past yet
	beforehand       // before it: as at the start, but for measures that say what they were
)

// tenseOf is when the argument of a memory is worked out for the start.
func tenseOf(function string) tense {
	if function == "initial" {
		return starting
	}
	return beforehand
}

// begun reports whether a measure that is worked out says what it was before the
// run.
func begun(m *reckon.Measure) bool { return m.Is.Op != "" && m.Start.Stated() }

// past is the values of an expression at the latest steps, as many as the longest
// delay of it wants.
type past struct {
	index  int   // into Model.pasts
	depth  int   // how many steps back
	slot   int32 // where the present value goes
	before int32 // what it was before the run
}

// remember finds what runs must remember.
func (c *compiler) remember() {
	pasts := map[string]*past{}
	each := func(e *reckon.Expr) {
		if e.Op == "" {
			return
		}
		e.Walk(func(x *reckon.Expr) {
			if x.Op == "call" && remembers(x.Name) && c.memories[c.text(x)] == nil {
				c.model.memories = append(c.model.memories, c.newMemory(x, pasts))
			}
		})
	}
	for i := range c.kase.Measures {
		m := &c.kase.Measures[i]
		each(&m.Is)
		each(&m.Next)
		for j := range m.Noise.Args {
			each(&m.Noise.Args[j])
		}
	}
	for _, exprs := range c.model.exprs {
		for i := range exprs {
			each(&exprs[i])
		}
	}
}

// remembers reports whether a function reads the past.
func remembers(function string) bool {
	switch function {
	case "previous", "delay", "smooth", "initial":
		return true
	}
	return false
}

func (c *compiler) newMemory(e *reckon.Expr, pasts map[string]*past) *memory {
	m := &memory{call: e, x: &e.Args[0], slot: c.slot(), back: 1}
	c.memories[c.text(e)] = m
	switch e.Name {
	case "smooth":
		m.pending = c.slot()
	case "delay", "previous":
		if e.Name == "delay" {
			m.back = int(e.Args[1].Number)
		}
		key := c.text(m.x)
		if pasts[key] == nil {
			pasts[key] = &past{index: len(c.model.pasts), slot: c.slot(), before: c.slot()}
			c.model.pasts = append(c.model.pasts, pasts[key])
		}
		m.past = pasts[key]
		m.past.depth = max(m.past.depth, m.back)
	}
	return m
}

// keepStart writes what is remembered when a run starts.
func (c *compiler) keepStart(m *memory) {
	to := m.slot
	if m.past != nil {
		to = m.past.before
	}
	c.start.items = append(c.start.items, item{does: keep, node: c.lowerPast(m.call), slot: to})
}

// keepAll writes what is put away at every step.
func (c *compiler) keepAll() {
	written := map[*past]bool{}
	for _, m := range c.model.memories {
		switch {
		case m.pending != 0:
			s, x := c.slotNode(m.slot), c.lower(m.x)
			change := c.graph.two(opDiv, c.graph.two(opSub, x, s), c.lower(&m.call.Args[1]))
			c.record.items = append(c.record.items, item{does: keep, node: c.graph.two(opAdd, s, change), slot: m.pending})
		case m.past != nil && !written[m.past]:
			written[m.past] = true
			c.record.items = append(c.record.items, item{does: keep, node: c.lower(m.x), slot: m.past.slot})
		}
	}
}
