package lint

import (
	"fmt"
	"math"

	"reckon"
)

func outweighedRedLine() Rule {
	return Rule{
		Name: "outweighed-red-line",
		Why: `Where wants have points, states are ranked by their score. A red line whose points the other wants can make up for
together is given up for them, which is not what a red line means; one with points below 0 is even a gain to breach.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			for _, h := range holdings(c) {
				for i, w := range h.wants {
					if !w.RedLine || w.Points == 0 {
						continue
					}
					if others := swing(h.wants, i); w.Points <= others {
						found = append(found, finding(reckon.Warning, w.At, "A red line that other points outweigh", fmt.Sprintf(
							"%q is a red line of %s and worth %g points, but the ordinary wants can make up %g against it, so the score may prefer its breach. "+
								"Fix: give it more than %g points, or take `red_line = true` away.", w.Name, h.who(), w.Points, others, math.Max(others, 0))))
					}
				}
			}
			return found
		},
	}
}

// swing is the most that the ordinary wants can differ by in points between two
// states.
func swing(wants []reckon.Want, but int) float64 {
	sum := 0.0
	for i, w := range wants {
		if i != but && !w.RedLine {
			sum += math.Abs(w.Points)
		}
	}
	return sum
}
