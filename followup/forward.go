package followup

import (
	"fmt"
	"slices"

	"reckon"
	"reckon/stability"
)

// Holds re-checks an answer forward: it compiles the case anew with these minds,
// such as Apply returns, and reports whether the state is stable for the actors,
// for everyone when none is named, each in views that carry at least half of his
// odds. It shares nothing with the searches of this package. The error is that of
// stability.Compile, or says that one of the actors has a view, or takes another
// for a kind that has one, which differs in more than what others want. What he
// thinks that others believe decides nothing for him. Cost: one compile and one
// solve a view.
func (s *Study) Holds(minds []reckon.Mind, concept reckon.Concept, x reckon.State, actors ...int) (bool, error) {
	if len(actors) == 0 {
		actors = s.everyone()
	}
	if err := s.plain(minds, actors); err != nil {
		return false, err
	}
	for _, i := range actors {
		share, err := s.forward(slices.Clone(minds), i, 0, concept, x)
		if err != nil || share < half {
			return false, err
		}
	}
	return true, nil
}

// plain returns an error where one of the actors does not see the conflict as it
// is, or takes another for a kind that does not, but for what others want.
func (s *Study) plain(minds []reckon.Mind, actors []int) error {
	for _, i := range actors {
		differs := len(minds[i].View.Overrides) > 0
		for _, b := range minds[i].Beliefs {
			differs = differs || slices.ContainsFunc(b.Kinds, func(k reckon.Kind) bool { return len(k.View.Overrides) > 0 })
		}
		if differs {
			return fmt.Errorf("what would have to be true is searched only where actors differ in what they take each other to want; "+
				"in the eyes of %s options, directions or impossible states differ, too. Ask about the conflict as that actor sees it: --view %s",
				s.actor(i), s.Case.Actors[i].Name)
		}
	}
	return nil
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
