package lint

import (
	"fmt"

	"reckon"
)

func idleScenario() Rule {
	return Rule{
		Name: "idle-scenario",
		Why: `A scenario that changes nothing gives the same runs as none at all, so a table would show a difference of exactly 0 as if it
were a finding. It must hold an option, set a parameter or measure to something else, or leave something out that is there, within
the case's clock.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			for i := range c.Scenarios {
				if why := unchanging(c, &c.Scenarios[i]); why != "" {
					found = append(found, finding(reckon.Warning, c.Scenarios[i].At, "This scenario changes nothing", fmt.Sprintf(
						"Scenario %q changes nothing: %s. Fix: say what it changes, with `hold`, `set` or `without`, or take it out.", c.Scenarios[i].Name, why)))
				}
			}
			return found
		},
	}
}

// unchanging says why a scenario changes nothing; "" where it may.
func unchanging(c *reckon.Case, s *reckon.Scenario) string {
	switch {
	case c.Until != 0 && s.From > c.Until:
		return fmt.Sprintf("it begins on %s, after the case ends on %s", s.From, c.Until)
	case s.Until != 0 && s.Until < max(c.From, c.AsOf):
		return fmt.Sprintf("it is over on %s, before a run starts", s.Until)
	case s.Hold != reckon.Move{}:
		return ""
	}
	for _, a := range s.Sets {
		if p := c.Parameter(a.Name); p < 0 || !alike(&c.Parameters[p].Value, &a.To) {
			return ""
		}
	}
	for _, part := range s.Without {
		if there(c, part) {
			return ""
		}
	}
	switch {
	case len(s.Sets) > 0:
		return "what it sets has that value already"
	case len(s.Without) > 0:
		return "what it leaves out is not in the case"
	}
	return "it holds, sets and leaves out nothing"
}

// alike reports whether two spreads are the same law with the same numbers.
func alike(a, b *reckon.Spread) bool {
	if a.Law != b.Law || len(a.Args) != len(b.Args) {
		return false
	}
	for i := range a.Args {
		if a.Args[i].Number != b.Args[i].Number || a.Args[i].Op != "number" {
			return false
		}
	}
	return true
}

// there reports whether a case has what a scenario leaves out. A name that lang
// has let through is there.
func there(c *reckon.Case, part string) bool {
	switch part {
	case "shocks":
		return len(c.Shocks) > 0
	case "noise":
		for i := range c.Measures {
			if c.Measures[i].Noise.Stated() {
				return true
			}
		}
		return false
	case "memory":
		for _, s := range mindSets(c) {
			for _, m := range s.minds {
				if len(m.Episodes) > 0 {
					return true
				}
			}
		}
		return false
	case "learning":
		for _, h := range holdings(c) {
			for _, b := range h.beliefs {
				if len(b.Kinds) > 1 {
					return true
				}
			}
		}
		return false
	}
	return true
}
