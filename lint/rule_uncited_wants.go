package lint

import (
	"fmt"

	"reckon"
)

func uncitedWants() Rule {
	return Rule{
		Name: "uncited-wants",
		Why: `A want that cites nothing is an assumption of the case's author. That is legal, but a reader must be able to tell
it from what a document says, and two readings can only be compared when each want shows where it comes from. The warning
counts them once and names the first places; the brief lists them all as assumptions. A want of a kind of opponent counts as
cited when its kind or the belief is, and a direct ranking counts as one want.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var bare []place
			total := 0
			for _, h := range holdings(c) {
				if h.ordered {
					total++
					if len(h.cites) == 0 {
						bare = append(bare, place{"the ranking of " + h.who(), h.at})
					}
					continue
				}
				total += len(h.wants)
				for _, w := range h.wants {
					if len(w.Cites) == 0 && len(h.cites) == 0 {
						bare = append(bare, place{wantOf(h.who(), w), w.At})
					}
				}
			}
			if bare == nil {
				return nil
			}
			return []reckon.Diagnostic{finding(reckon.Warning, bare[0].at,
				fmt.Sprintf("%d of %s %s on no source", len(bare), count(total, "want", "wants"), choose(len(bare), "rests", "rest")),
				fmt.Sprintf("%s. An uncited want is the author's own assumption, and the brief will list it as one. "+
					"Fix: add a `cite` with the source and what it says in your words, or leave it as an assumption.", few(bare)))}
		},
	}
}
