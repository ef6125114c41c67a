package preference

import (
	"fmt"
	"slices"

	"reckon"
	"reckon/stability"
)

// metAnyhow returns, class by class, the states from which legal sequences of any
// moves of the others lead to another state of the goal [fang1993]. Moves are
// transitive, so that is plain reachability.
func (e *engine) metAnyhow(goal []uint64) []uint64 {
	reach := append([]uint64(nil), goal...)
	step := e.byState()
	for changed := true; changed; {
		changed = false
		for _, j := range e.others {
			clear(step)
			e.into(j, reach, step)
			for _, s := range e.feasible {
				changed = changed || step[s]&^reach[s] != 0
				reach[s] |= step[s]
			}
		}
	}
	if !e.overlap(goal) {
		return reach // no improvement harms, so none leads to itself
	}
	direct, again := e.byState(), e.byState()
	for _, j := range e.others {
		clear(step)
		e.into(j, goal, step)
		join(direct, step)
		clear(step)
		e.into(j, reach, step)
		join(again, step)
	}
	return e.elsewhere(goal, reach, direct, again, e.anyMove)
}

func join(to, from []uint64) {
	for s, w := range from {
		to[s] |= w
	}
}

// overlap reports whether some improvement is in the goal itself.
func (e *engine) overlap(goal []uint64) bool {
	for _, t := range e.feasible {
		if e.improves[t]&goal[t] != 0 {
			return true
		}
	}
	return false
}

// elsewhere takes out of reach the improvements in the goal from which only they
// themselves are reached. A reply straight into another state of the goal settles
// most; those that can only go round are searched one by one.
func (e *engine) elsewhere(goal, reach, direct, again []uint64, replies replies) []uint64 {
	met := make([]uint64, len(reach))
	for _, t := range e.feasible {
		met[t] = reach[t]&^goal[t] | direct[t]
		for unsure := e.improves[t] & goal[t] & again[t] &^ direct[t]; unsure != 0; unsure &= unsure - 1 {
			bit := unsure & -unsure
			path := e.search(t, replies, func(x reckon.State) bool { return goal[x]&bit != 0 })
			if path != nil {
				met[t] |= bit
			}
		}
	}
	return met
}

// arcs are one actor's credible moves, sorted by where they start.
type arcs struct {
	from []uint32 // by state: where its moves begin in to; one more at the end
	to   []uint32
}

// maxArcs bounds the credible moves that are kept, four bytes each.
const maxArcs = 1 << 26

func (b *board) arcsOf(mover int, credible relation, room int) (arcs, error) {
	a := arcs{from: make([]uint32, 1, 1<<b.g.Options()+1)}
	for s := range reckon.State(1) << b.g.Options() {
		if b.g.States().Has(s) {
			b.g.EachMove(mover, s, func(q reckon.State) {
				if credible.holds(q, s) {
					a.to = append(a.to, uint32(q))
				}
			})
		}
		if len(a.to) > room {
			return arcs{}, fmt.Errorf("the actors have more than %d credible moves over all states, which is more than this version follows. Drop options that no want or choice needs, or split the case", maxArcs)
		}
		a.from = append(a.from, uint32(len(a.to)))
	}
	return a, nil
}

func (a arcs) at(s reckon.State) []uint32 { return a.to[a.from[s]:a.from[s+1]] }

// metCredibly is metAnyhow with every reply credible for its mover. Credible moves
// need not be transitive, so sequences are told apart by who moves first: nobody
// moves twice in a row.
func (e *engine) metCredibly(goal []uint64) []uint64 {
	by := make([][]uint64, len(e.own)) // by mover and state: the classes met by sequences that he begins
	for _, j := range e.others {
		by[j] = e.byState()
	}
	direct := e.byState()
	next := make([]uint64, len(goal))
	ran, changed := make([]int, len(e.own)), make([]int, len(e.own)) // by mover: the last turn that he had, and that found more
	idle := 0
	for turn := 1; idle < len(e.others); turn++ {
		j := e.others[turn%len(e.others)]
		idle++
		begins := ran[j] == 0
		if !begins && !slices.ContainsFunc(e.others, func(k int) bool { return k != j && changed[k] > ran[j] }) {
			continue
		}
		ran[j] = turn
		copy(next, goal)
		for _, k := range e.others {
			if k != j {
				join(next, by[k])
			}
		}
		for _, s := range e.feasible {
			found := uint64(0)
			for _, q := range e.arcs[j].at(s) {
				found |= next[q]
				if begins {
					direct[s] |= goal[q]
				}
			}
			if found&^by[j][s] != 0 {
				by[j][s], idle, changed[j] = found, 0, turn
			}
		}
	}
	reach := e.byState()
	for _, j := range e.others {
		join(reach, by[j])
	}
	if !e.overlap(goal) {
		return reach
	}
	return e.elsewhere(goal, reach, direct, reach, e.credibleMove)
}

// replies calls f on the states that a mover may answer with at s.
type replies func(mover int, s reckon.State, f func(reckon.State))

func (e *engine) anyMove(mover int, s reckon.State, f func(reckon.State)) { e.g.EachMove(mover, s, f) }

func (e *engine) credibleMove(mover int, s reckon.State, f func(reckon.State)) {
	for _, q := range e.arcs[mover].at(s) {
		f(reckon.State(q))
	}
}

// marks is a set of states that a search can empty again as it filled it.
type marks []uint64

func (m marks) has(x reckon.State) bool { return m[x>>6]>>(x&63)&1 == 1 }
func (m marks) set(x reckon.State)      { m[x>>6] |= 1 << (x & 63) }
func (m marks) unset(x reckon.State)    { m[x>>6] &^= 1 << (x & 63) }

// search returns the shortest legal sequence of replies to t that ends in another
// state of the goal, nil if there is none; among equals, by file order of actors,
// then ascending.
func (e *engine) search(t reckon.State, replies replies, goal func(reckon.State) bool) []stability.Step {
	type arrival struct {
		stability.Step
		before int
	}
	queue := []arrival{{stability.Step{Actor: -1, To: t}, -1}}
	if e.seen == nil {
		e.seen, e.done = make([]marks, len(e.own)), make([]marks, len(e.own))
		for _, j := range e.others {
			e.seen[j], e.done[j] = make(marks, 1<<e.g.Options()/64+1), make(marks, 1<<e.g.Options()/64+1)
		}
	}
	defer func() {
		for _, a := range queue {
			for _, j := range e.others {
				e.seen[j].unset(a.To)
				e.done[j].unset(a.To)
			}
		}
	}()
	for at := 0; at < len(queue); at++ {
		here, found := queue[at], -1
		for _, j := range e.others {
			if j == here.Actor || e.done[j].has(here.To) {
				continue
			}
			e.done[j].set(here.To)
			replies(j, here.To, func(x reckon.State) {
				if found >= 0 || e.seen[j].has(x) {
					return
				}
				e.seen[j].set(x)
				queue = append(queue, arrival{stability.Step{Actor: j, To: x}, at})
				if x != t && goal(x) {
					found = len(queue) - 1
				}
			})
		}
		if found >= 0 {
			var path []stability.Step
			for k := found; k > 0; k = queue[k].before {
				path = append([]stability.Step{queue[k].Step}, path...)
			}
			return path
		}
	}
	return nil
}
