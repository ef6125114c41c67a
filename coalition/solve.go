package coalition

import (
	"fmt"

	"reckon"
	"reckon/stability"
)

// These bound what Solve lists; Explain goes further.
const (
	maxOptions = 16
	maxActors  = 8
)

// Result holds the states stable for each coalition and concept asked for.
type Result struct {
	Settings   Settings
	Coalitions []Coalition // those judged
	Concepts   []reckon.Concept
	stable     map[verdictKey]*stability.Set
	all        *stability.Set
}

type verdictKey struct {
	h       Coalition
	concept reckon.Concept
}

// Solve decides every feasible state for each of the coalitions, none given
// means all or the blocks, under Nash, GMR, SMR and SEQ, exactly. The error
// says what is too large or unknown and what can be asked instead.
// Cost: for one coalition O(states × members × states that are best for it in
// some respect). All coalitions of 5 actors take a tenth of a second at 12
// options and some seconds at 16, longer where members want opposite things.
func (a *Analysis) Solve(coalitions ...Coalition) (*Result, error) {
	if err := a.listable(len(coalitions) == 0); err != nil {
		return nil, err
	}
	if len(coalitions) == 0 {
		coalitions = a.coalitions()
	}
	res := &Result{Settings: a.set, Coalitions: coalitions, Concepts: a.Concepts(), stable: map[verdictKey]*stability.Set{}, all: a.g.States()}
	for _, h := range coalitions {
		if err := a.known(h); err != nil {
			return nil, err
		}
		for k, set := range a.judge(h) {
			res.stable[verdictKey{h, res.Concepts[k]}] = set
		}
	}
	return res, nil
}

// listable reports whether the case is small enough to list what every state, and
// where asked every coalition, leads to.
func (a *Analysis) listable(all bool) error {
	switch {
	case a.g.Options() > maxOptions:
		return fmt.Errorf("coalitions are judged at all states of at most %d options; this case has %d. Drop options that no want or choice needs, or split the case", maxOptions, a.g.Options())
	case all && len(a.set.Blocks) == 0 && a.g.Actors() > maxActors:
		return fmt.Errorf("all coalitions are judged among at most %d actors; this case has %d, which make %d coalitions. Split the actors into the groups that matter", maxActors, a.g.Actors(), uint64(a.everyone))
	}
	return nil
}

// known reports whether the settings let the coalition be judged.
func (a *Analysis) known(h Coalition) error {
	if h == 0 || h&^a.everyone != 0 {
		return fmt.Errorf("a coalition has at least one of the %d actors and no other", a.g.Actors())
	}
	for _, b := range a.set.Blocks {
		if b&h != 0 && b != h {
			return fmt.Errorf("where actors are split into blocks, only the blocks are judged. Leave out the blocks to judge other coalitions")
		}
	}
	return nil
}

// judge returns the states stable for the coalition, by concept in order of rules.
func (a *Analysis) judge(h Coalition) []*stability.Set {
	sets := make([]*stability.Set, len(rules()))
	if a.unmoved(h) {
		for k := range sets {
			sets[k] = a.g.States().Clone()
		}
		return sets
	}
	b := a.side(h)
	for k, r := range rules() {
		switch {
		case b.others&a.movers == 0: // nobody can reply, so every concept is CNash
			sets[k] = a.beyond(b, b.hope)
		case r.stable != nil:
			sets[k] = r.stable(a, b)
		default:
			sets[k] = a.beyond(b, b.own.frontiers(r.security(a, b)))
		}
	}
	return sets
}

// beyond returns the states whose need no vector that the coalition can get to meets.
func (a *Analysis) beyond(b *side, best []frontier) *stability.Set {
	stable := a.g.Nothing()
	var need []int32
	a.g.States().Each(func(s reckon.State) {
		if need = a.need(b.values, s, need); !best[b.own.piece[s]].meets(need) {
			stable.Add(s)
		}
	})
	return stable
}

// unmoved reports whether nothing can be an improvement for the coalition, since
// a member to whom all states are alike never gains.
func (a *Analysis) unmoved(h Coalition) bool {
	for _, j := range h.Members() {
		if a.g.Levels(j) == 1 && a.set.Improvement == "strict" {
			return true
		}
	}
	return false
}

// Stable returns the states stable for the coalition, nil when it was not judged.
func (r *Result) Stable(h Coalition, concept reckon.Concept) *stability.Set {
	return r.stable[verdictKey{h, concept}]
}

// Everywhere returns the states stable for every coalition judged: when all were,
// the coalitionally stable states; when the blocks of a split were, its
// equilibria. The concept is one of Concepts.
func (r *Result) Everywhere(concept reckon.Concept) *stability.Set {
	all := r.all.Clone()
	for _, h := range r.Coalitions {
		all.Keep(r.Stable(h, concept))
	}
	return all
}
