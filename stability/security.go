package stability

import (
	"slices"

	"reckon"
)

// Security returns the rank, for the actor, of the worst state behind a legal
// move of his from one state to another under the concept; at most Rank(to).
// The first call for an actor and concept computes a table over all states and
// keeps it; SIM has none and costs the product of the others' improvements.
func (c *Conflict) Security(actor int, concept reckon.Concept, from, to reckon.State) int {
	s := solverOf(concept)
	if s.table == nil {
		return int(s.move(c, actor, from, to))
	}
	key := tableKey{actor, concept}
	t, ok := c.tables[key]
	if !ok {
		t = slices.Clone(c.players[actor].rank)
		s.table(c, actor, t)
		c.tables[key] = t
	}
	return int(t[to])
}

// rankOf is the worth of a state to an actor who has no move after it.
func rankOf(c *Conflict, actor int, x reckon.State) int32 { return c.players[actor].rank[x] }
