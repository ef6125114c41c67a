package lint

import (
	"fmt"
	"regexp"

	"reckon"
)

func deathQuestion() Rule {
	return Rule{
		Name: "death-question",
		Why: `reckon does not forecast a person's death. What matters to an analyst is that someone ceases to hold an office, and
that question, with any cause counted, is legal. Questions about how many people die in a conflict are not meant.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			for _, q := range c.Questions {
				if !asksDeath(q) {
					continue
				}
				found = append(found, finding(reckon.Error, q.At, "A question about a person's death", fmt.Sprintf(
					"%q asks whether a person dies; reckon refuses such questions. "+
						"Fix: ask \"Will X cease to hold the office of Y?\" and write in `yes_if` that any cause counts.", q.Name)))
			}
			return found
		},
	}
}

var (
	dying  = regexp.MustCompile(`(?i)\b(dies?|dying|be dead|is dead|found dead|declared dead|death of|'s death|’s death|his death|her death|their death|be killed|is killed|killed|killing of|assassinat\w*|pass(es)? away|still (be )?alive|be alive|is alive)\b`)
	crowd  = regexp.MustCompile(`(?i)\b(people|persons|protesters|demonstrators|civilians|soldiers|troops|casualties|personnel|hostages|how many|(more|fewer|less) than \d|at least \d|death (toll|penalty|sentence)s?)\b`)
	office = regexp.MustCompile(`(?i)\b(office|power|post|hold|holds|cease|ceases|leader|president|minister)\b`)
)

// asksDeath reports whether the event asked about is one person's death: in the
// question itself, or in a yes_if that speaks of no office.
func asksDeath(q reckon.Question) bool {
	if crowd.MatchString(q.Ask) {
		return false
	}
	return dying.MatchString(q.Ask) || dying.MatchString(q.YesIf) && !office.MatchString(q.Ask+" "+q.YesIf)
}
