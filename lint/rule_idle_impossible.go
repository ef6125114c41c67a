package lint

import (
	"fmt"

	"reckon"
)

func idleImpossible() Rule {
	return Rule{
		Name: "idle-impossible",
		Why: `A rule that excludes nothing is harmless, but somebody meant to exclude something. Either its condition can never
hold, or the rules above it already exclude every state in which it does.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			is := sightOf(c, nil)
			if !is.somewhere() {
				return nil
			}
			must := is.must()
			var found []reckon.Diagnostic
			for i, r := range c.Impossible {
				if r.When.Op == "" {
					continue
				}
				why := ""
				if _, can := possible(partial{}, []reckon.Expr{r.When}); can == no {
					why = "its condition can never hold"
				} else if _, can := possible(partial{}, together(must[:i], []reckon.Expr{r.When})); can == no {
					why = "the rules above it already exclude every state in which it holds"
				}
				if why != "" {
					found = append(found, finding(reckon.Warning, r.At, "This rule excludes nothing", fmt.Sprintf(
						"Impossible %q excludes no state: %s. Fix: check `when`, or take the rule out.", r.Name, why)))
				}
			}
			return found
		},
	}
}
