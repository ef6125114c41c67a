package lint

import (
	"fmt"

	"reckon"
)

// formula is an expression of a case, and the place it stands in.
type formula struct {
	what string // in words, such as "`next` of measure …"
	part string // of what a run works out: "next", "is", "start", "noise", "chance", "rate", "to", "now" or "arena"; "law" where a number of a law has no unit
	name string // the measure whose value it gives; "" where it gives none
	per  string // of a rate: the time that it is counted in
	e    *reckon.Expr
}

// formulas lists every expression of a case.
func formulas(c *reckon.Case) []formula {
	var all []formula
	add := func(part, name string, e *reckon.Expr, what string, args ...any) {
		if e.Op != "" {
			all = append(all, formula{what: fmt.Sprintf(what, args...), part: part, name: name, e: e})
		}
	}
	for i := range c.Impossible {
		r := &c.Impossible[i]
		add("", "", &r.When, "impossible %q", r.Name)
	}
	for i := range c.Shown() {
		m := &c.Measures[i]
		add("is", m.Name, &m.Is, "`is` of measure %q", m.Name)
		add("next", m.Name, &m.Next, "`next` of measure %q", m.Name)
		for k := range m.Start.Args {
			add(spreadPart("start", m.Start.Law, k), m.Name, &m.Start.Args[k], "`start` of measure %q", m.Name)
		}
		for k := range m.Noise.Args {
			add(spreadPart("noise", m.Noise.Law, k), m.Name, &m.Noise.Args[k], "`noise` of measure %q", m.Name)
		}
	}
	for i := range c.Shocks {
		s := &c.Shocks[i]
		add("rate", "", &s.Rate, "`rate` of shock %q", s.Name)
		if s.Rate.Op != "" {
			all[len(all)-1].per = s.Per
		}
		add("chance", "", &s.Chance, "`chance` of shock %q", s.Name)
		add("now", "", &s.When, "`when` of shock %q", s.Name)
		for k := range s.Effects {
			e := &s.Effects[k]
			add("to", e.Measure, &e.To, "the effect of shock %q on %q", s.Name, e.Measure)
		}
	}
	for i := range c.Arenas {
		a := &c.Arenas[i]
		inArena(a.Settings, func(s *reckon.ArenaSetting, e *reckon.Expr) {
			add("arena", "", e, "`%s` of the %s %q", s.Name, a.Kind, a.Name)
		})
		for k := range a.Parts {
			p := &a.Parts[k]
			inArena(p.Settings, func(s *reckon.ArenaSetting, e *reckon.Expr) {
				add("arena", "", e, "`%s` of %s %q in the %s %q", s.Name, p.Kind, p.Name, a.Kind, a.Name)
			})
		}
	}
	for i := range c.Features {
		f := &c.Features[i]
		add("now", "", &f.Now, "feature %q", f.Name)
	}
	all = append(all, mindFormulas(c)...)
	for i := range c.Questions {
		q := &c.Questions[i]
		add("", "", &q.When, "`when` of question %q", q.Name)
	}
	return all
}

// inArena visits the expressions of settings.
func inArena(list []reckon.ArenaSetting, visit func(*reckon.ArenaSetting, *reckon.Expr)) {
	for i := range list {
		s := &list[i]
		visit(s, &s.Value)
		for k := range s.Start.Args {
			visit(s, &s.Start.Args[k])
		}
	}
}

// spreadPart says what number k of a law is: some are shares and logarithms, which
// have no unit.
func spreadPart(part string, law reckon.Law, k int) string {
	if law == reckon.Beta || law == reckon.LogNormal && k == 1 {
		return "law"
	}
	return part
}

// mindFormulas lists the expressions of all minds, of the kinds in them and of
// their views.
func mindFormulas(c *reckon.Case) []formula {
	var all []formula
	for _, s := range mindSets(c) {
		for i := range s.minds {
			if m := &s.minds[i]; m.Change.When.Op != "" {
				all = append(all, formula{what: "the change to " + holderOf(m) + s.where, part: "now", e: &m.Change.When})
			}
		}
	}
	for _, h := range holdings(c) {
		for i := range h.wants {
			if w := &h.wants[i]; w.That.Op != "" {
				all = append(all, formula{what: wantOf(h.who(), *w), e: &w.That})
			}
		}
		for i := range h.view.Overrides {
			if o := &h.view.Overrides[i]; o.Impossible != nil && o.Impossible.When.Op != "" {
				all = append(all, formula{what: "the view of " + h.who(), e: &o.Impossible.When})
			}
		}
	}
	return all
}

// fixed evaluates a number that hangs on nothing; NaN where it does.
func fixed(e *reckon.Expr) float64 { return partial{}.number(e) }
