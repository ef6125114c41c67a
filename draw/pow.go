package draw

import "math"

// Pow is x to the y, within 0.6 units in the last place, with the same bits on
// every processor. Special cases are those of IEEE 754: x⁰ and 1^y are 1 whatever
// the other is, a negative x to a y that is no integer is not a number.
func Pow(x, y float64) float64 {
	size := math.Abs(x)
	switch {
	case y == 0 || x == 1:
		return 1
	case x != x || y != y:
		return math.NaN()
	case size == 1 && math.IsInf(y, 0):
		return 1
	case size == 0 || math.IsInf(x, 0) || math.IsInf(y, 0):
		return powFar(x, y)
	}
	negative := false
	if x < 0 {
		if y != math.Trunc(y) {
			return math.NaN()
		}
		negative = odd(y)
	}
	z := powOf(size, y)
	if negative {
		return -z
	}
	return z
}

// odd reports whether an integer is odd; beyond 2⁵³ all are even.
func odd(y float64) bool { return math.Mod(y, 2) != 0 }

// powFar is Pow at a zero or an infinity.
func powFar(x, y float64) float64 {
	size := math.Abs(x)
	if math.IsInf(y, 0) {
		if (size > 1) == (y > 0) {
			return math.Inf(1)
		}
		return 0
	}
	z := 0.0
	if (size > 1) == (y > 0) {
		z = math.Inf(1)
	}
	if math.Signbit(x) && y == math.Trunc(y) && odd(y) {
		return -z
	}
	return z
}

// powOf is x^y for finite x > 0 and y: the logarithm and its product with y are
// had in two parts each, or else their error would be multiplied.
func powOf(x, y float64) float64 {
	shift := 0.0
	if x < 0x1p-1022 {
		x, shift = x*0x1p52, -52
	}
	high, low := logParts(x)
	if shift != 0 {
		first := float64(shift * ln2High)
		sum := high + first
		low += (high - sum + first) + float64(shift*ln2Low)
		high = sum
	}
	switch estimate := float64(high * y); {
	case estimate > 709.8:
		return math.Inf(1)
	case estimate < -745.2:
		return 0
	case math.Abs(estimate) < 0x1p-60:
		return 1 + estimate
	}
	p, e := product(high, y)
	return expSplit(p, e+float64(low*y))
}
