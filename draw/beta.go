package draw

import "math"

// shapes are the two exponents of a beta law with a mean and a standard
// deviation; ok is false where there is none.
func shapes(mean, deviation float64) (a, b float64, ok bool) {
	weight := mean*(1-mean)/deviation/deviation - 1
	return mean * weight, (1 - mean) * weight, mean > 0 && mean < 1 && deviation > 0 && weight > 0
}

// least is where a law crowded at 0 ends: what lies below is taken to lie at 0.
const least = 0x1p-1000

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
	if min(a, b) > nearlyNormal {
		w := max(-40, min((x-mean)/deviation, 40)) // where nothing is left of either tail
		return normalCDF(w - skew(w, mean, deviation))
	}
	below, _, _ := incomplete(max(x, least), a, b)
	return below
}

// nearlyNormal is the exponent from which a beta law is taken for a normal one,
// corrected for its skewness [cornish1938]; what is left is below 1e-12.
const nearlyNormal = 1e8

// skew is that correction, by which the quantile of a standardised beta law
// exceeds that of the normal law near w.
func skew(w, mean, deviation float64) float64 {
	return float64((float64(w*w) - 1) / 3 * (1 - float64(2*mean)) * deviation / (mean * (1 - mean)))
}

// betaQuantile seeks the root within a bracket, whose ends are halved by their bits
// where a step leads out of it.
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
	if min(a, b) > nearlyNormal {
		z := normalQuantile(u)
		return mean + float64(deviation*(z+skew(z, mean, deviation)))
	}
	if below, _, _ := incomplete(least, a, b); below >= u {
		return 0
	}
	low, high, x := least, 1.0, mean
	for range 200 {
		below, above, slope := incomplete(x, a, b)
		if u <= 0.5 && below > u || u > 0.5 && above < 1-u {
			high = x
		} else {
			low = x
		}
		next := stepped(x, u, below, above, slope, x < mean)
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

// stepped is a step of Newton's method on the logarithms of a tail and of the
// distance from its end: the tails are nearly powers, for which one step is exact.
func stepped(x, u, below, above, slope float64, left bool) float64 {
	if left {
		return x + float64(x*lessOne(Log(u/below)*below/(slope*x)))
	}
	return x - float64((1-x)*lessOne(Log((1-u)/above)*above/(slope*(1-x))))
}

// lessOne is e^s − 1, well enough for a step.
func lessOne(s float64) float64 {
	if math.Abs(s) < 0x1p-10 {
		return s + float64(0.5*s*s)
	}
	return Exp(s) - 1
}

// incomplete is the beta law with exponents a and b at x in (0, 1): the shares
// below and above x, and the density. The smaller share is the density times a
// continued fraction.
func incomplete(x, a, b float64) (below, above, slope float64) {
	weight := betaWeight(x, a, b)
	slope = weight / (x * (1 - x))
	short := float64(a*(1-x)) - float64(b*x) // of the mean, times a+b
	if x*(a+b+2) <= a+1 {
		below = float64(weight * tailFraction(x, 1-x, a, b, short))
		return below, 1 - below, slope
	}
	above = float64(weight * tailFraction(1-x, x, b, a, -short))
	return 1 - above, above, slope
}

// tailFraction is the even part of the continued fraction of the incomplete beta
// function, whose terms come of the distance to the mean without cancellation
// [didonato1992]; for x not above (a+1)/(a+b+2), where it converges in some √(a+b)
// rounds. It is taken by the recurrence of its convergents.
func tailFraction(x, y, a, b, short float64) float64 {
	c := 1 + short
	over, under, overBefore, underBefore := 1.0, c/(1+1/a), 0.0, 1.0
	value := over / under
	for n := 1.0; n < 1e6; n++ {
		step := a + float64(2*n)
		w := n * (b - n) * x
		e := a / (step - 1)
		alpha := float64((1 + (n-1)/a) * ((a + n - 1 + b) / a) * e * e * w * x)
		beta := n + w/(step-1) + float64((a+n)/(step+1)*(c+float64(n*(1+y))))
		over, overBefore = float64(alpha*overBefore)+float64(beta*over), over
		under, underBefore = float64(alpha*underBefore)+float64(beta*under), under
		before := value
		value = over / under
		if math.Abs(value-before) <= 0x1p-53*value {
			break
		}
		overBefore, underBefore, over, under = overBefore/under, underBefore/under, value, 1
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
