package experiment

import (
	"math"

	"reckon"
	"reckon/draw"
)

// Frequency is how often something happened in so many years of exposure.
type Frequency struct {
	Hits  int
	Years float64 // above 0
}

// Jeffreys returns the rate a year with Jeffreys's interval: what is believed of
// the rate after seeing the years, from a prior that favours none, which gives a
// gamma law with the exponent Hits + ½ [brown2003]. It reaches to 0 if there are no
// hits. Years or hits that are none panic. Cost: some microseconds a hit.
func (f Frequency) Jeffreys() Estimate {
	if f.Hits < 0 || !(f.Years > 0) {
		panic("experiment: a frequency of no years, or of hits below 0")
	}
	e := Estimate{Value: float64(f.Hits) / f.Years, Error: math.Sqrt(float64(f.Hits)) / f.Years, High: f.quantile((1 - confidence) / 2)}
	if f.Hits > 0 {
		e.Low = f.quantile((1 + confidence) / 2)
	}
	return e
}

// Chance returns the chance of at least one hit in so many years to come, if the
// rate stays what it is and hits do not hang together, with the same interval.
func (f Frequency) Chance(years float64) Estimate {
	e := f.Jeffreys()
	one := func(rate float64) float64 { return 1 - draw.Exp(-rate*years) }
	return Estimate{Value: one(e.Value), Error: e.Error * years * draw.Exp(-e.Value*years), Low: one(e.Low), High: one(e.High)}
}

// quantile is the rate above which a share of the gamma law lies, by bisection.
func (f Frequency) quantile(share float64) float64 {
	low, high := 0.0, 10+2*float64(f.Hits)
	for {
		x := low + float64((high-low)/2)
		if x <= low || x >= high {
			return x / f.Years
		}
		if above(f.Hits, x) > share {
			low = x
		} else {
			high = x
		}
	}
}

// above is the share of the gamma law with the exponent hits + ½ that lies above x:
// twice a normal tail and a sum of positive terms x^(j−½)·e^(−x)/Γ(j+½), for j from
// 1 to hits, which are had by their logarithms lest e^(−x) vanish.
func above(hits int, x float64) float64 {
	sum := float64(2 * draw.CDF(reckon.Normal, -math.Sqrt(2*x), 0, 1))
	term := float64(draw.Log(4*x/math.Pi)/2) - x
	for j := 1; j <= hits; j++ {
		sum += draw.Exp(term)
		term += draw.Log(x / (float64(j) + 0.5))
	}
	return sum
}
