package coupling

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"reckon"
	"reckon/arena"
	"reckon/arena/treasury"
	"reckon/dynamics"
	"reckon/lang"
)

// Expand makes measures of the equations of the treasuries of a case, which was read
// from texts: the case with them, or the case as it is where it has no treasury or
// there are diagnostics. What a treasury writes is then worked out from its equation.
func Expand(texts lang.Files, c *reckon.Case) (*reckon.Case, []reckon.Diagnostic) {
	all := maps.Clone(texts)
	var found []reckon.Diagnostic
	owner := map[string]*reckon.Arena{} // by file of equations
	for i := range c.Arenas {
		a := &c.Arenas[i]
		if a.Kind != "treasury" {
			continue
		}
		text, bad := equations(c, a)
		if found = append(found, bad...); len(bad) > 0 {
			continue
		}
		name := "equations of " + a.Name + ".hcl"
		all[name], owner[name] = text, a
	}
	if len(owner) == 0 || len(found) > 0 {
		return c, found
	}
	whole, more := lang.Load(all)
	for _, d := range more {
		if a := owner[d.At.File]; a != nil {
			found = append(found, misfit(a, &d))
		} else if d.Severity == reckon.Error { // the case had none before
			found = append(found, d)
		}
	}
	if len(found) > 0 {
		return c, found
	}
	for i := range whole.Measures {
		m := &whole.Measures[i]
		if a := owner[m.At.File]; a != nil {
			m.Arena, m.Derived, m.At = a.Name, true, a.At
		}
	}
	slices.SortStableFunc(whole.Measures, func(a, b reckon.Measure) int { // see Case.Shown
		return cmp.Compare(number(a.Derived), number(b.Derived))
	})
	if found := link(whole); len(found) > 0 {
		return whole, found
	}
	return whole, circle(whole)
}

// circle says where what a treasury reads hangs, in one step, on what it makes of it.
// The language cannot see that: it knows no equations of treasuries.
func circle(c *reckon.Case) []reckon.Diagnostic {
	_, err := dynamics.Compile(c)
	if err == nil {
		return nil
	}
	first := slices.IndexFunc(c.Arenas, func(a reckon.Arena) bool { return a.Kind == "treasury" })
	return []reckon.Diagnostic{{
		Severity: reckon.Error, Code: "loop", At: c.Arenas[first].At,
		Summary: "What a treasury reads is worked out from what it makes of it in the same step",
		Detail:  strings.ToUpper(err.Error()[:1]) + err.Error()[1:] + ".",
	}}
}

