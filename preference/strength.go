package preference

import (
	"fmt"

	"reckon"
	"reckon/stability"
)

// strength is preference of three levels: ≫, > and ~ [hamouda2004] [hamouda2006].
// s ≫ q iff s ≻ q and some red line is kept in s and breached in q. General
// stability is that of package stability. A state is strongly stable iff every
// improvement t is met by some x with s ≫ x; under SMR and SSEQ, all y ∈ R_i(x)
// have s ≫ y too. It is weakly stable iff it is stable but not strongly. Nash is
// not split. Where nothing can be improved, strong stability holds of itself.
// Cost: that of the engine by class, with a class for each rank; see Solve.
func strength() Kind {
	k := Kind{
		Name: "strength", Source: "hamouda2004",
		Says:  "a state that breaches a red line is strongly worse than one that keeps it",
		terms: strengthTerms, judge: strengthJudge,
	}
	k.Concepts = append(basic(), reckon.SSEQ)
	for _, concept := range k.Concepts[1:] {
		k.Concepts = append(k.Concepts, strong+concept, weak+concept)
	}
	return k
}

const (
	strong = "strong "
	weak   = "weak "
)

func strengthTerms(b *board, _ Settings) (terms, error) {
	var t terms
	for i := range b.minds {
		ranks := b.ranks(i)
		better, worse := byDigit{scale: ranks, up: all}, byDigit{scale: ranks, down: all}
		wants, held := b.wants(i)
		var reds []*stability.Set
		for k := range wants {
			if wants[k].RedLine {
				reds = append(reds, held[k])
			}
		}
		lines, err := b.truths(i, reds)
		if err != nil {
			return terms{}, err
		}
		switch {
		case len(reds) > 0:
		case len(b.minds[i].Order) > 0:
			t.notes = append(t.notes, fmt.Sprintf("%s is given a direct order, which has no red lines: no sanction is strong for this actor", b.name(i)))
		default:
			t.notes = append(t.notes, fmt.Sprintf("%s has no red line: no sanction is strong for this actor", b.name(i)))
		}
		concepts := append(basic(), reckon.SSEQ)
		t.pairs = append(t.pairs, []pair{
			{"", better, not{better}, concepts},
			{strong, better, both{worse, breach{lines}}, concepts[1:]},
		})
		t.credible = append(t.credible, better)
	}
	return t, nil
}

// breach says that a red line kept in s is breached in x.
type breach struct{ scale }

func (r breach) reads() [][]uint64 { return [][]uint64{r.key} }

func (r breach) holds(x, s reckon.State) bool { return r.key[s]&^r.key[x] != 0 }

func (r breach) over(states []reckon.State) func(x reckon.State) uint64 {
	kept := make([]uint64, r.bits) // by red line: the states that keep it
	for c, s := range states {
		for k := range kept {
			kept[k] |= r.key[s] >> k & 1 << c
		}
	}
	return func(x reckon.State) uint64 {
		found := uint64(0)
		for k := range kept {
			if r.key[x]>>k&1 == 0 {
				found |= kept[k]
			}
		}
		return found
	}
}

// strengthJudge restates the definition for Check.
func strengthJudge(r *Result) judge {
	rank := r.board.g.Rank
	return judge{
		improves: func(i int, q, s reckon.State) bool { return rank(i, q) > rank(i, s) },
		credible: func(j int, q, s reckon.State) bool { return rank(j, q) > rank(j, s) },
		harms:    func(i int, x, s reckon.State) bool { return rank(i, x) <= rank(i, s) },
		strongly: func(i int, x, s reckon.State) bool {
			if rank(i, x) >= rank(i, s) {
				return false
			}
			wants, held := r.board.wants(i)
			for k := range wants {
				if wants[k].RedLine && held[k].Has(s) && !held[k].Has(x) {
					return true
				}
			}
			return false
		},
	}
}
