package mind

import (
	"slices"

	"reckon"
)

// maxDepth is how many actors deep views are nested: what he thinks that another
// thinks of a third.
const maxDepth = 3

// setting is a world, and whether it may differ from the world as it is.
type setting struct {
	reckon.Setting
	other bool
}

// through returns the world as a view nested in this one shows it: a copy with
// the overrides applied in order.
func (w setting) through(v reckon.View) setting {
	w.Rules, w.other = slices.Clone(w.Rules), w.other || len(v.Overrides) > 0
	for i := range v.Overrides {
		w.Add(&v.Overrides[i])
	}
	return w
}

// bounded returns the world with some options held to what their owner is
// thought to be able to do: those he does not know stay as they are, the others
// move no way that either world closes.
func (w setting) bounded(own reckon.State, owner setting) setting {
	final, lost := own&(owner.Final|owner.Hidden), own&(owner.Lost|owner.Hidden)
	w.other = w.other || final&^w.Final|lost&^w.Lost != 0
	w.Final, w.Lost = w.Final|final, w.Lost|lost
	return w
}

// sees projects a state into the view: what does not exist there is off.
func (w setting) sees(s reckon.State) reckon.State { return s &^ w.Hidden }

// against returns the options changed between two states a way that is closed.
func (w setting) against(from, to reckon.State) reckon.State {
	return from&^to&w.Final | to&^from&w.Lost
}

// in returns the case in this world, the case itself if nothing differs. A
// hidden option becomes a rule that it is never on, so that states keep their
// numbers in every view.
func (w setting) in(c *reckon.Case) *reckon.Case {
	if !w.other {
		return c
	}
	other := *c
	other.Options = slices.Clone(c.Options)
	other.Impossible = make([]reckon.Impossible, len(w.Rules))
	for i, rule := range w.Rules {
		other.Impossible[i] = *rule
	}
	for k := range other.Options {
		o := &other.Options[k]
		o.Final, o.Lost = w.Final.Has(k), w.Lost.Has(k)
		if w.Hidden.Has(k) {
			other.Impossible = append(other.Impossible, reckon.Impossible{
				Name: o.Name + " does not exist for him", When: reckon.Expr{Op: "option", Option: k},
			})
		}
	}
	return &other
}
