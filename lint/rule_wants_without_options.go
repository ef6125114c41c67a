package lint

import (
	"fmt"

	"reckon"
)

func wantsWithoutOptions() Rule {
	return Rule{
		Name: "wants-without-options",
		Why: `An actor without options is legal: he watches, or he is there for the record. But he never moves, so what he wants is read by
nobody, unless somebody has an attitude towards him. A mind of his is then work without effect, or an option of his is missing.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			regarded := map[string]bool{}
			all := holdings(c)
			for _, h := range all {
				for _, a := range h.attitudes {
					regarded[a.Toward] = regarded[a.Toward] || a.Is != 0 && a.Toward != h.actor
				}
			}
			var mute []place
			for _, h := range all {
				if c.Actor(h.actor) >= 0 && own(c, h.actor) == 0 && (len(h.wants) > 0 || h.ordered) && !regarded[h.actor] {
					mute = append(mute, place{h.who(), h.at})
				}
			}
			if mute == nil {
				return nil
			}
			return []reckon.Diagnostic{finding(reckon.Note, mute[0].at,
				fmt.Sprintf("%s without options", count(len(mute), "mind wants something", "minds want something")),
				fmt.Sprintf("%s. Who cannot move decides nothing, so no result reads these wants. "+
					"Fix: give the actor the option that is missing, or take the mind out.", few(mute)))}
		},
	}
}
