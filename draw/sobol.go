package draw

import "math/bits"

// Sobol is a sequence of points spread evenly over a cube of up to 128 dimensions
// [sobol1967], scrambled as Owen does [owen1995] by its seed: of any 2^m
// consecutive points from a multiple of 2^m on, each of the 2^m equal intervals of
// every dimension holds one. Scrambled points are each uniform in the cube, so
// their averages have no bias, and those of 2^m points converge faster than those
// of random ones.
//
// The primitive polynomials and initial direction numbers are our own search, see
// TestDirections: after Joe and Kuo [joe2008] they favour the evenness of pairs of
// dimensions, near ones most.
type Sobol struct{ Seed uint64 }

// sobolBits is the number of digits that the sequence itself decides; those below
// are random. It bounds the points to 2³².
const sobolBits = 32

// Dims is the number of dimensions there are.
func (Sobol) Dims() int { return len(initials) }

// At returns one coordinate of a point, in the open interval (0, 1), without the
// points before it. A dimension from Dims on panics.
func (s Sobol) At(point uint32, dim int) float64 {
	tree := Key{Seed: s.Seed, Module: 5, Purpose: 1, Step: uint32(dim)}
	return scrambled(net(point, dim), tree.word())
}

// net is a coordinate of a point of the sequence before scrambling, as digits of
// base 2, the first highest.
func net(point uint32, dim int) uint32 {
	v, x := &directions[dim], uint32(0)
	for rest := point; rest != 0; rest &= rest - 1 {
		x ^= v[bits.TrailingZeros32(rest)]
	}
	return x
}

// scrambled flips each digit or not, by a hash of the digits above it: the nodes
// of a binary tree, each with a coin of its own. Digits beyond the last are the
// hash of all.
func scrambled(x uint32, tree uint64) float64 {
	y, above := uint32(0), uint64(1)
	for bit := sobolBits - 1; bit >= 0; bit-- {
		digit := x >> bit & 1
		y = y<<1 | digit ^ uint32(mixed(tree+above*0x9E3779B97F4A7C15)>>63)
		above = above<<1 | uint64(digit)
	}
	return open(uint64(y)<<32 | mixed(tree+above*0x9E3779B97F4A7C15)>>32)
}

// directions holds, by dimension, what each digit of a point's number adds.
var directions = directed()

// directed extends the initial numbers by the recurrence of their polynomial.
func directed() [][sobolBits]uint32 {
	all := make([][sobolBits]uint32, len(initials))
	for bit := range sobolBits {
		all[0][bit] = 1 << (sobolBits - 1 - bit)
	}
	for dim := 1; dim < len(initials); dim++ {
		all[dim] = extended(polynomials[dim], initials[dim])
	}
	return all
}

// extended makes the direction numbers of a polynomial, given by its coefficients
// as bits, and initial odd numbers, one a degree.
func extended(polynomial uint32, initial []uint32) (v [sobolBits]uint32) {
	degree := len(initial)
	for i := range sobolBits {
		if i < degree {
			v[i] = initial[i] << (sobolBits - 1 - i)
			continue
		}
		v[i] = v[i-degree] ^ v[i-degree]>>degree
		for k := 1; k < degree; k++ {
			if polynomial>>(degree-k)&1 == 1 {
				v[i] ^= v[i-k]
			}
		}
	}
	return v
}
