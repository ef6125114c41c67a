package stability

import (
	"slices"

	"reckon"
)

// oracle decides stability by the definitions, transliterated: legal sequences
// with last movers, quantifiers as loops, wants as truth vectors. It is slow on
// purpose and shares only the case with the engine.
type oracle struct {
	c     *reckon.Case
	minds []reckon.Mind
}

func (o oracle) truth(e *reckon.Expr, s reckon.State) bool {
	arg := func(k int) bool { return o.truth(&e.Args[k], s) }
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

func (o oracle) feasible(s reckon.State) bool {
	for i := range o.c.Impossible {
		if o.truth(&o.c.Impossible[i].When, s) {
			return false
		}
	}
	return true
}

// prefers compares two states: the first want in which they differ decides.
func (o oracle) prefers(i int, a, b reckon.State) int {
	place := func(s reckon.State) int {
		for k, group := range o.minds[i].Order {
			if slices.Contains(group, s) {
				return -k
			}
		}
		return -len(o.minds[i].Order)
	}
	if len(o.minds[i].Order) > 0 {
		return place(a) - place(b)
	}
	for k := range o.minds[i].Wants {
		w := &o.minds[i].Wants[k].That
		if x, y := o.truth(w, a), o.truth(w, b); x != y {
			if x {
				return 1
			}
			return -1
		}
	}
	return 0
}

func (o oracle) moves(i int, s reckon.State) []reckon.State {
	var list []reckon.State
	for t := range reckon.State(1) << len(o.c.Options) {
		ok := t != s && o.feasible(t)
		for k := range o.c.Options {
			opt := &o.c.Options[k]
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

func (o oracle) improvements(i int, s reckon.State) []reckon.State {
	var list []reckon.State
	for _, t := range o.moves(i, s) {
		if o.prefers(i, t, s) > 0 {
			list = append(list, t)
		}
	}
	return list
}

// reach lists R_{N−i}(t), or R⁺_{N−i}(t): legal sequences of the others, nobody
// twice in a row, by (state, last mover).
func (o oracle) reach(i int, t reckon.State, step func(int, reckon.State) []reckon.State) []reckon.State {
	type node struct {
		s    reckon.State
		last int
	}
	seen := map[node]bool{}
	var list []reckon.State
	var visit func(n node)
	visit = func(n node) {
		for j := range o.c.Actors {
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

// merges lists the feasible states of simultaneous improvements from s with i going to t.
func (o oracle) merges(i int, s, t reckon.State) []reckon.State {
	list := []reckon.State{t}
	for j := range o.c.Actors {
		if j == i {
			continue
		}
		for _, x := range slices.Clip(list) {
			for _, u := range o.improvements(j, s) {
				list = append(list, x^s^u)
			}
		}
	}
	var ok []reckon.State
	for _, x := range list {
		if o.feasible(x) {
			ok = append(ok, x)
		}
	}
	return ok
}

func (o oracle) stable(i int, concept reckon.Concept, s reckon.State) bool {
	for _, t := range o.improvements(i, s) {
		if !o.sanctioned(i, concept, s, t) {
			return false
		}
	}
	return true
}

func (o oracle) sanctioned(i int, concept reckon.Concept, s, t reckon.State) bool {
	var replies []reckon.State
	switch concept {
	case reckon.GMR, reckon.SMR:
		replies = o.reach(i, t, o.moves)
	case reckon.SEQ:
		replies = o.reach(i, t, o.improvements)
	case reckon.SIM:
		replies = o.merges(i, s, t)
	case reckon.Nash:
	}
	for _, x := range replies {
		bad := o.prefers(i, x, s) <= 0
		if concept == reckon.SMR {
			for _, y := range o.moves(i, x) {
				bad = bad && o.prefers(i, y, s) <= 0
			}
		}
		if bad {
			return true
		}
	}
	return false
}
