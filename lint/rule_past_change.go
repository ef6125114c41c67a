package lint

import (
	"fmt"

	"reckon"
)

func pastChange() Rule {
	return Rule{
		Name: "past-change",
		Why: `By the as-of date it is known whether a change of mind that was due before has come. Odds below 1 then let a run that starts
earlier draw it by chance, which is right for a back-test, but today's mind is taken to be the likeliest of that day: the note
says so.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			if c.AsOf == 0 {
				return nil
			}
			var past []place
			for _, s := range mindSets(c) {
				for i := range s.minds {
					ch := &s.minds[i].Change
					if ch.From != 0 && ch.From <= c.AsOf && ch.Likelihood() < 1 {
						past = append(past, place{fmt.Sprintf("%s%s on %s", holderOf(&s.minds[i]), s.where, ch.From), ch.At})
					}
				}
			}
			if past == nil {
				return nil
			}
			return []reckon.Diagnostic{finding(reckon.Note, past[0].at,
				fmt.Sprintf("%s odds although it is past", count(len(past), "change of mind has", "changes of mind have")),
				few(past)+". By the as-of date it is known whether it came. Fix: take the odds out where it came, and the mind where it did not; "+
					"or leave them for runs that start before that day.")}
		},
	}
}
