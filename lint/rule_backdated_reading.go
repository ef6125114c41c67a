package lint

import (
	"fmt"
	"strings"

	"reckon"
)

// backdatedDays is how long before its source a reading may be dated: papers
// are finished some weeks before they appear.
const backdatedDays = 31

func backdatedReading() Rule {
	return Rule{
		Name: "backdated-reading",
		Why: `Only choices made after a reading was written test it. A reading dated long before its source was published is tested on choices
that its author may have known, and looks better for it. Where the text was written that early, as a talk or a working paper, the
` + "`note`" + ` of the source says so and names the day.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			for i := range c.Readings {
				r := &c.Readings[i]
				s := c.Source(r.Source)
				if s == nil || r.Dated == 0 || s.Date == 0 {
					continue
				}
				published := earliest(s)
				if r.Dated+backdatedDays >= published || strings.Contains(s.Note, r.Dated.String()) {
					continue
				}
				found = append(found, finding(reckon.Warning, r.At, "This reading is dated before its source", fmt.Sprintf(
					"Reading %q is dated %s, %d days before %q was published (%s), so it is tested on choices that its author may have known. "+
						"Fix: leave `dated` out; or, where the text is that old, say so in the `note` of the source with the day, %s.",
					r.Name, r.Dated, published-r.Dated, s.Key, published, r.Dated)))
			}
			return found
		},
	}
}

// earliest is the first day on which a source may have been published, where
// only its month or year is known.
func earliest(s *reckon.Source) reckon.Date {
	text, _, _ := strings.Cut(s.DateText, "/")
	text = strings.TrimRight(text, "~?%")
	for _, rest := range []string{"", "-01", "-01-01"} {
		if d, err := reckon.ParseDate(text + rest); err == nil {
			return d
		}
	}
	return s.Date
}
