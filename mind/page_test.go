package mind

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"reckon"
	"reckon/casetest"
	"reckon/stability"
)

// inTime draws a hypergame whose wants and rules read measures, whose actors turn to
// other minds, and who have tempers of all kinds, at a pace of their own.
func inTime(draw casetest.World) *reckon.Case {
	c := tied(draw, hypergame(draw, 1+draw(3)))
	measured(draw, c)
	n := len(c.Minds)
	for i := range n {
		c.Actors[i].Wide, c.Actors[i].Pace = draw(2) == 0, []float64{0, 1, 0.25}[draw(3)]
		if draw(2) == 0 {
			other := c.Minds[draw(n)]
			other.Actor, other.Beliefs, other.Change.From = c.Minds[i].Actor, believes(draw, c, i, 1), 100
			c.Minds = append(c.Minds, other)
		}
	}
	for i := range c.Minds {
		c.Minds[i].Temper = anyTemper(draw)
		for b := range c.Minds[i].Beliefs {
			for k := range c.Minds[i].Beliefs[b].Kinds {
				c.Minds[i].Beliefs[b].Kinds[k].Temper = anyTemper(draw)
			}
		}
	}
	return c
}

// measured makes some wants and rules read x and y, alone or mixed with options.
func measured(draw casetest.World, c *reckon.Case) {
	e := func() reckon.Expr {
		switch draw(6) {
		case 0:
			return op(">", measure("x"), op("?", opt(draw(len(c.Options))), number(1), measure("y")))
		case 1:
			sum := measure("x")
			for k := range c.Options {
				sum = op("+", sum, op("?", opt(k), number(1), number(0)))
			}
			return op(">=", sum, number(2))
		}
		return op("&&", opt(draw(len(c.Options))), op("<", measure([]string{"x", "y"}[draw(2)]), number(float64(draw(3)))))
	}
	for i := range c.Minds {
		for w := range c.Minds[i].Wants {
			if draw(3) == 0 {
				c.Minds[i].Wants[w].That = op("||", c.Minds[i].Wants[w].That, e())
			}
		}
		for _, o := range c.Minds[i].View.Overrides {
			if o.Impossible != nil && draw(2) == 0 {
				o.Impossible.When = op("&&", o.Impossible.When, e())
			}
		}
	}
	if len(c.Impossible) > 0 && draw(2) == 0 {
		c.Impossible[0].When = op("&&", c.Impossible[0].When, op("<", measure("x"), number(1)))
	}
}

func anyTemper(draw casetest.World) reckon.Temper {
	concepts := append(stability.Concepts(), reckon.Tableau, reckon.Limited(2))
	return temper(concepts[draw(len(concepts))], float64(draw(3))/2, []float64{0, 1, 8, 64, 1000, math.Inf(1)}[draw(6)], []float64{0, 0.3, 1}[draw(3)])
}

// witnessed is Observe of a turn at a pace, by the definition.
func witnessed(m *Minds, actor int, s reckon.State, took reckon.Move) *Minds {
	pace := m.c.Actors[actor].Pace
	if pace == 0 {
		pace = 1
	}
	had := m.open(actor, s, m.alternatives(actor, s, took, m.Steps(actor, s, m.c.Actors[actor].Wide)))
	if !had.Possible[0] {
		return m
	}
	learned := *m
	learned.beliefs = slices.Clone(m.beliefs)
	for i := range m.minds {
		if b := m.belief(i, actor); b >= 0 && m.minds[i].Temper.Stubborn < 1 {
			likes := m.likelihoods(i, b, s, had)
			for k := range likes {
				likes[k] *= pace
				if took.Apply(s) == s {
					likes[k] += 1 - pace
				}
			}
			learned.beliefs[i] = slices.Clone(m.beliefs[i])
			learned.beliefs[i][b].odds = revised(m.beliefs[i][b].odds, likes, 1-m.minds[i].Temper.Stubborn)
		}
	}
	return learned.corrected(s, had.States[0])
}

