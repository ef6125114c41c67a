package lint

import (
	"fmt"
	"time"

	"reckon"
)

func questionClock() Rule {
	return Rule{
		Name: "question-clock",
		Why: `A question opens on a day, so that what happened before cannot count, and closes no later than the case runs, since
the clock of the case stops at ` + "`until`" + `. One that closed before the as-of date asks what is
settled, unless the case ends at that date and looks back as a whole. (The loader refuses a closing time without a zone, or one before the opening.)`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			for _, q := range c.Questions {
				if q.Opens == 0 {
					found = append(found, finding(reckon.Error, q.At, "The question has no opening day", fmt.Sprintf(
						"%q does not say from when on an event counts; one from before the forecast could settle it. "+
							"Fix: write `opens = \"%s\"`, or the day you first ask it.", q.Name, exampleDay(c))))
				}
				day := closingDay(q)
				if day != 0 && day < c.AsOf && looksAhead(c) {
					found = append(found, finding(reckon.Warning, q.At, "The question closed before the as-of date", fmt.Sprintf(
						"%q closed on %s, but the case is frozen at %s: what it asks is settled by then. "+
							"Fix: ask about a later day, or take the question out.", q.Name, day, c.AsOf)))
				}
				if c.Until != 0 && day > c.Until {
					found = append(found, finding(reckon.Error, q.At, "The question closes after the case ends", fmt.Sprintf(
						"%q closes on %s, but the clock of the case stops on %s. Fix: close it by then, or move `until`.",
						q.Name, day, c.Until)))
				}
			}
			return found
		},
	}
}

// looksAhead reports a case whose clock runs on past its as-of date.
func looksAhead(c *reckon.Case) bool { return c.Until == 0 || c.Until > c.AsOf }

// exampleDay is a day that would do as an opening: the as-of date where there is one.
func exampleDay(c *reckon.Case) reckon.Date {
	if c.AsOf != 0 {
		return c.AsOf
	}
	return c.From
}

// closingDay returns the day on which the question closes; 0 when not stated.
func closingDay(q reckon.Question) reckon.Date {
	closes, err := time.Parse(time.RFC3339, q.Closes)
	if err != nil {
		return 0
	}
	return reckon.DateOf(closes)
}
