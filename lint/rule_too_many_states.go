package lint

import (
	"fmt"

	"reckon"
	"reckon/stability"
)

func tooManyStates() Rule {
	return Rule{
		Name: "too-many-states",
		Why: fmt.Sprintf(`Each option doubles the number of states. This version lists the states of at most %d options; a
larger case loads, formats and checks, but cannot be solved or tried.`, stability.MaxOptions),
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			n := len(c.Options)
			if n <= stability.MaxOptions {
				return nil
			}
			first := c.Options[stability.MaxOptions]
			return []reckon.Diagnostic{finding(reckon.Warning, first.At,
				fmt.Sprintf("%d options are too many to solve", n),
				fmt.Sprintf("They make 2^%d states, and this version lists the states of at most %d options; %q is the first beyond. "+
					"Fix: drop options that no want and no choice needs, or split the case.", n, stability.MaxOptions, first.Name))}
		},
	}
}
