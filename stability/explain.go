package stability

import (
	"cmp"
	"math/bits"
	"slices"

	"reckon"
)

// Verdict says whether a state is stable for an actor under a concept, by what
// margin, and carries a certificate that Check re-validates.
type Verdict struct {
	Actor   int
	Concept reckon.Concept
	State   reckon.State
	Stable  bool
	Free    bool         // the actor has a move at all; without one Margin means nothing
	Margin  int          // rank(State) − the best security among his moves; ≥ 0 iff stable
	Best    reckon.State // the move with that security that changes fewest options
	Answers []Answer     // stable: one per improvement; unstable: the unsanctioned improvement alone
}

// Answer is one improvement of the actor and what meets it.
type Answer struct {
	To       reckon.State // the improvement
	Path     []Step       // the legal sequence of the others that sanctions it; empty when nothing does
	Sanction reckon.State // where Path ends, at most as good for the actor as the verdict's state
	Worst    int          // rank of the worst the others can bring about under the concept
}

// Step is one move of one actor to a state. Under SIM the steps of a path are
// taken at the same moment, each from the verdict's own state.
type Step struct {
	Actor int
	To    reckon.State
}

// Explain returns the verdict on one feasible state, with its certificate.
// Sanctioning paths are shortest; among equals, those that change fewer options
// at a step, then file order of actors and options.
// Cost: the security table of the concept once, then a search over the states
// the others can reach from each improvement.
func (c *Conflict) Explain(actor int, concept reckon.Concept, s reckon.State) Verdict {
	v := Verdict{Actor: actor, Concept: concept, State: s, Stable: true}
	rank := c.players[actor].rank
	best := int32(-1)
	var better []Answer
	for _, t := range fewestFirst(s, c.Moves(actor, s)) {
		worst := int32(c.Security(actor, concept, s, t))
		if worst > best {
			best, v.Best, v.Free = worst, t, true
		}
		if rank[t] > rank[s] {
			better = append(better, Answer{To: t, Worst: int(worst)})
		}
	}
	if !v.Free {
		return v
	}
	v.Margin = int(rank[s] - best)
	v.Stable = v.Margin >= 0
	if !v.Stable {
		v.Answers = []Answer{{To: v.Best, Worst: int(best)}}
		return v
	}
	solve := solverOf(concept)
	for _, a := range better {
		if solve.answer != nil {
			a.Path, a.Sanction = solve.answer(c, actor, s, a.To)
		} else {
			a.Path, a.Sanction = c.sanction(solve, actor, s, a.To)
		}
		v.Answers = append(v.Answers, a)
	}
	return v
}

// sanction searches breadth first, from the improvement t, the states that the
// others' replies reach, and returns the shortest path to one that is worth no
// more to the actor than s. Shortest paths never have one actor twice in a row,
// since his two moves would be one.
func (c *Conflict) sanction(solve solver, actor int, s, t reckon.State) ([]Step, reckon.State) {
	limit := c.players[actor].rank[s]
	type arrival struct {
		Step
		before int // index in queue
	}
	var steps []reckon.State
	queue := []arrival{{Step{-1, t}, -1}}
	seen := newSet(c.options)
	seen.add(t)
	found := -1
	for at := 0; at < len(queue) && found < 0; at++ {
		for j := range c.players {
			if j == actor || j == queue[at].Actor {
				continue
			}
			steps = steps[:0]
			solve.reply(c, j, queue[at].To, func(x reckon.State) {
				if !seen.Has(x) {
					steps = append(steps, x)
				}
			})
			for _, x := range fewestFirst(queue[at].To, steps) {
				seen.add(x)
				queue = append(queue, arrival{Step{j, x}, at})
				if found < 0 && solve.worth(c, actor, x) <= limit {
					found = len(queue) - 1
				}
			}
		}
	}
	var path []Step
	for at := found; at > 0; at = queue[at].before {
		path = append([]Step{queue[at].Step}, path...)
	}
	if found < 0 {
		panic("stability: a stable verdict without a sanction")
	}
	return path, queue[found].To
}

// fewestFirst sorts moves from s by how many options they change, then ascending.
func fewestFirst(s reckon.State, moves []reckon.State) []reckon.State {
	slices.SortFunc(moves, func(a, b reckon.State) int {
		return cmp.Or(cmp.Compare(bits.OnesCount64(uint64(s^a)), bits.OnesCount64(uint64(s^b))), cmp.Compare(a, b))
	})
	return moves
}
