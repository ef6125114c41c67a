package lint

import (
	"fmt"

	"reckon"
)

func constantWant() Rule {
	return Rule{
		Name: "constant-want",
		Why: `States are compared by the wants that are true in them. A want that is true in every possible state, or in none,
compares nothing: no option of anybody can change it, often because an impossible rule already settles it or because a
condition contradicts itself. Where a mind has a view, it is judged in that view: what speaks of an option that he does not
know may change nothing in his eyes.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			judged := judgedIn(c)
			var found []reckon.Diagnostic
			for _, h := range holdings(c) {
				s, somewhere := judged(&h)
				if !somewhere {
					continue
				}
				for _, w := range h.wants {
					if how := constancy(&s, w); how != "" {
						found = append(found, finding(reckon.Warning, w.At, "No option can change this want", fmt.Sprintf(
							"%q of %s is %s, so it can never make one state better than another. "+
								"Fix: check the condition and the impossible rules, or take the want out.", w.Name, h.who(), how)))
					}
				}
			}
			return found
		},
	}
}

// constancy says in which way a want never changes, or "".
func constancy(s *sight, w reckon.Want) string {
	must := s.must()
	if w.That.Op == "" {
		return ""
	}
	if w.That.Reads() == 0 && len(w.That.Measures()) > 0 {
		return "about measures alone, which are constant when an actor decides"
	}
	if _, found := possible(s.start(), together(must, []reckon.Expr{w.That})); found == no {
		if w.RedLine {
			return "" // red-lines-leave-nothing says it
		}
		return "true in no possible state"
	}
	if _, found := possible(s.start(), together(must, []reckon.Expr{not(w.That)})); found == no {
		return "true in every possible state"
	}
	return ""
}
