package lint

import (
	"fmt"

	"reckon"
)

func untestableReading() Rule {
	return Rule{
		Name: "untestable-reading",
		Why: `A trial tests a reading on choices made after the reading was written, never on what its author had already seen.
Without a date there is no such line, and without a source nobody can check that the model says what its author says.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			for i := range c.Readings {
				r := &c.Readings[i]
				if r.Dated == 0 {
					found = append(found, finding(reckon.Warning, r.At, "The reading has no date", fmt.Sprintf(
						"Reading %q has neither `dated` nor a source with a full date, so no choice can be said to come after it and it cannot be tried. "+
							"Fix: write `dated = \"2020-10-23\"`, the day from which on it makes predictions.", r.Name)))
				}
				if r.Source == "" {
					found = append(found, finding(reckon.Warning, r.At, "The reading has no source", fmt.Sprintf(
						"Reading %q does not say which document it is read from, so nobody can check that it is fair to its author. "+
							"Fix: write `source = KEY` with a key of sources.bib, your own note if the theory is yours.", r.Name)))
				}
			}
			return found
		},
	}
}
