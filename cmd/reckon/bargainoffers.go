package main

import (
	"fmt"
	"math"

	"github.com/spf13/pflag"

	"reckon/arena"
	"reckon/arena/bargaining"
)

func offersVerb() verb {
	var a bargaining.Alternating
	var discount, inside, outside *pair
	var rounds int
	return closed("offers", "Who gets what by offers in turn, under sanctions too",
		`The sides offer in turn how to divide what is worth 1, and both lose by delay.
What each has while they do not agree (--inside) is what sanctions lower and
evasion raises again; what it could have for good by leaving (--outside) counts
only where it is better than going on.`,
		`  reckon bargain offers --discount 0.9,0.95
  reckon bargain offers --discount 0.9 --inside 0.1,0.05 --rounds 3`,
		func(f *pflag.FlagSet) {
			discount = pairFlag(f, "discount", 0.9, 0.9, "what the next round counts to each side")
			inside = pairFlag(f, "inside", 0, 0, "what each has while they do not agree")
			outside = pairFlag(f, "outside", math.Inf(-1), math.Inf(-1), "what each has by leaving, if it can")
			f.Lookup("outside").DefValue = "" // nobody can
			f.IntVar(&rounds, "rounds", 0, "how many offers there are (default without end)")
		}, "Rubinstein 1982 (rubinstein1982), Binmore, Shaked and Sutton 1989 (binmore1989)", func(r *bargainResult) (arena.Faults, error) {
			a.Discount, a.Inside, a.Outside = *discount, *inside, *outside
			if f := a.Check(); len(f) > 0 {
				return f, nil
			}
			if rounds < 0 {
				return nil, fmt.Errorf("--rounds wants a number from 1 on, not %d", rounds)
			}
			for first := range 2 {
				share := a.Share(first)
				r.add(fmt.Sprintf("side %d keeps, if it offers first", first+1), share)
				if rounds > 0 {
					r.add(fmt.Sprintf("the same with %s", count(rounds, "round")), a.Finite(first, rounds))
				}
			}
			rates := [2]float64{-math.Log(a.Discount[0]), -math.Log(a.Discount[1])}
			r.add("side 1 has, where offers follow each other at once", a.Frequent(rates))
			return nil, nil
		})
}

func resolveVerb() verb {
	var m bargaining.Resolve
	var pressure, own float64
	var after []float64
	return closed("resolve", "What silence says of an opponent's resolve",
		`He is either resolute or not, and who is not gives in sooner. Silence under
pressure makes it likelier that he is. With --blind at 1 silence counts as if the
pressure had been full: the fundamental error of attribution. With --own, the
chance that he gives in before one who himself gives in at that rate: "they tire
first".`,
		`  reckon bargain resolve --belief 0.2 --firm 0.05 --soft 0.4
  reckon bargain resolve --pressure 0.5 --blind 1 --own 0.1 --after 1,4`,
		func(f *pflag.FlagSet) {
			f.Float64Var(&m.Belief, "belief", 0.2, "chance that he is resolute, as held")
			f.Float64Var(&m.Firm, "firm", 0.05, "rate at which one who is gives in")
			f.Float64Var(&m.Soft, "soft", 0.4, "rate at which one who is not gives in")
			f.Float64Var(&m.Blind, "blind", 0, "how far circumstance is not seen, 0 to 1")
			f.Float64Var(&pressure, "pressure", 1, "what he is under, 0 to 1")
			f.Float64Var(&own, "own", -1, "rate at which one gives in oneself")
			f.Float64SliceVar(&after, "after", nil, "ask for these `TIMES`, not 1, 2, 5, 10")
			f.Lookup("after").DefValue = "" // not "[]"
		}, "Bayes' rule with two kinds, as in Abreu and Gul 2000 (abreugul2000); Ross 1977 (ross1977) for --blind", func(r *bargainResult) (arena.Faults, error) {
			f := m.Check()
			f.Within(pressure, 0, 1, "pressure", "it is a number from 0 to 1")
			if len(f) > 0 {
				return f, nil
			}
			if after == nil {
				after = []float64{1, 2, 5, 10}
			}
			for _, t := range after {
				if !(t >= 0) {
					return nil, fmt.Errorf("--after wants times from 0 on, not %v", t)
				}
				r.add(fmt.Sprintf("resolute after %g of silence", t), m.Silent(t, pressure).Belief)
			}
			r.add("resolute just after he gave in", m.Conceded().Belief)
			r.add("chance that he gives in within 1, under full pressure", m.GivesIn(1))
			if own >= 0 {
				r.add("chance that he gives in first", m.Outlasted(own))
			}
			return nil, nil
		})
}
