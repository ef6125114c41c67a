package stability

import (
	"slices"
	"sync"

	"reckon"
)

// solver is one concept. table gives, for every state t, the actor's security
// at t: the rank of the worst state, for him, among t and those the others can
// then bring about. A concept whose answers depend on where he came from has
// no table and answers one move at a time.
type solver struct {
	concept reckon.Concept
	table   func(c *Conflict, actor int) []int32
	move    func(c *Conflict, actor int, from, to reckon.State) int32
	answer  func(c *Conflict, actor int, from, to reckon.State) (path []Step, sanction reckon.State)
}

// solvers lists the concepts, weakest foresight first. A new concept is one
// file and one line here.
func solvers() []solver {
	return []solver{nash(), gmr(), smr(), seq(), sim()}
}

func solverOf(concept reckon.Concept) solver {
	all := solvers()
	k := slices.IndexFunc(all, func(s solver) bool { return s.concept == concept })
	if k < 0 {
		panic("stability: unknown concept " + string(concept))
	}
	return all[k]
}

// Concepts lists the concepts this version computes, weakest foresight first.
func Concepts() []reckon.Concept {
	var list []reckon.Concept
	for _, s := range solvers() {
		list = append(list, s.concept)
	}
	return list
}

type tableKey struct {
	actor   int
	concept reckon.Concept
}

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
		t = s.table(c, actor)
		c.tables[key] = t
	}
	return int(t[to])
}

// Solution holds, for every actor and concept asked for, the stable states.
type Solution struct {
	stable map[tableKey]*Set
	actors int
}

// Solve computes the concepts for every actor and feasible state, exactly, on
// legal sequences. A state s is stable for actor i iff rank_i(s) is at least
// the security of each of his moves from s. Time O(actors² × states) for Nash,
// GMR, SMR and SEQ together, up to the sweeps that infeasible states add;
// memory 12 bytes a state and worker beyond the ranks. Actors are solved side
// by side; results do not depend on how many at once.
func (c *Conflict) Solve(concepts ...reckon.Concept) *Solution {
	sol := &Solution{stable: map[tableKey]*Set{}, actors: len(c.players)}
	if c.options >= parallelFrom && slices.Contains(concepts, reckon.SEQ) {
		c.sortFibres()
	}
	sets := make([]*Set, len(concepts)*len(c.players))
	var wg sync.WaitGroup
	for i := range c.players {
		work := func() {
			for k, concept := range concepts {
				sets[k*len(c.players)+i] = c.stableFor(i, solverOf(concept))
			}
		}
		if c.options < parallelFrom {
			work()
			continue
		}
		wg.Go(work)
	}
	wg.Wait()
	for k, concept := range concepts {
		for i := range c.players {
			sol.stable[tableKey{i, concept}] = sets[k*len(c.players)+i]
		}
	}
	return sol
}

// parallelFrom is the number of options from which actors are solved side by side.
const parallelFrom = 12

// stableFor returns the states stable for one actor under one concept.
func (c *Conflict) stableFor(actor int, s solver) *Set {
	if s.table == nil {
		return c.stableByMove(actor, s)
	}
	best := s.table(c, actor)
	c.bestOwn(actor, best)
	rank := c.players[actor].rank
	stable := newSet(c.options)
	for block, feasible := range c.feasible.words {
		base := block << 6
		word := uint64(0)
		for k := range min(64, len(rank)) {
			if rank[base+k] >= best[base+k] {
				word |= 1 << k
			}
		}
		stable.words[block] = word & feasible
	}
	return stable
}

// stableByMove is stableFor for concepts without a table.
func (c *Conflict) stableByMove(actor int, s solver) *Set {
	rank := c.players[actor].rank
	stable := newSet(c.options)
	c.feasible.each(func(from reckon.State) {
		ok := true
		c.eachImprovement(actor, from, func(to reckon.State) {
			ok = ok && s.move(c, actor, from, to) <= rank[from]
		})
		if ok {
			stable.add(from)
		}
	})
	return stable
}

// Stable returns the states stable for the actor under the concept.
func (s *Solution) Stable(concept reckon.Concept, actor int) *Set {
	return s.stable[tableKey{actor, concept}]
}

// Equilibria returns the states stable for every actor under the concept.
func (s *Solution) Equilibria(concept reckon.Concept) *Set {
	sets := make([]*Set, s.actors)
	for i := range sets {
		sets[i] = s.Stable(concept, i)
	}
	return intersect(sets)
}
