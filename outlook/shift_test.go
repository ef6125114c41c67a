package outlook_test

import (
	"context"
	"math"
	"testing"

	"reckon/outlook"
	"reckon/sim"
)

// bench is two voices of the same weight; where one stands is drawn once a run.
const bench = `
case "bench" {
  as_of = "2026-01-01"
  until = "2026-02-28"
}
actor "ruler" {
  option "yield" { title = "Yields" }
}
parameter "place" { value = [20, 60] }
measure "moved" { start = 0 }
measure "course" {
  title = "The course"
  start = 50
}
measure "apart" { start = 0 }
council "two" {
  seat "first" {
    power    = 10
    position = 20
  }
  seat "second" {
    power    = 10
    position = place + moved
  }
  writes "course" { from = "mean" }
  writes "apart" { from = "spread" }
}
question "yield" {
  ask    = "Will he yield?"
  opens  = "2026-01-01"
  closes = "2026-02-20T12:00:00Z"
  when   = ever(ruler.yield)
}
scenario "push" {
  set "moved" { to = 10 }
}
`

// TestShiftsAreWorkedOut holds what a scenario does to what an arena writes against
// hand: the second voice moves by 10 in every run, the mean of two by 5, without error,
// and the mean before lies between 20 and 40, nine in ten runs over a stretch of 18.
func TestShiftsAreWorkedOut(t *testing.T) {
	c := load(t, bench)
	e := opened(t, c, sim.Settings{})
	found, err := e.Compare(context.Background(), outlook.Job{Seed: 5, To: 2000}, c.Scenarios)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(found[0].Measures); n != 2 {
		t.Fatalf("%d measures; an arena writes 2", n)
	}
	for i, want := range []struct {
		name   string
		by     float64
		base   float64
		spread float64
	}{{"course", 5, 30, 18}, {"apart", 5, 10, 18}} {
		m := found[0].Measures[i]
		if m.Name != want.name || math.Abs(m.By-want.by) > 1e-9 || m.StdErr > 1e-9 || math.Abs(m.With-m.Base-m.By) > 1e-9 {
			t.Errorf("%+v, want %s by %v", m, want.name, want.by)
		}
		if math.Abs(m.Base-want.base) > 0.5 || math.Abs(m.Spread-want.spread) > 0.5 {
			t.Errorf("%s: mean %v, spread %v; want about %v and %v", m.Name, m.Base, m.Spread, want.base, want.spread)
		}
	}
	if found[0].Measures[0].Title != "The course" {
		t.Errorf("title %q", found[0].Measures[0].Title)
	}
}
