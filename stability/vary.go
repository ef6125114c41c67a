package stability

import (
	"maps"
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

// Copy returns the same conflict for another goroutine, with the tables that have been
// kept so far.
func (c *Conflict) Copy() *Conflict {
	v := *c
	v.tables, v.ahead = maps.Clone(c.tables), nil
	v.players = slices.Clone(c.players)
	return &v
}
