package lint

import (
	"fmt"

	"reckon"
)

func noStateLeft() Rule {
	return Rule{
		Name: "no-state-left",
		Why: `An impossible rule excludes every state in which it holds. When the rules together exclude all of them there is
no world left to analyse. The message names the rules that are to blame: without any one of them a state would remain.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			is := sightOf(c, nil)
			if _, found := possible(partial{}, is.must()); found != no {
				return nil
			}
			blamed := core(partial{}, nil, is.must())
			var names []string
			for _, i := range blamed {
				names = append(names, c.Impossible[i].Name)
			}
			what := fmt.Sprintf("%s together exclude every state", list(quoted(names)))
			if len(names) == 1 {
				what = fmt.Sprintf("%q excludes every state", names[0])
			}
			return []reckon.Diagnostic{finding(reckon.Error, c.Impossible[blamed[len(blamed)-1]].At, "The impossible rules leave no state",
				what+", so there is nothing to analyse. A rule says what cannot be, not what must be. "+
					"Fix: loosen one of them; \"at least one of a, b\" is written `when = !a && !b`.")}
		},
	}
}
