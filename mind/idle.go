package mind

import (
	"fmt"

	"reckon"
)

// Idle lists the beliefs about preferences that cannot matter, because the
// believer's concept does not ask what others want (Nash, GMR, SMR). It looks at
// the minds that the reading itself states; nil looks at the case's own minds.
func Idle(c *reckon.Case, r *reckon.Reading) []reckon.Diagnostic {
	minds, where := c.Minds, ""
	if r != nil {
		minds, where = r.Minds, fmt.Sprintf(" in the reading %q", r.Name)
	}
	var found []reckon.Diagnostic
	for _, m := range minds {
		reason := deaf(m.Temper.Concept)
		if reason == "" {
			continue
		}
		for _, b := range m.Beliefs {
			found = append(found, beliefCannotMatter(m, b, where, reason))
		}
	}
	return found
}

// deaf says why a concept does not hear what others want, "" when it does.
func deaf(concept reckon.Concept) string {
	switch concept {
	case reckon.Nash:
		return "under Nash he expects no answer to his move at all"
	case reckon.GMR:
		return "under GMR he expects others to do anything they can, whether it serves them or not"
	case reckon.SMR:
		return "under SMR he expects others to do anything they can, whether it serves them or not, and himself to have the last word"
	case reckon.SEQ, reckon.SSEQ, reckon.SIM, reckon.Tableau, reckon.NM: // and L_h
	}
	return ""
}

func beliefCannotMatter(m reckon.Mind, b reckon.Belief, where, reason string) reckon.Diagnostic {
	return reckon.Diagnostic{
		Severity: reckon.Warning,
		Code:     "belief-cannot-matter",
		Summary:  fmt.Sprintf("What %s believes of %s cannot matter under %s", m.Actor, b.About, m.Temper.Concept),
		Detail: fmt.Sprintf("The mind of %s%s decides by %s: %s. What he thinks that %s wants therefore changes no result. "+
			"If he does weigh what %s would gain, give his mind concept = \"SEQ\"; if not, leave the belief out, "+
			"or keep it as a remark in the reading's says.", m.Actor, where, m.Temper.Concept, reason, b.About, b.About),
		At: b.At,
	}
}
