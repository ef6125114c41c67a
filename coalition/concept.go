package coalition

import (
	"slices"

	"reckon"
	"reckon/stability"
)

// rule is one coalitional concept. A rule with a security says what the worst
// replies leave of each value; the others decide all states of a coalition at
// once.
type rule struct {
	concept  reckon.Concept
	security func(a *Analysis, b *side) [][]int32
	stable   func(a *Analysis, b *side) *stability.Set
	replies  func(a *Analysis, h Coalition) []Coalition // groups whose moves answer, one after the other
	credible bool                                       // they move by improvements only
	escape   bool                                       // the coalition moves on after the reply
}

// rules lists the concepts, weakest foresight first. A new one is one file and
// one line here.
func rules() []rule { return []rule{nash(), gmr(), smr(), seq()} }

// Concepts lists the concepts that have a coalitional form here.
func (a *Analysis) Concepts() []reckon.Concept {
	var list []reckon.Concept
	for _, r := range rules() {
		list = append(list, r.concept)
	}
	return list
}

func ruleOf(concept reckon.Concept) (rule, bool) {
	all := rules()
	k := slices.IndexFunc(all, func(r rule) bool { return r.concept == concept })
	if k < 0 {
		return rule{}, false
	}
	return all[k], true
}

// side is what all concepts read of one coalition.
type side struct {
	h      Coalition
	others Coalition
	own    *reach
	values [][]int32
	hope   []frontier // by own piece: the best it can get to
}

func (a *Analysis) side(h Coalition) *side {
	b := &side{h: h, others: a.everyone &^ h, own: a.reach(h), values: a.values(h)}
	b.hope = b.own.frontiers(b.values)
	return b
}
