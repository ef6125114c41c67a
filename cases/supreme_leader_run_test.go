package cases_test

import (
	"context"
	"math"
	"slices"
	"testing"

	"reckon"
	"reckon/outlook"
	"reckon/sim"
)

// leaderRun makes a few runs of the founding case and shows each.
func leaderRun(t *testing.T, c *reckon.Case, reading string, with reckon.Scenario, runs int, each func(*sim.Path)) *sim.Tally {
	t.Helper()
	m, err := sim.New(c, c.Reading(reading), sim.Settings{Scenario: with})
	if err != nil {
		t.Fatalf("%s, %q: %v", reading, with.Name, err)
	}
	tally, err := m.Run(context.Background(), sim.Job{Seed: 20260128, To: runs, Workers: 1, Each: each})
	if err != nil {
		t.Fatalf("%s, %q: %v", reading, with.Name, err)
	}
	return tally
}

// TestSupremeLeaderRuns: under every reading and scenario the case runs to its end,
// every question is answered and nothing leaves its bounds.
func TestSupremeLeaderRuns(t *testing.T) {
	c := leaderCase(t)
	for i, r := range c.Readings {
		for k, s := range append([]reckon.Scenario{{}}, c.Scenarios...) {
			if k%3 != i && (testing.Short() || k > 0) { // in turn: scenarios and readings do not know of each other
				continue
			}
			leaderRun(t, c, r.Name, s, 8, func(p *sim.Path) {
				if i := slices.IndexFunc(p.Answers, math.IsNaN); i >= 0 {
					t.Errorf("%s, %q: %s is not answered", r.Name, s.Name, c.Questions[i].Name)
				}
				for i, m := range c.Shown() {
					for k, x := range p.Values[i] {
						if !(x >= m.Low && x <= m.High) {
							t.Fatalf("%s, %q: %s is %v on %s", r.Name, s.Name, m.Name, x, p.Dates[k])
						}
					}
				}
			})
		}
	}
}

// TestSupremeLeaderActsAreSeen: an act lasts for one week, so that a question can
// see it, and no longer.
func TestSupremeLeaderActsAreSeen(t *testing.T) {
	c := leaderCase(t)
	seen := 0
	for _, option := range []string{"khamenei.strike", "khamenei.enrich", "khamenei.ease"} {
		act := c.Option(option)
		leaderRun(t, c, "gambler", reckon.Scenario{}, 256, func(p *sim.Path) {
			for k := 1; k < len(p.States); k++ {
				if p.States[k].Has(act) {
					seen++
					if p.States[k-1].Has(act) {
						t.Errorf("run %d: %s is on for two weeks to %s", p.Run, option, p.Dates[k])
					}
				}
			}
		})
	}
	if seen == 0 {
		t.Error("no act of his was ever seen")
	}
}

// TestSupremeLeaderMemoryUnderGMR: under GMR what others want changes nothing that
// he does, so memory cannot either, as docs/cases.md says.
func TestSupremeLeaderMemoryUnderGMR(t *testing.T) {
	c := leaderCase(t)
	var with, without [][]reckon.State
	leaderRun(t, c, "last-guardian", reckon.Scenario{}, 64, func(p *sim.Path) { with = append(with, slices.Clone(p.States)) })
	leaderRun(t, c, "last-guardian", leaderScenario(t, c, "no memory"), 64, func(p *sim.Path) { without = append(without, slices.Clone(p.States)) })
	for run := range with {
		if !slices.Equal(with[run], without[run]) {
			t.Errorf("run %d is another without memory", run)
		}
	}
}

func leaderScenario(t *testing.T, c *reckon.Case, name string) reckon.Scenario {
	t.Helper()
	for _, s := range c.Scenarios {
		if s.Name == name {
			return s
		}
	}
	t.Fatalf("no scenario %q", name)
	return reckon.Scenario{}
}

// TestSupremeLeaderPressuresTogether: the three pressures can be set in every
// combination, and each moves what it is meant to move.
func TestSupremeLeaderPressuresTogether(t *testing.T) {
	if testing.Short() {
		t.Skip("a contrast of five ensembles")
	}
	c := leaderCase(t)
	force, money, street := leaderScenario(t, c, "military strength"), leaderScenario(t, c, "economic suffocation"), leaderScenario(t, c, "support for unrest")
	all, err := outlook.Together(c, force, money, street)
	if err != nil {
		t.Fatal(err)
	}
	runs := 256
	yes := func(s reckon.Scenario, question string) int {
		tally := leaderRun(t, c, "last-guardian", s, runs, nil)
		for _, q := range tally.Questions() {
			if q.Name == question {
				return q.Yes
			}
		}
		t.Fatalf("no question %q", question)
		return 0
	}
	const bombs, rises = "us-strike-by-june", "protest-wave-by-year-end"
	if none, one := yes(reckon.Scenario{}, bombs), yes(force, bombs); one <= none {
		t.Errorf("%s: %d of %d runs, with military strength %d", bombs, none, runs, one)
	}
	none, both := yes(reckon.Scenario{}, rises), yes(all, rises)
	for _, s := range []reckon.Scenario{money, street} {
		if one := yes(s, rises); one <= none || both < one {
			t.Errorf("%s: %d of %d runs, with %s %d, with all three %d", rises, none, runs, s.Name, one, both)
		}
	}
}

// TestSupremeLeaderOffice: the chance that the office falls vacant is what its two
// rates give in closed form, whoever is right about the man; coups are rare.
func TestSupremeLeaderOffice(t *testing.T) {
	c := leaderCase(t)
	var got, want, runs float64
	leaderRun(t, c, "third-path", reckon.Scenario{Without: []string{"a cause to rise"}}, 1024, func(p *sim.Path) {
		runs++
		got += p.Answers[slices.IndexFunc(c.Questions, func(q reckon.Question) bool { return q.Name == "office-by-year-end" })]
	})
	// Means of the triangular laws; a year less four weeks, growing by a tenth from 28 January on.
	rate, years := (0.08+0.14+0.2)/3, 336/365.2425
	hazard := rate*(math.Exp(0.1*years)-1)/0.1 + (0.01+0.05+0.14)/3*years
	want = 1 - math.Exp(-hazard)
	if se := math.Sqrt(want * (1 - want) / runs); math.Abs(got/runs-want) > 4*se+0.005 {
		t.Errorf("vacant in %v of the runs, by the rates %v ± %v", got/runs, want, se)
	}
}

// TestTemplateRuns: the case that init writes runs, and its scenario shows.
func TestTemplateRuns(t *testing.T) {
	c := open(t, "../workbench/template/leader")
	if len(c.Shocks) != 1 || len(c.Scenarios) != 1 {
		t.Fatalf("%d shocks and %d scenarios, want one of each", len(c.Shocks), len(c.Scenarios))
	}
	trade := c.Measure("trade")
	median := func(s reckon.Scenario) float64 {
		tally := leaderRun(t, c, c.Readings[0].Name, s, 64, nil)
		return tally.Quantile(trade, len(tally.Dates())-1, 0.5)
	}
	if base, free := median(reckon.Scenario{}), median(c.Scenarios[0]); !(base < 75 && free > 85) {
		t.Errorf("trade at the end is %v under the embargo and %v without it", base, free)
	}
}
