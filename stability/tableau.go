package stability

import (
	"math/bits"

	"reckon"
)

// tableau is the stability analysis of [fraserhipel1984] in its own order. First
// every actor is judged by SEQ. Then a state that is unstable for two or more
// actors is looked at once more: an actor's unsanctioned improvement t from s is
// sanctioned after all when some of the others, each by an unsanctioned
// improvement t_j of his own from s, taken at the same moment, turn it into a
// state p = t + Σ t_j − (m−1)·s that is feasible and not preferred by him to s. s
// is stable for him when this meets every improvement that SEQ does not.
//
// Where the book leaves room: any of the others may join in, not only all of
// them; improvements that SEQ sanctions are not made and so take no part; an
// infeasible p sanctions nothing. Unlike SIM it can only add to SEQ.
// Cost: SEQ, and per state unstable for several the product of the others'
// numbers of unsanctioned improvements.
func tableau() solver {
	return solver{
		concept: reckon.Tableau,
		move: func(c *Conflict, actor int, from, to reckon.State) int32 {
			worst := c.securities(actor, reckon.SEQ).at(to)
			if int(worst) > c.Rank(actor, from) {
				c.combined(actor, from, c.eachUnsanctioned, func(change reckon.State, _ []Step) bool {
					if x := to ^ change; c.feasible.Has(x) {
						worst = min(worst, int32(c.Rank(actor, x)))
					}
					return worst > 0
				})
			}
			return worst
		},
		stable: (*Conflict).stableTableau,
		answer: func(c *Conflict, actor int, from, to reckon.State) Answer {
			if int(c.securities(actor, reckon.SEQ).at(to)) <= c.Rank(actor, from) {
				return c.sanction(seq(), actor, from, to)
			}
			return c.harmed(actor, from, to, c.eachUnsanctioned)
		},
	}
}

// eachUnsanctioned calls f on the actor's improvements from s that SEQ leaves
// without sanction.
func (c *Conflict) eachUnsanctioned(actor int, s reckon.State, f func(reckon.State)) {
	security := c.securities(actor, reckon.SEQ)
	c.EachMove(actor, s, func(t reckon.State) {
		if int(security.at(t)) > c.Rank(actor, s) {
			f(t)
		}
	})
}

// stableTableau corrects SEQ in the states that are unstable for more than one.
func (c *Conflict) stableTableau(actors []int) []*Set {
	all := everyone(len(c.players))
	solved := c.solve(all, []reckon.Concept{reckon.SEQ})
	once, twice := c.Nothing(), c.Nothing()
	unstable := make([]*Set, len(all))
	for _, i := range all {
		c.securities(i, reckon.SEQ) // before workers share them
		unstable[i] = c.feasible.Clone().Drop(solved.Stable(reckon.SEQ, i))
		twice.Join(unstable[i].Clone().Keep(once))
		once.Join(unstable[i])
	}
	sets := make([]*Set, len(c.players))
	for _, i := range actors {
		sets[i] = solved.Stable(reckon.SEQ, i).Clone()
	}
	least := c.leastFor(actors)
	c.eachBlock(func(from, to int) {
		m := newMerger(c, least)
		for block := from; block < to; block++ {
			for w := twice.words[block]; w != 0; w &= w - 1 {
				s := reckon.State(block<<6 | bits.TrailingZeros64(w))
				m.unsanctioned(s, unstable)
				for _, i := range actors {
					if unstable[i].Has(s) && m.stable(i) {
						sets[i].add(s)
					}
				}
			}
		}
	})
	return sets
}

// unsanctioned is at with only those improvements that SEQ leaves without sanction.
func (m *merger) unsanctioned(s reckon.State, unstable []*Set) {
	m.s = uint32(s)
	for i := range unstable {
		m.better[i] = m.better[i][:0]
		if unstable[i].Has(s) {
			m.c.eachUnsanctioned(i, s, func(t reckon.State) { m.better[i] = append(m.better[i], uint32(t)) })
		}
	}
}
