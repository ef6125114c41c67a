package cases_test

import (
	"slices"

	"reckon"
)

// plain solves a small case by the definitions and nothing else; it shares no
// code with package stability.
type plain struct {
	c      *reckon.Case
	states []reckon.State
	minds  []reckon.Mind
}

func newPlain(c *reckon.Case) *plain {
	p := &plain{c: c, minds: (*reckon.Reading)(nil).MindsIn(c)}
	for s := range reckon.State(1) << len(c.Options) {
		if !slices.ContainsFunc(c.Impossible, func(r reckon.Impossible) bool { return holds(&r.When, s) }) {
			p.states = append(p.states, s)
		}
	}
	return p
}

func holds(e *reckon.Expr, s reckon.State) bool {
	switch e.Op {
	case "yes", "no":
		return e.Op == "yes"
	case "option":
		return s.Has(e.Option)
	case "!":
		return !holds(&e.Args[0], s)
	case "&&":
		return holds(&e.Args[0], s) && holds(&e.Args[1], s)
	case "||":
		return holds(&e.Args[0], s) || holds(&e.Args[1], s)
	}
	panic("the catalogue uses only !, && and ||, not " + string(e.Op))
}

// compare is negative when the actor likes a less than b, 0 when indifferent.
func (p *plain) compare(actor int, a, b reckon.State) int {
	m := &p.minds[actor]
	if len(m.Order) > 0 {
		at := func(s reckon.State) int {
			return slices.IndexFunc(m.Order, func(group []reckon.State) bool { return slices.Contains(group, s) })
		}
		return at(b) - at(a)
	}
	for i := range m.Wants {
		x, y := holds(&m.Wants[i].That, a), holds(&m.Wants[i].That, b)
		if x != y {
			if x {
				return 1
			}
			return -1
		}
	}
	return 0
}

// moves are the states the actor reaches alone in one step; better keeps only
// those he likes more than s.
func (p *plain) moves(actor int, s reckon.State, better bool) []reckon.State {
	var list []reckon.State
	for _, t := range p.states {
		if t == s || better && p.compare(actor, t, s) <= 0 {
			continue
		}
		legal := true
		for k, o := range p.c.Options {
			if s.Has(k) != t.Has(k) && (o.Actor != actor || s.Has(k) && o.Final || t.Has(k) && o.Lost) {
				legal = false
			}
		}
		if legal {
			list = append(list, t)
		}
	}
	return list
}

// replies are t itself and the ends of all sequences of the others' moves from
// t in which nobody moves twice in a row.
func (p *plain) replies(actor int, t reckon.State, better bool) []reckon.State {
	type step struct {
		at   reckon.State
		last int
	}
	seen := map[step]bool{}
	ends := []reckon.State{t}
	queue := []step{{t, actor}}
	for len(queue) > 0 {
		x := queue[0]
		queue = queue[1:]
		for j := range p.c.Actors {
			if j == actor || j == x.last {
				continue
			}
			for _, y := range p.moves(j, x.at, better) {
				if next := (step{y, j}); !seen[next] {
					seen[next] = true
					ends = append(ends, y)
					queue = append(queue, next)
				}
			}
		}
	}
	return ends
}

func (p *plain) stable(actor int, concept reckon.Concept, s reckon.State) bool {
	for _, t := range p.moves(actor, s, true) {
		if !p.sanctioned(actor, concept, s, t) {
			return false
		}
	}
	return true
}

// sanctioned reports whether the others can make the improvement from s to t no
// better than s.
func (p *plain) sanctioned(actor int, concept reckon.Concept, s, t reckon.State) bool {
	noBetter := func(x reckon.State) bool { return p.compare(actor, x, s) <= 0 }
	switch concept {
	case reckon.GMR:
		return slices.ContainsFunc(p.replies(actor, t, false), noBetter)
	case reckon.SMR:
		return slices.ContainsFunc(p.replies(actor, t, false), func(x reckon.State) bool {
			escape := slices.ContainsFunc(p.moves(actor, x, false), func(y reckon.State) bool { return !noBetter(y) })
			return noBetter(x) && !escape
		})
	case reckon.SEQ:
		return slices.ContainsFunc(p.replies(actor, t, true), noBetter)
	case reckon.SIM:
		return slices.ContainsFunc(p.together(actor, s, t), noBetter)
	default: // Nash: nobody answers
		return false
	}
}

// together lists the feasible states that arise when the actor moves from s to t
// while every other stays or improves at the same moment.
func (p *plain) together(actor int, s, t reckon.State) []reckon.State {
	merged := []reckon.State{t}
	for j := range p.c.Actors {
		if j == actor {
			continue
		}
		var own reckon.State
		for _, k := range p.c.Actors[j].Options {
			own |= 1 << uint(k)
		}
		grown := slices.Clone(merged)
		for _, y := range p.moves(j, s, true) {
			for _, m := range merged {
				grown = append(grown, m&^own|y&own)
			}
		}
		merged = grown
	}
	return slices.DeleteFunc(merged, func(x reckon.State) bool { return !slices.Contains(p.states, x) })
}
