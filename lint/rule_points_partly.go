package lint

import (
	"fmt"
	"slices"

	"reckon"
)

func pointsPartly() Rule {
	return Rule{
		Name: "points-partly",
		Why: `As soon as one want of a mind has points, its states are ranked by the sum of the points of the wants that hold in
them. A want without points then adds nothing, wherever it stands, and a red line without points does not even make its
breach a little worse. Ranking by order and ranking by points are two ways to write a mind, and one mind is written in one of them.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			for _, h := range holdings(c) {
				var bare []reckon.Want
				for _, w := range h.wants {
					if w.Points == 0 && w.That.Op != "" {
						bare = append(bare, w)
					}
				}
				if len(bare) == 0 || !weighed(h.wants) {
					continue
				}
				var names []string
				for _, w := range bare {
					names = append(names, w.Name)
				}
				found = append(found, finding(reckon.Warning, bare[0].At,
					fmt.Sprintf("%s without points beside wants with points", count(len(bare), "want", "wants")), fmt.Sprintf(
						"%s of %s %s no points, so %s nothing to the score by which its states are ranked. "+
							"Fix: give every want points, or take all points out and let the order speak.",
						list(quoted(names)), h.who(), choose(len(bare), "has", "have"), choose(len(bare), "it adds", "they add"))))
			}
			return found
		},
	}
}

// weighed reports whether wants are ranked by points instead of by their order.
func weighed(wants []reckon.Want) bool {
	return slices.ContainsFunc(wants, func(w reckon.Want) bool { return w.Points != 0 })
}
