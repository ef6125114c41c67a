package stability

import "reckon"

// sseq is symmetric sequential stability [rego2017]: as SEQ, and the actor cannot
// escape: every improvement t ∈ R_i⁺(s) is met by some x ∈ R⁺_{N−i}(t) with
// x ≾_i s and y ≾_i s for all y ∈ R_i(x), his own moves whether they serve him or
// not. It lies between Nash and what is stable under both SEQ and SMR. Cost as SEQ
// and one pass per own option.
func sseq() solver {
	return solver{
		concept: reckon.SSEQ,
		table: func(c *Conflict, actor int, v lanes) {
			c.bestOwn(actor, v) // his last word at each x
			c.worstImproving(actor, v)
			c.atMostRank(actor, v)
		},
		reply: (*Conflict).eachImprovement,
		worth: lastWord,
	}
}

// lastWord is the worth of a state to an actor who may still move from it.
func lastWord(c *Conflict, actor int, x reckon.State) int32 {
	best := c.Rank(actor, x)
	c.EachMove(actor, x, func(y reckon.State) { best = max(best, c.Rank(actor, y)) })
	return int32(best)
}

// atMostRank lowers v to the actor's ranks.
func (c *Conflict) atMostRank(actor int, v lanes) {
	rank := c.players[actor].rank
	top, down := v.top(), v.width()-1
	for k, x := range rank.words {
		v.words[k] = lesser(v.words[k], x&^top, top, down)
	}
}
