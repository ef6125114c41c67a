package lint

import (
	"fmt"
	"math"

	"reckon"
)

func priorSum() Rule {
	return Rule{
		Name: "prior-sum",
		Why: `Priors say how much each reading was believed before the trial. They are shares of one belief, so they sum to 1. A
reading with prior 0 can never gain weight, whatever happens, and is better left out.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			sum := 0.0
			for i := range c.Readings {
				r := &c.Readings[i]
				sum += r.Prior
				if r.Prior <= 0 || math.IsNaN(r.Prior) {
					found = append(found, finding(reckon.Error, r.At, "A prior that nothing can change", fmt.Sprintf(
						"Reading %q has prior %v, and no evidence can raise that. Fix: give it a prior above 0, or take the reading out.",
						r.Name, r.Prior)))
				}
			}
			if len(found) == 0 && len(c.Readings) > 0 && math.Abs(sum-1) > 1e-6 {
				found = append(found, finding(reckon.Error, c.Readings[0].At, "The priors do not sum to 1", fmt.Sprintf(
					"The priors of the %s sum to %.3g. They are shares of one belief. "+
						"Fix: change them so that they sum to 1, or leave all of them out, which makes them equal.",
					count(len(c.Readings), "reading", "readings"), sum)))
			}
			return found
		},
	}
}
