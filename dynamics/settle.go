package dynamics

import "math"

// unbounded are the doubled bits of an infinity: those of numbers that are not
// finite are not below.
const unbounded = 0x7FF << 53

// bounded holds v within bounds; what is not a number stays so.
func bounded(v, low, high float64) float64 {
	r := math.Float64bits(v)
	if v < low {
		r = math.Float64bits(low)
	}
	if v > high {
		r = math.Float64bits(high)
	}
	return math.Float64frombits(r)
}

// held fills d where a scenario holds the measure.
func (b *Block) held(in *instr, d []float64) bool {
	x := b.holds[in.aux]
	if x == nil {
		return false
	}
	copy(d, x)
	return true
}

// suspect notes a measure of which some lane was not finite, before it was held
// within bounds.
func (b *Block) suspect(in *instr, top uint64) {
	if top >= unbounded {
		b.suspects = append(b.suspects, in.aux)
	}
}

// doSettleFree is for measures without bounds.
func doSettleFree(b *Block, in *instr) {
	d, x := one(b, in)
	if b.held(in, d) {
		return
	}
	top := uint64(0)
	for i := range d {
		r := math.Float64bits(x[i])
		top = max(top, r<<1)
		d[i] = math.Float64frombits(r)
	}
	b.suspect(in, top)
}

func doSettle(b *Block, in *instr) {
	d, x := one(b, in)
	if b.held(in, d) {
		return
	}
	low, high, top := in.k, in.l, uint64(0)
	for i := range d {
		v := x[i]
		top = max(top, math.Float64bits(v)<<1)
		d[i] = bounded(v, low, high)
	}
	b.suspect(in, top)
}

func doSettleNoise(b *Block, in *instr) {
	d, x, z := two(b, in)
	if b.held(in, d) {
		return
	}
	low, high, top := in.k, in.l, uint64(0)
	if b.quiet {
		z = x
	}
	for i := range d {
		v := x[i] + z[i]
		if b.quiet {
			v = x[i]
		}
		top = max(top, math.Float64bits(v)<<1)
		d[i] = bounded(v, low, high)
	}
	b.suspect(in, top)
}

// doSettleStart takes what has been observed where there is something.
func doSettleStart(b *Block, in *instr) {
	d, x := one(b, in)
	if b.held(in, d) {
		return
	}
	seen, top := b.observed[in.aux], uint64(0)
	for i := range d {
		v := x[i]
		if seen != nil && seen[i] == seen[i] {
			v = seen[i]
		}
		top = max(top, math.Float64bits(v)<<1)
		d[i] = bounded(v, in.k, in.l)
	}
	b.suspect(in, top)
}
