package lint

import (
	"fmt"
	"slices"
	"strings"

	"reckon"
)

func duplicateReading() Rule {
	return Rule{
		Name: "duplicate-reading",
		Why: `Two readings with the same minds make the same forecasts. In a trial they share one theory's weight between them
and make it look weaker than it is, or make agreement look like corroboration.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			first := map[string]*reckon.Reading{}
			var found []reckon.Diagnostic
			for i := range c.Readings {
				r := &c.Readings[i]
				key := signature(r.Minds)
				twin := first[key]
				if twin == nil {
					first[key] = r
					continue
				}
				found = append(found, finding(reckon.Warning, r.At, "Two readings say the same", fmt.Sprintf(
					"Readings %q and %q (%s) have the same minds: the same wants in the same order, beliefs and tempers. They will never differ. "+
						"Fix: keep one, or write down what sets them apart.", twin.Name, r.Name, twin.At)))
			}
			return found
		},
	}
}

// signature writes everything about minds that can change a forecast.
func signature(minds []reckon.Mind) string {
	parts := make([]string, 0, len(minds))
	for _, m := range minds {
		var b strings.Builder
		fmt.Fprintf(&b, "%q %s", m.Actor, temperKey(m.Temper))
		writeOrder(&b, m.Wants, m.Order)
		for _, belief := range m.Beliefs {
			fmt.Fprintf(&b, " about %q", belief.About)
			for _, k := range belief.Kinds {
				fmt.Fprintf(&b, " odds %v %s", k.Odds, temperKey(k.Temper))
				writeOrder(&b, k.Wants, k.Order)
			}
		}
		parts = append(parts, b.String())
	}
	slices.Sort(parts)
	return strings.Join(parts, "\n")
}

func temperKey(t reckon.Temper) string {
	return fmt.Sprintf("%s %v %v %v %v", t.Concept, t.Caution, t.Precision, t.Stubborn, t.Emphasis)
}

func writeOrder(b *strings.Builder, wants []reckon.Want, order [][]reckon.State) {
	for _, w := range wants {
		fmt.Fprintf(b, " want %t %q", w.RedLine, strings.Join(strings.Fields(w.Text), " "))
	}
	fmt.Fprintf(b, " order %v", order)
}
