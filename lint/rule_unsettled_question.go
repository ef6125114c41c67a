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
fact. A question whose ` + "`when`" + ` is a number asks how much or when, so it has neither yes nor no.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			for _, q := range c.Questions {
				missing, ways := missingParts(&q)
				if missing == nil {
					continue
				}
				found = append(found, finding(reckon.Error, q.At, "This question cannot be settled", fmt.Sprintf(
					"%q lacks %s. Two honest readers could disagree about the answer. "+
						"Fix: say %s.", q.Name, list(missing), list(ways))))
			}
			return found
		},
	}
}

// missingParts lists the settings that a question lacks, and what each would say.
func missingParts(q *reckon.Question) (missing, ways []string) {
	amount := q.When.Op != "" && !q.When.YesNo()
	for _, part := range []struct {
		name, text, way string
		needless        bool
	}{
		{"ask", q.Ask, "what is asked", false},
		{"yes_if", q.YesIf, "what must happen", amount},
		{"no_if", q.NoIf, "what counts as no", amount},
		{"void_if", q.VoidIf, "when the question is void", false},
		{"closes", q.Closes, "by when (with a time zone)", false},
		{"decided_by", strings.Join(q.DecidedBy, ""), "who decides", false},
	} {
		if !part.needless && strings.TrimSpace(part.text) == "" {
			missing, ways = append(missing, "`"+part.name+"`"), append(ways, part.way)
		}
	}
	return missing, ways
}
