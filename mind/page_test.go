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
	concepts := append(stability.Concepts(), reckon.Tableau, reckon.Limited(2), reckon.NM)
	return temper(concepts[draw(len(concepts))], float64(draw(3))/2, []float64{0, 1, 8, 64, 1000, math.Inf(1)}[draw(6)], []float64{0, 0.3, 1}[draw(3)])
}

// bent returns minds whose odds are tilted.
func bent(m *Minds, p *Page, tilt []float64) *Minds {
	b := *m
	b.beliefs = make([][]belief, len(m.beliefs))
	for i := range m.beliefs {
		b.beliefs[i] = slices.Clone(m.beliefs[i])
		for n := range b.beliefs[i] {
			of := &b.beliefs[i][n]
			of.odds = slices.Clone(of.odds)
			for k := range of.odds {
				of.odds[k] *= tilt[p.Slot(i, of.about)+k]
			}
			normalised(of.odds)
		}
	}
	return &b
}

// witnessed is Observe of a turn at a pace, by the definition. What the kinds of an
// actor would do is as the tilted minds have it.
func witnessed(m, tilted *Minds, actor int, s reckon.State, took reckon.Move) *Minds {
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
			likes := tilted.likelihoods(i, b, s, had)
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

// twins are minds and the page that stands for them, with the odds of its run.
type twins struct {
	*testing.T
	what                                     string
	c                                        *reckon.Case
	m                                        *Minds
	p                                        *Page
	odds, tilt                               []float64
	x, y                                     float64
	choice                                   Choice
	chosen, learned, refuted, turned, passed int
}

func (w *twins) measure(name string) float64 { return map[string]float64{"x": w.x, "y": w.y}[name] }

// pass changes measures, unless that leaves no state possible.
func (w *twins) pass(x, y float64) {
	was, x0, y0 := w.p, w.x, w.y
	w.x, w.y = x, y
	m, err := w.m.Under(w.measure)
	p, no := w.p.Under(w.p.Facts(nil, w.measure))
	switch {
	case (err == nil) != (no == nil):
		w.Fatal(w.what, err, no)
	case err != nil:
		w.x, w.y = x0, y0
	default:
		if w.m, w.p = m, p; p != was {
			w.passed++
		}
	}
}

// turn gives an actor another mind.
func (w *twins) turn(actor, mind int) {
	if mind == w.m.now[actor] {
		return
	}
	odds := slices.Clone(w.odds)
	m, err := w.m.Turn(actor, mind)
	p, no := w.p.Turn(actor, mind, odds)
	if (err == nil) != (no == nil) {
		w.Fatal(w.what, err, no)
	}
	if err == nil {
		w.m, w.p, w.odds = m, p, odds
		w.turned++
	}
}

// choose compares a choice with the odds as tilted.
func (w *twins) choose(tilted *Minds, actor int, s reckon.State) {
	want := tilted.Choose(actor, s, w.m.Steps(actor, s, w.c.Actors[actor].Wide))
	w.p.Choose(&w.choice, actor, s, w.odds, w.tilt)
	if !w.m.Base().States().Has(s) {
		if len(w.choice.States) != 1 || w.choice.P[0] != 1 {
			w.Fatalf("%s, impossible: %+v", w.what, w.choice)
		}
		return
	}
	sum := 0.0
	for k, to := range w.choice.States {
		if p := want.P[slices.Index(want.States, to)]; math.Abs(w.choice.P[k]-p) > 1e-12 {
			w.Fatalf("%s: %v, want %+v", w.what, w.choice.P, want)
		}
		sum += w.choice.P[k]
		w.chosen++
	}
	if math.Abs(sum-1) > 1e-12 { // so what is not listed has no chance
		w.Fatalf("%s: %v sum to %v", w.what, w.choice.P, sum)
	}
}

// learn compares what a turn teaches, and which views it refutes.
func (w *twins) learn(tilted *Minds, actor int, s, to reckon.State) {
	was := w.p
	w.p.Learn(&w.choice, actor, s, to, w.odds, w.tilt)
	w.m = witnessed(w.m, tilted, actor, s, reckon.Move{On: to &^ s, Off: s &^ to})
	var err error
	if w.p, err = w.p.After(s, to); err != nil {
		w.Fatal(w.what, err)
	}
	if w.p != was {
		w.refuted++
	}
	for i := range w.m.minds {
		for _, b := range w.m.beliefs[i] {
			odds := w.odds[w.p.Slot(i, b.about):][:len(b.odds)]
			for k, want := range b.odds {
				if math.Abs(odds[k]-want) > 1e-11 {
					w.Fatalf("%s: odds %v, want %v", w.what, odds, b.odds)
				}
				w.learned++
			}
		}
	}
}

// TestPageOracle takes pages and minds through the same random days: choices, what is
// learned from them, what is recalled, views refuted, measures and minds that change.
func TestPageOracle(t *testing.T) {
	cases := 300
	if testing.Short() {
		cases = 40
	}
	w := &twins{T: t}
	for seed := range cases {
		draw := seeded(seed)
		c := inTime(draw)
		w.c, w.x, w.y = c, math.NaN(), 1
		var err error
		if w.m, err = New(c, nil, w.measure); err != nil {
			continue
		}
		if w.p, err = newBook(w.m, 1<<(10+draw(20)), 2*draw(3)).first(w.m); err != nil {
			t.Fatal(err)
		}
		w.odds = w.p.Odds()
		s := reckon.State(draw(1 << len(c.Options)))
		for range 30 {
			actor := draw(len(c.Actors))
			w.what = fmt.Sprintf("seed %d, %s at %s", seed, c.Actors[actor].Name, s.Letters(len(c.Options)))
			switch draw(10) {
			case 0:
				w.pass(float64(draw(3)), float64(draw(3)))
			case 1:
				w.turn(actor, draw(len(w.m.cast[actor])-1))
			}
			tilted := w.m
			if w.tilt = nil; draw(3) == 0 {
				for range w.odds {
					w.tilt = append(w.tilt, math.Exp(float64(draw(5)-2)))
				}
				tilted = bent(w.m, w.p, w.tilt)
			}
			w.choose(tilted, actor, s)
			if !w.m.Base().States().Has(s) {
				s = reckon.State(draw(1 << len(c.Options)))
				continue
			}
			moves := w.m.Steps(actor, s, c.Actors[actor].Wide)
			to := moves[draw(len(moves))].Apply(s)
			if draw(2) == 0 {
				to = w.choice.Pick(float64(draw(1000)) / 1000)
			}
			w.learn(tilted, actor, s, to)
			s = to
		}
	}
	if min(w.chosen, w.learned, w.refuted, w.turned, w.passed) == 0 {
		t.Errorf("%d choices, %d odds, %d refuted, %d turned, %d pages turned over", w.chosen, w.learned, w.refuted, w.turned, w.passed)
	}
}
