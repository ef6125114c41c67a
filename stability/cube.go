package stability

import (
	"math"

	"reckon"
)

// nowhere marks an infeasible state in arrays that are minimised.
const nowhere = math.MaxInt32

// bestOwn replaces v[s] by the maximum of v over s and the actor's moves from
// s. It is one pass per option over the actor's sub-cubes: a max-butterfly that
// goes only the ways an option may change. Infeasible states take no part but
// let values pass, since only where a move ends must be feasible.
// O(states × own options).
func (c *Conflict) bestOwn(actor int, v []int32) {
	c.mark(v, -1)
	c.players[actor].eachPair(v, func(at, from []int32) {
		from = from[:len(at)]
		for k, x := range from {
			at[k] = max(at[k], x)
		}
	}, func(no, yes []int32) {
		yes = yes[:len(no)]
		for k, x := range yes {
			top := max(no[k], x)
			no[k], yes[k] = top, top
		}
	})
}

// worstOthers replaces v[s] by the minimum of v over s and everything that the
// other actors can bring about from s by legal sequences of moves. In option
// form an actor's moves are transitive (directions compose, feasibility is
// tested at end points only), so a legal sequence is plain reachability
// [fang1993] and a min-butterfly per actor, repeated until nothing changes, is
// exact. One sweep when every state is feasible.
func (c *Conflict) worstOthers(actor int, v []int32) {
	c.mark(v, nowhere)
	for before := c.sum(v); ; {
		for j := range c.players {
			if j != actor && c.players[j].own != 0 {
				c.worstOwn(j, v)
				c.mark(v, nowhere)
			}
		}
		after := c.sum(v)
		if c.full || after == before {
			return
		}
		before = after
	}
}

// worstOwn is bestOwn with the minimum.
func (c *Conflict) worstOwn(actor int, v []int32) {
	c.players[actor].eachPair(v, func(at, from []int32) {
		from = from[:len(at)]
		for k, x := range from {
			at[k] = min(at[k], x)
		}
	}, func(no, yes []int32) {
		yes = yes[:len(no)]
		for k, x := range yes {
			low := min(no[k], x)
			no[k], yes[k] = low, low
		}
	})
}

// eachPair calls one of the functions on every two runs of v that differ in one
// of the player's options: both where the option may change both ways, else
// one, with the run that a move leaves and the run that it enters.
func (p *player) eachPair(v []int32, one, both func(a, b []int32)) {
	for _, option := range bitsOf(p.own) {
		bit := reckon.State(1) << option
		half := 1 << option
		for base := 0; base < len(v); base += 2 * half {
			no, yes := v[base:base+half], v[base+half:base+2*half]
			switch {
			case p.final&p.lost&bit != 0: // stays as it is
			case p.final&bit != 0:
				one(no, yes)
			case p.lost&bit != 0:
				one(yes, no)
			default:
				both(no, yes)
			}
		}
	}
}

// mark sets v at infeasible states.
func (c *Conflict) mark(v []int32, value int32) {
	if c.full {
		return
	}
	for block, w := range c.feasible.words {
		if w == ^uint64(0) {
			continue
		}
		base := block << 6
		for k := range min(64, len(v)) {
			if w>>k&1 == 0 {
				v[base+k] = value
			}
		}
	}
}

// sum adds v over feasible states: it falls whenever a minimum falls.
func (c *Conflict) sum(v []int32) int64 {
	total := int64(0)
	for _, x := range v {
		if x != nowhere {
			total += int64(x)
		}
	}
	return total
}
