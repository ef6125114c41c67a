package reckon_test

import (
	"math"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"reckon"
)

// smallCase has one actor with two options and another with one.
func smallCase(t *testing.T) *reckon.Case {
	t.Helper()
	day := func(s string) reckon.Date {
		d, err := reckon.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	return &reckon.Case{
		From: day("2020-01-01"), AsOf: day("2020-03-01"),
		Actors: []reckon.Actor{{Name: "us", Options: []int{0, 1}}, {Name: "them", Options: []int{2}}},
		Options: []reckon.Option{
			{Name: "us.talk"}, {Name: "us.strike"}, {Name: "them.sanction", Actor: 1, On: true},
		},
		Record: []reckon.Event{
			{ID: "before", Date: day("2019-12-31"), Took: reckon.Move{On: 2}},
			{ID: "talk", Date: day("2020-02-01"), Took: reckon.Move{On: 1}},
			{ID: "lift", Date: day("2020-03-01"), Took: reckon.Move{Off: 4}},
			{ID: "late", Date: day("2020-03-02"), Took: reckon.Move{On: 2, Off: 1}},
		},
	}
}

func TestStateFollowsTheRecord(t *testing.T) {
	c := smallCase(t)
	for k, want := range []string{"NNY", "NNY", "YNY", "YNN", "NYN"} {
		if got := c.StateBefore(k).Letters(3); got != want {
			t.Errorf("before event %d: %s, want %s", k, got, want)
		}
	}
	if got := c.Today().Letters(3); got != "YNN" {
		t.Errorf("today is %s, want YNN: the as-of day counts, the day after does not", got)
	}
	c.AsOf = 0
	if got := c.Today().Letters(3); got != "NYN" {
		t.Errorf("without an as-of date today is %s, want the whole record", got)
	}
}

func TestMoveText(t *testing.T) {
	c := smallCase(t)
	for _, row := range []struct {
		move reckon.Move
		want string
	}{
		{reckon.Move{}, "hold"},
		{reckon.Move{On: 2, Off: 1}, "-talk +strike"},
		{reckon.Move{Off: 4}, "-sanction"},
	} {
		if got := row.move.Text(c); got != row.want {
			t.Errorf("%+v: %q, want %q", row.move, got, row.want)
		}
	}
}

func TestMovesAreIdempotent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		on := reckon.State(rapid.Uint64().Draw(t, "on"))
		m := reckon.Move{On: on, Off: reckon.State(rapid.Uint64().Draw(t, "off")) &^ on}
		s := reckon.State(rapid.Uint64().Draw(t, "s"))
		once := m.Apply(s)
		if m.Apply(once) != once {
			t.Fatal("a move applied twice differs from once")
		}
		if (once^s)&^m.Touches() != 0 {
			t.Fatal("a move changed an option that it does not set")
		}
	})
}

func TestDatesRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := reckon.Date(rapid.IntRange(1, 3_000_000).Draw(t, "day"))
		if back := reckon.DateOf(d.Time()); back != d {
			t.Fatalf("%d became %d", d, back)
		}
		if d.Time().Year() < 10000 {
			if back, err := reckon.ParseDate(d.String()); err != nil || back != d {
				t.Fatalf("%s became %s, %v", d, back, err)
			}
		}
	})
	if d, err := reckon.ParseDate("0001-01-01"); err != nil || d != 1 {
		t.Errorf("the first day is %d, %v", d, err)
	}
	if _, err := reckon.ParseDate("2020-02-30"); err == nil {
		t.Error("30 February was accepted")
	}
	east := time.Date(2026, 2, 28, 1, 0, 0, 0, time.FixedZone("Tehran", 12600))
	if got := reckon.DateOf(east).String(); got != "2026-02-28" {
		t.Errorf("one in the morning in Tehran is on %s", got)
	}
	if got := reckon.Date(0).String(); got != "unknown" {
		t.Errorf("the zero date prints as %q", got)
	}
	for _, d := range []reckon.Date{0, 1, 739_000} {
		text, err := d.MarshalText()
		back := reckon.Date(5)
		if bad := back.UnmarshalText(text); err != nil || bad != nil || back != d {
			t.Errorf("%s is read as %s, %v", text, back, bad)
		}
	}
	if new(reckon.Date).UnmarshalText([]byte("soon")) == nil {
		t.Error("a date of soon was accepted")
	}
}

// TestInForce: of the changes up to a day the latest counts, of several on one day the
// likeliest, and of those alike the first; what waits for a condition has not happened.
func TestInForce(t *testing.T) {
	change := func(from reckon.Date, odds float64) reckon.Mind {
		return reckon.Mind{Actor: "a", Change: reckon.Change{Name: "c", From: from, Odds: odds}}
	}
	waiting := change(0, 0)
	waiting.Change.When = reckon.Expr{Op: "yes"}
	c := &reckon.Case{Actors: []reckon.Actor{{Name: "a"}, {Name: "b"}}, Minds: []reckon.Mind{
		waiting, change(20, 0.3), change(20, 0.4), change(20, 0.3), change(10, 0.5), change(10, 0.5), {Actor: "a"}, change(30, 0.1), change(30, 0),
	}}
	for day, want := range map[reckon.Date]int{9: 0, 10: 5, 19: 5, 20: 3, 29: 3, 30: 8} { // places in the calendar
		if got := (*reckon.Reading)(nil).InForce(c, day); got[0] != want || got[1] != -1 {
			t.Errorf("on day %d %v, want %d and -1", day, got, want)
		}
	}
}

