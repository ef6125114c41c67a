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
		reply: (*Conflict).eachMove,
		worth: func(c *Conflict, actor int, x reckon.State) int32 {
			rank := c.players[actor].rank
			best := rank[x]
			c.eachMove(actor, x, func(y reckon.State) { best = max(best, rank[y]) })
			return best
		},
	}
}
