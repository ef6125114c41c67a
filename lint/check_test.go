package lint_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"reckon"
	"reckon/lang"
	"reckon/lint"
	"reckon/stability"
)

// codes lists the codes that Check gives a case, sorted and once each.
func codes(c *reckon.Case) []string {
	var list []string
	for _, d := range lint.Check(c) {
		list = append(list, d.Code)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// check demands that a code is among the findings, or is not.
func check(t *testing.T, c *reckon.Case, code string, want bool) {
	t.Helper()
	if got := slices.Contains(codes(c), code); got != want {
		t.Errorf("%s found: %t, want %t", code, got, want)
	}
}

// question is one that nothing is wrong with.
func question() reckon.Question {
	return reckon.Question{
		Name: "q", Ask: "Will the United States strike targets inside Iran?", Opens: day("2026-01-28"),
		Closes: "2026-06-30T23:59:00Z", YesIf: "US forces hit a target on Iranian territory with bombs, missiles or drones",
		NoIf: "no such strike by closing time", VoidIf: "the named sources do not decide it",
		DecidedBy: []string{"statement of the US or Iranian government", "two of: Reuters, AP, AFP"},
		Classes:   []reckon.ReferenceClass{{Name: "strikes since 1981", Hits: 3, Of: 40, Cites: []reckon.Cite{{Source: "s"}}}},
	}
}

func day(s string) reckon.Date {
	d, err := reckon.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func TestQuestions(t *testing.T) {
	if got := codes(&reckon.Case{Questions: []reckon.Question{question()}}); !slices.Equal(got, []string{"nothing-to-decide"}) {
		t.Fatalf("the plain question gets %v", got)
	}
	for _, k := range []struct {
		code   string
		want   bool
		change func(*reckon.Question)
	}{
		{"death-question", true, func(q *reckon.Question) { q.Ask = "Will Ali Khamenei be killed by 30 June 2026?" }},
		{"death-question", true, func(q *reckon.Question) { q.Ask = "Will he still be alive at the end of the year?" }},
		{"death-question", true, func(q *reckon.Question) { q.Ask, q.YesIf = "What happens to him?", "he is declared dead" }},
		{"death-question", false, func(q *reckon.Question) { q.Ask = "Will more than 100 people be killed in protests in June?" }},
		{"death-question", false, func(q *reckon.Question) { q.Ask = "Will the death penalty be carried out more often?" }},
		{"death-question", false, func(q *reckon.Question) {
			q.Ask, q.YesIf = "Will he cease to be Supreme Leader?", "he no longer holds the office, for any reason, including death"
		}},
		{"office-exit", true, func(q *reckon.Question) { q.Ask = "Khamenei out as Supreme Leader by March?" }},
		{"office-exit", true, func(q *reckon.Question) { q.Ask = "Will he be removed from power this year?" }},
		{"office-exit", true, func(q *reckon.Question) { q.Ask = "Will she remain in office until July?" }},
		{"office-exit", true, func(q *reckon.Question) {
			q.Ask, q.YesIf = "Will he leave office?", "he dies, resigns or is removed, or becomes incapable"
		}},
		{"office-exit", false, func(q *reckon.Question) {
			q.Ask, q.YesIf = "Will he leave office?", "he dies, resigns or is removed, or becomes incapable"
			q.VoidIf = "the office is abolished"
		}},
		{"office-exit", false, func(q *reckon.Question) {
			q.Ask, q.YesIf = "Will he leave office?", "for whatever reason he ceases to hold it"
		}},
		{"office-exit", false, func(q *reckon.Question) { q.Ask = "Will the prime minister hold talks with the president in June?" }},
		{"office-exit", false, func(q *reckon.Question) { q.Ask = "Will the last troops leave the base by June?" }},
		{"loaded-word", true, func(q *reckon.Question) { q.YesIf = "there is regime change in the country by closing time" }},
		{"loaded-word", true, func(q *reckon.Question) { q.YesIf = "traffic through the strait is back to normal by June" }},
		{"loaded-word", true, func(q *reckon.Question) { q.Ask, q.YesIf = "Will there be a permanent ceasefire?", "it holds" }},
		{"loaded-word", true, func(q *reckon.Question) { q.YesIf = "the United States and Iran sign a deal on enrichment" }},
		{"loaded-word", false, func(q *reckon.Question) {
			q.YesIf = `the two sign a deal; a deal means a text that both governments publish`
		}},
		{"loaded-word", false, func(q *reckon.Question) { q.Ask = "Will there be an attack?" }},
		{"loaded-word", false, func(q *reckon.Question) { q.YesIf = "an execution is carried out in the prison by closing time" }},
		{"vague-decider", true, func(q *reckon.Question) { q.DecidedBy = []string{"major news outlets"} }},
		{"vague-decider", true, func(q *reckon.Question) { q.YesIf = "it is widely reported that US forces hit a target" }},
		{"vague-decider", false, func(q *reckon.Question) { q.DecidedBy = []string{"Reuters", "the Official Gazette of Iran"} }},
		{"own-decider", true, func(q *reckon.Question) { q.DecidedBy = []string{"the forecaster"} }},
		{"own-decider", true, func(q *reckon.Question) { q.DecidedBy = []string{"We will look at the papers"} }},
		{"own-decider", false, func(q *reckon.Question) { q.DecidedBy = []string{"statement of the US Department of State"} }},
		{"unsettled-question", true, func(q *reckon.Question) { q.DecidedBy = []string{" "} }},
		{"unsettled-question", true, func(q *reckon.Question) { q.VoidIf = "" }},
		{"question-clock", true, func(q *reckon.Question) { q.Opens = 0 }},
		{"likelihood-with-confidence", true, func(q *reckon.Question) { q.Ask = "With low confidence, is a strike likely?" }},
		{"likelihood-with-confidence", false, func(q *reckon.Question) { q.Ask = "Is he confident that a strike is unlikely?" }},
	} {
		q := question()
		k.change(&q)
		t.Run(k.code+": "+q.Ask, func(t *testing.T) { check(t, &reckon.Case{Questions: []reckon.Question{q}}, k.code, k.want) })
	}
}

// TestSettledQuestions warns of a question that closed, but not in a case that
// is over.
func TestSettledQuestions(t *testing.T) {
	c := &reckon.Case{AsOf: day("2026-12-31"), Until: day("2027-12-31"), Questions: []reckon.Question{question()}}
	check(t, c, "question-clock", true)
	c.Until = c.AsOf
	check(t, c, "question-clock", false)
}

func option(k int) reckon.Expr { return reckon.Expr{Op: "option", Option: k} }

func never(e reckon.Expr) reckon.Expr { return reckon.Expr{Op: "!", Args: []reckon.Expr{e}} }

func both(a, b reckon.Expr) reckon.Expr { return reckon.Expr{Op: "&&", Args: []reckon.Expr{a, b}} }

func same(a, b reckon.Expr) reckon.Expr {
	return reckon.Expr{Op: "==", Args: []reckon.Expr{a, b}}
}

// duel is a case of two actors with one option each and no findings of interest.
func duel() *reckon.Case {
	return &reckon.Case{
		Subject: "a", AsOf: day("2020-01-01"), From: day("2019-01-01"),
		Actors: []reckon.Actor{{Name: "a", Options: []int{0, 1}}, {Name: "b", Options: []int{2}}},
		Options: []reckon.Option{
			{Name: "a.fight"}, {Name: "a.yield"}, {Name: "b.press", Actor: 1, On: true},
		},
	}
}

func TestDilemmaIsAWarning(t *testing.T) {
	// While b presses, a cannot keep both lines; were the pressure off, it could.
	// One line by itself can be kept today.
	line := func(name string, e reckon.Expr) reckon.Want { return reckon.Want{Name: name, That: e, RedLine: true} }
	c := duel()
	c.Minds = []reckon.Mind{{Actor: "a", Wants: []reckon.Want{
		line("not both", never(both(option(0), option(2)))),
		line("fight or no pressure", never(both(never(option(0)), option(2)))),
	}}}
	var found []reckon.Diagnostic
	for _, d := range lint.Check(c) {
		if d.Code == "red-lines-leave-nothing" {
			found = append(found, d)
		}
	}
	if len(found) != 1 || found[0].Severity != reckon.Warning || !strings.Contains(found[0].Detail, "b.press") {
		t.Errorf("want one warning that names today's state, got %v", found)
	}
	c.Options[2].On = false
	check(t, c, "red-lines-leave-nothing", false)
	c.Options[2].On = true
	c.Minds[0].Wants = []reckon.Want{line("no pressure", never(option(2))), line("no yielding", never(option(1)))}
	check(t, c, "red-lines-leave-nothing", false) // b has crossed the first line; that is not a's dilemma
}

func TestLeaksEverywhere(t *testing.T) {
	late := reckon.Source{Key: "late", Date: day("2020-06-01"), Reliability: "B"}
	early := reckon.Source{Key: "early", Date: day("2019-06-01"), Reliability: "B"}
	cite := []reckon.Cite{{Source: "late"}}
	for name, change := range map[string]func(*reckon.Case){
		"option": func(c *reckon.Case) { c.Options[0].Cites = cite },
		"measure": func(c *reckon.Case) {
			c.Measures = []reckon.Measure{{Name: "oil", Start: reckon.Exactly(1), Cites: cite}}
		},
		"parameter": func(c *reckon.Case) { c.Parameters = []reckon.Parameter{{Name: "gain", Cites: cite}} },
		"lookup":    func(c *reckon.Case) { c.Lookups = []reckon.Lookup{{Name: "table", Cites: cite}} },
		"shock":     func(c *reckon.Case) { c.Shocks = []reckon.Shock{{Name: "fire", Cites: cite}} },
		"scenario":  func(c *reckon.Case) { c.Scenarios = []reckon.Scenario{{Name: "other", Cites: cite}} },
		"reference class": func(c *reckon.Case) {
			c.Questions = []reckon.Question{{Name: "q", Classes: []reckon.ReferenceClass{{Name: "r", Cites: cite}}}}
		},
		"episode": func(c *reckon.Case) {
			c.Minds = []reckon.Mind{{Actor: "a", Episodes: []reckon.Episode{{Name: "e", Cites: cite}}}}
		},
		"date of an episode": func(c *reckon.Case) {
			c.Minds = []reckon.Mind{{Actor: "a", Episodes: []reckon.Episode{{Name: "e", Date: c.AsOf + 1}}}}
		},
		"lesson of a later mind": func(c *reckon.Case) {
			c.Minds = []reckon.Mind{{Actor: "a", Change: reckon.Change{Name: "x", From: 1}, Episodes: []reckon.Episode{{Lessons: []reckon.Lesson{{About: "b", Cites: cite}}}}}}
		},
		"temper": func(c *reckon.Case) { c.Minds = []reckon.Mind{{Actor: "a", Cites: cite}} },
		"belief": func(c *reckon.Case) {
			c.Minds = []reckon.Mind{{Actor: "a", Beliefs: []reckon.Belief{{About: "b", Cites: cite}}}}
		},
		"override": func(c *reckon.Case) {
			c.Minds = []reckon.Mind{{Actor: "a", View: reckon.View{Overrides: []reckon.Override{{Unaware: true, Option: 2, Cites: cite}}}}}
		},
		"attitude": func(c *reckon.Case) {
			c.Minds = []reckon.Mind{{Actor: "a", Attitudes: []reckon.Attitude{{Toward: "b", Is: 1, Cites: cite}}}}
		},
		"belief within a belief": func(c *reckon.Case) {
			deep := []reckon.Belief{{About: "a", Kinds: []reckon.Kind{{Name: "k", Odds: 1, Cites: cite}}}}
			c.Minds = []reckon.Mind{{Actor: "a", Beliefs: []reckon.Belief{{About: "b", Kinds: []reckon.Kind{{Name: "k", Odds: 1, Beliefs: deep}}}}}}
		},
		"reading":     func(c *reckon.Case) { c.Readings = []reckon.Reading{{Name: "r", Source: "late", Dated: c.AsOf}} },
		"observation": func(c *reckon.Case) { c.Observations = []reckon.Observation{{Date: c.AsOf + 1, Measure: "oil"}} },
		"its source": func(c *reckon.Case) {
			c.Observations = []reckon.Observation{{Date: c.AsOf, Measure: "oil", Source: "late"}}
		},
		"row": func(c *reckon.Case) { c.Record = []reckon.Event{{ID: "e", Date: c.AsOf, Sources: []string{"late"}}} },
	} {
		c := duel()
		c.Sources = []reckon.Source{late, early}
		change(c)
		t.Run(name, func(t *testing.T) {
			check(t, c, "as-of-leak", true)
			c.AsOf = day("2020-12-31")
			check(t, c, "as-of-leak", false)
		})
	}
	c := duel()
	c.Sources = []reckon.Source{late, early}
	c.Record = []reckon.Event{{ID: "e", Date: c.AsOf, Sources: []string{"late", "early"}}, {ID: "f", Date: c.AsOf + 1, Sources: []string{"late"}}}
	check(t, c, "as-of-leak", false) // one source in time is enough, and later rows are the trial's
	check(t, c, "later-rows", true)
}

// TestFrozenEarly folds what an as-of date before the start of the clock puts into
// the future into one error that names the slip.
func TestFrozenEarly(t *testing.T) {
	c := duel()
	c.Sources = []reckon.Source{{Key: "late", Date: c.AsOf + 9, Reliability: "B"}}
	c.Readings = []reckon.Reading{{Name: "r", Source: "late", Dated: c.AsOf + 9}}
	c.Observations = []reckon.Observation{{Date: c.AsOf + 1, Measure: "oil"}, {Date: c.AsOf + 2, Measure: "oil"}}
	leaks := func() (found []reckon.Diagnostic) {
		for _, d := range lint.Check(c) {
			if d.Code == "as-of-leak" || d.Code == "reading-after-as-of" {
				found = append(found, d)
			}
		}
		return found
	}
	if found := leaks(); len(found) != 3 {
		t.Errorf("want two observations and a reading, got %v", found)
	}
	c.From = c.AsOf + 5
	found := leaks()
	if len(found) != 1 || found[0].Severity != reckon.Error || found[0].At != c.At || !strings.Contains(found[0].Detail, "3 things") {
		t.Errorf("want one error for all three, got %v", found)
	}
}

// TestBackdated says when a date before the source's own is accepted: by the
// note that names the day, and within a month or year that is all we know.
func TestBackdated(t *testing.T) {
	for name, k := range map[string]struct {
		dated, published, text, note string
		want                         bool
	}{
		"a year before":        {"2018-06-01", "2019-06-01", "2019-06-01", "", true},
		"a month before":       {"2019-05-01", "2019-06-01", "2019-06-01", "", false},
		"five weeks before":    {"2019-04-30", "2019-06-01", "2019-06-01", "", true},
		"the note says why":    {"2018-06-01", "2019-06-01", "2019-06-01", "First given as a talk on 2018-06-01", false},
		"another note":         {"2018-06-01", "2019-06-01", "2019-06-01", "Reprinted", true},
		"within the year":      {"2019-02-01", "2019-12-31", "2019", "", false},
		"within the month":     {"2019-06-01", "2019-06-30", "2019-06", "", false},
		"within a circa year":  {"2019-02-01", "2019-12-31", "2019~", "", false},
		"at the range's start": {"2019-02-01", "2019-12-31", "2019-02-01/2019-12-31", "", false},
	} {
		c := duel()
		c.Sources = []reckon.Source{{Key: "s", Date: day(k.published), DateText: k.text, Note: k.note}}
		c.Readings = []reckon.Reading{{Name: "r", Source: "s", Dated: day(k.dated)}}
		t.Run(name, func(t *testing.T) { check(t, c, "backdated-reading", k.want) })
	}
}

func TestClashes(t *testing.T) {
	sum := reckon.Expr{Op: "<", Args: []reckon.Expr{{Op: "measure", Name: "oil"}, {Op: "number", Number: 2}}}
	more := reckon.Expr{Op: ">=", Args: sum.Args}
	for name, k := range map[string]struct {
		a, b reckon.Expr
		want bool
	}{
		"the same":               {option(0), option(0), true},
		"the opposite":           {option(0), never(option(0)), true},
		"another":                {option(0), option(1), false},
		"the same, turned round": {same(option(0), option(1)), same(option(1), option(0)), true},
		"iff, against it":        {same(option(0), option(1)), never(same(option(1), option(0))), true},
		"if, written out": {
			reckon.Expr{Op: "||", Args: []reckon.Expr{never(option(0)), option(1)}}, never(both(never(option(1)), option(0))), true,
		},
		"joined the other way": {both(option(0), option(1)), both(option(1), option(0)), true},
		"twice negated":        {never(never(option(0))), option(0), true},
		"opposite comparison":  {sum, more, true},
		"one part of it":       {both(option(0), option(1)), option(0), false},
		"negated part":         {both(option(0), never(option(1))), both(option(0), option(1)), false},
	} {
		c := duel()
		c.Minds = []reckon.Mind{{Actor: "a", Wants: []reckon.Want{{Name: "x", That: k.a}, {Name: "y", That: k.b}}}}
		t.Run(name, func(t *testing.T) { check(t, c, "clashing-wants", k.want) })
	}
}

// TestHalfLoaded holds the rules to what they promise: no panic, whatever is
// missing.
func TestHalfLoaded(t *testing.T) {
	lost := reckon.Expr{Op: "option", Option: -1}
	far := reckon.Expr{Op: "option", Option: 70}
	for name, c := range map[string]*reckon.Case{
		"nothing":         {},
		"no such subject": {Subject: "ghost", Readings: []reckon.Reading{{Name: "r"}}},
		"strange views": {
			Options: []reckon.Option{{Name: "a.x"}},
			Minds: []reckon.Mind{{
				Actor: "ghost", Attitudes: []reckon.Attitude{{}, {Toward: "ghost", Is: -1}},
				View: reckon.View{Overrides: []reckon.Override{
					{},
					{Unaware: true, Option: -1},
					{Aware: true, Option: 70},
					{Directed: true, Option: -1},
					{Directed: true, Option: 70},
					{Impossible: &reckon.Impossible{}},
					{Impossible: &reckon.Impossible{When: lost}},
					{Possible: "nothing"},
				}},
				Beliefs: []reckon.Belief{{Kinds: []reckon.Kind{{Beliefs: []reckon.Belief{{Kinds: []reckon.Kind{{}}}}}}}},
			}},
		},
		"orphans": {
			Options:    []reckon.Option{{Name: "a.x", Actor: -1}, {Name: "", Actor: 9}},
			Actors:     []reckon.Actor{{Name: "a", Options: []int{-1, 9}}},
			Impossible: []reckon.Impossible{{}, {When: lost}, {When: far}, {When: reckon.Expr{Op: "&&"}}},
			Minds: []reckon.Mind{{
				Actor: "ghost", Wants: []reckon.Want{{}, {That: lost, RedLine: true}, {That: far}},
				Beliefs: []reckon.Belief{{About: "ghost"}, {About: "a", Kinds: []reckon.Kind{{}}}},
			}},
			Record:       []reckon.Event{{Choice: true, Weight: 1, Took: reckon.Move{On: ^reckon.State(0)}, Instead: []reckon.Move{{}, {}}}},
			Observations: []reckon.Observation{{}},
			Questions:    []reckon.Question{{}, {Closes: "soon", When: reckon.Expr{Op: "call", Name: "delay"}}},
			Measures: []reckon.Measure{
				{Is: reckon.Expr{Op: "?"}, Next: lost},
				{Next: reckon.Expr{Op: "lookup", Name: "gone"}, Noise: reckon.Spread{Law: reckon.Normal}},
				{Next: reckon.Expr{Op: "call", Name: "pow"}, Start: reckon.Spread{Args: []reckon.Expr{{}}}},
			},
			Shocks:    []reckon.Shock{{}, {Rate: lost, When: far, Moves: reckon.Move{On: ^reckon.State(0)}, Effects: []reckon.Effect{{}}}},
			Features:  []reckon.Feature{{}, {Now: lost}},
			Scenarios: []reckon.Scenario{{}, {Sets: []reckon.Assignment{{Name: "gone"}}, Without: []string{"gone"}}},
			Sources:   []reckon.Source{{Key: "x", Origin: "y"}, {Key: "y", Origin: "x"}, {}},
		},
	} {
		t.Run(name, func(*testing.T) { lint.Check(c) })
	}
}

func TestCirclesEnd(t *testing.T) {
	c := duel()
	c.Sources = []reckon.Source{{Key: "x", Origin: "y"}, {Key: "y", Origin: "x"}, {Key: "z"}}
	c.Options[0].Cites = []reckon.Cite{{Source: "x", Credibility: 1}, {Source: "z"}}
	check(t, c, "confirmed-alone", false)
}

// TestQuick holds a case of 60 options and 4 000 rows to the time a person does
// not notice; the founding case is a tenth of that.
func TestQuick(t *testing.T) {
	c := &reckon.Case{Subject: "a", AsOf: day("2020-01-01"), From: day("2010-01-01")}
	c.Actors = []reckon.Actor{{Name: "a"}}
	for k := range 60 {
		c.Options = append(c.Options, reckon.Option{Name: "a.o"})
		c.Actors[0].Options = append(c.Actors[0].Options, k)
		if k > 0 {
			c.Impossible = append(c.Impossible, reckon.Impossible{When: both(option(k-1), option(k))})
			c.Minds = append(c.Minds, reckon.Mind{Actor: "a", Wants: []reckon.Want{{Name: "w", That: never(option(k)), RedLine: k%2 == 0}}})
		}
	}
	for i := range 4000 {
		c.Sources = append(c.Sources, reckon.Source{Key: strings.Repeat("k", i%50)})
		c.Record = append(c.Record, reckon.Event{
			Date: c.From + reckon.Date(i), Choice: true, Weight: 1, Sources: []string{"k"},
			Took: reckon.Move{On: 1 << (i % 60)}, Instead: []reckon.Move{{}},
		})
	}
	began := time.Now()
	lint.Check(c)
	if spent := time.Since(began); spent > time.Second {
		t.Errorf("a large case took %v", spent)
	}
}

// FuzzCheck feeds whatever lang makes of a text to every rule.
func FuzzCheck(f *testing.F) {
	paths, err := filepath.Glob(filepath.Join("testdata", "*.txtar"))
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range paths {
		a, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		text := map[string]string{}
		for _, file := range a.Files {
			text[filepath.Ext(file.Name)] += string(file.Data)
		}
		f.Add(text[".hcl"], text[".csv"], text[".bib"])
	}
	base, err := os.ReadFile(filepath.Join("testdata", "base.txtar"))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, hcl, record, bib string) {
		for _, head := range []string{"", string(txtar.Parse(base).Files[0].Data)} {
			c, _ := lang.Load(lang.Files{"case.hcl": []byte(head + hcl), "record.csv": []byte(record), "sources.bib": []byte(bib)})
			for _, d := range lint.Check(c) {
				if d.Code == "" || d.Summary == "" || d.Detail == "" {
					t.Errorf("a diagnostic says nothing: %+v", d)
				}
			}
		}
	})
}

// TestReadingsThatDiffer: whatever a mind may state sets two readings apart.
func TestReadingsThatDiffer(t *testing.T) {
	want := reckon.Want{Name: "w", That: option(0), Text: "a.fight"}
	plain := func() reckon.Mind { return reckon.Mind{Actor: "a", Wants: []reckon.Want{want}} }
	deep := func(k reckon.Kind) func(*reckon.Mind) {
		return func(m *reckon.Mind) {
			m.Beliefs = []reckon.Belief{{About: "b", Kinds: []reckon.Kind{{Odds: 1, Beliefs: []reckon.Belief{{About: "a", Kinds: []reckon.Kind{k}}}}}}}
		}
	}
	changes := map[string]func(*reckon.Mind){
		"nothing":    func(*reckon.Mind) {},
		"points":     func(m *reckon.Mind) { m.Wants[0].Points = 1 },
		"unknown":    func(m *reckon.Mind) { m.Wants[0].Unknown = true },
		"odds":       func(m *reckon.Mind) { m.Wants[0].Odds = 0.5 },
		"attitude":   func(m *reckon.Mind) { m.Attitudes = []reckon.Attitude{{Toward: "b", Is: -1}} },
		"view":       func(m *reckon.Mind) { m.View.Overrides = []reckon.Override{{Unaware: true, Option: 2}} },
		"other view": func(m *reckon.Mind) { m.View.Overrides = []reckon.Override{{Aware: true, Option: 2}} },
		"rule": func(m *reckon.Mind) {
			m.View.Overrides = []reckon.Override{{Impossible: &reckon.Impossible{Name: "r", Text: "a.fight"}}}
		},
		"other rule": func(m *reckon.Mind) {
			m.View.Overrides = []reckon.Override{{Impossible: &reckon.Impossible{Name: "r", Text: "a.yield"}}}
		},
		"change":       func(m *reckon.Mind) { m.Change = reckon.Change{Name: "later", From: 5} },
		"other change": func(m *reckon.Mind) { m.Change = reckon.Change{Name: "later", From: 6} },
		"episode":      func(m *reckon.Mind) { m.Episodes = []reckon.Episode{{Name: "e", Above: 0.5}} },
		"lesson": func(m *reckon.Mind) {
			m.Episodes = []reckon.Episode{{Name: "e", Above: 0.5, Lessons: []reckon.Lesson{{About: "b", Kind: "k", Strength: 1}}}}
		},
		"memory": func(m *reckon.Mind) {
			m.Episodes = []reckon.Episode{{Name: "e", Above: 0.5, Features: []reckon.Recollection{{Feature: "war", Was: 1, Weight: 1}}}}
		},
		"belief":           deep(reckon.Kind{Odds: 1}),
		"belief in points": deep(reckon.Kind{Odds: 1, Wants: []reckon.Want{{Points: 1}}}),
	}
	for one, change := range changes {
		for other, change2 := range changes {
			a, b := plain(), plain()
			change(&a)
			change2(&b)
			c := duel()
			c.Readings = []reckon.Reading{{Name: "r", Minds: []reckon.Mind{a}}, {Name: "s", Minds: []reckon.Mind{b}}}
			t.Run(one+" and "+other, func(t *testing.T) { check(t, c, "duplicate-reading", one == other) })
		}
	}
}

// TestInexactPoints: the rule speaks exactly where the engine refuses to add.
func TestInexactPoints(t *testing.T) {
	for _, k := range []struct {
		points  []float64
		refused bool
	}{
		{[]float64{2.0 / 3, 1}, true},
		{[]float64{math.Nextafter(0.3, 1)}, true},
		{[]float64{1e308}, true},
		{[]float64{1e-9, 1e9}, true},
		{[]float64{0.1, 0.2, -0.3}, false},
		{[]float64{0.67, 1}, false},
		{[]float64{0, 0}, false},
	} {
		c := &reckon.Case{Actors: []reckon.Actor{{Name: "a", Options: []int{0}}}, Options: []reckon.Option{{Name: "a.x"}}}
		m := reckon.Mind{Actor: "a", Temper: reckon.DefaultTemper()}
		for i, p := range k.points {
			m.Wants = append(m.Wants, reckon.Want{Name: fmt.Sprint(i), That: reckon.Expr{Op: "option"}, Points: p})
		}
		c.Minds = []reckon.Mind{m}
		check(t, c, "inexact-points", k.refused)
		if _, err := stability.Compile(c, c.Minds, nil); (err != nil) != k.refused {
			t.Errorf("%v: the engine says %v", k.points, err)
		}
	}
}
