package cases_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reckon"
	"reckon/lint"
)

// ours is how the founding case marks a number that no source gives.
const ours = "our assumption"

// TestSupremeLeaderFindings: the checker has no more to say than what docs/cases.md
// answers for.
func TestSupremeLeaderFindings(t *testing.T) {
	expected := []string{"uncited-wants", "belief-cannot-matter"}
	for _, d := range lint.Check(leaderCase(t)) {
		if d.Severity != reckon.Note && !slices.Contains(expected, d.Code) {
			t.Errorf("%s: %s [%s] %s: %s", d.At, d.Severity, d.Code, d.Summary, d.Detail)
		}
	}
}

// TestSupremeLeaderAssumptions: every number of the runs has a source or says that
// it has none.
func TestSupremeLeaderAssumptions(t *testing.T) {
	c := leaderCase(t)
	backed := func(what, title string, cites []reckon.Cite) {
		if len(cites) == 0 && !strings.Contains(title, ours) {
			t.Errorf("%s has no source and does not say that it is %s", what, ours)
		}
	}
	for _, p := range c.Parameters {
		if p.Name == "one_year" || p.Name == "yearly" { // units
			continue
		}
		backed("parameter "+p.Name, p.Title, p.Cites)
		if p.Value.Uncertain() && !strings.Contains(p.Title, ours) && !slices.Contains([]string{"exports_now", "discount", "ageing", "other_exports", "imports", "flight"}, p.Name) {
			t.Errorf("the range of parameter %s is not said to be %s", p.Name, ours)
		}
	}
	for _, s := range c.Shocks {
		backed("shock "+s.Name, s.Title, s.Cites)
	}
	for _, l := range c.Lookups {
		backed("lookup "+l.Name, l.Title, l.Cites)
	}
	for _, s := range c.Scenarios {
		if len(s.Cites) == 0 && (len(s.Sets) > 0 || s.Says == "") {
			t.Errorf("scenario %s gives numbers without a source", s.Name)
		}
	}
	for _, m := range c.Shown() {
		if m.Start.Uncertain() {
			backed("the start of "+m.Name, m.Title, m.Cites)
		}
		if (m.Next.Op != "" || m.Start.Uncertain()) && m.Is.Op == "" && (m.Low < -1e300 || m.High > 1e300) && m.Name != "rial" {
			t.Errorf("measure %s moves without bounds", m.Name)
		}
	}
}

// TestSupremeLeaderScenarios: the three pressures of the second document, set one
// at a time, and three more.
func TestSupremeLeaderScenarios(t *testing.T) {
	c := leaderCase(t)
	pressures := map[string]bool{"military strength": true, "economic suffocation": true, "support for unrest": true}
	var names []string
	for _, s := range c.Scenarios {
		names = append(names, s.Name)
		one := s.Hold.Text(c) != "hold" || len(s.Sets) > 0 || len(s.Without) > 0
		if !one || s.Says == "" {
			t.Errorf("scenario %s changes nothing or says nothing", s.Name)
		}
		cited := slices.ContainsFunc(s.Cites, func(k reckon.Cite) bool { return k.Source == "jcpa_2025" && k.From == 6312 && k.To == 6534 })
		if pressures[s.Name] != cited {
			t.Errorf("scenario %s: the place of the three pressures is cited: %v", s.Name, cited)
		}
	}
	for _, name := range []string{"military strength", "economic suffocation", "support for unrest", "relief", "no snapback", "no memory"} {
		if !slices.Contains(names, name) {
			t.Errorf("no scenario %q in %q", name, names)
		}
	}
}

// TestSupremeLeaderReferenceClasses: no question stands without one, and its
// counts are possible.
func TestSupremeLeaderReferenceClasses(t *testing.T) {
	c := leaderCase(t)
	for _, q := range c.Questions {
		if len(q.Classes) == 0 || q.When.Op == "" {
			t.Errorf("question %s has %d reference classes and when %q", q.Name, len(q.Classes), q.Text)
		}
		for _, k := range q.Classes {
			if len(k.Cites) == 0 || k.Name == "" || (k.Of == 0) == (k.Years == 0) || k.Of > 0 && k.Hits > k.Of {
				t.Errorf("question %s: class %+v", q.Name, k)
			}
		}
	}
}

// TestSupremeLeaderKnowsNothingLater: outside the rows of the record nothing rests
// on a source later than the as-of date.
func TestSupremeLeaderKnowsNothingLater(t *testing.T) {
	c := leaderCase(t)
	rows := map[string]bool{}
	for _, e := range c.Record {
		for _, key := range e.Sources {
			rows[key] = true
		}
	}
	for _, key := range leaderTimeSources(c) {
		s := c.Source(key)
		if s == nil {
			t.Errorf("%s is not in sources.bib", key)
		} else if s.Date > c.AsOf {
			t.Errorf("%s is of %s, later than %s", key, s.Date, c.AsOf)
		}
	}
	for _, s := range c.Sources {
		if s.Date > c.AsOf && !rows[s.Key] {
			t.Errorf("%s is later than %s and no row of the record needs it", s.Key, c.AsOf)
		}
	}
}