// TestMiddle says what is in the middle of each law.
func TestMiddle(t *testing.T) {
	numbers := func(law reckon.Law, args ...float64) reckon.Spread {
		s := reckon.Spread{Law: law}
		for _, x := range args {
			s.Args = append(s.Args, reckon.Exactly(x).Args...)
		}
		return s
	}
	for want, s := range map[float64]reckon.Spread{
		-0.5: reckon.Exactly(-0.5), 3: numbers(reckon.Between, 2, 4), 5: numbers(reckon.Normal, 5, 1), 7: numbers(reckon.LogNormal, 7, 2),
		9: numbers(reckon.Triangular, 8, 9, 20), 0.25: numbers(reckon.Beta, 0.25, 0.1),
	} {
		if got := s.Middle(); got != want {
			t.Errorf("the middle of %s is %v, want %v", s.Law, got, want)
		}
	}
	unknown := numbers(reckon.Normal, 5, 1)
	unknown.Args[1] = reckon.Expr{Op: "measure", Name: "x"}
	for _, s := range []reckon.Spread{{}, unknown} {
		if got := s.Middle(); !math.IsNaN(got) {
			t.Errorf("the middle of %+v is %v", s, got)
		}
	}
}

// TestLastObservationOfADay: of two on one day the later row counts.
func TestLastObservationOfADay(t *testing.T) {
	c := &reckon.Case{Measures: []reckon.Measure{{Name: "oil", Start: reckon.Exactly(1)}}, Observations: []reckon.Observation{
		{Date: 5, Measure: "oil", Value: 2}, {Date: 5, Measure: "oil", Value: 3}, {Date: 6, Measure: "oil", Value: math.NaN()},
	}}
	for day, want := range map[reckon.Date]float64{4: 1, 5: 3} {
		if got := c.MeasuresOn(day)("oil"); got != want {
			t.Errorf("on day %d %v, want %v", day, got, want)
		}
	}
	if got := c.MeasuresOn(6)("oil"); !math.IsNaN(got) {
		t.Errorf("what is known to be unknown is %v", got)
	}
}

// TestHistory: rows before the clock starts are in the state there already, whatever
// day the history begins on.
func TestHistory(t *testing.T) {
	on, off := reckon.Move{On: 1}, reckon.Move{Off: 1}
	c := &reckon.Case{From: 10, Options: []reckon.Option{{Name: "a.o"}}, Record: []reckon.Event{
		{Date: 8, Took: on}, {Date: 11, Took: on}, {Date: 12, Took: off}, {Date: 12, Took: on}, {Date: 14, Took: off},
	}}
	want := []reckon.State{0, 0, 0, 0, 1, 1, 1, 0, 0} // days 7 to 15
	for from := range want {
		if got := c.History(reckon.Date(7+from), 15); !slices.Equal(got, want[from:]) {
			t.Errorf("from day %d %v, want %v", 7+from, got, want[from:])
		}
	}
}

// TestOddsWords holds the bands of ICD 203, an edge belonging to the upper band.
func TestOddsWords(t *testing.T) {
	for _, row := range []struct {
		p    reckon.Odds
		want string
	}{
		{0, "almost no chance [<1%]"},
		{0.009, "almost no chance [<1%]"},
		{0.01, "almost no chance [1%]"},
		{0.05, "very unlikely [5%]"},
		{0.2, "unlikely [20%]"},
		{0.45, "roughly even chance [45%]"},
		{0.55, "likely [55%]"},
		{0.8, "very likely [80%]"},
		{0.95, "almost certain [95%]"},
		{0.99, "almost certain [99%]"},
		{1, "almost certain [>99%]"},
		{reckon.Odds(math.NaN()), "unknown"},
	} {
		if got := row.p.String(); got != row.want {
			t.Errorf("%v: %q, want %q", float64(row.p), got, row.want)
		}
	}
}

func TestMindsFallBack(t *testing.T) {
	c := smallCase(t)
	c.Minds = []reckon.Mind{{Actor: "us", Temper: reckon.Temper{Concept: reckon.GMR}}, {Actor: "nobody"}}
	r := &reckon.Reading{Minds: []reckon.Mind{{Actor: "us", Temper: reckon.Temper{Concept: reckon.Nash}}}}
	for _, row := range []struct {
		reading *reckon.Reading
		want    [2]reckon.Concept
	}{{nil, [2]reckon.Concept{reckon.GMR, reckon.SEQ}}, {r, [2]reckon.Concept{reckon.Nash, reckon.SEQ}}} {
		for i, m := range row.reading.MindsIn(c) {
			if m.Temper.Concept != row.want[i] || m.Actor != c.Actors[i].Name {
				t.Errorf("mind %d is %s with %s, want %s", i, m.Actor, m.Temper.Concept, row.want[i])
			}
		}
	}
}

func TestExprReads(t *testing.T) {
	e := reckon.Expr{Op: "&&", Args: []reckon.Expr{
		{Op: "option", Option: 3},
		{Op: ">", Args: []reckon.Expr{{Op: "measure", Name: "oil"}, {Op: "+", Args: []reckon.Expr{{Op: "measure", Name: "rial"}, {Op: "measure", Name: "oil"}}}}},
	}}
	if e.Reads() != 8 {
		t.Errorf("reads options %b", e.Reads())
	}
	if m := e.Measures(); len(m) != 2 || m[0] != "oil" || m[1] != "rial" {
		t.Errorf("reads measures %v", m)
	}
}
