package lint

import (
	"fmt"

	"reckon"
)

func indifferentActor() Rule {
	return Rule{
		Name: "indifferent-actor",
		Why: `An actor with options but without wants likes every state alike. Under SEQ and SIM it then never answers anybody,
since no move improves its lot, and under GMR it may do anything. If that is not meant, its mind is missing.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var idle []place
			look := func(r *reckon.Reading, where string) {
				for i, m := range r.MindsIn(c) {
					if own(c, m.Actor) != 0 && len(m.Wants) == 0 && len(m.Order) == 0 && (m.Actor != c.Subject || r == nil) {
						idle = append(idle, place{m.Actor + where, c.Actors[i].At})
					}
				}
			}
			for i := range c.Readings {
				look(&c.Readings[i], inReading(&c.Readings[i]))
			}
			if len(c.Readings) == 0 {
				look(nil, "")
			}
			if idle == nil {
				return nil
			}
			return []reckon.Diagnostic{finding(reckon.Note, idle[0].at,
				fmt.Sprintf("%s options but no wants", count(len(idle), "actor has", "actors have")),
				few(idle)+". Such an actor likes every state alike, so under SEQ and SIM it never answers anybody. "+
					"Fix: add a `mind` with its wants to the case or the reading, or leave it for a bystander.")}
		},
	}
}
