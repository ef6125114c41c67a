package lint

import (
	"fmt"

	"reckon"
)

func viewChangesNothing() Rule {
	return Rule{
		Name: "view-changes-nothing",
		Why: `A view says where the conflict in an actor's eyes differs from the conflict around it: from the conflict as it is, or, in a
kind, from what the believer sees. What it restates changes nothing. Mostly something else was meant, or the statement belongs
one level up or down; and a belief that he sees what is there is no news to a reader.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			for _, h := range holdings(c) {
				s := sightOf(c, h.around)
				for i := range h.view.Overrides {
					o := &h.view.Overrides[i]
					if why := idle(&s, o); why != "" {
						found = append(found, finding(reckon.Warning, o.At, "This changes nothing in his eyes", fmt.Sprintf(
							"%s in the view of %s restates what it is nested in: %s. Fix: take it out, or state what differs.", capital(said(c, o)), h.who(), why)))
					}
					s.add(o)
				}
			}
			return found
		},
	}
}

// idle says why an override changes nothing of what is seen, or "".
func idle(s *sight, o *reckon.Override) string {
	if o.Impossible != nil {
		if _, can := possible(s.start(), together(s.must(), []reckon.Expr{o.Impossible.When})); can == no {
			return "no state that is possible there is among those it excludes"
		}
		return ""
	}
	if o.Possible != "" || o.Option < 0 {
		return "" // lang refuses a rule that is not there
	}
	hidden := s.Hidden.Has(o.Option)
	switch {
	case o.Aware && !hidden:
		return "the option is known there"
	case o.Unaware && hidden:
		return "the option is unknown there already"
	case o.Directed && hidden:
		return "the option is unknown there"
	case o.Directed && o.Final == s.Final.Has(o.Option) && o.Lost == s.Lost.Has(o.Option):
		return "the option has the same directions there"
	}
	return ""
}
