package replication

import (
	"fmt"

	"reckon"
	"reckon/draw"
	"reckon/experiment"
)

// reputation replicates a war of attrition between sides that each may be resolute
// and never concede [abreugul2000]: both demand .6 and discount at 1, and are resolute
// with odds .1 and .2. Then both concede at the rate λ = r·(1 − α)/(2α − 1) = 2, who
// is silent is resolute with z·e^(λt), and the weaker side concedes at once with
// such a chance that both become certain at the same moment, T = −ln(.2)/λ.
func reputation() []Row {
	const name, source = "Reputation in bargaining", "Abreu and Gul 2000, closed form"
	const weaker, stronger, demand, discount, steps = 0.1, 0.2, 0.6, 1.0, 10
	const rate = discount * (1 - demand) / (2*demand - 1)
	const atOnce = 1 - weaker/stronger // the odds to the power of the ratio of rates, here 1
	const flexible = atOnce / (1 - weaker)
	rows := []Row{
		estimated(name, "the weaker side concedes at once", source, atOnce, conceding(1-weaker, flexible)),
		places(name, "it is resolute if it has not", source, stronger, watching(weaker, 0, flexible).Observe(1, 0, reckon.Move{}, nil).Odds(0, 1)[0], 5),
	}
	// Among the silent, z are resolute and the rest are left to concede. Their chance
	// is another in every step, so minds are made anew with what was learned.
	end := -draw.Log(stronger) / rate
	left := func(k int) float64 { return draw.Exp(-rate*end*float64(k)/steps) - stronger }
	odds := stronger
	for k := range steps {
		odds = watching(odds, 0, 1-max(0, left(k+1))/left(k)).Observe(1, 0, reckon.Move{}, nil).Odds(0, 1)[0]
		if t := end * float64(k+1) / steps; k%3 == 0 {
			rows = append(rows, places(name, fmt.Sprintf("a side silent until %.5f is resolute", t), source, stronger*draw.Exp(rate*t), odds, 5))
		}
	}
	return rows
}

// conceding estimates by runs how likely b concedes in one step if he is of the type
// that may with some odds, and then does with a chance.
func conceding(odds, chance float64) experiment.Estimate {
	t := tallied(timed(2, `
actor "b" {
  option "concede" {}
}
mind "b" {
`+yielding(0)+`
}
mind "b" {
  change = "he is of the other type"
  from   = "`+day(1).String()+`"
  odds   = `+number(odds)+yielding(chance)+`
}
`))
	return shareOf(t.On(0, 2), t.Runs())
}
