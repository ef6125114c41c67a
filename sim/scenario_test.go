package sim

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"reckon"
)

// paths returns copies of all paths of a job.
func paths(tb testing.TB, m *Model, job Job) []Path {
	tb.Helper()
	var all []Path
	job.Each = func(p *Path) {
		q := *p
		q.States, q.Inputs, q.Answers = slices.Clone(p.States), slices.Clone(p.Inputs), slices.Clone(p.Answers)
		q.Values = nil
		for _, v := range p.Values {
			q.Values = append(q.Values, slices.Clone(v))
		}
		all = append(all, q)
	}
	tallied(tb, m, job)
	return all
}

// alike compares two runs to the last bit, but for what the second has besides.
func alike(a, b *Path) error {
	if !reflect.DeepEqual(a.States, b.States) {
		return fmt.Errorf("run %d: states %b and %b", a.Run, a.States, b.States)
	}
	for i := range a.Values {
		for k := range a.Values[i] {
			if math.Float64bits(a.Values[i][k]) != math.Float64bits(b.Values[i][k]) {
				return fmt.Errorf("run %d, step %d: measure %d is %v and %v", a.Run, k, i, a.Values[i][k], b.Values[i][k])
			}
		}
	}
	return nil
}

// TestWhatCannotMatter: a scenario that changes nothing, an actor who only watches, a
// measure nobody reads and a shock that never happens leave every draw as it is.
func TestWhatCannotMatter(t *testing.T) {
	for seed := range uint64(6) {
		plainly := paths(t, model(t, newWild(seed).c, Settings{}), Job{Seed: 2, To: 20})
		c := newWild(seed).c
		c.Actors = append(c.Actors, reckon.Actor{Name: "bystander"})
		c.Measures = append(c.Measures, reckon.Measure{Name: "idle", Low: 0, High: 1, Start: spread(reckon.Between, 0, 1), Noise: spread(reckon.Normal, 0, 1)})
		c.Shocks = slices.Insert(c.Shocks, 0, reckon.Shock{Name: "never", Chance: num(0), Moves: reckon.Move{On: 3}})
		same := reckon.Scenario{Name: "the same", Sets: []reckon.Assignment{{Name: "g", To: c.Parameters[0].Value}}}
		for i, p := range paths(t, model(t, c, Settings{Scenario: same}), Job{Seed: 2, To: 20}) {
			if err := alike(&plainly[i], &p); err != nil {
				t.Fatalf("case %d: %v", seed, err)
			}
		}
	}
}

// TestCommonRandomNumbers: the difference between two scenarios varies less when
// both have the same seed.
func TestCommonRandomNumbers(t *testing.T) {
	c := still(20)
	m := free("m")
	m.Start, m.Next, m.Noise = spread(reckon.Normal, 10, 2), with("*", ref("g"), ref("m")), spread(reckon.Normal, 0, 1)
	c.Measures = []reckon.Measure{m}
	c.Parameters = []reckon.Parameter{{Name: "g", Value: exactly(1)}}
	other := reckon.Scenario{Sets: []reckon.Assignment{{Name: "g", To: exactly(1.01)}}}
	last := func(s reckon.Scenario, seed uint64) []float64 {
		var x []float64
		for _, p := range paths(t, model(t, c, Settings{Scenario: s}), Job{Seed: seed, To: 400}) {
			x = append(x, p.Values[0][20])
		}
		return x
	}
	a := last(reckon.Scenario{}, 1)
	common, apart := variance(a, last(other, 1)), variance(a, last(other, 2))
	if common > apart/100 {
		t.Errorf("the difference has variance %v with common draws, %v without", common, apart)
	}
}

// variance is that of the differences of two lists.
func variance(a, b []float64) float64 {
	sum, squares := 0.0, 0.0
	for i := range a {
		d := b[i] - a[i]
		sum, squares = sum+d, squares+d*d
	}
	n := float64(len(a))
	return squares/n - sum/n*sum/n
}

