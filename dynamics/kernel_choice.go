package dynamics

import "math"

// The kernels of yes and no. Lanes are moved as bits, for which the compiler has
// conditional moves: a branch would be guessed wrong in every other lane.

// yes are the bits of 1; those of 0, which is no, are 0.
const yes = 0x3FF0000000000000

func doLess(b *Block, in *instr) {
	d, x, y := two(b, in)
	for i := range d {
		r := uint64(0)
		if x[i] < y[i] {
			r = yes
		}
		d[i] = math.Float64frombits(r)
	}
}

func doAtMost(b *Block, in *instr) {
	d, x, y := two(b, in)
	for i := range d {
		r := uint64(0)
		if x[i] <= y[i] {
			r = yes
		}
		d[i] = math.Float64frombits(r)
	}
}

func doEqual(b *Block, in *instr) {
	d, x, y := two(b, in)
	for i := range d {
		r := uint64(0)
		if x[i] == y[i] {
			r = yes
		}
		d[i] = math.Float64frombits(r)
	}
}

func doDiffer(b *Block, in *instr) {
	d, x, y := two(b, in)
	for i := range d {
		r := uint64(0)
		if x[i] != y[i] {
			r = yes
		}
		d[i] = math.Float64frombits(r)
	}
}

func doLessK(b *Block, in *instr) {
	d, x := one(b, in)
	k := in.k
	for i := range d {
		r := uint64(0)
		if x[i] < k {
			r = yes
		}
		d[i] = math.Float64frombits(r)
	}
}

func doMoreK(b *Block, in *instr) {
	d, x := one(b, in)
	k := in.k
	for i := range d {
		r := uint64(0)
		if x[i] > k {
			r = yes
		}
		d[i] = math.Float64frombits(r)
	}
}

func doAtMostK(b *Block, in *instr) {
	d, x := one(b, in)
	k := in.k
	for i := range d {
		r := uint64(0)
		if x[i] <= k {
			r = yes
		}
		d[i] = math.Float64frombits(r)
	}
}

func doAtLeastK(b *Block, in *instr) {
	d, x := one(b, in)
	k := in.k
	for i := range d {
		r := uint64(0)
		if x[i] >= k {
			r = yes
		}
		d[i] = math.Float64frombits(r)
	}
}

func doNot(b *Block, in *instr) {
	d, x := one(b, in)
	for i := range d {
		d[i] = math.Float64frombits(math.Float64bits(x[i]) ^ yes)
	}
}

func doAnd(b *Block, in *instr) {
	d, x, y := two(b, in)
	for i := range d {
		d[i] = math.Float64frombits(math.Float64bits(x[i]) & math.Float64bits(y[i]))
	}
}

func doOr(b *Block, in *instr) {
	d, x, y := two(b, in)
	for i := range d {
		d[i] = math.Float64frombits(math.Float64bits(x[i]) | math.Float64bits(y[i]))
	}
}

func doChoose(b *Block, in *instr) {
	d, x, y, z := three(b, in)
	for i := range d {
		r, other := math.Float64bits(z[i]), math.Float64bits(y[i])
		if math.Float64bits(x[i]) != 0 {
			r = other
		}
		d[i] = math.Float64frombits(r)
	}
}

func doChooseLess(b *Block, in *instr) {
	d, x, y, z := three(b, in)
	w := b.at[in.e][:len(d)]
	for i := range d {
		r, other := math.Float64bits(w[i]), math.Float64bits(z[i])
		if x[i] < y[i] {
			r = other
		}
		d[i] = math.Float64frombits(r)
	}
}

func doChooseAtMost(b *Block, in *instr) {
	d, x, y, z := three(b, in)
	w := b.at[in.e][:len(d)]
	for i := range d {
		r, other := math.Float64bits(w[i]), math.Float64bits(z[i])
		if x[i] <= y[i] {
			r = other
		}
		d[i] = math.Float64frombits(r)
	}
}

func doChooseLessK(b *Block, in *instr) {
	d, x := one(b, in)
	z, w := b.at[in.c][:len(d)], b.at[in.e][:len(d)]
	k := in.k
	for i := range d {
		r, other := math.Float64bits(w[i]), math.Float64bits(z[i])
		if x[i] < k {
			r = other
		}
		d[i] = math.Float64frombits(r)
	}
}

func doChooseMoreK(b *Block, in *instr) {
	d, x := one(b, in)
	z, w := b.at[in.c][:len(d)], b.at[in.e][:len(d)]
	k := in.k
	for i := range d {
		r, other := math.Float64bits(w[i]), math.Float64bits(z[i])
		if x[i] > k {
			r = other
		}
		d[i] = math.Float64frombits(r)
	}
}

func doChooseAtMostK(b *Block, in *instr) {
	d, x := one(b, in)
	z, w := b.at[in.c][:len(d)], b.at[in.e][:len(d)]
	k := in.k
	for i := range d {
		r, other := math.Float64bits(w[i]), math.Float64bits(z[i])
		if x[i] <= k {
			r = other
		}
		d[i] = math.Float64frombits(r)
	}
}

func doChooseAtLeastK(b *Block, in *instr) {
	d, x := one(b, in)
	z, w := b.at[in.c][:len(d)], b.at[in.e][:len(d)]
	k := in.k
	for i := range d {
		r, other := math.Float64bits(w[i]), math.Float64bits(z[i])
		if x[i] >= k {
			r = other
		}
		d[i] = math.Float64frombits(r)
	}
}

// doClamp has the signs of zeros as max and min have them, for bounds other than −0.
func doClamp(b *Block, in *instr) {
	d, x := one(b, in)
	low, high := in.k, in.l
	lowBits, highBits := math.Float64bits(low), math.Float64bits(high)
	for i := range d {
		v := x[i]
		r := math.Float64bits(v)
		if v <= low {
			r = lowBits
		}
		if v > high {
			r = highBits
		}
		d[i] = math.Float64frombits(r)
	}
}

// doMaxK has the signs of zeros as max has them, for k other than −0; the like
// holds for the kernels below.
func doMaxK(b *Block, in *instr) {
	d, x := one(b, in)
	k := in.k
	least := math.Float64bits(k)
	for i := range d {
		v := x[i]
		r := math.Float64bits(v)
		if v <= k {
			r = least
		}
		d[i] = math.Float64frombits(r)
	}
}

func doMinK(b *Block, in *instr) {
	d, x := one(b, in)
	k := in.k
	most := math.Float64bits(k)
	for i := range d {
		v := x[i]
		r := math.Float64bits(v)
		if v > k {
			r = most
		}
		d[i] = math.Float64frombits(r)
	}
}

func doExcess(b *Block, in *instr) {
	d, x, y := two(b, in)
	k := in.k
	least := math.Float64bits(k)
	for i := range d {
		v := x[i] - y[i]
		r := math.Float64bits(v)
		if v <= k {
			r = least
		}
		d[i] = math.Float64frombits(r)
	}
}

func doExcessTimesKPlus(b *Block, in *instr) {
	d, x, y, z := three(b, in)
	k, l := in.k, in.l
	least := math.Float64bits(l)
	for i := range d {
		v := x[i] - y[i]
		r := math.Float64bits(v)
		if v <= l {
			r = least
		}
		d[i] = float64(math.Float64frombits(r)*k) + z[i]
	}
}
