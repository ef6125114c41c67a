package coupling_test

import (
	"math"
	"strings"
	"testing"

	"reckon/coupling"
	"reckon/draw"
	"reckon/lang"
)

const nerves = `measure "resolve" { start = 0.2 }
measure "gave" { start = 0 }
contest "nerves" {
  side "washington" {
    stake    = 10
    strain   = 4
    belief   = 0.2
    firm     = 0.05
    soft     = 0.4
    resolute = 0
  }
  side "leader" {
    stake    = 20
    strain   = 0
    belief   = 0.5
    soft     = 0.4
    resolute = 0
  }
  writes "resolve" {
    from = "resolve"
    of   = "washington"
  }
  writes "gave" {
    from = "gives_in"
    of   = "washington"
  }
}
`

// TestContestBeliefIsTheClosedForm steps through silence under full pressure, and
// holds the belief against πe^(−h_T·t)/(πe^(−h_T·t) + (1−π)e^(−h_W·t)).
func TestContestBeliefIsTheClosedForm(t *testing.T) {
	w := world(t, nerves)
	l := w.Lanes(1)
	in := constants(t, w)
	silent := 0
	for run := range uint64(40) {
		l.Begin()
		for k := range uint32(104) {
			must(t, l.Step(in, draw.Key{Run: run, Step: k}))
			if l.Value(1)[0] > 0 {
				break
			}
			years := float64(k+1) * 7 / 365.2425
			tough, soft := 0.2*math.Exp(-0.05*years), 0.8*math.Exp(-0.4*years)
			if got, want := l.Value(0)[0], tough/(tough+soft); math.Abs(got-want) > 1e-9 {
				t.Fatalf("after %v years of silence he is held resolute with %v, not %v", years, got, want)
			}
			silent++
		}
	}
	if silent < 1000 {
		t.Errorf("only %d silent steps were seen", silent)
	}
}

// TestContestEndsAtItsRate counts who has given in within a year.
func TestContestEndsAtItsRate(t *testing.T) {
	w := world(t, nerves)
	l := w.Lanes(1)
	in := constants(t, w)
	const runs = 3000
	gave := 0.0
	for run := range uint64(runs) {
		l.Begin()
		for k := range uint32(52) {
			must(t, l.Step(in, draw.Key{Run: run, Step: k}))
			if l.Value(1)[0] > 0 {
				gave++
				break
			}
		}
	}
	near(t, "gave in", gave/runs, 1-math.Exp(-0.4*52*7/365.2425), runs)
}

// TestContestMistakes asks for two sides with sound numbers.
func TestContestMistakes(t *testing.T) {
	one := nerves[:strings.Index(nerves, "  side \"leader\"")] + "}\n"
	c, _ := lang.Load(lang.Files{"case.hcl": []byte(clock + one)})
	if _, found := coupling.New(c); len(found) != 1 || found[0].Code != "arena-parts" {
		t.Errorf("%+v", found)
	}
	w := world(t, strings.Replace(nerves, "stake    = 10", "stake    = 0", 1))
	l := w.Lanes(1)
	l.Begin()
	if err := l.Step(constants(t, w), draw.Key{}); err == nil || err.Error() != `case.hcl, line 11: stake of the side "washington" of the contest "nerves": 0, and it must be a number above 0` {
		t.Error(err)
	}
}
