package draw

import "math"

// shapes are the two exponents of a beta law with a mean and a standard
// deviation; ok is false where there is none.
func shapes(mean, deviation float64) (a, b float64, ok bool) {
	weight := mean*(1-mean)/(deviation*deviation) - 1
	return mean * weight, (1 - mean) * weight, mean > 0 && mean < 1 && deviation > 0 && weight > 0
}

func betaCDF(x, mean, deviation float64) float64 {
	if deviation == 0 && mean >= 0 && mean <= 1 {
		return jump(x, mean)
	}
	a, b, ok := shapes(mean, deviation)
	switch {
	case !ok || x != x:
		return math.NaN()
	case x <= 0:
		return 0
	case x >= 1:
		return 1
	}
	below, _, _ := incomplete(x, a, b)
	return below
}

// betaQuantile seeks the root by Newton's method within a bracket. The bracket is
// halved by the bits of its ends, so that a law crowded at 0 costs no more.
func betaQuantile(u, mean, deviation float64) float64 {
	if deviation == 0 && mean >= 0 && mean <= 1 {
		return mean
	}
	a, b, ok := shapes(mean, deviation)
	switch {
	case !ok:
		return math.NaN()
	case u == 0 || u == 1:
		return u
	}
	low, high, x := 0.0, 1.0, mean
	for range 200 {
		below, above, slope := incomplete(x, a, b)
		miss := below - u
		if u > 0.5 {
			miss = (1 - u) - above
		}
		if miss > 0 {
			high = x
		} else {
			low = x
		}
		next := x - miss/slope
		if math.Abs(next-x) <= 0x1p-53*x {
			return x
		}
		if !(next > low && next < high) {
			next = math.Float64frombits(math.Float64bits(low)/2 + math.Float64bits(high)/2)
			if next <= low {
				return high
			}
		}
		x = next
	}
	return x
}

// incomplete is the beta law with exponents a and b at x in (0, 1): the shares
// below and above x, and the density. The smaller share is the density times a
// continued fraction [didonato1992], taken by Lentz's method [thompson1986].
func incomplete(x, a, b float64) (below, above, slope float64) {
	slope = betaWeight(x, a, b) / (x * (1 - x))
	if x*(a+b+2) <= a+1 {
		below = float64(slope * x * (1 - x) / a * tailFraction(x, a, b))
		return below, 1 - below, slope
	}
	above = float64(slope * x * (1 - x) / b * tailFraction(1-x, b, a))
	return 1 - above, above, slope
}

// tailFraction is the continued fraction of the incomplete beta function, for x
// not above (a+1)/(a+b+2), where it converges in some √(a+b) rounds.
func tailFraction(x, a, b float64) float64 {
	const tiny = 1e-300
	c, d := 1.0, 1/(1-(a+b)*x/(a+1))
	value := d
	for m := 1.0; m < 10000; m++ {
		for _, term := range [2]float64{
			m * (b - m) * x / ((a + float64(2*m) - 1) * (a + float64(2*m))),
			-(a + m) * (a + b + m) * x / ((a + float64(2*m)) * (a + float64(2*m) + 1)),
		} {
			if d = 1 + float64(term*d); d == 0 {
				d = tiny
			}
			if c = 1 + term/c; c == 0 {
				c = tiny
			}
			d = 1 / d
			value *= c * d
		}
		if math.Abs(float64(c*d)-1) < 0x1p-52 {
			break
		}
	}
	return value
}

// betaWeight is x^a·(1−x)^b over the beta function, after Loader [loader2000]: no
// two large logarithms are subtracted, so large a and b lose no digits.
func betaWeight(x, a, b float64) float64 {
	n := a + b
	exponent := stirling(n) - stirling(a) - stirling(b) - excess(a, float64(n*x)) - excess(b, float64(n*(1-x)))
	return math.Sqrt(a/n*b/(2*math.Pi)) * Exp(exponent)
}

// excess is a·ln(a/m) + m − a, without cancellation where a is near m.
func excess(a, m float64) float64 {
	v := (a - m) / (a + m)
	if math.Abs(v) > 0.1 {
		return float64(a*Log(a/m)) + m - a
	}
	sum, power := float64((a-m)*v), 2*a*v
	for n := 3.0; n < 40; n += 2 {
		power *= v * v
		sum += power / n
	}
	return sum
}

// stirling is what Stirling's formula leaves of the logarithm of the gamma
// function at z > 0: by its series from 15 on, below by z → z+1.
func stirling(z float64) float64 {
	sum := 0.0
	for ; z < 15; z++ {
		sum += float64((z+0.5)*log1p(1/z)) - 1
	}
	w := 1 / (z * z)
	series := 1.0/1188 + float64(w*(-691.0/360360+float64(w*(1.0/156))))
	series = 1.0/1260 + float64(w*(-1.0/1680+float64(w*series)))
	return sum + (1.0/12+float64(w*(-1.0/360+float64(w*series))))/z
}
