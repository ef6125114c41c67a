package bargaining

import (
	"math"

	"reckon/arena"
	"reckon/draw"
)

// Attrition is a war of attrition in which both know what the other can bear: he who
// holds out longer wins, both pay while it lasts [maynardsmith1974], [hendricks1988].
// In the equilibrium in which nobody gives up at once each gives up at a rate that
// makes the other indifferent: the more the other suffers, the sooner one yields.
type Attrition struct {
	Value [2]float64 // of winning
	Cost  [2]float64 // of holding out, a unit of time
}

// Check says what is wrong; the other methods need what is right.
func (a Attrition) Check() arena.Faults {
	var f arena.Faults
	for i := range 2 {
		positive(&f, a.Value[i], side(i, "value"))
		positive(&f, a.Cost[i], side(i, "cost"))
	}
	return f
}

// Hazards are the rates at which each side gives up: the other's cost by the other's
// value.
func (a Attrition) Hazards() [2]float64 {
	return [2]float64{a.Cost[1] / a.Value[1], a.Cost[0] / a.Value[0]}
}

// MeanLength is how long it lasts on average, in units of time.
func (a Attrition) MeanLength() float64 {
	h := a.Hazards()
	return 1 / (h[0] + h[1])
}

// Wins is the chance that a side wins.
func (a Attrition) Wins(side int) float64 {
	h := a.Hazards()
	return h[1-side] / (h[0] + h[1])
}

// Payoff is what a side expects that means to give up at a time, +Inf for never: 0
// whatever the time, which is what makes giving up at random an equilibrium.
func (a Attrition) Payoff(side int, until float64) float64 {
	rate := a.Hazards()[1-side]
	ended := 1 - draw.Exp(-float64(rate*until)) // the other has given up by then
	return float64(a.Value[side]*ended) - float64(a.Cost[side]*ended/rate)
}

// Lasts is the chance that it lasts longer than t.
func (a Attrition) Lasts(t float64) float64 { return draw.Exp(-t / a.MeanLength()) }

// side names an input of a side.
func side(i int, what string) string { return [...]string{"first side: ", "second side: "}[i] + what }

// positive demands a number above 0.
func positive(f *arena.Faults, x float64, at string) {
	f.Need(x > 0 && !math.IsInf(x, 0), at, "it must be a number above 0")
}
