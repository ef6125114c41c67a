package lint

import (
	"fmt"

	"reckon"
)

func readingAfterAsOf() Rule {
	return Rule{
		Name: "reading-after-as-of",
		Why: `A reading dated after the as-of date was written by someone who had seen what the case must not know. It can be
neither compared fairly with the others nor used for a forecast. In a case that is frozen before its clock starts, as-of-leak
counts these readings too.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			if frozenEarly(c) {
				return nil
			}
			return lateDates(c)
		},
	}
}

// lateDates finds readings dated after the as-of date.
func lateDates(c *reckon.Case) []reckon.Diagnostic {
	var found []reckon.Diagnostic
	for i := range c.Readings {
		r := &c.Readings[i]
		if c.AsOf == 0 || r.Dated <= c.AsOf {
			continue
		}
		found = append(found, finding(reckon.Error, r.At, "This reading is from the future", fmt.Sprintf(
			"Reading %q is dated %s, but the case is frozen at %s: its author knew more than the case may. "+
				"Fix: leave the reading out, or move `as_of` to %s or later.", r.Name, r.Dated, c.AsOf, r.Dated)))
	}
	return found
}
