package lint

import (
	"fmt"

	"reckon"
)

func rowsBeforeStart() Rule {
	return Rule{
		Name: "rows-before-start",
		Why: `The record is replayed from the day ` + "`from`" + ` on; what held before is said by the options that are ` + "`on`" + ` at the start.
The moves of a row dated earlier therefore change nothing. Often a year is mistyped, and the state is wrong from then on.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var early []place
			var first reckon.Range
			for _, e := range c.Record {
				if c.From == 0 || e.Date >= c.From || e.Took.Touches() == 0 {
					continue
				}
				if early = append(early, place{fmt.Sprintf("%q of %s, %s", e.ID, e.Date, e.Took.Text(c)), e.At}); len(early) == 1 {
					first = e.At
				}
			}
			if early == nil {
				return nil
			}
			return []reckon.Diagnostic{finding(reckon.Warning, first,
				fmt.Sprintf("The moves of %s are not used", count(len(early), "record row", "record rows")),
				fmt.Sprintf("The clock of the case starts on %s, and earlier moves change nothing: %s. Fix: mend the year if it is mistyped; "+
					"set `from` earlier; or leave `took` empty and set `on = true` for what was in force at the start.",
					c.From, few(early)))}
		},
	}
}
