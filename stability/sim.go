package stability

import "reckon"

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
			worst := rank[to]
			c.together(actor, from, func(change reckon.State, _ []Step) bool {
				if x := to ^ change; c.feasible.Has(x) {
					worst = min(worst, rank[x])
				}
				return worst > 0
			})
			return worst
		},
		stable: (*Conflict).stableTogether,
		answer: func(c *Conflict, actor int, from, to reckon.State) (path []Step, sanction reckon.State) {
			rank := c.players[actor].rank
			c.together(actor, from, func(change reckon.State, steps []Step) bool {
				x := to ^ change
				if c.feasible.Has(x) && rank[x] <= rank[from] {
					path, sanction = append([]Step(nil), steps...), x
				}
				return path == nil
			})
			return path, sanction
		},
	}
}

// together calls f with every combination of simultaneous improvements of the
// others from s, as the options they change and as steps, until f returns false.
func (c *Conflict) together(actor int, s reckon.State, f func(reckon.State, []Step) bool) {
	var movers []int
	var targets [][]reckon.State
	for j := range c.players {
		if j == actor {
			continue
		}
		var list []reckon.State
		c.eachImprovement(j, s, func(t reckon.State) { list = append(list, t) })
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

// stableTogether returns the states SIM stable for the actor: it looks for one
// harmful combination per improvement instead of the worst one.
func (c *Conflict) stableTogether(actor int) *Set {
	stable := newSet(c.options)
	m := merger{c: c, rank: c.players[actor].rank}
	var better []reckon.State
	changes := make([][]reckon.State, len(c.players))
	c.feasible.each(func(s reckon.State) {
		better = c.changes(better[:0], actor, s)
		m.others, m.limit = m.others[:0], m.rank[s]
		for j := range c.players {
			if j != actor && len(better) > 0 {
				if changes[j] = c.changes(changes[j][:0], j, s); len(changes[j]) > 0 {
					m.others = append(m.others, changes[j])
				}
			}
		}
		for _, d := range better {
			if !m.harms(0, s^d) {
				return
			}
		}
		stable.add(s)
	})
	return stable
}

// changes appends the options changed by each improvement of the actor from s.
func (c *Conflict) changes(list []reckon.State, actor int, s reckon.State) []reckon.State {
	c.eachImprovement(actor, s, func(t reckon.State) { list = append(list, s^t) })
	return list
}

// merger searches combinations of the others' improvements.
type merger struct {
	c      *Conflict
	rank   []int32
	limit  int32
	others [][]reckon.State // per mover, the options each of his improvements changes
}

// harms reports whether the movers from k on can turn x into a feasible state
// ranked at most limit.
func (m *merger) harms(k int, x reckon.State) bool {
	if k == len(m.others) {
		return m.rank[x] <= m.limit && m.c.feasible.Has(x)
	}
	if m.harms(k+1, x) {
		return true
	}
	for _, d := range m.others[k] {
		if m.harms(k+1, x^d) {
			return true
		}
	}
	return false
}
