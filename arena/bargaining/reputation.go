package bargaining

import (
	"math"

	"reckon/arena"
	"reckon/draw"
)

// Reputation is bargaining in which each side demands a share of 1 and may be of a
// kind that never settles for less [abreugul2000]. All others give in sooner or later,
// and until then pass for one of that kind: with every day of silence it is likelier
// that a side is resolute.
type Reputation struct {
	Demand [2]float64 // share of 1, together above 1
	Prior  [2]float64 // chance that the side is resolute
	Rate   [2]float64 // of discount, a unit of time
}

// Check says what is wrong; the other methods need what is right.
func (r Reputation) Check() arena.Faults {
	var f arena.Faults
	for i := range 2 {
		f.Need(r.Demand[i] > 0 && r.Demand[i] < 1, side(i, "demand"), "it must be a share between 0 and 1, the ends left out")
		f.Need(r.Prior[i] > 0 && r.Prior[i] < 1, side(i, "prior"), "it must be a chance between 0 and 1, the ends left out: one who is surely resolute, or surely not, leaves nothing to learn")
		positive(&f, r.Rate[i], side(i, "rate"))
	}
	if len(f) == 0 {
		f.Need(r.Demand[0]+r.Demand[1] > 1, "demands", "together they must exceed 1; else both can have what they demand, and there is nothing to hold out for")
	}
	return f
}

// Hazards are the rates at which each side gives in: what makes the other, who loses
// by waiting and gains by being given in to, indifferent.
func (r Reputation) Hazards() [2]float64 {
	excess := r.Demand[0] + r.Demand[1] - 1
	return [2]float64{
		float64(r.Rate[1]*(1-r.Demand[0])) / excess,
		float64(r.Rate[0]*(1-r.Demand[1])) / excess,
	}
}

// exhausted is when each side would be known as resolute if neither gave in at once.
func (r Reputation) exhausted() [2]float64 {
	h := r.Hazards()
	return [2]float64{-draw.Log(r.Prior[0]) / h[0], -draw.Log(r.Prior[1]) / h[1]}
}

// End is when nobody is left who would give in: a side that is silent then is
// resolute.
func (r Reputation) End() float64 {
	t := r.exhausted()
	return math.Min(t[0], t[1])
}

// Weaker is the side that gives in at once with the chance AtOnce; 1 where both are
// as strong.
func (r Reputation) Weaker() int {
	if t := r.exhausted(); t[0] > t[1] {
		return 0
	}
	return 1
}

// AtOnce is the chance with which a side gives in at the very start: for the weaker
// 1 − z·ẑ^(−λ/λ̂), with the priors and rates of it and of the other; for the other 0.
func (r Reputation) AtOnce(side int) float64 {
	if side != r.Weaker() {
		return 0
	}
	h := r.Hazards()
	return math.Max(0, 1-float64(r.Prior[side]*draw.Pow(r.Prior[1-side], -h[side]/h[1-side])))
}

// Posterior is the chance that a side is resolute that has been silent up to a time:
// z·e^(λt), after a start at which the weaker did not give in.
func (r Reputation) Posterior(side int, t float64) float64 {
	start := r.Prior[side] / (1 - r.AtOnce(side))
	return math.Min(1, start*draw.Exp(float64(r.Hazards()[side]*math.Max(0, math.Min(t, r.End())))))
}

// Silent is the chance that a side has not given in up to a time.
func (r Reputation) Silent(side int, t float64) float64 {
	if t < 0 {
		return 1
	}
	return (1 - r.AtOnce(side)) * draw.Exp(-float64(r.Hazards()[side]*math.Min(t, r.End())))
}

// Lasts is the chance that nobody has given in up to a time. It never falls below
// the chance that both are resolute.
func (r Reputation) Lasts(t float64) float64 { return r.Silent(0, t) * r.Silent(1, t) }

// Payoff is what a side that is not resolute expects, as a share of 1.
func (r Reputation) Payoff(side int) float64 {
	yields := r.AtOnce(1 - side)
	return float64(yields*r.Demand[side]) + float64((1-yields)*(1-r.Demand[1-side]))
}
