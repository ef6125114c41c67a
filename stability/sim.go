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
