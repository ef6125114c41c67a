package lint

import (
	"fmt"

	"reckon"
)

func redLinesLeaveNothing() Rule {
	return Rule{
		Name: "red-lines-leave-nothing",
		Why: `A red line says that its breach is strongly worse than keeping it. Red lines that no state keeps together forbid
everything, and then forbid nothing: that is an error. Red lines that could be kept somewhere, each of which the actor could
keep today by its own move, but not all at once, are a warning: they may describe a real dilemma, and then at least one of them is a
strong preference.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			judged := judgedIn(c)
			var found []reckon.Diagnostic
			for _, h := range holdings(c) {
				lines := redLines(h.wants)
				if len(lines) == 0 {
					continue
				}
				s, somewhere := judged(&h)
				if !somewhere {
					continue
				}
				if _, kept := possible(s.start(), together(s.must(), thatOf(lines))); kept == no {
					found = append(found, forbidEverything(c, h, &s, lines))
				} else if d, torn := dilemmaToday(c, h, &s, lines); torn {
					found = append(found, d)
				}
			}
			return found
		},
	}
}

func redLines(wants []reckon.Want) []reckon.Want {
	var lines []reckon.Want
	for _, w := range wants {
		if w.RedLine && w.That.Op != "" {
			lines = append(lines, w)
		}
	}
	return lines
}

func thatOf(wants []reckon.Want) []reckon.Expr {
	out := make([]reckon.Expr, len(wants))
	for i, w := range wants {
		out[i] = w.That
	}
	return out
}

func namesOf(wants []reckon.Want, which []int) []string {
	var names []string
	for _, i := range which {
		names = append(names, wants[i].Name)
	}
	return quoted(names)
}

func forbidEverything(c *reckon.Case, h holding, s *sight, lines []reckon.Want) reckon.Diagnostic {
	blamed := core(s.start(), s.must(), thatOf(lines))
	last := lines[blamed[len(blamed)-1]]
	if len(blamed) == 1 {
		return finding(reckon.Error, last.At, "A red line that nothing can keep", fmt.Sprintf(
			"%q leaves %s with nothing to do: no possible state keeps it. "+
				"Fix: loosen it, or check the impossible rules, which may exclude more than you meant.", last.Name, h.who()))
	}
	return finding(reckon.Error, last.At, "The red lines forbid everything", fmt.Sprintf(
		"%s together leave %s with nothing to do: no possible state keeps them all. "+
			"A red line no one can keep is usually a strong preference. Fix: loosen one, drop one, or make it an ordinary want "+
			"by taking `red_line = true` away.%s", list(namesOf(lines, blamed)), h.who(), without(c, s, blamed, lines)))
}

// without says what the actor could do if the least important of the blamed
// lines were an ordinary want.
func without(c *reckon.Case, s *sight, blamed []int, lines []reckon.Want) string {
	rest := pick(thatOf(lines), blamed[:len(blamed)-1])
	left, found := possible(s.start(), together(s.must(), rest))
	if found != yes {
		return ""
	}
	return fmt.Sprintf(" Without %q, for example, the state with %s keeps the rest.",
		lines[blamed[len(blamed)-1]].Name, describe(c, left))
}

// dilemmaToday looks for red lines that the actor could keep one by one from
// today's state by a move of his own (or by staying), but not all together.
// A line that others have already crossed for good is not of his making.
func dilemmaToday(c *reckon.Case, h holding, s *sight, lines []reckon.Want) (reckon.Diagnostic, bool) {
	today, must := s.today(c), s.must()
	mine := own(c, h.actor)
	if h.kind || mine == 0 || s.broken(today) != nil {
		return reckon.Diagnostic{}, false
	}
	start := partial{decided: ^mine | s.stuck(today), on: today}
	start.on &= start.decided
	var keepable []reckon.Want
	for _, w := range lines {
		if _, found := possible(start, together(must, []reckon.Expr{w.That})); found != no {
			keepable = append(keepable, w)
		}
	}
	that := thatOf(keepable)
	if _, found := possible(start, together(must, that)); found != no {
		return reckon.Diagnostic{}, false
	}
	blamed := core(start, must, that)
	return finding(reckon.Warning, keepable[blamed[0]].At, "Today the red lines leave nothing", fmt.Sprintf(
		"From today's state (%s) %s can keep each of %s, but not all of them: every move, and staying, crosses one. "+
			"That may be a real dilemma; then one of them is a strong preference rather than a red line. "+
			"Fix: loosen one, drop one, or keep them and say so in the reading.",
		describe(c, today), h.who(), list(namesOf(keepable, blamed)))), true
}
