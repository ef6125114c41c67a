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
forecast would look better than it was. The rule looks at each cite, of a reading, mind, belief, want,
episode, option, measure, parameter, shock, scenario or reference class, at the document a reading is read from, at the date of each episode, at the date and source of each observation, and at record rows on or before the as-of date
whose sources were all published after it. Record rows dated later are legal: only a trial reads them. In a case that is
frozen before its clock starts, one finding stands for all.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			if c.AsOf == 0 {
				return nil
			}
			late := lateSources(c)
			found := append(lateCites(c, late), lateEpisodes(c)...)
			found = append(found, lateReadings(c, late)...)
			found = append(found, lateObservations(c, late)...)
			found = append(found, lateRows(c, late)...)
			if frozenEarly(c) {
				return folded(c, append(found, lateDates(c)...))
			}
			return found
		},
	}
}

// frozenEarly reports an as-of date before the start of the clock, a slip that puts
// nearly everything into the future.
func frozenEarly(c *reckon.Case) bool { return c.AsOf != 0 && c.AsOf < c.From }

// folded puts one finding, at the head of the case, in the place of many.
func folded(c *reckon.Case, found []reckon.Diagnostic) []reckon.Diagnostic {
	if len(found) == 0 {
		return nil
	}
	return []reckon.Diagnostic{finding(reckon.Error, c.At, "The case is frozen before its clock starts", fmt.Sprintf(
		"`as_of` is %s and `from` is %s, so %s from the future: the first is %s. "+
			"Fix: mend the one of the two dates that is wrong; what is left of these is then shown one by one.",
		c.AsOf, c.From, count(len(found), "thing in the case is", "things in the case are"), found[0].At))}
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

// lateEpisodes finds memories of what had not happened yet.
func lateEpisodes(c *reckon.Case) []reckon.Diagnostic {
	var found []reckon.Diagnostic
	for _, s := range mindSets(c) {
		for i := range s.minds {
			for _, e := range s.minds[i].Episodes {
				if e.Date > c.AsOf {
					found = append(found, fromTheFuture(c, e.At, "This episode", fmt.Sprintf(
						"%s is dated %s", episodeOf(&s.minds[i], e, s.where), e.Date)))
				}
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

// lateRows counts the rows together, since one as-of date too early makes many.
func lateRows(c *reckon.Case, late map[string]reckon.Date) []reckon.Diagnostic {
	var rows []place
	var first reckon.Range
	var cure reckon.Date
	for _, e := range c.Record {
		if e.Date > c.AsOf || len(e.Sources) == 0 || slices.ContainsFunc(e.Sources, func(key string) bool { return late[key] == 0 }) {
			continue
		}
		if rows == nil {
			first = e.At
		}
		var sources []string
		soonest := late[e.Sources[0]]
		for _, key := range e.Sources {
			sources = append(sources, fmt.Sprintf("%q of %s", key, late[key]))
			soonest = min(soonest, late[key])
		}
		cure = max(cure, soonest)
		rows = append(rows, place{fmt.Sprintf("%q of %s on %s", e.ID, e.Date, list(sources)), e.At})
	}
	if rows == nil {
		return nil
	}
	return []reckon.Diagnostic{finding(reckon.Error, first,
		count(len(rows), "record row rests", "record rows rest")+" only on sources from the future",
		fmt.Sprintf("The case is frozen at %s, but what these rows rest on was published later. %s. Using them would make the forecast look better "+
			"than it was. Fix: cite a source of the time beside them, or move `as_of` to %s or later.", c.AsOf, few(rows), cure))}
}
