package symbolic

import (
	"slices"

	"github.com/go-air/gini/z"

	"reckon"
	"reckon/stability"
)

// reacher looks for a way of the others from t to a state that harms the actor,
// or for the proof that there is none, by property-directed reachability
// [een2011] [bradley2011]: level k holds cubes that cannot be reached in k moves;
// when a level adds nothing to the next, nothing outside the cubes leads into
// them, ever. A legal sequence of moves is plain reachability (see worstOthers in
// package stability), so who moved last need not be known.
type reacher struct {
	*wiring
	actor  int
	s, t   reckon.State
	now    []z.Lit // the state before a move; the actor's options are as in t
	next   []z.Lit // the state after it
	movers []mover
	moves  z.Lit // some mover moves
	harms  z.Lit // of now
	levels []level
}

// mover is one of the others.
type mover struct {
	actor int
	moves z.Lit // it is he who moves
	stays z.Lit // nothing but his own options changes
	may   z.Lit // his change is legal and, where asked, an improvement
}

// level holds cubes; on switches them on.
type level struct {
	on      z.Lit
	blocked []Cube
}

func (p *Problem) reach(actor int, improving bool, s, t reckon.State, stop func() bool) *reacher {
	w := p.wire(stop)
	others := reckon.State(0)
	for j := range p.players {
		if j != actor {
			others |= p.players[j].own
		}
	}
	r := &reacher{wiring: w, actor: actor, s: s, t: t, now: w.free(w.fixed(t), others), next: w.free(w.fixed(t), others)}
	w.demand(w.feasible(r.now))
	r.movers, r.moves = w.turn(actor, improving, r.now, r.next)
	r.harms = w.better(actor, r.now, w.fixed(s)).Not()
	w.know(append(slices.Concat(r.now, r.next), r.harms)...)
	r.levels = make([]level, 1) // level 0 is t itself
	return r
}

// turn wires one move of one of the others, who is not the actor: the literals of
// each mover and one that says that somebody moves.
func (w *wiring) turn(actor int, improving bool, now, next []z.Lit) (movers []mover, moves z.Lit) {
	feasible := w.feasible(next)
	var anyone []z.Lit
	for j := range w.p.players {
		if j == actor || w.p.players[j].own == 0 {
			continue
		}
		m := mover{actor: j, moves: w.c.Lit(), stays: w.c.Lit(), may: w.c.And(feasible, w.directed(j, now, next))}
		if improving {
			m.may = w.c.And(m.may, w.better(j, next, now))
		}
		for k := range now {
			if now[k] != next[k] && !w.p.players[j].own.Has(k) {
				w.demand(m.stays.Not(), w.c.Xor(now[k], next[k]).Not())
			}
		}
		w.demand(m.moves.Not(), m.stays)
		w.demand(m.moves.Not(), m.may)
		movers = append(movers, m)
		anyone = append(anyone, m.moves)
	}
	moves = w.c.Lit()
	w.demand(append(anyone, moves.Not())...)
	return movers, moves
}

// directed says that no option of the actor changes against its direction.
func (w *wiring) directed(actor int, now, next []z.Lit) z.Lit {
	who := &w.p.players[actor]
	ok := w.c.T
	for k := range now {
		if who.final.Has(k) {
			ok = w.c.And(ok, w.c.Implies(now[k], next[k]))
		}
		if who.lost.Has(k) {
			ok = w.c.And(ok, w.c.Implies(next[k], now[k]))
		}
	}
	return ok
}

// pardon takes out of what harms the states from which the actor can escape to
// where his own options are as in y. What is known of levels stays true.
func (r *reacher) pardon(y reckon.State) {
	r.harms = r.pardoned(r.harms, r.now, r.actor, r.s, y)
}

// pardoned is a harm at x less the escape to where the actor's options are as in y.
func (w *wiring) pardoned(harms z.Lit, x []z.Lit, actor int, s, y reckon.State) z.Lit {
	out := w.with(x, w.p.players[actor].own, y)
	way := w.c.And(w.feasible(out), w.better(actor, out, w.fixed(s)))
	harms = w.c.And(harms, way.Not())
	w.know(harms)
	return harms
}

// run searches on from where it stands.
func (r *reacher) run() ([]stability.Step, bool) {
	for k := len(r.levels) - 1; ; k++ {
		for k > 0 && r.solve(r.within(k, r.harms)...) {
			bad := r.implying(r.value(r.now), r.harms)
			if path, reached := r.block(bad, k); reached {
				return r.p.tidy(r.actor, r.t, path), true
			}
		}
		if k > 0 && r.settled() {
			return nil, false
		}
		on := r.c.Lit()
		r.demand(on, on.Not())
		r.levels = append(r.levels, level{on: on})
	}
}

// within returns the assumptions "reachable in k moves, as far as is known".
func (r *reacher) within(k int, more ...z.Lit) []z.Lit {
	if k == 0 {
		return append(r.agree(r.now, Cube{^reckon.State(0), r.t}), more...)
	}
	for _, l := range r.levels[k:] {
		more = append(more, l.on)
	}
	return more
}

// agree lists the literals that put x into the cube.
func (r *reacher) agree(x []z.Lit, c Cube) []z.Lit {
	var list []z.Lit
	for k, m := range x {
		switch {
		case !c.Care.Has(k) || m == r.c.T || m == r.c.F:
		case c.Value.Has(k):
			list = append(list, m)
		default:
			list = append(list, m.Not())
		}
	}
	return list
}

