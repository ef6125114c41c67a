package casetest

import (
	"fmt"

	"reckon"
)

// Opt writes "option k is on".
func Opt(k int) reckon.Expr { return reckon.Expr{Op: "option", Option: k} }

// Not writes a negation.
func Not(e reckon.Expr) reckon.Expr { return reckon.Expr{Op: "!", Args: []reckon.Expr{e}} }

// Op writes an operator and what it joins.
func Op(o reckon.Op, a ...reckon.Expr) reckon.Expr { return reckon.Expr{Op: o, Args: a} }

// World is a random source that rapid and plain generators both offer.
type World func(n int) int

// Expr draws an expression over the options, at most depth deep.
func Expr(draw World, options, depth int) reckon.Expr {
	if depth == 0 || draw(3) == 0 {
		e := Opt(draw(options))
		if draw(2) == 0 {
			return e
		}
		return Not(e)
	}
	sub := func() reckon.Expr { return Expr(draw, options, depth-1) }
	switch draw(5) {
	case 0:
		return Op("&&", sub(), sub())
	case 1:
		return Op("||", sub(), sub())
	case 2:
		return Op("==", sub(), sub())
	case 3:
		return Op("!=", sub(), sub())
	}
	return Op("?", sub(), sub(), sub())
}

// Case draws a case with one mind per actor. Some options are
// one-way or fixed; rules make some states infeasible.
func Case(draw World, actors, options, wants, rules int) (*reckon.Case, []reckon.Mind) {
	c := &reckon.Case{}
	for i := range actors {
		c.Actors = append(c.Actors, reckon.Actor{Name: fmt.Sprintf("a%d", i)})
	}
	for k := range options {
		i := draw(actors)
		o := reckon.Option{Name: fmt.Sprintf("a%d.o%d", i, k), Actor: i}
		switch draw(8) {
		case 0:
			o.Final = true
		case 1:
			o.Lost = true
		case 2: // fixed where it stands
			o.Final, o.Lost = draw(2) == 0, true
		}
		c.Options = append(c.Options, o)
		c.Actors[i].Options = append(c.Actors[i].Options, k)
	}
	for range rules {
		when := Op("&&", Expr(draw, options, 0), Op("&&", Expr(draw, options, 0), Expr(draw, options, 0)))
		c.Impossible = append(c.Impossible, reckon.Impossible{When: when})
	}
	minds := make([]reckon.Mind, actors)
	for i := range minds {
		minds[i] = reckon.Mind{Actor: c.Actors[i].Name}
		if draw(4) == 0 { // a direct ranking with ties and states left out
			for range 1 + draw(6) {
				group := []reckon.State{}
				for range 1 + draw(4) {
					group = append(group, reckon.State(draw(1<<options)))
				}
				minds[i].Order = append(minds[i].Order, group)
			}
			minds[i].Order = dedupe(minds[i].Order)
			continue
		}
		for range draw(wants + 1) {
			minds[i].Wants = append(minds[i].Wants, reckon.Want{That: Expr(draw, options, 2)})
		}
		if draw(4) == 0 { // weighed; sums that tie only as decimals are likely
			for w := range minds[i].Wants {
				minds[i].Wants[w].Points = float64(draw(8)-2) / 10
			}
		}
	}
	return c, minds
}

// dedupe keeps the first mention of a state, as lang demands of an order.
func dedupe(groups [][]reckon.State) [][]reckon.State {
	seen := map[reckon.State]bool{}
	var out [][]reckon.State
	for _, g := range groups {
		var keep []reckon.State
		for _, s := range g {
			if !seen[s] {
				seen[s] = true
				keep = append(keep, s)
			}
		}
		if keep != nil {
			out = append(out, keep)
		}
	}
	return out
}
