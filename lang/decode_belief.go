package lang

import (
	"math"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"reckon"
)

// beliefs reads what the holder of a view takes others to be.
func (l *loader) beliefs(f fields, v *viewer) []reckon.Belief {
	var list []reckon.Belief
	about := map[string]reckon.Range{}
	for _, g := range f.within("believes") {
		if v.depth() > maxViewDepth {
			l.add(beliefTooDeep(g.at))
			return nil
		}
		if !l.knownActor(g) {
			continue
		}
		if g.label == v.actor {
			l.add(beliefAboutSelf(g.named, v.actor))
			continue
		}
		if at, taken := about[g.label]; taken {
			l.add(duplicateName(g.named, "belief about", g.label, at))
			continue
		}
		about[g.label] = g.named
		if belief := l.belief(g, v); belief.Kinds != nil {
			list = append(list, belief)
		}
	}
	return list
}

// belief reads what the holder of a view takes one other actor to be.
func (l *loader) belief(f fields, v *viewer) reckon.Belief {
	b := reckon.Belief{About: f.label, At: f.at}
	base := v.tempers.of(f.label)
	kinds := f.blocks("kind")
	if len(kinds) == 0 {
		if len(f.attrs) == 0 && !f.holds("want", "attitude", "sees", "believes") {
			l.add(beliefEmpty(f.at, f.label))
			return b
		}
		k := l.kind(f, base, v.of(f.label))
		k.Name, k.Title, k.Odds = f.label, f.label, 1
		b.Kinds, b.Cites = []reckon.Kind{k}, k.Cites
		return b
	}
	b.Cites = f.cites()
	if f.holds("want", "attitude", "sees", "believes") || f.has("order") {
		l.add(kindsAndWants(f.at, f.label))
	}
	base = f.temper(base)
	first := map[string]reckon.Range{}
	for _, inner := range kinds {
		k := l.open(inner, blockNamed("kind"))
		if at, taken := first[k.label]; taken && k.label != "" {
			l.add(duplicateName(k.named, "kind", k.label, at))
			continue
		}
		first[k.label] = k.named
		kind := l.kind(k, base, v.of(f.label))
		kind.Name, kind.Title, kind.Odds = k.label, k.title(k.label), k.odds("odds")
		b.Kinds = append(b.Kinds, kind)
	}
	l.shareOdds(f, &b)
	return b
}

// kind reads one kind of opponent, all but its name and odds: in is the view that
// it is held to have.
func (l *loader) kind(f fields, base reckon.Temper, in *viewer) reckon.Kind {
	k := reckon.Kind{Temper: f.temper(base), Attitudes: f.attitudes(), Cites: f.cites(), At: f.at}
	k.Wants, k.Order = f.wants()
	k.View = l.view(f, in)
	k.Beliefs = l.beliefs(f, in)
	return k
}

// nearOne is how far odds may miss 1 because an author rounded thirds.
const nearOne = 0.002

// shareOdds checks that the odds of a belief's kinds sum to 1, and makes
// rounded ones fit. Odds that were wrong in themselves are not counted again.
func (l *loader) shareOdds(f fields, b *reckon.Belief) {
	sum, unknown := 0.0, false
	for i := range b.Kinds {
		stated := blockStates(f.blocks("kind"), b.Kinds[i].At, "odds")
		switch {
		case !math.IsNaN(b.Kinds[i].Odds):
			sum += b.Kinds[i].Odds
		case !stated && len(b.Kinds) == 1:
			b.Kinds[i].Odds, sum = 1, 1
		default:
			if !stated {
				l.add(missingOdds(b.Kinds[i].At, b.Kinds[i].Name))
			}
			unknown = true
		}
	}
	if unknown || sum <= 0 {
		equalShares(b.Kinds)
		return
	}
	if math.Abs(sum-1) > nearOne {
		l.add(oddsSum(f.at, f.label, sum, b.Kinds))
	}
	for i := range b.Kinds {
		b.Kinds[i].Odds /= sum
	}
}

// blockStates reports whether the block whose head stands at the range has the
// attribute.
func blockStates(blocks []*hclsyntax.Block, at reckon.Range, name string) bool {
	for _, b := range blocks {
		if place(b.DefRange()) == at {
			return b.Body.Attributes[name] != nil
		}
	}
	return false
}

// equalShares stands in for odds that cannot be read, so that the rest of the
// case still can.
func equalShares(kinds []reckon.Kind) {
	for i := range kinds {
		kinds[i].Odds = 1 / float64(len(kinds))
	}
}
