package bargaining

import (
	"math"

	"reckon"
	"reckon/arena"
)

// Crisis is a dispute over a good worth 1 to both sides, which they may divide or
// fight over [fearon1995]. Side A makes one demand, which B takes or fights.
type Crisis struct {
	Win   float64 // chance that A wins a war
	Cost  float64 // of war to A
	Other Law     // of B's cost of war, which A does not know
}

// Check says what is wrong; the other methods need what is right.
func (c Crisis) Check() arena.Faults {
	var f arena.Faults
	f.Within(c.Win, 0, 1, "win", "it must be a chance from 0 to 1")
	f.Within(c.Cost, 0, math.Inf(1), "cost", "it must be a number of at least 0, as a share of what is at stake")
	return append(f, c.Other.check("cost of the other")...)
}

// Range is what A's share may be so that neither gains by war, when B's cost is
// known: from Win − Cost to Win + other, within 0 and 1.
func (c Crisis) Range(other float64) (low, high float64) {
	return math.Max(0, c.Win-c.Cost), math.Min(1, c.Win+other)
}

// War is the chance that B fights rather than give A a share: that his cost is below
// what he would lose, demand − Win.
func (c Crisis) War(demand float64) float64 { return c.Other.CDF(demand - c.Win) }

// Payoff is what A expects of demanding a share.
func (c Crisis) Payoff(demand float64) float64 {
	war := c.War(demand)
	return float64(demand*(1-war)) + float64((c.Win-c.Cost)*war)
}

// Demand is A's best demand and the chance of war that he then runs. With B's cost
// between a and b it is Win + (b − Cost)/2 within Win + a and 1, hence war with
// chance ½(1 − Cost/b) for a = 0. Under other laws it is searched for among 2000
// demands, then to nine digits; peaks is how many demands are better than both their
// neighbours, and above 1 the best of them is given.
func (c Crisis) Demand() (demand, war float64, peaks int) {
	least := math.Min(1, math.Max(0, c.Win+c.Other.Quantile(0))) // nobody fights over less
	if c.Other.Kind == reckon.Between {
		high := c.Other.Args[1]
		demand = math.Max(least, math.Min(1, c.Win+float64((high-c.Cost)/2)))
		return demand, c.War(demand), 1
	}
	const grid = 2000
	at := func(i int) float64 { return least + float64((1-least)*float64(i)/grid) }
	best, before, rising := 0, math.Inf(-1), true
	for i := range grid + 1 {
		now := c.Payoff(at(i))
		if now > c.Payoff(at(best)) {
			best = i
		}
		if slack := 1e-12; now > before+slack {
			rising = true
		} else if rising && now < before-slack {
			peaks, rising = peaks+1, false
		}
		before = now
	}
	if rising {
		peaks++
	}
	demand = climb(at(max(0, best-1)), at(min(grid, best+1)), c.Payoff)
	return demand, c.War(demand), peaks
}

// climb finds where a function with one peak between low and high is greatest, by
// golden sections.
func climb(low, high float64, f func(float64) float64) float64 {
	const golden = 0.6180339887498949
	a, b := high-float64(golden*(high-low)), low+float64(golden*(high-low))
	fa, fb := f(a), f(b)
	for range 60 {
		if fa >= fb {
			high, b, fb = b, a, fa
			a = high - float64(golden*(high-low))
			fa = f(a)
		} else {
			low, a, fa = a, b, fb
			b = low + float64(golden*(high-low))
			fb = f(b)
		}
	}
	return (low + high) / 2
}

// Preventive says by how much A prefers war now to the best that peace can bring, if
// from the next period on A's chance to win is only later: the commitment problem of
// [fearon1995]. What is at stake is worth 1 every period, and discount is what the
// next period counts.
//
// War now is worth Win/(1−discount) − Cost. In peace A can be given at most all of
// this period, 1, and from the next period what B then gives: B cannot promise more
// than A could get by fighting then, later/(1−discount) − Cost, and the share of what
// war would cost both, Cost + other, that A's strength in bargaining brings him. A
// positive result is war although both know everything: it needs Win − later to
// exceed (1−Win)(1−discount)/discount, and more by what war costs: a fast shift, never
// a slow one.
func (c Crisis) Preventive(later, discount, other, strength float64) (gain float64, faults arena.Faults) {
	faults.Within(later, 0, 1, "later", "it must be a chance from 0 to 1")
	faults.Need(discount > 0 && discount < 1, "discount", "it must be between 0 and 1, the ends left out")
	faults.Within(other, 0, math.Inf(1), "cost of the other", "it must be a number of at least 0")
	faults.Within(strength, 0, 1, "strength", "it must be a share from 0 to 1")
	if len(faults) > 0 {
		return 0, faults
	}
	war := c.Win/(1-discount) - c.Cost
	peace := 1 + float64(discount*(later/(1-discount)-c.Cost+float64(strength*(c.Cost+other))))
	return war - peace, nil
}
