package stability

import "reckon"

// Nothing returns an empty set of this conflict's states.
func (c *Conflict) Nothing() *Set { return newSet(c.options) }

// Into returns the feasible states from which the actor can move, in one step,
// to some other state of the target: the preimage of his moves R_i, 64 states
// at a time. O(states/64 × own options).
func (c *Conflict) Into(actor int, target *Set) *Set {
	goal := target.Clone().Keep(c.feasible)
	found := c.Nothing()
	c.players[actor].preimage(goal.words, found.words)
	return found.Keep(c.feasible)
}

// Out returns the feasible states to which the actor can move, in one step, from
// some other state of the source: the image of his moves R_i, as Into is the
// preimage. O(states/64 × own options).
func (c *Conflict) Out(actor int, source *Set) *Set {
	start := source.Clone().Keep(c.feasible)
	found := c.Nothing()
	back := c.players[actor] // the same options, walked the other way
	back.final, back.lost = back.lost, back.final
	back.preimage(start.words, found.words)
	return found.Keep(c.feasible)
}

// Leading returns the feasible states from which the actors can bring about the
// target by a legal sequence of moves, or need not move at all: the target joined
// to the preimage of R_H [fang1993]. In option form that is plain reachability
// (see worstOthers). O(states/64 × options) a sweep, a few sweeps when states are
// infeasible.
func (c *Conflict) Leading(actors []int, target *Set) *Set {
	goal := target.Clone().Keep(c.feasible)
	step := c.Nothing()
	for before := -1; ; {
		for _, j := range actors {
			clear(step.words)
			c.players[j].preimage(goal.words, step.words)
			goal.Join(step.Keep(c.feasible))
		}
		after := goal.Len()
		if after == before {
			return goal
		}
		before = after
	}
}

// Improving is Leading with every move an improvement for its mover: the target
// joined to the preimage of R_H⁺. O(found × own options' settings).
func (c *Conflict) Improving(actors []int, target *Set) *Set {
	found := target.Clone().Keep(c.feasible)
	queue := found.List()
	for len(queue) > 0 {
		x := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		for _, j := range actors {
			rank := c.players[j].rank
			c.EachOrigin(j, x, func(from reckon.State) {
				if rank.at(from) < rank.at(x) && !found.Has(from) {
					found.add(from)
					queue = append(queue, from)
				}
			})
		}
	}
	return found
}

// EachOrigin calls f on the feasible states from which the actor can move to x.
func (c *Conflict) EachOrigin(actor int, x reckon.State, f func(reckon.State)) {
	own := c.players[actor].own
	eachSubset(own, func(change reckon.State) {
		if c.Can(actor, x^change, x) {
			f(x ^ change)
		}
	})
}

// Where returns the feasible states in which a yes/no expression holds; false
// when it reads an unknown measure or is too long to compile.
func (c *Conflict) Where(e *reckon.Expr, measures func(name string) float64) (*Set, bool) {
	if measures == nil {
		measures = unmeasured
	}
	if unknown(e, measures) {
		return nil, false
	}
	p, ok := compile(e, measures)
	if !ok {
		return nil, false
	}
	held := c.Nothing()
	stack := make([]uint64, 0, 64)
	for block := range held.words {
		held.words[block] = p.word(block, stack)
	}
	return held.Keep(c.feasible), true
}

// preimage adds to found every state from which a change of one or more own
// options, none against its direction, leads to the goal. Options are taken one
// after the other: a state is found when it was, or when turning this option
// leads to a state that was found or is in the goal.
func (p *player) preimage(goal, found []uint64) {
	for _, option := range bitsOf(p.own) {
		bit := reckon.State(1) << option
		up, down := p.lost&bit == 0, p.final&bit == 0 // may be turned on, may be turned off
		shift := func(no, yes *uint64, gn, gy uint64) {
			n, y := *no|gn, *yes|gy
			if up {
				*no |= y
			}
			if down {
				*yes |= n
			}
		}
		if option < 6 {
			width, mask := uint(1)<<option, low[option]
			for i := range found {
				no, yes := found[i]&^mask, found[i]&mask>>width
				shift(&no, &yes, goal[i]&^mask, goal[i]&mask>>width)
				found[i] = no | yes<<width
			}
			continue
		}
		half := 1 << (option - 6)
		for i := range found {
			if i&half == 0 {
				shift(&found[i], &found[i|half], goal[i], goal[i|half])
			}
		}
	}
}
