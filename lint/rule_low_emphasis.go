package lint

import (
	"fmt"

	"reckon"
)

func lowEmphasis() Rule {
	return Rule{
		Name: "low-emphasis",
		Why: `Which states are stable follows the order of wants alone: the first that tells two states apart decides. What an actor
chooses follows sums of weights, each want counting ` + "`emphasis`" + ` times the next. Below 2 several lesser wants can
outweigh a greater one, so that the choice and the stability of one mind can disagree. That may be meant; it should be known.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			for _, h := range holdings(c) {
				if !weighed(h.wants) && outweighed(h.temper.Emphasis, len(h.wants)) {
					found = append(found, finding(reckon.Note, h.at, "Lesser wants together can outweigh a greater one", fmt.Sprintf(
						"With emphasis %g, %s may choose several lesser wants over one that stands above them, while stability "+
							"goes by the greater want alone. Fix: leave `emphasis` at 2 or raise it, or keep it if that is the theory.",
						h.temper.Emphasis, h.who())))
				}
			}
			return found
		},
	}
}

// outweighed reports whether, among so many wants, all below some want sum to at
// least its weight. An emphasis below 1 is refused elsewhere.
func outweighed(emphasis float64, wants int) bool {
	weight, below := 1.0, 0.0
	for range wants - 1 {
		below += weight
		weight *= emphasis
		if emphasis >= 1 && weight <= below {
			return true
		}
	}
	return false
}
