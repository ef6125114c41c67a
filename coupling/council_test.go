package coupling_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"reckon/arena/council"
	"reckon/coupling"
	"reckon/draw"
)

const threeSeats = `measure "course" { start = 0 }
measure "middle" { start = 0 }
measure "apart" { start = 0 }
measure "guard_at" { start = 0 }
council "inner circle" {
  model = "%MODEL%"
  seat "clerics" {
    power    = 30
    position = 20
  }
  seat "guard" {
    power    = 45
    position = 35
    salience = 80
  }
  seat "ministries" {
    power    = 25
    position = 70
    salience = 60
  }
  writes "course" { from = "outcome" }
  writes "middle" { from = "median" }
  writes "apart" { from = "spread" }
  writes "guard_at" {
    from = "position"
    of   = "guard"
  }
}
`

// TestCouncilForecasts works the mean, median and spread of three seats out by hand.
func TestCouncilForecasts(t *testing.T) {
	w := world(t, strings.Replace(threeSeats, "%MODEL%", "mean", 1))
	l := w.Lanes(1)
	l.Begin()
	if err := l.Step(constants(t, w), draw.Key{}); err != nil {
		t.Fatal(err)
	}
	mean := (30*20 + 36*35 + 15*70) / 81.0
	apart := (30*math.Abs(20-mean) + 36*math.Abs(35-mean) + 15*math.Abs(70-mean)) / 81
	for i, want := range []float64{mean, 35, apart, 35} {
		if got := l.Value(i)[0]; math.Abs(got-want) > 1e-9 {
			t.Errorf("%d is %v, not %v", i, got, want)
		}
	}
}

// TestCouncilRoundsAreTheModels steps the models in a run and holds them against the
// whole course from the same table.
func TestCouncilRoundsAreTheModels(t *testing.T) {
	table := council.Table{Dimensions: []string{"x"}, Seats: []council.Seat{
		{Name: "clerics", Power: 30, Position: []float64{.2}, Salience: []float64{1}},
		{Name: "guard", Power: 45, Position: []float64{.35}, Salience: []float64{.8}},
		{Name: "ministries", Power: 25, Position: []float64{.7}, Salience: []float64{.6}},
	}}
	spatial, bad := table.Spatial(council.SpatialRules{})
	if len(bad) > 0 {
		t.Fatal(bad)
	}
	challenge, bad := table.Challenge(council.ChallengeRules{})
	if len(bad) > 0 {
		t.Fatal(bad)
	}
	for how, course := range map[string]*council.Course{"spatial": spatial, "challenge": challenge} {
		w := world(t, strings.Replace(threeSeats, "%MODEL%", how, 1))
		l := w.Lanes(1)
		l.Begin()
		if course.Turns() < 1 {
			t.Fatalf("%s: a course of %d turns tests nothing", how, course.Turns())
		}
		for turn := range course.Turns() {
			if err := l.Step(constants(t, w), draw.Key{Step: uint32(turn)}); err != nil {
				t.Fatal(err)
			}
			if got, want := l.Value(0)[0], 100*course.Means[turn+1][0]; math.Abs(got-want) > 1e-9 {
				t.Errorf("%s: after turn %d the mean is %v, not %v", how, turn+1, got, want)
			}
		}
	}
}

// TestCouncilFollowsStatements moves a seat by what its position is said to be.
func TestCouncilFollowsStatements(t *testing.T) {
	w := world(t, strings.Replace(threeSeats, "%MODEL%", "spatial", 1))
	l := w.Lanes(1)
	l.Begin()
	in := constants(t, w)
	must(t, l.Step(in, draw.Key{}))
	before := l.Value(3)[0]
	in[4][0] += 10 // the guard's position
	must(t, l.Step(in, draw.Key{Step: 1}))
	if got := l.Value(3)[0]; got < before+5 {
		t.Errorf("the guard stands at %v after %v, though it was said to move by 10", got, before)
	}
}

// TestCouncilIsStrictAtEveryStep refuses a position off the scale later as it does at
// first: taken as the end of the scale it would never find back to where it is said
// to be.
func TestCouncilIsStrictAtEveryStep(t *testing.T) {
	for _, how := range []string{"mean", "spatial"} {
		w := world(t, strings.Replace(threeSeats, "%MODEL%", how, 1))
		l := w.Lanes(1)
		l.Begin()
		in := constants(t, w)
		must(t, l.Step(in, draw.Key{}))
		in[7][0] = 130 // the position of the ministries
		if err := l.Step(in, draw.Key{Step: 1}); err == nil || !strings.Contains(err.Error(), "off the scale") {
			t.Errorf("%s: %v", how, err)
		}
	}
}

// TestForecastsTakePositionsAsSaid lets positions go to and fro: without rounds they
// are at every step what they are said to be, to the last bit.
func TestForecastsTakePositionsAsSaid(t *testing.T) {
	w := world(t, strings.Replace(threeSeats, "%MODEL%", "mean", 1))
	l := w.Lanes(1)
	l.Begin()
	in := constants(t, w)
	must(t, l.Step(in, draw.Key{}))
	first := l.Value(3)[0]
	for k := range 50 {
		in[4][0] = 35 + 0.1*float64(k%7)
		must(t, l.Step(in, draw.Key{Step: uint32(k + 1)}))
	}
	in[4][0] = 35
	must(t, l.Step(in, draw.Key{Step: 60}))
	if got := l.Value(3)[0]; got != first {
		t.Errorf("the guard stands at %v, not at %v", got, first)
	}
}

// TestCouncilFaults names the line and the way out.
func TestCouncilFaults(t *testing.T) {
	for input, want := range map[int]string{0: "power is a number", 1: "off the scale", 2: "salience is a number"} {
		w := world(t, strings.Replace(threeSeats, "%MODEL%", "mean", 1))
		l := w.Lanes(1)
		l.Begin()
		in := constants(t, w)
		in[input][0] = -1
		err := l.Step(in, draw.Key{})
		var f *coupling.Fault
		if !errors.As(err, &f) || !strings.Contains(err.Error(), want) || f.At.Start.Line == 0 {
			t.Errorf("input %d: %v", input, err)
		}
	}
	w := world(t, strings.Replace(threeSeats, "%MODEL%", "mean", 1))
	l := w.Lanes(1)
	l.Begin()
	in := constants(t, w)
	for i := 0; i < len(in); i += 3 {
		in[i][0] = 0
	}
	if err := l.Step(in, draw.Key{}); err == nil || !strings.Contains(err.Error(), "nobody has any power") {
		t.Error(err)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
