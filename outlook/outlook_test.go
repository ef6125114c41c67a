package outlook_test

import (
	"context"
	"math"
	"strings"
	"testing"

	"reckon"
	"reckon/lang"
	"reckon/outlook"
	"reckon/sim"
)

// siege is a small world in which everything is known: a shock with a chance of
// 1/4 in every week of four, twice as likely where a lever is pulled.
const siege = `
case "siege" {
  title   = "Siege"
  subject = ruler
  as_of   = "2026-01-01"
  from    = "2025-01-01"
  until   = "2026-01-29"
}
actor "ruler" {
  option "yield" { title = "Yields" }
}
actor "city" {
  option "gate" {
    title     = "The gate is open"
    resumable = false # only the storm opens it
  }
  option "food" { title = "There is food" }
}
mind "ruler" {
  precision = infinity
  want "never" { that = !ruler.yield }
}
mind "city" {
  precision = infinity
  want "open" { that = city.gate }
  want "no food" { that = !city.food }
}
parameter "luck" {
  title = "Luck"
  value = [0, 1]
}
measure "days" {
  title = "Days"
  unit  = "days"
  start = 0
  next  = days + 7
}
shock "storm" {
  title  = "A storm"
  chance = 0.25
  moves  = "+city.gate"
}
question "gate" {
  ask    = "Will the gate open?"
  opens  = "2026-01-01"
  closes = "2026-01-29T12:00:00Z"
  when   = ever(city.gate)
  reference "sieges, 1200 to 1400" {
    hits = 3
    of   = 10
  }
}
question "lucky" {
  ask    = "Is luck above a quarter?"
  opens  = "2026-01-01"
  closes = "2026-01-29T12:00:00Z"
  when   = at_end(luck > 0.25)
}
question "long" {
  ask    = "When does the gate open?"
  opens  = "2026-01-01"
  closes = "2026-01-29T12:00:00Z"
  when   = first(city.gate)
}
question "later" {
  ask    = "And next year?"
  opens  = "2026-01-01"
  closes = "2027-01-29T12:00:00Z"
  when   = ever(city.gate)
}
scenario "no storm" {
  title   = "No storm"
  without = ["storm"]
}
scenario "open" {
  title = "The gate held open"
  hold  = "+city.gate"
}
scenario "empty" {
  title = "Nothing that matters"
  hold  = "-city.food"
}
`

func load(t *testing.T, text string, more ...string) *reckon.Case {
	t.Helper()
	files := lang.Files{"case.hcl": []byte(text)}
	for i := 0; i+1 < len(more); i += 2 {
		files[more[i]] = []byte(more[i+1])
	}
	c, found := lang.Load(files)
	for _, d := range found {
		if d.Severity == reckon.Error {
			t.Fatalf("%s: %s %s", d.At.File, d.Summary, d.Detail)
		}
	}
	return c
}

