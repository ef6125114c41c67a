package trial

import (
	"fmt"
	"testing"

	"reckon"
)

// founding is a made-up case of the size of the founding one: 14 options over
// six actors, three readings with four views each, 121 rows of which 68 are
// choices, and a measure that takes ten values.
func founding() *reckon.Case {
	c := &reckon.Case{Name: "size", From: 1, Measures: []reckon.Measure{{Name: "oil", Start: reckon.Exactly(50)}}}
	for i, n := range []int{5, 2, 3, 2, 1, 1} {
		a := reckon.Actor{Name: fmt.Sprint("a", i)}
		for range n {
			a.Options = append(a.Options, len(c.Options))
			c.Options = append(c.Options, reckon.Option{Name: fmt.Sprintf("a%d.o%d", i, len(c.Options)), Actor: i, Posture: len(c.Options)%3 - 1})
		}
		c.Actors = append(c.Actors, a)
	}
	either := func(j int) reckon.Expr {
		return reckon.Expr{Op: "||", Args: []reckon.Expr{opt(j % 14), not(opt((j*5 + 3) % 14))}}
	}
	some := func(seed, n int) []reckon.Want {
		var list []reckon.Want
		for k := range n {
			list = append(list, reckon.Want{Name: fmt.Sprint(k), That: either(seed + 3*k)})
		}
		return list
	}
	for i := range c.Actors {
		c.Minds = append(c.Minds, reckon.Mind{Actor: c.Actors[i].Name, Temper: reckon.DefaultTemper(), Wants: some(i, 6)})
	}
	for r, concept := range []reckon.Concept{reckon.SEQ, reckon.GMR, reckon.Nash} {
		m := reckon.Mind{Actor: "a0", Temper: reckon.DefaultTemper(), Wants: some(7*r, 8)}
		m.Temper.Concept = concept
		m.Wants[3].That = reckon.Expr{Op: ">", Args: []reckon.Expr{{Op: "measure", Name: "oil"}, {Op: "number", Number: 55}}}
		for _, about := range []string{"a2", "a3"} {
			b := reckon.Belief{About: about}
			for k := range 2 {
				b.Kinds = append(b.Kinds, reckon.Kind{Name: fmt.Sprint(k), Odds: 0.5, Temper: reckon.DefaultTemper(), Wants: some(11*k+r, 4)})
			}
			m.Beliefs = append(m.Beliefs, b)
		}
		c.Readings = append(c.Readings, reckon.Reading{Name: string(concept), Dated: reckon.Date(200 + 300*r), Minds: []reckon.Mind{m}})
	}
	for row := range 121 {
		e := reckon.Event{ID: fmt.Sprint(row), Date: reckon.Date(1 + 10*row), Actor: c.Actors[row%6].Name, Weight: 1}
		k := c.Actors[row%6].Options[row%len(c.Actors[row%6].Options)]
		e.Took = reckon.Move{On: 1 << k}
		if row%3 == 0 {
			e.Took = reckon.Move{Off: 1 << k}
		}
		if row%9 < 5 {
			e.Actor, e.Choice, e.Basis = "a0", true, "office"
			j := row % 5
			e.Took, e.Instead = reckon.Move{On: 1 << j}, []reckon.Move{{Off: 1 << j}, {On: 1 << ((j + 1) % 5)}, {Off: 1 << ((j + 2) % 5)}}
		}
		c.Record = append(c.Record, e)
	}
	for k := range 10 {
		c.Observations = append(c.Observations, reckon.Observation{Date: reckon.Date(1 + 120*k), Measure: "oil", Value: 50 + float64(k)})
	}
	return c
}

// BenchmarkFounding is held to one second by the plan: a trial with 1 000 draws.
func BenchmarkFounding(b *testing.B) {
	c := founding()
	for b.Loop() {
		if _, err := Run(c, Settings{}); err != nil {
			b.Fatal(err)
		}
	}
}
