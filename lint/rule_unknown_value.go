package lint

import (
	"fmt"
	"math"

	"reckon"
)

func unknownValue() Rule {
	return Rule{
		Name: "unknown-value",
		Why: `Unknown is legal everywhere and is shown as unknown; reckon never guesses a number. But a want that reads an
unknown measure is left out of the ranking, so the note names each measure unknown at the as-of date and the wants that it
silences.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			for _, m := range c.Shown() {
				if !math.IsNaN(valueToday(c, m)) {
					continue
				}
				if m.Is.Op != "" || m.Start.Stated() {
					if left := leftOut(c, m.Name); left != nil {
						found = append(found, finding(reckon.Note, m.At, fmt.Sprintf("%q is unknown outside runs", m.Name), fmt.Sprintf(
							"It is worked out in a run only and has no observation by the as-of date, so where no run is made %s. "+
								"Fix: give a row in observations.csv, or leave it so.", saidLeftOut(left))))
					}
					continue
				}
				found = append(found, finding(reckon.Note, m.At, fmt.Sprintf("%q is unknown", m.Name), fmt.Sprintf(
					"It has no `start` and no observation with a value by the as-of date. %s "+
						"Fix: give a `start` or a row in observations.csv, or leave it unknown.", silenced(c, m.Name))))
			}
			return found
		},
	}
}

// valueToday returns the value of a measure at the as-of date; NaN when unknown.
func valueToday(c *reckon.Case, m reckon.Measure) float64 {
	day := c.AsOf
	if day == 0 {
		day = math.MaxInt32
	}
	return c.MeasuresOn(day)(m.Name)
}

// silenced says which wants an unknown measure leaves out.
func silenced(c *reckon.Case, measure string) string {
	left := leftOut(c, measure)
	if left == nil {
		return "No want reads it."
	}
	return capital(saidLeftOut(left)) + "."
}

func saidLeftOut(left []place) string {
	return fmt.Sprintf("%s left out of the ranking: %s", count(len(left), "want is", "wants are"), few(left))
}

// leftOut lists the wants that read a measure.
func leftOut(c *reckon.Case, measure string) []place {
	var left []place
	for _, h := range holdings(c) {
		for _, w := range h.wants {
			for _, name := range w.That.Measures() {
				if name == measure {
					left = append(left, place{wantOf(h.who(), w), w.At})
				}
			}
		}
	}
	return left
}
