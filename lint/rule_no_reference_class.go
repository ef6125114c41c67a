package lint

import (
	"fmt"

	"reckon"
)

func noReferenceClass() Rule {
	return Rule{
		Name: "no-reference-class",
		Why: `How often things like the one in question have happened is the first thing to know about it, and it often forecasts better
than any model. A question with a reference class shows that share beside the model's number; without one the number stands alone.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var bare []place
			for _, q := range c.Questions {
				if len(q.Classes) == 0 {
					bare = append(bare, place{fmt.Sprintf("%q", q.Name), q.At})
				}
			}
			if bare == nil {
				return nil
			}
			return []reckon.Diagnostic{finding(reckon.Note, bare[0].at,
				fmt.Sprintf("%s without a reference class", count(len(bare), "question is", "questions are")),
				few(bare)+". Fix: add `reference \"who counts what\" { hits = … of = … }` with its source; two that disagree are better than one.")}
		},
	}
}
