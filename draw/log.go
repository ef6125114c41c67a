package draw

import "math"

const (
	ln2High  = 0x1.62e42fefa38p-01 // 42 bits: exact times any exponent
	ln2Low   = 0x1.ef35793c7673p-45
	tenHigh  = 0x1.bcb7b1526ep-02 // 1/ln10, likewise
	tenLow   = 0x1.438ca9aadd558p-44
	rootHalf = 0x3FE6A09E00000000 // the bits of just below √½
	firstRow = 90                 // of the table of logarithms: that of F = 90/128, the last being 182/128
)

// logParts is the natural logarithm of an ordinary x > 0 as the sum of two numbers
// with some 68 bits in all. It is table-driven [tang1990]: x is 2^k·F·(1+r) with F a
// multiple of 1/128, and r itself is had in two parts, the first of 26 bits, so
// that its square is exact.
func logParts(x float64) (high, low float64) {
	bits := math.Float64bits(x)
	above := bits - rootHalf
	k := float64(int64(above) >> 52)
	z := math.Float64frombits(bits - above&(0xFFF<<52)) // between √½ and √2
	j := int(float64(z*128) + 0.5)
	t := &logarithms[j-firstRow]
	f := float64(float64(j) / 128) // a division by a power of two is a product to the compiler
	d := z - f
	h := math.Float64frombits(math.Float64bits(d*t[0]) &^ (1<<27 - 1))
	l := float64((d - float64(h*f)) * t[0])
	r := h + l
	tail := 1.0/5 + float64(r*(-1.0/6+float64(r*(1.0/7+float64(r*(-1.0/8+float64(r*(1.0/9))))))))
	cubic := float64(r * r * r * (1.0/3 + float64(r*(-1.0/4+float64(r*tail)))))
	whole := float64(k*ln2High) + t[1]  // exact
	half := float64(0.5 * float64(h*h)) // exact
	first := h - half
	sum := whole + first
	low = (whole - sum + first) + (h - first - half) + float64(k*ln2Low) + t[2] + float64(l*(1-h-float64(0.5*l))) + cubic
	high = sum + low
	return high, sum - high + low
}

// Log is the natural logarithm of x, within 0.51 units in the last place, with the
// same bits on every processor.
func Log(x float64) float64 {
	if !(x >= 0x1p-1022 && x <= math.MaxFloat64) {
		return logFar(x, Log, 52*math.Ln2)
	}
	high, _ := logParts(x)
	return high
}

// logFar is a logarithm where x is no ordinary positive number: what it is of a
// number 2⁵² times as large, less so much.
func logFar(x float64, log func(float64) float64, less float64) float64 {
	switch {
	case x == 0:
		return math.Inf(-1)
	case x < 0:
		return math.NaN()
	case x < 1:
		return log(x*0x1p52) - less
	}
	return x // infinity, and not a number
}

// log10 is the decimal logarithm, exact at powers of ten.
func log10(x float64) float64 {
	if !(x >= 0x1p-1022 && x <= math.MaxFloat64) {
		return logFar(x, log10, 52*math.Ln2/math.Ln10)
	}
	h, l := logParts(x)
	p, e := product(h, tenHigh)
	return p + (e + float64(h*tenLow) + float64(l*tenHigh))
}

// log1p is the logarithm of 1+x for x > −1, good for small x too.
func log1p(x float64) float64 {
	u := 1 + x
	return Log(u) + (x-(u-1))/u
}

// product is a·b as the sum of its nearest number and what that leaves [dekker1971].
func product(a, b float64) (high, low float64) {
	const mask = 1<<27 - 1
	a1 := math.Float64frombits(math.Float64bits(a) &^ mask)
	b1 := math.Float64frombits(math.Float64bits(b) &^ mask)
	a2, b2 := a-a1, b-b1
	high = float64(a * b)
	return high, float64(a1*b1) - high + float64(a1*b2) + float64(a2*b1) + float64(a2*b2)
}