func number(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// misfit says what keeps an equation out of the case.
func misfit(a *reckon.Arena, d *reckon.Diagnostic) reckon.Diagnostic {
	return reckon.Diagnostic{
		Severity: d.Severity, Code: "treasury-equations", At: a.At,
		Summary: fmt.Sprintf("The equations of the treasury %q do not fit into the case: %s", a.Name, d.Summary),
		Detail:  d.Detail,
	}
}

// link has the measures that treasuries write be worked out from their equations.
func link(c *reckon.Case) []reckon.Diagnostic {
	var found []reckon.Diagnostic
	for i := range c.Arenas {
		a := &c.Arenas[i]
		if a.Kind != "treasury" {
			continue
		}
		for _, w := range a.Writes {
			name := a.Name + "_" + w.Quantity
			k := c.Measure(w.Measure)
			if c.Measure(name) < 0 || !c.Measures[c.Measure(name)].Derived {
				found = append(found, noEquation(c, a, w))
				continue
			}
			c.Measures[k].Is = reckon.Expr{Op: "measure", Name: name, At: w.At}
			c.Measures[k].Text = name
		}
	}
	return found
}

// noEquation says that a treasury has no such equation, and which it has.
func noEquation(c *reckon.Case, a *reckon.Arena, w reckon.ArenaWrite) reckon.Diagnostic {
	var names []string
	for i := range c.Measures {
		if own, ok := strings.CutPrefix(c.Measures[i].Name, a.Name+"_"); ok && c.Measures[i].Derived {
			names = append(names, own)
		}
	}
	return reckon.Diagnostic{
		Severity: reckon.Error, Code: "no-such-quantity", At: w.At,
		Summary: fmt.Sprintf("%q is not an equation of the treasury %q", w.Quantity, a.Name),
		Detail:  "It has: " + strings.Join(names, ", ") + ".",
	}
}

// equations writes the equations of a treasury as case text.
func equations(c *reckon.Case, a *reckon.Arena) ([]byte, []reckon.Diagnostic) {
	s := treasury.Settings{Prefix: a.Name + "_", Step: c.Step, Given: map[string]string{}}
	for i := range a.Settings {
		one := &a.Settings[i]
		if one.Start.Stated() {
			s.Given[one.Name] = one.Start.Text(func(e *reckon.Expr) string { return lang.Written(c, e) })
		} else {
			s.Given[one.Name] = one.Text
		}
	}
	for _, p := range a.Kinds("organ") {
		share := ""
		if of := p.Setting("share"); of != nil {
			share = of.Text
		}
		s.Organs = append(s.Organs, treasury.Organ{Name: p.Name, Share: share})
	}
	list, bad := treasury.Equations(s)
	if len(bad) > 0 {
		return nil, treasuryFaults(a, bad)
	}
	if found := taken(c, a, list); len(found) > 0 {
		return nil, found
	}
	var b strings.Builder
	for i := range list {
		writeEquation(&b, &list[i])
	}
	return []byte(b.String()), nil
}

// taken finds what the author has called as an equation is called: the one that is
// read first would silently stand for both.
func taken(c *reckon.Case, a *reckon.Arena, list []treasury.Equation) []reckon.Diagnostic {
	own := map[string]bool{}
	for i := range list {
		own[list[i].Name] = true
	}
	var found []reckon.Diagnostic
	check := func(kind, name string, at reckon.Range) {
		if own[name] {
			found = append(found, reckon.Diagnostic{
				Severity: reckon.Error, Code: "treasury-equations", At: at,
				Summary: fmt.Sprintf("The %s %q has the name of an equation of the treasury %q", kind, name, a.Name),
				Detail:  fmt.Sprintf("Names that begin with %s_ are those of the treasury. Give the %s another name, or have the treasury write it: writes \"…\" { from = %q }.", a.Name, kind, strings.TrimPrefix(name, a.Name+"_")),
			})
		}
	}
	for i := range c.Measures {
		check("measure", c.Measures[i].Name, c.Measures[i].At)
	}
	for i := range c.Parameters {
		check("parameter", c.Parameters[i].Name, c.Parameters[i].At)
	}
	for i := range c.Lookups {
		check("lookup", c.Lookups[i].Name, c.Lookups[i].At)
	}
	for i := range c.Features {
		check("feature", c.Features[i].Name, c.Features[i].At)
	}
	return found
}

// treasuryFaults puts what is wrong with inputs beside their lines.
func treasuryFaults(a *reckon.Arena, bad arena.Faults) []reckon.Diagnostic {
	var found []reckon.Diagnostic
	for _, f := range bad {
		at := a.At
		if k := slices.IndexFunc(a.Settings, func(s reckon.ArenaSetting) bool { return s.Name == f.At }); k >= 0 {
			at = a.Settings[k].At
		}
		found = append(found, reckon.Diagnostic{
			Severity: reckon.Error, Code: "arena-treasury", At: at, Summary: fmt.Sprintf("The treasury %q, %s", a.Name, f.At), Detail: f.Message,
		})
	}
	return found
}

// writeEquation writes one as a measure.
func writeEquation(b *strings.Builder, e *treasury.Equation) {
	fmt.Fprintf(b, "measure %q {\n  title = %q\n  unit = %q\n", e.Name, e.Title, e.Unit)
	bound := func(name string, x float64) {
		if !math.IsInf(x, 0) {
			fmt.Fprintf(b, "  %s = %s\n", name, strconv.FormatFloat(x, 'f', -1, 64))
		}
	}
	bound("low", e.Low)
	bound("high", e.High)
	for _, part := range [][2]string{{"start", e.Start}, {"is", e.Is}, {"next", e.Next}} {
		if part[1] != "" {
			fmt.Fprintf(b, "  %s = %s\n", part[0], part[1])
		}
	}
	b.WriteString("}\n\n")
}
