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
itself, or when each of its kinds, or all that a kind wants, sees and believes, does.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var bare []place
			total := 0
			for _, h := range holdings(c) {
				total += len(h.beliefs)
				for _, b := range h.beliefs {
					if !beliefCited(b) && (!h.kind || len(h.cites) == 0) {
						bare = append(bare, place{h.believes(b.About), b.At})
					}
				}
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
	for i := range b.Kinds {
		if len(b.Kinds[i].Cites) == 0 && !contentCited(&b.Kinds[i]) {
			return false
		}
	}
	return len(b.Kinds) > 0
}

// contentCited reports that a kind says something and cites all of it.
func contentCited(k *reckon.Kind) bool {
	for _, w := range k.Wants {
		if len(w.Cites) == 0 {
			return false
		}
	}
	for _, a := range k.Attitudes {
		if len(a.Cites) == 0 {
			return false
		}
	}
	for i := range k.View.Overrides {
		if len(k.View.Overrides[i].Cites) == 0 {
			return false
		}
	}
	for _, b := range k.Beliefs {
		if !beliefCited(b) {
			return false
		}
	}
	return len(k.Order) == 0 && len(k.Wants)+len(k.Attitudes)+len(k.View.Overrides)+len(k.Beliefs) > 0
}