// haunted is a case in which a remembers a war: while shots fall, up to step 2, he
// takes b for a fighter, before whom he keeps his guard up; else he lets it down.
func haunted() *reckon.Case {
	c := still(6)
	c.Actors = []reckon.Actor{{Name: "a", Options: []int{0}}, {Name: "b", Options: []int{1}}}
	c.Options = []reckon.Option{{Name: "a.guard", On: true}, {Name: "b.attack", Actor: 1}}
	c.Measures = []reckon.Measure{{Name: "shots", Low: 0, High: 1, Is: with("?", with("<", call("time"), num(3)), num(1), num(0))}}
	c.Features = []reckon.Feature{{Name: "shots", Now: ref("shots")}}
	temper := best()
	temper.Concept, temper.Caution = reckon.SEQ, 1
	attack, safe := with("&&", opt(1), with("!", opt(0))), with("||", opt(0), with("!", opt(1)))
	c.Minds = []reckon.Mind{
		{
			Actor: "a", Temper: temper, Wants: []reckon.Want{{Name: "no defeat", That: safe}, {Name: "rest", That: with("!", opt(0))}},
			Beliefs: []reckon.Belief{{About: "b", Kinds: []reckon.Kind{
				{Name: "fighter", Odds: 0.1, Temper: best(), Wants: []reckon.Want{{Name: "win", That: attack}}},
				{Name: "neighbour", Odds: 0.9, Temper: best(), Wants: []reckon.Want{{Name: "peace", That: with("!", opt(1))}}},
			}}},
			Episodes: []reckon.Episode{{
				Name: "the war", Above: 0.5, Features: []reckon.Recollection{{Feature: "shots", Was: 1, Weight: 1}},
				Lessons: []reckon.Lesson{{About: "b", Kind: "fighter", Strength: 6}},
			}},
		},
		{Actor: "b", Temper: best(), Wants: []reckon.Want{{Name: "peace", That: with("!", opt(1))}}},
	}
	return c
}

// TestMemory: he keeps his guard up while shots bring back the war, and not without
// his memory, or without that episode.
func TestMemory(t *testing.T) {
	guard := func(without ...string) string {
		p := paths(t, model(t, haunted(), Settings{Scenario: reckon.Scenario{Without: append(without, "learning")}}), Job{To: 1})[0]
		letters := ""
		for _, s := range p.States {
			letters += s.Letters(1)
		}
		return letters
	}
	for want, got := range map[string]string{"YYYYNNN": guard(), "YNNNNNN": guard("memory")} {
		if got != want {
			t.Errorf("his guard is up %s, want %s", got, want)
		}
	}
	if guard("the war") != guard("memory") {
		t.Error("without the war he remembers something else")
	}
	_, events, err := model(t, haunted(), Settings{}).Trace(1, 0)
	must(err)
	k := slices.IndexFunc(events, func(e Event) bool { return e.Kind == "recall" })
	if k < 0 || events[k].Name != "the war" || events[k].Actor != 0 || events[k].Step != 0 || events[k].P != 1 {
		t.Errorf("events %+v", events)
	}
}

// TestRecallOfAnotherMind: who takes over remembers for himself, and what others
// remember is told once, however many episodes he brings or takes with him.
func TestRecallOfAnotherMind(t *testing.T) {
	c := haunted()
	c.Actors = append(c.Actors, reckon.Actor{Name: "c"})
	other := c.Minds[0]
	other.Actor, other.Episodes = "c", []reckon.Episode{c.Minds[0].Episodes[0]}
	other.Episodes[0].Name = "the siege"
	successor := c.Minds[0]
	successor.Episodes = []reckon.Episode{c.Minds[0].Episodes[0], c.Minds[0].Episodes[0]}
	successor.Episodes[0].Name, successor.Episodes[1].Name = "the truce", "the defeat"
	successor.Episodes[0].Features = []reckon.Recollection{{Feature: "shots", Was: 0, Weight: 1}}
	successor.Change = reckon.Change{Name: "the succession", From: c.From + 7}
	c.Minds = append(c.Minds, other, successor)
	_, events, err := model(t, c, Settings{}).Trace(1, 0)
	must(err)
	got := ""
	for _, e := range events {
		if e.Kind == "recall" {
			got += fmt.Sprint(e.Step, " ", e.Name, " ", e.P, "; ")
		}
	}
	if want := "0 the war 1; 0 the siege 1; 1 the defeat 1; 3 the truce 1; 3 the defeat 0; 3 the siege 0; "; got != want {
		t.Errorf("recalled: %s, want %s", got, want)
	}
}

