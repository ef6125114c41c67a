package lint

import (
	"fmt"

	"reckon"
)

func cannotBeJudged() Rule {
	return Rule{
		Name: "cannot-be-judged",
		Why: `In the Admiralty code F (source) and 6 (statement) do not mean "worst". They mean that nobody can judge. reckon
treats such a grade as missing, never as a zero, and the note says how many there are.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []place
			for _, s := range c.Sources {
				if s.Reliability == "F" {
					found = append(found, place{fmt.Sprintf("source %q, F", s.Key), s.At})
				}
			}
			for _, s := range statements(c) {
				for _, cite := range s.cites {
					if cite.Credibility == 6 {
						found = append(found, place{s.what + ", 6", cite.At})
					}
				}
			}
			if found == nil {
				return nil
			}
			return []reckon.Diagnostic{finding(reckon.Note, found[0].at,
				fmt.Sprintf("%s \"cannot be judged\"", count(len(found), "grade says", "grades say")),
				fmt.Sprintf("%s. F and 6 count as no grade at all, not as the worst one. "+
					"Nothing to mend; if you can judge after all, write A to E for the source and 1 to 5 for the statement.", few(found)))}
		},
	}
}
