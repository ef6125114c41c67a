package lint

import (
	"slices"

	"reckon"
)

func nothingToDecide() Rule {
	return Rule{
		Name: "nothing-to-decide",
		Why: `States are made of what actors can do. A case in which no actor has an option has one state and no move, so
reckon solve and every verb after it refuse it. It may still be checked while it is being written, and one whose
measures move by themselves is a model that runs without anybody deciding.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			moves := func(m reckon.Measure) bool { return m.Is.Op != "" || m.Next.Op != "" }
			if len(c.Options) > 0 || slices.ContainsFunc(c.Measures, moves) || len(c.Arenas) > 0 {
				return nil
			}
			return []reckon.Diagnostic{finding(reckon.Warning, c.At, "Nothing can be solved yet: no actor has an option",
				"Without options there is nothing to decide and only one state. "+
					"Fix: give an actor what he can do or leave undone: actor \"a\" { option \"x\" {} }.")}
		},
	}
}
