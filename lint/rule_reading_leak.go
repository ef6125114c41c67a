package lint

import (
	"fmt"

	"reckon"
)

func readingLeak() Rule {
	return Rule{
		Name: "reading-leak",
		Why: `A reading is tested on choices after its own date, as a forecast. A want or belief that rests on something published later was
written with more knowledge than the reading had, and the test would count hindsight as foresight.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			for i := range c.Readings {
				r := &c.Readings[i]
				for _, st := range mindStatements(r.Minds, inReading(r)) {
					for _, cite := range st.cites {
						s := c.Source(cite.Source)
						if s == nil || r.Dated == 0 || s.Date == 0 || cite.Source == r.Source || earliest(s) <= r.Dated {
							continue
						}
						found = append(found, finding(reckon.Warning, cite.At, "This source is later than the reading", fmt.Sprintf(
							"Reading %q is dated %s, but %s rests on %q, published %s. The trial would take hindsight for foresight. "+
								"Fix: cite what was known then, or date the reading by its latest source.",
							r.Name, r.Dated, st.what, s.Key, s.Date)))
					}
				}
			}
			return found
		},
	}
}
