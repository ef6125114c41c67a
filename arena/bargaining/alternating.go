package bargaining

import (
	"math"

	"reckon/arena"
)

// Alternating is bargaining by offers in turn over what is worth 1 [rubinstein1982].
// Inside is what each has a round while they do not agree, as a share of 1 for all
// rounds to come: sanctions lower it, evasion raises it again. Outside is what each
// can have for good by leaving instead of making the next offer; −Inf is nothing to
// leave for. An outside option that is worse than going on changes nothing
// [binmore1989].
type Alternating struct {
	Discount [2]float64 // what the next round counts, between 0 and 1
	Inside   [2]float64
	Outside  [2]float64
}

// Check says what is wrong; the other methods need what is right.
func (a Alternating) Check() arena.Faults {
	var f arena.Faults
	for i := range 2 {
		f.Need(a.Discount[i] > 0 && a.Discount[i] < 1, side(i, "discount"), "it must be between 0 and 1, the ends left out")
		f.Within(a.Inside[i], -1e9, 1, side(i, "inside"), "it must be a number of at most 1, all there is")
		f.Need(a.Outside[i] <= 1, side(i, "outside"), "it must be a number of at most 1, all there is; -Inf is nothing to leave for")
	}
	if len(f) == 0 {
		f.Need(a.Inside[0]+a.Inside[1] <= 1, "inside", "together they have more by not agreeing than there is to divide; nothing is then agreed")
		f.Need(a.floor(0)+a.floor(1) <= 1, "outside", "what they can leave for, or have by not agreeing, comes to more than there is to divide; nothing is then agreed")
	}
	return f
}

// floor is the least a side can be brought to.
func (a Alternating) floor(i int) float64 { return math.Max(a.Inside[i], a.Outside[i]) }

// refusal is what a side has by refusing, when its own offer next round brings next.
func (a Alternating) refusal(i int, next float64) float64 {
	on := float64((1-a.Discount[i])*a.Inside[i]) + float64(a.Discount[i]*next)
	return math.Max(on, a.Outside[i])
}

// Share is what the side that makes the first offer keeps, without end: without
// outside options Inside₁ + (1 − Inside₁ − Inside₂)(1−δ₂)/(1−δ₁δ₂). With them each
// response is going on or leaving, and the two offers that fit together are exact.
func (a Alternating) Share(first int) float64 {
	i, j := first, 1-first
	surplus := 1 - a.Inside[0] - a.Inside[1]
	free := func(k int) float64 {
		return a.Inside[k] + surplus*(1-a.Discount[1-k])/(1-float64(a.Discount[0]*a.Discount[1]))
	}
	// What j would refuse for, when j offers next: to i's refusal by going on, by leaving.
	if mine := free(i); a.fits(i, mine) {
		return mine
	}
	bestOfJ := 1 - a.Outside[i] // i would leave
	if mine := 1 - a.refusal(j, bestOfJ); a.fits(i, mine) {
		return mine
	}
	return 1 - a.Outside[j] // j would leave
}

// fits reports whether a share is what i keeps if the next two offers are as good as
// can be: i's share is then what it was.
func (a Alternating) fits(i int, mine float64) bool {
	j := 1 - i
	again := 1 - a.refusal(j, 1-a.refusal(i, mine))
	return math.Abs(again-mine) <= 1e-12
}

// Finite is what the first side keeps if there are only so many rounds, by backward
// induction from the last, after which each has for good what he has by not agreeing
// or by leaving.
func (a Alternating) Finite(first, rounds int) float64 {
	mover := first // who would offer next after the last round
	if rounds%2 == 1 {
		mover = 1 - first
	}
	next := a.floor(mover)
	for range rounds {
		mover = 1 - mover
		next = 1 - a.refusal(1-mover, next)
	}
	return next
}

// Frequent is the first side's share where offers follow each other at once and the
// sides discount at these rates: it no longer matters who begins. Outside options
// bound it.
func (a Alternating) Frequent(rates [2]float64) float64 {
	surplus := 1 - a.Inside[0] - a.Inside[1]
	share := a.Inside[0] + surplus*rates[1]/(rates[0]+rates[1])
	return math.Max(a.Outside[0], math.Min(1-a.Outside[1], share))
}
