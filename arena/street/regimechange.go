package street

import (
	"math"

	"reckon"
	"reckon/arena"
	"reckon/draw"
)

// RegimeChange is the global game of regime change [morrisshin2003]: people who
// each see the strength θ of a regime through noise attack it or do not. An attack
// wins 1 − Cost if it falls and loses Cost if not; it falls when the share that
// attacks is at least θ.
type RegimeChange struct {
	Cost    float64 // of an attack, against a gain of 1; in (0, 1)
	Private float64 // precision of each one's signal, above 0
	Public  float64 // precision of what all see alike; 0 is a flat prior
	Mean    float64 // what all see alike of the strength
}

// Faults lists what makes the game none.
func (r *RegimeChange) Faults() arena.Faults {
	var faults arena.Faults
	inside := r.Cost > 0 && r.Cost < 1
	faults.Need(inside, "cost", "must lie strictly between 0 and 1, the gain of a won attack being 1")
	faults.Within(r.Private, math.SmallestNonzeroFloat64, 1e12, "private precision", "must be a number above 0")
	faults.Within(r.Public, 0, 1e12, "public precision", "must be a number from 0 on; 0 where nothing is seen alike")
	faults.Need(finite(r.Mean), "public mean", "is no finite number; give what all see of the strength")
	return faults
}

// Unique reports whether the game has one equilibrium whatever the public mean:
// exactly when Public/√Private ≤ √(2π).
func (r *RegimeChange) Unique() bool {
	return r.Public/math.Sqrt(r.Private) <= math.Sqrt(2*math.Pi)
}

// Equilibria lists the strengths θ* below which the regime falls, in order, each
// with the signal x* up to which people attack. With a flat prior it is one,
// θ* = 1 − Cost whatever the precision. Otherwise θ* solves
//
//	(Public/√Private)(θ − Mean) − Φ⁻¹(θ) = √(1 + Public/Private) Φ⁻¹(Cost).
func (r *RegimeChange) Equilibria() ([]Equilibrium, arena.Faults) {
	if faults := r.Faults(); len(faults) > 0 {
		return nil, faults
	}
	root := math.Sqrt(r.Private)
	weight := r.Public / root
	level := float64(math.Sqrt(1+r.Public/r.Private) * standard(r.Cost))
	// In z = Φ⁻¹(θ) the roots lie evenly: weight·(Φ(z) − Mean) − z = level.
	gap := func(z float64) float64 {
		return float64(weight*(draw.CDF(reckon.Normal, z, 0, 1)-r.Mean)) - z - level
	}
	// All roots lie between where the news is worst and where it is best.
	low, high := -float64(weight*r.Mean)-level, float64(weight*(1-r.Mean))-level
	const tail = 8.2 // beyond it Φ is 0 or 1 to the last bit, and the only root there is an end
	var zs []float64
	if low < -tail {
		zs = append(zs, low)
	}
	if a, b := max(low-1, -tail), min(high+1, tail); a < b {
		zs = append(zs, roots(gap, a, b, 4*cells)...)
	}
	if high > tail {
		zs = append(zs, high)
	}
	out := make([]Equilibrium, len(zs))
	for i, z := range zs {
		theta := draw.CDF(reckon.Normal, z, 0, 1)
		// The best answer to a cutoff moves by this for every unit it moves.
		slope := weight * math.Exp(-z*z/2) / math.Sqrt(2*math.Pi)
		out[i] = Equilibrium{At: theta, Slope: slope, Stable: slope < 1, Signal: theta + z/root}
	}
	return out, nil
}

// standard is the quantile of the standard normal law.
func standard(u float64) float64 { return draw.Quantile(reckon.Normal, u, 0, 1) }
