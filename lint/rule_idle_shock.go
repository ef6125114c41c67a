package lint

import (
	"fmt"

	"reckon"
)

func idleShock() Rule {
	return Rule{
		Name: "idle-shock",
		Why: `A shock that can never change anything is a slip: it names no option and no measure, its chance is 0, its condition
never holds, or the options it sets cannot be so together, and then it sets none.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			s := sightOf(c, nil)
			must := s.must()
			var found []reckon.Diagnostic
			for i := range c.Shocks {
				if why := harmless(&c.Shocks[i], must); why != "" {
					found = append(found, finding(reckon.Warning, c.Shocks[i].At, "This shock changes nothing", fmt.Sprintf(
						"Shock %q changes nothing: %s. Fix: say what it moves or which measure it changes, or take it out.", c.Shocks[i].Name, why)))
				}
			}
			return found
		},
	}
}

// harmless says why a shock can never change anything; "" where it can.
func harmless(s *reckon.Shock, must []reckon.Expr) string {
	changes := s.Moves != reckon.Move{}
	for i := range s.Effects {
		to := &s.Effects[i].To
		changes = changes || to.Op != "measure" || to.Name != s.Effects[i].Measure
	}
	asked := must
	if s.When.Op != "" {
		asked = together(must, []reckon.Expr{s.When})
	}
	switch {
	case !changes:
		return "it has no `moves` and no `effect` that differs from what is"
	case s.Rate.Op != "" && fixed(&s.Rate) == 0, s.Chance.Op != "" && fixed(&s.Chance) == 0:
		return "it never happens"
	}
	if _, can := possible(partial{}, asked); can == no {
		return "its `when` holds in no possible state"
	}
	after := partial{s.Moves.Touches(), s.Moves.On}
	if _, can := possible(after, must); can == no && len(s.Effects) == 0 {
		return "no possible state has the options as it sets them"
	}
	return ""
}
