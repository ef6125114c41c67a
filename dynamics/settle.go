package dynamics

import "math"

// bounded holds v within bounds; what is not a number stays so.
func bounded(v, low, high float64) float64 {
	if v <= low {
		return low
	}
	if v > high {
		return high
	}
	return v
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

// suspect notes a measure of which some lane may not be finite, before it was held
// within bounds: the sum of its lanes is not. Finite lanes with such a sum are
// found innocent later.
func (b *Block) suspect(in *instr, sum float64) {
	if !finite(sum) {
		b.suspects = append(b.suspects, in.aux)
	}
}

// doSettleFree is for measures without bounds.
func doSettleFree(b *Block, in *instr) {
	d, x := one(b, in)
	if b.held(in, d) {
		return
	}
	copy(d, x)
	b.suspect(in, sum(x))
}

// sum adds in four strands, since an addition waits for the one before it.
func sum(x []float64) float64 {
	var s, t, u, v float64
	for ; len(x) >= 4; x = x[4:] {
		s += x[0]
		t += x[1]
		u += x[2]
		v += x[3]
	}
	for _, y := range x {
		s += y
	}
	return (s + t) + (u + v)
}

// doSettle is for any bounds.
func doSettle(b *Block, in *instr) {
	d, x := one(b, in)
	if b.held(in, d) {
		return
	}
	within(d, x, in.k, in.l)
	b.suspect(in, sum(x))
}

// within holds lanes within bounds, without a branch to guess.
func within(d, x []float64, low, high float64) {
	least, most := math.Float64bits(low), math.Float64bits(high)
	x = x[:len(d)]
	for i := range d {
		v := x[i]
		r := math.Float64bits(v)
		if v <= low {
			r = least
		}
		if v > high {
			r = most
		}
		d[i] = math.Float64frombits(r)
	}
}

// doSettlePositive is for measures that are never below 0. Such numbers are in the
// order of their bits, and all others are below them by the sign, −0 too. What is
// not a number does not stay so, but suspect finds it.
func doSettlePositive(b *Block, in *instr) {
	d, x := one(b, in)
	if b.held(in, d) {
		return
	}
	least, most := int64(math.Float64bits(in.k)), int64(math.Float64bits(in.l))
	var s, t, u, v float64
	for len(d) >= 4 && len(x) >= 4 {
		s += x[0]
		t += x[1]
		u += x[2]
		v += x[3]
		d[0] = math.Float64frombits(uint64(min(max(int64(math.Float64bits(x[0])), least), most)))
		d[1] = math.Float64frombits(uint64(min(max(int64(math.Float64bits(x[1])), least), most)))
		d[2] = math.Float64frombits(uint64(min(max(int64(math.Float64bits(x[2])), least), most)))
		d[3] = math.Float64frombits(uint64(min(max(int64(math.Float64bits(x[3])), least), most)))
		d, x = d[4:], x[4:]
	}
	for i := range d {
		s += x[i]
		d[i] = math.Float64frombits(uint64(min(max(int64(math.Float64bits(x[i])), least), most)))
	}
	b.suspect(in, (s+t)+(u+v))
}

// doSettleNoise adds what chance adds.
func doSettleNoise(b *Block, in *instr) {
	d, x, z := two(b, in)
	if b.held(in, d) {
		return
	}
	if b.quiet {
		copy(d, x)
	} else {
		for i := range d {
			d[i] = x[i] + z[i]
		}
	}
	b.suspect(in, sum(d))
	within(d, d, in.k, in.l)
}

// doSettleStart takes what has been observed where there is something. Measures
// counted on are what those that are worked out were before the run.
func doSettleStart(b *Block, in *instr) {
	d, x := one(b, in)
	measure := int(in.aux) % len(b.holds)
	if int(in.aux) == measure && b.held(in, d) {
		return
	}
	copy(d, x)
	for i, seen := range b.observed[measure] {
		if seen == seen {
			d[i] = seen
		}
	}
	b.suspect(in, sum(d))
	within(d, d, in.k, in.l)
}
