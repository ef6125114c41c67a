package preference

import (
	"fmt"
	"slices"
	"strings"

	"reckon"
	"reckon/stability"
)

// judge is a kind's definitions stated a second time, pair of states by pair, over
// ranks and the truth of wants alone: what improves on s, what harms the actor at
// s, which replies are credible and, for strength, what harms strongly.
type judge struct {
	improves, harms, credible, strongly func(actor int, x, s reckon.State) bool
}

// Check re-validates a verdict's certificate by the definitions alone. It shares
// with the engine only ranks, feasibility, the truth of wants and Conflict.Can. A
// stable verdict is checked along its paths; an unstable one by exhausting what
// the others can do after the improvement.
func Check(r *Result, v Verdict) error {
	if g := r.Conflict(); v.Actor < 0 || v.Actor >= g.Actors() || v.State>>g.Options() != 0 || !g.States().Has(v.State) {
		return fmt.Errorf("the verdict is not on an actor and a possible state of this case")
	}
	k := checker{judge: r.Kind.judge(r), c: r.Conflict(), own: r.board.own, v: v}
	foresight := string(v.Concept)
	if rest, isWeak := strings.CutPrefix(foresight, weak); isWeak && r.Kind.Name == "strength" {
		return k.parts(r, rest)
	}
	if rest, isStrong := strings.CutPrefix(foresight, strong); isStrong && r.Kind.Name == "strength" {
		k.harms, foresight = k.strongly, rest
	}
	k.foresight = reckon.Concept(foresight)
	if !slices.Contains(r.Kind.Concepts, v.Concept) {
		return fmt.Errorf("%s has no concept %q", r.Kind.Name, v.Concept)
	}
	gains := k.gains()
	switch {
	case !v.Stable && len(v.Answers) != 1:
		return fmt.Errorf("an unstable verdict names one improvement, this one %d", len(v.Answers))
	case !v.Stable && !slices.Contains(gains, v.Answers[0].To):
		return fmt.Errorf("it names no improvement")
	case !v.Stable:
		return k.unmet(v.Answers[0].To)
	case len(v.Answers) != len(gains):
		return fmt.Errorf("%d improvements but %d answers", len(gains), len(v.Answers))
	}
	answered := map[reckon.State]bool{}
	for i, a := range v.Answers {
		if answered[a.To] || !slices.Contains(gains, a.To) {
			return fmt.Errorf("answer %d is to no further improvement", i+1)
		}
		answered[a.To] = true
		if err := k.met(a); err != nil {
			return fmt.Errorf("improvement %d: %w", i+1, err)
		}
	}
	return nil
}

type checker struct {
	judge
	c         *stability.Conflict
	own       []reckon.State // by actor: his options
	v         Verdict
	foresight reckon.Concept
}

// parts checks a verdict on weak stability.
func (k *checker) parts(r *Result, foresight string) error {
	v := k.v
	if len(v.Parts) != 2 || v.Parts[0].Concept != reckon.Concept(foresight) || v.Parts[1].Concept != reckon.Concept(strong+foresight) {
		return fmt.Errorf("a verdict on weak stability has two parts, the concept and the strong one")
	}
	for _, part := range v.Parts {
		if part.Actor != v.Actor || part.State != v.State {
			return fmt.Errorf("a part is about something else")
		}
		if err := Check(r, part); err != nil {
			return fmt.Errorf("%s: %w", part.Concept, err)
		}
	}
	if v.Stable != (v.Parts[0].Stable && !v.Parts[1].Stable) {
		return fmt.Errorf("the parts contradict the verdict")
	}
	return nil
}

// others calls f on the states that differ from s in options of the actor alone.
// Which of them he can move to, Can decides.
func (k *checker) others(actor int, s reckon.State, f func(reckon.State)) {
	own := k.own[actor]
	for set := own; ; set = (set - 1) & own {
		f(s&^own | set)
		if set == 0 {
			return
		}
	}
}

func (k *checker) gains() []reckon.State {
	var list []reckon.State
	k.others(k.v.Actor, k.v.State, func(t reckon.State) {
		if k.c.Can(k.v.Actor, k.v.State, t) && k.improves(k.v.Actor, t, k.v.State) {
			list = append(list, t)
		}
	})
	return list
}

// sanctions reports whether x is harm and, under SMR and SSEQ, no way out.
func (k *checker) sanctions(x reckon.State) bool {
	bad := k.harms(k.v.Actor, x, k.v.State)
	if bad && (k.foresight == reckon.SMR || k.foresight == reckon.SSEQ) {
		k.others(k.v.Actor, x, func(y reckon.State) {
			bad = bad && (!k.c.Can(k.v.Actor, x, y) || k.harms(k.v.Actor, y, k.v.State))
		})
	}
	return bad
}

func (k *checker) legal(mover int, from, to reckon.State) bool {
	return mover != k.v.Actor && mover >= 0 && mover < k.c.Actors() && k.c.Can(mover, from, to) &&
		(k.foresight == reckon.GMR || k.foresight == reckon.SMR || k.credible(mover, to, from))
}

// met checks that an improvement is answered by a legal path to a sanction.
func (k *checker) met(a Answer) error {
	if k.foresight == reckon.Nash || len(a.Path) == 0 {
		return fmt.Errorf("nobody answers it")
	}
	at, last := a.To, -1
	for n, step := range a.Path {
		if step.Actor == last || !k.legal(step.Actor, at, step.To) {
			return fmt.Errorf("step %d is not legal", n+1)
		}
		at, last = step.To, step.Actor
	}
	switch {
	case at != a.Sanction || at == a.To || !k.sanctions(at):
		return fmt.Errorf("the path does not end in a sanction")
	case a.Strong != (k.strongly != nil && k.strongly(k.v.Actor, at, k.v.State)):
		return fmt.Errorf("the sanction is not of the strength it claims")
	}
	return nil
}

// unmet checks that no legal sequence of replies to t ends in a sanction. A state
// may be reached by different last movers, and each opens different next steps.
func (k *checker) unmet(t reckon.State) error {
	if k.foresight == reckon.Nash {
		return nil
	}
	queue := []stability.Step{{Actor: -1, To: t}}
	seen, done := map[stability.Step]bool{}, map[stability.Step]bool{} // arrived at, moved from
	met := false
	for ; len(queue) > 0 && !met; queue = queue[1:] {
		at := queue[0]
		for j := range k.c.Actors() {
			from := stability.Step{Actor: j, To: at.To}
			if j == at.Actor || done[from] {
				continue
			}
			done[from] = true
			k.others(j, at.To, func(x reckon.State) {
				next := stability.Step{Actor: j, To: x}
				if k.legal(j, at.To, x) && !seen[next] {
					seen[next] = true
					queue = append(queue, next)
					met = met || x != t && k.sanctions(x)
				}
			})
		}
	}
	if met {
		return fmt.Errorf("it is met after all")
	}
	return nil
}
