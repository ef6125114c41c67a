package dynamics

import (
	"fmt"
	"math"

	"reckon"
)

// Model is a case's measures as flat programs over slots, immutable and shared by
// any number of blocks. A slot is the place of one number a lane.
type Model struct {
	kase       *reckon.Case
	tables     []*table
	tableNames map[string]int32

	slots      int // how many there are
	names      map[string]int32
	time, year int32
	constants  []constant
	clock      bool // whether anything reads time() or year()

	fixed, start, present, record, next code
	heeds                               reckon.State // the options that the present is worked out from
	groups                              []group
	exprs                               [][]reckon.Expr // as given to Compile, by group
	stocks                              []stock
	draws                               []int32 // by measure, the slot of the uniform number of its start; 0 is none
	noises                              []int32 // by measure, that of its noise
	before                              []int32 // by measure that is worked out, what it was before the run; 0 is not stated
	memories                            []*memory
	pasts                               []*past
}

// constant is a slot that always holds one number.
type constant struct {
	slot int32
	k    float64
}

// group is a set of expressions that are worked out together, each to a slot.
type group struct {
	code  code
	slots []int32
}

// stock is a measure with its own slot and the shadow in which its next value is
// prepared; the two change places when all are.
type stock struct {
	measure      int32
	slot, shadow int32
}

// code is a program made ready to run.
type code []instr

// compiler holds what is needed while a case is compiled.
type compiler struct {
	kase     *reckon.Case
	model    *Model
	graph    *graph
	slots    map[string]int32
	tables   map[string]int32
	memories map[string]*memory
	tense    tense
	before   map[string]int32 // slots of what measures that are worked out were before the run

	start, present, record, next program
	groups                       []program
}

// Compile makes the measures of a case ready to run, and with them groups of
// further expressions over options, measures and parameters that Block.Eval works
// out: rates, conditions, effects, features. An expression that is not stated is
// yes. ever, first, count and at_end are not of a moment and are refused.
//
// A case that lang has passed compiles; one made by hand may meet an error: a name
// that is not declared, a yes or no where a number is wanted, measures that are
// worked out from each other. Cost: linear in the text.
func Compile(c *reckon.Case, groups ...[]reckon.Expr) (*Model, error) {
	k := &compiler{kase: c, graph: newGraph(len(c.Parameters)), slots: map[string]int32{}, tables: map[string]int32{}, memories: map[string]*memory{}, before: map[string]int32{}}
	k.model = &Model{kase: c, names: k.slots, tableNames: k.tables, exprs: groups}
	if err := k.declare(); err != nil {
		return nil, err
	}
	if err := k.checkAll(); err != nil {
		return nil, err
	}
	first, later, err := k.order()
	if err != nil {
		return nil, err
	}
	k.remember()
	k.lowerStart(first)
	k.lowerStep(later)
	k.lowerGroups()
	k.link()
	return k.model, nil
}

// slot makes room for one more number a lane.
func (c *compiler) slot() int32 {
	c.model.slots++
	return int32(c.model.slots - 1)
}

// declare gives every name its slot: parameters, then measures, then the clock.
func (c *compiler) declare() error {
	name := func(what, name string) error {
		if _, taken := c.slots[name]; taken {
			return fmt.Errorf("%s %s: the name is taken already", what, name)
		}
		c.slots[name] = c.slot()
		return nil
	}
	for i := range c.kase.Parameters {
		if err := name("parameter", c.kase.Parameters[i].Name); err != nil {
			return err
		}
	}
	for i := range c.kase.Measures {
		if err := name("measure", c.kase.Measures[i].Name); err != nil {
			return err
		}
	}
	c.model.time, c.model.year = c.slot(), c.slot()
	for i := range c.kase.Lookups {
		t, err := newTable(&c.kase.Lookups[i])
		if err != nil {
			return err
		}
		c.tables[c.kase.Lookups[i].Name] = int32(len(c.model.tables))
		c.model.tables = append(c.model.tables, t)
	}
	return nil
}

