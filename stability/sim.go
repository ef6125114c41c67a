package stability

import (
	"cmp"
	"math"
	"math/bits"
	"slices"

	"reckon"
)

// sim is simultaneous stability per actor [fraserhipel1984]: s is stable for i
// iff for every improvement t ∈ R_i⁺(s) there are improvements (or staying) of
// the others from s itself, taken at the same moment, such that the merged
// state, each mover's options as he sets them, is feasible and ≾_i s. This is
// the per-actor concept; the tableau of 1984 applies SIM only as a last
// correction to states unstable for two or more actors.
// Cost per move: the product of the others' numbers of improvements.
func sim() solver {
	return solver{
		concept: reckon.SIM,
		move: func(c *Conflict, actor int, from, to reckon.State) int32 {
			rank := c.players[actor].rank
			worst := rank.at(to)
			c.combined(actor, from, c.eachImprovement, func(change reckon.State, _ []Step) bool {
				if x := to ^ change; c.feasible.Has(x) {
					worst = min(worst, rank.at(x))
				}
				return worst > 0
			})
			return worst
		},
		stable: (*Conflict).stableTogether,
		answer: func(c *Conflict, actor int, from, to reckon.State) Answer {
			return c.harmed(actor, from, to, c.eachImprovement)
		},
	}
}

// harmed looks for moves of the others from s, out of those that each lists, that
// together with the actor's move to a state leave him no better off than at s.
// Without any the answer has no path.
func (c *Conflict) harmed(actor int, s, to reckon.State, each func(int, reckon.State, func(reckon.State))) Answer {
	a := Answer{To: to, Together: true}
	c.combined(actor, s, each, func(change reckon.State, steps []Step) bool {
		x := to ^ change
		if c.feasible.Has(x) && c.Rank(actor, x) <= c.Rank(actor, s) {
			a.Path, a.Sanction = slices.Clone(steps), x
		}
		return a.Path == nil
	})
	return a
}

// combined calls f with every combination of simultaneous moves of the others from
// s, out of those that each lists, as the options they change and as steps, until
// f returns false.
func (c *Conflict) combined(actor int, s reckon.State, each func(int, reckon.State, func(reckon.State)), f func(reckon.State, []Step) bool) {
	var movers []int
	var targets [][]reckon.State
	for j := range c.players {
		if j == actor {
			continue
		}
		var list []reckon.State
		each(j, s, func(t reckon.State) { list = append(list, t) })
		if list != nil {
			movers, targets = append(movers, j), append(targets, list)
		}
	}
	var steps []Step
	var visit func(k int, change reckon.State) bool
	visit = func(k int, change reckon.State) bool {
		if k == len(movers) {
			return f(change, steps)
		}
		if !visit(k+1, change) {
			return false
		}
		for _, t := range targets[k] {
			steps = append(steps, Step{movers[k], t})
			more := visit(k+1, change^s^t)
			steps = steps[:len(steps)-1]
			if !more {
				return false
			}
		}
		return true
	}
	visit(0, 0)
}

// stableTogether returns, for each of the actors, the states SIM stable for him.
// It looks for one harmful combination per improvement instead of the worst one,
// in blocks of states that are decided side by side.
func (c *Conflict) stableTogether(actors []int) []*Set {
	c.sortFibres(-1)
	sets := make([]*Set, len(c.players))
	for _, i := range actors {
		sets[i] = newSet(c.options)
	}
	least := c.leastFor(actors)
	c.eachBlock(func(from, to int) {
		m := newMerger(c, least)
		for block := from; block < to; block++ {
			for w := c.feasible.words[block]; w != 0; w &= w - 1 {
				s := reckon.State(block<<6 | bits.TrailingZeros64(w))
				m.at(s)
				for _, i := range actors {
					if m.stable(i) {
						sets[i].add(s)
					}
				}
			}
		}
	})
	return sets
}

// leastFor returns, by actor and setting of his own options, the lowest of his
// ranks at feasible states that have it: no answer can do worse to him than that.
func (c *Conflict) leastFor(actors []int) [][]int32 {
	least := make([][]int32, len(c.players))
	for _, i := range actors {
		p := &c.players[i]
		own := newPacker(p.own)
		least[i] = slices.Repeat([]int32{math.MaxInt32}, 1<<bits.OnesCount64(uint64(p.own)))
		c.feasible.each(func(s reckon.State) {
			k := own.pack(s)
			least[i][k] = min(least[i][k], p.rank.at(s))
		})
	}
	return least
}

// merger decides one state after another, for all actors.
type merger struct {
	c      *Conflict
	own    []packer  // by actor
	least  [][]int32 // by actor; see leastFor
	s      uint32
	better [][]uint32 // by actor: his improvements from s, best first within a fibre
	others [][]uint32 // of better, those of the actors who answer
	rank   lanes      // of the actor who is answered
	limit  int32
	found  uint32 // the options changed by the last harmful combination
}

func newMerger(c *Conflict, least [][]int32) *merger {
	m := &merger{c: c, least: least, better: make([][]uint32, len(c.players))}
	for i := range c.players {
		m.own = append(m.own, newPacker(c.players[i].own))
	}
	return m
}

func (m *merger) at(s reckon.State) {
	m.s = uint32(s)
	for i := range m.c.players {
		p := &m.c.players[i]
		if p.own != 0 {
			m.better[i] = p.improvements(s, m.better[i][:0])
		}
	}
}

// stable reports whether every improvement of the actor is sanctioned. The best
// is tried first, being the hardest to harm, with what harmed the one before.
func (m *merger) stable(actor int) bool {
	better := m.better[actor]
	if len(better) == 0 {
		return true
	}
	m.rank = m.c.players[actor].rank
	m.limit, m.found, m.others = m.rank.at(reckon.State(m.s)), 0, m.others[:0]
	for j, list := range m.better {
		if j != actor && len(list) > 0 {
			m.others = append(m.others, list)
		}
	}
	slices.SortFunc(m.others, func(a, b []uint32) int { return cmp.Compare(len(a), len(b)) }) // the innermost loop is the longest
	for _, t := range better {
		if m.found != 0 && m.harm(t^m.found) {
			continue
		}
		m.found = 0 // harms adds to it
		if m.least[actor][m.own[actor].pack(reckon.State(t))] > m.limit || !m.harms(0, t) {
			return false
		}
	}
	return true
}

// harm reports whether x is feasible and at most as good as s.
func (m *merger) harm(x uint32) bool {
	return m.rank.at(reckon.State(x)) <= m.limit && m.c.feasible.Has(reckon.State(x))
}

// harms reports whether the movers from k on, or any of them, can turn x into a
// state that harms, and remembers how.
func (m *merger) harms(k int, x uint32) bool {
	if m.harm(x) {
		return true
	}
	for ; k < len(m.others); k++ {
		last := k+1 == len(m.others)
		for _, t := range m.others[k] {
			y := x ^ m.s ^ t
			if last && m.rank.at(reckon.State(y)) > m.limit {
				continue
			}
			if m.harms(k+1, y) {
				m.found |= m.s ^ t
				return true
			}
		}
	}
	return false
}
