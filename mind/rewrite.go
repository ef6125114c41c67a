package mind

import (
	"slices"

	"reckon"
)

// rewritten returns the case and all minds with conditions replaced by what the
// facts say; the same ones when no measure is read.
func (t *terms) rewritten(m *Minds, facts []uint64) (*reckon.Case, [][]reckon.Mind) {
	if len(facts) == 0 {
		return m.c, m.cast
	}
	c, cast := *m.c, make([][]reckon.Mind, len(m.cast))
	c.Impossible = slices.Clone(c.Impossible)
	for i := range c.Impossible {
		c.Impossible[i].When = t.under(c.Impossible[i].When, facts)
	}
	for i := range cast {
		cast[i] = slices.Clone(m.cast[i])
		for k := range cast[i] {
			own := &cast[i][k]
			own.Wants, own.View = t.wants(own.Wants, facts), t.view(own.View, facts)
			own.Beliefs = t.beliefs(own.Beliefs, facts)
		}
	}
	return &c, cast
}

func (t *terms) wants(wants []reckon.Want, facts []uint64) []reckon.Want {
	wants = slices.Clone(wants)
	for i := range wants {
		wants[i].That = t.under(wants[i].That, facts)
	}
	return wants
}

func (t *terms) view(v reckon.View, facts []uint64) reckon.View {
	v.Overrides = slices.Clone(v.Overrides)
	for i := range v.Overrides {
		if o := &v.Overrides[i]; o.Impossible != nil {
			rule := *o.Impossible
			rule.When = t.under(rule.When, facts)
			o.Impossible = &rule
		}
	}
	return v
}

func (t *terms) beliefs(beliefs []reckon.Belief, facts []uint64) []reckon.Belief {
	beliefs = slices.Clone(beliefs)
	for i := range beliefs {
		beliefs[i].Kinds = slices.Clone(beliefs[i].Kinds)
		for k := range beliefs[i].Kinds {
			kind := &beliefs[i].Kinds[k]
			kind.Wants, kind.View = t.wants(kind.Wants, facts), t.view(kind.View, facts)
			kind.Beliefs = t.beliefs(kind.Beliefs, facts)
		}
	}
	return beliefs
}
