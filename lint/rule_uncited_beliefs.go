package lint

import (
	"fmt"

	"reckon"
)

func uncitedBeliefs() Rule {
	return Rule{
		Name: "uncited-beliefs",
		Why: `What an actor believes of another decides much of what he does under SEQ and SIM, and nobody can look into his
head. A belief without a source is therefore the weakest stone in a model. A belief counts as cited when it carries a cite
itself, or when each of its kinds, or each want of a kind, does.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var bare []place
			total := 0
			look := func(minds []reckon.Mind, where string) {
				for _, m := range minds {
					total += len(m.Beliefs)
					for _, b := range m.Beliefs {
						if !beliefCited(b) {
							bare = append(bare, place{fmt.Sprintf("what %s believes of %s%s", m.Actor, b.About, where), b.At})
						}
					}
				}
			}
			look(c.Minds, "")
			for i := range c.Readings {
				look(c.Readings[i].Minds, inReading(&c.Readings[i]))
			}
			if bare == nil {
				return nil
			}
			return []reckon.Diagnostic{finding(reckon.Warning, bare[0].at,
				fmt.Sprintf("%d of %s %s on no source", len(bare), count(total, "belief", "beliefs"), choose(len(bare), "rests", "rest")),
				fmt.Sprintf("%s. An uncited belief is the author's own assumption, and the brief will list it as one. "+
					"Fix: add a `cite` to the belief or to each of its kinds, or leave it as an assumption.", few(bare)))}
		},
	}
}

func beliefCited(b reckon.Belief) bool {
	if len(b.Cites) > 0 {
		return true
	}
	for _, k := range b.Kinds {
		if len(k.Cites) == 0 && !wantsCited(k.Wants) {
			return false
		}
	}
	return len(b.Kinds) > 0
}

func wantsCited(wants []reckon.Want) bool {
	for _, w := range wants {
		if len(w.Cites) == 0 {
			return false
		}
	}
	return len(wants) > 0
}
