package lint

import (
	"fmt"

	"reckon"
)

func unusedSources() Rule {
	return Rule{
		Name: "unused-sources",
		Why: `A source that nothing cites makes the list at the end of the brief look stronger than the case is. It may also
be the trace of a misspelt key.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			used := usedSources(c)
			var idle []place
			for _, s := range c.Sources {
				if !used[s.Key] {
					idle = append(idle, place{fmt.Sprintf("%q", s.Key), s.At})
				}
			}
			if idle == nil {
				return nil
			}
			return []reckon.Diagnostic{finding(reckon.Note, idle[0].at,
				fmt.Sprintf("%s cited by nothing", count(len(idle), "source is", "sources are")),
				few(idle)+". Fix: cite it where it supports something, or take it out of sources.bib.")}
		},
	}
}

// usedSources holds the keys that a cite, a reading, a record row, an
// observation or another source refers to.
func usedSources(c *reckon.Case) map[string]bool {
	used := map[string]bool{}
	for _, s := range statements(c) {
		for _, cite := range s.cites {
			used[cite.Source] = true
		}
	}
	for _, r := range c.Readings {
		used[r.Source] = true
	}
	for _, e := range c.Record {
		for _, key := range e.Sources {
			used[key] = true
		}
	}
	for _, o := range c.Observations {
		used[o.Source] = true
	}
	for _, s := range c.Sources {
		used[s.Origin] = true
	}
	return used
}
