package lint

import (
	"fmt"

	"reckon"
)

func redLineLow() Rule {
	return Rule{
		Name: "red-line-low",
		Why: `The order of wants is their importance, and states are compared want by want from the top. A red line written below
an ordinary want is therefore given up whenever the want above asks for it, which is not what a red line means.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			for _, h := range holdings(c) {
				if weighed(h.wants) {
					continue // their order does not count
				}
				above := ""
				for _, w := range h.wants {
					switch {
					case !w.RedLine && above == "":
						above = w.Name
					case w.RedLine && above != "":
						found = append(found, finding(reckon.Warning, w.At, "A red line below an ordinary want", fmt.Sprintf(
							"%q is a red line of %s, but the ordinary want %q stands above it and counts more. "+
								"Fix: move %q above %q, or take `red_line = true` away.", w.Name, h.who(), above, w.Name, above)))
					}
				}
			}
			return found
		},
	}
}