// checkAll checks every expression there is.
func (c *compiler) checkAll() error {
	for i := range c.kase.Measures {
		if err := c.checkMeasure(&c.kase.Measures[i]); err != nil {
			return fmt.Errorf("measure %s: %w", c.kase.Measures[i].Name, err)
		}
	}
	for _, exprs := range c.model.exprs {
		for i := range exprs {
			if exprs[i].Op == "" {
				continue
			}
			if _, err := c.check(&exprs[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *compiler) checkMeasure(m *reckon.Measure) error {
	if m.Is.Op != "" && (m.Next.Op != "" || m.Noise.Stated()) {
		return refuse(&m.Is, "what is worked out at every step has neither next nor noise")
	}
	if m.Low > m.High || m.Low != m.Low || m.High != m.High {
		return fmt.Errorf("%v: its bounds are %v and %v", m.At, m.Low, m.High)
	}
	for _, e := range []*reckon.Expr{&m.Is, &m.Next} {
		if e.Op == "" {
			continue
		}
		if s, err := c.check(e); err != nil || s != aNumber {
			return orElse(err, refuse(e, "yes or no where a number is wanted"))
		}
	}
	if m.Start.Stated() {
		if err := c.checkSpread(&m.Start, "start"); err != nil {
			return err
		}
	}
	if m.Noise.Stated() {
		return c.checkSpread(&m.Noise, "noise")
	}
	return nil
}

// lowerStart writes the program of the start: every measure from its start, or
// worked out, in an order in which each comes after what it reads.
func (c *compiler) lowerStart(order []int) {
	c.tense, c.graph.into = starting, &c.start
	n := len(c.kase.Measures)
	c.model.draws = make([]int32, n)
	c.model.before = make([]int32, n)
	for i := range c.kase.Measures {
		if m := &c.kase.Measures[i]; begun(m) {
			c.model.before[i] = c.slot()
			c.before[m.Name] = c.model.before[i]
		}
	}
	for _, i := range order {
		m := &c.kase.Measures[i%n]
		it := item{does: settleStart, measure: int32(i), slot: c.slots[m.Name]}
		switch {
		case i >= n:
			it.slot = c.before[m.Name]
			it.node = c.startOf(i-n, m)
		case m.Is.Op != "":
			it.does, it.node = settle, c.lower(&m.Is)
		default:
			it.node = c.startOf(i, m)
		}
		c.start.items = append(c.start.items, it)
	}
	for _, m := range c.model.memories {
		c.keepStart(m)
	}
	c.tense = running
	c.graph.forget(0)
}

// startOf is the node of the start of a measure.
func (c *compiler) startOf(i int, m *reckon.Measure) int32 {
	switch {
	case m.Start.Uncertain():
		c.model.draws[i] = c.slot()
		return c.spread(&m.Start, c.model.draws[i])
	case m.Start.Stated():
		return c.lower(&m.Start.Args[0])
	}
	return c.graph.constant(math.NaN())
}

// lowerStep writes the programs of a step: what is worked out, what is remembered,
// and what comes next.
func (c *compiler) lowerStep(order []int) {
	c.graph.into = &c.present
	for _, i := range order {
		m := &c.kase.Measures[i]
		c.present.items = append(c.present.items, item{does: settle, node: c.lower(&m.Is), measure: int32(i), slot: c.slots[m.Name]})
	}
	shared := len(c.graph.trail)
	c.graph.into = &c.record
	c.keepAll()
	c.graph.forget(shared)
	c.graph.into = &c.next
	c.model.noises = make([]int32, len(c.kase.Measures))
	var settles []item
	for i := range c.kase.Measures {
		m := &c.kase.Measures[i]
		if m.Is.Op == "" && (m.Next.Op != "" || m.Noise.Stated()) {
			settles = append(settles, c.lowerNext(int32(i), m))
		}
	}
	c.next.items = append(c.next.items, settles...)
	c.graph.forget(0)
}

// lowerNext writes what one stock becomes.
func (c *compiler) lowerNext(i int32, m *reckon.Measure) item {
	slot := c.slots[m.Name]
	it := item{does: settle, measure: i, slot: c.slot()}
	c.model.stocks = append(c.model.stocks, stock{i, slot, it.slot})
	if m.Next.Op != "" {
		it.node = c.lower(&m.Next)
	} else {
		it.node = c.slotNode(slot)
	}
	if m.Noise.Stated() {
		if m.Noise.Uncertain() {
			c.model.noises[i] = c.slot()
		}
		it.does, it.noise = settleNoise, c.spread(&m.Noise, c.model.noises[i])
	}
	return it
}

func (c *compiler) lowerGroups() {
	c.groups = make([]program, len(c.model.exprs))
	for i, exprs := range c.model.exprs {
		p := &c.groups[i]
		c.graph.into = p
		slots := make([]int32, len(exprs))
		for j := range exprs {
			slots[j] = c.slot()
			p.items = append(p.items, item{does: keep, node: c.lower(&exprs[j]), slot: slots[j]})
		}
		c.model.groups = append(c.model.groups, group{slots: slots})
		c.graph.forget(0)
	}
}
