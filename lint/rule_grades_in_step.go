package lint

import (
	"fmt"
	"strings"

	"reckon"
)

func gradesInStep() Rule {
	return Rule{
		Name: "grades-in-step",
		Why: `The letter judges the source and the digit judges the statement, independently: a reliable source can be wrong and
a poor one right. When every graded cite pairs A with 1, B with 2, C with 3, one judgement was made twice. The rule waits for
at least three graded cites on at least two letters.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var pairs []place
			letters, grades := map[string]bool{}, reliabilities(c)
			for _, s := range statements(c) {
				for _, cite := range s.cites {
					letter := grades[cite.Source]
					if letter == "" || cite.Credibility < 1 || cite.Credibility > 5 {
						continue
					}
					if strings.Index("ABCDE", letter)+1 != cite.Credibility {
						return nil
					}
					letters[letter] = true
					pairs = append(pairs, place{fmt.Sprintf("%s%d", letter, cite.Credibility), cite.At})
				}
			}
			if len(pairs) < 3 || len(letters) < 2 {
				return nil
			}
			return []reckon.Diagnostic{finding(reckon.Warning, pairs[0].at, "The grades move in step",
				fmt.Sprintf("All %d graded cites pair the same step on both scales: %s. The letter is about the source, the digit about "+
					"this one statement, and the two are judged apart. Fix: grade each statement again without looking at its source.",
					len(pairs), few(pairs)))}
		},
	}
}

// reliabilities gives the letter of each source that can be judged.
func reliabilities(c *reckon.Case) map[string]string {
	grades := map[string]string{}
	for _, s := range c.Sources {
		if len(s.Reliability) == 1 && strings.Contains("ABCDE", s.Reliability) {
			grades[s.Key] = s.Reliability
		}
	}
	return grades
}
