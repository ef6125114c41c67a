package lint

import (
	"fmt"

	"reckon"
)

func impossibleAlternative() Rule {
	return Rule{
		Name: "impossible-alternative",
		Why: `A choice is scored against what else was open to the actor. An alternative that breaks an impossible rule or goes
against an irreversible option was not open; it gets no probability and only makes the choice look wider than it was.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			states := replay(c)
			for i, e := range c.Record {
				if !scored(c, e) {
					continue
				}
				for _, m := range e.Instead {
					if why := closed(c, states[i], m.Apply(states[i])); why != "" {
						found = append(found, finding(reckon.Warning, e.At, "This alternative was not open", fmt.Sprintf(
							"In row %q the alternative %q %s. It gets no probability. Fix: take it out of `instead`, or mend the rule or the option.",
							e.ID, m.Text(c), why)))
					}
				}
			}
			return found
		},
	}
}

// scored reports whether a trial reads the row as a choice.
func scored(c *reckon.Case, e reckon.Event) bool { return e.Choice && e.Weight > 0 && e.Date >= c.From }

// closed says why a step could not be taken, or "".
func closed(c *reckon.Case, before, after reckon.State) string {
	if k := undone(c, before, after); k >= 0 {
		return against(c, before, k)
	}
	if bad := broken(c, after); bad != nil {
		return fmt.Sprintf("leaves %s, which %q excludes", describe(c, after), bad.Name)
	}
	return ""
}
