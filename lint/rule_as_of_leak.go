package lint

import (
	"fmt"
	"slices"

	"reckon"
)

func asOfLeak() Rule {
	return Rule{
		Name: "as-of-leak",
		Why: `A case is frozen at its as-of date: no source, observation or record row may use what was published later, or every
forecast would look better than it was. The rule looks at each cite of a reading, mind, belief, want, option or measure, at the
document a reading is read from, at the date and source of each observation, and at record rows on or before the as-of date
whose sources were all published after it. Record rows dated later are legal: only a trial reads them.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			if c.AsOf == 0 {
				return nil
			}
			late := lateSources(c)
			found := lateCites(c, late)
			found = append(found, lateReadings(c, late)...)
			found = append(found, lateObservations(c, late)...)
			return append(found, lateRows(c, late)...)
		},
	}
}

// lateSources gives the day of publication of each source published after the
// as-of date; a source of unknown date is not among them.
func lateSources(c *reckon.Case) map[string]reckon.Date {
	late := map[string]reckon.Date{}
	for _, s := range c.Sources {
		if s.Date > c.AsOf {
			late[s.Key] = s.Date
		}
	}
	return late
}

func fromTheFuture(c *reckon.Case, at reckon.Range, what, why string) reckon.Diagnostic {
	return finding(reckon.Error, at, what+" is from the future", fmt.Sprintf(
		"The case is frozen at %s, but %s. Using it would make the forecast look better than it was. "+
			"Fix: remove it, or start a case with a later `as_of`.", c.AsOf, why))
}

func lateCites(c *reckon.Case, late map[string]reckon.Date) []reckon.Diagnostic {
	var found []reckon.Diagnostic
	for _, s := range statements(c) {
		for _, cite := range s.cites {
			if day, is := late[cite.Source]; is {
				found = append(found, fromTheFuture(c, cite.At, "This source", fmt.Sprintf(
					"%q, cited for %s, was published on %s", cite.Source, s.what, day)))
			}
		}
	}
	return found
}

// lateReadings leaves a reading that is itself dated too late to its own rule.
func lateReadings(c *reckon.Case, late map[string]reckon.Date) []reckon.Diagnostic {
	var found []reckon.Diagnostic
	for i := range c.Readings {
		r := &c.Readings[i]
		if day, is := late[r.Source]; is && r.Dated <= c.AsOf {
			found = append(found, fromTheFuture(c, r.At, "This source", fmt.Sprintf(
				"%q, which reading %q is read from, was published on %s", r.Source, r.Name, day)))
		}
	}
	return found
}

func lateObservations(c *reckon.Case, late map[string]reckon.Date) []reckon.Diagnostic {
	var found []reckon.Diagnostic
	for _, o := range c.Observations {
		day, is := late[o.Source]
		switch {
		case o.Date > c.AsOf:
			found = append(found, fromTheFuture(c, o.At, "This observation", fmt.Sprintf(
				"the value of %q is dated %s", o.Measure, o.Date)))
		case is:
			found = append(found, fromTheFuture(c, o.At, "This observation", fmt.Sprintf(
				"%q, its source for %q, was published on %s", o.Source, o.Measure, day)))
		}
	}
	return found
}

func lateRows(c *reckon.Case, late map[string]reckon.Date) []reckon.Diagnostic {
	var found []reckon.Diagnostic
	for _, e := range c.Record {
		if e.Date > c.AsOf || len(e.Sources) == 0 || slices.ContainsFunc(e.Sources, func(key string) bool { return late[key] == 0 }) {
			continue
		}
		found = append(found, fromTheFuture(c, e.At, "The source of this row", fmt.Sprintf(
			"the row %q of %s rests only on %s, published later", e.ID, e.Date, list(quoted(e.Sources)))))
	}
	return found
}
