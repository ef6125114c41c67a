package coalition

import (
	"fmt"
	"slices"

	"reckon"
	"reckon/stability"
)

// Check re-validates a verdict's certificate by the definitions alone. It shares
// no code with the engine beyond ranks, feasibility, Conflict.Can and the list of
// groups that Settings names. A stable verdict is checked along its paths, and
// for completeness; an unstable one by exhausting the replies. Cost: meant for
// small cases, about states² × actors for each improvement.
func Check(g *stability.Conflict, v Verdict) error {
	everyone := Coalition(1)<<g.Actors() - 1
	set, err := v.Settings.filled(everyone)
	if err != nil {
		return err
	}
	if v.Coalition == 0 || v.Coalition&^everyone != 0 || v.State>>g.Options() != 0 || !g.States().Has(v.State) {
		return fmt.Errorf("the verdict is not on a coalition and a state of this case")
	}
	k := checker{g, v, set.Improvement == "pareto", singles(everyone &^ v.Coalition), map[reckon.State]bool{}}
	switch v.Concept {
	case reckon.Nash:
		k.groups = nil
	case reckon.SEQ:
		k.groups = set.groups(everyone &^ v.Coalition)
	case reckon.GMR, reckon.SMR:
	default:
		return fmt.Errorf("%s has no form for coalitions", v.Concept)
	}
	better := slices.DeleteFunc(k.bring(v.Coalition, v.State), func(t reckon.State) bool { return !k.better(v.Coalition, v.State, t) })
	if !v.Stable && len(v.Improvements) != 1 || v.Stable && len(v.Improvements) != len(better) {
		return fmt.Errorf("there are %d improvements; an unstable verdict names one of them and a stable one all, this one %d", len(better), len(v.Improvements))
	}
	answered := map[reckon.State]bool{}
	for n, m := range v.Improvements {
		if answered[m.To] || !slices.Contains(better, m.To) {
			return fmt.Errorf("number %d is no further improvement", n+1)
		}
		answered[m.To] = true
		if err := k.improvement(m); err != nil {
			return fmt.Errorf("improvement %d: %w", n+1, err)
		}
	}
	return nil
}

type checker struct {
	g      *stability.Conflict
	v      Verdict
	pareto bool
	groups []Coalition // who answers
	escape map[reckon.State]bool
}

func (k *checker) better(h Coalition, s, t reckon.State) bool {
	gains := 0
	for _, j := range h.Members() {
		switch gain := k.g.Rank(j, t) - k.g.Rank(j, s); {
		case gain < 0 || gain == 0 && !k.pareto:
			return false
		case gain > 0:
			gains++
		}
	}
	return gains > 0
}

// bring lists what legal sequences of the coalition lead to, by state and last
// mover, s itself left out.
func (k *checker) bring(h Coalition, s reckon.State) []reckon.State {
	seen := map[stability.Step]bool{}
	found := map[reckon.State]bool{s: true}
	var list []reckon.State
	for queue := []stability.Step{{Actor: -1, To: s}}; len(queue) > 0; queue = queue[1:] {
		for _, j := range h.Members() {
			for t := range reckon.State(1) << k.g.Options() {
				next := stability.Step{Actor: j, To: t}
				if j == queue[0].Actor || seen[next] || !k.g.Can(j, queue[0].To, t) {
					continue
				}
				seen[next] = true
				queue = append(queue, next)
				if !found[t] {
					found[t] = true
					list = append(list, t)
				}
			}
		}
	}
	return list
}

// legal reports what is wrong with a path of the coalition from one state to another.
func (k *checker) legal(h Coalition, at reckon.State, path []stability.Step, to reckon.State) error {
	for n, step := range path {
		if !h.Has(step.Actor) || n > 0 && path[n-1].Actor == step.Actor || !k.g.Can(step.Actor, at, step.To) {
			return fmt.Errorf("step %d is not legal", n+1)
		}
		at = step.To
	}
	if at != to {
		return fmt.Errorf("it does not lead where it says")
	}
	return nil
}

func (k *checker) improvement(m Improvement) error {
	h, s := k.v.Coalition, k.v.State
	if err := k.legal(h, s, m.Path, m.To); err != nil {
		return fmt.Errorf("its path: %w", err)
	}
	var gains []int
	for _, j := range h.Members() {
		gains = append(gains, k.g.Rank(j, m.To)-k.g.Rank(j, s))
	}
	switch {
	case !slices.Equal(gains, m.Gains):
		return fmt.Errorf("its gains are %v, not %v", gains, m.Gains)
	case k.v.Stable:
		return k.met(m)
	case len(m.Replies) > 0:
		return fmt.Errorf("it is said to be unmet, with replies")
	case k.answered(m.To):
		return fmt.Errorf("it is met after all")
	}
	return nil
}

func (k *checker) met(m Improvement) error {
	at := m.To
	for n, r := range m.Replies {
		if !slices.Contains(k.groups, r.By) || n > 0 && m.Replies[n-1].By == r.By {
			return fmt.Errorf("reply %d is not theirs to make", n+1)
		}
		if err := k.legal(r.By, at, r.Path, r.To); err != nil {
			return fmt.Errorf("reply %d: %w", n+1, err)
		}
		if !k.credible(r.By, at, r.To) {
			return fmt.Errorf("reply %d improves nothing for those who make it", n+1)
		}
		at = r.To
	}
	if len(m.Replies) == 0 || at != m.Sanction || !k.harms(at) {
		return fmt.Errorf("its replies do not end in a sanction")
	}
	if !k.v.Coalition.Has(m.Harmed) || k.g.Rank(m.Harmed, at) > k.g.Rank(m.Harmed, k.v.State) {
		return fmt.Errorf("the sanction does not harm actor %d", m.Harmed+1)
	}
	return nil
}

func (k *checker) credible(by Coalition, from, to reckon.State) bool {
	return k.v.Concept != reckon.SEQ || k.better(by, from, to)
}

// harms reports whether x takes the improvement away, under SMR for good.
func (k *checker) harms(x reckon.State) bool {
	known, seen := k.escape[x]
	if !seen {
		h, s := k.v.Coalition, k.v.State
		known = !k.better(h, s, x) && (k.v.Concept != reckon.SMR ||
			!slices.ContainsFunc(k.bring(h, x), func(y reckon.State) bool { return k.better(h, s, y) }))
		k.escape[x] = known
	}
	return known
}

// answered reports whether any sequence of replies to q, no group twice in a row,
// ends in a sanction.
func (k *checker) answered(q reckon.State) bool {
	type node struct {
		by Coalition
		at reckon.State
	}
	seen := map[node]bool{}
	for queue := []node{{0, q}}; len(queue) > 0; queue = queue[1:] {
		for _, group := range k.groups {
			if group == queue[0].by {
				continue
			}
			for _, x := range k.bring(group, queue[0].at) {
				n := node{group, x}
				if seen[n] || !k.credible(group, queue[0].at, x) {
					continue
				}
				if k.harms(x) {
					return true
				}
				seen[n] = true
				queue = append(queue, n)
			}
		}
	}
	return false
}
