package symbolic

import (
	"fmt"
	"slices"

	"reckon"
)

// Check re-validates a verdict's certificate by the definitions. It shares no
// code with Decide beyond the circuits of wants and rules: single states are
// evaluated, and what must hold for all states is refuted by another solver from
// an encoding of its own. Cost: one search per mover and condition.
func Check(p *Problem, v Verdict) error {
	how := slices.IndexFunc(concepts(), func(a answers) bool { return a.concept == v.Concept })
	switch {
	case how < 0:
		return fmt.Errorf("%s is not checked here", v.Concept)
	case v.Actor < 0 || v.Actor >= len(p.players) || v.State>>p.options != 0 || !p.Feasible(v.State):
		return fmt.Errorf("the verdict is not on an actor and a possible state of this case")
	}
	k := checker{p, v, concepts()[how]}
	if v.Stable {
		return k.stable()
	}
	return k.unstable()
}

type checker struct {
	p   *Problem
	v   Verdict
	how answers
}

func (k checker) improves(actor int, from, to reckon.State) bool {
	return k.p.Can(actor, from, to) && k.p.Prefers(actor, to, from) > 0
}

func (k checker) stable() error {
	for n, r := range k.v.Replies {
		if err := k.reply(r); err != nil {
			return fmt.Errorf("reply %d: %w", n+1, err)
		}
	}
	f := k.p.refute()
	t, at := f.from(k.v.Actor, k.v.State), f.state(k.v.State)
	f.add(f.feasible(t))
	f.add(f.better(k.v.Actor, t, at))
	for _, r := range k.v.Replies {
		f.add(-k.meets(f, r, t, at))
	}
	if f.possible() {
		return fmt.Errorf("an improvement is met by no reply")
	}
	return nil
}

// reply checks one reply to the improvement for which it was found.
func (k checker) reply(r Reply) error {
	s, at, last := k.v.State, r.To, -1
	if !k.improves(k.v.Actor, s, r.To) {
		return fmt.Errorf("it answers no improvement")
	}
	merged := r.To
	for n, step := range r.Path {
		from := at
		if k.how.together {
			from = s
		}
		legal := step.Actor >= 0 && step.Actor < len(k.p.players) && step.Actor != k.v.Actor && k.p.Can(step.Actor, from, step.To)
		if k.how.improving || k.how.together {
			legal = legal && k.p.Prefers(step.Actor, step.To, from) > 0
		}
		if step.Actor == last || !legal || k.how.together && step.Actor < last {
			return fmt.Errorf("step %d is not legal", n+1)
		}
		last, at, merged = step.Actor, step.To, merged^from^step.To
	}
	if merged != r.Sanction || len(r.Path) == 0 || !k.p.Feasible(r.Sanction) || k.p.Prefers(k.v.Actor, r.Sanction, s) > 0 {
		return fmt.Errorf("it does not end in a sanction")
	}
	if !k.how.lastWord {
		return nil
	}
	f := k.p.refute()
	y := f.from(k.v.Actor, r.Sanction)
	f.add(f.feasible(y))
	f.add(f.better(k.v.Actor, y, f.state(s)))
	if f.possible() {
		return fmt.Errorf("the actor escapes from its end")
	}
	return nil
}

// meets says that the reply sanctions the improvement t.
func (k checker) meets(f *refutation, r Reply, t, at []int) int {
	all := []int{}
	x := t
	for _, step := range r.Path {
		y := f.set(x, k.p.players[step.Actor].own, step.To)
		if !k.how.together {
			all = append(all, f.feasible(y))
		}
		if k.how.improving {
			all = append(all, f.better(step.Actor, y, x))
		}
		x = y
	}
	all = append(all, f.feasible(x), -f.better(k.v.Actor, x, at))
	if who := &k.p.players[k.v.Actor]; k.how.lastWord {
		all = append(all, f.inside(t, Cube{who.own & (who.final | who.lost), r.To}))
	}
	return f.all(all)
}

func (k checker) unstable() error {
	switch {
	case !k.improves(k.v.Actor, k.v.State, k.v.To):
		return fmt.Errorf("it names no improvement")
	case k.how.together:
		return k.unmerged()
	case !k.how.reply:
		return nil
	}
	for n, c := range k.v.Closed {
		if c.Has(k.v.To) {
			return fmt.Errorf("cube %d holds the improvement itself", n+1)
		}
	}
	for j := range k.p.players {
		if j != k.v.Actor && k.entered(j) {
			return fmt.Errorf("actor %d can lead into the cubes", j+1)
		}
	}
	return k.harmless()
}

// others is what the others can change.
func (k checker) others() reckon.State {
	var mask reckon.State
	for j := range k.p.players {
		if j != k.v.Actor {
			mask |= k.p.players[j].own
		}
	}
	return mask
}

// entered reports whether a reply of the mover leads from outside the cubes inside.
func (k checker) entered(mover int) bool {
	f := k.p.refute()
	who := &k.p.players[mover]
	x := f.open(f.state(k.v.To), k.others())
	y := f.open(x, who.own)
	in := []int{}
	for _, c := range k.v.Closed {
		f.add(-f.inside(x, c))
		in = append(in, f.inside(y, c))
	}
	f.add(in...)
	f.add(f.feasible(x))
	f.add(f.feasible(y))
	for o := range k.p.options {
		if who.final.Has(o) {
			f.add(-x[o], y[o])
		}
		if who.lost.Has(o) {
			f.add(x[o], -y[o])
		}
	}
	if k.how.improving {
		f.add(f.better(mover, y, x))
	}
	return f.possible()
}

// harmless checks that outside the cubes nothing harms the actor.
func (k checker) harmless() error {
	f := k.p.refute()
	own := k.p.players[k.v.Actor].own
	at, x := f.state(k.v.State), f.open(f.state(k.v.To), k.others())
	f.add(f.feasible(x))
	f.add(-f.better(k.v.Actor, x, at))
	for _, c := range k.v.Closed {
		f.add(-f.inside(x, c))
	}
	for n, e := range k.v.Escapes {
		if who := &k.p.players[k.v.Actor]; !k.how.lastWord || (k.v.To&^e)&who.final|(e&^k.v.To)&who.lost != 0 {
			return fmt.Errorf("escape %d is not his to make", n+1)
		}
		y := f.set(x, own, e)
		f.add(-f.feasible(y), -f.better(k.v.Actor, y, at))
	}
	// What is left outside may be the improvement itself, which does not harm.
	if f.possible() {
		return fmt.Errorf("a state outside the cubes harms the actor")
	}
	return nil
}

// unmerged checks that no simultaneous improvements of the others harm.
func (k checker) unmerged() error {
	f := k.p.refute()
	at, x := f.state(k.v.State), f.state(k.v.To)
	for j := range k.p.players {
		if j == k.v.Actor {
			continue
		}
		y := f.from(j, k.v.State)
		f.add(f.inside(y, Cube{^reckon.State(0), k.v.State}), f.all([]int{f.feasible(y), f.better(j, y, at)}))
		for o := range x {
			if k.p.players[j].own.Has(o) {
				x[o] = y[o]
			}
		}
	}
	f.add(f.feasible(x))
	f.add(-f.better(k.v.Actor, x, at))
	if f.possible() {
		return fmt.Errorf("it is sanctioned after all")
	}
	return nil
}
