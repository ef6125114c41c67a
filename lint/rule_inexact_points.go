package lint

import (
	"fmt"
	"strconv"

	"reckon"
	"reckon/stability"
)

func inexactPoints() Rule {
	return Rule{
		Name: "inexact-points",
		Why: `Points are added up exactly, so that states of the same score are liked alike and 0.1 and 0.2 weigh as much as 0.3.
For that all points of one mind must fit into about 15 digits, counted from the first of the largest to the last decimal of
any. A fraction such as 2/3 never ends, and a number beyond all others leaves the small ones no room; without exact sums nothing
is computed. Only the proportion of points means anything, so whole numbers nearly always do.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			for _, h := range holdings(c) {
				if h.ordered {
					continue
				}
				var points []float64
				longest, most := 0, ""
				for i, w := range h.wants {
					if w.That.Op == "" || w.Points == 0 {
						continue
					}
					points = append(points, w.Points)
					if text := strconv.FormatFloat(w.Points, 'f', -1, 64); len(text) > len(most) {
						longest, most = i, text
					}
				}
				if _, exact := stability.WholePoints(points); exact {
					continue
				}
				w := h.wants[longest]
				found = append(found, finding(reckon.Error, w.At, "These points cannot be added exactly", fmt.Sprintf(
					"%s counts %s points. From the largest number to the last decimal, the points of %s then need more than 15 digits. "+
						"Fix: multiply all of them by one number to make them whole, as 2/3 and 1 become 2 and 3, or round them.",
					capital(wantOf(h.who(), w)), strconv.FormatFloat(w.Points, 'g', -1, 64), h.who())))
			}
			return found
		},
	}
}
