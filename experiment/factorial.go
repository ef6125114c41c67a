package experiment

import (
	"fmt"
	"math"
	"math/bits"
	"slices"
)

// Effect is what a set of factors does together.
type Effect struct {
	Factors uint // the factors, as bits; none is the mean of all runs, one a main effect, more an interaction
	Estimate
	Unpaired float64 // what the standard error would be if every point had draws of its own
}

// maxFactors bounds a design: 2⁶ points.
const maxFactors = 6

// Factorial works out the effects of up to six factors from a full two-level
// design [box2005]. results[x][r] is the result of run r at point x, factor j
// being on there iff bit j of x is; run r has the same draws at every point
// (common random numbers), so each contrast is taken run by run. The main effect
// of a factor is the mean result with it less the mean without it; an interaction
// of two is half the difference that the one makes to the effect of the other; and
// so on, all contrasts being divided by half the number of points. Effects come by
// the number of Factors, and each says how large its error would be without common
// draws. It is an error if points lack runs, or a result is not finite. Cost: k·2^k
// additions a run.
func Factorial(results [][]float64) ([]Effect, error) {
	points := len(results)
	if points < 2 || points > 1<<maxFactors || points&(points-1) != 0 {
		return nil, fmt.Errorf("a full design of up to %d factors has 2, 4, 8 … %d points, not %d", maxFactors, 1<<maxFactors, points)
	}
	runs := len(results[0])
	if runs < 2 {
		return nil, fmt.Errorf("a standard error needs at least two runs of every point, there are %d", runs)
	}
	spread := 0.0 // of a sum over all points that share no draws
	for x := range results {
		if len(results[x]) != runs {
			return nil, fmt.Errorf("point %d of the design has %d runs and point 0 has %d; effects are taken run by run and need the same runs everywhere", x, len(results[x]), runs)
		}
		if err := finite(results[x]); err != nil {
			return nil, fmt.Errorf("point %d of the design: %w", x, err)
		}
		_, variance := moments(results[x])
		spread += variance / float64(runs)
	}
	effects := make([]Effect, points)
	for s, contrast := range contrasts(results) {
		scale := 2 / float64(points)
		if s == 0 {
			scale = 1 / float64(points)
		}
		mean, variance := moments(contrast)
		deviation := math.Sqrt(variance / float64(runs))
		effects[s] = Effect{Factors: uint(s), Estimate: around(mean*scale, deviation*scale, runs-1), Unpaired: math.Sqrt(spread) * scale}
	}
	return effects, nil
}

// contrasts returns, by set of factors and run, the sum over the points with the
// sign of the set: + where an even number of its factors is off. It is Yates's
// scheme of sums and differences.
func contrasts(results [][]float64) [][]float64 {
	table := make([][]float64, len(results))
	for x := range results {
		table[x] = slices.Clone(results[x])
	}
	for j := range bits.Len(uint(len(results))) - 1 {
		for x := range table {
			if x>>j&1 == 1 {
				continue
			}
			off, on := table[x], table[x|1<<j]
			for r := range off {
				off[r], on[r] = off[r]+on[r], on[r]-off[r]
			}
		}
	}
	return table
}
