package lint

import (
	"fmt"
	"strconv"

	"reckon"
)

func impossibleChance() Rule {
	return Rule{
		Name: "impossible-chance",
		Why: `A chance runs from 0 to 1, and a rate from 0. Where one is stated as a number outside, no run can draw it. (One that hangs on
measures is held within its bounds in a run.)`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			add := func(s *reckon.Shock, e *reckon.Expr, what string) {
				found = append(found, finding(reckon.Error, e.At, fmt.Sprintf("A %s of %s", what, strconv.FormatFloat(fixed(e), 'g', -1, 64)), fmt.Sprintf(
					"Shock %q cannot happen so often: a chance is a number from 0 to 1, and a rate at least 0. "+
						"Fix: write 65%% as `0.65`, or state how often it is expected in a time, as `rate` and `per`.", s.Name)))
			}
			for i := range c.Shocks {
				s := &c.Shocks[i]
				if s.Chance.Op != "" && (fixed(&s.Chance) > 1 || fixed(&s.Chance) < 0) {
					add(s, &s.Chance, "chance")
				}
				if s.Rate.Op != "" && fixed(&s.Rate) < 0 {
					add(s, &s.Rate, "rate")
				}
			}
			return found
		},
	}
}
