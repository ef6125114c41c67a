package lint

import (
	"fmt"
	"slices"

	"reckon"
)

func indistinguishableMoves() Rule {
	return Rule{
		Name: "indistinguishable-moves",
		Why: `Moves are settings of options, so two moves that lead to the same state are one and the same to every reading. A
choice whose alternatives all coincide tests nobody. Often the earlier record has already switched the option, or an option is
missing that would tell the alternatives apart.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			states := replay(c)
			for i, e := range c.Record {
				if !scored(c, e) {
					continue
				}
				if what := merged(c, states[i], e); what != "" {
					found = append(found, finding(reckon.Warning, e.At, "Nothing sets these moves apart", fmt.Sprintf(
						"In row %q (%s) %s. Fix: check the moves against the state at that date, add the option that sets them apart, "+
							"or give the row weight 0 and say why in its note.", e.ID, e.Date, what)))
				}
			}
			return found
		},
	}
}

// merged says which moves of a choice lead to the same state, or "".
func merged(c *reckon.Case, before reckon.State, e reckon.Event) string {
	took := e.Took.Apply(before)
	seen := []reckon.State{took}
	for _, m := range e.Instead {
		after := m.Apply(before)
		switch {
		case after == took:
			return fmt.Sprintf("the alternative %q leads to the same state as what was done, %q", m.Text(c), e.Took.Text(c))
		case slices.Contains(seen, after):
			return fmt.Sprintf("the alternative %q leads to the same state as another alternative", m.Text(c))
		}
		seen = append(seen, after)
	}
	return ""
}