// TestPageOracle takes pages and minds through the same random days: choices, what is
// learned from them, views refuted, measures and minds that change.
func TestPageOracle(t *testing.T) {
	cases := 300
	if testing.Short() {
		cases = 40
	}
	chosen, learned, refuted, turned, moved := 0, 0, 0, 0, 0
	for seed := range cases {
		draw := seeded(seed)
		c := inTime(draw)
		x, y := math.NaN(), 1.0
		measures := func(name string) float64 { return map[string]float64{"x": x, "y": y}[name] }
		m, err := New(c, nil, measures)
		if err != nil {
			continue
		}
		p, err := newBook(m, 1<<(10+draw(20)), 2*draw(3)).first(m)
		if err != nil {
			t.Fatal(err)
		}
		odds := p.Odds()
		s := reckon.State(draw(1 << len(c.Options)))
		var choice Choice
		for range 30 {
			actor := draw(len(c.Actors))
			what := fmt.Sprintf("seed %d, %s at %s", seed, c.Actors[actor].Name, s.Letters(len(c.Options)))
			switch draw(10) {
			case 0:
				x, y = float64(draw(3)), float64(draw(3))
				next, err := m.Under(measures)
				if err != nil {
					x, y = math.NaN(), 1
					next, _ = m.Under(measures)
				}
				was := p
				if m = next; true {
					if p, err = p.Under(p.Facts(nil, measures)); err != nil {
						t.Fatal(what, err)
					}
				}
				if p != was {
					moved++
				}
			case 1:
				if k := draw(len(m.cast[actor]) - 1); k != m.now[actor] {
					next, err := m.Turn(actor, k)
					other, no := p.Turn(actor, k, slices.Clone(odds))
					if (err == nil) != (no == nil) {
						t.Fatal(what, err, no)
					}
					if err == nil {
						p, _ = p.Turn(actor, k, odds)
						m, turned = next, turned+1
						if p != other && p.book.kept != 0 {
							t.Fatal(what, "a page was made twice")
						}
					}
				}
			}
			moves := m.Steps(actor, s, c.Actors[actor].Wide)
			want := m.Choose(actor, s, moves)
			p.Choose(&choice, actor, s, odds, nil)
			for k, to := range choice.States {
				at := slices.Index(want.States, to)
				if m.Base().States().Has(s) && math.Abs(choice.P[k]-want.P[at]) > 1e-12 {
					t.Fatalf("%s: %v, want %+v", what, choice.P, want)
				}
				chosen++
			}
			if !m.Base().States().Has(s) {
				if len(choice.States) != 1 || choice.P[0] != 1 {
					t.Fatalf("%s, impossible: %+v", what, choice)
				}
				s = reckon.State(draw(1 << len(c.Options)))
				continue
			}
			to := moves[draw(len(moves))].Apply(s)
			if draw(2) == 0 {
				to = choice.Pick(float64(draw(1000)) / 1000)
			}
			p.Learn(&choice, actor, s, to, odds, nil)
			m = witnessed(m, actor, s, reckon.Move{On: to &^ s, Off: s &^ to})
			after, err := p.After(s, to)
			if err != nil {
				t.Fatal(what, err)
			}
			if after != p {
				refuted++
			}
			p = after
			for i := range m.minds {
				for _, b := range m.beliefs[i] {
					at := p.Slot(i, b.about)
					for k, want := range b.odds {
						if math.Abs(odds[at+k]-want) > 1e-11 {
							t.Fatalf("%s: odds %v, want %v", what, odds[at:at+len(b.odds)], b.odds)
						}
						learned++
					}
				}
				if !slices.Equal(m.now, p.now) {
					t.Fatal(what, "other minds")
				}
			}
			s = to
		}
	}
	t.Logf("%d choices, %d odds, %d refuted, %d turned, %d moved to other pages", chosen, learned, refuted, turned, moved)
	if chosen == 0 || learned == 0 || refuted == 0 || turned == 0 || moved == 0 {
		t.Errorf("%d choices, %d odds, %d refuted, %d turned, %d moved", chosen, learned, refuted, turned, moved)
	}
}
