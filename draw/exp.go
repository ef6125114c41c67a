package draw

import "math"

const (
	expSteps = 128
	// The logarithm of 2 over 128: the high part has 35 bits, so that its product
	// with a number of steps is exact.
	stepsOfE  = 0x1.71547652b82fep+07
	stepHigh  = 0x1.62e42fefcp-08
	stepLow   = -0x1.c610ca86c3899p-44
	toInteger = 0x1.8p52 // added and taken off again, it leaves the nearest integer
)

// Exp is e to the x, within 0.52 units in the last place, with the same bits on
// every processor. It is table-driven [tang1989]: x is k·ln2/128 + r, the powers of
// 2^(1/128) are at hand to twice the precision, and e^r − 1 is a short polynomial.
func Exp(x float64) float64 {
	if !(x > -708 && x < 709) { // also not a number
		return expFar(x)
	}
	shifted := float64(x*stepsOfE) + toInteger
	steps := shifted - toInteger
	k := int64(math.Float64bits(shifted)) << 12 >> 12
	r := x - float64(steps*stepHigh) - float64(steps*stepLow)
	p := &powersOfTwo[k&(expSteps-1)]
	scale := math.Float64frombits(math.Float64bits(p[0]) + uint64(k>>7)<<52)
	return scale + float64(scale*grown(r, p[1]))
}

// grown is e^r − 1 + tail for |r| ≤ ln2/256.
func grown(r, tail float64) float64 {
	square := r * r
	return tail + r + float64(square*(0.5+float64(r*(1.0/6)))) + float64(square*square*(1.0/24+float64(r*(1.0/120))))
}

// expFar is Exp where the result is no ordinary number or nearly so.
func expFar(x float64) float64 {
	switch {
	case x != x:
		return x
	case x > 709.782712893384:
		return math.Inf(1)
	case x < -745.2:
		return 0
	}
	return expSplit(x, 0)
}

// expSplit is e^(x+tail) for x between −745.2 and 709.8 and a tail far smaller.
// The scale is applied in two halves, either of them an ordinary number.
func expSplit(x, tail float64) float64 {
	steps := float64(x*stepsOfE) + toInteger - toInteger
	r := x - float64(steps*stepHigh) - float64(steps*stepLow) + tail
	k := int(steps)
	p := &powersOfTwo[k&(expSteps-1)]
	mantissa := p[0] + float64(p[0]*grown(r, p[1]))
	k >>= 7
	return mantissa * power2(k/2) * power2(k-k/2)
}

// power2 is 2^k for k between −1022 and 1023.
func power2(k int) float64 { return math.Float64frombits(uint64(k+1023) << 52) }

// Exps writes Exp of each x to the slice to, which may be xs itself.
func Exps(to, xs []float64) {
	to = to[:len(xs)]
	for i, x := range xs {
		to[i] = Exp(x)
	}
}
