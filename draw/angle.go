package draw

import (
	"math"
	"math/big"
)

// A quarter turn, π/2, in parts of 33 bits, whose products with a count of turns
// below 2²⁰ are exact [cody1980].
const (
	quarter1    = 0x1.921fb544p+0
	quarter2    = 0x1.0b4611a6p-34
	quarter3    = 0x1.3198a2e0p-69
	quarter4    = 0x1.b839a252049c1p-104
	quarterHigh = 0x1.921fb54442d18p+0
	quarterLow  = 0x1.1a62633145c07p-54
	quarters    = 0x1.45f306dc9c883p-1 // 2/π
)

// sum is a+b as its nearest number and what that leaves [dekker1971].
func sum(a, b float64) (high, low float64) {
	high = a + b
	t := high - a
	return high, (a - (high - t)) + (b - t)
}

// turned takes quarter turns off a finite angle: how many, modulo 4, and what is
// left, at most an eighth of a turn, in two parts.
func turned(x float64) (quadrant int, high, low float64) {
	if math.Abs(x) >= 1<<20 {
		return turnedFar(x)
	}
	n := float64(x*quarters) + toInteger - toInteger
	a, e := sum(x-float64(n*quarter1), -float64(n*quarter2))
	b, f := sum(a, -float64(n*quarter3))
	high, low = sum(b, e+f-float64(n*quarter4))
	return int(n) & 3, high, low
}

// turnedFar does so for large angles in whole numbers, with π to as many places as
// the largest angle needs. It is slow; a model whose angles grow so large has
// other worries.
func turnedFar(x float64) (quadrant int, high, low float64) {
	const places = 1200
	// Machin: π/4 = 4·arctan(1/5) − arctan(1/239).
	quarter := arccot(5, places)
	quarter.Lsh(quarter, 2).Sub(quarter, arccot(239, places)).Lsh(quarter, 1)
	mantissa, exponent := math.Frexp(math.Abs(x))
	angle := big.NewInt(int64(math.Ldexp(mantissa, 53)))
	angle.Lsh(angle, uint(places+exponent-53))
	n, rest := new(big.Int).QuoRem(angle, quarter, new(big.Int))
	if new(big.Int).Lsh(rest, 1).Cmp(quarter) > 0 {
		n.Add(n, big.NewInt(1))
		rest.Sub(rest, quarter)
	}
	left := new(big.Float).SetInt(rest)
	left.SetMantExp(left, -places)
	high, _ = left.Float64()
	low, _ = left.Sub(left, big.NewFloat(high)).Float64()
	quadrant = int(n.Bit(0) | n.Bit(1)<<1)
	if x < 0 {
		return -quadrant & 3, -high, -low
	}
	return quadrant, high, low
}

// arccot is the arctangent of 1/n times 2^places, by its series.
func arccot(n int64, places uint) *big.Int {
	power := new(big.Int).Lsh(big.NewInt(1), places+20)
	power.Quo(power, big.NewInt(n))
	total, square := new(big.Int).Set(power), big.NewInt(-n*n)
	for k := int64(3); power.Sign() != 0; k += 2 {
		power.Quo(power, square)
		total.Add(total, new(big.Int).Quo(power, big.NewInt(k)))
	}
	return total.Rsh(total, 20)
}

// sinOf is the sine of high+low, at most π/4 in size, by its series.
func sinOf(high, low float64) float64 {
	z := float64(high * high)
	s := 1.0/362880 + float64(z*(-1.0/39916800+float64(z*(1.0/6227020800+float64(z*(-1.0/1307674368000+float64(z*(1.0/355687428096000))))))))
	s = -1.0/6 + float64(z*(1.0/120+float64(z*(-1.0/5040+float64(z*s)))))
	return high + (float64(high*z*s) + float64(low*(1-float64(0.5*z))))
}

