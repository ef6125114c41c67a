package experiment

import (
	"math"
	"testing"
)

// TestWilsonSolvesItsEquation checks the definition: at either end the share is z
// standard errors of that end away.
func TestWilsonSolvesItsEquation(t *testing.T) {
	const z = 1.6448536269514722
	for _, p := range []Proportion{{0, 10}, {1, 10}, {5, 10}, {10, 10}, {3, 40}, {4999, 10000}} {
		e := p.Wilson()
		for _, end := range []float64{e.Low, e.High} {
			if end == 0 || end == 1 {
				continue
			}
			if away := math.Abs(e.Value-end) / math.Sqrt(end*(1-end)/float64(p.Of)); math.Abs(away-z) > 1e-9 {
				t.Errorf("%+v: the end %v is %v standard errors away", p, end, away)
			}
		}
		if (e.Low == 0) != (p.Hits == 0) || (e.High == 1) != (p.Hits == p.Of) {
			t.Errorf("%+v has the interval %v to %v", p, e.Low, e.High)
		}
	}
}

// TestIntervalsCover counts, over all numbers of hits of 30, how often an interval
// covers the rate, and averages over rates: 90 % is what is promised.
func TestIntervalsCover(t *testing.T) {
	const n = 30
	for name, interval := range map[string]func(Proportion) Estimate{"Wilson": Proportion.Wilson, "Jeffreys": Proportion.Jeffreys} {
		var all [n + 1]Estimate
		for hits := range all {
			all[hits] = interval(Proportion{hits, n})
		}
		mean, rates := 0.0, 0.0
		for rate := 0.05; rate < 0.951; rate += 0.01 {
			chance := math.Pow(1-rate, n)
			for hits, e := range all {
				if e.Low <= rate && rate <= e.High {
					mean += chance
				}
				chance *= rate / (1 - rate) * float64(n-hits) / float64(hits+1)
			}
			rates++
		}
		if mean /= rates; math.Abs(mean-0.9) > 0.01 {
			t.Errorf("the interval of %s covers the rate with a chance of %v", name, mean)
		}
	}
}

// TestJeffreysByIntegral checks the ends by summing the posterior by Simpson's rule
// in the angle whose squared sine is the rate.
func TestJeffreysByIntegral(t *testing.T) {
	for _, p := range []Proportion{{0, 5}, {1, 5}, {3, 40}, {20, 20}} {
		e := p.Jeffreys()
		mass := func(to float64) float64 {
			const steps = 2000
			h, sum := math.Asin(math.Sqrt(to))/steps, 0.0
			for i := range steps + 1 {
				weight := float64(2 + i%2*2)
				if i == 0 || i == steps {
					weight = 1
				}
				sum += weight * math.Pow(math.Sin(h*float64(i)), float64(2*p.Hits)) * math.Pow(math.Cos(h*float64(i)), float64(2*(p.Of-p.Hits)))
			}
			return sum * h / 3
		}
		low, high := mass(e.Low)/mass(1), mass(e.High)/mass(1)
		if p.Hits > 0 && math.Abs(low-0.05) > 1e-9 || p.Hits < p.Of && math.Abs(high-0.95) > 1e-9 {
			t.Errorf("%+v: below the ends lie %v and %v", p, low, high)
		}
	}
}

func TestNoCases(t *testing.T) {
	for _, e := range []Estimate{(Proportion{}).Wilson(), (Proportion{}).Jeffreys()} {
		if e.Value == e.Value || e.Low > 0.01 || e.High < 0.99 {
			t.Errorf("no cases give %+v", e)
		}
	}
}
