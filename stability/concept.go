package stability

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"reckon"
)

// solver is one concept. Most say what the others' replies are and what the
// state they end in is worth to the actor; table then fills v, which comes in
// holding his ranks, with his security at every state. A concept whose answers
// depend on where he came from has no table: it answers one move at a time and
// decides all states itself.
type solver struct {
	concept reckon.Concept
	table   func(c *Conflict, actor int, v lanes)
	reply   func(c *Conflict, mover int, s reckon.State, f func(reckon.State)) // nil: nobody replies
	worth   func(c *Conflict, actor int, x reckon.State) int32

	move   func(c *Conflict, actor int, from, to reckon.State) int32
	stable func(c *Conflict, actors []int) []*Set // by actor; nil for those not asked for
	answer func(c *Conflict, actor int, from, to reckon.State) Answer
}

// solvers lists the concepts computed unless others are asked for, weakest
// foresight first. A new concept is one file and one line here or in onRequest.
func solvers() []solver {
	return []solver{nash(), gmr(), smr(), seq(), sseq(), sim()}
}

// onRequest lists the concepts that are computed when asked for, besides L_h.
func onRequest() []solver { return []solver{tableau(), nm()} }

func solverOf(concept reckon.Concept) solver {
	if h := concept.Moves(); h > 0 {
		return limited(h)
	}
	all := append(solvers(), onRequest()...)
	k := slices.IndexFunc(all, func(s solver) bool { return s.concept == concept })
	if k < 0 {
		panic("stability: unknown concept " + string(concept))
	}
	return all[k]
}

// Concepts lists the concepts that are computed unless others are asked for,
// weakest foresight first.
func Concepts() []reckon.Concept { return named(solvers()) }

// Known reports whether the concept can be computed: those of Concepts, Tableau,
// NM, and L1, L2, … as far as reckon.Concept.Moves reads them. Whether it can be
// on a given conflict, Conflict.Refuses says.
func Known(concept reckon.Concept) bool {
	return concept.Moves() > 0 || slices.Contains(append(Concepts(), named(onRequest())...), concept)
}

func named(solvers []solver) []reckon.Concept {
	var list []reckon.Concept
	for _, s := range solvers {
		list = append(list, s.concept)
	}
	return list
}

type tableKey struct {
	actor   int
	concept reckon.Concept
}

// Solution holds, for every actor and concept asked for, the stable states.
type Solution struct {
	stable map[tableKey]*Set
	actors int
}

// Solve computes the concepts for every actor and feasible state, exactly, on
// legal sequences. A state s is stable for actor i iff rank_i(s) is at least
// the security of each of his moves from s. Time O(actors² × states) for Nash,
// GMR, SMR and SEQ together, up to the sweeps that infeasible states add. A rank
// takes 1 byte, or 2 from 128 levels on, or 4 from 32,768 on. Memory: a rank a
// state for each worker, and for each actor whose temper's concept is among those
// solved; for SEQ, SSEQ and Tableau also the sorted fibres, two to four bytes a
// state and actor. Actors and concepts are solved side by side; results do not
// depend on how many at once.
func (c *Conflict) Solve(concepts ...reckon.Concept) *Solution {
	return c.solve(everyone(len(c.players)), concepts)
}

// Stable returns the states stable for one actor under one concept, as Solve
// does, without deciding for the others.
func (c *Conflict) Stable(actor int, concept reckon.Concept) *Set {
	return c.solve([]int{actor}, []reckon.Concept{concept}).Stable(concept, actor)
}

func (c *Conflict) solve(actors []int, concepts []reckon.Concept) *Solution {
	if len(actors) > 1 && (slices.Contains(concepts, reckon.SEQ) || slices.Contains(concepts, reckon.SSEQ)) {
		c.sortFibres(-1) // before workers share them
	}
	sets := make([][]*Set, len(concepts))
	for k, concept := range concepts {
		if s := solverOf(concept); s.stable != nil {
			sets[k] = s.stable(c, actors)
		} else {
			sets[k] = make([]*Set, len(c.players))
		}
	}
	rooms := make([][]uint64, c.workers())
	tables := make([]lanes, len(c.players))
	c.each(len(actors)*len(concepts), func(worker, job int) {
		k := len(concepts) - 1 - job/len(actors) // the dearest concepts first
		i := actors[job%len(actors)]
		if s := solverOf(concepts[k]); s.stable == nil {
			var keep *lanes
			if s.concept == c.players[i].temper {
				keep = &tables[i]
			}
			sets[k][i] = c.stableFor(i, s, &rooms[worker], keep)
		}
	})
	for i, t := range tables {
		if t.words != nil {
			c.tables[tableKey{i, c.players[i].temper}] = t
		}
	}
	sol := &Solution{stable: map[tableKey]*Set{}, actors: len(c.players)}
	for k, concept := range concepts {
		for _, i := range actors {
			sol.stable[tableKey{i, concept}] = sets[k][i]
		}
	}
	return sol
}

// everyone lists the actors.
func everyone(actors int) []int {
	list := make([]int, actors)
	for i := range list {
		list[i] = i
	}
	return list
}

// parallelFrom is the number of options from which work is done side by side.
const parallelFrom = 12

func (c *Conflict) workers() int {
	if c.options < parallelFrom {
		return 1
	}
	return runtime.GOMAXPROCS(0)
}

// each calls f with 0 … n−1, several at once on large cases, and with the number
// of the worker that calls.
func (c *Conflict) each(n int, f func(worker, k int)) {
	var next atomic.Int32
	var wg sync.WaitGroup
	for worker := range min(c.workers(), n) {
		wg.Go(func() {
			for k := int(next.Add(1)) - 1; k < n; k = int(next.Add(1)) - 1 {
				f(worker, k)
			}
		})
	}
	wg.Wait()
}

// eachBlock calls f on consecutive runs of words of state sets, several at once
// on large cases. No two calls share a word.
func (c *Conflict) eachBlock(f func(from, to int)) {
	const run = 16
	words := len(c.feasible.words)
	c.each((words+run-1)/run, func(_, k int) { f(k*run, min((k+1)*run, words)) })
}

// stableFor returns the states stable for one actor under one concept, out of the
// table that Security kept if there is one. room is used when it is large enough,
// else enlarged; keep, unless nil, receives the table.
func (c *Conflict) stableFor(actor int, s solver, room *[]uint64, keep *lanes) *Set {
	rank := c.players[actor].rank
	if len(*room) < len(rank.words) {
		*room = make([]uint64, len(rank.words))
	}
	v := lanes{(*room)[:len(rank.words)], rank.shift}
	if t, ok := c.tables[tableKey{actor, s.concept}]; ok {
		copy(v.words, t.words)
	} else {
		rank.open(v)
		s.table(c, actor, v)
		if keep != nil {
			*keep = v.clone()
		}
	}
	c.bestOwn(actor, v)
	stable := newSet(c.options)
	for block, feasible := range c.feasible.words {
		stable.words[block] = rank.covers(v, block) & feasible
	}
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
