package stability

import (
	"math"

	"reckon"
)

// order is one actor's ranking of the feasible states: dense ranks, 0 the worst.
type order struct {
	rank  []int32        // by state; −1 where infeasible
	first []reckon.State // by rank: the lowest state that has it
	wants []program      // nil for a direct ranking
	score []int64        // by rank: the sum of points; nil unless wants are weighed
}

// maxSpan bounds the table of provisional keys between two densifications.
const maxSpan = 1 << 22

// rankByWants ranks states by the truth vectors of the wants, most important
// first, compared lexicographically [peng1997]. Wants are folded in one bit at
// a time and the keys made dense before they could overflow, so any number of
// wants is exact. O(states × wants) time, one int32 a state.
func rankByWants(feasible *Set, states int, wants []program) order {
	o := order{rank: make([]int32, states), wants: wants}
	stack := make([]uint64, 0, 64)
	span := int32(1)
	for _, p := range wants {
		for block := range feasible.words {
			w := p.word(block, stack)
			base := block << 6
			for k := range min(64, states) {
				o.rank[base+k] = o.rank[base+k]<<1 | int32(w>>k&1)
			}
		}
		if span <<= 1; span >= maxSpan {
			span = o.densify(feasible, span)
		}
	}
	o.densify(feasible, span)
	return o
}

// rankByOrder ranks states by groups, best first; feasible states that no group
// names come last, equally liked.
func rankByOrder(feasible *Set, states int, groups [][]reckon.State) order {
	o := order{rank: make([]int32, states)}
	for i, group := range groups {
		for _, s := range group {
			if int(s) < states {
				o.rank[s] = int32(len(groups) - i)
			}
		}
	}
	o.densify(feasible, int32(len(groups)+1))
	return o
}

// densify maps the keys of feasible states, all below span, to 0, 1, 2, … in
// the same order, gives infeasible states −1 and returns the number of levels.
func (o *order) densify(feasible *Set, span int32) int32 {
	dense := make([]int32, span)
	feasible.each(func(s reckon.State) { dense[o.rank[s]] = 1 })
	levels := int32(0)
	for k, present := range dense {
		if present == 1 {
			dense[k] = levels
			levels++
		}
	}
	o.first = make([]reckon.State, levels)
	for i := range o.first {
		o.first[i] = math.MaxUint64
	}
	for s := range o.rank {
		if !feasible.Has(reckon.State(s)) {
			o.rank[s] = -1
			continue
		}
		r := dense[o.rank[s]]
		o.rank[s] = r
		o.first[r] = min(o.first[r], reckon.State(s))
	}
	return max(levels, 1)
}

// remap replaces every rank by the one it moves to.
func (o *order) remap(moved []int) {
	for s, r := range o.rank {
		if r >= 0 {
			o.rank[s] = int32(moved[r])
		}
	}
}

// utility returns u in [0,1] by rank; see Conflict.Utility.
func (o *order) utility(emphasis float64) []float64 {
	u := make([]float64, len(o.first))
	if o.score != nil {
		for r, x := range o.score {
			u[r] = float64(x-o.score[0]) / float64(max(1, o.score[len(u)-1]-o.score[0]))
		}
		return u
	}
	if o.wants == nil {
		for r := range u {
			u[r] = float64(r) / float64(max(1, len(u)-1))
		}
		return u
	}
	for r, s := range o.first {
		sum, total := 0.0, 0.0
		for _, p := range o.wants { // Horner: the most important want is multiplied most often
			sum, total = float64(sum*emphasis), float64(total*emphasis)+1
			if p.holds(s) {
				sum++
			}
		}
		if total > 0 {
			u[r] = sum / total
		}
	}
	return u
}
