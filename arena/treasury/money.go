package treasury

import (
	"math"

	"reckon/arena"
	"reckon/draw"
)

// Cagan is the demand for money under high inflation: real balances are
// exp(−Elasticity·π) of what they are at stable prices, where π is the rate by which
// prices are expected to rise, in logarithms a year [cagan1956]. What printing brings
// in is worked out as a share of a year's real balances at stable prices.
type Cagan struct {
	Elasticity float64 // years: by how much a unit of π lowers the logarithm of real balances
}

// Check says what is wrong; the other methods need what is right.
func (c Cagan) Check() arena.Faults {
	var f arena.Faults
	positive(&f, c.Elasticity, "elasticity of money demand")
	return f
}

// Seigniorage is what printing at a lasting rate of inflation brings in a year.
func (c Cagan) Seigniorage(inflation float64) float64 {
	return float64(inflation * draw.Exp(-float64(c.Elasticity*inflation)))
}

// Peak is the rate of inflation beyond which printing more brings in less, and what
// it brings in there: no larger deficit can be printed for long.
func (c Cagan) Peak() (inflation, revenue float64) {
	return 1 / c.Elasticity, draw.Exp(-1) / c.Elasticity
}

// Inflation returns the two lasting rates at which printing brings in revenue, the
// same number twice at the peak; ok is false where none does [brunofischer1990].
func (c Cagan) Inflation(revenue float64) (low, high float64, ok bool) {
	peak, most := c.Peak()
	if math.IsNaN(revenue) || revenue < 0 || revenue > most {
		return 0, 0, false
	}
	low = bisect(0, peak, func(x float64) float64 { return c.Seigniorage(x) - revenue })
	top := peak
	for c.Seigniorage(top) > revenue && top < 1e6*peak {
		top *= 2
	}
	high = bisect(peak, top, func(x float64) float64 { return revenue - c.Seigniorage(x) })
	return low, high, true
}

// Settles reports whether inflation settles when people correct what they expect by
// a share speed a year of what they were wrong: Cagan's condition that the product
// with the elasticity is below 1.
func (c Cagan) Settles(speed float64) bool { return c.Elasticity*speed < 1 }

// bisect returns where f, which rises from below 0 to above it, crosses 0, to the
// last bit.
func bisect(low, high float64, f func(float64) float64) float64 {
	for {
		middle := low + float64((high-low)/2)
		if middle <= low || middle >= high {
			return middle
		}
		if f(middle) < 0 {
			low = middle
		} else {
			high = middle
		}
	}
}

// Peg is an exchange rate that reserves defend while the central bank lends to the
// state ever more [floodgarber1984]. Money is Reserves plus Credit; people hold it by
// the demand of Cagan, and speculators foresee everything.
type Peg struct {
	Reserves   float64 // at the start, at home's worth of them
	Credit     float64 // of the central bank to the state, at the start
	Growth     float64 // of the credit, a year
	Elasticity float64 // of money demand, years
}

// Check says what is wrong; the other methods need what is right.
func (p Peg) Check() arena.Faults {
	var f arena.Faults
	f.Within(p.Reserves, 0, math.Inf(1), "reserves", "reserves must be a number of at least 0; write what is owed beyond them as debt")
	positive(&f, p.Credit, "credit to the state")
	positive(&f, p.Growth, "growth of credit")
	f.Within(p.Elasticity, 0, math.Inf(1), "elasticity of money demand", "it must be a number of at least 0; 0 means that people hold as much money at any inflation")
	return f
}

// Collapse is the day, in years from the start, on which speculators take all that
// is left of the reserves: ln(1 + Reserves/Credit)/Growth − Elasticity, or 0 where
// the peg falls at once. The credit grows exponentially, as in the second half of
// [floodgarber1984]; the attack comes when the rate that would float is the pegged one.
func (p Peg) Collapse() float64 {
	return math.Max(0, p.Drained()-p.Elasticity)
}

// Drained is the day on which reserves would be gone if nobody attacked.
func (p Peg) Drained() float64 { return draw.Log(1+float64(p.Reserves/p.Credit)) / p.Growth }

// Attacked is how much of the reserves is taken in the attack.
func (p Peg) Attacked() float64 {
	money := p.Reserves + p.Credit
	return math.Max(0, money-float64(p.Credit*draw.Exp(float64(p.Growth*p.Collapse()))))
}

// positive demands a number above 0.
func positive(f *arena.Faults, x float64, at string) {
	f.Need(x > 0 && !math.IsInf(x, 0), at, "it must be a number above 0")
}
