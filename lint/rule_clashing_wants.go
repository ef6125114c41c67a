package lint

import (
	"fmt"
	"slices"
	"strings"

	"reckon"
)

func clashingWants() Rule {
	return Rule{
		Name: "clashing-wants",
		Why: `Two wants of one mind that ask the same, or the opposite of each other, count twice what the order of wants should say
once: the lower one only adds weight to the upper one, or takes it away. The rule finds conditions that are the same, or the negation
of each other, as written, apart from the order of what &&, ||, == and != join; a want with a condition counts as what it stands for.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			for _, h := range holdings(c) {
				upper := map[string]reckon.Want{}
				for _, w := range h.wants {
					if w.That.Op == "" {
						continue
					}
					same, opposite := spelling(&w.That, false), spelling(&w.That, true)
					if twin, is := upper[same]; is {
						found = append(found, askedTwice(h.who(), twin, w))
					} else if twin, is := upper[opposite]; is {
						found = append(found, askedAgainst(h.who(), twin, w))
					} else {
						upper[same] = w
					}
				}
			}
			return found
		},
	}
}

func askedTwice(who string, upper, lower reckon.Want) reckon.Diagnostic {
	return finding(reckon.Warning, lower.At, "Two wants ask the same", fmt.Sprintf(
		"%q of %s asks the same as %q above it (%s), so it only adds weight to it. Fix: keep one of the two, in the place that it deserves.",
		lower.Name, who, upper.Name, upper.At))
}

func askedAgainst(who string, upper, lower reckon.Want) reckon.Diagnostic {
	return finding(reckon.Warning, lower.At, "A want asks the opposite of another", fmt.Sprintf(
		"%q of %s asks the opposite of %q above it (%s): in every state just one of them holds, and the lower only takes weight from the upper. "+
			"Fix: keep the one he holds to, or write into `that` when each of them holds.",
		lower.Name, who, upper.Name, upper.At))
}

// opposites are the comparisons that hold just when the other does not.
var opposites = map[reckon.Op]reckon.Op{
	"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">", "&&": "||", "||": "&&", "yes": "no", "no": "yes",
}

// spelling writes an expression, or its negation, in one form: ! only before
// what has no opposite, and what &&, ||, == and != join in alphabetical order.
func spelling(e *reckon.Expr, negated bool) string {
	if e.Op == "!" {
		return spelling(arg(e, 0), !negated)
	}
	op, sign := e.Op, ""
	if negated && opposites[op] != "" {
		op = opposites[op]
	} else if negated {
		sign = "!"
	}
	joins := op == "&&" || op == "||"
	parts := make([]string, 0, len(e.Args))
	for i := range e.Args {
		parts = append(parts, spelling(&e.Args[i], negated && joins))
	}
	if joins || op == "==" || op == "!=" {
		slices.Sort(parts)
	}
	return fmt.Sprintf("%s%s(%d %s %v;%s)", sign, op, e.Option, e.Name, e.Number, strings.Join(parts, ","))
}
