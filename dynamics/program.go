package dynamics

import (
	"slices"

	"reckon"
)

// program is a list of items in the order in which they run.
type program struct{ items []item }

// does says what an item does beside working out its node.
type does uint8

const (
	workOut     does = iota
	keep             // put the node into a slot
	settle           // put the node, held within bounds, into a measure's slot
	settleNoise      // the same of the sum of node and noise
	settleStart      // the same, unless it has been observed
)

// item is one thing that a program does.
type item struct {
	does        does
	node, noise int32
	measure     int32 // counted on beyond the last measure: what one was before the run
	slot        int32
}

// linker turns programs into code: it fuses nodes into instructions and gives
// every value a slot.
type linker struct {
	*compiler
	uses   []int32 // by node, how often it is read
	taken  []bool  // by node, whether an instruction of another has taken it in
	place  []int32 // by node, its slot; -1 is none yet
	free   []int32 // slots that hold nothing any more
	expire []int32 // by node, the last instruction that reads it
}

// link makes code of all programs. Values of the present are still there when the
// next ones are worked out, so these programs share one allocation; groups and
// the start run in between and keep off the slots that are then full.
func (c *compiler) link() {
	n := len(c.graph.nodes)
	l := &linker{compiler: c, uses: make([]int32, n), taken: make([]bool, n), place: make([]int32, n), expire: make([]int32, n)}
	all := []*program{&c.graph.fixed, &c.start, &c.present, &c.record, &c.next}
	for i := range c.groups {
		all = append(all, &c.groups[i])
	}
	for i := range l.place {
		l.place[i] = -1
	}
	for _, p := range slices.Backward(all) {
		l.count(p)
	}
	steps := make([][]step, len(all))
	for i, p := range all {
		steps[i] = l.fuse(p)
	}
	m := c.model
	m.fixed = l.allot(steps[:1], true)[0]
	cycle := l.allot(steps[2:5], false)
	m.present, m.record, m.next = cycle[0], cycle[1], cycle[2]
	l.keepOff(steps[2], steps[4])
	m.start = l.allot(steps[1:2], false)[0]
	for i := range c.groups {
		m.groups[i].code = l.allot(steps[5+i:6+i], false)[0]
	}
	m.heeds = optionsOf(m.present)
}

// optionsOf are the options that a program reads.
func optionsOf(c code) reckon.State {
	var s reckon.State
	for i := range c {
		if c[i].op == opOption {
			s |= 1 << uint(c[i].aux)
		}
	}
	return s
}

// count counts how often the nodes of a program are read, by what is itself read.
// What reads a program must be counted before it.
func (l *linker) count(p *program) {
	for i := len(p.items) - 1; i >= 0; i-- {
		it := &p.items[i]
		switch {
		case it.does != workOut:
			l.uses[it.node]++
			l.uses[it.noise]++
		case l.uses[it.node] > 0:
			for _, a := range l.graph.nodes[it.node].args {
				l.uses[a]++
			}
		}
	}
}

// allot gives the values of programs that run one after another their slots, and
// takes a slot back after the last reading. Values of fixed code stay for good.
func (l *linker) allot(programs [][]step, forGood bool) []code {
	at := int32(0)
	for _, steps := range programs {
		for i := range steps {
			for _, a := range steps[i].args {
				l.expire[a] = at
			}
			at++
		}
	}
	at = 0
	var codes []code
	for _, steps := range programs {
		var c code
		for i := range steps {
			c = append(c, l.seat(&steps[i], at, forGood))
			at++
		}
		codes = append(codes, c)
	}
	return codes
}

// seat gives one step its slots.
func (l *linker) seat(s *step, at int32, forGood bool) instr {
	in := instr{op: s.op, k: s.k, l: s.l, aux: s.aux, run: kernels[s.op]}
	slots := [4]*int32{&in.a, &in.b, &in.c, &in.e}
	for i, a := range s.args {
		if a != 0 {
			*slots[i] = l.placeOf(a)
		}
	}
	if !forGood {
		for i, a := range s.args {
			if a != 0 && l.temporary(a) && l.expire[a] == at && !slices.Contains(s.args[:i], a) {
				l.free = append(l.free, l.place[a])
			}
		}
	}
	switch {
	case s.into >= 0:
		in.d = s.into
	case !forGood && len(l.free) > 0:
		in.d, l.free = l.free[len(l.free)-1], l.free[:len(l.free)-1]
	default:
		in.d = l.slot()
	}
	if s.into < 0 {
		l.place[s.node] = in.d
	}
	return in
}

// temporary reports whether a node's slot may be given to others.
func (l *linker) temporary(id int32) bool {
	n := &l.graph.nodes[id]
	return n.op != opConst && n.op != opSlot && l.graph.spans[id] == moment
}

// placeOf returns the slot that a node's value stands in.
func (l *linker) placeOf(id int32) int32 {
	n := &l.graph.nodes[id]
	switch {
	case n.op == opSlot:
		return n.aux
	case n.op == opConst && l.place[id] < 0:
		k, _ := l.graph.number(id)
		l.place[id] = l.slot()
		l.model.constants = append(l.model.constants, constant{l.place[id], k})
	}
	if l.place[id] < 0 {
		panic("dynamics: a value is read before it is worked out")
	}
	return l.place[id]
}

// keepOff takes the slots of values of the present that the next ones read off
// the list of free ones.
func (l *linker) keepOff(present, next []step) {
	kept := map[int32]bool{}
	for i := range present {
		if present[i].into >= 0 {
			continue
		}
		for j := range next {
			if slices.Contains(next[j].args[:], present[i].node) {
				kept[l.place[present[i].node]] = true
			}
		}
	}
	free := l.free[:0]
	for _, s := range l.free {
		if !kept[s] {
			free = append(free, s)
		}
	}
	l.free = free
}
