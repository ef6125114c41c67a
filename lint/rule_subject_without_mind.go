package lint

import (
	"fmt"

	"reckon"
)

func subjectWithoutMind() Rule {
	return Rule{
		Name: "subject-without-mind",
		Why: `A reading is a theory of the subject's mind. One that states no mind for the subject says
nothing of its own: the subject is taken from the case's shared minds, or as indifferent to everything.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			if c.Actor(c.Subject) < 0 {
				return nil
			}
			var found []reckon.Diagnostic
			for i := range c.Readings {
				r := &c.Readings[i]
				if hasMind(r.Minds, c.Subject) {
					continue
				}
				instead := "as indifferent to everything, so the reading will be silent on every choice"
				if hasMind(c.Minds, c.Subject) {
					instead = "from the case's own minds, so the reading adds nothing"
				}
				found = append(found, finding(reckon.Warning, r.At, "The reading does not say what the subject wants", fmt.Sprintf(
					"Reading %q has no `mind %s`. The subject is taken %s. Fix: add a `mind %s` block with the wants in order of importance.",
					r.Name, c.Subject, instead, c.Subject)))
			}
			return found
		},
	}
}

func hasMind(minds []reckon.Mind, actor string) bool {
	for _, m := range minds {
		if m.Actor == actor {
			return true
		}
	}
	return false
}
