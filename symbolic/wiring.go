package symbolic

import (
	"slices"
	"time"

	"github.com/go-air/gini"
	"github.com/go-air/gini/logic"
	"github.com/go-air/gini/z"

	"reckon"
)

// wiring builds logic for one satisfiability solver. A state in it is a vector of
// literals, one per option; options that cannot differ are constants, which the
// logic simplifies away.
type wiring struct {
	p    *Problem
	c    *logic.C
	g    *gini.Gini
	sent []int8  // which gates the solver has
	why  []z.Lit // the assumptions that made the last search fail
	dead bool    // the clauses cannot hold at all
	stop func() bool
}

func (p *Problem) wire(stop func() bool) *wiring {
	return &wiring{p: p, c: logic.NewC(), g: gini.New(), stop: stop}
}

// fixed returns a state as constants.
func (w *wiring) fixed(s reckon.State) []z.Lit {
	x := make([]z.Lit, w.p.options)
	for k := range x {
		x[k] = w.constant(s.Has(k))
	}
	return x
}

func (w *wiring) constant(yes bool) z.Lit {
	if yes {
		return w.c.T
	}
	return w.c.F
}

// free replaces the options of the mask by new inputs.
func (w *wiring) free(x []z.Lit, mask reckon.State) []z.Lit {
	for k := range x {
		if mask.Has(k) {
			x[k] = w.c.Lit()
		}
	}
	return x
}

// holds wires a circuit to a state.
func (w *wiring) holds(circuit reckon.Circuit, x []z.Lit) z.Lit {
	v := make([]z.Lit, len(circuit))
	for i, g := range circuit {
		switch g.Op {
		case 'o':
			v[i] = x[g.A]
		case '1':
			v[i] = w.c.T
		case '0':
			v[i] = w.c.F
		case '!':
			v[i] = v[g.A].Not()
		case '&':
			v[i] = w.c.And(v[g.A], v[g.B])
		case '|':
			v[i] = w.c.Or(v[g.A], v[g.B])
		case '^':
			v[i] = w.c.Xor(v[g.A], v[g.B])
		}
	}
	return v[len(v)-1]
}

// feasible says that no impossible rule holds.
func (w *wiring) feasible(x []z.Lit) z.Lit {
	ok := w.c.T
	for _, rule := range w.p.impossible {
		ok = w.c.And(ok, w.holds(rule, x).Not())
	}
	return ok
}

// better says that the actor likes x better than y: the first want that tells
// them apart holds in x.
func (w *wiring) better(actor int, x, y []z.Lit) z.Lit {
	wants := w.p.players[actor].wants
	result := w.c.F
	for _, want := range slices.Backward(wants) {
		a, b := w.holds(want, x), w.holds(want, y)
		result = w.c.Or(w.c.And(a, b.Not()), w.c.And(w.c.Xor(a, b).Not(), result))
	}
	return result
}

// different says that x and y are not the same state.
func (w *wiring) different(x, y []z.Lit) z.Lit {
	apart := w.c.F
	for k := range x {
		apart = w.c.Or(apart, w.c.Xor(x[k], y[k]))
	}
	return apart
}

// demand adds a clause: at least one of the literals holds.
func (w *wiring) demand(clause ...z.Lit) {
	w.sent, _ = w.c.CnfSince(w.g, w.sent, clause...)
	for _, m := range clause {
		w.g.Add(m)
	}
	w.g.Add(z.LitNull)
}

// A search is looked at ever more seldom, since most end within microseconds.
const (
	shortest = 5 * time.Microsecond
	longest  = 5 * time.Millisecond
)

// stopped unwinds a search that was asked to stop.
type stopped struct{}

// solve reports whether the clauses can hold together with the assumptions. Each
// literal must be known to the solver, by demand or know. Once the clauses alone
// have failed, gini forgets that they did, so it is noted here.
func (w *wiring) solve(assume ...z.Lit) bool {
	if !w.dead {
		w.g.Assume(assume...)
		if w.search() {
			return true
		}
	}
	if w.why = w.why[:0]; !w.dead {
		w.why = w.g.Why(w.why)
		w.dead = len(w.why) == 0
	}
	return false
}

// search runs the solver to its end and asks stop before and, in a long search,
// during it. Gini's own way to do that, Try, breaks a search off by the clock and
// begins another, which may end elsewhere: then the certificate would hang on how
// fast the machine is.
func (w *wiring) search() bool {
	if w.stop == nil {
		return w.g.Solve() == 1
	}
	if w.stop() {
		panic(stopped{})
	}
	run := w.g.GoSolve()
	for nap := shortest; ; nap = min(2*nap, longest) {
		if result, done := run.Test(); done {
			return result == 1
		}
		if nap == longest && w.stop() {
			run.Stop()
			panic(stopped{})
		}
		time.Sleep(nap) //nolint:forbidigo // it waits for the solver; what is found does not hang on how long
	}
}

// know makes literals known to the solver.
func (w *wiring) know(ms ...z.Lit) {
	w.sent, _ = w.c.CnfSince(w.g, w.sent, ms...)
}

// value reads a state off the last solution.
func (w *wiring) value(x []z.Lit) reckon.State {
	var s reckon.State
	for k, m := range x {
		if m == w.c.T || m != w.c.F && w.g.Value(m) {
			s |= 1 << uint(k)
		}
	}
	return s
}