// TestEffectOnWhatIsHeld: what a shock would do to a measure that a scenario holds is
// not worked out, so that it cannot stop the run.
func TestEffectOnWhatIsHeld(t *testing.T) {
	c := still(3)
	c.Measures = []reckon.Measure{free("m"), free("n")}
	c.Measures[0].Start, c.Measures[1].Start = exactly(1), exactly(0)
	c.Shocks = []reckon.Shock{{Name: "s", Chance: num(1), Effects: []reckon.Effect{
		{Measure: "m", To: with("/", num(1), ref("n"))}, {Measure: "n", To: num(2)},
	}}}
	held := reckon.Scenario{Sets: []reckon.Assignment{{Name: "m", To: exactly(5)}}, Until: c.From + 7}
	p := paths(t, model(t, c, Settings{Scenario: held}), Job{To: 1})[0]
	if !reflect.DeepEqual(p.Values, [][]float64{{5, 5, 5, 0.5}, {0, 2, 2, 2}}) {
		t.Errorf("%v", p.Values)
	}
	if _, err := model(t, c, Settings{}).Run(t.Context(), Job{To: 1}); err == nil {
		t.Error("without the scenario the run goes on")
	}
}

// TestCalendar: an actor who changes on a day wants other things from that day on;
// without the change he does not, and with odds he does in that share of the runs.
func TestCalendar(t *testing.T) {
	c := still(8)
	c.Minds = []reckon.Mind{
		{Actor: "a", Temper: best(), Wants: []reckon.Want{{Name: "off", That: with("!", opt(0))}}},
		{
			Actor: "a", Temper: best(), Wants: []reckon.Want{{Name: "on", That: opt(0)}},
			Change: reckon.Change{Name: "the election", From: c.From + 20, Odds: 0.3},
		},
	}
	ask(c, "on", call("ever", opt(0)))
	tally := tallied(t, model(t, c, Settings{}), Job{Seed: 4, To: many()})
	q := tally.Questions()[0]
	within4(t, "he changes", q.Yes, q.Runs, 0.3)
	if q.First[4] != q.Yes { // the 20th day is before step 3, from which step 4 comes
		t.Errorf("first on %v", q.First)
	}
	tally = tallied(t, model(t, c, Settings{Scenario: reckon.Scenario{Without: []string{"the election"}}}), Job{Seed: 4, To: 500})
	if yes := tally.Questions()[0].Yes; yes != 0 {
		t.Errorf("without the election he changes in %d runs", yes)
	}
	c.Minds[1].Change = reckon.Change{Name: "the loss", When: with(">=", call("time"), num(5))}
	tally = tallied(t, model(t, c, Settings{}), Job{Seed: 4, To: 10})
	if q = tally.Questions()[0]; q.First[6] != 10 {
		t.Errorf("first on %v", q.First)
	}
}

// TestChangeOnTheDay: a change is due at the first step that ends on its day or
// later; one of the day of the start has happened, and is not drawn again.
func TestChangeOnTheDay(t *testing.T) {
	for days, want := range map[reckon.Date]string{
		0: "NYYYYYY", 1: "NNYYYYY", 20: "NNNNYYY", 21: "NNNNYYY", 22: "NNNNNYY", 41: "NNNNNNN", 42: "NNNNNNN",
	} {
		c := still(6)
		c.Minds = append(c.Minds, reckon.Mind{
			Actor: "a", Temper: best(), Wants: []reckon.Want{{Name: "on", That: opt(0)}},
			Change: reckon.Change{Name: "the election", From: c.From + days},
		})
		p, events, err := model(t, c, Settings{}).Trace(1, 0)
		must(err)
		letters := ""
		for _, s := range p.States {
			letters += s.Letters(1)
		}
		told := slices.ContainsFunc(events, func(e Event) bool { return e.Kind == "change" })
		if letters != want || told != (days > 0 && days <= 35) {
			t.Errorf("after %d days: on %s, want %s; told %v", days, letters, want, told)
		}
	}
}

