package experiment

import (
	"fmt"
	"math"

	"reckon"
	"reckon/draw"
)

// Proportion is how many of a number of cases, runs or precedents, went one way.
type Proportion struct{ Hits, Of int }

// check panics on what is no proportion: package lint and the tallies see to it.
func (p Proportion) check() {
	if p.Hits < 0 || p.Hits > p.Of {
		panic(fmt.Sprintf("experiment: %d hits of %d", p.Hits, p.Of))
	}
}

// Wilson returns the share with Wilson's interval [wilson1927], which covers as it
// should for few cases and rare hits too; it is that of runs of a simulation. The
// share of no cases is not a number, and its interval all there is.
func (p Proportion) Wilson() Estimate {
	e := p.share()
	if p.Of == 0 {
		return e
	}
	n, z := float64(p.Of), draw.Quantile(reckon.Normal, (1+confidence)/2, 0, 1)
	w := z * z / n
	centre := (e.Value + float64(w/2)) / (1 + w)
	reach := float64(z / (1 + w) * math.Sqrt(float64(e.Value*(1-e.Value)/n)+w/(4*n)))
	if p.Hits > 0 {
		e.Low = centre - reach
	}
	if p.Hits < p.Of {
		e.High = centre + reach
	}
	return e
}

// Jeffreys returns the share with Jeffreys's interval: what is believed of the rate
// behind it after seeing the cases, from a prior that favours none, Beta(½, ½)
// [brown2001]; it is that of base rates from precedents. It reaches to 0 if there
// are no hits and to 1 if there is nothing else.
func (p Proportion) Jeffreys() Estimate {
	e := p.share()
	law := exponents(float64(p.Hits)+0.5, float64(p.Of-p.Hits)+0.5)
	if p.Hits > 0 {
		e.Low = draw.Quantile(reckon.Beta, (1-confidence)/2, law...)
	}
	if p.Hits < p.Of {
		e.High = draw.Quantile(reckon.Beta, (1+confidence)/2, law...)
	}
	return e
}

// share is the share and its standard error, which is 0 if there are no hits or
// nothing else: use the intervals.
func (p Proportion) share() Estimate {
	p.check()
	share := float64(p.Hits) / float64(p.Of)
	return Estimate{Value: share, Error: math.Sqrt(share * (1 - share) / float64(p.Of)), High: 1}
}
