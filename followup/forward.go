package followup

import (
	"slices"

	"reckon"
	"reckon/stability"
)

// Holds re-checks an answer forward: it compiles the case anew with these minds,
// such as Apply returns, and reports whether the state is stable for the actors,
// for everyone when none is named, each in views that carry at least half of his
// odds. It shares nothing with the searches of this package. The error is that of
// stability.Compile. Cost: one compile and one solve a view.
func (s *Study) Holds(minds []reckon.Mind, concept reckon.Concept, x reckon.State, actors ...int) (bool, error) {
	if len(actors) == 0 {
		actors = s.everyone()
	}
	for _, i := range actors {
		share, err := s.forward(slices.Clone(minds), i, 0, concept, x)
		if err != nil || share < half {
			return false, err
		}
	}
	return true, nil
}

// forward returns the odds of an actor's views in which x is stable for him;
// beliefs from one on are still to be put in the place of the others' minds.
func (s *Study) forward(minds []reckon.Mind, actor, from int, concept reckon.Concept, x reckon.State) (float64, error) {
	beliefs := minds[actor].Beliefs
	for b := from; b < len(beliefs); b++ {
		about := s.Case.Actor(beliefs[b].About)
		earlier := slices.ContainsFunc(beliefs[:b], func(o reckon.Belief) bool { return o.About == beliefs[b].About && len(o.Kinds) > 0 })
		if about < 0 || about == actor || earlier || len(beliefs[b].Kinds) == 0 {
			continue
		}
		total, share, alike := 0.0, 0.0, 0.0
		for _, kind := range beliefs[b].Kinds {
			view := slices.Clone(minds)
			if !silent(&kind) {
				view[about] = reckon.Mind{Actor: beliefs[b].About, Wants: kind.Wants, Order: kind.Order}
			}
			part, err := s.forward(view, actor, b+1, concept, x)
			if err != nil {
				return 0, err
			}
			total += kind.Odds
			share += kind.Odds * part
			alike += part
		}
		if total == 0 { // nobody stated odds
			return alike / float64(len(beliefs[b].Kinds)), nil
		}
		return share / total, nil
	}
	g, err := stability.Compile(s.Case, minds, s.measures)
	if err != nil {
		return 0, err
	}
	if g.Stable(actor, concept).Has(x) {
		return 1, nil
	}
	return 0, nil
}
