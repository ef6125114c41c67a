package mind

import (
	"slices"

	"reckon"
)

// maxDepth is how many actors deep views are nested: what he thinks that another
// thinks of a third.
const maxDepth = 3

// setting is what there is and what can be done, in one view: the conflict less
// what the actors want.
type setting struct {
	hidden      reckon.State // options that do not exist in it
	final, lost reckon.State // the directions of the options
	rules       []reckon.Impossible
	other       bool // may differ from the world as it is
}

// settingOf is the world as it is.
func settingOf(c *reckon.Case) setting {
	final, lost := c.Directions()
	return setting{final: final, lost: lost, rules: c.Impossible}
}

func (w *setting) direct(option int, final, lost bool) {
	bit := reckon.State(1) << option
	w.final, w.lost = w.final&^bit, w.lost&^bit
	if final {
		w.final |= bit
	}
	if lost {
		w.lost |= bit
	}
}

// through returns the world as a view nested in this one shows it: a copy with
// the overrides applied in order.
func (w setting) through(v reckon.View) setting {
	w.rules, w.other = slices.Clone(w.rules), w.other || len(v.Overrides) > 0
	for i := range v.Overrides {
		o := &v.Overrides[i]
		bit := reckon.State(1) << o.Option
		switch {
		case o.Impossible != nil:
			w.rules = append(w.rules, *o.Impossible)
		case o.Possible != "":
			w.rules = slices.DeleteFunc(w.rules, func(r reckon.Impossible) bool { return r.Name == o.Possible })
		case o.Unaware:
			w.hidden |= bit
		case o.Aware:
			w.hidden &^= bit
		case o.Directed:
			w.direct(o.Option, o.Final, o.Lost)
		}
	}
	return w
}

// bounded returns the world with some options held to what their owner is
// thought to be able to do: those he does not know stay as they are, the others
// move no way that either world closes.
func (w setting) bounded(own reckon.State, owner setting) setting {
	final, lost := own&(owner.final|owner.hidden), own&(owner.lost|owner.hidden)
	w.other = w.other || final&^w.final|lost&^w.lost != 0
	w.final, w.lost = w.final|final, w.lost|lost
	return w
}

// sees projects a state into the view: what does not exist there is off.
func (w setting) sees(s reckon.State) reckon.State { return s &^ w.hidden }

// against returns the options changed between two states a way that is closed.
func (w setting) against(from, to reckon.State) reckon.State {
	return from&^to&w.final | to&^from&w.lost
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
	other.Impossible = slices.Clone(w.rules)
	for k := range other.Options {
		o := &other.Options[k]
		o.Final, o.Lost = w.final.Has(k), w.lost.Has(k)
		if w.hidden.Has(k) {
			other.Impossible = append(other.Impossible, reckon.Impossible{
				Name: o.Name + " does not exist for him", When: reckon.Expr{Op: "option", Option: k},
			})
		}
	}
	return &other
}

// blind returns an expression as it reads where some options do not exist.
func blind(e reckon.Expr, hidden reckon.State) reckon.Expr {
	if e.Op == "option" && hidden.Has(e.Option) {
		return reckon.Expr{Op: "no"}
	}
	e.Args = slices.Clone(e.Args)
	for i := range e.Args {
		e.Args[i] = blind(e.Args[i], hidden)
	}
	return e
}
