package stability

import (
	"fmt"

	"reckon"
)

// foreseer recomputes by the definition of L_h, top down with a memory, what each
// actor has to reckon with.
type foreseer struct {
	c      *Conflict
	moves  map[Step][]reckon.State
	memory map[prospect]int
}

// prospect is mover to move at a state, so many moves being left, as seen by viewer.
type prospect struct {
	left, viewer, mover int
	at                  reckon.State
}

func (f *foreseer) list(actor int, s reckon.State) []reckon.State {
	key := Step{actor, s}
	list, ok := f.moves[key]
	if !ok {
		eachChange(f.c, actor, s, func(t reckon.State) { list = append(list, t) })
		f.moves[key] = list
	}
	return list
}

// after is the worst rank for the viewer once last has moved to s: that of s when
// nothing is left or nobody else has a move, else the worst over the next movers.
func (f *foreseer) after(left, viewer, last int, s reckon.State) int {
	worst := -1
	for k := range f.c.Actors() {
		if left == 0 || k == last || len(f.list(k, s)) == 0 {
			continue
		}
		if x := f.worst(prospect{left, viewer, k, s}); worst < 0 || x < worst {
			worst = x
		}
	}
	if worst < 0 {
		return f.c.Rank(viewer, s)
	}
	return worst
}

// worst is the worst rank for the viewer over the best moves of the mover, or of
// the state where he stays.
func (f *foreseer) worst(p prospect) int {
	if x, ok := f.memory[p]; ok {
		return x
	}
	worst := -1
	for _, t := range f.best(p.left, p.mover, p.at) {
		if x := f.after(p.left-1, p.viewer, p.mover, t); worst < 0 || x < worst {
			worst = x
		}
	}
	if worst < 0 {
		worst = f.c.Rank(p.viewer, p.at)
	}
	f.memory[p] = worst
	return worst
}

// best lists the mover's best moves where they pay, nothing where he stays.
func (f *foreseer) best(left, mover int, s reckon.State) []reckon.State {
	top := f.c.Rank(mover, s)
	var best []reckon.State
	for _, t := range f.list(mover, s) {
		x := f.after(left-1, mover, mover, t)
		if x > top {
			top, best = x, nil
		}
		if x == top && x > f.c.Rank(mover, s) {
			best = append(best, t)
		}
	}
	return best
}

// checkForeseen re-validates a verdict under L_h or NM.
func checkForeseen(c *Conflict, v Verdict) error {
	f := &foreseer{c, map[Step][]reckon.State{}, map[prospect]int{}}
	moves := len(f.list(v.Actor, v.State))
	first, last := v.Concept.Moves(), v.Concept.Moves()
	if v.Concept == reckon.NM && moves > 0 {
		first, last = v.From, v.From+v.Period-1
		if err := f.round(v); err != nil {
			return err
		}
	}
	if !v.Stable {
		if len(v.Answers) != 1 || v.Answers[0].Worst <= c.Rank(v.Actor, v.State) {
			return fmt.Errorf("an unstable verdict names one move that ends better than staying")
		}
	} else if len(v.Answers) != moves*(last-first+1) {
		return fmt.Errorf("%d moves but %d lines of play", moves, len(v.Answers))
	}
	told := map[Step]bool{} // a number of moves in place of the actor
	for i, a := range v.Answers {
		switch key := (Step{a.Moves, a.To}); {
		case a.Moves < first || a.Moves > last || told[key] || !c.Can(v.Actor, v.State, a.To):
			return fmt.Errorf("line %d is of no further move", i+1)
		case v.Stable && a.Worst > c.Rank(v.Actor, v.State):
			return fmt.Errorf("line %d ends better than staying", i+1)
		default:
			told[key] = true
		}
		if err := f.follow(v.Actor, a); err != nil {
			return fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	return nil
}

// follow plays a line and demands that it may be played, that it ends where it
// says, and that nothing else that may be played ends worse.
func (f *foreseer) follow(viewer int, a Answer) error {
	left, last, at := a.Moves-1, viewer, a.To
	for n, step := range a.Path {
		may := left > 0 && step.Actor != last && step.Actor >= 0 && step.Actor < f.c.Actors()
		best := false
		if may {
			for _, t := range f.best(left, step.Actor, at) {
				best = best || t == step.To
			}
		}
		if !best {
			return fmt.Errorf("step %d is not what that actor would do", n+1)
		}
		left, last, at = left-1, step.Actor, step.To
	}
	ends := true
	for k := range f.c.Actors() {
		if left > 0 && k != last && len(f.list(k, at)) > 0 {
			ends = len(f.best(left, k, at)) == 0
			if ends {
				break
			}
		}
	}
	switch {
	case !ends || at != a.Sanction:
		return fmt.Errorf("play does not end there")
	case f.c.Rank(viewer, at) != a.Worst || f.after(a.Moves-1, viewer, viewer, a.To) != a.Worst:
		return fmt.Errorf("it is not the worst that may follow")
	}
	return nil
}

// round demands that all who can move from some state that play may come to
// foresee the same there at From−1 moves and Period moves later: what is foreseen
// then goes round, each level being made from the one before.
func (f *foreseer) round(v Verdict) error {
	if v.From < 1 || v.Period < 1 {
		return fmt.Errorf("no round of foresight is named")
	}
	seen := map[reckon.State]bool{v.State: true}
	moves := map[int]bool{}
	queue := []reckon.State{v.State}
	for k := 0; k < len(queue); k++ {
		for j := range f.c.Actors() {
			for _, t := range f.list(j, queue[k]) {
				moves[j] = true
				if !seen[t] {
					seen[t] = true
					queue = append(queue, t)
				}
			}
		}
	}
	for _, s := range queue {
		for i := range moves {
			for j := range moves {
				if f.level(v.From-1, i, j, s) != f.level(v.From-1+v.Period, i, j, s) {
					return fmt.Errorf("what the actors foresee does not come back after %d moves", v.Period)
				}
			}
		}
	}
	return nil
}

// level is worst, and the rank of where they are when no moves are left.
func (f *foreseer) level(left, viewer, mover int, s reckon.State) int {
	if left == 0 {
		return f.c.Rank(viewer, s)
	}
	return f.worst(prospect{left, viewer, mover, s})
}
