package workbench

import (
	"reckon"
	"reckon/brief"
	"reckon/mind"
)

// gameOf sets one actor's game beside the game: what he misjudges in a state of
// the world, which equilibria he expects in vain or does not expect, and where
// the record up to the as-of date broke his views. m are the minds as a reading
// states them. A state that is impossible has nothing to misjudge.
func gameOf(b *Bench, r *reckon.Reading, m *mind.Minds, actor int, today reckon.State) (*brief.Game, error) {
	g := &brief.Game{Actor: actor, Concept: r.MindsIn(b.Case)[actor].Temper.Concept}
	if m.Base().States().Has(today) {
		g.Today = m.Surprises(actor, "", today)
		for j := range b.Case.Actors {
			g.Taken = append(g.Taken, m.Share(j, "", today, actor))
			g.Is = append(g.Is, m.Share(j, "", today))
		}
	}
	expects, lasts := m.Expects(g.Concept, actor), m.Equilibria(g.Concept)
	g.Expects = expects.Len()
	g.Mistaken, g.Missed = without(expects, lasts), without(lasts, expects)
	return g, b.walk(g, r, m)
}

// without lists the states of one set that are not in another.
func without(a, b listed) []reckon.State {
	var list []reckon.State
	for _, s := range a.List() {
		if !b.Has(s) {
			list = append(list, s)
		}
	}
	return list
}

// walk takes the actor's views through the record in order. Up to the reading's
// date his beliefs are as it states them, later they learn as in a trial. Rows of
// kind "state" only take back what an earlier row did; they carry the state
// forward and prove nobody wrong.
func (b *Bench) walk(g *brief.Game, r *reckon.Reading, m *mind.Minds) error {
	c := b.Case
	m, err := m.Learned(c.AsOf, func(row int, now *mind.Minds) error {
		e := &c.Record[row]
		actor := c.Actor(e.Actor)
		if actor < 0 || e.Date < c.From || e.Kind == "state" {
			return nil
		}
		var breaks []mind.Break
		for _, x := range now.Falsified(actor, c.StateBefore(row), e.Took) {
			if x.Viewer == g.Actor {
				breaks = append(breaks, x)
			}
		}
		if breaks != nil {
			g.Broken = append(g.Broken, struct {
				Row    int
				Tests  bool
				Breaks []mind.Break
			}{row, r.Tests(e.Date), breaks})
		}
		return nil
	})
	if err != nil {
		return err
	}
	for j := range c.Actors {
		if odds := m.Odds(g.Actor, j); odds != nil {
			g.Learned = append(g.Learned, odds)
		}
	}
	return nil
}
