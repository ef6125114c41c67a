package lint

import (
	"fmt"

	"reckon"
)

func mixedUnits() Rule {
	return Rule{
		Name: "mixed-units",
		Why: `Barrels cannot be added to percent. The rule works out the unit of every expression: what is added, compared or
chosen between has one unit, and a measure's start, next, is and noise have the measure's own, as do the effects of shocks.
Multiplying and dividing make new units. A unit is words joined by *, /, per or a, as in "million barrels a day", with powers
such as ^2; anything else is one word, and a plural s does not count. Bare numbers, and whatever has no unit stated, fit
anything; percent divided by 100 is a number without a unit. In next and its noise, a flow per step of the clock counts as the stock: barrels / week beside barrels, where the step
is a week. exp(), ln(), sin() and their like
take numbers without a unit.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			units := unitsOf(c)
			step := unitOf(c.Step)
			var found []reckon.Diagnostic
			for _, f := range formulas(c) {
				m := measurer{units: units}
				if f.part == "next" || f.part == "noise" {
					m.step = &step
				}
				u := m.of(f.e)
				if m.found == nil {
					m.fits(&f, u)
				}
				if m.found != nil {
					found = append(found, mixed(&f, m.found))
				}
			}
			return found
		},
	}
}

// fits demands of a whole expression the unit that its place has.
func (m *measurer) fits(f *formula, u unit) {
	switch f.part {
	case "is", "next", "start", "noise", "to":
		m.join(f.e, "gives", u, m.named(f.name))
	case "chance":
		m.join(f.e, "gives", u, unit{})
	case "rate":
		if per := (unit{}).times(unitOf(f.per), -1); !u.pure() && !u.same(per) {
			m.clash(f.e, "gives", u, per)
		}
	}
}

// mixed says which units meet in an expression.
func mixed(f *formula, at *clash) reckon.Diagnostic {
	what := ""
	switch at.doing {
	case "adds":
		what = fmt.Sprintf("adds or subtracts %s and %s", at.a.said(), at.b.said())
	case "compares":
		what = fmt.Sprintf("compares %s with %s", at.a.said(), at.b.said())
	case "chooses between":
		what = fmt.Sprintf("chooses between %s and %s", at.a.said(), at.b.said())
	case "takes":
		what = fmt.Sprintf("puts %s where only a number without a unit makes sense", at.a.said())
	case "gives":
		what = fmt.Sprintf("gives %s where %s belongs", at.a.said(), at.b.said())
	}
	return finding(reckon.Warning, at.at, "Two units are mixed", fmt.Sprintf(
		"%s %s. Fix: multiply or divide by what turns one into the other, such as a parameter with its own unit, or mend a `unit`.", capital(f.what), what))
}
