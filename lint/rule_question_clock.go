package lint

import (
	"fmt"
	"strings"
	"time"

	"reckon"
)

func questionClock() Rule {
	return Rule{
		Name: "question-clock",
		Why: `A question opens on a day and closes at one moment, the same for every reader: a date with time and zone. It
closes after it opens and no later than the case runs, since the clock of the case stops at ` + "`until`" + `.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			for _, q := range c.Questions {
				if d, wrong := clockOf(c, q); wrong {
					found = append(found, d)
				}
			}
			return found
		},
	}
}

// clockOf returns the first thing wrong with a question's times; the rest
// usually follows from it.
func clockOf(c *reckon.Case, q reckon.Question) (reckon.Diagnostic, bool) {
	wrong := func(summary, format string, args ...any) (reckon.Diagnostic, bool) {
		return finding(reckon.Error, q.At, summary, fmt.Sprintf(format, args...)), true
	}
	text := strings.TrimSpace(q.Closes)
	if text == "" {
		return reckon.Diagnostic{}, false // unsettled-question says it
	}
	closes, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return wrong("The closing time is not one moment",
			"%q closes at %q, which is not a date with time and zone: for some readers it would close hours before others. "+
				"Fix: write it as 2026-06-30T23:59:00Z, or with an offset such as +03:30.", q.Name, text)
	}
	day := reckon.DateOf(closes)
	switch {
	case q.Opens == 0:
		return wrong("The question has no opening day",
			"%q does not say from when on an event counts. Fix: write `opens = \"2026-01-28\"`.", q.Name)
	case day < q.Opens:
		return wrong("The question closes before it opens",
			"%q opens on %s and closes on %s. Fix: swap or correct the dates.", q.Name, q.Opens, day)
	case c.Until != 0 && day > c.Until:
		return wrong("The question closes after the case ends",
			"%q closes on %s, but the clock of the case stops on %s. Fix: close it by then, or move `until`.", q.Name, day, c.Until)
	}
	return reckon.Diagnostic{}, false
}
