package sim

import (
	"fmt"
	"math"
	"slices"

	"reckon"
	"reckon/mind"
)

// Trace makes one run and tells what happened in it, in order. The path is that of
// the run of this number in any job with this seed and without quantiles. Where the
// run cannot go on there is no path, but the events up to there.
func (m *Model) Trace(seed uint64, run int) (*Path, []Event, error) {
	job := Job{Seed: seed, From: run, To: run + 1}
	if err := job.check(); err != nil {
		return nil, nil, err
	}
	e, b := m.newEngine(1), m.newBlock(1)
	e.tell = &teller{}
	if m.plan.lasts(0) && m.plan.hold.Apply(m.state) != m.state {
		e.tell.hold(e, m.state, m.plan.hold.Apply(m.state))
	}
	b.run, b.n = run, 1
	if err := e.fill(b, &job); err != nil {
		return nil, e.tell.events, err
	}
	p := &Path{}
	m.path(b, 0, p)
	return p, e.tell.events, nil
}

// teller takes down what happens in a run of one lane.
type teller struct {
	events []Event
	last   map[memory]bool // what was recalled a step before
}

// memory is an episode of one of the minds that an actor may have.
type memory struct{ actor, mind, episode int }

// tell adds an event of the present step.
func (t *teller) tell(e *engine, ev Event) {
	ev.Step, ev.Date = e.k, e.m.dates[e.k]
	t.events = append(t.events, ev)
}

// present is the state of the one lane.
func (e *engine) present() reckon.State { return e.flow.States()[0] }

// hold tells that a scenario set options.
func (t *teller) hold(e *engine, from, to reckon.State) {
	t.tell(e, Event{Kind: "hold", Actor: -1, Name: e.m.plan.name, From: from, To: to, P: 1})
}

// change tells that an actor has another mind.
func (t *teller) change(e *engine, c *turning) {
	s, ch := e.present(), &e.m.cast[c.actor][c.mind].Change
	t.tell(e, Event{Kind: "change", Actor: c.actor, Name: ch.Name, From: s, To: s, P: c.odds, Reads: e.reads(&ch.When, 0)})
}

// shock tells that a shock happened.
func (t *teller) shock(e *engine, s *striking, odds float64) {
	from := e.present()
	t.tell(e, Event{Kind: "shock", Actor: -1, Name: s.shock.Name, From: from, To: from, P: odds, Reads: e.read(&s.shock.When, s.expr)})
}

// struck completes the last event by what it led to.
func (t *teller) struck(to reckon.State) { t.events[len(t.events)-1].To = to }

// recall tells which episodes the present has begun to bring back, or has ceased to.
func (t *teller) recall(e *engine, page *mind.Page) {
	s, now := e.present(), map[memory]bool{}
	for a := range e.m.c.Actors {
		for i, x := range page.Recalls(nil, a, e.now) {
			one := memory{a, page.Now(a), i}
			if now[one] = x > 0; now[one] != t.last[one] {
				name := e.m.mindOf(page, a).Episodes[i].Name
				t.tell(e, Event{Kind: "recall", Actor: a, Name: name, From: s, To: s, P: x})
			}
		}
	}
	t.last = now
}

// decision tells what an actor chose and why, and which views that proves wrong.
func (t *teller) decision(e *engine, page *mind.Page, a int, s, to reckon.State, odds []float64) error {
	seen := odds
	if e.tilted {
		seen = tilted(e.m, page, odds, e.tilt)
	}
	m, err := page.Minds(seen)
	if err != nil {
		return err
	}
	ev := Event{Kind: "move", Actor: a, From: s, To: to}
	if to == s {
		ev.Kind = "stay"
	}
	move := reckon.Move{On: to &^ s, Off: s &^ to}
	choice := m.Choose(a, s, []reckon.Move{move, {}})
	ev.Worth, ev.Stay = choice.Value[0], choice.Value[1]
	for i, state := range e.choice.States {
		if state == to {
			ev.P = e.choice.P[i]
		}
	}
	for _, v := range m.Views(a) {
		if v.Odds > ev.Odds {
			ev.Odds, ev.View = v.Odds, v.Kinds
		}
	}
	ev.Reads = e.wants(a, page)
	t.tell(e, ev)
	if !e.m.plan.learning {
		t.falsified(e, m, a, s, to, move)
	}
	return nil
}

// falsified tells which views a move proves wrong.
func (t *teller) falsified(e *engine, m *mind.Minds, a int, s, to reckon.State, move reckon.Move) {
	for _, b := range m.Falsified(a, s, move) {
		t.tell(e, Event{Kind: "falsified", Actor: b.Viewer, Name: mistake(e.m.c, &b), From: s, To: to, P: b.Odds})
	}
}

// mistake says in what a viewer was proved wrong.
func mistake(c *reckon.Case, b *mind.Break) string {
	mover := c.Actors[b.Actor].Name
	if b.Kind != "" {
		mover += " as “" + b.Kind + "”"
	}
	switch {
	case b.Unaware != 0:
		return "did not know of " + optionNames(c, b.Unaware)
	case b.Unthought != 0:
		return fmt.Sprintf("thought that %s did not know of %s", mover, optionNames(c, b.Unthought))
	case b.Against != 0:
		return fmt.Sprintf("thought that %s could not change %s", mover, optionNames(c, b.Against))
	case b.Impossible:
		return "held what then was to be impossible"
	}
	return fmt.Sprintf("thought that %s would lose by it", mover)
}

// tilted returns the odds as recall tilts them: those of each belief sum to 1.
func tilted(m *Model, page *mind.Page, odds, tilt []float64) []float64 {
	seen := slices.Clone(odds)
	if tilt == nil {
		return seen
	}
	for a := range m.cast {
		own := m.mindOf(page, a)
		if own == nil {
			continue
		}
		for _, b := range own.Beliefs {
			at := page.Slot(a, m.c.Actor(b.About))
			if at < 0 {
				continue
			}
			total := 0.0
			for k := at; k < at+len(b.Kinds); k++ {
				total += float64(odds[k] * tilt[k])
			}
			for k := at; k < at+len(b.Kinds) && total > 0 && !math.IsInf(total, 1); k++ {
				seen[k] = odds[k] * tilt[k] / total
			}
		}
	}
	return seen
}

// mindOf is the mind that an actor has on a page, nil where none is stated for him.
func (m *Model) mindOf(page *mind.Page, actor int) *reckon.Mind {
	if k := page.Now(actor); k < len(m.cast[actor]) {
		return &m.cast[actor][k]
	}
	return nil
}

// wants lists the measures that the wants of an actor read, and their values.
func (e *engine) wants(actor int, page *mind.Page) []Read {
	own := e.m.mindOf(page, actor)
	if own == nil {
		return nil
	}
	var that []*reckon.Expr
	for i := range own.Wants {
		that = append(that, &own.Wants[i].That)
	}
	return e.read(that...)
}

// read lists what some expressions read in the one lane, each name once.
func (e *engine) read(list ...*reckon.Expr) []Read {
	var all []Read
	for _, x := range list {
		for _, r := range e.reads(x, 0) {
			if !slices.ContainsFunc(all, func(had Read) bool { return had.Name == r.Name }) {
				all = append(all, r)
			}
		}
	}
	return all
}
