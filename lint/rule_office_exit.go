package lint

import (
	"fmt"
	"regexp"

	"reckon"
)

func officeExit() Rule {
	return Rule{
		Name: "office-exit",
		Why: `People leave office by death, incapacity, resignation, removal, or because the office is abolished, and the costliest
disputes of 2026 were about which of these a question counted. A question about leaving office says that any cause counts, or
names each one.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			for _, q := range c.Questions {
				criteria := q.YesIf + ". " + q.NoIf + ". " + q.VoidIf
				if !leaving.MatchString(q.Ask) && !leaving.MatchString(q.YesIf) || anyCause.MatchString(criteria) {
					continue
				}
				var missing []string
				for _, cause := range causes {
					if !cause.words.MatchString(criteria) {
						missing = append(missing, cause.name)
					}
				}
				if missing == nil {
					continue
				}
				found = append(found, finding(reckon.Error, q.At, "Which ways of leaving office count?", fmt.Sprintf(
					"%q is about leaving office and does not say what happens on %s. "+
						"Fix: write \"for any cause\" in `yes_if`, or name each: death, incapacity, resignation, removal, the office abolished.",
					q.Name, list(missing))))
			}
			return found
		},
	}
}

var (
	leaving = regexp.MustCompile(`(?i)\b(ceas\w*|leav\w*|left|step\w* down|resign\w*|remov\w*|oust\w*|depos\w*|los(e|es|t|ing)|no longer|exits?|out)\b[^.?!]*` + post +
		`|\b(remain|stay|still|continue|hold)\w*\b[^.?!]{0,30}` + post)
	anyCause = regexp.MustCompile(`(?i)\b(any|every|whatever|whatsoever|all) (the )?(cause|reason|circumstance)s?\b|\b(cause|reason) whatsoever\b`)
)

// post matches the office that somebody holds or leaves.
const post = `\b(office|(in|from|of) power|the presidency|(his|her|their) post|` +
	`(as|be|being|is) (the |a )?(\w+ ){0,2}(leader|president|minister|premier|chancellor|head of (state|government)|king|emir|sultan))\b`

// causes are the ways of leaving an office and the words that show one is covered.
var causes = []struct {
	name  string
	words *regexp.Regexp
}{
	{"death", regexp.MustCompile(`(?i)\b(death|dies|dead|killed)\b`)},
	{"incapacity", regexp.MustCompile(`(?i)\bincapa\w+`)},
	{"resignation", regexp.MustCompile(`(?i)\b(resign\w*|step\w* down)\b`)},
	{"removal", regexp.MustCompile(`(?i)\b(remov\w*|dismiss\w*|oust\w*|depos\w*)\b`)},
	{"the office being abolished", regexp.MustCompile(`(?i)\babolish\w*|\babolition\b`)},
}
