package lint

import (
	"fmt"
	"math"
	"slices"

	"reckon"
)

func neverRead() Rule {
	return Rule{
		Name: "never-read",
		Why: `A parameter, lookup, feature or measure that nothing reads changes nothing. Often the line that should read it is
missing, or reads another of a similar name. Measures with observations are left alone: they may stand in the case for the reader.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			read := readNames(c)
			var idle []place
			add := func(kind, name string, at reckon.Range) {
				if !read[name] {
					idle = append(idle, place{fmt.Sprintf("%s %q", kind, name), at})
				}
			}
			for _, p := range c.Parameters {
				add("parameter", p.Name, p.At)
			}
			for _, t := range c.Lookups {
				add("lookup", t.Name, t.At)
			}
			for _, f := range c.Features {
				add("feature", f.Name, f.At)
			}
			for _, m := range c.Shown() {
				if !observed(c, m.Name) {
					add("measure", m.Name, m.At)
				}
			}
			if idle == nil {
				return nil
			}
			return []reckon.Diagnostic{finding(reckon.Note, idle[0].at,
				fmt.Sprintf("%s read by nothing", count(len(idle), "name is", "names are")),
				few(idle)+". Fix: read it where it matters, in a want, a question or another measure, or take it out; what a run is to show may stay.")}
		},
	}
}

// readNames holds the names that an expression or an episode reads. What only
// its own measure reads does not count.
func readNames(c *reckon.Case) map[string]bool {
	read := map[string]bool{}
	for _, f := range formulas(c) {
		f.e.Walk(func(x *reckon.Expr) {
			if (x.Op == "measure" || x.Op == "lookup") && x.Name != f.name {
				read[x.Name] = true
			}
		})
	}
	for _, s := range mindSets(c) {
		for _, m := range s.minds {
			for _, e := range m.Episodes {
				for _, r := range e.Features {
					read[r.Feature] = true
				}
			}
		}
	}
	return read
}

// observed reports whether a measure has an observation with a value.
func observed(c *reckon.Case, measure string) bool {
	return slices.ContainsFunc(c.Observations, func(o reckon.Observation) bool {
		return o.Measure == measure && !math.IsNaN(o.Value)
	})
}
