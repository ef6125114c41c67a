package followup

import (
	"slices"

	"reckon"
)

// profiles lists joint strict orders of a few states and counts those under
// which one state is an equilibrium under SEQ or SSEQ. States are numbered from 0.
type profiles struct {
	x      int
	moves  [][][]int // by actor and state
	orders [][]int   // all ranks of the states
	chosen [][]int   // by actor
	stable int64
	last   bool // SSEQ: who is to be punished has the last word
}

func (s *Study) profiles(x reckon.State) *profiles {
	p := &profiles{chosen: make([][]int, s.Conflict.Actors())}
	number := map[reckon.State]int{}
	states := s.Conflict.States().List()
	for k, y := range states {
		number[y] = k
	}
	p.x = number[x]
	for i := range s.Conflict.Actors() {
		to := make([][]int, len(states))
		for k, y := range states {
			for _, z := range s.Conflict.Moves(i, y) {
				to[k] = append(to[k], number[z])
			}
		}
		p.moves = append(p.moves, to)
	}
	p.orders = permutations(len(states))
	return p
}

// permutations lists all orders of 0 … n−1.
func permutations(n int) [][]int {
	if n == 0 {
		return [][]int{nil}
	}
	var all [][]int
	for _, shorter := range permutations(n - 1) {
		for at := range n {
			longer := append(append(append(make([]int, 0, n), shorter[:at]...), n-1), shorter[at:]...)
			all = append(all, longer)
		}
	}
	return all
}

// choose goes through the orders of the actors from one on.
func (p *profiles) choose(actor int) {
	if actor == len(p.chosen) {
		for i := range p.chosen {
			if !p.holds(i) {
				return
			}
		}
		p.stable++
		return
	}
	for _, order := range p.orders {
		p.chosen[actor] = order
		p.choose(actor + 1)
	}
}

// holds reports whether x is stable for an actor in the chosen orders.
func (p *profiles) holds(i int) bool {
	rank := p.chosen[i]
	for _, t := range p.moves[i][p.x] {
		if rank[t] > rank[p.x] && !p.punished(i, t) {
			return false
		}
	}
	return true
}

// punished searches what the others' improvements reach from t.
func (p *profiles) punished(i, t int) bool {
	met := uint64(1) << t
	var room [64]int
	queue := append(room[:0], t)
	for at := 0; at < len(queue); at++ {
		y := queue[at]
		if p.harmed(i, y) {
			return true
		}
		for j := range p.chosen {
			if j == i {
				continue
			}
			for _, z := range p.moves[j][y] {
				if met>>z&1 == 0 && p.chosen[j][z] > p.chosen[j][y] {
					met |= 1 << z
					queue = append(queue, z)
				}
			}
		}
	}
	return false
}

// harmed reports whether an actor is no better off at y than at x, for good.
func (p *profiles) harmed(i, y int) bool {
	rank := p.chosen[i]
	return rank[y] <= rank[p.x] && !(p.last && slices.ContainsFunc(p.moves[i][y], func(z int) bool { return rank[z] > rank[p.x] }))
}
