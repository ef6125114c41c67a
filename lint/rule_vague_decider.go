package lint

import (
	"fmt"
	"regexp"
	"strings"

	"reckon"
)

func vagueDecider() Rule {
	return Rule{
		Name: "vague-decider",
		Why: `"Credible reporting" or "a consensus of the media" is not a source but a debate: nobody can look it up. Name who
decides, so that two people who look find the same answer: a gazette, an office's announcement, or "two of: Reuters, AP, AFP".`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			for _, q := range c.Questions {
				vague := vagueSource.FindString(strings.Join(append([]string{q.YesIf, q.NoIf}, q.DecidedBy...), ". "))
				if vague == "" {
					continue
				}
				found = append(found, finding(reckon.Warning, q.At, "Nobody can look this source up", fmt.Sprintf(
					"%q is to be decided by %q, which two people will read differently. "+
						"Fix: name the sources, as in \"announcement by the Assembly of Experts\" or \"two of: Reuters, AP, AFP\".",
					q.Name, vague)))
			}
			return found
		},
	}
}

var vagueSource = regexp.MustCompile(`(?i)\b((credible|reliable|reputable|independent|major|mainstream|international|news|press|media) (news |press |media )?(report(s|ing)?|sources?|outlets?|media|press|coverage)|consensus( of [a-z ]+)?|widely reported|common knowledge|the (media|press|news)|experts agree)\b`)
