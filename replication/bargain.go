package replication

import (
	"fmt"
	"math"

	"reckon"
	"reckon/arena/bargaining"
	"reckon/draw"
)

// bargains computes published answers about bargaining over time again: closed forms
// of the arena, and minds that must learn and choose as they say.
func bargains() []Row {
	return parts(crisis, attrition, reputation, abreuGul, resolve, resolute, counted, offers, logit, quantal)
}

// crisis replicates why opponents fight who would both gain by a deal [fearon1995]. A
// side that does not know what war costs the other, 0 to b as likely, demands
// p + (b − c)/2, and there is war with chance ½(1 − c/b).
func crisis() []Row {
	const name, source = "War by what one does not know", "Fearon 1995, closed form"
	c := bargaining.Crisis{Win: 0.5, Cost: 0.1, Other: bargaining.Law{Kind: reckon.Between, Args: []float64{0, 0.4}}}
	sound(c.Check())
	low, high := c.Range(0.2)
	demand, war, _ := c.Demand()
	// By hand: war begins once the other wins over more than (1 − p)(1 − δ)/δ + (1 − δ)²c/δ.
	const win, cost, discount = 0.6, 0.2, 0.9
	shift := (1-win)*(1-discount)/discount + (1-discount)*(1-discount)*cost/discount
	falling := bargaining.Crisis{Win: win, Cost: cost, Other: c.Other}
	gain := func(later float64) float64 { return faultless(falling.Preventive(later, discount, 0.2, 0)) }
	return []Row{
		row(name, "shares that neither fights over, costs 0.1 and 0.2", source, "0.4000 to 0.7000", fixed(low, 4)+" to "+fixed(high, 4)),
		row(name, "the best demand", source, "0.6500", fixed(demand, 4)),
		row(name, "chance of war", source, "0.3750", fixed(war, 4)),
		row("War by what one cannot promise", "gain by war at the shift where it begins", byHand+", Fearon 1995", "0.000000", fixed(math.Abs(gain(win-shift)), 6)),
		row("War by what one cannot promise", "a faster and a slower shift", byHand+", Fearon 1995", "war, peace", warlike(gain(win-2*shift))+", "+warlike(gain(win-shift/2))),
	}
}

func warlike(gain float64) string {
	if gain > 0 {
		return "war"
	}
	return "peace"
}

// attrition replicates wars of attrition [maynardsmith1974]: both hold out V/2c on
// average where they are alike and know it, and gain nothing; with values that only
// their owner knows, even from 0 to 1, −v − ln(1 − v), and 1/6 on average.
func attrition() []Row {
	const name, source = "War of attrition", "Maynard Smith 1974, closed form"
	a := bargaining.Attrition{Value: [2]float64{10, 10}, Cost: [2]float64{2, 2}}
	even := bargaining.Law{Kind: reckon.Between, Args: []float64{0, 1}}
	falling := bargaining.Law{Kind: bargaining.Exponential, Args: []float64{3}}
	sound(append(append(a.Check(), even.CheckValues()...), falling.CheckValues()...))
	return []Row{
		row(name, "how long it lasts, 10 to win and 2 to hold out", source, "2.5000", fixed(a.MeanLength(), 4)),
		row(name, "what each gains by it", source, "0.0000", fixed(math.Abs(a.Payoff(0, 3)), 4)),
		row(name, "patience of the middle value, values even from 0 to 1", source, "0.193147", fixed(even.Patience(0.5, 1), 6)),
		row(name, "how long it lasts, values even from 0 to 1", source, "0.166667", fixed(even.MeanLength(1), 6)),
		row(name, "patience of value 2, values exponential at rate 3", source, "6.000000", fixed(falling.Patience(2, 1), 6)),
	}
}

// abreuGul is the reputation of [abreugul2000] by the closed forms of the arena.
func abreuGul() []Row {
	const name, source = "Reputation in bargaining", "Abreu and Gul 2000, closed form"
	r := bargaining.Reputation{Demand: [2]float64{0.6, 0.6}, Prior: [2]float64{0.1, 0.2}, Rate: [2]float64{1, 1}}
	sound(r.Check())
	return []Row{
		row(name, "rate of conceding", source, "2.0000", fixed(r.Hazards()[0], 4)),
		row(name, "when nobody is left who would", source, "0.80472", fixed(r.End(), 5)),
		row(name, "the weaker side concedes at once, by the arena", source, "0.5000", fixed(r.AtOnce(r.Weaker()), 4)),
		row(name, "a side silent until the end is resolute", source, "1.00000", fixed(r.Posterior(0, r.End()), 5)),
	}
}

