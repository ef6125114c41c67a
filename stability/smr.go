package stability

import "reckon"

// smr is symmetric metarationality [howard1971]: as GMR, and the actor cannot
// escape: every improvement t ∈ R_i⁺(s) is met by some x ∈ R_{N−i}(t) with
// x ≾_i s and y ≾_i s for all y ∈ R_i(x). O(states × options) per actor and sweep.
func smr() solver {
	return solver{
		concept: reckon.SMR,
		table: func(c *Conflict, actor int, v []int32) {
			rank := c.players[actor].rank
			c.bestOwn(actor, v) // his last word at each x
			c.worstOthers(actor, v)
			for s := range v {
				v[s] = min(v[s], rank[s])
			}
		},
		answer: func(c *Conflict, actor int, from, to reckon.State) ([]Step, reckon.State) {
			rank := c.players[actor].rank
			return c.sanction(actor, to, c.eachMove, func(x reckon.State) bool {
				held := rank[x] <= rank[from]
				if held {
					c.eachMove(actor, x, func(y reckon.State) { held = held && rank[y] <= rank[from] })
				}
				return held
			})
		},
	}
}
