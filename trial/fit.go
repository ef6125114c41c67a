package trial

import (
	"reckon"
)

// The precision is sought in [0, mostPrecise]: on a grid first, because clipping
// can make the score have more than one hill, then finer about the best point.
const (
	mostPrecise = 64.0
	gridSteps   = 256
	leastToFit  = 5
)

// fitted returns the reading with its precision chosen for the best weighted log
// score on the choices before its date, scored on those after it. It is
// nil with fewer than five earlier choices that the reading covers, or no later
// one. Everything else in the reading stays as its author has it; so do the
// tempers of the kinds he reckons with, hence beliefs.
func (b *bench) fitted(w *witness) *Fit {
	before := b.tallied(w, func(e *reckon.Event) bool { return e.Date < w.after })
	after := b.tallied(w, func(e *reckon.Event) bool { return w.tests(e.Date) })
	if len(before.hearings) < leastToFit || len(after.hearings) == 0 {
		return nil
	}
	best := maximum(func(precision float64) float64 {
		t := b.refitted(w, before, precision)
		return mean(t.weight, t.log)
	})
	t := b.refitted(w, after, best)
	return &Fit{
		Precision: best, Choices: len(before.hearings),
		LogScore: mean(t.weight, t.log), Brier: mean(t.weight, t.brier),
	}
}

// refitted scores a reading on some choices at another precision.
func (b *bench) refitted(w *witness, on tally, precision float64) tally {
	var t tally
	for i, k := range on.hearings {
		t.add(k, on.weight[i], w.said[k].choice.With(precision).P)
	}
	return t
}

// maximum returns where f is greatest in [0, mostPrecise], the least such point
// of those it looks at: the best point of a grid, then golden section between
// its neighbours.
func maximum(f func(float64) float64) float64 {
	const step = mostPrecise / gridSteps
	at, best := 0.0, f(0)
	for i := 1; i <= gridSteps; i++ {
		if x := float64(i) * step; f(x) > best {
			at, best = x, f(x)
		}
	}
	const golden = 0.6180339887498949
	low, high := max(0, at-step), min(mostPrecise, at+step)
	for high-low > 1e-6 {
		left, right := high-golden*(high-low), low+golden*(high-low)
		if f(left) >= f(right) {
			high = right
		} else {
			low = left
		}
	}
	if x := (low + high) / 2; f(x) > best {
		return x
	}
	return at
}
