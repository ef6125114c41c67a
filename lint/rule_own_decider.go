package lint

import (
	"fmt"
	"regexp"

	"reckon"
)

func ownDecider() Rule {
	return Rule{
		Name: "own-decider",
		Why:  `Whoever makes a forecast must not be the one who says whether it came true. The question names somebody else.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			for _, q := range c.Questions {
				for _, who := range q.DecidedBy {
					if !ourselves.MatchString(who) {
						continue
					}
					found = append(found, finding(reckon.Error, q.At, "The forecaster decides the question", fmt.Sprintf(
						"%q is decided by %q. Nobody would trust a score kept by the player. "+
							"Fix: name a source that others can look up, or a person who does not forecast here.", q.Name, who)))
				}
			}
			return found
		},
	}
}

// ourselves matches the words by which an author means himself; "US" is a country.
var ourselves = regexp.MustCompile(`\b([Ww]e|us|[Oo]urs?|[Oo]urselves|I|[Mm]e|[Mm]y|[Mm]yself)\b|(?i:\b(the |this )?(author|forecaster|analyst|editor|team)('s|s)?\b|\breckon\b|\bthis (case|brief|tool)\b)`)
