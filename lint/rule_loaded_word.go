package lint

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"reckon"
)

func loadedWord() Rule {
	return Rule{
		Name: "loaded-word",
		Why: `Words such as "significant", "permanent", "regime change", "attack", "deal", "normal", "control" and "out" mean
something to everybody and the same to nobody; most disputed settlements hang on one of them. They may stand in the question as
long as yes_if says what must be observed without them, or says what they mean: "attack means …" or "a deal, that is, …". What a
reference class counts must be as clear, so its name is looked at too.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			for _, q := range c.Questions {
				words := undefined(q)
				if words == nil {
					continue
				}
				found = append(found, finding(reckon.Warning, q.At, "A word that settles nothing", fmt.Sprintf(
					"%q hangs on %s without saying what that means. Two honest readers could disagree. "+
						"Fix: say in `yes_if` what must be seen, by whom, how much of it; or define the word there: \"%s means ...\".",
					q.Name, list(quoted(words)), words[0])))
			}
			return found
		},
	}
}

// loaded are words that need a definition before a question can turn on them.
var loaded = regexp.MustCompile(`(?i)\b(significant(ly)?|substantial(ly)?|major|meaningful|permanent(ly)?|` +
	`regime[- ](change|collapse|fall)|collapses?d?|attack(s|ed|ing)?|(?:a |the |any )?deals?|normal(ly|i[sz]ed?|i[sz]ation)?|` +
	`controls?|controlled|(?:is|be|are|goes|forced|pushed|driven) out|out (?:of power|as)|crisis|stable|effective(ly)?)\b`)

// thin is the number of words below which yes_if only repeats the question.
const thin = 4

// undefined lists the loaded words that the question turns on: those in the
// criteria, and those it asks with when yes_if says next to nothing. A word with
// a definition beside it counts as defined everywhere.
func undefined(q reckon.Question) []string {
	criteria := q.YesIf + " " + q.NoIf
	texts := []string{criteria}
	for _, r := range q.Classes {
		texts = append(texts, r.Name)
	}
	text := strings.Join(texts, " ")
	if len(strings.Fields(q.YesIf)) < thin {
		text += " " + q.Ask
	}
	var words []string
	for _, w := range loaded.FindAllString(text, -1) {
		w = strings.ToLower(w)
		for _, article := range []string{"a ", "the ", "any "} {
			w = strings.TrimPrefix(w, article)
		}
		if !defined(criteria, w) && !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	return words
}

// defined reports whether the criteria say what the word means.
func defined(criteria, word string) bool {
	means := regexp.MustCompile(`(?i)\b` + regexp.QuoteMeta(word) + `["”]?,? (means?|is defined|are defined|that is|i\.e\.|here:|\()`)
	return means.MatchString(criteria)
}