func opened(t *testing.T, c *reckon.Case, set sim.Settings) *outlook.Ensemble {
	t.Helper()
	readings := []*reckon.Reading{nil}
	weights := []float64{1}
	if n := len(c.Readings); n > 0 {
		readings, weights = nil, nil
		for i := range c.Readings {
			readings, weights = append(readings, &c.Readings[i]), append(weights, 1/float64(n))
		}
	}
	e, err := outlook.Open(c, readings, weights, "Alike.", set)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func pooled(t *testing.T, e *outlook.Ensemble, j outlook.Job) *outlook.Outlook {
	t.Helper()
	tallies, err := e.Tallies(context.Background(), j)
	if err != nil {
		t.Fatal(err)
	}
	o, err := e.Pool(tallies, j.To-j.From, j.Seed)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// TestOutlook holds every number of a known world against what it must be.
func TestOutlook(t *testing.T) {
	c := load(t, siege)
	const runs = 6_000
	o := pooled(t, opened(t, c, sim.Settings{}), outlook.Job{Seed: 3, To: runs})
	gate, lucky, long, later := o.Questions[0], o.Questions[1], o.Questions[2], o.Questions[3]
	want := 1 - math.Pow(0.75, 4)
	if math.Abs(*gate.P-want) > 4**gate.StdErr || math.Abs(*gate.StdErr-math.Sqrt(want*(1-want)/runs)) > 1e-3 {
		t.Errorf("the gate opens in %v ± %v, exactly %v", *gate.P, *gate.StdErr, want)
	}
	if gate.Word != reckon.Odds(*gate.P).String() {
		t.Errorf("word %q", gate.Word)
	}
	if got := 1 - gate.First.Never; math.Abs(got-*gate.P) > 1e-12 || gate.First.Q05.String() != "2026-01-08" || gate.First.Q50.String() != "2026-01-15" || gate.First.Q95.String() != "2026-01-29" {
		t.Errorf("first: %+v", gate.First)
	}
	if math.Abs(*lucky.P-0.75) > 4**lucky.StdErr {
		t.Errorf("luck above a quarter in %v", *lucky.P)
	}
	for _, pair := range gate.Given {
		p := o.Questions[map[string]int{"gate": 0, "lucky": 1}[pair.Other]].P
		if sum := *pair.IfYes**p + *pair.IfNo*(1-*p); math.Abs(sum-*gate.P) > 1e-12 {
			t.Errorf("given %s and not: %v, in all %v", pair.Other, sum, *gate.P)
		}
	}
	if long.P != nil || long.Number == nil || *long.Number.Q05 != 1 || *long.Number.Q50 != 3 || long.Number.Q95 != nil {
		t.Errorf("number: %+v", long.Number)
	}
	if later.Covered || !strings.Contains(later.Why, "2027-01-29") {
		t.Errorf("a window beyond the runs: %+v", later)
	}
	days := o.Measures["days"]
	if n := len(days.Date); n != 5 || days.Q05[4] != 28 || days.Q95[4] != 28 || days.Unit != "days" {
		t.Errorf("days: %+v", days)
	}
	if _, there := o.Options["city.gate"]; !there || math.Abs(o.Options["city.gate"].On[4]-*gate.P) > 1e-12 {
		t.Errorf("the share of runs with the gate open at the end is not that of those in which it opened")
	}
}

// TestReferences holds reference classes against hand-made intervals, and the case's
// own record against a count by hand: of the two windows of 29 days before the as-of
// date one has the gate open.
func TestReferences(t *testing.T) {
	c := load(t, siege, "record.csv", "id,date,until,actor,kind,title,took,instead,choice,basis,weight,sources,note\n"+
		"a,2025-12-10,,city,event,Opens,+gate,,,,1,,\nb,2025-12-12,,city,event,Shuts,-gate,,,,1,,\n")
	c.From, _ = reckon.ParseDate("2025-11-01")
	o := pooled(t, opened(t, c, sim.Settings{}), outlook.Job{Seed: 1, To: 10})
	classes := o.Questions[0].References
	if len(classes) != 2 {
		t.Fatalf("classes: %+v", classes)
	}
	if stated := classes[0]; stated.P != 0.3 || math.Abs(stated.Range[0]-0.1173) > 1e-4 || math.Abs(stated.Range[1]-0.5581) > 1e-4 {
		t.Errorf("3 of 10: %+v", stated)
	}
	if own := classes[1]; !own.Own || own.Hits != 1 || own.Of != 2 {
		t.Errorf("the own record: %+v", own)
	}
}

// TestNothingIsNothing: what cannot matter changes no run.
func TestNothingIsNothing(t *testing.T) {
	c := load(t, siege)
	e := opened(t, c, sim.Settings{})
	found, err := e.Compare(context.Background(), outlook.Job{Seed: 5, To: 500}, c.Scenarios)
	if err != nil {
		t.Fatal(err)
	}
	none, open, empty := found[0].Questions[0], found[1].Questions[0], found[2].Questions[0]
	if none.P != 0 || none.Lost != none.Base || none.Gained != 0 || math.Abs(none.By+none.Base) > 1e-12 {
		t.Errorf("without the storm: %+v", none)
	}
	if open.P != 1 || math.Abs(open.Gained-(1-open.Base)) > 1e-12 || open.Lost != 0 {
		t.Errorf("held open: %+v", open)
	}
	if empty.By != 0 || empty.StdErr != 0 || empty.Gained != 0 || empty.Lost != 0 || empty.P != empty.Base {
		t.Errorf("what cannot matter moves the answer: %+v", empty)
	}
	if empty.Apart == 0 {
		t.Error("apart, two sides with errors have one too")
	}
}

// TestFactorial: of two levers, one of which alone decides, the other has no effect
// and there is no interplay; of two that each suffice, together they do less than
// the sum.
func TestFactorial(t *testing.T) {
	c := load(t, siege)
	e := opened(t, c, sim.Settings{})
	f, err := e.Factorial(context.Background(), outlook.Job{Seed: 5, To: 400}, []reckon.Scenario{c.Scenarios[1], c.Scenarios[2]})
	if err != nil {
		t.Fatal(err)
	}
	gate := f.Questions[0]
	if len(f.Points) != 4 || len(gate.Effects) != 3 {
		t.Fatalf("%d points, %d effects", len(f.Points), len(gate.Effects))
	}
	open, idle, both := gate.Effects[0], gate.Effects[1], gate.Effects[2]
	if base := f.Points[0].P["gate"]; math.Abs(open.By-(1-base)) > 1e-12 || f.Points[1].P["gate"] != 1 {
		t.Errorf("held open: %+v from %v", open, base)
	}
	if idle.By != 0 || both.By != 0 || gate.Beyond.By != 0 {
		t.Errorf("an idle lever: %+v %+v %+v", idle, both, gate.Beyond)
	}
	twice := c.Scenarios[1]
	twice.Name, twice.Hold, twice.Sets = "again", reckon.Move{}, nil
	if _, err := outlook.Together(c, c.Scenarios[1], reckon.Scenario{Name: "shut", Hold: reckon.Move{Off: c.Scenarios[1].Hold.On}}); err == nil {
		t.Error("a gate held open and shut is no scenario")
	}
}

// TestReadingsArePooled: the mean of the readings, weighted.
func TestReadingsArePooled(t *testing.T) {
	c := load(t, siege, "readings/a.hcl", `reading "hold" {
  title = "Holds"
  says  = "Never yields."
  dated = "2025-06-01"
  mind "ruler" {
    precision = infinity
    want "never" { that = !ruler.yield }
  }
}`, "readings/b.hcl", `reading "yield" {
  title = "Yields"
  says  = "Yields at once."
  dated = "2025-06-01"
  mind "ruler" {
    precision = infinity
    want "at once" { that = ruler.yield }
  }
}`)
	c.Questions[0].When = reckon.Expr{Op: "call", Name: "ever", Args: []reckon.Expr{{Op: "option", Option: c.Option("ruler.yield")}}}
	e, err := outlook.Open(c, []*reckon.Reading{&c.Readings[0], &c.Readings[1]}, []float64{0.3, 0.7}, "", sim.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	o := pooled(t, e, outlook.Job{Seed: 1, To: 64})
	q := o.Questions[0]
	if *q.P != 0.7 || q.Spread[0] != 0 || q.Spread[1] != 1 || q.ByReading[0].P != 0 || q.ByReading[1].P != 1 || *q.StdErr != 0 {
		t.Errorf("pooled: %+v", q)
	}
}

// TestStop: what every reading has completed is kept.
func TestStop(t *testing.T) {
	c := load(t, siege)
	e := opened(t, c, sim.Settings{})
	ctx, stop := context.WithCancel(context.Background())
	j := outlook.Job{Seed: 1, To: 1 << 20, Progress: func(done, _ int) {
		if done >= 1<<12 {
			stop()
		}
	}}
	tallies, err := e.Tallies(ctx, j)
	if err == nil || tallies[0] == nil {
		t.Fatalf("stopped: %v", err)
	}
	o, err := e.Pool(tallies, j.To, 1)
	if err != nil || o.Runs >= o.Asked || o.Runs < 2048 {
		t.Errorf("kept %d of %d: %v", o.Runs, o.Asked, err)
	}
}
