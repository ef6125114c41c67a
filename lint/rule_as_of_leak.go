package lint

import (
	"fmt"

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
			found := lateCites(c)
			found = append(found, lateReadings(c)...)
			found = append(found, lateObservations(c)...)
			return append(found, lateRows(c)...)
		},
	}
}

// late reports whether the source is known to be published after the as-of date.
func late(c *reckon.Case, key string) bool {
	s := c.Source(key)
	return s != nil && s.Date > c.AsOf
}

func fromTheFuture(c *reckon.Case, at reckon.Range, what, why string) reckon.Diagnostic {
	return finding(reckon.Error, at, what+" is from the future", fmt.Sprintf(
		"The case is frozen at %s, but %s. Using it would make the forecast look better than it was. "+
			"Fix: remove it, or start a case with a later `as_of`.", c.AsOf, why))
}

func lateCites(c *reckon.Case) []reckon.Diagnostic {
	var found []reckon.Diagnostic
	for _, s := range statements(c) {
		for _, cite := range s.cites {
			if late(c, cite.Source) {
				found = append(found, fromTheFuture(c, cite.At, "This source", fmt.Sprintf(
					"%q, cited for %s, was published on %s", cite.Source, s.what, c.Source(cite.Source).Date)))
			}
		}
	}
	return found
}

// lateReadings leaves a reading that is itself dated too late to its own rule.
func lateReadings(c *reckon.Case) []reckon.Diagnostic {
	var found []reckon.Diagnostic
	for i := range c.Readings {
		r := &c.Readings[i]
		if late(c, r.Source) && r.Dated <= c.AsOf {
			found = append(found, fromTheFuture(c, r.At, "This source", fmt.Sprintf(
				"%q, which reading %q is read from, was published on %s", r.Source, r.Name, c.Source(r.Source).Date)))
		}
	}
	return found
}

func lateObservations(c *reckon.Case) []reckon.Diagnostic {
	var found []reckon.Diagnostic
	for _, o := range c.Observations {
		switch {
		case o.Date > c.AsOf:
			found = append(found, fromTheFuture(c, o.At, "This observation", fmt.Sprintf(
				"the value of %q is dated %s", o.Measure, o.Date)))
		case late(c, o.Source):
			found = append(found, fromTheFuture(c, o.At, "This observation", fmt.Sprintf(
				"%q, its source for %q, was published on %s", o.Source, o.Measure, c.Source(o.Source).Date)))
		}
	}
	return found
}

func lateRows(c *reckon.Case) []reckon.Diagnostic {
	var found []reckon.Diagnostic
	for _, e := range c.Record {
		if e.Date > c.AsOf || len(e.Sources) == 0 || !allLate(c, e.Sources) {
			continue
		}
		found = append(found, fromTheFuture(c, e.At, "The source of this row", fmt.Sprintf(
			"the row %q of %s rests only on %s, published later", e.ID, e.Date, list(quoted(e.Sources)))))
	}
	return found
}

func allLate(c *reckon.Case, keys []string) bool {
	for _, key := range keys {
		if !late(c, key) {
			return false
		}
	}
	return true
}
