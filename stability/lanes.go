package stability

import (
	"math/bits"

	"reckon"
)

// lanes is an array with one small number per state, several side by side in a
// word, so that one operation on words serves 8, 4 or 2 states [lamport1975].
// The top bit of each lane is free: it keeps subtraction from borrowing across
// lanes. A lane of all ones marks an infeasible state; without the top bit that
// is nowhere, which is above every rank.
type lanes struct {
	words []uint64
	shift uint // log₂ of the numbers in a word: 3, 2 or 1
}

// newLanes returns room for numbers below levels at so many states, all 0.
func newLanes(states, levels int) lanes {
	l := lanes{shift: 1}
	switch {
	case levels < 1<<7:
		l.shift = 3
	case levels < 1<<15:
		l.shift = 2
	}
	l.words = make([]uint64, max(1, states>>l.shift))
	return l
}

func (l lanes) width() uint { return 64 >> l.shift }

// top has the top bit of each lane.
func (l lanes) top() uint64 {
	return ^uint64(0) / (1<<l.width() - 1) << (l.width() - 1)
}

// fill returns a word with x in each lane.
func (l lanes) fill(x int) uint64 {
	return ^uint64(0) / (1<<l.width() - 1) * uint64(x)
}

func (l lanes) at(s reckon.State) int32 {
	in := uint(s) & (1<<(l.shift&63) - 1) << ((6 - l.shift) & 63)
	return int32(l.words[s>>(l.shift&63)] >> (in & 63) & (1<<(64>>(l.shift&63)) - 1))
}

func (l lanes) set(s reckon.State, x int32) {
	in := uint(s) & (1<<(l.shift&63) - 1) << ((6 - l.shift) & 63)
	w := &l.words[s>>(l.shift&63)]
	*w = *w&^((1<<(64>>(l.shift&63))-1)<<(in&63)) | uint64(x)<<(in&63)
}

// open copies ranks to v with nowhere at infeasible states.
func (l lanes) open(v lanes) {
	top := l.top()
	for k, x := range l.words {
		v.words[k] = x &^ top
	}
}

// clone returns a copy.
func (l lanes) clone() lanes {
	return lanes{append([]uint64(nil), l.words...), l.shift}
}

// covers returns, for 64 states from a block on, in which of them l is at least v.
func (l lanes) covers(v lanes, block int) uint64 {
	top, width := l.top(), l.width()
	found := uint64(0)
	for k := range min(len(l.words), 1<<(6-l.shift)) {
		at := block<<(6-l.shift) + k
		t := ((l.words[at] | top) - v.words[at]) & top >> (width - 1)
		for half := range l.shift {
			t |= t >> ((width - 1) << half)
		}
		found |= t & (1<<(1<<l.shift) - 1) << (k << l.shift)
	}
	return found
}

// eachWithin calls f on the states whose number is from low on and below high,
// ascending. f may change numbers.
func (l lanes) eachWithin(low, high int, f func(x uint32)) {
	top, from, to := l.top(), l.fill(low), l.fill(high)
	for k, x := range l.words {
		x |= top
		for found := (x - from) &^ (x - to) & top; found != 0; found &= found - 1 {
			f(uint32(k<<l.shift | bits.TrailingZeros64(found)>>(6-l.shift)))
		}
	}
}
