package sim

import (
	"math"
	"strings"
	"testing"

	"reckon"
)

// TestWindow: which steps a question looks at, from where first() counts, and
// whether a run reaches over it. Steps of weeks from 5 January to 2 February 2026.
func TestWindow(t *testing.T) {
	dates, err := calendar("week", day("2026-01-05"), day("2026-02-08"))
	must(err)
	for _, row := range []struct {
		opens, closes        string
		first, last, opening int
		covered, opened      bool
	}{
		{"", "2026-02-08T23:59:00Z", 1, 4, 0, true, false},
		{"2026-01-05", "2026-01-12T00:00:00Z", 1, 1, 0, true, false},       // the day of closing counts
		{"2026-01-05", "2026-01-11T23:59:00Z", 1, 0, 0, false, false},      // no step ends by then
		{"2026-01-05", "2026-02-09T00:00:00Z", 1, 4, 0, false, false},      // step 5 would be in it
		{"2026-01-05", "2026-02-09T00:30:00+02:00", 1, 4, 0, false, false}, // the day in its own time zone
		{"2026-01-05", "2026-02-08T23:30:00-05:00", 1, 4, 0, true, false},  // likewise
		{"2026-01-19", "2026-02-08T23:59:00Z", 2, 4, 2, true, false},       // first() of step 2 is 0
		{"2026-01-20", "2026-02-08T23:59:00Z", 3, 4, 2, true, false},       // of step 3 it is 1
		{"2025-12-21", "2026-02-08T23:59:00Z", 1, 4, -3, true, true},       // it opened in the third week before
		{"2026-02-03", "2026-02-08T23:59:00Z", 5, 4, 4, false, false},      // opens after the last step
		{"2026-01-05", "soon", 1, 0, 0, false, false},                      // nobody knows when it closes
	} {
		q := reckon.Question{Closes: row.closes, When: call("ever", opt(0))}
		if row.opens != "" {
			q.Opens = day(row.opens)
		}
		want := window{row.first, row.last, row.opening, row.covered, row.opened}
		if got := windowOf(&q, "week", dates); got != want {
			t.Errorf("%s to %s: %+v, want %+v", row.opens, row.closes, got, want)
		}
	}
}

// TestCalendarOfSteps: a month later is the same day, held within the month, and a
// leap day comes back when there is one.
func TestCalendarOfSteps(t *testing.T) {
	for _, row := range []struct{ step, from, until, want string }{
		{"month", "2024-01-31", "2024-05-30", "2024-01-31 2024-02-29 2024-03-31 2024-04-30"},
		{"year", "2024-02-29", "2028-02-29", "2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29"},
		{"day", "2026-12-30", "2027-01-01", "2026-12-30 2026-12-31 2027-01-01"},
		{"", "2026-12-30", "2027-01-08", "2026-12-30 2027-01-06"},
	} {
		dates, err := calendar(row.step, day(row.from), day(row.until))
		must(err)
		got := ""
		for _, d := range dates {
			got += " " + d.String()
		}
		if got[1:] != row.want {
			t.Errorf("%s from %s:%s", row.step, row.from, got)
		}
	}
	for _, until := range []string{"2026-12-29", "2026-12-30", "2027-01-05"} {
		if _, err := calendar("week", day("2026-12-30"), day(until)); err == nil {
			t.Errorf("a run until %s", until)
		}
	}
}

// TestNotCovered: a question that a run does not reach over has no answer.
func TestNotCovered(t *testing.T) {
	c := still(4)
	ask(c, "in time", call("ever", opt(0)))
	c.Questions = append(c.Questions, reckon.Question{Name: "later", Closes: "2027-01-01T00:00:00Z", When: call("ever", opt(0))})
	m := model(t, c, Settings{})
	tally := tallied(t, m, Job{To: 5})
	q := tally.Questions()
	if !q[0].Covered || q[0].Runs != 5 || q[1].Covered || q[1].Runs != 0 || q[1].First != nil {
		t.Errorf("%+v", q)
	}
	if p := paths(t, m, Job{To: 1})[0]; p.Answers[0] != 0 || p.Answers[1] == p.Answers[1] {
		t.Errorf("answers %v", p.Answers)
	}
}

// TestStartOfTheDay: what the record and the observations say of the first day
// itself counts, of two of one day the later row; what they say of the next does not.
func TestStartOfTheDay(t *testing.T) {
	c := still(2)
	c.From -= 30
	c.Options = append(c.Options, reckon.Option{Name: "a.y"})
	c.Measures = []reckon.Measure{free("m")}
	for days := range reckon.Date(2) {
		c.Record = append(c.Record, reckon.Event{Date: c.AsOf + days, Took: reckon.Move{On: 1 << days}})
		for i := range 2 {
			c.Observations = append(c.Observations, reckon.Observation{Date: c.AsOf + days, Measure: "m", Value: float64(10*int(days) + i)})
		}
	}
	m := model(t, c, Settings{})
	if m.state != 1 || m.known[0] != 1 {
		t.Errorf("options %b, measure %v", m.state, m.known)
	}
}

// TestFirstCountsFromOpening: first() counts steps from the opening of its question.
func TestFirstCountsFromOpening(t *testing.T) {
	c := still(6)
	on := with(">=", call("time"), num(4))
	c.Measures = []reckon.Measure{{Name: "m", Low: 0, High: 1, Is: with("?", on, num(1), num(0))}}
	ask(c, "first", call("first", with(">", ref("m"), num(0))))
	c.Questions[0].Opens = c.From + 14
	if got := paths(t, model(t, c, Settings{}), Job{To: 1})[0].Answers[0]; got != 2 {
		t.Errorf("first after %v steps, want 2", got)
	}
}

// TestStepsPerUnit: how much of a unit a step is, by the Gregorian calendar's average.
func TestStepsPerUnit(t *testing.T) {
	for _, row := range []struct {
		step, per string
		want      float64
	}{
		{"week", "year", 7 / 365.2425},
		{"", "year", 7 / 365.2425},
		{"month", "year", 1.0 / 12},
		{"day", "month", 12 / 365.2425},
		{"year", "month", 12},
		{"week", "day", 7},
		{"day", "week", 1.0 / 7},
		{"week", "", 1},
		{"month", "month", 1},
		{"year", "day", 365.2425},
	} {
		if got := stepsPer(row.step, row.per); math.Abs(got/row.want-1) > 1e-15 {
			t.Errorf("a %s in units of a %s: %v, want %v", row.step, row.per, got, row.want)
		}
	}
}

// TestDaysRefused: days on which a run cannot start or end.
func TestDaysRefused(t *testing.T) {
	c := still(4)
	for what, set := range map[string]Settings{
		"as-of date":     {From: c.AsOf + 1},
		"clock":          {From: c.From - 1},
		"no whole step":  {Until: c.From + 6},
		"beyond":         {Until: math.MaxInt32},
		"more than 1048": {Until: c.From + 1<<30},
	} {
		c.Step = "day"
		if what == "no whole step" {
			c.Step = "week"
		}
		if _, err := New(c, nil, set); err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("%v, want %q", err, what)
		}
	}
	bare := &reckon.Case{Name: "bare", Step: "week"}
	if _, err := New(bare, nil, Settings{}); err == nil || !strings.Contains(err.Error(), "as_of") {
		t.Errorf("%v", err)
	}
}
