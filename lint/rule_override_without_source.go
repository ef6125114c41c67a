package lint

import (
	"fmt"

	"reckon"
)

func overrideWithoutSource() Rule {
	return Rule{
		Name: "override-without-source",
		Why: `That an actor does not know of a course, or holds something to be impossible, or wishes another ill, explains almost
anything he does, so it must not rest on the analyst's word alone. What an actor sees and whom he favours counts as cited when it
carries a cite itself; in a kind, also when the kind or the belief does. The warning counts what rests on nothing.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var bare []place
			total := 0
			for _, h := range holdings(c) {
				total += len(h.view.Overrides) + len(h.attitudes)
				if h.kind && len(h.cites) > 0 {
					continue
				}
				for i := range h.view.Overrides {
					if o := &h.view.Overrides[i]; len(o.Cites) == 0 {
						bare = append(bare, place{said(c, o) + " in the view of " + h.who(), o.At})
					}
				}
				for _, a := range h.attitudes {
					if len(a.Cites) == 0 {
						bare = append(bare, place{h.regards(a), a.At})
					}
				}
			}
			if bare == nil {
				return nil
			}
			return []reckon.Diagnostic{finding(reckon.Warning, bare[0].at,
				fmt.Sprintf("%d of %s of views and attitudes %s on no source", len(bare), count(total, "statement", "statements"), choose(len(bare), "rests", "rest")),
				fmt.Sprintf("%s. An uncited one is the author's own assumption. "+
					"Fix: add a `cite` with the source and what it says in your words, or leave it as an assumption.", few(bare)))}
		},
	}
}

// said writes an override as its author did, without its settings.
func said(c *reckon.Case, o *reckon.Override) string {
	switch {
	case o.Impossible != nil:
		return fmt.Sprintf("impossible %q", o.Impossible.Name)
	case o.Possible != "":
		return fmt.Sprintf("possible %q", o.Possible)
	}
	name := ""
	if o.Option >= 0 && o.Option < len(c.Options) {
		name = c.Options[o.Option].Name
	}
	switch {
	case o.Unaware:
		return fmt.Sprintf("unaware %q", name)
	case o.Aware:
		return fmt.Sprintf("aware %q", name)
	}
	return fmt.Sprintf("option %q", name)
}
