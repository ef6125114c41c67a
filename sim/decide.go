package sim

import (
	"reckon"
	"reckon/mind"
)

// look works out, for all lanes, what minds and changes of mind read at this step,
// and makes the draws of the actors.
func (e *engine) look() {
	m, l := e.m, &e.m.layout
	e.factual, e.turnFacts, e.featured = e.flow.Eval(l.conditions), e.flow.Eval(l.turns), e.flow.Eval(l.features)
	e.choice.Locked, e.choice.Shut = e.locked(), m.plan.never
	e.due, e.line = l.pending(e.k), e.line[:0]
	for a := range m.c.Actors {
		if e.order[a] == nil {
			continue
		}
		e.line = append(e.line, a)
		e.key(drawMove, l.actors[a], e.k).Fill(e.move[a])
		if m.c.Order != "stated" {
			e.key(drawOrder, l.actors[a], e.k).Fill(e.order[a])
		}
		if paceOf(&m.c.Actors[a]) < 1 {
			e.key(drawPace, l.actors[a], e.k).Fill(e.pace[a])
		}
	}
}

// think lets the actors of one lane change their minds, remember and decide.
func (e *engine) think(lane int) error {
	odds := e.odds[lane*e.width:][:e.width]
	page, err := e.change(lane, e.pages[lane], odds)
	if err != nil {
		return err
	}
	if page, err = e.under(lane, page); err != nil {
		return err
	}
	e.recall(lane, page)
	if e.m.c.Order != "stated" {
		e.sort(lane)
	}
	states := e.flow.States()
	for _, a := range e.line {
		if page, err = e.decide(lane, a, page, odds, &states[lane]); err != nil {
			return err
		}
	}
	e.pages[lane] = page
	return nil
}

// sort brings the actors into the order of their draws; ties by file order.
func (e *engine) sort(lane int) {
	line := e.line
	for i := 1; i < len(line); i++ {
		for j := i; j > 0; j-- {
			a, b := line[j-1], line[j]
			ua, ub := e.order[a][lane], e.order[b][lane]
			if ua < ub || ua == ub && a < b {
				break
			}
			line[j-1], line[j] = b, a
		}
	}
}

// under finds the page for what the measures of a lane say to the wants.
func (e *engine) under(lane int, page *mind.Page) (*mind.Page, error) {
	e.facts = e.facts[:0]
	for i := range e.factual {
		if i%64 == 0 {
			e.facts = append(e.facts, 0)
		}
		if e.factual[i][lane] != 0 {
			e.facts[i/64] |= 1 << (i % 64)
		}
	}
	e.facts = e.exact(lane, e.facts)
	return page.Under(e.facts)
}

// recall finds what the present of a lane brings back to whom.
func (e *engine) recall(lane int, page *mind.Page) {
	e.tilted = false
	if e.m.plan.memory || len(e.featured) == 0 {
		return
	}
	for i := range e.featured {
		e.now[i] = e.featured[i][lane]
	}
	e.tilted = page.Recall(e.tilt, e.now)
	if e.tell != nil {
		e.tell.recall(e, page)
	}
}

// tilting is what recall makes of the odds, nil for nothing.
func (e *engine) tilting() []float64 {
	if e.tilted {
		return e.tilt
	}
	return nil
}

// decide lets one actor consider his moves, and the others learn from what he does.
func (e *engine) decide(lane, a int, page *mind.Page, odds []float64, state *reckon.State) (*mind.Page, error) {
	s, actor := *state, &e.m.c.Actors[a]
	to := s
	pace := paceOf(actor)
	if !e.m.plan.still[a] && (pace >= 1 || e.pace[a][lane] < pace) {
		page.Choose(&e.choice, a, s, odds, e.tilting())
		to = e.choice.Pick(e.move[a][lane])
		if e.tell != nil {
			if err := e.tell.decision(e, page, a, s, to, odds); err != nil {
				return nil, err
			}
		}
	}
	*state = to
	if e.m.plan.learning {
		return page, nil
	}
	page.Learn(&e.choice, a, s, to, odds, e.tilting())
	return page.After(s, to)
}

// paceOf is the chance that an actor considers his moves in a step.
func paceOf(a *reckon.Actor) float64 {
	if a.Pace == 0 {
		return 1
	}
	return a.Pace
}
