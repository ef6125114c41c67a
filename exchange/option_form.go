package exchange

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"

	"reckon"
	"reckon/lang"
)

// maxOptionForm bounds the options that a game is read into.
const maxOptionForm = 20

// Case puts the game into option form. A player's first strategy is to have no
// option on, as the titles of his options say; each other strategy is an option of his, and no two of them go
// together. Everything can be changed at once and back, so the states stable
// for everyone under Nash are the game's pure equilibria. Of payoffs only the
// order is kept.
func (g *Game) Case(file string) (*reckon.Case, []reckon.Diagnostic) {
	c := nameless(file)
	at := c.At
	if g.Title != "" {
		c.Title = g.Title
	}
	options := 0
	for _, list := range g.Strategies {
		options += len(list) - 1
	}
	switch {
	case options == 0:
		return c, upset("game-empty", at, "Nobody in this game has more than one strategy", "There is nothing to decide. Give a player a second strategy.")
	case options > maxOptionForm:
		return c, upset("game-too-large", at, fmt.Sprintf("This game takes %d options to say; at most %d are read", options, maxOptionForm),
			"Each strategy of a player but his first becomes an option. Drop strategies that nobody would play.")
	}
	g.declare(c)
	for i := range g.Players {
		c.Minds = append(c.Minds, reckon.Mind{Actor: c.Actors[i].Name, Temper: reckon.DefaultTemper(), Order: g.order(c, i), At: at})
	}
	return c, nil
}

// declare makes the actors, their options and the rules that keep two
// strategies of one player apart.
func (g *Game) declare(c *reckon.Case) {
	taken := map[string]bool{}
	for i, player := range g.Players {
		first := g.Strategies[i][0]
		a := reckon.Actor{Name: lang.NameFor(player, "player", i, taken), Title: either(player, fmt.Sprintf("Player %d", i+1)), At: c.At}
		instead := "" // what it means that none of his options is on
		if first != nobody {
			instead = fmt.Sprintf(" (%s: %s)", []string{"off", "all off"}[min(1, len(g.Strategies[i])/3)], either(first, "1"))
		}
		own := map[string]bool{}
		for k, label := range g.Strategies[i][1:] {
			a.Options = append(a.Options, len(c.Options))
			c.Options = append(c.Options, reckon.Option{
				Name:  a.Name + "." + lang.NameFor(label, "strategy", k+1, own),
				Title: either(label, fmt.Sprint(k+2)) + instead, Actor: i, At: c.At,
			})
		}
		c.Actors = append(c.Actors, a)
		for k, x := range a.Options {
			for _, y := range a.Options[k+1:] {
				both := reckon.Expr{Op: "&&", At: c.At, Args: []reckon.Expr{{Op: "option", Option: x, At: c.At}, {Op: "option", Option: y, At: c.At}}}
				text := lang.Written(c, &both)
				c.Impossible = append(c.Impossible, reckon.Impossible{Name: text, When: both, Text: text, At: c.At})
			}
		}
	}
}

// order ranks a player's states by his payoff, best first.
func (g *Game) order(c *reckon.Case, player int) [][]reckon.State {
	type worth struct {
		state reckon.State
		pay   *big.Rat
	}
	list := make([]worth, len(g.Profiles))
	for p := range list {
		list[p].pay = g.payoff(p, player)
		rest := p
		for i, own := range g.Strategies {
			if k := rest % len(own); k > 0 {
				list[p].state |= 1 << uint(c.Actors[i].Options[k-1])
			}
			rest /= len(own)
		}
	}
	slices.SortFunc(list, func(a, b worth) int { return cmp.Or(compare(b.pay, a.pay), cmp.Compare(a.state, b.state)) })
	var order [][]reckon.State
	for n, w := range list {
		if n == 0 || compare(w.pay, list[n-1].pay) != 0 {
			order = append(order, nil)
		}
		order[len(order)-1] = append(order[len(order)-1], w.state)
	}
	return order
}

// compare is Rat.Cmp, ten times faster where both are whole numbers.
func compare(a, b *big.Rat) int {
	if a.IsInt() && b.IsInt() {
		return a.Num().Cmp(b.Num())
	}
	return a.Cmp(b)
}
