package trial

import (
	"fmt"

	"reckon"
	"reckon/stability"
)

// hearing is one choice of the record as readings are asked about it.
type hearing struct {
	row     int // index in Case.Record
	event   *reckon.Event
	actor   int
	state   reckon.State  // just before the choice
	moves   []reckon.Move // distinct and possible, what he did first; nil when skipped
	merged  []string      // listed moves that are not in moves, and why
	skipped string        // why nobody is scored
}

// docket lists every choice of the record. base gives the conflict on a day, to
// tell which moves the case's own rules allow; it is asked only about choices of
// actors whose mind some reading states.
func docket(c *reckon.Case, base func(reckon.Date) (*stability.Conflict, error)) ([]hearing, error) {
	list := []hearing{}
	for row := range c.Record {
		e := &c.Record[row]
		if !e.Choice {
			continue
		}
		h := hearing{row: row, event: e, actor: c.Actor(e.Actor), state: c.StateBefore(row)}
		if h.skipped = unfit(c, e); h.skipped == "" {
			rules, err := base(e.Date)
			if err != nil {
				return nil, err
			}
			h.open(c, rules)
		}
		list = append(list, h)
	}
	return list, nil
}

// unfit says why a choice cannot be put to anyone, as far as its row alone tells.
func unfit(c *reckon.Case, e *reckon.Event) string {
	switch {
	case e.Weight <= 0 && e.Note != "":
		return "left out by the author of the case: " + e.Note
	case e.Weight <= 0:
		return "left out by the author of the case, without a reason"
	case c.Actor(e.Actor) < 0:
		return "its actor is not in the case"
	case !stated(c, e.Actor):
		return "no reading states a mind of " + e.Actor
	case e.Date < c.From:
		return "before the case's clock starts, so the state at the time is not known"
	}
	return ""
}

// stated reports whether some reading states a mind of the actor.
func stated(c *reckon.Case, actor string) bool {
	for i := range c.Readings {
		if states(&c.Readings[i], actor) {
			return true
		}
	}
	return false
}

// states reports whether the reading itself states a mind of the actor.
func states(r *reckon.Reading, actor string) bool {
	for i := range r.Minds {
		if r.Minds[i].Actor == actor {
			return true
		}
	}
	return false
}

// open lists the distinct moves that the rules of the case allow.
func (h *hearing) open(c *reckon.Case, rules *stability.Conflict) {
	can := func(to reckon.State) bool {
		return to == h.state || rules.States().Has(to) && rules.Can(h.actor, h.state, to)
	}
	switch {
	case !rules.States().Has(h.state):
		h.skipped = "the state before it is one that the case calls impossible"
		return
	case !can(h.event.Took.Apply(h.state)):
		h.skipped = "what he did is a move that the case calls impossible"
		return
	}
	h.moves = []reckon.Move{h.event.Took}
	for _, move := range h.event.Instead {
		to := move.Apply(h.state)
		switch twin := h.leading(to); {
		case twin >= 0:
			h.merged = append(h.merged, fmt.Sprintf("%s leads to the same state as %s", move.Text(c), h.moves[twin].Text(c)))
		case !can(to):
			h.merged = append(h.merged, move.Text(c)+" is a move that the case calls impossible")
		default:
			h.moves = append(h.moves, move)
		}
	}
	if len(h.moves) < 2 {
		h.moves, h.skipped = nil, "nothing that he could have done instead differs from what he did"
	}
}

// leading returns the index of the move that leads to a state, or -1.
func (h *hearing) leading(to reckon.State) int {
	for i, move := range h.moves {
		if move.Apply(h.state) == to {
			return i
		}
	}
	return -1
}

// touches returns the options that the choice was about: all that any of the
// listed moves sets.
func touches(e *reckon.Event) reckon.State {
	s := e.Took.Touches()
	for _, move := range e.Instead {
		s |= move.Touches()
	}
	return s
}

// even is the distribution of one who knows nothing.
func (h *hearing) even() []float64 {
	p := make([]float64, len(h.moves))
	for i := range p {
		p[i] = 1 / float64(len(p))
	}
	return p
}
