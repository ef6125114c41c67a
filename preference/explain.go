package preference

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"

	"reckon"
	"reckon/stability"
)

// Verdict says whether a state is stable for an actor under a concept of a kind,
// and carries a certificate that Check re-validates. A weak concept has no answers
// of its own: a state is weakly stable iff the first of Parts, the concept itself,
// is stable and the second, the strong one, is not.
type Verdict struct {
	Actor   int            `json:"actor"`
	Concept reckon.Concept `json:"concept"`
	State   reckon.State   `json:"state"`
	Stable  bool           `json:"stable"`
	Answers []Answer       `json:"answers,omitempty"` // stable: one per improvement; unstable: an unmet improvement alone
	Parts   []Verdict      `json:"parts,omitempty"`
}

// Answer is one improvement of the actor and what meets it.
type Answer struct {
	To       reckon.State     `json:"to"`
	Path     []stability.Step `json:"path,omitempty"` // the others' replies, which end in the sanction; empty when nothing meets it
	Sanction reckon.State     `json:"sanction"`
	Strong   bool             `json:"strong,omitempty"` // strength: the sanction is strongly worse
}

// Explain returns the verdict on one feasible state, with its certificate. Paths
// are shortest. Cost: a search over the states that the others can reach, for each
// improvement.
func (r *Result) Explain(actor int, concept reckon.Concept, s reckon.State) Verdict {
	v := Verdict{Actor: actor, Concept: concept, State: s}
	if foresight, isWeak := strings.CutPrefix(string(concept), weak); isWeak {
		v.Parts = []Verdict{r.Explain(actor, reckon.Concept(foresight), s), r.Explain(actor, reckon.Concept(strong+foresight), s)}
		v.Stable = v.Parts[0].Stable && !v.Parts[1].Stable
		return v
	}
	p, foresight := r.pairOf(actor, concept)
	e := r.engine(actor)
	answer := e.anyMove
	if foresight == reckon.SEQ || foresight == reckon.SSEQ {
		answer = e.credibleMove
	}
	bad := func(x reckon.State) bool { return e.sanctions(p, foresight, x, s) }
	for _, t := range e.gains(p, s) {
		var path []stability.Step
		if foresight != reckon.Nash {
			path = e.search(t, answer, bad)
		}
		if path == nil {
			v.Answers = []Answer{{To: t}}
			return v
		}
		a := Answer{To: t, Path: path, Sanction: path[len(path)-1].To}
		if grades := r.terms.pairs[actor]; len(grades) > 1 {
			a.Strong = grades[1].harms.holds(a.Sanction, s)
		}
		v.Answers = append(v.Answers, a)
	}
	v.Stable = true
	return v
}

// pairOf returns the relations of a concept and the foresight in it.
func (r *Result) pairOf(actor int, concept reckon.Concept) (pair, reckon.Concept) {
	for _, p := range r.terms.pairs[actor] {
		for _, foresight := range p.foresights {
			if reckon.Concept(p.grade)+foresight == concept {
				return p, foresight
			}
		}
	}
	panic("preference: " + r.Kind.Name + " has no concept " + string(concept))
}

// gains lists the actor's improvements on s, those that change few options first.
func (e *engine) gains(p pair, s reckon.State) []reckon.State {
	var list []reckon.State
	e.moves(e.actor, s, func(t reckon.State) {
		if p.improves.holds(t, s) {
			list = append(list, t)
		}
	})
	slices.SortStableFunc(list, func(a, b reckon.State) int {
		return cmp.Compare(bits.OnesCount64(uint64(s^a)), bits.OnesCount64(uint64(s^b)))
	})
	return list
}

// sanctions reports whether x harms the actor at s and, where he has the last
// word, leaves him no move out of harm.
func (e *engine) sanctions(p pair, foresight reckon.Concept, x, s reckon.State) bool {
	bad := p.harms.holds(x, s)
	if bad && (foresight == reckon.SMR || foresight == reckon.SSEQ) {
		e.moves(e.actor, x, func(y reckon.State) { bad = bad && p.harms.holds(y, s) })
	}
	return bad
}
