package council

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func votes(weights ...float64) Table {
	t := invented(len(weights), 1)
	for i, w := range weights {
		t.Seats[i].Power = w
	}
	return t
}

func TestVotingPowerPublished(t *testing.T) {
	for _, c := range []struct {
		name             string
		quota            float64
		weights          []float64
		shapley, banzhaf []float64
	}{
		{"50, 49, 1 of 51", 51, []float64{50, 49, 1}, []float64{2. / 3, 1. / 6, 1. / 6}, []float64{.6, .2, .2}},
		{"the European Economic Community of 1958", 12, []float64{4, 4, 4, 2, 2, 1}, []float64{7. / 30, 7. / 30, 7. / 30, .15, .15, 0}, []float64{5. / 21, 5. / 21, 5. / 21, 1. / 7, 1. / 7, 0}},
		{"the same in half votes", 6, []float64{2, 2, 2, 1, 1, .5}, []float64{7. / 30, 7. / 30, 7. / 30, .15, .15, 0}, []float64{5. / 21, 5. / 21, 5. / 21, 1. / 7, 1. / 7, 0}},
		{"a dictator", 3, []float64{3, 1, 1}, []float64{1, 0, 0}, []float64{1, 0, 0}},
		{"0.1 + 0.2 reach 0.3", .3, []float64{.1, .2}, []float64{.5, .5}, []float64{.5, .5}},
	} {
		shapley, banzhaf, f := votes(c.weights...).Voting(c.quota)
		if len(f) > 0 || !within(shapley, c.shapley, 1e-12) || !within(banzhaf, c.banzhaf, 1e-12) {
			t.Errorf("%s: Shapley–Shubik %v, Banzhaf %v, faults %v", c.name, shapley, banzhaf, f)
		}
	}
}

// TestVotingByOrders holds both ways of counting against all orders of the seats.
func TestVotingByOrders(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "seats")
		weights, total := make([]float64, n), 0
		for i := range weights {
			w := rapid.IntRange(0, 6).Draw(t, "votes")
			weights[i], total = float64(w), total+w
		}
		if total == 0 {
			return
		}
		quota := rapid.IntRange(1, total).Draw(t, "quota")
		pivots, orders := make([]float64, n), 0.0
		var permute func(order, rest []int)
		permute = func(order, rest []int) {
			if len(rest) == 0 {
				orders++
				sum := 0.0
				for _, i := range order {
					if sum += weights[i]; sum >= float64(quota) {
						pivots[i]++
						return
					}
				}
			}
			for k, i := range rest {
				left := append(append([]int(nil), rest[:k]...), rest[k+1:]...)
				permute(append(slices.Clip(order), i), left)
			}
		}
		all := make([]int, n)
		for i := range all {
			all[i] = i
		}
		permute(nil, all)
		for i := range pivots {
			pivots[i] /= orders
		}
		shapley, banzhaf := byCounting(weights, quota, total)
		listed, swings := byListing(weights, float64(quota))
		if !within(shapley, pivots, 1e-12) || !within(listed, pivots, 1e-12) || !within(swings, banzhaf, 1e-12) {
			t.Errorf("%v of %d: by orders %v, counted %v, listed %v; swings %v and %v", weights, quota, pivots, shapley, listed, banzhaf, swings)
		}
	})
}

func TestVotingManySeats(t *testing.T) {
	weights := make([]float64, 40)
	for i := range weights {
		weights[i] = float64(1 + i%7)
	}
	shapley, banzhaf, f := votes(weights...).Voting(80)
	sum, swing := 0.0, 0.0
	for i := range shapley {
		sum, swing = sum+shapley[i], swing+banzhaf[i]
	}
	if len(f) > 0 || math.Abs(sum-1) > 1e-12 || math.Abs(swing-1) > 1e-12 {
		t.Errorf("sums %v and %v, faults %v", sum, swing, f)
	}
	weights[0] = 0.5
	if _, _, f = votes(weights...).Voting(80); len(f) != 1 {
		t.Errorf("40 seats with half votes: %v", f)
	}
	for _, quota := range []float64{0, -1, 1e9, math.NaN(), math.Inf(1)} {
		if _, _, f = votes(1, 2).Voting(quota); len(f) != 1 {
			t.Errorf("quota %v: %v", quota, f)
		}
	}
}