// TestChangesOfOneDay exclude each other: each happens in its share of the runs, and
// where one is left out the other does not happen more often.
func TestChangesOfOneDay(t *testing.T) {
	c := still(3)
	c.Actors[0].Options, c.Options = []int{0, 1}, append(c.Options, reckon.Option{Name: "a.y"})
	c.Minds[0].Wants = append(c.Minds[0].Wants, reckon.Want{Name: "y off", That: with("!", opt(1))})
	for k, odds := range []float64{0.3, 0.4} {
		c.Minds = append(c.Minds, reckon.Mind{
			Actor: "a", Temper: best(), Wants: []reckon.Want{{Name: "on", That: opt(k)}},
			Change: reckon.Change{Name: c.Options[k].Name + " wins", From: c.From + 7, Odds: odds},
		})
		ask(c, c.Options[k].Name, call("ever", with("&&", opt(k), with("!", opt(1-k)))))
	}
	for without, odds := range map[string][2]float64{"": {0.3, 0.4}, "a.x wins": {0, 0.4}, "a.y wins": {0.3, 0}} {
		s := reckon.Scenario{}
		if without != "" {
			s.Without = []string{without}
		}
		for k, q := range tallied(t, model(t, c, Settings{Scenario: s}), Job{Seed: 6, To: many()}).Questions() {
			within4(t, q.Name+" without "+without, q.Yes, q.Runs, odds[k])
		}
	}
}

// TestImpossibleShock: a shock moves options as a whole or not at all, and its
// effects come either way.
func TestImpossibleShock(t *testing.T) {
	c := still(2)
	c.Options = append(c.Options, reckon.Option{Name: "a.y"})
	c.Actors[0].Options = []int{0, 1}
	c.Measures = []reckon.Measure{free("m")}
	c.Measures[0].Start = exactly(1)
	c.Impossible = []reckon.Impossible{{Name: "both", When: with("&&", opt(0), opt(1))}}
	c.Shocks = []reckon.Shock{{Name: "s", Chance: num(1), Moves: reckon.Move{On: 3}, Effects: []reckon.Effect{{Measure: "m", To: with("+", ref("m"), num(1))}}}}
	p := paths(t, model(t, c, Settings{Scenario: reckon.Scenario{Without: []string{"a"}}}), Job{To: 1})[0]
	if p.States[2] != 0 || p.Values[0][2] != 3 {
		t.Errorf("options %b, measure %v", p.States, p.Values)
	}
}

// TestHoldAndWithout: what is held stays, what is shut is not taken up, who is still
// does not move, and from and until bound what is held.
func TestHoldAndWithout(t *testing.T) {
	c := still(6)
	c.Minds[0].Wants = []reckon.Want{{Name: "on", That: opt(0)}}
	c.Shocks = []reckon.Shock{{Name: "quake", Chance: num(1), Moves: reckon.Move{Off: 1}}}
	seen := func(s reckon.Scenario) string {
		letters := ""
		for _, s := range paths(t, model(t, c, Settings{Scenario: s}), Job{To: 1})[0].States {
			letters += s.Letters(1)
		}
		return letters
	}
	on := reckon.Move{On: 1}
	for want, s := range map[string]reckon.Scenario{
		"NNNNNNN": {},
		"NYYYYYY": {Without: []string{"quake"}},
		"YYYYYYY": {Hold: on},
		"NNYYYYN": {Hold: on, From: c.From + 8, Until: c.From + 28},
		"NYYYYNN": {Hold: on, From: c.From + 7, Until: c.From + 27},
	} {
		if got := seen(s); got != want {
			t.Errorf("%+v: on %s, want %s", s, got, want)
		}
	}
	for _, name := range []string{"a", "a.x"} {
		if got := seen(reckon.Scenario{Without: []string{"shocks", name}}); got != "NNNNNNN" {
			t.Errorf("without %s: on %s", name, got)
		}
	}
}

