package stability

import (
	"fmt"
	"math"
	"slices"

	"reckon"
)

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
	can    []*Set // by actor: where he has a move at all
	movers []int  // the actors who have one anywhere
	levels []level
	seen   map[uint64][]int // hash to levels
	from   int              // number of the level from which on levels repeat, once period is not 0
	period int
}

// level is W_g, by viewer i and mover j: the worst rank for i of what may follow
// when j is to move at a state and g moves are left. For actors who never move it
// is the viewer's rank.
type level [][]lanes

func (c *Conflict) foresight() *foresight {
	if c.ahead == nil {
		f := &foresight{c: c, seen: map[uint64][]int{}}
		var first level
		for i := range c.players {
			f.can = append(f.can, c.Into(i, c.feasible))
			if !f.can[i].Empty() {
				f.movers = append(f.movers, i)
			}
			first = append(first, slices.Repeat([]lanes{c.players[i].rank}, len(c.players)))
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
	if !concept.Ahead() {
		return nil
	}
	room := c.foresightRoom()
	switch {
	case concept.Moves() > room || room < 2:
		return fmt.Errorf("%s keeps a table for each pair of actors and each move looked ahead; with %d actors and %d options only %d moves fit into memory. Ask for a smaller number of moves or for SEQ, or drop options",
			concept, len(c.players), c.options, room)
	case concept == reckon.NM && !c.foresight().repeat():
		return fmt.Errorf("looking up to %d moves ahead, what the actors foresee has not begun to repeat, so what is stable without end is not known. Ask for %s, say, or for SEQ",
			room, reckon.Limited(10))
	}
	return nil
}

// foresightRoom is how many moves ahead can be looked.
func (c *Conflict) foresightRoom() int {
	row := 0 // bytes of all viewers' ranks
	movers := 0
	for i := range c.players {
		if c.players[i].own != 0 {
			movers++
			row += 8 * len(c.players[i].rank.words)
		}
	}
	return min(maxForesight/max(1, row*movers), maxForesightMoves)
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
func (f *foresight) level(g int) level {
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

// push adds a level unless it is equal to an earlier one, in which case it finds
// the round.
func (f *foresight) push(next level) {
	hash := uint64(14695981039346656037)
	for _, by := range next {
		for _, w := range by {
			for _, x := range w.words {
				hash = (hash ^ x ^ x>>32) * 1099511628211
			}
		}
	}
	same := func(a, b []lanes) bool {
		return slices.EqualFunc(a, b, func(a, b lanes) bool { return slices.Equal(a.words, b.words) })
	}
	for _, g := range f.seen[hash] {
		if slices.EqualFunc(f.levels[g], next, same) {
			f.from, f.period = g, len(f.levels)-g
			return
		}
	}
	f.seen[hash] = append(f.seen[hash], len(f.levels))
	f.levels = append(f.levels, next)
}

// grow computes the next level.
func (f *foresight) grow() {
	next := make(level, len(f.levels[0]))
	for i := range next {
		next[i] = slices.Clone(f.levels[0][i])
	}
	g := len(f.levels) - 1
	after := make([]*outlook, len(next))
	f.c.each(len(f.movers), func(_, k int) { after[f.movers[k]] = f.outlook(g, f.movers[k]) })
	f.c.each(len(f.movers), func(_, k int) {
		j, states := f.movers[k], 1<<f.c.options
		at, best := make([]uint64, states), make([]uint64, states)
		for _, i := range f.movers {
			next[i][j] = f.worst(i, j, after, at, best)
		}
	})
	f.push(next)
}

// worst returns W[i][j] one move earlier than what follows: where j moves, the
// worst for i among the moves that j likes best, else where they are. Of each
// move the worth to j and, turned around, to i are one number.
func (f *foresight) worst(i, j int, after []*outlook, at, best []uint64) lanes {
	const width = 32
	mine, his := after[j], after[i]
	f.c.feasible.each(func(q reckon.State) {
		at[q] = uint64(mine.after(j, q)+1)<<width | uint64(nowhere-his.after(j, q))
	})
	f.c.players[j].bestMoves(at, best)
	rank, out := f.levels[0][j][j], f.levels[0][i][j].clone()
	f.can[j].each(func(s reckon.State) {
		if worth := int32(best[s]>>width) - 1; worth > rank.at(s) {
			out.set(s, nowhere-int32(best[s]&(1<<width-1)))
		}
	})
	return out
}

// outlook is, for one viewer and so many moves left, what follows a move: the
// worst over those who may move next, but not the one who has just moved.
type outlook struct {
	low  []int32 // the worst over all
	who  []int16 // whose move that is, −1 when nobody has one
	next []int32 // the worst without him
}

func (f *foresight) outlook(g, i int) *outlook {
	states := 1 << f.c.options
	o := &outlook{slices.Repeat([]int32{nowhere}, states), make([]int16, states), slices.Repeat([]int32{nowhere}, states)}
	level := f.level(g)
	for _, k := range f.movers {
		w := level[i][k]
		f.can[k].each(func(q reckon.State) {
			switch x := w.at(q); {
			case x < o.low[q]:
				o.low[q], o.who[q], o.next[q] = x, int16(k), o.low[q]
			case x < o.next[q]:
				o.next[q] = x
			}
		})
	}
	rank := f.levels[0][i][i]
	f.c.feasible.each(func(q reckon.State) { // where nobody is left to move, play ends
		if o.low[q] == nowhere {
			o.low[q], o.who[q] = rank.at(q), -1
		}
		if o.next[q] == nowhere {
			o.next[q] = rank.at(q)
		}
	})
	return o
}

// after returns N_g[i][j][q], the worst rank for the viewer of where play may end
// once j has moved to q.
func (o *outlook) after(j int, q reckon.State) int32 {
	if int(o.who[q]) == j {
		return o.next[q]
	}
	return o.low[q]
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
			idle := int(level[k][k].at(q)) == f.c.Rank(k, q)
			here := level[i][k].at(q)
			if next < 0 || here < level[i][next].at(q) || here == level[i][next].at(q) && idle && !stays {
				next, stays = k, idle
			}
		}
		if next < 0 || stays {
			break
		}
		for _, t := range fewestFirst(q, f.c.Moves(next, q)) {
			if f.afterAt(g-1, next, next, t) == level[next][next].at(q) && f.afterAt(g-1, i, next, t) == level[i][next].at(q) {
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
			worst = min(worst, f.level(g)[i][k].at(q))
		}
	}
	if worst == nowhere {
		return int32(f.c.Rank(i, q))
	}
	return worst
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
