package mind

import (
	"math"
	"slices"

	"reckon"
)

// On returns the minds as they are on a day, under the values of measures then (nil:
// all unknown): who has another mind by then, has it, and what the others had
// learned of him starts again from the odds they state; all else that was learned
// is kept. Changes with odds are taken to have happened and those that wait for a
// condition not to (see reckon.Reading.InForce). What does not change is not
// compiled again.
func (m *Minds) On(day reckon.Date, measures func(name string) float64) (*Minds, error) {
	after := m
	for i, k := range m.inForce(day) {
		if k != m.now[i] {
			after = after.turned(i, k)
		}
	}
	return after.Under(measures)
}

// Turn returns the minds once an actor has another one of those that are stated for
// him, by its place in reckon.Reading.Calendar.
func (m *Minds) Turn(actor, mind int) (*Minds, error) {
	return m.turned(actor, mind).Under(m.measures)
}

// asOf is the as-of date, or the end of days when the case has none.
func asOf(c *reckon.Case) reckon.Date {
	if c.AsOf == 0 {
		return math.MaxInt32
	}
	return c.AsOf
}

// inForce returns, by actor, which of his cast is in force on a day.
func (m *Minds) inForce(day reckon.Date) []int {
	now := m.reading.InForce(m.c, day)
	for i, k := range now {
		if k < 0 {
			now[i] = len(m.cast[i]) - 1
		}
	}
	return now
}

// begun returns the minds in force on a day with everything as they state it, and
// nothing compiled yet.
func (m *Minds) begun(day reckon.Date) *Minds {
	b := *m
	n := len(m.cast)
	b.now, b.scene = m.inForce(day), nil
	b.minds, b.beliefs, b.dropped = make([]reckon.Mind, n), make([][]belief, n), make([][]bool, n)
	for i, k := range b.now {
		b.minds[i] = m.cast[i][k]
		b.beliefs[i] = beliefsOf(m.c, i, b.minds[i].Beliefs)
		b.dropped[i] = make([]bool, len(b.minds[i].View.Overrides))
	}
	return &b
}

// turned gives an actor another of his minds. Its views are not compiled yet.
func (m *Minds) turned(actor, mind int) *Minds {
	t := *m
	t.now, t.minds = slices.Clone(m.now), slices.Clone(m.minds)
	t.beliefs, t.dropped = slices.Clone(m.beliefs), slices.Clone(m.dropped)
	t.now[actor], t.minds[actor] = mind, m.cast[actor][mind]
	t.beliefs[actor] = beliefsOf(m.c, actor, t.minds[actor].Beliefs)
	t.dropped[actor] = make([]bool, len(t.minds[actor].View.Overrides))
	for i := range t.minds {
		if b := t.belief(i, actor); b >= 0 {
			t.beliefs[i] = slices.Clone(t.beliefs[i])
			t.beliefs[i][b] = aboutIn(beliefsOf(m.c, i, t.minds[i].Beliefs), actor)
		}
	}
	return &t
}

// aboutIn returns the belief about an actor, which is there.
func aboutIn(beliefs []belief, actor int) belief {
	return beliefs[slices.IndexFunc(beliefs, func(b belief) bool { return b.about == actor })]
}