// implying widens a state to a cube in which the condition, which holds in the
// state, always holds.
func (r *reacher) implying(s reckon.State, condition z.Lit) Cube {
	if r.solve(append(r.agree(r.now, Cube{^reckon.State(0), s}), condition.Not())...) {
		panic("symbolic: a condition does not follow from its own state")
	}
	return r.blamed(r.now, s)
}

// blamed returns the cube of the literals that made the last search fail.
func (r *reacher) blamed(x []z.Lit, s reckon.State) Cube {
	c := Cube{Value: s}
	for k, m := range x {
		if m != r.c.T && m != r.c.F && (slices.Contains(r.why, m) || slices.Contains(r.why, m.Not())) {
			c.Care |= 1 << uint(k)
		}
	}
	c.Value &= c.Care
	return c
}

// block shows that no state of the cube can be reached in k moves, or returns the
// way from t into it.
func (r *reacher) block(c Cube, k int) ([]stability.Step, bool) {
	if c.Has(r.t) {
		return nil, true
	}
	if k == 0 {
		return nil, false
	}
	for {
		before, step, found := r.before(c, k)
		if !found {
			r.add(r.widened(r.generalised(c), k), k)
			return nil, false
		}
		if path, reached := r.block(before, k-1); reached {
			return append(path, step), true
		}
	}
}

// before finds a cube, reachable in k−1 moves as far as is known and outside c,
// from all of whose states one and the same move leads into c.
func (r *reacher) before(c Cube, k int) (Cube, stability.Step, bool) {
	outside := r.c.Lit()
	r.demand(append(r.leave(r.now, c), outside.Not())...)
	found := r.solve(append(r.within(k-1, r.moves, outside), r.agree(r.next, c)...)...)
	if !found {
		return Cube{}, stability.Step{}, false
	}
	s, to := r.value(r.now), r.value(r.next)
	who := slices.IndexFunc(r.movers, func(m mover) bool { return r.g.Value(m.moves) })
	m := r.movers[who]
	own := r.p.players[m.actor].own
	fails := r.c.Lit()
	r.demand(append(r.leave(r.next, c), fails.Not(), m.may.Not())...)
	set := append(r.agree(r.next, Cube{own, to}), m.stays, fails)
	if r.solve(append(r.agree(r.now, Cube{^reckon.State(0), s}), set...)...) {
		panic("symbolic: a move does not lead where it led")
	}
	return r.blamed(r.now, s), stability.Step{Actor: m.actor, To: to}, true
}

// leave lists the literals of the clause "x is not in the cube".
func (r *reacher) leave(x []z.Lit, c Cube) []z.Lit {
	list := r.agree(x, c)
	for i := range list {
		list[i] = list[i].Not()
	}
	return list
}

// generalised widens a cube that the last search found unreachable, keeping t outside.
func (r *reacher) generalised(c Cube) Cube {
	wide := r.blamed(r.next, c.Value)
	wide.Care &= c.Care
	wide.Value &= wide.Care
	if wide.Has(r.t) {
		apart := (c.Value ^ r.t) & c.Care
		apart &= -apart
		wide.Care |= apart
		wide.Value |= c.Value & apart
	}
	return wide
}

// widened tries to drop one option of the cube after another, as long as it stays
// unreachable in k moves from outside itself.
func (r *reacher) widened(c Cube, k int) Cube {
	for rest := c.Care; rest != 0; rest &= rest - 1 {
		bit := rest & -rest
		if c.Care&bit == 0 {
			continue // went with an earlier one
		}
		wide := Cube{c.Care &^ bit, c.Value &^ bit}
		if wide.Has(r.t) {
			continue
		}
		outside := r.c.Lit()
		r.demand(append(r.leave(r.now, wide), outside.Not())...)
		if !r.solve(append(r.within(k-1, r.moves, outside), r.agree(r.next, wide)...)...) {
			c = r.generalised(wide)
		}
	}
	return c
}

// add notes that a cube cannot be reached in k moves.
func (r *reacher) add(c Cube, k int) {
	r.levels[k].blocked = append(r.levels[k].blocked, c)
	r.demand(append(r.leave(r.now, c), r.levels[k].on.Not())...)
}

// settled moves cubes to the next level where they hold there too, and reports
// whether some level adds nothing to the next.
func (r *reacher) settled() bool {
	for k := 1; k < len(r.levels)-1; k++ {
		var stay []Cube
		for _, c := range r.levels[k].blocked {
			if r.solve(append(r.within(k, r.moves), r.agree(r.next, c)...)...) {
				stay = append(stay, c)
			} else {
				r.add(c, k+1)
			}
		}
		if r.levels[k].blocked = stay; len(stay) == 0 {
			return true
		}
	}
	return false
}

// proof returns the cubes above the level that added nothing.
func (r *reacher) proof() []Cube {
	var all []Cube
	for k := len(r.levels) - 1; k > 0 && len(r.levels[k].blocked) > 0 || k == len(r.levels)-1; k-- {
		all = append(all, r.levels[k].blocked...)
	}
	return all
}

// tidy applies the moves of a path from t, one after the other, joins what one
// actor does twice in a row and drops what changes nothing. A step comes in as a
// state in which the mover's own options are as he sets them.
func (p *Problem) tidy(actor int, t reckon.State, path []stability.Step) []stability.Step {
	out := []stability.Step{{Actor: actor, To: t}}
	for _, step := range path {
		own := p.players[step.Actor].own
		last := &out[len(out)-1]
		next := last.To&^own | step.To&own
		switch {
		case next == last.To:
		case last.Actor != step.Actor:
			out = append(out, stability.Step{Actor: step.Actor, To: next})
		case next == out[len(out)-2].To:
			out = out[:len(out)-1]
		default:
			last.To = next
		}
	}
	return out[1:]
}
