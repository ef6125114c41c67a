package lint

import (
	"fmt"
	"slices"

	"reckon"
)

func uncitedCauses() Rule {
	return Rule{
		Name: "uncited-causes",
		Why: `What drives a run, its parameters, shocks, what actors remember and how often such things have happened, is a claim
like any other. One that cites nothing is an assumption of the case's author. That is legal; the note counts them once, so that
nobody takes them for findings. A lesson counts as cited when its episode is.`,
		Check: func(c *reckon.Case) []reckon.Diagnostic {
			var uncited []place
			total := 0
			add := func(cites []reckon.Cite, at reckon.Range, what string, args ...any) {
				total++
				if len(cites) == 0 {
					uncited = append(uncited, place{fmt.Sprintf(what, args...), at})
				}
			}
			for _, p := range c.Parameters {
				add(p.Cites, p.At, "parameter %q", p.Name)
			}
			for _, s := range c.Shocks {
				add(s.Cites, s.At, "shock %q", s.Name)
			}
			for _, q := range c.Questions {
				for _, r := range q.Classes {
					add(r.Cites, r.At, "reference class %q", r.Name)
				}
			}
			for _, s := range mindSets(c) {
				for i := range s.minds {
					for _, e := range s.minds[i].Episodes {
						what := episodeOf(&s.minds[i], e, s.where)
						add(e.Cites, e.At, "%s", what)
						for _, l := range e.Lessons {
							add(slices.Concat(l.Cites, e.Cites), l.At, "the lesson about %s of %s", l.About, what)
						}
					}
				}
			}
			if uncited == nil {
				return nil
			}
			return []reckon.Diagnostic{finding(reckon.Note, uncited[0].at,
				fmt.Sprintf("%d of %s %s on no source", len(uncited), count(total, "cause", "causes"), choose(len(uncited), "rests", "rest")),
				few(uncited)+". Each is the author's own assumption. Fix: add a `cite` with the source and what it says in your words, or leave it as an assumption.")}
		},
	}
}
