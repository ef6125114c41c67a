package preference

import (
	"math/big"
	"slices"

	"reckon"
)

// probabilistic is preference by odds [rego2015]. P_i(q,s), the probability that
// actor i prefers q to s, is the odds of the first want in which they differ if it
// holds in q, else 1 − odds; 0 on ties. A want without odds is certain. s is
// α-Nash stable iff P_i(q,s) > 1 − α for no q ∈ R_i(s). It is (α,β)-GMR stable iff
// every t ∈ R_i(s) with P_i(t,s) > 1 − α is met by some x ∈ R_{N−i}(t) with
// P_i(x,s) ≤ 1 − β; under (α,β)-SMR all y ∈ R_i(x) have P_i(y,s) ≤ 1 − β too; under
// (α,β,γ)-SEQ each reply of j, from q to r, has P_j(r,q) > 1 − γ. With certain wants
// these are Nash, GMR, SMR and SEQ whatever α, β and γ are.
// Cost: that of the engine by class, with a class for each set of wants that some
// state fulfils; see Solve.
func probabilistic() Kind {
	return Kind{
		Name: "probabilistic", Source: "rego2015", Concepts: basic(), Settings: []string{"alpha", "beta", "gamma"},
		Says:  "odds say how sure it is that he wants a thing and not its opposite",
		terms: probabilisticTerms, judge: probabilisticJudge,
	}
}

// uncertain is a want that he may want the opposite of.
func uncertain(w reckon.Want) bool { return w.Odds != 0 && w.Odds != 1 }

// oddsOf returns the odds of a want; not stated is certain.
func oddsOf(w reckon.Want) *big.Rat {
	if w.Odds == 0 {
		return big.NewRat(1, 1)
	}
	return decimal(w.Odds)
}

func probabilisticTerms(b *board, set Settings) (terms, error) {
	limits := map[string]*big.Rat{} // by name, 1 − its value
	t := terms{notes: b.nowhere(uncertain, "no want has odds")}
	for _, s := range []struct {
		name  string
		value float64
		says  string
	}{
		{"alpha", set.Alpha, "an actor moves where the odds of a gain exceed 1 − alpha"},
		{"beta", set.Beta, "what deters an actor is better for him with odds of at most 1 − beta"},
		{"gamma", set.Gamma, "others answer by moves whose odds of a gain exceed 1 − gamma"},
	} {
		x, err := share(s.name, s.value, 0.5)
		if err != nil {
			return terms{}, err
		}
		limits[s.name] = new(big.Rat).Sub(big.NewRat(1, 1), x)
		t.switches = append(t.switches, Switch{s.name, text(x), s.says})
	}
	for i := range b.minds {
		sc, wants, err := b.graded(i, uncertain)
		if err != nil {
			return terms{}, err
		}
		beyond := func(name string) byDigit {
			r := byDigit{scale: sc, up: all}
			for k, w := range wants {
				odds := oddsOf(w)
				if odds.Cmp(limits[name]) <= 0 {
					r.up &^= 1 << k
				}
				if new(big.Rat).Sub(big.NewRat(1, 1), odds).Cmp(limits[name]) > 0 {
					r.down |= 1 << k
				}
			}
			return r
		}
		t.pairs = append(t.pairs, []pair{{"", beyond("alpha"), not{beyond("beta")}, basic()}})
		t.credible = append(t.credible, beyond("gamma"))
	}
	return t, nil
}

// odds is P_i(q,s), for Check.
func (r *Result) odds(i int, q, s reckon.State) *big.Rat {
	wants, held := r.board.wants(i)
	if slices.ContainsFunc(wants, weighed) {
		wants = nil
	}
	for k, w := range wants {
		switch {
		case held[k].Has(q) == held[k].Has(s):
		case held[k].Has(q):
			return oddsOf(w)
		default:
			return new(big.Rat).Sub(big.NewRat(1, 1), oddsOf(w))
		}
	}
	if r.board.g.Rank(i, q) > r.board.g.Rank(i, s) { // by points or a direct order
		return big.NewRat(1, 1)
	}
	return new(big.Rat)
}

// probabilisticJudge restates the definition for Check.
func probabilisticJudge(r *Result) judge {
	exceeds := func(p *big.Rat, setting float64) bool {
		if setting == 0 {
			setting = 0.5
		}
		return new(big.Rat).Add(p, decimal(setting)).Cmp(big.NewRat(1, 1)) > 0
	}
	return judge{
		improves: func(i int, q, s reckon.State) bool { return exceeds(r.odds(i, q, s), r.settings.Alpha) },
		harms:    func(i int, x, s reckon.State) bool { return !exceeds(r.odds(i, x, s), r.settings.Beta) },
		credible: func(j int, q, s reckon.State) bool { return exceeds(r.odds(j, q, s), r.settings.Gamma) },
	}
}
