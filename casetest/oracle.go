package casetest

import (
	"math/big"
	"slices"
	"strconv"

	"reckon"
)

// Oracle decides stability by the definitions, transliterated: legal sequences
// with last movers, quantifiers as loops, wants as truth vectors. It is slow on
// purpose and shares only the case with the engine.
type Oracle struct {
	Case  *reckon.Case
	Minds []reckon.Mind
	known *known
}

// Truth evaluates a yes/no expression without measures.
func (o Oracle) Truth(e *reckon.Expr, s reckon.State) bool {
	arg := func(k int) bool { return o.Truth(&e.Args[k], s) }
	switch e.Op {
	case "option":
		return s.Has(e.Option)
	case "yes":
		return true
	case "no":
		return false
	case "!":
		return !arg(0)
	case "&&":
		return arg(0) && arg(1)
	case "||":
		return arg(0) || arg(1)
	case "==":
		return arg(0) == arg(1)
	case "!=":
		return arg(0) != arg(1)
	case "?":
		if arg(0) {
			return arg(1)
		}
		return arg(2)
	}
	panic("oracle: " + string(e.Op))
}

// Feasible reports whether no impossible rule holds in s.
func (o Oracle) Feasible(s reckon.State) bool {
	if o.known != nil {
		return recall(o.known.feasible, s, func() bool { return o.feasible(s) })
	}
	return o.feasible(s)
}

func (o Oracle) feasible(s reckon.State) bool {
	for i := range o.Case.Impossible {
		if o.Truth(&o.Case.Impossible[i].When, s) {
			return false
		}
	}
	return true
}

// Prefers compares two states: the first want in which they differ decides or,
// where a want has points, the sum of the points of the wants that hold.
func (o Oracle) Prefers(i int, a, b reckon.State) int {
	place := func(s reckon.State) int {
		for k, group := range o.Minds[i].Order {
			if slices.Contains(group, s) {
				return -k
			}
		}
		return -len(o.Minds[i].Order)
	}
	if len(o.Minds[i].Order) > 0 {
		return place(a) - place(b)
	}
	if slices.ContainsFunc(o.Minds[i].Wants, func(w reckon.Want) bool { return w.Points != 0 }) {
		return o.points(i, a).Cmp(o.points(i, b))
	}
	for k := range o.Minds[i].Wants {
		w := &o.Minds[i].Wants[k].That
		if x, y := o.Truth(w, a), o.Truth(w, b); x != y {
			if x {
				return 1
			}
			return -1
		}
	}
	return 0
}

// points adds up the points of the wants that hold, as the decimals they are.
func (o Oracle) points(i int, s reckon.State) *big.Rat {
	sum := new(big.Rat)
	for k := range o.Minds[i].Wants {
		w := &o.Minds[i].Wants[k]
		if o.Truth(&w.That, s) {
			x, _ := new(big.Rat).SetString(strconv.FormatFloat(w.Points, 'g', -1, 64))
			sum.Add(sum, x)
		}
	}
	return sum
}

// Moves lists R_i(s), ascending.
func (o Oracle) Moves(i int, s reckon.State) []reckon.State {
	if o.known != nil {
		return recall(o.known.moves, turn{0, i, s}, func() []reckon.State { return o.moves(i, s) })
	}
	return o.moves(i, s)
}

func (o Oracle) moves(i int, s reckon.State) []reckon.State {
	var list []reckon.State
	for t := range reckon.State(1) << len(o.Case.Options) {
		ok := t != s && o.Feasible(t)
		for k := range o.Case.Options {
			opt := &o.Case.Options[k]
			if s.Has(k) == t.Has(k) {
				continue
			}
			ok = ok && opt.Actor == i && (!opt.Final || !s.Has(k)) && (!opt.Lost || s.Has(k))
		}
		if ok {
			list = append(list, t)
		}
	}
	return list
}

