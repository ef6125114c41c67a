package stability

import "reckon"

// Mixed returns the equilibria of a profile in which each actor follows a concept
// of his own [hipel1997]: the states stable for every actor i under profile[i].
// each holds the states stable for one actor. Cost: one concept per actor.
func (c *Conflict) Mixed(profile []reckon.Concept) (all *Set, each []*Set) {
	for i, concept := range profile {
		each = append(each, c.Stable(i, concept))
	}
	return intersect(each), each
}
