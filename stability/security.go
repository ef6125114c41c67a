package stability

import (
	"slices"

	"reckon"
)

// Security returns the rank, for the actor, of the worst state behind a legal
// move of his from one state to another under the concept. It is at most Rank(to),
// but under L_h and NM, where others may also move to his good. The first call for
// an actor and concept computes a table over all states and keeps it; SIM has none
// and costs the product of the others' improvements, Tableau that and SEQ's tables.
func (c *Conflict) Security(actor int, concept reckon.Concept, from, to reckon.State) int {
	s := solverOf(concept)
	if s.table == nil {
		return int(s.move(c, actor, from, to))
	}
	return int(c.securities(actor, concept).at(to))
}

// securities returns the table of a concept that has one, by where a move leads.
func (c *Conflict) securities(actor int, concept reckon.Concept) lanes {
	key := tableKey{actor, concept}
	t, ok := c.tables[key]
	if !ok {
		t = c.secured(key)
		c.tables[key] = t
	}
	return t
}

func (c *Conflict) secured(key tableKey) lanes {
	t := c.players[key.actor].rank.clone()
	c.players[key.actor].rank.open(t)
	solverOf(key.concept).table(c, key.actor, t)
	return t
}

// Secure computes the tables that Security keeps for some actors, each under the concept
// beside him, side by side on large cases.
func (c *Conflict) Secure(actors []int, concepts []reckon.Concept) {
	var missing []tableKey
	for k, concept := range concepts {
		key := tableKey{actors[k], concept}
		switch _, known := c.tables[key]; {
		case known || slices.Contains(missing, key) || solverOf(concept).table == nil:
		case concept.Ahead(): // its levels serve all actors, and are found side by side already
			c.securities(key.actor, concept)
		default:
			missing = append(missing, key)
		}
	}
	if slices.ContainsFunc(missing, func(k tableKey) bool { return k.concept == reckon.SEQ || k.concept == reckon.SSEQ }) {
		c.sortFibres(-1) // before workers share them
	}
	made := make([]lanes, len(missing))
	c.each(len(missing), func(_, k int) { made[k] = c.secured(missing[k]) })
	for k, key := range missing {
		c.tables[key] = made[k]
	}
}

// rankOf is the worth of a state to an actor who has no move after it.
func rankOf(c *Conflict, actor int, x reckon.State) int32 { return c.players[actor].rank.at(x) }

// RankTable returns Rank of one actor, SecurityTable his Security by where a move
// leads; nil for the concepts under which it matters as well where it comes from,
// SIM and Tableau. What they return keeps one number a state and may be called by
// several goroutines at once, though not for infeasible states.
func (c *Conflict) RankTable(actor int) func(reckon.State) int {
	rank := c.players[actor].rank
	return func(s reckon.State) int { return int(rank.at(s)) }
}

// SecurityTable stands beside RankTable.
func (c *Conflict) SecurityTable(actor int, concept reckon.Concept) func(to reckon.State) int {
	if solverOf(concept).table == nil {
		return nil
	}
	table := c.securities(actor, concept)
	return func(to reckon.State) int { return int(table.at(to)) }
}
