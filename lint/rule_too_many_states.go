package lint

import (
	"fmt"

	"reckon"
	"reckon/stability"
)

func tooManyStates() Rule {
	return Rule{
		Name: "too-many-states",
		Why: fmt.Sprintf(`Each option doubles the number of states. States are listed for at most %d options. For a larger
case reckon solve decides one state at a time without listing; it cannot be tried or briefed.`, stability.MaxOptions),
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			n := len(c.Options)
			if n <= stability.MaxOptions {
				return nil
			}
			first := c.Options[stability.MaxOptions]
			return []reckon.Diagnostic{finding(reckon.Warning, first.At,
				fmt.Sprintf("%d options are too many to list their states", n),
				fmt.Sprintf("They make 2^%d states; the states of at most %d options are listed, and %q is the first beyond. reckon solve still decides one state at a time; trial and brief need the list. "+
					"Fix: drop options that no want and no choice needs, or split the case.", n, stability.MaxOptions, first.Name))}
		},
	}
}
