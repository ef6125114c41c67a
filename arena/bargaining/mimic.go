package bargaining

import (
	"fmt"
	"math"

	"reckon/arena"
	"reckon/draw"
)

// Mimics is Reputation in which the first side may be resolute in several ways, each
// with its demand and prior, and one that is not resolute picks which of them to pass
// for [abreugul2000]. Demand[0] and Prior[0] are left out. The second side sees the
// demand before it answers, so that what is often put on is believed less: the odds
// of the demands are such that all that are made bring the same payoff. They sum to
// 1, but where the first side is too weak to be believed in any of them; it then gives
// in at once with what is lacking, and payoff is what giving in brings. The common
// payoff is found to the last bit by halving.
func (r Reputation) Mimics(demands, priors []float64) (odds []float64, payoff float64, faults arena.Faults) {
	if faults = r.checkMimics(demands, priors); len(faults) > 0 {
		return nil, 0, faults
	}
	resolute, most := 0.0, 0.0
	for k := range demands {
		resolute, most = resolute+priors[k], math.Max(most, demands[k])
	}
	odds = make([]float64, len(demands))
	fill := func(payoff float64) (sum float64) {
		for k := range demands {
			odds[k] = r.worn(demands[k], priors[k]/(1-resolute), payoff)
			sum += odds[k]
		}
		return sum
	}
	low, high := 1-r.Demand[1], most
	if fill(low) < 1 {
		return odds, low, nil
	}
	for {
		middle := low + float64((high-low)/2)
		if middle <= low || middle >= high {
			fill(low)
			return odds, low, nil
		}
		if fill(middle) >= 1 {
			low = middle
		} else {
			high = middle
		}
	}
}

// worn is the chance with which a demand is made by one who is not resolute so that
// it brings a payoff; kin is how many are resolute in this way for each who is not.
func (r Reputation) worn(demand, kin, payoff float64) float64 {
	excess := demand + r.Demand[1] - 1
	yields := (payoff - (1 - r.Demand[1])) / excess // the chance that the second side gives in at once
	if yields >= 1-r.Prior[1] {
		return 0
	}
	mine, theirs := float64(r.Rate[1]*(1-demand)), float64(r.Rate[0]*(1-r.Demand[1]))
	believed := draw.Pow(r.Prior[1]/(1-yields), mine/theirs) // resolute, once the demand is made
	return kin * (1 - believed) / believed
}

func (r Reputation) checkMimics(demands, priors []float64) arena.Faults {
	var f arena.Faults
	f.Need(r.Demand[1] > 0 && r.Demand[1] < 1, side(1, "demand"), "it must be a share between 0 and 1, the ends left out")
	f.Need(r.Prior[1] > 0 && r.Prior[1] < 1, side(1, "prior"), "it must be a chance between 0 and 1, the ends left out")
	positive(&f, r.Rate[0], side(0, "rate"))
	positive(&f, r.Rate[1], side(1, "rate"))
	if !f.Need(len(demands) > 0 && len(demands) == len(priors), "demands", fmt.Sprintf("%d demands and %d priors; give each demand its prior, and at least one", len(demands), len(priors))) {
		return f
	}
	var sum float64
	for k, d := range demands {
		at := fmt.Sprintf("demand %d", k+1)
		f.Need(d < 1 && d+r.Demand[1] > 1, at, "it must be a share below 1 that exceeds what the other side leaves; a smaller one is granted at once")
		f.Need(priors[k] > 0 && priors[k] < 1, at+": prior", "it must be a chance between 0 and 1, the ends left out")
		sum += priors[k]
	}
	f.Need(!(sum >= 1), "priors", "together they must be below 1; else nobody is left who would only pass for resolute")
	return f
}
