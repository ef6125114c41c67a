package preference

import (
	"reckon"
	"reckon/stability"
)

// Result holds, for one kind of preference, the states stable for each actor under
// each of its concepts, with the switches that the answers hang on.
type Result struct {
	Kind     Kind     `json:"kind"`
	Switches []Switch `json:"switches"`
	Notes    []string `json:"notes,omitempty"`   // what the minds leave the kind nothing to work on
	Unknown  []string `json:"unknown,omitempty"` // what was left out because a measure is unknown

	settings Settings
	board    *board
	terms    terms
	arcs     []arcs
	stable   map[question]*stability.Set
}

type question struct {
	actor   int
	concept reckon.Concept
}

// Solve computes every concept of the kind named for every actor and feasible
// state, exactly. minds and measures are as in stability.Compile.
//
// States are compared class by class: a class holds the states of which all that
// the kind's relations read is the same, at most one for each set of wants that
// some state fulfils. Time O(classes/64 × (states × options × sweeps + credible
// moves × turns)) per actor, and classes × states comparisons; memory some ten
// numbers of 8 bytes a state, and 4 bytes a credible move. The error is that of
// Compile, or says which setting or mind does not fit the kind, or that the case is
// too large: 2^32 comparisons an actor and 2^26 credible moves are the limits.
func Solve(c *reckon.Case, minds []reckon.Mind, measures func(name string) float64, kind string, set Settings) (*Result, error) {
	k, err := kindOf(kind)
	if err != nil {
		return nil, err
	}
	b, err := newBoard(c, minds, measures)
	if err != nil {
		return nil, err
	}
	t, err := k.terms(b, set)
	if err != nil {
		return nil, err
	}
	r := &Result{
		Kind: k, Switches: append(t.switches, noReturn), Notes: t.notes, Unknown: b.g.Unknown(),
		settings: set, board: b, terms: t, stable: map[question]*stability.Set{},
	}
	room := maxArcs
	for j := range minds {
		a, err := b.arcsOf(j, t.credible[j], room)
		if err != nil {
			return nil, err
		}
		room -= len(a.to)
		r.arcs = append(r.arcs, a)
	}
	for i := range minds {
		if err := r.solve(i); err != nil {
			return nil, err
		}
	}
	return r, nil
}

func (r *Result) solve(actor int) error {
	pairs := r.terms.pairs[actor]
	e := r.engine(actor)
	var err error
	if e.classes, err = r.board.classify(actor, pairs); err != nil {
		return err
	}
	for k, found := range e.stable(pairs) {
		for _, foresight := range pairs[k].foresights {
			concept := reckon.Concept(pairs[k].grade) + foresight
			r.stable[question{actor, concept}] = found[foresight]
			if pairs[k].grade == strong {
				general := r.stable[question{actor, foresight}]
				r.stable[question{actor, weak + foresight}] = general.Clone().Drop(found[foresight])
			}
		}
	}
	return nil
}

func (r *Result) engine(actor int) *engine {
	e := &engine{board: r.board, actor: actor, arcs: r.arcs}
	for j := range r.board.minds {
		if j != actor {
			e.others = append(e.others, j)
		}
	}
	return e
}

// Stable returns the states stable for the actor under one of the kind's concepts.
func (r *Result) Stable(actor int, concept reckon.Concept) *stability.Set {
	set := r.stable[question{actor, concept}]
	if set == nil {
		panic("preference: " + r.Kind.Name + " has no concept " + string(concept))
	}
	return set
}

// Equilibria returns the states stable for every actor under the concept.
func (r *Result) Equilibria(concept reckon.Concept) *stability.Set {
	all := r.board.g.States().Clone()
	for i := range r.board.minds {
		all.Keep(r.Stable(i, concept))
	}
	return all
}

// Conflict returns the conflict that the minds make when every preference is
// certain: its states, moves and ranks.
func (r *Result) Conflict() *stability.Conflict { return r.board.g }
