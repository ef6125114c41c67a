package lint

import (
	"fmt"

	"reckon"
)

func wantsInDoubt() Rule {
	return Rule{
		Name: "wants-in-doubt",
		Why: `A want may be unknown, or have odds below 1: nobody can say whether the actor wants it or its opposite, or only how likely
it is. Rankings, and all that rests on them, take such a want as certain; only the analyses of unknown and of probabilistic
preference read the doubt. Two things do not go together with it: points, because doubt is about the first want in which two
states differ, and a red line, because what may be its opposite cannot be strongly worse.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			var open []place
			for _, h := range holdings(c) {
				for _, w := range h.wants {
					switch {
					case !doubted(w):
						continue
					case weighed(h.wants):
						found = append(found, finding(reckon.Warning, w.At, "Points and doubt in one mind", fmt.Sprintf(
							"%q of %s is in doubt, and the wants of that mind have points; the analyses that read doubt go by the order of wants and refuse such a mind. "+
								"Fix: take out the points, or the doubt.", w.Name, h.who())))
					case w.RedLine:
						found = append(found, finding(reckon.Warning, w.At, "A red line in doubt", fmt.Sprintf(
							"%q of %s is a red line, whose breach is strongly worse, and yet it may be the opposite that he wants. "+
								"Fix: take `red_line = true` away, or the doubt.", w.Name, h.who())))
					default:
						open = append(open, place{wantOf(h.who(), w), w.At})
					}
				}
			}
			if open != nil {
				found = append(found, finding(reckon.Note, open[0].at, fmt.Sprintf("%s in doubt", count(len(open), "want is", "wants are")), fmt.Sprintf(
					"%s. Rankings take %s as certain; ask for unknown or probabilistic preference to see what hangs on the doubt. Nothing to mend if that is meant.",
					few(open), choose(len(open), "it", "them"))))
			}
			return found
		},
	}
}

// doubted reports whether he may want the opposite.
func doubted(w reckon.Want) bool { return w.Unknown || w.Odds > 0 && w.Odds < 1 }
