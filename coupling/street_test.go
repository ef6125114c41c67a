package coupling_test

import (
	"math"
	"strings"
	"testing"

	"reckon"
	"reckon/arena/street"
	"reckon/coupling"
	"reckon/draw"
	"reckon/lang"
)

const cities = `measure "turnout" { start = 0.01 }
measure "jailed" { start = 0 }
measure "striking" { start = 0 }
measure "fund" { start = 0 }
street "cities" {
  thresholds  = normal(0.3, 0.12)
  active      = 0.01
  hardship    = 0.6
  legitimacy  = 0.4
  repression  = 0.5
  arrests     = 0.01
  by_hardship = 0.3
  by_force    = 0.2
  by_strike   = 0.1
  by_fatigue  = 0.3
  tiring      = 0.2
  recovery    = 0.05
  release     = 0.1
  strike "truck drivers" {
    workers    = 1000
    wage       = 60
    pay        = 20
    fund       = 50000
    solidarity = 5000
    decay      = 0.2
    endurance  = [1, 6]
  }
  writes "turnout" { from = "turnout" }
  writes "jailed" { from = "jailed" }
  writes "striking" { from = "on_strike" }
  writes "fund" { from = "fund" }
}
`

// TestStreetIsTheMovement holds what runs see against the package's own weeks.
func TestStreetIsTheMovement(t *testing.T) {
	m := street.Movement{
		Thresholds: street.Law{Of: reckon.Normal, Args: []float64{0.3, 0.12}}, Pace: 0.5,
		ByHardship: 0.3, ByForce: 0.2, ByStrike: 0.1, ByFatigue: 0.3, Tiring: 0.2, Recovery: 0.05, Release: 0.1,
		Strike: &street.Strike{Workers: 1000, Wage: 60, Pay: 20, Fund: 50000, Solidarity: 5000, Decay: 0.2, Endurance: street.Law{Of: reckon.Between, Args: []float64{1, 6}}},
	}
	p, bad := m.Begin(0.01)
	if len(bad) > 0 {
		t.Fatal(bad)
	}
	w := world(t, cities)
	l := w.Lanes(1)
	l.Begin()
	in := constants(t, w)
	for k := range uint32(6) {
		m.Step(&p, street.Week{Hardship: 0.6, Legitimacy: 0.4, Repression: 0.5, Arrests: 0.01, Information: 1}, 0)
		must(t, l.Step(in, draw.Key{Step: k}))
		for i, want := range []float64{p.Active, p.Jailed, p.OnStrike, p.Fund} {
			if got := l.Value(i)[0]; math.Abs(got-want) > 1e-12 || k == 0 && want == 0 {
				t.Errorf("week %d, %d: %v, not %v", k+1, i, got, want)
			}
		}
	}
}

// TestStrikeIsCalledAgain lets a strike run out and calls it once more.
func TestStrikeIsCalledAgain(t *testing.T) {
	w := world(t, cities)
	l := w.Lanes(1)
	l.Begin()
	in := constants(t, w)
	rises, was := 0, 0.0
	for k := range uint32(60) {
		must(t, l.Step(in, draw.Key{Step: k}))
		now := l.Value(2)[0]
		if now > was {
			rises++
		}
		was = now
	}
	if rises < 2 {
		t.Errorf("of 60 weeks in which a strike is called, %d begin one", rises)
	}
}

// TestStreetMistakes puts messages beside their lines.
func TestStreetMistakes(t *testing.T) {
	two := strings.Replace(cities, "  writes \"turnout\"", "  strike \"others\" {\n    workers = 1\n    wage = 1\n    endurance = [0, 1]\n  }\n  writes \"turnout\"", 1)
	c, found := lang.Load(lang.Files{"case.hcl": []byte(clock + two)})
	if len(found) > 0 {
		t.Fatalf("%+v", found)
	}
	if _, found = coupling.New(c); len(found) != 1 || found[0].Code != "arena-parts" {
		t.Errorf("%+v", found)
	}
	daily := strings.Replace(clock, `step  = "week"`, `step  = "day"`, 1)
	c, _ = lang.Load(lang.Files{"case.hcl": []byte(daily + cities)})
	if _, found := coupling.New(c); len(found) != 1 || found[0].Code != "arena-clock" {
		t.Errorf("%+v", found)
	}
	for line, want := range map[string]string{
		"hardship    = 0.6": "bound it with min() and max()", "pay        = 20": "more than the wage", "workers    = 1000": "must lie above 0",
	} {
		name, _, _ := strings.Cut(line, "=")
		value := map[string]string{"pay": "70", "workers": "0"}[strings.TrimSpace(name)]
		if value == "" {
			value = "1.5"
		}
		w := world(t, strings.Replace(cities, line, name+"= "+value, 1))
		l := w.Lanes(1)
		l.Begin()
		if err := l.Step(constants(t, w), draw.Key{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", line, err)
		}
	}
}

// TestStreetYearsAreAlike: fatigue that grows for a year at a steady turnout is the same
// by weeks, months and years, for a year has as many weeks by any clock.
func TestStreetYearsAreAlike(t *testing.T) {
	const tired = `measure "fatigue" { start = 0 }
street "cities" {
  thresholds = 0
  active     = 1
  tiring     = 0.01
  writes "fatigue" { from = "fatigue" }
}
`
	for step, steps := range map[string]int{"week": 52, "month": 12, "year": 1} {
		c, found := lang.Load(lang.Files{"case.hcl": []byte(strings.Replace(clock, `"week"`, `"`+step+`"`, 1) + tired)})
		w, more := coupling.New(c)
		if len(found)+len(more) > 0 {
			t.Fatalf("%+v %+v", found, more)
		}
		l, in := w.Lanes(1), constants(t, w)
		l.Begin()
		for k := range steps {
			must(t, l.Step(in, draw.Key{Step: uint32(k)}))
		}
		if got, want := l.Value(0)[0], 1-math.Pow(0.99, 52); math.Abs(got-want) > 1e-12 {
			t.Errorf("by the %s fatigue is %v after a year, not %v", step, got, want)
		}
	}
}
