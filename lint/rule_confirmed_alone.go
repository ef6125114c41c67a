package lint

import (
	"fmt"
	"slices"

	"reckon"
)

func confirmedAlone() Rule {
	return Rule{
		Name: "confirmed-alone",
		Why: `Credibility 1 means "confirmed by other sources", so a statement graded 1 must cite at least two sources of
independent origin. Ten reports that go back to one agency are one origin: write ` + "`derives_from`" + ` in sources.bib and the
rule follows it.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			for _, s := range statements(c) {
				i := slices.IndexFunc(s.cites, func(x reckon.Cite) bool { return x.Credibility == 1 })
				if i < 0 {
					continue
				}
				from := origins(c, s.cites)
				if len(from) > 1 {
					continue
				}
				found = append(found, finding(reckon.Error, s.cites[i].At, "Confirmed by nobody else", fmt.Sprintf(
					"The %s is graded 1, confirmed by other sources, but everything it cites goes back to %s. "+
						"Fix: cite a second source of another origin, or grade it 2, probably true.", s.what, list(quoted(from)))))
			}
			return found
		},
	}
}

// origins returns the distinct keys at which the chains of derives_from end.
func origins(c *reckon.Case, cites []reckon.Cite) []string {
	var keys []string
	for _, cite := range cites {
		if key := origin(c, cite.Source); !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// origin follows derives_from to its end; a circle ends where it closes.
func origin(c *reckon.Case, key string) string {
	for range len(c.Sources) {
		s := c.Source(key)
		if s == nil || s.Origin == "" {
			break
		}
		key = s.Origin
	}
	return key
}
