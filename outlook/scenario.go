package outlook

import (
	"fmt"
	"slices"
	"strings"

	"reckon"
	"reckon/lang"
)

// Together joins scenarios into one, as if all were stated at once. They must last
// equally long, and none may say otherwise than another.
func Together(c *reckon.Case, scenarios ...reckon.Scenario) (reckon.Scenario, error) {
	var all reckon.Scenario
	for i, s := range scenarios {
		if i == 0 {
			all = s
			all.Sets, all.Without = slices.Clone(s.Sets), slices.Clone(s.Without)
			continue
		}
		if s.From != all.From || s.Until != all.Until {
			return all, fmt.Errorf("%q and %q last differently long, so they cannot hold together; give both the same `from` and `until`, or neither", all.Name, s.Name)
		}
		if clash := s.Hold.On&all.Hold.Off | s.Hold.Off&all.Hold.On; clash != 0 {
			return all, fmt.Errorf("%q and %q hold %s differently; leave one of them out", all.Name, s.Name, reckon.Move{On: clash}.Text(c))
		}
		for _, set := range s.Sets {
			if slices.ContainsFunc(all.Sets, func(had reckon.Assignment) bool { return had.Name == set.Name }) {
				return all, fmt.Errorf("%q and %q both set %s; leave one of them out", all.Name, s.Name, set.Name)
			}
		}
		all.Hold.On, all.Hold.Off = all.Hold.On|s.Hold.On, all.Hold.Off|s.Hold.Off
		all.Sets, all.Without = append(all.Sets, s.Sets...), append(all.Without, s.Without...)
		all.Name += " + " + s.Name
		all.Title += " + " + s.Title
	}
	return all, nil
}

// Describe says in words what a scenario changes; "" when nothing.
func Describe(c *reckon.Case, s *reckon.Scenario) string {
	var parts []string
	for k := range c.Options {
		switch {
		case s.Hold.On.Has(k):
			parts = append(parts, c.Options[k].Name+" held on")
		case s.Hold.Off.Has(k):
			parts = append(parts, c.Options[k].Name+" held off")
		}
	}
	for _, set := range s.Sets {
		parts = append(parts, set.Name+" at "+set.To.Text(func(x *reckon.Expr) string { return lang.Written(c, x) }))
	}
	for _, name := range s.Without {
		parts = append(parts, "without "+name)
	}
	if parts == nil {
		return ""
	}
	text := strings.Join(parts, ", ")
	if s.From != 0 {
		text += ", from " + s.From.String()
	}
	if s.Until != 0 {
		text += ", until " + s.Until.String()
	}
	return text
}
