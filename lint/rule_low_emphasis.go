package lint

import (
	"fmt"

	"reckon"
)

func lowEmphasis() Rule {
	return Rule{
		Name: "low-emphasis",
		Why: `Which states are stable follows the order of wants alone: the first that tells two states apart decides. What an actor
chooses follows sums of weights, each want counting ` + "`emphasis`" + ` times the next. Below 2 several lesser wants can
outweigh a greater one, so that the choice and the stability of one mind can disagree. That may be meant; it should be known.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var found []reckon.Diagnostic
			look := func(who string, t reckon.Temper, wants int, at reckon.Range) {
				if outweighed(t.Emphasis, wants) {
					found = append(found, finding(reckon.Note, at, "Lesser wants together can outweigh a greater one", fmt.Sprintf(
						"With emphasis %g, %s may choose several lesser wants over one that stands above them, while stability "+
							"goes by the greater want alone. Fix: leave `emphasis` at 2 or raise it, or keep it if that is the theory.", t.Emphasis, who)))
				}
			}
			eachMind(c, func(m *reckon.Mind, where string) {
				look(m.Actor+where, m.Temper, len(m.Wants), m.At)
				for _, b := range m.Beliefs {
					for _, k := range b.Kinds {
						look(fmt.Sprintf("%s as %s sees it%s", b.About, m.Actor, where), k.Temper, len(k.Wants), k.At)
					}
				}
			})
			return found
		},
	}
}

// outweighed reports whether, among so many wants, all below some want sum to at
// least its weight. An emphasis below 1 is refused elsewhere.
func outweighed(emphasis float64, wants int) bool {
	weight, below := 1.0, 0.0
	for range wants - 1 {
		below += weight
		weight *= emphasis
		if emphasis >= 1 && weight <= below {
			return true
		}
	}
	return false
}

// eachMind calls f on every mind that the case or a reading states.
func eachMind(c *reckon.Case, f func(m *reckon.Mind, where string)) {
	for i := range c.Minds {
		f(&c.Minds[i], "")
	}
	for i := range c.Readings {
		r := &c.Readings[i]
		for k := range r.Minds {
			f(&r.Minds[k], inReading(r))
		}
	}
}
