package lint

import (
	"fmt"

	"reckon"
)

func againstIrreversible() Rule {
	return Rule{
		Name: "against-irreversible",
		Why: `An option with reversible = false stays on once taken, and one with resumable = false stays off once dropped. A
record row that says otherwise contradicts the case: one of the two is wrong.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			states := replay(c)
			for i, e := range c.Record {
				if k := undone(c, states[i], states[i+1]); k >= 0 {
					found = append(found, finding(reckon.Error, e.At, "The record undoes what cannot be undone", fmt.Sprintf(
						"Row %q (%s, %s) %s. Fix: mend the row, or the option (%s).",
						e.ID, e.Date, e.Took.Text(c), against(c, states[i], k), c.Options[k].At)))
				}
			}
			return found
		},
	}
}

// undone returns an option that the step moves against its direction, or -1.
func undone(c *reckon.Case, before, after reckon.State) int {
	for k, o := range c.Options {
		if (before ^ after).Has(k) && (o.Final && before.Has(k) || o.Lost && !before.Has(k)) {
			return k
		}
	}
	return -1
}

// against says how a step offends option k.
func against(c *reckon.Case, before reckon.State, k int) string {
	if before.Has(k) {
		return fmt.Sprintf("drops %s, which is `reversible = false` and was on", c.Options[k].Name)
	}
	return fmt.Sprintf("takes up %s, which is `resumable = false` and was off", c.Options[k].Name)
}
