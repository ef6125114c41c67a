package lint

import (
	"fmt"
	"strings"

	"reckon"
)

func unsettledQuestion() Rule {
	return Rule{
		Name: "unsettled-question",
		Why: `A forecast is worth what its question is worth. A question can be settled only when it says what counts as yes,
what counts as no, when it is void, by when, and who decides. If one is missing, two honest readers could disagree after the
fact.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			for _, q := range c.Questions {
				missing := missingParts(q)
				if missing == nil {
					continue
				}
				found = append(found, finding(reckon.Error, q.At, "This question cannot be settled", fmt.Sprintf(
					"%q lacks %s. Two honest readers could disagree about the answer. "+
						"Fix: say what must happen, what counts as no, when the question is void, by when (with a time zone) and who decides.",
					q.Name, list(missing))))
			}
			return found
		},
	}
}

func missingParts(q reckon.Question) []string {
	var missing []string
	for _, part := range []struct{ name, text string }{
		{"ask", q.Ask},
		{"yes_if", q.YesIf},
		{"no_if", q.NoIf},
		{"void_if", q.VoidIf},
		{"closes", q.Closes},
		{"decided_by", strings.Join(q.DecidedBy, "")},
	} {
		if strings.TrimSpace(part.text) == "" {
			missing = append(missing, "`"+part.name+"`")
		}
	}
	return missing
}
