package lint

import (
	"fmt"

	"reckon"
)

func laterRows() Rule {
	return Rule{
		Name: "later-rows",
		Why: `Record rows dated after the as-of date are the answers. They are legal, since a trial scores readings on them,
but nothing else reads them: today's state, the stability analysis and every forecast stop at the as-of date. The note says
how many there are, so that nobody takes them for part of the evidence.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			n, first := 0, 0
			for i, e := range c.Record {
				if c.AsOf != 0 && e.Date > c.AsOf {
					if n == 0 {
						first = i
					}
					n++
				}
			}
			if n == 0 {
				return nil
			}
			return []reckon.Diagnostic{finding(reckon.Note, c.Record[first].At,
				fmt.Sprintf("%s later than the as-of date", count(n, "record row is", "record rows are")),
				fmt.Sprintf("From %q (%s) on, the record is later than %s. Only a trial reads these rows, and it says so. "+
					"Nothing to mend.", c.Record[first].ID, c.Record[first].Date, c.AsOf))}
		},
	}
}
