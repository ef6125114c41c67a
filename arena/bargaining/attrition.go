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

// Private is the war of attrition in which neither knows what winning is worth to the
// other, and the laws of the two values may differ [fudenbergtirole1986]. It returns
// the chance that each side still holds out at so many times, evenly from 0 to until;
// what Value says is left out. Whoever gives up at a time is indifferent then: the
// other's hazard is his cost by his value. There are as many equilibria as ways of
// giving in at the start: atOnce is the chance with which each side does, and one of
// the two is 0. The fourth-order steps err by less than 10⁻⁶ where a step is short
// beside value by cost.
func (a Attrition) Private(values [2]Law, atOnce [2]float64, until float64, steps int) ([][2]float64, arena.Faults) {
	if f := a.checkPrivate(values, atOnce, until, steps); len(f) > 0 {
		return nil, f
	}
	// w is −ln of what is left of each side; its hazard is w'.
	slope := func(w [2]float64) [2]float64 {
		at := func(i int) float64 { return values[i].Quantile(1 - draw.Exp(-math.Min(w[i], longest))) }
		return [2]float64{a.Cost[1] / at(1), a.Cost[0] / at(0)}
	}
	h := until / float64(steps)
	ahead := func(w, d [2]float64, h float64) [2]float64 {
		return [2]float64{w[0] + float64(h*d[0]), w[1] + float64(h*d[1])}
	}
	w := [2]float64{-draw.Log(1 - atOnce[0]), -draw.Log(1 - atOnce[1])}
	left := make([][2]float64, steps+1)
	for k := range left {
		left[k] = [2]float64{draw.Exp(-w[0]), draw.Exp(-w[1])}
		d1 := slope(w)
		d2 := slope(ahead(w, d1, h/2))
		d3 := slope(ahead(w, d2, h/2))
		d4 := slope(ahead(w, d3, h))
		for i := range w {
			w[i] += float64(h / 6 * (d1[i] + float64(2*d2[i]) + float64(2*d3[i]) + d4[i]))
		}
	}
	return left, nil
}

func (a Attrition) checkPrivate(values [2]Law, atOnce [2]float64, until float64, steps int) arena.Faults {
	var f arena.Faults
	for i := range 2 {
		positive(&f, a.Cost[i], side(i, "cost"))
		f.Need(atOnce[i] >= 0 && atOnce[i] < 1, side(i, "at once"), "it must be a chance from 0 to below 1")
		law := values[i].check(side(i, "value"))
		if f = append(f, law...); len(law) == 0 {
			f.Need(values[i].Quantile(0) > 0, side(i, "value"), "its least must be above 0; one to whom winning is worth nothing would not hold out at all")
		}
	}
	f.Need(!(atOnce[0] > 0 && atOnce[1] > 0), "at once", "only one side can give in at once; the other would rather wait a moment")
	positive(&f, until, "until")
	f.Need(steps > 0 && steps <= 1_000_000, "steps", "give from 1 to 1 000 000 steps")
	return f
}

// side names an input of a side.
func side(i int, what string) string { return [...]string{"first side: ", "second side: "}[i] + what }

// positive demands a number above 0.
func positive(f *arena.Faults, x float64, at string) {
	f.Need(x > 0 && !math.IsInf(x, 0), at, "it must be a number above 0")
}
