package lint

import (
	"fmt"

	"reckon"
)

func infeasibleState() Rule {
	return Rule{
		Name: "infeasible-state",
		Why: `The clock starts in the state given by the options that are on, and the record moves it from there to today. Both
must be possible worlds by the case's own rules: stability and choice are defined only there. Rows of one day are taken
together, unless a choice stands between them. Rows after the as-of date count too, because a trial replays them.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			states := replay(c)
			bad := broken(c, states[0])
			var found []reckon.Diagnostic
			if bad != nil {
				found = append(found, finding(reckon.Error, c.At, "The case starts in an impossible state", fmt.Sprintf(
					"The start (%s) has %s, which %q (%s) excludes. Fix: change `on` of an option, or loosen the rule.",
					c.From, describe(c, states[0]), bad.Name, bad.At)))
			}
			was := bad != nil
			for i, e := range c.Record {
				if !settled(c, i) {
					continue
				}
				s := states[i+1]
				bad := broken(c, s)
				if bad != nil && !was {
					found = append(found, finding(reckon.Error, e.At, "The record leads to an impossible state", fmt.Sprintf(
						"Row %q (%s, %s) leaves %s, which %q (%s) excludes. "+
							"Fix: let this row, or one of the same day, end what cannot be together, or loosen the rule.",
						e.ID, e.Date, e.Took.Text(c), describe(c, s), bad.Name, bad.At)))
				}
				was = bad != nil
			}
			return found
		},
	}
}

// settled reports whether the state after row i is one that something reads: the
// day ends there, or the next row is a choice.
func settled(c *reckon.Case, i int) bool {
	return i+1 >= len(c.Record) || c.Record[i+1].Date != c.Record[i].Date || c.Record[i+1].Choice
}
