package stability

import "reckon"

// smr is symmetric metarationality [howard1971]: as GMR, and the actor cannot
// escape: every improvement t ∈ R_i⁺(s) is met by some x ∈ R_{N−i}(t) with
// x ≾_i s and y ≾_i s for all y ∈ R_i(x). O(states × options) per actor and sweep.
func smr() solver {
	return solver{
		concept: reckon.SMR,
		table: func(c *Conflict, actor int, v lanes) {
			c.bestOwn(actor, v) // his last word at each x
			c.worstOthers(actor, v)
			c.atMostRank(actor, v)
		},
		reply: (*Conflict).EachMove,
		worth: lastWord,
	}
}
