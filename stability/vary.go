package stability

import (
	"slices"
	"strings"

	"reckon"
)

// With returns the conflict in which one actor has another mind and all else is
// as it was. The other actors' orders, and their fibres where SEQ has sorted
// them, are shared; tables of security are not. Of the mind only what orders the
// states is read. Cost: the actor's order, O(states × wants).
func (c *Conflict) With(actor int, m *reckon.Mind, measures func(name string) float64) (*Conflict, error) {
	if measures == nil {
		measures = unmeasured
	}
	v := *c
	v.tables, v.ahead = map[tableKey]lanes{}, nil
	v.players = slices.Clone(c.players)
	v.unknown = slices.DeleteFunc(slices.Clone(c.unknown), func(what string) bool {
		return strings.HasPrefix(what, m.Actor+": ")
	})
	p := &v.players[actor]
	p.fibres, p.temper = nil, m.Temper.Concept
	by, err := v.scaleOf(m, measures)
	if err != nil {
		return nil, err
	}
	p.order = v.orderBy(by)
	return &v, nil
}

// EachMove calls f on the states the actor can move to from s, ascending.
func (c *Conflict) EachMove(actor int, s reckon.State, f func(reckon.State)) {
	c.eachMove(actor, s, f)
}

// EachOrigin calls f on the feasible states from which the actor can move to s.
func (c *Conflict) EachOrigin(actor int, s reckon.State, f func(reckon.State)) {
	c.eachOrigin(actor, s, f)
}

// Out returns the feasible states to which the actor can move, in one step, from
// some other state of the source: the image of his moves R_i, as Into is the
// preimage. O(states/64 × own options).
func (c *Conflict) Out(actor int, source *Set) *Set {
	start := source.Clone().Keep(c.feasible)
	found := c.Nothing()
	back := c.players[actor] // the same options, walked the other way
	back.final, back.lost = back.lost, back.final
	back.preimage(start.words, found.words)
	return found.Keep(c.feasible)
}
