package symbolic

import (
	"errors"
	"fmt"
	"slices"

	"github.com/go-air/gini/z"

	"reckon"
	"reckon/stability"
)

// Verdict says whether a state is stable for an actor under a concept, and
// carries a certificate that Check re-validates.
type Verdict struct {
	Actor   int
	Concept reckon.Concept
	State   reckon.State
	Stable  bool
	Free    bool           // the actor has a move at all
	To      reckon.State   // unstable: an improvement that nothing sanctions
	Closed  []Cube         // unstable: see Cube; empty when nothing at all would harm him, or nobody answers
	Escapes []reckon.State // unstable: settings of his own options that are his last word
	Replies []Reply        // stable: for every improvement at least one of these sanctions it
}

// Reply is one way in which the others meet improvements. The path was found for
// the improvement To; what it sets the others' options to is the same for all
// improvements that it meets. Under SIM the steps are taken at the same moment.
type Reply struct {
	To       reckon.State
	Path     []stability.Step
	Sanction reckon.State
}

// Cube is a set of states: those that agree with Value on the options of Care.
// The cubes of a verdict prove that the others cannot sanction To: To is in none
// of them, no reply leads from outside them to the inside, and every state that
// would harm the actor is inside one.
type Cube struct {
	Care, Value reckon.State
}

// Has reports whether s is in the cube.
func (c Cube) Has(s reckon.State) bool { return (s^c.Value)&c.Care == 0 }

// answers is how the others answer under a concept.
type answers struct {
	concept   reckon.Concept
	reply     bool // they answer at all, one after the other
	improving bool // only by what improves the mover's lot
	lastWord  bool // the actor may then move once more
	together  bool // they move at the same moment as he
}

// concepts lists what Decide knows, weakest foresight first. Definitions and
// sources stand with the concepts of package stability.
func concepts() []answers {
	return []answers{
		{concept: reckon.Nash},
		{concept: reckon.GMR, reply: true},
		{concept: reckon.SMR, reply: true, lastWord: true},
		{concept: reckon.SEQ, reply: true, improving: true},
		{concept: reckon.SSEQ, reply: true, improving: true, lastWord: true},
		{concept: reckon.SIM, together: true},
	}
}

// Concepts lists the concepts that Decide computes.
func Concepts() []reckon.Concept {
	var list []reckon.Concept
	for _, a := range concepts() {
		list = append(list, a.concept)
	}
	return list
}

// ErrStopped says that stop asked the search to end before it had an answer.
var ErrStopped = errors.New("stopped before an answer was found")

// Decide reports whether a feasible state is stable for one actor, exactly, and
// why. It never lists states: an improvement that no known reply meets is sought
// by satisfiability; if there is one, a reply to it is sought; the reply is turned
// into a condition on improvements, and so on until nothing is left (stable) or
// nothing sanctions an improvement (unstable). That is counterexample-guided
// refinement [janota2016]. A reply, or the proof that there is none, is found by
// property-directed reachability [een2011]. stop may be nil; it is asked before
// each search and some hundred times a second in a long one. In the worst case the cost is exponential in the options (the question is
// complete for PSPACE under SEQ with three actors); where wants speak of a few
// options each it takes milliseconds.
func (p *Problem) Decide(actor int, concept reckon.Concept, s reckon.State, stop func() bool) (v Verdict, err error) {
	how := slices.IndexFunc(concepts(), func(a answers) bool { return a.concept == concept })
	switch {
	case how < 0:
		return v, fmt.Errorf("%s is computed only where all states can be listed, up to %d options; one state of a larger case is decided under %v", concept, stability.MaxOptions, Concepts())
	case s>>p.options != 0 || !p.Feasible(s):
		return v, fmt.Errorf("state %s is impossible in this case. Choose a state that its rules allow", s.Letters(p.options))
	}
	defer func() {
		switch r := recover(); r.(type) {
		case nil:
		case stopped:
			err = ErrStopped
		default:
			panic(r)
		}
	}()
	return p.decide(actor, concepts()[how], s, stop), nil
}

func (p *Problem) decide(actor int, how answers, s reckon.State, stop func() bool) Verdict {
	v := Verdict{Actor: actor, Concept: how.concept, State: s, Stable: true}
	seek := p.seek(actor, s, stop)
	v.Free = seek.solve()
	for {
		t, found := seek.improvement()
		if !found {
			return v
		}
		reply := p.meet(&v, how, t, stop)
		if reply == nil {
			v.Stable, v.To, v.Replies = false, t, nil
			return v
		}
		v.Replies = append(v.Replies, *reply)
		seek.exclude(how, *reply)
	}
}

// seeker finds improvements that no known reply meets.
type seeker struct {
	*wiring
	actor int
	s     []z.Lit // where he is
	t     []z.Lit // where he may go: his own options are inputs
	gains z.Lit
}

