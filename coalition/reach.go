package coalition

import (
	"cmp"
	"slices"

	"reckon"
)

// graph is a directed graph on states whose edges come in kinds: kind k leads
// from s to those of out(s, k) that keep accepts.
type graph struct {
	kinds int
	out   func(s reckon.State, k int) []reckon.State
	keep  func(s reckon.State, k int, t reckon.State) bool // nil: all
}

// reach is a graph folded into its strongly connected pieces: within a piece
// every state leads to every other. Pieces are numbered so that each leads to
// lower ones only.
type reach struct {
	piece  []int32 // by state; -1 where infeasible
	states [][]reckon.State
	next   [][]int32 // the pieces that it leads to, short of those that others of them lead to
	stamp  []int32   // scratch of ahead
	round  int32
}

// ahead calls f on the states of the piece and of all pieces it leads to, until
// f returns false.
func (r *reach) ahead(piece int32, f func(reckon.State) bool) {
	if r.stamp == nil {
		r.stamp = make([]int32, len(r.states))
	}
	r.round++
	stack := []int32{piece}
	r.stamp[piece] = r.round
	for len(stack) > 0 {
		p := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		for _, s := range r.states[p] {
			if !f(s) {
				return
			}
		}
		for _, n := range r.next[p] {
			if r.stamp[n] != r.round {
				r.stamp[n] = r.round
				stack = append(stack, n)
			}
		}
	}
}

// least returns for each state the least value among it and the states it leads to.
func (r *reach) least(value []int32) []int32 {
	return r.fold(value, func(a, b int32) int32 { return min(a, b) })
}

// most returns for each state the greatest value among it and the states it leads to.
func (r *reach) most(value []int32) []int32 {
	return r.fold(value, func(a, b int32) int32 { return max(a, b) })
}

func (r *reach) fold(value []int32, join func(a, b int32) int32) []int32 {
	whole := make([]int32, len(r.states))
	found := make([]int32, len(value))
	for p, states := range r.states {
		v := value[states[0]]
		for _, s := range states {
			v = join(v, value[s])
		}
		for _, n := range r.next[p] {
			v = join(v, whole[n])
		}
		whole[p] = v
		for _, s := range states {
			found[s] = v
		}
	}
	return found
}

// condense folds a graph into its pieces by the algorithm of [tarjan1972],
// without recursion. Cost: every edge twice.
func condense(options int, feasible []reckon.State, g graph) *reach {
	size := 1 << options
	c := condenser{graph: g, r: &reach{piece: make([]int32, size)}, index: make([]int32, size), low: make([]int32, size)}
	for s := range c.r.piece {
		c.r.piece[s] = -1
	}
	for _, s := range feasible {
		if c.index[s] == 0 {
			c.visit(s)
		}
	}
	return c.r
}

type condenser struct {
	graph
	r          *reach
	index, low []int32 // by state; index 0 is not yet visited
	visited    int32
	open       []reckon.State // visited, not yet in a piece
	frames     []frame
	last       []int32 // by piece: the last piece that noted it as next, plus one
	spared     []int32 // by piece: the last round in which another led to it
	rounds     int32
}

// frame is a state being visited: where in its edges the walk stands.
type frame struct {
	at   reckon.State
	kind int // of the list, plus one
	list []reckon.State
}

func (c *condenser) push(s reckon.State) {
	c.visited++
	c.index[s], c.low[s] = c.visited, c.visited
	c.open = append(c.open, s)
	c.frames = append(c.frames, frame{at: s})
}

func (c *condenser) visit(root reckon.State) {
	c.push(root)
	for len(c.frames) > 0 {
		f := &c.frames[len(c.frames)-1]
		t, ok := c.step(f)
		switch {
		case !ok:
			c.leave(f.at)
		case c.index[t] == 0:
			c.push(t)
		case c.r.piece[t] < 0:
			c.low[f.at] = min(c.low[f.at], c.index[t])
		}
	}
}

// step returns the next edge out of the frame's state.
func (c *condenser) step(f *frame) (reckon.State, bool) {
	for {
		for len(f.list) > 0 {
			t := f.list[0]
			f.list = f.list[1:]
			if c.keep == nil || c.keep(f.at, f.kind-1, t) {
				return t, true
			}
		}
		if f.kind == c.kinds {
			return 0, false
		}
		f.list = c.out(f.at, f.kind)
		f.kind++
	}
}

// leave closes the state on top of the walk, and its piece when it began one.
func (c *condenser) leave(s reckon.State) {
	c.frames = c.frames[:len(c.frames)-1]
	if n := len(c.frames); n > 0 {
		under := c.frames[n-1].at
		c.low[under] = min(c.low[under], c.low[s])
	}
	if c.low[s] != c.index[s] {
		return
	}
	begin := len(c.open) - 1
	for c.open[begin] != s {
		begin--
	}
	states := slices.Clone(c.open[begin:])
	c.open = c.open[:begin]
	slices.Sort(states)
	me := int32(len(c.r.states))
	for _, x := range states {
		c.r.piece[x] = me
	}
	c.r.states = append(c.r.states, states)
	c.last, c.spared = append(c.last, me+1), append(c.spared, 0)
	var next []int32
	for _, x := range states {
		f := frame{at: x}
		for t, ok := c.step(&f); ok; t, ok = c.step(&f) {
			if p := c.r.piece[t]; c.last[p] != me+1 {
				c.last[p] = me + 1
				next = append(next, p)
			}
		}
	}
	c.r.next = append(c.r.next, c.spare(next))
}

// spare drops from the next pieces those that another of them leads to directly.
func (c *condenser) spare(next []int32) []int32 {
	slices.SortFunc(next, func(p, q int32) int { return cmp.Compare(q, p) })
	c.rounds++
	return slices.DeleteFunc(next, func(p int32) bool {
		for _, n := range c.r.next[p] {
			c.spared[n] = c.rounds
		}
		return c.spared[p] == c.rounds
	})
}
