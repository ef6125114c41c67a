package preference

import (
	"math/bits"

	"reckon"
)

// relation is a comparison of a state x with a state s for one actor. It depends
// on s, and on x, only through what it reads of them.
type relation interface {
	reads() [][]uint64 // by state
	holds(x, s reckon.State) bool
	// over returns, for up to 64 states s, the function that gives for x the bits
	// of those to which x is so related.
	over(states []reckon.State) func(x reckon.State) uint64
}

// scale gives each feasible state some yes/no digits, the most important highest.
type scale struct {
	key  []uint64
	bits int
}

// byDigit compares two states by the first digit in which they differ: x is so
// related to s where that digit is on in x and in up, or off in x and in down;
// and, where they differ in none, if tie.
type byDigit struct {
	scale
	up, down uint64
	tie      bool
}

// all is every digit.
const all = ^uint64(0)

func (r byDigit) reads() [][]uint64 { return [][]uint64{r.key} }

func (r byDigit) holds(x, s reckon.State) bool {
	differ := r.key[x] ^ r.key[s]
	if differ == 0 {
		return r.tie
	}
	first := uint64(1) << (bits.Len64(differ) - 1)
	if r.key[x]&first != 0 {
		return r.up&first != 0
	}
	return r.down&first != 0
}

func (r byDigit) over(states []reckon.State) func(x reckon.State) uint64 {
	on := make([]uint64, r.bits) // by digit: the states in which it is on
	for c, s := range states {
		for k := range on {
			on[k] |= r.key[s] >> k & 1 << c
		}
	}
	return func(x reckon.State) uint64 {
		key, same, found := r.key[x], all, uint64(0)
		for k := r.bits - 1; k >= 0 && same != 0; k-- {
			differ, counts := same&on[k], r.down
			if key>>k&1 == 1 {
				differ, counts = same&^on[k], r.up
			}
			if counts>>k&1 == 1 {
				found |= differ
			}
			same &^= differ
		}
		if r.tie {
			found |= same
		}
		return found
	}
}

// not is the opposite of a relation.
type not struct{ relation }

func (r not) holds(x, s reckon.State) bool { return !r.relation.holds(x, s) }

func (r not) over(states []reckon.State) func(x reckon.State) uint64 {
	f := r.relation.over(states)
	return func(x reckon.State) uint64 { return ^f(x) }
}

// both is two or more relations at once; none at all always holds.
type both []relation

func (r both) reads() [][]uint64 {
	var list [][]uint64
	for _, part := range r {
		list = append(list, part.reads()...)
	}
	return list
}

func (r both) holds(x, s reckon.State) bool {
	for _, part := range r {
		if !part.holds(x, s) {
			return false
		}
	}
	return true
}

func (r both) over(states []reckon.State) func(x reckon.State) uint64 {
	parts := make([]func(reckon.State) uint64, len(r))
	for i, part := range r {
		parts[i] = part.over(states)
	}
	return func(x reckon.State) uint64 {
		found := all
		for _, f := range parts {
			found &= f(x)
		}
		return found
	}
}
