package bargaining

import (
	"fmt"
	"math"

	"reckon"
	"reckon/arena"
	"reckon/draw"
)

// Exponential is a law of a Law beside those of the case language; its one number is
// the rate, the inverse of the mean.
const Exponential reckon.Law = "exponential"

// Law is what is held of a number that only its owner knows: the cost that he would
// bear, or what winning is worth to him.
type Law struct {
	Kind reckon.Law
	Args []float64 // as the law has them, see reckon.Law
}

// numbers of args each law takes.
var arity = map[reckon.Law]int{reckon.Between: 2, reckon.Normal: 2, reckon.LogNormal: 2, reckon.Triangular: 3, reckon.Beta: 2, Exponential: 1}

// Check says what is wrong; the other methods need what is right.
func (l Law) Check() arena.Faults { return l.check("law") }

func (l Law) check(at string) arena.Faults {
	var f arena.Faults
	n, known := arity[l.Kind]
	if !f.Need(known, at, fmt.Sprintf("%q is not a law that spreads; write between, normal, lognormal, triangular, beta or exponential", l.Kind)) ||
		!f.Need(len(l.Args) == n, at, fmt.Sprintf("%s takes %d numbers, and %d are given", l.Kind, n, len(l.Args))) {
		return f
	}
	for _, x := range l.Args {
		if !f.Within(x, -1e100, 1e100, at, "its numbers must be finite") {
			return f
		}
	}
	spreads := l.Quantile(0.25) < l.Quantile(0.75)
	f.Need(spreads, at, "its numbers make no law that spreads: the least must be below the greatest, a deviation or rate above 0, the mean of a beta between 0 and 1")
	return f
}

// CheckValues is Check for what winning is worth, as Patience, MeanLength and Worth
// need it: at least 0.
func (l Law) CheckValues() arena.Faults {
	f := l.check("value")
	if len(f) == 0 {
		f.Need(l.Quantile(0) >= 0, "value", "it must be at least 0 for certain; use between, lognormal, triangular, beta or exponential")
	}
	return f
}

// CDF is the chance that the number is at most x.
func (l Law) CDF(x float64) float64 {
	if l.Kind != Exponential {
		return draw.CDF(l.Kind, x, l.Args...)
	}
	return 1 - draw.Exp(-float64(l.Args[0]*math.Max(x, 0)))
}

// Quantile is the number that it is at most with chance u, from 0 to 1.
func (l Law) Quantile(u float64) float64 {
	switch {
	case l.Kind != Exponential:
		return draw.Quantile(l.Kind, u, l.Args...)
	case !(l.Args[0] > 0):
		return math.NaN()
	case u == 1:
		return math.Inf(1)
	}
	return -draw.Log(1-u) / l.Args[0]
}

// longest is −ln(1−u) of the largest quantile that is looked at: what is rarer than
// 10⁻¹⁴ is no matter.
const longest = 32

// Patience is how long one to whom winning is worth value holds out against one of
// the same law, when holding out costs cost a unit of time: the equilibrium without
// end of [maynardsmith1974], t(v) = ∫ x f(x)/(1−F(x)) dx / cost up to v. Nobody of the
// largest value gives up, if there is one: +Inf. The law must be of numbers of at
// least 0. Between and Exponential have closed forms; the error of others is 10⁻⁸
// of the result.
func (l Law) Patience(value, cost float64) float64 {
	share := l.CDF(value)
	switch {
	case share >= 1:
		return math.Inf(1)
	case share <= 0:
		return 0
	case l.Kind == reckon.Between:
		low, high := l.Args[0], l.Args[1]
		return (float64(high*draw.Log((high-low)/(high-value))) - (value - low)) / cost
	case l.Kind == Exponential:
		return l.Args[0] * value * value / 2 / cost
	}
	// With u = F(x) and w = −ln(1−u) the integral is that of Q(1−e^−w).
	return quadrature(0, -draw.Log(1-share), func(w float64) float64 { return l.Quantile(1 - draw.Exp(-w)) }) / cost
}

// MeanLength is how long two of the same law hold out on average, at the same cost:
// ∫ Q(1−e^−w) e^−2w dw / cost, for the one who gives up first has the lower value.
func (l Law) MeanLength(cost float64) float64 {
	return quadrature(0, longest, func(w float64) float64 { return l.Quantile(1-draw.Exp(-w)) * draw.Exp(-2*w) }) / cost
}

// Worth is what taking part is worth to one to whom winning is worth value: ∫ F up to
// value, as in every contest that the higher value wins and the lowest gains nothing
// from [myerson1981].
func (l Law) Worth(value float64) float64 {
	low := math.Max(l.Quantile(0), 0)
	return quadrature(low, math.Max(low, value), l.CDF)
}

// nodes and weights of Gauss–Legendre on [−1, 1] with eight points, half of them.
var (
	nodes   = [4]float64{0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363}
	weights = [4]float64{0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763}
)

// panels of a quadrature.
const panels = 128

// quadrature integrates a function that is smooth but perhaps at the ends: the
// panels shrink towards both.
func quadrature(low, high float64, f func(float64) float64) float64 {
	width := high - low
	var sum, from float64
	for i := 1; i <= panels; i++ {
		s := float64(float64(i) / panels)
		to := float64(s * s * (3 - float64(2*s)))
		middle, half := float64(0.5*(from+to)), float64(0.5*(to-from))
		for k, x := range nodes {
			reach := float64(half * x)
			both := f(low+float64(width*(middle-reach))) + f(low+float64(width*(middle+reach)))
			sum += float64(weights[k] * half * both)
		}
		from = to
	}
	return float64(width * sum)
}