// resolute is what silence tells by the arena, and what it tells one who lays it to
// character alone though there was no pressure.
func resolute() []Row {
	const name = "Two types, tough or weak"
	held := bargaining.Resolve{Belief: 0.2, Firm: 0.05, Soft: 0.4}
	sound(held.Check())
	blind := held
	blind.Blind = 1
	var ours []float64
	for _, t := range []float64{2, 5, 10} {
		ours = append(ours, held.Silent(t, 1).Belief)
	}
	return []Row{
		row(name, "tough after 2, 5 and 10 without a concession, by the arena", byHand, "0.33486 0.58994 0.89223", fixed(ours[0], 5)+" "+fixed(ours[1], 5)+" "+fixed(ours[2], 5)),
		row(name, "tough after 5, nothing having pressed him", byHand, "0.20000", fixed(held.Silent(5, 0).Belief, 5)),
		row(name, "the same to one who is blind to that", byHand+", Ross 1977", "0.58994", fixed(blind.Silent(5, 0).Belief, 5)),
	}
}

// counted is Laplace's rule of succession: after k of n, (k + 1)/(n + 2).
func counted() []Row {
	even := bargaining.Counts{Gave: 1, Held: 1}
	sound(even.Check())
	return []Row{
		row("Chances from counts", "gives in after 2 of 7", "Laplace 1774, closed form", "0.333333", fixed(even.Seen(2, 5).Chance(), 6)),
		row("Chances from counts", "gives in 3 of the next 9, nothing being known", "Laplace 1774, closed form", "0.100000", fixed(even.Next(9)[3], 6)),
	}
}

// offers replicates offers in turn [rubinstein1982]: who begins has
// (1 − δ₂)/(1 − δ₁δ₂), and if offers follow at once r₂/(r₁ + r₂). What the sides have
// while they do not agree comes off the top.
func offers() []Row {
	const name, source = "Offers in turn", "Rubinstein 1982, closed form"
	never := [2]float64{math.Inf(-1), math.Inf(-1)}
	a := bargaining.Alternating{Discount: [2]float64{.9, .95}, Outside: never}
	inside := bargaining.Alternating{Discount: [2]float64{.9, .9}, Inside: [2]float64{.2, .4}, Outside: never}
	sound(append(a.Check(), inside.Check()...))
	soon := bargaining.Alternating{Discount: [2]float64{draw.Exp(-1e-7), draw.Exp(-3e-7)}, Outside: never}
	return []Row{
		row(name, "share of the first, the second more patient", source, "0.344828", fixed(a.Share(0), 6)),
		row(name, "share of the first, the first more patient", source, "0.689655", fixed(a.Share(1), 6)),
		row(name, "the same with 400 rounds and no more", source, "0.344828", fixed(a.Finite(0, 400), 6)),
		row(name, "three rounds and no more", byHand, "0.905000", fixed(a.Finite(0, 3), 6)),
		row(name, "rates of discount 1 and 3, offers at once", source, "0.750000", fixed(a.Frequent([2]float64{1, 3}), 6)),
		row(name, "the same, offers every ten millionth", source, "0.750000", fixed(soon.Share(0), 6)),
		row(name, "share with 0.2 and 0.4 while they do not agree", byHand, "0.410526", fixed(inside.Share(0), 6)),
	}
}

// quantal replicates strategic choice by quantal response [signorino1999]: a state may
// challenge, the other may resist. By hand, the second chooses by 1/(1 + e^(−λΔ)), and
// the first by what he then expects; without precision all is by lot, and with
// precision without end it is the subgame perfect path.
func quantal() []Row {
	const name, source = "Challenge and answer", byHand + ", Signorino 1999"
	game := bargaining.Node{Name: "first", Mover: 0, Moves: []bargaining.Node{
		{Name: "leaves it", Worth: []float64{0, 0}},
		{Name: "challenges", Mover: 1, Moves: []bargaining.Node{
			{Name: "gives in", Worth: []float64{1, -1}},
			{Name: "resists", Worth: []float64{-1, -0.5}},
		}},
	}}
	sound(game.Check())
	var rows []Row
	for _, k := range []struct {
		precision string
		lambda    float64
	}{{"0", 0}, {"1", 1}, {"4", 4}, {"infinity", math.Inf(1)}} {
		resists, challenges := 0.5, 0.5
		switch {
		case math.IsInf(k.lambda, 1):
			resists, challenges = 1, 0
		case k.lambda > 0:
			resists = 1 / (1 + draw.Exp(-k.lambda/2))
			challenges = 1 / (1 + draw.Exp(-k.lambda*(1-2*resists)))
		}
		ours := game.Play(k.lambda)
		answer := fmt.Sprintf("challenges, and is resisted, at precision %s", k.precision)
		rows = append(rows, row(name, answer, source, fixed(challenges, 6)+" "+fixed(resists, 6), fixed(ours.Moves[1].Chance, 6)+" "+fixed(ours.Moves[1].Moves[1].Chance, 6)))
	}
	return rows
}
