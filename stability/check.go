package stability

import (
	"fmt"
	"slices"

	"reckon"
)

// Check re-validates a verdict's certificate by the definitions alone. It
// shares no code with the engine beyond ranks, feasibility and Conflict.Can. A
// stable verdict is checked along its paths; an unstable one by exhausting what
// the others can do after the improvement; what is foreseen under L_h and NM, and
// the round it falls into, by recursion on the moves left.
func Check(c *Conflict, v Verdict) error {
	k := checker{c, v, c.Rank(v.Actor, v.State)}
	better := k.improvements(v.Actor, v.State)
	switch {
	case v.Free && v.Stable != (v.Margin >= 0):
		return fmt.Errorf("margin %d contradicts the verdict", v.Margin)
	case v.Concept.Ahead():
		return checkForeseen(c, v)
	case !v.Stable && len(v.Answers) != 1:
		return fmt.Errorf("an unstable verdict names one improvement, this one %d", len(v.Answers))
	case !v.Stable:
		return k.unsanctioned(v.Answers[0].To, better)
	case len(v.Answers) != len(better):
		return fmt.Errorf("%d improvements but %d answers", len(better), len(v.Answers))
	}
	answered := map[reckon.State]bool{}
	for i, a := range v.Answers {
		if answered[a.To] || !slices.Contains(better, a.To) {
			return fmt.Errorf("answer %d is to no further improvement", i+1)
		}
		answered[a.To] = true
		if err := k.sanctioned(a); err != nil {
			return fmt.Errorf("improvement %d: %w", i+1, err)
		}
	}
	return nil
}

type checker struct {
	c    *Conflict
	v    Verdict
	rank int // of the verdict's state, for its actor
}

func (k *checker) improvements(actor int, s reckon.State) []reckon.State {
	var list []reckon.State
	eachChange(k.c, actor, s, func(t reckon.State) {
		if k.c.Rank(actor, t) > k.c.Rank(actor, s) {
			list = append(list, t)
		}
	})
	return list
}

// eachChange tries every change of the actor's own options, and nothing smarter:
// f gets the states he may move to.
func eachChange(c *Conflict, actor int, s reckon.State, f func(reckon.State)) {
	own := c.players[actor].own
	for change := own; change != 0; change = (change - 1) & own {
		if c.Can(actor, s, s^change) {
			f(s ^ change)
		}
	}
}

// harms reports whether x punishes the actor: no better than the verdict's
// state and, under SMR and SSEQ, with no way out.
func (k *checker) harms(x reckon.State) bool {
	if k.c.Rank(k.v.Actor, x) > k.rank {
		return false
	}
	if k.v.Concept != reckon.SMR && k.v.Concept != reckon.SSEQ {
		return true
	}
	escapes := false
	eachChange(k.c, k.v.Actor, x, func(y reckon.State) { escapes = escapes || k.c.Rank(k.v.Actor, y) > k.rank })
	return !escapes
}

func (k *checker) legal(actor int, from, to reckon.State) bool {
	return actor != k.v.Actor && actor >= 0 && actor < k.c.Actors() && k.c.Can(actor, from, to) &&
		(k.v.Concept == reckon.GMR || k.v.Concept == reckon.SMR || k.c.Rank(actor, to) > k.c.Rank(actor, from))
}

func (k *checker) sanctioned(a Answer) error {
	if k.v.Concept == reckon.Nash || len(a.Path) == 0 {
		return fmt.Errorf("nobody answers it")
	}
	if a.Together != (k.v.Concept == reckon.SIM) && k.v.Concept != reckon.Tableau {
		return fmt.Errorf("the concept does not let the others move so")
	}
	at, last := a.To, -1
	for n, step := range a.Path {
		switch {
		case a.Together && step.Actor <= last:
			return fmt.Errorf("step %d moves an actor twice at once", n+1)
		case a.Together && !k.joins(step.Actor, step.To), !a.Together && (step.Actor == last || !k.legal(step.Actor, at, step.To)):
			return fmt.Errorf("step %d is not legal", n+1)
		case a.Together:
			at ^= step.To ^ k.v.State
		default:
			at = step.To
		}
		last = step.Actor
	}
	if at != a.Sanction || !k.c.States().Has(at) || !k.harms(at) {
		return fmt.Errorf("the path does not end in a sanction")
	}
	return nil
}

// joins reports whether another actor may move from the verdict's state to t at
// the same moment: an improvement and, in the tableau, one that SEQ lets stand.
func (k *checker) joins(actor int, t reckon.State) bool {
	if !k.legal(actor, k.v.State, t) {
		return false
	}
	his := checker{k.c, Verdict{Actor: actor, Concept: reckon.SEQ, State: k.v.State}, k.c.Rank(actor, k.v.State)}
	return k.v.Concept != reckon.Tableau || !slices.ContainsFunc(his.reach(t), his.harms)
}

func (k *checker) unsanctioned(t reckon.State, better []reckon.State) error {
	if !slices.Contains(better, t) {
		return fmt.Errorf("it names no improvement")
	}
	var reached []reckon.State
	if k.v.Concept != reckon.Nash && k.v.Concept != reckon.SIM {
		reached = k.reach(t)
	}
	if k.v.Concept == reckon.SIM || k.v.Concept == reckon.Tableau {
		reached = append(reached, k.merged(t)...)
	}
	if slices.ContainsFunc(reached, k.harms) {
		return fmt.Errorf("it is sanctioned after all")
	}
	return nil
}

// reach lists what legal sequences of the others lead to from t. A state may be
// reached by different last movers, and each opens different next steps.
func (k *checker) reach(t reckon.State) []reckon.State {
	seen := map[Step]bool{}
	queue := []Step{{-1, t}}
	var list []reckon.State
	for ; len(queue) > 0; queue = queue[1:] {
		for j := range k.c.Actors() {
			if j == queue[0].Actor {
				continue
			}
			eachChange(k.c, j, queue[0].To, func(x reckon.State) {
				next := Step{j, x}
				if !seen[next] && k.legal(j, queue[0].To, x) {
					seen[next] = true
					queue, list = append(queue, next), append(list, x)
				}
			})
		}
	}
	return list
}

// merged lists the feasible results of the others improving at the same moment.
func (k *checker) merged(t reckon.State) []reckon.State {
	list := []reckon.State{t}
	for j := range k.c.Actors() {
		if j == k.v.Actor {
			continue
		}
		for _, x := range slices.Clip(list) {
			for _, b := range k.improvements(j, k.v.State) {
				if k.joins(j, b) {
					list = append(list, x^b^k.v.State)
				}
			}
		}
	}
	var feasible []reckon.State
	for _, x := range list[1:] {
		if k.c.States().Has(x) {
			feasible = append(feasible, x)
		}
	}
	return feasible
}