func (p *Problem) seek(actor int, s reckon.State, stop func() bool) *seeker {
	w := p.wire(stop)
	k := &seeker{wiring: w, actor: actor, s: w.fixed(s), t: w.moved(actor, s)}
	k.demand(w.feasible(k.t))
	k.demand(w.different(k.s, k.t))
	k.gains = w.better(actor, k.t, k.s)
	k.know(k.gains)
	return k
}

// moved returns the states the actor may make out of s, as far as directions go.
func (w *wiring) moved(actor int, s reckon.State) []z.Lit {
	who := &w.p.players[actor]
	stuck := who.final&s | who.lost&^s
	return w.free(w.fixed(s), who.own&^stuck)
}

func (k *seeker) improvement() (reckon.State, bool) {
	if !k.solve(k.gains) {
		return 0, false
	}
	return k.value(k.t), true
}

// exclude leaves only improvements that the reply does not meet: one of its
// states would be impossible, a step no improvement for its mover, the end too
// good for the actor. His last word depends on what he can still change, so
// under it only improvements that turn the same one-way options are met.
func (k *seeker) exclude(how answers, r Reply) {
	who := &k.p.players[k.actor]
	met := k.c.T
	at := k.t
	for _, step := range r.Path {
		next := k.with(at, k.p.players[step.Actor].own, step.To)
		if !how.together {
			met = k.c.And(met, k.feasible(next))
		}
		if how.improving {
			met = k.c.And(met, k.better(step.Actor, next, at))
		}
		at = next
	}
	met = k.c.And(met, k.feasible(at))
	met = k.c.And(met, k.better(k.actor, at, k.s).Not())
	if how.lastWord {
		for option := range k.p.options {
			if (who.final | who.lost).Has(option) {
				met = k.c.And(met, k.c.Xor(k.t[option], k.constant(r.To.Has(option))).Not())
			}
		}
	}
	k.demand(met.Not())
}

// with returns x with the options of a mask as they are in a state.
func (w *wiring) with(x []z.Lit, mask, s reckon.State) []z.Lit {
	y := slices.Clone(x)
	for k := range y {
		if mask.Has(k) {
			y[k] = w.constant(s.Has(k))
		}
	}
	return y
}

// meet finds a reply of the others to the improvement t; if there is none, the
// verdict gets the proof.
func (p *Problem) meet(v *Verdict, how answers, t reckon.State, stop func() bool) *Reply {
	switch {
	case how.together:
		return p.meetTogether(v.Actor, v.State, t, stop)
	case !how.reply:
		return nil
	}
	quick := p.shortly(v.Actor, how.improving, v.State, t, stop)
	var long *reacher // made when there is no short reply
	var escapes []reckon.State
	for {
		path, reached := quick.run()
		if !reached && long == nil {
			long = p.reach(v.Actor, how.improving, v.State, t, stop)
			for _, y := range escapes {
				long.pardon(y)
			}
		}
		if !reached {
			path, reached = long.run()
		}
		if !reached {
			v.Closed, v.Escapes = long.proof(), escapes
			return nil
		}
		end := path[len(path)-1].To
		escape, found := reckon.State(0), false
		if how.lastWord {
			escape, found = p.escape(v.Actor, v.State, end, stop)
		}
		if !found {
			return &Reply{To: t, Path: path, Sanction: end}
		}
		escapes = append(escapes, escape)
		quick.pardon(escape)
		if long != nil {
			long.pardon(escape)
		}
	}
}

// escape finds a move of the actor from x to a state he likes better than s.
func (p *Problem) escape(actor int, s, x reckon.State, stop func() bool) (reckon.State, bool) {
	w := p.wire(stop)
	y := w.moved(actor, x)
	w.demand(w.feasible(y))
	w.demand(w.better(actor, y, w.fixed(s)))
	if !w.solve() {
		return 0, false
	}
	return w.value(y), true
}

// meetTogether finds improvements of the others from s that, taken at the same
// moment as t, harm the actor.
func (p *Problem) meetTogether(actor int, s, t reckon.State, stop func() bool) *Reply {
	w := p.wire(stop)
	from, x := w.fixed(s), w.fixed(t)
	for j := range p.players {
		if j == actor {
			continue
		}
		own := p.players[j].own
		y := w.moved(j, s)
		w.demand(w.different(from, y).Not(), w.c.And(w.feasible(y), w.better(j, y, from)))
		for k := range x {
			if own.Has(k) {
				x[k] = y[k]
			}
		}
	}
	w.demand(w.feasible(x))
	w.demand(w.better(actor, x, from).Not())
	if !w.solve() {
		return nil
	}
	r := &Reply{To: t, Sanction: w.value(x)}
	for j := range p.players {
		own := p.players[j].own
		if to := s&^own | r.Sanction&own; j != actor && to != s {
			r.Path = append(r.Path, stability.Step{Actor: j, To: to})
		}
	}
	return r
}
