package stability

import (
	"cmp"
	"math/bits"
	"slices"

	"reckon"
)

// Verdict says whether a state is stable for an actor under a concept, by what
// margin, and carries a certificate that Check re-validates.
//
// The answers of a stable verdict are one per improvement, of an unstable one the
// unsanctioned improvement alone. Under L_h and NM they are foreseen lines of
// play: of a stable verdict one per move, under NM per move and number of moves
// in the round, of an unstable one the line of the move that pays.
type Verdict struct {
	Actor   int
	Concept reckon.Concept
	State   reckon.State
	Stable  bool
	Free    bool         // the actor has a move at all; without one Margin means nothing
	Margin  int          // rank(State) − the best security among his moves; ≥ 0 iff stable
	Best    reckon.State // the move with that security that changes fewest options
	Answers []Answer
	From    int // NM: from L_From on, what all foresee goes round,
	Period  int // and comes back every so many moves
}

// Answer is one move of the actor and what meets it.
type Answer struct {
	To       reckon.State // the improvement; under L_h and NM any move of his
	Path     []Step       // the legal sequence of the others that sanctions it; empty when nothing does
	Sanction reckon.State // where Path ends, at most as good for the actor as the verdict's state
	Worst    int          // rank of the worst the others can bring about under the concept
	Together bool         // the steps of Path are taken at the same moment, each from the verdict's own state
	Moves    int          // L_h and NM: the number of moves looked ahead; Path is then the worst line of play, his own moves too
}

// Step is one move of one actor to a state.
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
	best := -1
	moves := fewestFirst(s, c.Moves(actor, s))
	worst := make([]int, len(moves))
	for k, t := range moves {
		worst[k] = c.Security(actor, concept, s, t)
		if worst[k] > best {
			best, v.Best, v.Free = worst[k], t, true
		}
	}
	if !v.Free {
		return v
	}
	v.Margin = c.Rank(actor, s) - best
	v.Stable = v.Margin >= 0
	if concept.Ahead() {
		return c.foreseen(v, moves)
	}
	if !v.Stable {
		v.Answers = []Answer{{To: v.Best, Worst: best}}
		return v
	}
	solve := solverOf(concept)
	for k, t := range moves {
		if c.Rank(actor, t) <= c.Rank(actor, s) {
			continue
		}
		var a Answer
		if solve.answer != nil {
			a = solve.answer(c, actor, s, t)
		} else {
			a = c.sanction(solve, actor, s, t)
		}
		a.Worst = worst[k]
		v.Answers = append(v.Answers, a)
	}
	return v
}

// foreseen adds the lines of play to a verdict under L_h or NM.
func (c *Conflict) foreseen(v Verdict, moves []reckon.State) Verdict {
	first, last := v.Concept.Moves(), v.Concept.Moves()
	f := c.foresight()
	if v.Concept == reckon.NM {
		v.From, v.Period = f.from+1, f.period
		first, last = v.From, v.From+v.Period-1
	}
	for h := first; h <= last; h++ {
		for _, t := range moves {
			worst := int(f.afterAt(h-1, v.Actor, v.Actor, t))
			if !v.Stable && (t != v.Best || worst <= c.Rank(v.Actor, v.State) || len(v.Answers) > 0) {
				continue
			}
			a := Answer{To: t, Worst: worst, Moves: h}
			a.Path, a.Sanction = f.line(h-1, v.Actor, v.Actor, t)
			v.Answers = append(v.Answers, a)
		}
	}
	return v
}

// sanction searches breadth first, from the improvement t, the states that the
// others' replies reach, and returns the shortest path to one that is worth no
// more to the actor than s. Shortest paths never have one actor twice in a row,
// since his two moves would be one.
func (c *Conflict) sanction(solve solver, actor int, s, t reckon.State) Answer {
	limit := c.players[actor].rank.at(s)
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
	return Answer{To: t, Path: path, Sanction: queue[found].To}
}

// fewestFirst sorts moves from s by how many options they change, then ascending.
func fewestFirst(s reckon.State, moves []reckon.State) []reckon.State {
	slices.SortFunc(moves, func(a, b reckon.State) int {
		return cmp.Or(cmp.Compare(bits.OnesCount64(uint64(s^a)), bits.OnesCount64(uint64(s^b))), cmp.Compare(a, b))
	})
	return moves
}
