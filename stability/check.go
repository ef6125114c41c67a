package stability

import (
	"fmt"
	"slices"

	"reckon"
)

// Check re-validates a verdict's certificate by the definitions alone. It
// shares no code with the engine beyond ranks, feasibility and Conflict.Can. A
// stable verdict is checked along its paths; an unstable one by exhausting what
// the others can do after the improvement.
func Check(c *Conflict, v Verdict) error {
	k := checker{c, v, c.Rank(v.Actor, v.State)}
	better := k.improvements(v.Actor, v.State)
	switch {
	case v.Free && v.Stable != (v.Margin >= 0):
		return fmt.Errorf("margin %d contradicts the verdict", v.Margin)
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
	for t := range reckon.State(1) << k.c.Options() {
		if k.c.Can(actor, s, t) && k.c.Rank(actor, t) > k.c.Rank(actor, s) {
			list = append(list, t)
		}
	}
	return list
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
	for y := range reckon.State(1) << k.c.Options() {
		if k.c.Can(k.v.Actor, x, y) && k.c.Rank(k.v.Actor, y) > k.rank {
			return false
		}
	}
	return true
}

func (k *checker) legal(actor int, from, to reckon.State) bool {
	return actor != k.v.Actor && k.c.Can(actor, from, to) &&
		(k.v.Concept == reckon.GMR || k.v.Concept == reckon.SMR || k.c.Rank(actor, to) > k.c.Rank(actor, from))
}

func (k *checker) sanctioned(a Answer) error {
	at, last := a.To, -1
	if k.v.Concept == reckon.Nash || len(a.Path) == 0 {
		return fmt.Errorf("nobody answers it")
	}
	for n, step := range a.Path {
		from := at
		if k.v.Concept == reckon.SIM {
			from = k.v.State
		}
		if step.Actor == last || !k.legal(step.Actor, from, step.To) {
			return fmt.Errorf("step %d is not legal", n+1)
		}
		last, at = step.Actor, step.To
		if k.v.Concept == reckon.SIM && n > 0 && step.Actor <= a.Path[n-1].Actor {
			return fmt.Errorf("step %d moves an actor twice at once", n+1)
		}
	}
	if k.v.Concept == reckon.SIM {
		at = a.To
		for _, step := range a.Path {
			at ^= step.To ^ k.v.State
		}
	}
	if at != a.Sanction || !k.c.States().Has(at) || !k.harms(at) {
		return fmt.Errorf("the path does not end in a sanction")
	}
	return nil
}

func (k *checker) unsanctioned(t reckon.State, better []reckon.State) error {
	if !slices.Contains(better, t) {
		return fmt.Errorf("it names no improvement")
	}
	var reached []reckon.State
	switch k.v.Concept {
	case reckon.Nash:
	case reckon.SIM:
		reached = k.merged(t)
	default:
		reached = k.reach(t)
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
			for x := range reckon.State(1) << k.c.Options() {
				next := Step{j, x}
				if j != queue[0].Actor && !seen[next] && k.legal(j, queue[0].To, x) {
					seen[next] = true
					queue, list = append(queue, next), append(list, x)
				}
			}
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
				list = append(list, x^b^k.v.State)
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
