package lint

import (
	"fmt"
	"strings"

	"reckon"
)

func unexplainedOmission() Rule {
	return Rule{
		Name: "unexplained-omission",
		Why: `A choice with weight 0 is kept out of every score. Whoever may leave choices out silently can make any reading
win, so each one says in its note why.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			for _, e := range c.Record {
				if e.Choice && e.Weight == 0 && strings.TrimSpace(e.Note) == "" {
					found = append(found, finding(reckon.Error, e.At, "A choice left out without a reason", fmt.Sprintf(
						"Row %q (%s) is a choice with weight 0, so no reading is tested on it, and its note is empty. "+
							"Fix: say in `note` why it is left out, or give it a weight.", e.ID, e.Date)))
				}
			}
			return found
		},
	}
}
