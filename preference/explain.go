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

// Explain returns the verdict on one feasible state under one of the kind's
// concepts, with its certificate; another concept is a bug of the caller. Paths are
// shortest. Cost: that of one bundle of classes (see Solve), then a search for
// each improvement.
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
	e.look(p, []reckon.State{s})
	sanctions, met := e.met(foresight)
	gains := e.gains(s)
	for _, t := range gains {
		if met[t]&1 == 0 {
			v.Answers = []Answer{{To: t}}
			return v
		}
	}
	for _, t := range gains {
		path := e.search(t, answer, func(x reckon.State) bool { return sanctions[x]&1 == 1 })
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

// gains lists the actor's improvements on s, which look was told of, those that
// change few options first.
func (e *engine) gains(s reckon.State) []reckon.State {
	var list []reckon.State
	e.g.EachMove(e.actor, s, func(t reckon.State) {
		if e.improves[t]&1 == 1 {
			list = append(list, t)
		}
	})
	slices.SortStableFunc(list, func(a, b reckon.State) int {
		return cmp.Compare(bits.OnesCount64(uint64(s^a)), bits.OnesCount64(uint64(s^b)))
	})
	return list
}
