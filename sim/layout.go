package sim

import (
	"fmt"

	"reckon"
	"reckon/draw"
	"reckon/dynamics"
)

// layout says where the expressions of a case stand among the groups that dynamics
// works out, and what its names are in the keys of draws.
type layout struct {
	conditions, features, turns, asks, holds, arenas int // groups

	written []int // measures that arenas write

	turnOf  []turning // by expression of turns
	shocks  []striking
	asking  []inquiry // by question
	setting []int     // measures that the scenario sets, whose args stand in holds
	dated   []dueDay  // changes of mind by day
	exact   []string  // measures whose exact values matter to wants

	actors, measures, parameters []uint64 // entities of draws
}

// turning is a change of mind that waits for a condition.
type turning struct {
	actor, mind int
	odds        float64
	cut         bool
}

// dueDay is the changes of one actor that fall on one day; they exclude each other.
type dueDay struct {
	step    int // from which on they are due
	day     reckon.Date
	actor   int
	changes []turning
}

// striking is a shock as compiled: a group of its condition and its rate or chance,
// and one of its effects.
type striking struct {
	shock         *reckon.Shock
	index         int
	entity        uint64
	steps         float64 // one step in the unit of its rate
	odds, effects int
	targets       []int // measures, by effect
	expr          *reckon.Expr
}

// groups gathers expressions for dynamics.
type groups [][]reckon.Expr

func (g *groups) add(list []reckon.Expr) int {
	*g = append(*g, list)
	return len(*g) - 1
}

// lay compiles the expressions of the case.
func (m *Model) lay() error {
	c, l := m.c, &m.layout
	var g groups
	l.conditions, l.exact = g.add(m.page.Conditions()), m.page.Exact()
	var now []reckon.Expr
	for i := range c.Features {
		now = append(now, c.Features[i].Now)
	}
	l.features = g.add(now)
	l.turns = g.add(m.layTurns())
	m.layShocks(&g)
	var asked []reckon.Expr
	for i := range c.Questions {
		l.asking = append(l.asking, newInquiry(&c.Questions[i].When, m.windows[i], &asked))
	}
	l.asks = g.add(asked)
	var args []reckon.Expr
	for i := range m.plan.measures {
		if s := &m.plan.measures[i]; s.Stated() {
			l.setting = append(l.setting, i)
			args = append(args, s.Args...)
		}
	}
	l.holds = g.add(args)
	if err := m.layArenas(&g); err != nil {
		return err
	}
	for i := range c.Actors {
		l.actors = append(l.actors, draw.Entity(c.Actors[i].Name))
	}
	for i := range c.Measures {
		l.measures = append(l.measures, draw.Entity(c.Measures[i].Name))
	}
	for i := range c.Parameters {
		l.parameters = append(l.parameters, draw.Entity(c.Parameters[i].Name))
	}
	var err error
	m.flow, err = dynamics.Compile(c, g...)
	return err
}

// layTurns lists the changes of mind that are still to come, those of a day by day,
// and returns the conditions of the others.
func (m *Model) layTurns() []reckon.Expr {
	l := &m.layout
	var whens []reckon.Expr
	for a, cast := range m.cast {
		for j := range cast {
			ch := &cast[j].Change
			t := turning{a, j, ch.Likelihood(), m.plan.names[ch.Name]}
			switch {
			case ch.When.Op != "":
				l.turnOf, whens = append(l.turnOf, t), append(whens, ch.When)
			case ch.From > m.dates[0] && ch.From <= m.dates[len(m.dates)-1]:
				l.add(t, ch.From, m.dates)
			}
		}
	}
	return whens
}

// add places a dated change among those of its actor and day, which stay in the
// order of their days.
func (l *layout) add(t turning, day reckon.Date, dates []reckon.Date) {
	at := 0
	for i := range l.dated {
		d := &l.dated[i]
		if d.actor == t.actor && d.day == day {
			d.changes = append(d.changes, t)
			return
		}
		if d.actor < t.actor || d.actor == t.actor && d.day < day {
			at = i + 1
		}
	}
	step := 0
	for dates[step] < day {
		step++
	}
	l.dated = append(l.dated, dueDay{})
	copy(l.dated[at+1:], l.dated[at:])
	l.dated[at] = dueDay{step, day, t.actor, []turning{t}}
}

// layShocks lists the shocks that the scenario leaves in.
func (m *Model) layShocks(g *groups) {
	for i := range m.c.Shocks {
		s := &m.c.Shocks[i]
		if m.plan.shocks || m.plan.shock[i] {
			continue
		}
		one := striking{shock: s, index: i, entity: draw.Entity(s.Name), steps: stepsPer(m.c.Step, s.Per), expr: strengthOf(s)}
		one.odds = g.add([]reckon.Expr{s.When, *one.expr})
		var to []reckon.Expr
		for k := range s.Effects {
			to = append(to, s.Effects[k].To)
			one.targets = append(one.targets, m.c.Measure(s.Effects[k].Measure))
		}
		one.effects = g.add(to)
		m.layout.shocks = append(m.layout.shocks, one)
	}
}

// checkShocks refuses effects on what is not there.
func checkShocks(c *reckon.Case) error {
	for i := range c.Shocks {
		for _, e := range c.Shocks[i].Effects {
			if c.Measure(e.Measure) < 0 {
				return fmt.Errorf("%s: the shock %q has an effect on %q, which is not a measure of the case", e.At, c.Shocks[i].Name, e.Measure)
			}
		}
	}
	return nil
}
