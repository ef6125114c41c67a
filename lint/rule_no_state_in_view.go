package lint

import (
	"fmt"
	"slices"

	"reckon"
)

func noStateInView() Rule {
	return Rule{
		Name: "no-state-in-view",
		Why: `What an actor holds impossible comes on top of what is impossible. Together they may leave no state in his eyes: then there is
nothing he could decide about, and that is an error. Or they may exclude today's state: then his view is proved wrong
before anybody moves. That happens to people, but a view is seldom meant so; it is a warning.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			base := sightOf(c, nil)
			if !base.somewhere() {
				return nil // no-state-left says it
			}
			var found []reckon.Diagnostic
			for _, h := range holdings(c) {
				if len(h.view.Overrides) == 0 {
					continue
				}
				s := sightOf(c, h.seen())
				today := s.today(c)
				if _, left := possible(s.start(), s.must()); left == no {
					found = append(found, nothingLeft(&h, &s))
				} else if rule := s.broken(today); rule != nil && base.broken(c.Today()) == nil && ownRule(&h, rule) {
					found = append(found, finding(reckon.Warning, rule.At, "Today's state is impossible in his eyes", fmt.Sprintf(
						"%q in the view of %s excludes today's state (%s): what is the case cannot be, in his eyes. "+
							"Fix: loosen the rule, or keep it if he denies what has happened.", rule.Name, h.who(), describe(c, today))))
				}
			}
			return found
		},
	}
}

// nothingLeft names the rules that together leave no state in a view.
func nothingLeft(h *holding, s *sight) reckon.Diagnostic {
	var names []string
	at := h.at
	for _, i := range core(s.start(), nil, s.must()) {
		names = append(names, s.Rules[i].Name)
		if ownRule(h, s.Rules[i]) {
			at = s.Rules[i].At
		}
	}
	unknown := ""
	if s.Hidden != 0 {
		unknown = " where the options unknown to him are off"
	}
	return finding(reckon.Error, at, "No state is possible in his eyes", fmt.Sprintf(
		"In the view of %s, %s %s every state%s, so there is nothing to decide about. Fix: loosen one of them, "+
			"or let him overlook one that is not his own: `possible \"…\"`.", h.who(), list(quoted(names)), choose(len(names), "excludes", "together exclude"), unknown))
}

// ownRule reports whether a rule stands in the holder's own view.
func ownRule(h *holding, rule *reckon.Impossible) bool {
	return slices.ContainsFunc(h.view.Overrides, func(o reckon.Override) bool {
		return o.Impossible != nil && o.Impossible.Name == rule.Name
	})
}
