package cases_test

import (
	"slices"
	"strings"
	"testing"

	"reckon"
	"reckon/coupling"
	"reckon/sim"
)

// TestSupremeLeaderArenas: all six kinds of arenas are there, each rests on sources,
// and no number hides in them: what is not known exactly is a parameter with a
// source or a range that says that it is ours.
func TestSupremeLeaderArenas(t *testing.T) {
	c := leaderCase(t)
	plain := []string{"doubt", "stake", "workers", "wage", "weight_wages", "weight_imports", "weight_services"} // units, or explained beside
	number := func(a *reckon.Arena, of string, settings []reckon.ArenaSetting) {
		for _, s := range settings {
			if s.Value.Op == "number" && !slices.Contains(plain, s.Name) {
				t.Errorf("%s %q: %s%s is the bare number %s", a.Kind, a.Name, of, s.Name, s.Text)
			}
		}
	}
	kinds := map[string]int{}
	for i := range c.Arenas {
		a := &c.Arenas[i]
		kinds[a.Kind]++
		cites := len(a.Cites)
		number(a, "", a.Settings)
		for _, p := range a.Parts {
			cites += len(p.Cites)
			number(a, p.Name+": ", p.Settings)
		}
		if cites == 0 {
			t.Errorf("the %s %q cites nothing", a.Kind, a.Name)
		}
	}
	for _, kind := range []string{"council", "palace", "succession", "street", "treasury", "contest"} {
		if kinds[kind] != 1 {
			t.Errorf("%d arenas of kind %s, want 1", kinds[kind], kind)
		}
	}
}

// TestSupremeLeaderLoops: effects go in circles through several arenas, and every
// arena feeds another.
func TestSupremeLeaderLoops(t *testing.T) {
	c := leaderCase(t)
	w, found := coupling.New(c)
	if len(found) > 0 {
		t.Fatal(found)
	}
	d, err := w.Diagram(c.AsOf, c.Today())
	if err != nil {
		t.Fatal(err)
	}
	writer := map[string]string{}
	for _, a := range c.Arenas {
		for _, to := range a.Writes {
			writer[to.Measure] = a.Kind
		}
	}
	most := 0
	for _, l := range d.Loops {
		through := map[string]bool{}
		for _, name := range l.Names {
			if kind := writer[name]; kind != "" {
				through[kind] = true
			}
		}
		most = max(most, len(through))
	}
	if most < 3 {
		t.Errorf("no loop goes through more than %d arenas", most)
	}
	for _, a := range c.Arenas {
		if !slices.ContainsFunc(d.Flows, func(f coupling.Flow) bool { return f.From == a.Name && f.To != a.Name }) {
			t.Errorf("the %s %q feeds no other arena", a.Kind, a.Name)
		}
		if !slices.ContainsFunc(d.Flows, func(f coupling.Flow) bool { return f.To == a.Name && f.From != a.Name }) {
			t.Errorf("no other arena feeds the %s %q", a.Kind, a.Name)
		}
	}
}

// TestSupremeLeaderSanctionToPalace: within one run what sanctions take from oil
// goes by way of the treasury and of pay to how often the organs try a coup.
func TestSupremeLeaderSanctionToPalace(t *testing.T) {
	c := leaderCase(t)
	const runs = 48
	paths := func(s reckon.Scenario) (oil, pay, coups []float64) {
		mean := func(p *sim.Path, name string) float64 {
			sum := 0.0
			for _, x := range p.Values[c.Measure(name)] {
				sum += x
			}
			return sum / float64(len(p.Dates))
		}
		leaderRun(t, c, "third-path", s, runs, func(p *sim.Path) {
			oil, pay, coups = append(oil, mean(p, "oil_exports")), append(pay, mean(p, "guards_paid")), append(coups, mean(p, "coup_rate"))
		})
		return oil, pay, coups
	}
	oil, pay, coups := paths(reckon.Scenario{})
	lessOil, lessPay, moreCoups := paths(leaderScenario(t, c, "economic suffocation"))
	worse := 0
	for run := range oil {
		if !(lessOil[run] < oil[run] && lessPay[run] <= pay[run]) {
			t.Errorf("run %d: exports %v to %v, pay %v to %v", run, oil[run], lessOil[run], pay[run], lessPay[run])
		}
		if moreCoups[run] > coups[run] {
			worse++
		}
	}
	if worse < runs*3/4 { // where a course changes or somebody else takes over, other things count
		t.Errorf("coups are likelier under economic suffocation in %d of %d runs", worse, runs)
	}
}

// TestSupremeLeaderSuccessors: he is in office until the succession says otherwise,
// and those after him are as ready to give way as their candidate is, within doubt.
func TestSupremeLeaderSuccessors(t *testing.T) {
	c := leaderCase(t)
	holder, office, more := c.Measure("holder"), c.Measure("in_office"), c.Measure("more_willing")
	followed, readier := 0, 0
	leaderRun(t, c, "gambler", reckon.Scenario{}, 256, func(p *sim.Path) {
		last := len(p.Dates) - 1
		for k := range p.Dates {
			if (p.Values[holder][k] > 0) == (p.Values[office][k] > 0) {
				t.Errorf("run %d on %s: holder %v and in office %v", p.Run, p.Dates[k], p.Values[holder][k], p.Values[office][k])
			}
		}
		if p.Values[holder][last] > 0 {
			followed++
			readier += int(p.Values[more][last])
		} else if p.Values[more][last] > 0 {
			t.Errorf("run %d: he is readier to give way than himself", p.Run)
		}
	})
	if followed == 0 || readier == 0 || readier == followed {
		t.Errorf("%d of %d successors are readier to give way: an open question has both answers", readier, followed)
	}
}

// TestSupremeLeaderArenasKnowNothingLater is about words: no arena names what came
// after the as-of date.
func TestSupremeLeaderArenasKnowNothingLater(t *testing.T) {
	text := string(leaderFiles(t)["arenas.hcl"])
	for _, later := range []string{"Mojtaba", "28 February 2026", "Epic Fury", "interim"} {
		if strings.Contains(text, later) {
			t.Errorf("arenas.hcl names %q", later)
		}
	}
}
