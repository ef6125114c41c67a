package lint

import (
	"fmt"

	"reckon"
)

func readingWithoutSource() Rule {
	return Rule{
		Name: "reading-without-source",
		Why: `A reading is somebody's theory, written on some day. Without the document it is read from, nobody can check that the
model says what its author says. (A reading without a date cannot be tried at all; the loader refuses it.)`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			for i := range c.Readings {
				r := &c.Readings[i]
				if r.Source != "" {
					continue
				}
				found = append(found, finding(reckon.Warning, r.At, "The reading has no source", fmt.Sprintf(
					"Reading %q does not say which document it is read from, so nobody can check that it is fair to its author. "+
						"Fix: write `source = KEY` with a key of sources.bib; if the theory is your own, put your note there.", r.Name)))
			}
			return found
		},
	}
}
