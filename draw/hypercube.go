package draw

import "math/bits"

// LatinHypercube is a keyed Latin hypercube [mckay1979]: of its Points, each of as
// many equal intervals of every dimension holds one, at a random place, and the
// dimensions are matched at random. There is no bound to the dimensions.
type LatinHypercube struct {
	Seed   uint64
	Points int
}

// At returns one coordinate of a point below Points, in the open interval (0, 1),
// without the others.
func (h LatinHypercube) At(point, dim int) float64 {
	if point < 0 || point >= h.Points {
		panic("draw: a point outside the hypercube")
	}
	place := Key{Seed: h.Seed, Run: uint64(point), Entity: uint64(dim), Module: 5, Purpose: 2}
	within := (float64(h.stratum(point, dim)) + place.Uniform()) / float64(h.Points)
	return min(within, 1-0x1p-53) // in the last interval the sum may round to 1
}

// stratum permutes the points: a cipher of four rounds [luby1988] on the least even
// number of bits that holds them, repeated until it falls among them.
func (h LatinHypercube) stratum(point, dim int) int {
	key := Key{Seed: h.Seed, Entity: uint64(dim), Module: 5, Purpose: 3}
	w, v := philox(key.packed())
	half := (bits.Len(uint(h.Points-1)) + 1) / 2
	mask := uint64(1)<<half - 1
	x := uint64(point)
	for {
		left, right := x>>half, x&mask
		for _, k := range [4]uint64{w >> 32, w, v >> 32, v} {
			left, right = right, left^mixed(k<<32+right)&mask
		}
		if x = left<<half | right; x < uint64(h.Points) {
			return int(x)
		}
	}
}
