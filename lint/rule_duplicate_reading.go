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
		fmt.Fprintf(&b, "%q", m.Actor)
		writeHead(&b, reckon.Kind{
			Temper: m.Temper, Wants: m.Wants, Order: m.Order, Attitudes: m.Attitudes, View: m.View, Beliefs: m.Beliefs,
		})
		fmt.Fprintf(&b, " change %v %q %v", m.Change.From, m.Change.Text, m.Change.Odds)
		for _, e := range m.Episodes {
			fmt.Fprintf(&b, " episode %v", e.Above)
			for _, f := range e.Features {
				fmt.Fprintf(&b, " %q %v %v", f.Feature, f.Was, f.Weight)
			}
			for _, l := range e.Lessons {
				fmt.Fprintf(&b, " %q %q %v", l.About, l.Kind, l.Strength)
			}
		}
		parts = append(parts, b.String())
	}
	slices.Sort(parts)
	return strings.Join(parts, "\n")
}

// writeHead writes a mind or kind, and the kinds it reckons with in turn.
func writeHead(b *strings.Builder, k reckon.Kind) {
	t := k.Temper
	fmt.Fprintf(b, " odds %v %s %v %v %v %v", k.Odds, t.Concept, t.Caution, t.Precision, t.Stubborn, t.Emphasis)
	for _, w := range k.Wants {
		fmt.Fprintf(b, " want %t %v %t %v %q", w.RedLine, w.Points, w.Unknown, w.Odds, strings.Join(strings.Fields(w.Text), " "))
	}
	fmt.Fprintf(b, " order %v", k.Order)
	for _, a := range k.Attitudes {
		fmt.Fprintf(b, " towards %q %d", a.Toward, a.Is)
	}
	for _, o := range k.View.Overrides {
		fmt.Fprintf(b, " sees %d %t %t %t %t %t %q", o.Option, o.Unaware, o.Aware, o.Directed, o.Final, o.Lost, o.Possible)
		if o.Impossible != nil {
			fmt.Fprintf(b, " not %q %q", o.Impossible.Name, o.Impossible.Text)
		}
	}
	for _, belief := range k.Beliefs {
		fmt.Fprintf(b, " about %q", belief.About)
		for _, inner := range belief.Kinds {
			writeHead(b, inner)
		}
		b.WriteString(" end")
	}
}
