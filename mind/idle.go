package mind

import (
	"fmt"
	"slices"

	"reckon"
)

// Idle lists the beliefs that cannot matter to what the believer himself does,
// because his concept does not hear them. What he takes another to want is heard
// by no concept that does not ask what others want (Nash, L1, GMR, SMR). What he
// takes another to be able to do (the options known to a kind and their
// directions) is heard by all but Nash and L1, which expect no answer. A nested
// belief, about what another believes, is heard only by what that other is then
// expected to do, so it is judged by the kind's concept. Idle looks at the minds
// that the reading itself states, those of later holders and courses with them; nil
// looks at the case's own minds.
func Idle(c *reckon.Case, r *reckon.Reading) []reckon.Diagnostic {
	minds, where := c.Minds, ""
	if r != nil {
		minds, where = r.Minds, fmt.Sprintf(" in the reading %q", r.Name)
	}
	i := idler{c: c, where: where}
	for k := range minds {
		m := &minds[k]
		i.course = m.Change.Name
		i.visit(m.Actor, "", m.Temper.Concept, m.Beliefs, 1)
	}
	return i.found
}

// idler gathers findings along a tree of beliefs.
type idler struct {
	c      *reckon.Case
	where  string
	course string // the change that brings the mind in which beliefs are looked at
	found  []reckon.Diagnostic
}

// visit judges the beliefs of someone; thinker says in whose eyes, "" his own.
func (i *idler) visit(who, thinker string, concept reckon.Concept, beliefs []reckon.Belief, depth int) {
	reason := deaf(concept)
	for _, b := range beliefs {
		if reason != "" && (alone(concept) || !i.bounds(b)) {
			i.found = append(i.found, i.cannotMatter(who, thinker, concept, b, reason))
		}
		for _, k := range b.Kinds {
			if depth < maxDepth {
				i.visit(b.About, who, k.Temper.Concept, k.Beliefs, depth+1)
			}
		}
	}
}

// bounds reports whether a belief says of some kind what it can do.
func (i *idler) bounds(b reckon.Belief) bool {
	about := i.c.Actor(b.About)
	return about >= 0 && slices.ContainsFunc(b.Kinds, func(k reckon.Kind) bool {
		return slices.ContainsFunc(k.View.Overrides, func(o reckon.Override) bool {
			return (o.Unaware || o.Directed) && i.c.Actors[about].Own().Has(o.Option)
		})
	})
}

// alone reports whether a concept expects no answer at all.
func alone(concept reckon.Concept) bool { return concept == reckon.Nash || concept.Moves() == 1 }

// deaf says why a concept does not hear what others want, "" when it does.
func deaf(concept reckon.Concept) string {
	switch {
	case alone(concept):
		return fmt.Sprintf("under %s he expects no answer to his move at all", concept)
	case concept == reckon.GMR:
		return "under GMR he expects others to do anything they can, whether it serves them or not"
	case concept == reckon.SMR:
		return "under SMR he expects others to do anything they can, whether it serves them or not, and himself to have the last word"
	}
	return ""
}

func (i *idler) cannotMatter(who, thinker string, concept reckon.Concept, b reckon.Belief, reason string) reckon.Diagnostic {
	where := i.where
	if i.course != "" {
		where = fmt.Sprintf(" from %q on%s", i.course, where)
	}
	holds, mind := who, fmt.Sprintf("The mind of %s%s", who, where)
	if thinker != "" {
		holds = fmt.Sprintf("%s, as %s sees him,", who, thinker)
		mind = fmt.Sprintf("The kind of %s that %s reckons with%s", who, thinker, where)
	}
	return reckon.Diagnostic{
		Severity: reckon.Warning,
		Code:     "belief-cannot-matter",
		Summary:  fmt.Sprintf("What %s believes of %s cannot matter under %s", holds, b.About, concept),
		Detail: fmt.Sprintf("%s decides by %s: %s. What he thinks that %s wants therefore changes nothing that he does. "+
			"If he does weigh what %s would gain, give his mind concept = \"SEQ\"; if not, leave the belief out, "+
			"or keep it as a remark in the reading's says.", mind, concept, reason, b.About, b.About),
		At: b.At,
	}
}