// cosOf is the cosine of high+low, at most π/4 in size, by its series.
func cosOf(high, low float64) float64 {
	z := float64(high * high)
	c := 1.0/40320 + float64(z*(-1.0/3628800+float64(z*(1.0/479001600+float64(z*(-1.0/87178291200+float64(z*(1.0/20922789888000))))))))
	c = 1.0/24 + float64(z*(-1.0/720+float64(z*c)))
	half := float64(0.5 * z)
	w := 1 - half
	return w + (1 - w - half + (float64(z*z*c) - float64(high*low)))
}

func sin(x float64) float64 {
	switch {
	case x == 0 || x != x:
		return x
	case math.IsInf(x, 0):
		return math.NaN()
	}
	quadrant, high, low := turned(x)
	switch quadrant {
	case 0:
		return sinOf(high, low)
	case 1:
		return cosOf(high, low)
	case 2:
		return -sinOf(high, low)
	}
	return -cosOf(high, low)
}

func cos(x float64) float64 {
	if math.IsInf(x, 0) || x != x {
		return math.NaN()
	}
	quadrant, high, low := turned(x)
	switch quadrant {
	case 0:
		return cosOf(high, low)
	case 1:
		return -sinOf(high, low)
	case 2:
		return -cosOf(high, low)
	}
	return sinOf(high, low)
}

func tan(x float64) float64 {
	if x == 0 || math.IsInf(x, 0) || x != x {
		return sin(x)
	}
	quadrant, high, low := turned(x)
	if quadrant&1 == 0 {
		return sinOf(high, low) / cosOf(high, low)
	}
	return -cosOf(high, low) / sinOf(high, low)
}

// arctan takes the nearest sixteenth off the tangent first; what is left is at most
// 1/32, for which the series is short.
func arctan(x float64) float64 {
	size := math.Abs(x)
	switch {
	case x != x || size < 0x1p-27:
		return x
	case size <= 1:
		high, low := arctanOf(size, 1)
		return math.Copysign(high+low, x)
	case math.IsInf(x, 0):
		return math.Copysign(quarterHigh, x)
	}
	high, low := arctanOf(1, size)
	whole, rest := sum(quarterHigh, -high)
	return math.Copysign(whole+(rest+(quarterLow-low)), x)
}

// arctanOf is the arctangent of over/under, in [0, 1], in two parts.
func arctanOf(over, under float64) (high, low float64) {
	j := int(float64(over/under*16) + 0.5)
	c := float64(float64(j) / 16)
	// (t−c)/(1+t·c) for t = over/under, the difference in two parts.
	p, e := product(under, c)
	d, f := sum(over, -p)
	t := (d + (f - e)) / (under + float64(over*c))
	z := t * t
	series := 1.0/9 + float64(z*(-1.0/11+float64(z*(1.0/13))))
	series = z * (-1.0/3 + float64(z*(1.0/5+float64(z*(-1.0/7+float64(z*series))))))
	at := &sixteenths[j]
	high, rest := sum(at[0], t)
	return high, rest + (at[1] + float64(t*series))
}

func arcsin(x float64) float64 {
	size := math.Abs(x)
	switch {
	case !(size <= 1):
		return math.NaN()
	case size < 0x1p-27:
		return x
	case size <= 0.5:
		return arctan(x / math.Sqrt((1-x)*(1+x)))
	}
	half := arctan(math.Sqrt((1 - size) / (1 + size)))
	return math.Copysign(quarterHigh-(float64(2*half)-quarterLow), x)
}

func arccos(x float64) float64 {
	switch {
	case !(math.Abs(x) <= 1):
		return math.NaN()
	case x >= 0.5:
		return 2 * arctan(math.Sqrt((1-x)/(1+x)))
	case x <= -0.5:
		return 2 * (quarterHigh - (arctan(math.Sqrt((1+x)/(1-x))) - quarterLow))
	}
	return quarterHigh - (arcsin(x) - quarterLow)
}
