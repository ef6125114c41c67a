package symbolic

import (
	"slices"

	"github.com/go-air/gini/z"

	"reckon"
	"reckon/stability"
)

// short looks for a reply of at most one move for each of the others, all moves
// wired one after the other: bounded model checking [biere1999]. Most replies are
// as short as that, and found much faster than by reacher, which also proves that
// there is none.
type short struct {
	*wiring
	actor int
	s, t  reckon.State
	at    [][]z.Lit // the states on the way, t first
	turns [][]mover
	moves []z.Lit // by turn: somebody moves; else nothing changes
	harms z.Lit   // of the last state
}

func (p *Problem) shortly(actor int, improving bool, s, t reckon.State, stop func() bool) *short {
	w := p.wire(stop)
	r := &short{wiring: w, actor: actor, s: s, t: t, at: [][]z.Lit{w.fixed(t)}}
	others, turns := reckon.State(0), 0
	for j := range p.players {
		if j != actor && p.players[j].own != 0 {
			others |= p.players[j].own
			turns++
		}
	}
	for range turns {
		now, next := r.at[len(r.at)-1], w.free(w.fixed(t), others)
		movers, moves := w.turn(actor, improving, now, next)
		w.demand(moves, w.different(now, next).Not())
		r.at, r.turns, r.moves = append(r.at, next), append(r.turns, movers), append(r.moves, moves)
		w.know(next...)
	}
	r.harms = w.better(actor, r.at[turns], w.fixed(s)).Not()
	w.know(r.harms)
	return r
}

// run returns a way to a state that harms the actor, if there is a short one.
func (r *short) run() ([]stability.Step, bool) {
	if !r.solve(r.harms) {
		return nil, false
	}
	var path []stability.Step
	for k, movers := range r.turns {
		if r.g.Value(r.moves[k]) {
			who := slices.IndexFunc(movers, func(m mover) bool { return r.g.Value(m.moves) })
			path = append(path, stability.Step{Actor: movers[who].actor, To: r.value(r.at[k+1])})
		}
	}
	return r.p.tidy(r.actor, r.t, path), true
}

// pardon takes out of what harms the states from which the actor can escape to
// where his own options are as in y.
func (r *short) pardon(y reckon.State) {
	r.harms = r.pardoned(r.harms, r.at[len(r.at)-1], r.actor, r.s, y)
}
