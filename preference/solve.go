package preference

import (
	"fmt"
	"math/bits"

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
// moves × turns)) per actor; memory some ten numbers of 8 bytes a state, and 4 bytes a
// credible move. The error is that of Compile, or says which setting or mind does not
// fit the kind, or that the case is too large: 20 options, 2^33 moves, 2^26 of them
// credible, and 2^34 steps are the limits. A case of 16 options takes some seconds.
func Solve(c *reckon.Case, minds []reckon.Mind, measures func(name string) float64, kind string, set Settings) (*Result, error) {
	k, err := kindOf(kind)
	if err != nil {
		return nil, err
	}
	if n := len(c.Options); n > maxOptions {
		return nil, fmt.Errorf("the case has %d options; preference that is more than an order is compared over at most %d. Drop options that no want or choice needs, or split the case", n, maxOptions)
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
	if err := b.walkable(); err != nil {
		return nil, err
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
	all := make([]classes, len(minds))
	for i := range minds {
		all[i] = b.classify(t.pairs[i])
	}
	if err := r.affordable(all, maxArcs-room); err != nil {
		return nil, err
	}
	for i := range minds {
		r.solve(i, all[i])
	}
	return r, nil
}

// maxOptions bounds the bundles: at 20 options a solve takes some 600 MB.
const maxOptions = 20

// maxWork bounds the steps of the engine, about a minute of one core.
const maxWork = 1 << 34

// maxMoves bounds the moves of all actors that are looked at for credible ones,
// about a minute of one core.
const maxMoves = 1 << 33

// walkable refuses a case with more than maxMoves moves.
func (b *board) walkable() error {
	moves, most := 0, 0
	for i, own := range b.own {
		moves += len(b.feasible) << bits.OnesCount64(uint64(own))
		if bits.OnesCount64(uint64(own)) > bits.OnesCount64(uint64(b.own[most])) {
			most = i
		}
	}
	if moves <= maxMoves {
		return nil
	}
	return fmt.Errorf("the actors have some 2^%d moves over all states, which is more than this version follows: %s alone has %d options. Drop options that no want or choice needs, or split the case", bits.Len(uint(moves))-1, b.name(most), bits.OnesCount64(uint64(b.own[most])))
}

// affordable refuses a case that would take more than maxWork steps.
func (r *Result) affordable(all []classes, arcs int) error {
	work, most := 0, 0
	for i := range all {
		work += (len(all[i].first) + 63) / 64 * (arcs + 64<<r.board.g.Options())
		if len(all[i].first) > len(all[most].first) {
			most = i
		}
	}
	if work <= maxWork {
		return nil
	}
	return fmt.Errorf("this kind of preference would take some %d minutes: %s alone tells %d kinds of states apart. Drop wants that no choice needs, or attitudes, or split the case", work/maxWork+1, r.board.name(most), len(all[most].first))
}

func (r *Result) solve(actor int, k classes) {
	pairs := r.terms.pairs[actor]
	e := r.engine(actor)
	e.classes = k
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

// Stable returns the states stable for the actor under one of the kind's concepts;
// another concept is a bug of the caller.
func (r *Result) Stable(actor int, concept reckon.Concept) *stability.Set {
	set := r.stable[question{actor, concept}]
	if set == nil {
		panic("preference: " + r.Kind.Name + " has no concept " + string(concept))
	}
	return set
}

// Equilibria returns the states stable for every actor under one of the kind's
// concepts.
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