// leaderTimeSources are the sources of all that a case states outside its record.
func leaderTimeSources(c *reckon.Case) []string {
	var keys []string
	add := func(cites []reckon.Cite) {
		for _, k := range cites {
			keys = append(keys, k.Source)
		}
	}
	minds := slices.Clone(c.Minds)
	for _, r := range c.Readings {
		minds = append(minds, r.Minds...)
	}
	for _, m := range minds {
		add(m.Cites)
		for _, w := range m.Wants {
			add(w.Cites)
		}
		for _, e := range m.Episodes {
			add(e.Cites)
		}
	}
	for _, m := range c.Measures {
		add(m.Cites)
	}
	for _, p := range c.Parameters {
		add(p.Cites)
	}
	for _, l := range c.Lookups {
		add(l.Cites)
	}
	for _, s := range c.Shocks {
		add(s.Cites)
	}
	for _, s := range c.Scenarios {
		add(s.Cites)
	}
	for _, q := range c.Questions {
		for _, k := range q.Classes {
			add(k.Cites)
		}
	}
	for _, a := range c.Arenas {
		add(a.Cites)
		for _, p := range a.Parts {
			add(p.Cites)
		}
	}
	for _, o := range c.Observations {
		if o.Source != "" {
			keys = append(keys, o.Source)
		}
	}
	return keys
}

// TestSupremeLeaderMemory: only the second document describes what he remembers,
// and every lesson is about a kind that its reading has.
func TestSupremeLeaderMemory(t *testing.T) {
	c := leaderCase(t)
	for _, r := range c.Readings {
		episodes, changes := 0, 0
		for _, m := range r.Minds {
			episodes += len(m.Episodes)
			if m.Change.When.Op != "" && m.Change.Odds > 0 && m.Change.Odds < 1 {
				changes++
			}
		}
		if want := map[string]int{"last-guardian": 4}[r.Name]; episodes != want || changes != 1 {
			t.Errorf("%s: %d episodes and %d successors, want %d and 1", r.Name, episodes, changes, want)
		}
	}
}

// TestSupremeLeaderPace: the pace of an actor is the share of weeks with a row of
// his, as docs/cases.md says.
func TestSupremeLeaderPace(t *testing.T) {
	c := leaderCase(t)
	weeks := map[string]map[int]bool{}
	for _, e := range c.Record {
		closes := e.Kind == "state" && !strings.Contains(e.Took.Text(c), "+")
		if e.Date < c.From || e.Date > c.AsOf || closes {
			continue
		}
		if weeks[e.Actor] == nil {
			weeks[e.Actor] = map[int]bool{}
		}
		weeks[e.Actor][int(e.Date-c.From)/7] = true
	}
	all := float64(int(c.AsOf-c.From)) / 7
	for _, name := range []string{"khamenei", "guards", "washington", "israel", "street", "europe"} {
		a := c.Actors[c.Actor(name)]
		if got := float64(len(weeks[name])) / all; got < a.Pace-0.002 || got > a.Pace+0.002 {
			t.Errorf("%s: pace %v, the record has %d of %.0f weeks, %.4f", name, a.Pace, len(weeks[name]), all, got)
		}
	}
}

// TestSupremeLeaderReferenceCounts counts three reference classes anew from the
// rows of the record, from July 2018 to the end of 2025.
func TestSupremeLeaderReferenceCounts(t *testing.T) {
	c := leaderCase(t)
	started := func(months, period int, options ...string) bool {
		var on reckon.State
		for _, name := range options {
			on |= 1 << c.Option(name)
		}
		return slices.ContainsFunc(c.Record, func(e reckon.Event) bool {
			return e.Date >= c.From && leaderMonth(e.Date)/months == period && e.Took.On&on != 0
		})
	}
	bombed, fired, opened, shut := 0, 0, 0, 0
	for half := 1; half < 16; half++ {
		bombed += one(started(6, half, "washington.bomb"))
		fired += one(started(6, half, "khamenei.strike", "khamenei.fight_us"))
	}
	for quarter := 2; quarter < 32; quarter++ {
		k := slices.IndexFunc(c.Record, func(e reckon.Event) bool { return e.Date >= c.From && leaderMonth(e.Date)/3 >= quarter })
		if !c.StateBefore(k).Has(c.Option("khamenei.talk")) {
			shut++
			opened += one(started(3, quarter, "khamenei.talk"))
		}
	}
	for question, want := range map[string][2]int{
		"us-strike-by-june": {bombed, 15}, "iranian-missiles-by-june": {fired, 15}, "talks-by-april": {opened, shut},
	} {
		i := slices.IndexFunc(c.Questions, func(q reckon.Question) bool { return q.Name == question })
		if k := c.Questions[i].Classes[0]; k.Hits != want[0] || k.Of != want[1] {
			t.Errorf("%s: %d of %d, the record has %d of %d", question, k.Hits, k.Of, want[0], want[1])
		}
	}
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// leaderMonth counts the months from January 2018.
func leaderMonth(d reckon.Date) int {
	var year, month int
	if _, err := fmt.Sscanf(d.String(), "%d-%d", &year, &month); err != nil {
		panic(err)
	}
	return (year-2018)*12 + month - 1
}
