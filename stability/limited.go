package stability

import (
	"fmt"
	"math"
	"slices"

	"reckon"
)

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
// level, 4 bytes × actors² × states a level kept.
func limited(h int) solver {
	return solver{
		concept: reckon.Limited(h),
		table: func(c *Conflict, actor int, v lanes) {
			worst := make([]int32, 1<<c.options)
			c.foresight().after(h-1, actor, actor, worst)
			c.feasible.each(func(s reckon.State) { v.set(s, worst[s]) })
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
			worst := make([]int32, 1<<c.options)
			c.feasible.each(func(s reckon.State) { v.set(s, 0) })
			for g := f.from; g < f.from+f.period; g++ {
				f.after(g, actor, actor, worst)
				c.feasible.each(func(s reckon.State) { v.set(s, max(v.at(s), worst[s])) })
			}
		},
		stable: func(c *Conflict, actors []int) []*Set { return c.stableAhead(reckon.NM, actors) },
	}
}

// Foresight is bounded: L_h and NM keep a level for every move looked ahead.
const (
	maxForesight      = 1 << 30 // bytes
	maxForesightMoves = 1024
)

// nowhere is above every rank.
const nowhere = math.MaxInt32

// foresight holds what every actor has to reckon with, level by level.
type foresight struct {
	c      *Conflict
	can    []*Set        // by actor: where he has a move at all
	levels [][][][]int32 // by moves left, viewer i and mover j: W_g[i][j][s]
	seen   map[uint64][]int
	from   int // level number from which on levels repeat, once period is not 0
	period int
}

func (c *Conflict) foresight() *foresight {
	if c.ahead == nil {
		f := &foresight{c: c, seen: map[uint64][]int{}}
		first := make([][][]int32, len(c.players))
		for i := range c.players {
			f.can = append(f.can, c.Into(i, c.feasible))
			rank := make([]int32, 1<<c.options)
			c.feasible.each(func(s reckon.State) { rank[s] = int32(c.Rank(i, s)) })
			first[i] = slices.Repeat([][]int32{rank}, len(c.players))
		}
		f.push(first)
		c.ahead = f
	}
	return c.ahead
}

// Refuses says in words why a concept cannot be computed on this conflict, and
// is nil when it can; Solve, Stable, Security and Explain panic on a concept that
// is refused. Only L_h and NM are, when the tables of all moves looked ahead
// would pass 1 GiB or, for NM, do not repeat within 1024 moves. Cost for NM: its
// tables.
func (c *Conflict) Refuses(concept reckon.Concept) error {
	h := concept.Moves()
	switch {
	case !concept.Ahead():
		return nil
	case h > c.foresightRoom() || c.foresightRoom() < 2:
		return fmt.Errorf("%s keeps a table for each pair of actors and each move looked ahead; with %d actors and %d options only %d moves fit into memory. Ask for a smaller number of moves or for SEQ, or drop options",
			concept, len(c.players), c.options, c.foresightRoom())
	case concept == reckon.NM && !c.foresight().repeat():
		return fmt.Errorf("looking up to %d moves ahead, what the actors foresee has not begun to repeat, so what is stable without end is not known. Ask for %s, say, or for SEQ",
			len(c.foresight().levels)-1, reckon.Limited(10))
	}
	return nil
}

// foresightRoom is how many moves ahead can be looked.
func (c *Conflict) foresightRoom() int {
	level := 4 * len(c.players) * len(c.players) << c.options
	return min(maxForesight/level, maxForesightMoves)
}

// repeat computes levels until one is equal to an earlier one; false when the
// bounds are reached before.
func (f *foresight) repeat() bool {
	for room := f.c.foresightRoom(); f.period == 0 && len(f.levels) <= room; {
		f.grow()
	}
	return f.period != 0
}

// level returns W_g.
func (f *foresight) level(g int) [][][]int32 {
	for f.period == 0 && g >= len(f.levels) {
		if g >= f.c.foresightRoom() {
			panic("stability: L_h where Refuses refuses it")
		}
		f.grow()
	}
	if g >= len(f.levels) {
		g = f.from + (g-f.from)%f.period
	}
	return f.levels[g]
}

// line returns the worst line of play for i after j's move to q with g moves
// left, and where it ends: of the next movers the first who stays, if that is as
// bad as any, then in file order; of the moves alike to the mover, and as bad for
// i, the one that changes fewest options.
func (f *foresight) line(g, i, j int, q reckon.State) (path []Step, end reckon.State) {
	for ; g > 0; g-- {
		level, next, stays := f.level(g), -1, false
		for k := range f.c.players {
			if k == j || !f.can[k].Has(q) {
				continue
			}
			idle := int(level[k][k][q]) == f.c.Rank(k, q)
			if next < 0 || level[i][k][q] < level[i][next][q] || level[i][k][q] == level[i][next][q] && idle && !stays {
				next, stays = k, idle
			}
		}
		if next < 0 || stays {
			break
		}
		for _, t := range fewestFirst(q, f.c.Moves(next, q)) {
			if f.afterAt(g-1, next, next, t) == level[next][next][q] && f.afterAt(g-1, i, next, t) == level[i][next][q] {
				path, j, q = append(path, Step{next, t}), next, t
				break
			}
		}
	}
	return path, q
}