// TestScenarioRefused: names that are not there, and what is impossible.
func TestScenarioRefused(t *testing.T) {
	c := still(6)
	c.Impossible = []reckon.Impossible{{Name: "never on", When: opt(0)}}
	for want, s := range map[string]reckon.Scenario{
		`sets "oil"`:           {Sets: []reckon.Assignment{{Name: "oil", To: exactly(1)}}},
		`leaves out "memroy"`:  {Without: []string{"memroy"}},
		"both on and off":      {Hold: reckon.Move{On: 1, Off: 1}},
		"which the case calls": {Hold: reckon.Move{On: 1}},
	} {
		if _, err := New(c, nil, Settings{Scenario: s}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
	m := model(t, c, Settings{Scenario: reckon.Scenario{Hold: reckon.Move{On: 1}, From: c.From + 10}})
	if _, _, err := m.Trace(1, 0); err == nil || !strings.Contains(err.Error(), "2026-01-15") {
		t.Errorf("%v", err)
	}
}

// TestFalsified: a move that a view held out of the question is told, and the view is
// dropped, so that it is told once.
func TestFalsified(t *testing.T) {
	c := haunted()
	c.Minds[0].Episodes, c.Minds[0].Beliefs = nil, nil
	c.Minds[0].View.Overrides = []reckon.Override{{Unaware: true, Option: 1}}
	c.Minds[1].Wants = []reckon.Want{{Name: "attack", That: with("==", opt(1), with("<", ref("shots"), num(0.5)))}}
	_, events, err := model(t, c, Settings{}).Trace(1, 0)
	must(err)
	var told []Event
	for _, e := range events {
		if e.Kind == "falsified" {
			told = append(told, e)
		}
	}
	if len(told) != 1 || told[0].Actor != 0 || told[0].Step != 3 || told[0].From^told[0].To != 2 || told[0].Name != "did not know of b.attack" {
		t.Errorf("%+v of %+v", told, events)
	}
}

// TestTraceIsTheRun: the path of a trace is that of the run, and its events lead from
// state to state.
func TestTraceIsTheRun(t *testing.T) {
	kinds := map[string]int{}
	for seed := range uint64(20) {
		w := newWild(seed)
		m := model(t, w.c, Settings{Scenario: w.scenario()})
		runs := paths(t, m, Job{Seed: seed, From: 3, To: 5})
		p, events, err := m.Trace(seed, 4)
		if err != nil {
			t.Fatal(err)
		}
		if err := alike(&runs[1], p); err != nil {
			t.Fatalf("case %d: %v", seed, err)
		}
		at := m.state
		for _, e := range events {
			kinds[e.Kind]++
			if e.Date != m.dates[e.Step] || e.P < 0 || e.P > 1+1e-9 {
				t.Errorf("case %d: %+v", seed, e)
			}
			if e.Kind == "falsified" {
				continue // told of a move that stands before it
			}
			if e.From != at {
				t.Fatalf("case %d: %+v begins where the one before did not end, in %b", seed, e, at)
			}
			at = e.To
		}
		if at != p.States[len(p.States)-1] {
			t.Errorf("case %d: the events end in %b, the run in %b", seed, at, p.States[len(p.States)-1])
		}
	}
	for _, kind := range []string{"move", "stay", "hold", "shock", "change", "falsified", "recall"} {
		if kinds[kind] == 0 {
			t.Errorf("no event is a %s, so the test proves little: %v", kind, kinds)
		}
	}
}

// TestUnderIsNew: a model under another scenario is the model compiled for it, to the
// last bit of its tally, whatever the model it comes from has run or left out.
func TestUnderIsNew(t *testing.T) {
	job := Job{Seed: 3, To: 24}
	for seed := range uint64(8) {
		w := newWild(seed)
		scenarios := []reckon.Scenario{{}, w.scenario(), {Without: []string{"memory", "shocks"}}, {}}
		m := model(t, w.c, Settings{})
		for k, s := range scenarios {
			want, wrong := New(w.c, nil, Settings{Scenario: s})
			other, err := m.Under(s)
			if fmt.Sprint(err) != fmt.Sprint(wrong) {
				t.Fatalf("case %d, scenario %d: %v, compiled anew %v", seed, k, err, wrong)
			}
			if err != nil {
				continue
			}
			if bytesOf(t, tallied(t, other, job)) != bytesOf(t, tallied(t, want, job)) {
				t.Fatalf("case %d, scenario %d: other runs than compiled anew", seed, k)
			}
			m = other
		}
	}
}

// TestWithoutArenas: an arena that is left out writes nothing, the others go on; noise
// is that of streets, too.
func TestWithoutArenas(t *testing.T) {
	c := still(6)
	c.Measures = []reckon.Measure{free("out"), free("course")}
	c.Measures[0].Start, c.Measures[0].Arena = exactly(0.1), "cities"
	c.Measures[1].Start, c.Measures[1].Arena = exactly(7), "inner circle"
	seats := several("seat", 2, func(i int) []reckon.ArenaSetting {
		return []reckon.ArenaSetting{setting("power", num(1)), setting("position", num(float64(20+10*i)))}
	})
	c.Arenas = []reckon.Arena{
		{Kind: "street", Name: "cities", Writes: []reckon.ArenaWrite{{Measure: "out", Quantity: "turnout"}}, Settings: []reckon.ArenaSetting{
			{Name: "thresholds", Start: spread(reckon.Normal, 0.3, 0.2)}, setting("active", num(0.1)), setting("noise", num(0.2)),
		}},
		{Kind: "council", Name: "inner circle", Writes: []reckon.ArenaWrite{{Measure: "course", Quantity: "mean"}}, Parts: seats},
	}
	run := func(n int, without ...string) Path {
		return paths(t, model(t, c, Settings{Scenario: reckon.Scenario{Without: without}}), Job{From: n, To: n + 1})[0]
	}
	same := func(a, b []float64) bool { return slices.Equal(a[1:], b[1:]) }
	if p, q := run(0), run(1); same(p.Values[0], q.Values[0]) || p.Values[1][3] != 25 {
		t.Errorf("two streets with noise are alike, or the council does not write: %v %v", p.Values, q.Values)
	}
	if p, q := run(0, "noise"), run(1, "noise"); !same(p.Values[0], q.Values[0]) || p.Values[0][3] == 0.1 {
		t.Errorf("without noise two streets part, or stand still: %v %v", p.Values, q.Values)
	}
	if p := run(0, "cities"); p.Values[0][5] != 0.1 || p.Values[1][5] != 25 {
		t.Errorf("without the street: %v", p.Values)
	}
}

// TestFingerprintKnowsArenas: cases that differ in a number of an arena alone are not
// one case, so their tallies are not added up.
func TestFingerprintKnowsArenas(t *testing.T) {
	c := still(3)
	c.Measures = []reckon.Measure{free("course")}
	c.Measures[0].Start, c.Measures[0].Arena = exactly(7), "inner circle"
	tally := func(power float64, from int) *Tally {
		own := *c
		own.Arenas = []reckon.Arena{{
			Kind: "council", Name: "inner circle", Writes: []reckon.ArenaWrite{{Measure: "course", Quantity: "mean"}},
			Parts: several("seat", 2, func(i int) []reckon.ArenaSetting {
				return []reckon.ArenaSetting{setting("power", num(power)), setting("position", num(float64(20+10*i)))}
			}),
		}}
		return tallied(t, model(t, &own, Settings{}), Job{From: from, To: from + 10})
	}
	if err := tally(1, 0).Merge(tally(1, 10)); err != nil {
		t.Error(err)
	}
	if err := tally(1, 0).Merge(tally(2, 10)); err == nil {
		t.Error("runs of other powers were added up")
	}
}
