package mind

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/stability"
)

// Expressions and states as the tests write them.

func opt(k int) reckon.Expr             { return reckon.Expr{Op: "option", Option: k} }
func not(e reckon.Expr) reckon.Expr     { return op("!", e) }
func same(a, b reckon.Expr) reckon.Expr { return op("==", a, b) }
func number(x float64) reckon.Expr      { return reckon.Expr{Op: "number", Number: x} }

func measure(name string) reckon.Expr                 { return reckon.Expr{Op: "measure", Name: name} }
func op(o reckon.Op, args ...reckon.Expr) reckon.Expr { return reckon.Expr{Op: o, Args: args} }

func wants(that ...reckon.Expr) []reckon.Want {
	list := make([]reckon.Want, len(that))
	for i, e := range that {
		list[i] = reckon.Want{Name: fmt.Sprintf("w%d", i+1), That: e}
	}
	return list
}

// at reads "YN" as a state, the first letter option 0.
func at(letters string) reckon.State {
	var s reckon.State
	for k, r := range letters {
		if r == 'Y' {
			s |= 1 << k
		}
	}
	return s
}

// order reads "NY > YY NN > YN" best first, equally liked states side by side.
func order(groups ...[]string) [][]reckon.State {
	var list [][]reckon.State
	for _, group := range groups {
		var states []reckon.State
		for _, letters := range group {
			states = append(states, at(letters))
		}
		list = append(list, states)
	}
	return list
}

// world is a case in which each actor owns as many options as said, in order.
func world(options ...int) *reckon.Case {
	c := &reckon.Case{Name: "test"}
	for i, n := range options {
		a := reckon.Actor{Name: string(rune('a' + i))}
		for range n {
			k := len(c.Options)
			a.Options = append(a.Options, k)
			c.Options = append(c.Options, reckon.Option{Name: fmt.Sprintf("%s.o%d", a.Name, k), Actor: i})
		}
		c.Actors = append(c.Actors, a)
	}
	return c
}

func temper(concept reckon.Concept, caution, precision, stubborn float64) reckon.Temper {
	return reckon.Temper{Concept: concept, Caution: caution, Precision: precision, Stubborn: stubborn, Emphasis: 2}
}

func minds(tb testing.TB, c *reckon.Case) *Minds {
	tb.Helper()
	m, err := New(c, nil, nil)
	if err != nil {
		tb.Fatal(err)
	}
	return m
}

// near fails unless got is want to within the last digit that the comments work
// out, the sixth after the point.
func near(tb testing.TB, what string, got, want float64) {
	tb.Helper()
	if !(math.Abs(got-want) < 1e-6) {
		tb.Errorf("%s = %.9f, want %.9f", what, got, want)
	}
}

// everyMove lists staying and every legal move of an actor.
func everyMove(m *Minds, actor int, s reckon.State) []reckon.Move {
	moves := []reckon.Move{{}}
	for _, to := range m.Base().Moves(actor, s) {
		moves = append(moves, reckon.Move{On: to &^ s, Off: s &^ to})
	}
	return moves
}

// drawExpr draws a yes/no expression over the first n options.
func drawExpr(t *rapid.T, n, depth int) reckon.Expr {
	if depth == 0 || rapid.Bool().Draw(t, "leaf") {
		e := opt(rapid.IntRange(0, n-1).Draw(t, "option"))
		if rapid.Bool().Draw(t, "not") {
			e = not(e)
		}
		return e
	}
	o := rapid.SampledFrom([]reckon.Op{"&&", "||", "=="}).Draw(t, "op")
	return op(o, drawExpr(t, n, depth-1), drawExpr(t, n, depth-1))
}

func drawWants(t *rapid.T, n int) []reckon.Want {
	var that []reckon.Expr
	for range rapid.IntRange(1, 3).Draw(t, "wants") {
		that = append(that, drawExpr(t, n, 1))
	}
	return wants(that...)
}

func drawTemper(t *rapid.T) reckon.Temper {
	return reckon.Temper{
		Concept:   rapid.SampledFrom(stability.Concepts()).Draw(t, "concept"),
		Caution:   rapid.Float64Range(0, 1).Draw(t, "caution"),
		Precision: rapid.SampledFrom([]float64{0, 1, 8, 64, math.Inf(1)}).Draw(t, "precision"),
		Stubborn:  rapid.SampledFrom([]float64{0, 0.3, 1}).Draw(t, "stubborn"),
		Emphasis:  rapid.SampledFrom([]float64{2, 3}).Draw(t, "emphasis"),
	}
}

// drawWorld draws a small conflict of two or three actors, sometimes with an
// impossible rule and with options that cannot be undone or taken up again.
// Some actors reckon with two or three kinds of another when beliefs are asked for.
func drawWorld(t *rapid.T, beliefs bool) *reckon.Case {
	var options []int
	for range rapid.IntRange(2, 3).Draw(t, "actors") {
		options = append(options, rapid.IntRange(1, 2).Draw(t, "options"))
	}
	c := world(options...)
	n := len(c.Options)
	for k := range c.Options {
		c.Options[k].Final = rapid.IntRange(0, 5).Draw(t, "final") == 0
		c.Options[k].Lost = rapid.IntRange(0, 5).Draw(t, "lost") == 0
	}
	if rapid.Bool().Draw(t, "impossible") {
		c.Impossible = []reckon.Impossible{{When: op("&&", drawExpr(t, n, 0), op("&&", drawExpr(t, n, 0), drawExpr(t, n, 0)))}}
	}
	for i := range c.Actors {
		m := reckon.Mind{Actor: c.Actors[i].Name, Temper: drawTemper(t), Wants: drawWants(t, n)}
		if beliefs && rapid.Bool().Draw(t, "believes") {
			about := (i + rapid.IntRange(1, len(c.Actors)-1).Draw(t, "about")) % len(c.Actors)
			b := reckon.Belief{About: c.Actors[about].Name}
			kinds := rapid.IntRange(2, 3).Draw(t, "kinds")
			for k := range kinds {
				b.Kinds = append(b.Kinds, reckon.Kind{
					Name: fmt.Sprint("kind", k), Odds: 1 / float64(kinds), Temper: drawTemper(t), Wants: drawWants(t, n),
				})
			}
			m.Beliefs = []reckon.Belief{b}
		}
		c.Minds = append(c.Minds, m)
	}
	return c
}