// afterAt is after for one state.
func (f *foresight) afterAt(g, i, j int, q reckon.State) int32 {
	worst := int32(nowhere)
	for k := range f.c.players {
		if k != j && f.can[k].Has(q) {
			worst = min(worst, f.level(g)[i][k][q])
		}
	}
	if worst == nowhere {
		return f.levels[0][i][j][q]
	}
	return worst
}

// push adds a level unless it is equal to an earlier one, in which case it finds
// the round.
func (f *foresight) push(level [][][]int32) {
	hash := uint64(14695981039346656037)
	for _, by := range level {
		for _, w := range by {
			for _, x := range w {
				hash = (hash ^ uint64(x)) * 1099511628211
			}
		}
	}
	for _, g := range f.seen[hash] {
		if slices.EqualFunc(f.levels[g], level, func(a, b [][]int32) bool { return slices.EqualFunc(a, b, slices.Equal) }) {
			f.from, f.period = g, len(f.levels)-g
			return
		}
	}
	f.seen[hash] = append(f.seen[hash], len(f.levels))
	f.levels = append(f.levels, level)
}

// grow computes the next level.
func (f *foresight) grow() {
	n := len(f.c.players)
	next := make([][][]int32, n)
	for i := range next {
		next[i] = make([][]int32, n)
	}
	g := len(f.levels) - 1
	f.c.each(n, func(_, j int) {
		v := make([]int32, 1<<f.c.options)
		m := f.mover(g, j)
		for i := range n {
			f.after(g, i, j, v)
			next[i][j] = m.worst(i, v)
		}
	})
	f.push(next)
}

// after fills v with N_g[i][j][q], the worst rank for i of where play may end once
// j has moved to q and g moves are left.
func (f *foresight) after(g, i, j int, v []int32) {
	level := f.level(g)
	for q := range v {
		v[q] = nowhere
	}
	for k := range f.c.players {
		if k == j {
			continue
		}
		w := level[i][k]
		f.can[k].each(func(q reckon.State) { v[q] = min(v[q], w[q]) })
	}
	rank := f.levels[0][i][j]
	for q := range v {
		if v[q] == nowhere { // nobody else has a move
			v[q] = rank[q]
		}
	}
}

// mover is one actor about to move, with so many moves left after his.
type mover struct {
	f    *foresight
	j    int
	own  []int32 // what each move is worth to him
	at   []uint64
	best []uint64
}

func (f *foresight) mover(g, j int) *mover {
	states := 1 << f.c.options
	m := &mover{f, j, make([]int32, states), make([]uint64, states), make([]uint64, states)}
	f.after(g, j, j, m.own)
	return m
}

// worst returns W[i][j], v being N[i][j] one move later: where j moves, the worst
// for i among the moves that j likes best.
func (m *mover) worst(i int, v []int32) []int32 {
	const width = 32
	m.f.c.feasible.each(func(q reckon.State) { m.at[q] = uint64(m.own[q]+1)<<width | uint64(nowhere-v[q]) })
	m.f.c.players[m.j].bestMoves(m.at, m.best)
	mine, out := m.f.levels[0][m.j][m.j], slices.Clone(m.f.levels[0][i][m.j])
	m.f.can[m.j].each(func(s reckon.State) {
		if worth := int32(m.best[s]>>width) - 1; worth > mine[s] {
			out[s] = nowhere - int32(m.best[s]&(1<<width-1))
		}
	})
	return out
}

// bestMoves fills best[s] with the maximum of at over the player's moves from s,
// s itself left out; 0 where he has none. Infeasible states must hold 0. One pass
// per own option: each state learns what turning this option, and perhaps
// earlier ones, leads to.
func (p *player) bestMoves(at, best []uint64) {
	clear(best)
	for _, option := range bitsOf(p.own) {
		bit := reckon.State(1) << option
		half := 1 << option
		up, down := p.lost&bit == 0, p.final&bit == 0 // may be turned on, may be turned off
		for base := 0; base < len(at); base += 2 * half {
			for no := base; no < base+half; no++ {
				n, y := max(best[no], at[no]), max(best[no+half], at[no+half])
				if up {
					best[no] = max(best[no], y)
				}
				if down {
					best[no+half] = max(best[no+half], n)
				}
			}
		}
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

func everyone(actors int) []int {
	list := make([]int, actors)
	for i := range list {
		list[i] = i
	}
	return list
}
