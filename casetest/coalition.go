package casetest

import (
	"slices"

	"reckon"
)

// Bring lists R_H(s): what legal sequences of the members lead to, with the last
// movers Ω_H kept for each state, so that nobody moves twice in a row. s itself is
// left out.
func (o Oracle) Bring(members []int, s reckon.State) []reckon.State {
	last := map[reckon.State]map[int]bool{}
	add := func(t reckon.State, j int) bool {
		if last[t] == nil {
			last[t] = map[int]bool{}
		}
		grew := !last[t][j]
		last[t][j] = true
		return grew
	}
	for _, j := range members {
		for _, t := range o.Moves(j, s) {
			add(t, j)
		}
	}
	for grew := true; grew; {
		grew = false
		for s1 := range reckon.State(1) << len(o.Case.Options) {
			for _, j := range members {
				if len(last[s1]) == 0 || len(last[s1]) == 1 && last[s1][j] {
					continue
				}
				for _, s2 := range o.Moves(j, s1) {
					grew = add(s2, j) || grew
				}
			}
		}
	}
	var list []reckon.State
	for t := range reckon.State(1) << len(o.Case.Options) {
		if t != s && len(last[t]) > 0 {
			list = append(list, t)
		}
	}
	return list
}

// Gains reports whether all members prefer t to s; under Pareto, whether some do
// and none prefers s.
func (o Oracle) Gains(members []int, s, t reckon.State, pareto bool) bool {
	if pareto {
		return slices.ContainsFunc(members, func(j int) bool { return o.Prefers(j, t, s) > 0 }) &&
			!slices.ContainsFunc(members, func(j int) bool { return o.Prefers(j, t, s) < 0 })
	}
	return !slices.ContainsFunc(members, func(j int) bool { return o.Prefers(j, t, s) <= 0 })
}

// CoalitionStable reports whether s is stable for the members: each class
// improvement is met by something that takes it away. groups are those whose
// improvements are credible to CSEQ.
func (o Oracle) CoalitionStable(members []int, concept reckon.Concept, s reckon.State, pareto bool, groups [][]int) bool {
	for _, q := range o.Bring(members, s) {
		if !o.Gains(members, s, q, pareto) {
			continue
		}
		met := slices.ContainsFunc(o.answers(members, concept, q, pareto, groups), func(x reckon.State) bool {
			return !o.Gains(members, s, x, pareto) && (concept != reckon.SMR ||
				!slices.ContainsFunc(o.Bring(members, x), func(y reckon.State) bool { return o.Gains(members, s, y, pareto) }))
		})
		if !met {
			return false
		}
	}
	return true
}

// answers lists what the others may do about q.
func (o Oracle) answers(members []int, concept reckon.Concept, q reckon.State, pareto bool, groups [][]int) []reckon.State {
	switch concept {
	case reckon.GMR, reckon.SMR:
		var others []int
		for j := range o.Case.Actors {
			if !slices.Contains(members, j) {
				others = append(others, j)
			}
		}
		return o.Bring(others, q)
	case reckon.SEQ:
		type node struct {
			s    reckon.State
			last int
		}
		seen := map[node]bool{}
		var list []reckon.State
		for queue := []node{{q, -1}}; len(queue) > 0; queue = queue[1:] {
			for k, group := range groups {
				if k == queue[0].last {
					continue
				}
				for _, x := range o.Bring(group, queue[0].s) {
					if n := (node{x, k}); !seen[n] && o.Gains(group, queue[0].s, x, pareto) {
						seen[n] = true
						queue, list = append(queue, n), append(list, x)
					}
				}
			}
		}
		return list
	case reckon.Nash:
		return nil
	default:
		panic("casetest: no coalitional form of " + string(concept))
	}
}
