package lint

import (
	"fmt"
	"slices"

	"reckon"
)

func settledInAdvance() Rule {
	return Rule{
		Name: "settled-in-advance",
		Why: `A question is answered by what moves in a run. A measure without next or is, which no shock changes, keeps its value; an
option that is taken for good, or dropped for good, stays so unless a shock sets it. A question that reads such a thing hangs, in that
part, on nothing that could happen.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			for i := range c.Questions {
				q := &c.Questions[i]
				if still := unmoved(c, &q.When); still != nil {
					found = append(found, finding(reckon.Warning, q.At, "This question reads what nothing moves", fmt.Sprintf(
						"%q reads %s, which %s the same in every run. "+
							"Fix: say how it moves, with `next`, `is` or the effect of a shock; or ask about what can happen.",
						q.Name, list(still), choose(len(still), "stays", "stay"))))
				}
			}
			return found
		},
	}
}

// unmoved lists what an expression reads that stays as it is in every run.
func unmoved(c *reckon.Case, e *reckon.Expr) []string {
	var names []string
	shocked := reckon.State(0)
	for i := range c.Shocks {
		shocked |= c.Shocks[i].Moves.Touches()
	}
	today := c.Today()
	fixedNow := e.Reads() &^ shocked
	for k := range c.Options {
		o := &c.Options[k]
		if fixedNow.Has(k) && (o.Final && today.Has(k) || o.Lost && !today.Has(k)) {
			names = append(names, o.Name)
		}
	}
	for _, name := range e.Measures() {
		if i := c.Measure(name); i >= 0 && still(c, &c.Measures[i]) {
			names = append(names, fmt.Sprintf("%q", name))
		}
	}
	return names
}

// still reports whether a measure keeps its value throughout every run.
func still(c *reckon.Case, m *reckon.Measure) bool {
	if m.Is.Op != "" || m.Next.Op != "" || m.Arena != "" {
		return false
	}
	return !slices.ContainsFunc(c.Shocks, func(s reckon.Shock) bool {
		return slices.ContainsFunc(s.Effects, func(e reckon.Effect) bool { return e.Measure == m.Name })
	})
}
