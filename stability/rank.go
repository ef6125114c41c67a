package stability

import (
	"math"
	"math/bits"

	"reckon"
)

// order is one actor's ranking of the feasible states: dense ranks, 0 the worst.
type order struct {
	rank  lanes          // by state
	first []reckon.State // by rank: the lowest state that has it
	wants []program      // nil for a direct ranking
	score []int64        // by rank: the sum of points; nil unless wants are weighed
}

// maxSpan bounds the table of provisional keys between two rounds of refine.
const maxSpan = 1 << 22

// rankByWants ranks states by the truth vectors of the wants, most important
// first, compared lexicographically [peng1997]. Wants are folded in a few at a
// time and the keys made dense before they could overflow, so any number of
// wants is exact. O(states × wants / 8) time, 1, 2 or 4 bytes a state.
func rankByWants(feasible *Set, states int, wants []program) order {
	o := order{rank: newLanes(states, 1), first: []reckon.State{0}, wants: wants}
	span := min(maxSpan, max(1<<12, states))
	for from := 0; from < len(wants) || from == 0; {
		to := min(from+1, len(wants))
		for to < len(wants) && len(o.first)<<(to-from+1) <= span {
			to++
		}
		o.refine(feasible, states, wants[from:to])
		from = max(to, 1)
	}
	return o
}

// rankByOrder ranks states by groups, best first; feasible states that no group
// names come last, equally liked.
func rankByOrder(feasible *Set, states int, groups [][]reckon.State) order {
	o := order{rank: newLanes(states, len(groups)+1), first: make([]reckon.State, len(groups)+1)}
	for i, group := range groups {
		for _, s := range group {
			if int(s) < states {
				o.rank.set(s, int32(len(groups)-i))
			}
		}
	}
	o.refine(feasible, states, nil)
	return o
}

// refine breaks ties between states by further wants and makes ranks dense: 0, 1,
// 2, … in the order of the keys that occur among feasible states.
func (o *order) refine(feasible *Set, states int, wants []program) {
	var key [64]uint32
	room := make([]uint64, 0, 64)
	const none = math.MaxUint32
	lowest := make([]uint32, len(o.first)<<len(wants))
	for k := range lowest {
		lowest[k] = none
	}
	for block, w := range feasible.words {
		o.keys(block, w, wants, room, &key)
		for ; w != 0; w &= w - 1 {
			k := bits.TrailingZeros64(w)
			if at := &lowest[key[k]]; *at == none {
				*at = uint32(block<<6 | k)
			}
		}
	}
	var first []reckon.State
	for k, s := range lowest {
		if s != none {
			lowest[k] = uint32(len(first))
			first = append(first, reckon.State(s))
		}
	}
	rank := newLanes(states, len(first))
	for k := range rank.words {
		rank.words[k] = ^uint64(0)
	}
	for block, w := range feasible.words {
		o.keys(block, w, wants, room, &key)
		for ; w != 0; w &= w - 1 {
			k := bits.TrailingZeros64(w)
			rank.set(reckon.State(block<<6|k), int32(lowest[key[k]]))
		}
	}
	o.rank, o.first = rank, first
}

// keys finds the provisional key of each feasible state of a block: his rank so
// far, then a bit for each want.
func (o *order) keys(block int, feasible uint64, wants []program, room []uint64, key *[64]uint32) {
	clear(key[:])
	if len(o.first) > 1 {
		for w := feasible; w != 0; w &= w - 1 {
			k := bits.TrailingZeros64(w)
			key[k] = uint32(o.rank.at(reckon.State(block<<6 | k)))
		}
	}
	for from := 0; from < len(wants); from += 8 {
		some := wants[from:min(from+8, len(wants))]
		var truth [8]uint64
		for k, p := range some {
			truth[len(some)-1-k] = p.word(block, room)
		}
		for part := range 8 {
			x := uint64(0)
			for k := range some {
				x |= truth[k] >> (8 * part) & 0xff << (8 * k)
			}
			x = transposed(x)
			for k := range 8 {
				at := &key[8*part+k]
				*at = *at<<len(some) | uint32(x>>(8*k)&0xff)
			}
		}
	}
}

// transposed turns a matrix of 8 × 8 bits, one byte a row [warren2012].
func transposed(x uint64) uint64 {
	t := (x ^ x>>7) & 0x00aa00aa00aa00aa
	x ^= t ^ t<<7
	t = (x ^ x>>14) & 0x0000cccc0000cccc
	x ^= t ^ t<<14
	t = (x ^ x>>28) & 0x00000000f0f0f0f0
	return x ^ t ^ t<<28
}

// remap replaces every rank by the one it moves to, none of them higher.
func (o *order) remap(feasible *Set, moved []int) {
	feasible.each(func(s reckon.State) { o.rank.set(s, int32(moved[o.rank.at(s)])) })
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