// Improvements lists R_i⁺(s), ascending.
func (o Oracle) Improvements(i int, s reckon.State) []reckon.State {
	var list []reckon.State
	for _, t := range o.Moves(i, s) {
		if o.Prefers(i, t, s) > 0 {
			list = append(list, t)
		}
	}
	return list
}

// Reach lists R_{N−i}(t), or R⁺_{N−i}(t): legal sequences of the others, nobody
// twice in a row, by (state, last mover).
func (o Oracle) Reach(i int, t reckon.State, step func(int, reckon.State) []reckon.State) []reckon.State {
	type node struct {
		s    reckon.State
		last int
	}
	seen := map[node]bool{}
	var list []reckon.State
	var visit func(n node)
	visit = func(n node) {
		for j := range o.Case.Actors {
			if j == i || j == n.last {
				continue
			}
			for _, x := range step(j, n.s) {
				if m := (node{x, j}); !seen[m] {
					seen[m] = true
					list = append(list, x)
					visit(m)
				}
			}
		}
	}
	visit(node{t, -1})
	return list
}

// Merges lists the feasible states of simultaneous improvements from s with i going to t.
func (o Oracle) Merges(i int, s, t reckon.State) []reckon.State {
	list := []reckon.State{t}
	for j := range o.Case.Actors {
		if j == i {
			continue
		}
		for _, x := range slices.Clip(list) {
			for _, u := range o.Improvements(j, s) {
				list = append(list, x^s^u)
			}
		}
	}
	var ok []reckon.State
	for _, x := range list {
		if o.Feasible(x) {
			ok = append(ok, x)
		}
	}
	return ok
}

// atOnce reports whether some of the others, each by an improvement that SEQ does
// not sanction, make i's move to t no better than s when all move at once.
func (o Oracle) atOnce(i int, s, t reckon.State) bool {
	merged := []reckon.State{t}
	for j := range o.Case.Actors {
		for _, x := range slices.Clone(merged) {
			for _, u := range o.Improvements(j, s) {
				if j != i && !o.Sanctioned(j, reckon.SEQ, s, u) {
					merged = append(merged, x+u-s) // p = t + Σ t_j − (m−1)s
				}
			}
		}
	}
	return slices.ContainsFunc(merged[1:], func(x reckon.State) bool {
		return o.Feasible(x) && o.Prefers(i, x, s) <= 0
	})
}

// Stable reports whether s is stable for actor i.
func (o Oracle) Stable(i int, concept reckon.Concept, s reckon.State) bool {
	switch {
	case concept.Moves() > 0:
		return o.staysFor(concept.Moves(), i, s)
	case concept == reckon.NM:
		return o.staysForEver(i, s)
	}
	for _, t := range o.Improvements(i, s) {
		if !o.Sanctioned(i, concept, s, t) {
			return false
		}
	}
	return true
}

// Sanctioned reports whether the others' replies to t harm i at s.
func (o Oracle) Sanctioned(i int, concept reckon.Concept, s, t reckon.State) bool {
	var replies []reckon.State
	switch concept {
	case reckon.Tableau:
		return o.Sanctioned(i, reckon.SEQ, s, t) || o.atOnce(i, s, t)
	case reckon.GMR, reckon.SMR:
		replies = o.Reach(i, t, o.Moves)
	case reckon.SEQ, reckon.SSEQ:
		replies = o.Reach(i, t, o.Improvements)
	case reckon.SIM:
		replies = o.Merges(i, s, t)
	case reckon.Nash:
	default:
		panic("casetest: no definition of " + string(concept))
	}
	for _, x := range replies {
		bad := o.Prefers(i, x, s) <= 0
		if concept == reckon.SMR || concept == reckon.SSEQ {
			for _, y := range o.Moves(i, x) {
				bad = bad && o.Prefers(i, y, s) <= 0
			}
		}
		if bad {
			return true
		}
	}
	return false
}
