package sim

import (
	"math"

	"reckon/mind"
)

// pending reports whether any change of mind may be due at a step.
func (l *layout) pending(k int) bool {
	for i := range l.dated {
		if l.dated[i].step == k {
			return true
		}
	}
	return len(l.turnOf) > 0
}

// change gives the actors of a lane the minds that are due.
func (e *engine) change(lane int, page *mind.Page, odds []float64) (*mind.Page, error) {
	if !e.due {
		return page, nil
	}
	l := &e.m.layout
	var err error
	for a := range e.m.c.Actors {
		for i := range l.dated {
			if d := &l.dated[i]; d.step == e.k && d.actor == a {
				if page, err = e.turn(lane, page, odds, drawChange, int(d.day), d.changes); err != nil {
					return nil, err
				}
			}
		}
		if met := e.met(lane, a); met != nil {
			if page, err = e.turn(lane, page, odds, drawTurn, e.k, met); err != nil {
				return nil, err
			}
		}
	}
	return page, nil
}

// met lists the changes of an actor whose condition holds for the first time.
func (e *engine) met(lane, actor int) []turning {
	turns := e.m.layout.turnOf
	words := (len(turns) + 63) / 64
	spent := e.spent[lane*words:][:words]
	var list []turning
	for i := range turns {
		if turns[i].actor == actor && spent[i/64]>>(i%64)&1 == 0 && e.turnFacts[i][lane] != 0 {
			spent[i/64] |= 1 << (i % 64)
			list = append(list, turns[i])
		}
	}
	return list
}

// turn draws which of some changes that exclude each other happens, if any.
func (e *engine) turn(lane int, page *mind.Page, odds []float64, purpose uint32, step int, changes []turning) (*mind.Page, error) {
	actor := changes[0].actor
	key := e.key(purpose, e.m.layout.actors[actor], step)
	key.Run += uint64(lane)
	u, sum := key.Uniform(), 0.0
	for i := range changes {
		before := sum
		sum += changes[i].odds
		if u < before || u >= sum || changes[i].cut {
			continue
		}
		if e.tell != nil {
			e.tell.change(e, &changes[i])
		}
		return page.Turn(actor, changes[i].mind, odds)
	}
	return page, nil
}

// exact adds the measures of a lane that stand beside options in a want.
func (e *engine) exact(lane int, facts []uint64) []uint64 {
	for _, name := range e.m.layout.exact {
		facts = append(facts, math.Float64bits(e.value(name)[lane]))
	}
	return facts
}
