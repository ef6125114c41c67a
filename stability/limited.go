package stability

import "reckon"

// limited is limited-move stability L_h [kilgour1985] [fang1993]: every actor looks
// h moves ahead. To move at s with h moves left, j foresees for each q ∈ R_j(s)
// where play ends that goes on from q with h−1 moves left and another actor to
// move; he takes the best of his moves if it ends strictly better for him than
// s, and else stays, which ends play at s. s is L_h stable for i iff he stays
// there with h moves left. L_1 is Nash.
//
// The literature defines this for two actors and strict orders. Where several
// others could move next, or a mover likes several moves best, the anticipation
// here is the set of all that may follow, and every actor judges it by what is
// worst for him; reckon.Concept.Assumes says so. A move may therefore pay that is
// no improvement, and security may exceed the rank of where a move leads.
//
// With W_g[i][j][s] the worst rank for i of what may follow when j is to move at s
// with g moves left, W_g needs only W_{g−1}: O(actors² × states × own options) a
// level, one small number × actors² × states a level kept; actors who can never
// move are left out.
func limited(h int) solver {
	return solver{
		concept: reckon.Limited(h),
		table: func(c *Conflict, actor int, v lanes) {
			o := c.foresight().outlook(h-1, actor)
			c.feasible.each(func(s reckon.State) { v.set(s, o.after(actor, s)) })
		},
		stable: func(c *Conflict, actors []int) []*Set { return c.stableAhead(reckon.Limited(h), actors) },
	}
}

// nm is non-myopic stability [bramswittman1981] [kilgour1984]: s is stable iff it is
// L_h stable for all h from some h on. Levels are computed until all their
// tables repeat; from then on they go round, so the security of a move is the
// best that it has anywhere in the round. Cost: that of L_h for the h at which
// they repeat, a dozen in most conflicts; see Conflict.Refuses.
func nm() solver {
	return solver{
		concept: reckon.NM,
		table: func(c *Conflict, actor int, v lanes) {
			f := c.foresight()
			if !f.repeat() {
				panic("stability: NM where Refuses refuses it")
			}
			c.feasible.each(func(s reckon.State) { v.set(s, 0) })
			for g := f.from; g < f.from+f.period; g++ {
				o := f.outlook(g, actor)
				c.feasible.each(func(s reckon.State) { v.set(s, max(v.at(s), o.after(actor, s))) })
			}
		},
		stable: func(c *Conflict, actors []int) []*Set { return c.stableAhead(reckon.NM, actors) },
	}
}

// stableAhead returns, for each of the actors, the states stable for him: where
// none of his moves, staying not being one, is worth more than where he is.
func (c *Conflict) stableAhead(concept reckon.Concept, actors []int) []*Set {
	sets := make([]*Set, len(c.players))
	tables := make([]lanes, len(c.players))
	for _, i := range actors {
		tables[i] = c.securities(i, concept)
	}
	c.each(len(actors), func(_, k int) {
		i := actors[k]
		at, best := make([]uint64, 1<<c.options), make([]uint64, 1<<c.options)
		c.feasible.each(func(q reckon.State) { at[q] = uint64(tables[i].at(q) + 1) })
		c.players[i].bestMoves(at, best)
		sets[i] = c.Nothing()
		c.feasible.each(func(s reckon.State) {
			if best[s] <= uint64(c.Rank(i, s)+1) {
				sets[i].add(s)
			}
		})
	})
	return sets
}
