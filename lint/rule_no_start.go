package lint

import (
	"fmt"
	"math"

	"reckon"
)

func noStart() Rule {
	return Rule{
		Name: "no-start",
		Why: `A measure with next is carried on from step to step, so it must begin somewhere: with an observation on or before the day
the run starts, or with a start. So must every measure that a shock changes, or that another measure, a shock, a feature
or a change of mind reads. Without either no run can begin. (A want may read an unknown measure; it is then left out.)`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			reader := map[string]string{}
			for _, f := range formulas(c) {
				if f.part == "to" {
					reader[f.name] = "a shock changes it"
				}
				if f.part != "" {
					for _, name := range f.e.Measures() {
						if reader[name] == "" {
							reader[name] = f.what + " reads it"
						}
					}
				}
			}
			var found []reckon.Diagnostic
			for _, m := range c.Shown() {
				why := reader[m.Name]
				if m.Next.Op != "" {
					why = "it moves by `next`"
				}
				if why == "" || m.Is.Op != "" || m.Start.Stated() || seenBy(c, m.Name) {
					continue
				}
				found = append(found, finding(reckon.Error, m.At, fmt.Sprintf("%q has nothing to start from", m.Name), fmt.Sprintf(
					"%s, but it has no `start` and no observation with a value by the as-of date, so a run cannot begin. "+
						"Fix: give a `start`, an interval such as `[2, 3]` where it is not known exactly, or a row in observations.csv.", capital(why))))
			}
			return found
		},
	}
}

// seenBy reports whether the last observation of a measure by the as-of date has
// a value.
func seenBy(c *reckon.Case, measure string) bool {
	seen, value := reckon.Date(0), math.NaN()
	for _, o := range c.Observations {
		if o.Measure == measure && (c.AsOf == 0 || o.Date <= c.AsOf) && o.Date >= seen {
			seen, value = o.Date, o.Value
		}
	}
	return !math.IsNaN(value)
}
