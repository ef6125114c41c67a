package stability

import (
	"math/bits"

	"reckon"
)

// Set is a set of states, one bit each.
type Set struct {
	words []uint64
}

// newSet returns the empty set over 2^options states.
func newSet(options int) *Set {
	return &Set{words: make([]uint64, max(1, 1<<options/64))}
}

// Has reports whether x is in the set.
func (s *Set) Has(x reckon.State) bool { return s.words[x>>6]>>(x&63)&1 == 1 }

func (s *Set) add(x reckon.State) { s.words[x>>6] |= 1 << (x & 63) }

// Len returns the number of states in the set.
func (s *Set) Len() int {
	n := 0
	for _, w := range s.words {
		n += bits.OnesCount64(w)
	}
	return n
}

// List returns the states in ascending order (option 1 is the lowest bit).
func (s *Set) List() []reckon.State {
	list := make([]reckon.State, 0, s.Len())
	s.each(func(x reckon.State) { list = append(list, x) })
	return list
}

// each calls f on every state of the set in ascending order.
func (s *Set) each(f func(reckon.State)) {
	for i, w := range s.words {
		for ; w != 0; w &= w - 1 {
			f(reckon.State(i<<6 | bits.TrailingZeros64(w)))
		}
	}
}

// intersect returns the states that are in every one of the sets.
func intersect(sets []*Set) *Set {
	all := &Set{words: append([]uint64(nil), sets[0].words...)}
	for _, s := range sets[1:] {
		for i, w := range s.words {
			all.words[i] &= w
		}
	}
	return all
}
