package preference

import (
	"fmt"
	"math/big"

	"reckon"
)

// fuzzy is preference by degrees [bashar2012]. r_i(s,q), the degree to which actor
// i prefers s to q, is the odds of the first want in which they differ if it holds
// in s, else 1 − odds; ½ on ties, so that r(s,q) + r(q,s) = 1. α_i(s,q) = r_i(s,q) −
// r_i(q,s) is how sure the preference is. With γ_i ∈ (0,1], the actor's threshold, a
// move from s to t is a fuzzy improvement iff α_i(t,s) ≥ γ_i, and a reply x is a
// fuzzy sanction iff α_i(x,s) < γ_i; fuzzy Nash, GMR, SMR and SEQ are as usual with
// these, each reply of j under SEQ being a fuzzy improvement by γ_j.
// Cost: that of the engine by class, with a class for each set of wants that some
// state fulfils; see Solve.
func fuzzy() Kind {
	return Kind{
		Name: "fuzzy", Source: "bashar2012", Concepts: basic(), Settings: []string{"threshold", "thresholds"},
		Says:  "odds are degrees of preference, and a preference moves him where it is sure enough",
		terms: fuzzyTerms, judge: fuzzyJudge,
	}
}

// threshold is γ of an actor.
func threshold(set Settings, actor string) (*big.Rat, error) {
	if x, stated := set.Thresholds[actor]; stated {
		return share("the threshold of "+actor, x, x)
	}
	return share("threshold", set.Threshold, 0.5)
}

func fuzzyTerms(b *board, set Settings) (terms, error) {
	for _, name := range sorted(set.Thresholds) {
		if b.c.Actor(name) < 0 {
			return terms{}, fmt.Errorf("a threshold is given for %q, who is no actor of the case", name)
		}
	}
	t := terms{notes: b.nowhere(uncertain, "no want has odds")}
	for i := range b.minds {
		sc, wants, err := b.graded(i, uncertain)
		if err != nil {
			return terms{}, err
		}
		least, err := threshold(set, b.name(i))
		if err != nil {
			return terms{}, err
		}
		gain := byDigit{scale: sc, up: all}
		for k, w := range wants {
			sure := new(big.Rat).Sub(oddsOf(w), new(big.Rat).Sub(big.NewRat(1, 1), oddsOf(w)))
			if sure.Cmp(least) < 0 {
				gain.up &^= 1 << k
			}
			if sure.Neg(sure).Cmp(least) >= 0 {
				gain.down |= 1 << k
			}
		}
		t.pairs = append(t.pairs, []pair{{"", gain, not{gain}, basic()}})
		t.credible = append(t.credible, gain)
		t.switches = append(t.switches, Switch{"threshold of " + b.name(i), text(least), "a preference moves this actor where it is at least so sure"})
	}
	return t, nil
}

// fuzzyJudge restates the definition for Check.
func fuzzyJudge(r *Result) judge {
	gain := func(i int, q, s reckon.State) bool {
		degree := r.odds(i, q, s)
		back := r.odds(i, s, q)
		least, err := threshold(r.settings, r.board.name(i))
		return err == nil && new(big.Rat).Sub(degree, back).Cmp(least) >= 0 // a tie has 0 both ways, as ½ both ways
	}
	return judge{
		improves: gain,
		credible: gain,
		harms:    func(i int, x, s reckon.State) bool { return !gain(i, x, s) },
	}
}
