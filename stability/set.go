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

// Add puts x into the set.
func (s *Set) Add(x reckon.State) { s.add(x) }

// Clone returns a copy.
func (s *Set) Clone() *Set { return &Set{words: append([]uint64(nil), s.words...)} }

// Empty reports whether no state is in the set.
func (s *Set) Empty() bool {
	for _, w := range s.words {
		if w != 0 {
			return false
		}
	}
	return true
}

// Join adds every state of o and returns s.
func (s *Set) Join(o *Set) *Set {
	for i, w := range o.words {
		s.words[i] |= w
	}
	return s
}

// Keep takes out every state that is not in o and returns s.
func (s *Set) Keep(o *Set) *Set {
	for i, w := range o.words {
		s.words[i] &= w
	}
	return s
}

// Drop takes out every state of o and returns s.
func (s *Set) Drop(o *Set) *Set {
	for i, w := range o.words {
		s.words[i] &^= w
	}
	return s
}

// Each calls f on every state of the set in ascending order.
func (s *Set) Each(f func(reckon.State)) { s.each(f) }

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
	all := sets[0].Clone()
	for _, s := range sets[1:] {
		all.Keep(s)
	}
	return all
}
