package lint

import (
	"fmt"

	"reckon"
)

func wantOutOfReach() Rule {
	return Rule{
		Name: "want-out-of-reach",
		Why: `A want that reads no option of its own actor is decided by others alone. That is common and legal: such wants act
through what others would answer, and under Nash, where nobody answers, they sway nobody. The note counts them, so
that an unexpected one stands out.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var far []place
			for _, h := range holdings(c) {
				mine := own(c, h.actor)
				for _, w := range h.wants {
					if w.That.Op != "" && w.That.Reads()&mine == 0 && w.That.Reads() != 0 {
						far = append(far, place{wantOf(h.who(), w), w.At})
					}
				}
			}
			if far == nil {
				return nil
			}
			return []reckon.Diagnostic{finding(reckon.Note, far[0].at,
				fmt.Sprintf("%s only in others' hands", count(len(far), "want is", "wants are")),
				few(far)+". No option of the actor itself appears there: such a want acts only through what others would answer, "+
					"and under Nash not at all. Nothing to mend if that is meant.")}
		},
	}
}
