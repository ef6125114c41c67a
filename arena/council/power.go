package council

import (
	"fmt"
	"math"

	"reckon/arena"
)

// Bounds of voting power: seats whose weights are no whole numbers, and steps for
// whole ones.
const (
	maxSubsetSeats = 24
	maxVotingSteps = 2_000_000_000
)

// Voting returns the voting power of each seat where a coalition wins whose powers
// sum to at least the quota: the Shapley–Shubik index, the share of orders in which
// he is the one who brings a growing coalition to the quota [shapley1954], and the
// Banzhaf index, his share of all swings [banzhaf1965]. Each sums to 1 unless nobody
// can win, which is a fault. Exact: whole weights by counting coalitions by size and
// sum, up to about 2·10⁹ steps (seats³ × the sum of weights); others, up to 24 seats,
// one by one, where a sum within 10⁻¹² of the quota reaches it.
func (t Table) Voting(quota float64) (shapley, banzhaf []float64, f arena.Faults) {
	n := len(t.Seats)
	weights := make([]float64, n)
	total, whole := 0.0, true
	f.Need(n >= 1 && n <= maxSeats, "seats", fmt.Sprintf("give from 1 to %d seats", maxSeats))
	for i, s := range t.Seats {
		f.Within(s.Power, 0, maxPower, seatName(s, i)+": power", fmt.Sprintf("power is a number from 0 to %g; it is %v. Give his number of votes", maxPower, s.Power))
		weights[i] = s.Power
		total += s.Power
		whole = whole && s.Power == math.Trunc(s.Power)
	}
	if !f.Need(quota > 0 && quota <= total, "quota", fmt.Sprintf("it is %v, and all votes are %v. Give a number above 0 that all together reach", quota, total)) || len(f) > 0 {
		return nil, nil, f
	}
	// Whole weights reach a quota when they reach the next whole number.
	counting := float64(n*n*n) * (total + 1)
	listing := math.Ldexp(float64(n), n)
	if whole && counting <= maxVotingSteps && (n > maxSubsetSeats || counting <= listing) {
		shapley, banzhaf = byCounting(weights, int(math.Ceil(quota)), int(total))
		return shapley, banzhaf, nil
	}
	if !f.Need(n <= maxSubsetSeats, "seats", fmt.Sprintf("powers that are no small whole numbers are counted for at most %d seats; there are %d. Round the powers to whole numbers of votes", maxSubsetSeats, n)) {
		return nil, nil, f
	}
	shapley, banzhaf = byListing(weights, quota)
	return shapley, banzhaf, nil
}

// orders is the share of orders in which a seat comes after exactly s given others.
func orders(n int) []float64 {
	out := make([]float64, n)
	for s := range out {
		// s!·(n−1−s)!/n! = 1 / (n · C(n−1, s))
		choose := 1.0
		for k := range s {
			choose = choose * float64(n-1-k) / float64(k+1)
		}
		out[s] = 1 / (float64(n) * choose)
	}
	return out
}

// byCounting counts, for each seat, the coalitions of the others by size and sum.
func byCounting(weights []float64, quota, total int) (shapley, banzhaf []float64) {
	n := len(weights)
	shapley, banzhaf = make([]float64, n), make([]float64, n)
	share, width := orders(n), total+1
	count := make([]float64, n*width)
	swings := 0.0
	for i := range n {
		clear(count)
		count[0] = 1
		sum, size := 0, 0
		for j, w := range weights {
			if j == i {
				continue
			}
			v := int(w)
			for s := size; s >= 0; s-- {
				from, to := count[s*width:s*width+width], count[(s+1)*width:(s+1)*width+width]
				for x := range sum + 1 {
					to[x+v] += from[x]
				}
			}
			sum, size = sum+v, size+1
		}
		for s := range n {
			for x := max(0, quota-int(weights[i])); x < min(quota, width); x++ {
				shapley[i] += float64(count[s*width+x] * share[s])
				banzhaf[i] += count[s*width+x]
			}
		}
		swings += banzhaf[i]
	}
	for i := range banzhaf {
		banzhaf[i] /= swings
	}
	return shapley, banzhaf
}

// byListing goes through all coalitions. A sum is that of a lower and an upper half,
// so that it does not hang on the order of going.
func byListing(weights []float64, quota float64) (shapley, banzhaf []float64) {
	n := len(weights)
	shapley, banzhaf = make([]float64, n), make([]float64, n)
	share := orders(n)
	half := n / 2
	low, high := sums(weights[:half]), sums(weights[half:])
	quota -= float64(1e-12 * quota)
	swings := 0.0
	for set := range uint32(1) << n {
		sum := low[set&(1<<half-1)] + high[set>>half]
		if sum < quota {
			continue
		}
		size := 0
		for rest := set; rest != 0; rest &= rest - 1 {
			size++
		}
		for i := range n {
			without := set &^ (1 << i)
			if without == set || low[without&(1<<half-1)]+high[without>>half] >= quota {
				continue
			}
			shapley[i] += share[size-1]
			banzhaf[i]++
			swings++
		}
	}
	for i := range banzhaf {
		banzhaf[i] /= swings
	}
	return shapley, banzhaf
}

// sums are those of all subsets, by their bits.
func sums(weights []float64) []float64 {
	out := make([]float64, 1<<len(weights))
	for i, w := range weights {
		for set := range 1 << i {
			out[1<<i|set] = out[set] + w
		}
	}
	return out
}
