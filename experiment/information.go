package experiment

import (
	"fmt"
	"math"

	"reckon/draw"
)

// Information is how much an observation would tell, on average, about which
// hypothesis is true: the mutual information [shannon1948] of hypotheses with the
// given weights and an outcome that has the probability chances[h][o] under
// hypothesis h, in bits. It is 0 iff the outcome is as likely under each, and the
// uncertainty of the weights themselves iff every outcome gives its hypothesis
// away. Weights need not add up to 1; it is an error if one is negative or all are
// 0, or if the chances of a hypothesis are none or do not add up to 1.
func Information(weights []float64, chances [][]float64) (float64, error) {
	total := 0.0
	for h, w := range weights {
		if !(w >= 0) || math.IsInf(w, 0) {
			return 0, fmt.Errorf("the weight of hypothesis %d is %v; weights are numbers from 0 on", h, w)
		}
		total += w
	}
	if total == 0 || len(chances) != len(weights) {
		return 0, fmt.Errorf("there are %d weights that add up to %v, and chances of %d hypotheses; there must be as many, and some weight", len(weights), total, len(chances))
	}
	mixture := make([]float64, len(chances[0]))
	for h, row := range chances {
		if err := law(row, len(mixture)); err != nil {
			return 0, fmt.Errorf("hypothesis %d: %w", h, err)
		}
		for o, p := range row {
			mixture[o] += float64(weights[h] / total * p)
		}
	}
	nats := 0.0
	for h, row := range chances {
		for o, p := range row {
			if weights[h] > 0 && p > 0 {
				nats += float64(weights[h] / total * p * draw.Log(p/mixture[o]))
			}
		}
	}
	return max(0, nats/math.Ln2), nil
}

// law refuses chances that are not those of outcomes of which one happens.
func law(row []float64, outcomes int) error {
	sum := 0.0
	for o, p := range row {
		if !(p >= 0 && p <= 1) {
			return fmt.Errorf("the chance of outcome %d is %v; chances lie between 0 and 1", o, p)
		}
		sum += p
	}
	if len(row) != outcomes || math.Abs(sum-1) > 1e-9 {
		return fmt.Errorf("the chances of %d outcomes add up to %v; they must be as many under each hypothesis, %d, and add up to 1", len(row), sum, outcomes)
	}
	return nil
}
