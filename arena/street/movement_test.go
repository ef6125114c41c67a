package street_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/arena/street"
)

var calm = street.Week{Legitimacy: 1, Information: 1}

// The fixed points of a movement that nothing pushes are Kuran's, and those of one
// that is pushed are Kuran's with thresholds lowered by as much.
func TestMovementRestsAtKuransFixedPoints(t *testing.T) {
	for _, law := range []street.Law{
		normal(0.5, 0.2), normal(0.3, 0.4),
		{Of: reckon.Between, Args: []float64{-0.2, 1.3}},
		{Of: reckon.Triangular, Args: []float64{0, 0.5, 1}},
		{Of: reckon.Beta, Args: []float64{0.5, math.Sqrt(0.05)}},
		{Mix: []street.Law{{Of: reckon.Exact, Args: []float64{0}, Weight: 1}, {Of: reckon.Normal, Args: []float64{0.6, 0.1}, Weight: 3}}},
	} {
		for _, pace := range []float64{1, 0.3} {
			m := street.Movement{Thresholds: law, Pace: pace, ByHardship: 0.2, Tiring: 0.1, Recovery: 0.2}
			fixed, faults := law.Equilibria(1)
			if len(faults) > 0 || len(fixed) == 0 {
				t.Fatal(faults)
			}
			for _, e := range fixed {
				p, _ := m.Begin(e.At)
				m.Step(&p, calm, 0.5)
				near(t, "after a week at a fixed point", p.Active, e.At, 1e-9)
			}
			for i := range 41 {
				from := float64(i) / 40
				p, _ := m.Begin(from)
				for range 4000 {
					m.Step(&p, calm, 0.5)
				}
				want, _ := law.Rise(from, 1)
				near(t, "at rest", p.Active, want, 1e-6)
			}
		}
	}
	m := street.Movement{Thresholds: normal(0.5, 0.2), Pace: 1, ByHardship: 0.2, ByLegitimacy: 0.1}
	lowered := normal(0.5-0.2*0.4-0.1*0.3-0.05, 0.2)
	fixed, _ := lowered.Equilibria(1)
	for _, e := range fixed {
		p, _ := m.Begin(e.At)
		m.Step(&p, street.Week{Hardship: 0.4, Legitimacy: 0.7, Information: 1, Shock: 0.05}, 0.5)
		near(t, "pushed", p.Active, e.At, 1e-9)
	}
}

// The strike within a movement is the strike alone.
func TestMovementStrikesAsStrikeDoes(t *testing.T) {
	s := truckers()
	s.Decay = 0.1
	s.Endurance = street.Law{Of: reckon.LogNormal, Args: []float64{6, 0.5}}
	want, _ := s.Course(60)
	m := street.Movement{Thresholds: normal(0.5, 0.2), Pace: 0.5, ByStrike: 0.3, Strike: &s}
	p, faults := m.Begin(0.1)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	for week := range want {
		m.Step(&p, calm, 0.5)
		got := street.Public{OnStrike: p.OnStrike, Fund: p.Fund, Aid: p.Aid, Lost: p.Lost, Forgone: p.Forgone}
		if got != want[week] {
			t.Fatalf("week %d: %+v, alone %+v", week, got, want[week])
		}
	}
}

// What helps the street must not lower turnout, what holds it down not raise it.
func TestMovementSigns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		share := func(name string) float64 { return rapid.Float64Range(0, 1).Draw(t, name) }
		nerve := normal(0.3, 0.1)
		m := street.Movement{
			Thresholds: normal(share("mean"), 0.05+share("deviation")), Pace: 0.1 + 0.9*share("pace"),
			ByHardship: 0.3, ByLegitimacy: 0.3, ByForce: 0.3, ByFatigue: 0.3, ByStrike: 0.3, Tiring: 0.2, Recovery: 0.1, Release: 0.1, Nerve: &nerve,
		}
		w := street.Week{Hardship: share("h"), Legitimacy: share("l"), Repression: share("r"), Information: share("i"), Arrests: 0.1 * share("a"), Imported: share("f"), Defection: share("d")}
		p, _ := m.Begin(share("active"))
		after := func(change func(*street.Week)) street.Public {
			q, v := p, w
			change(&v)
			m.Step(&q, v, 0.5)
			return q
		}
		base := after(func(*street.Week) {})
		for name, up := range map[string]func(*street.Week){
			"hardship":    func(v *street.Week) { v.Hardship = 1 },
			"information": func(v *street.Week) { v.Information = 1 },
			"defection":   func(v *street.Week) { v.Defection = 1 },
			"shock":       func(v *street.Week) { v.Shock = 0.1 },
		} {
			if after(up).Active < base.Active-1e-12 {
				t.Fatalf("more %s lowers turnout", name)
			}
		}
		for name, down := range map[string]func(*street.Week){
			"legitimacy": func(v *street.Week) { v.Legitimacy = 1 },
			"repression": func(v *street.Week) { v.Repression = 1 },
			"imported":   func(v *street.Week) { v.Imported = 1 },
		} {
			if after(down).Active > base.Active+1e-12 {
				t.Fatalf("more %s raises turnout", name)
			}
		}
		if obedient := after(func(v *street.Week) { v.Defection = 0 }); obedient.Refusing != 0 {
			t.Fatal("forces refuse that obey")
		}
	})
}

// Whatever a case hands in, shares stay shares.
func TestMovementStaysWithinBounds(t *testing.T) {
	wild := rapid.SampledFrom([]float64{math.NaN(), math.Inf(1), math.Inf(-1), -3, 0, 0.2, 0.7, 1, 40})
	rapid.Check(t, func(t *rapid.T) {
		s, nerve := truckers(), normal(0.2, 0.1)
		m := street.Movement{
			Thresholds: normal(0.3, 0.3), Pace: 0.7, ByHardship: 1, ByLegitimacy: 1, ByForce: 1, ByFatigue: 1, ByStrike: 1,
			Tiring: 1, Recovery: 0.5, Release: 0.2, Noise: 0.5, Nerve: &nerve, Strike: &s,
		}
		p, _ := m.Begin(0.5)
		for range 20 {
			next := func() float64 { return wild.Draw(t, "x") }
			m.Step(&p, street.Week{next(), next(), next(), next(), next(), next(), next(), next(), next()}, next())
			for _, x := range []float64{p.Active, p.Jailed, p.Arrested, p.Refusing, p.Fatigue, p.OnStrike} {
				if !(x >= 0 && x <= 1) {
					t.Fatalf("%+v", p)
				}
			}
			if !(p.Fund >= 0) || p.Arrested > p.Active {
				t.Fatalf("%+v", p)
			}
		}
	})
}

func TestMovementFaults(t *testing.T) {
	nan := math.NaN()
	bad := street.Movement{
		Pace: nan, ByHardship: -1, ByLegitimacy: nan, ByForce: math.Inf(1), ByFatigue: -1, ByStrike: -1, Noise: nan,
		Tiring: 2, Recovery: -1, Release: nan, Nerve: &street.Law{}, Strike: &street.Strike{},
	}
	if _, faults := bad.Begin(nan); len(faults) != 1+10+1+3+1 {
		t.Errorf("%d faults: %v", len(faults), faults)
	}
}

func TestMovementStepAllocatesNothing(t *testing.T) {
	m, p, w := busy(t)
	if n := testing.AllocsPerRun(100, func() { m.Step(&p, w, 0.3) }); n != 0 {
		t.Errorf("%v allocations a step", n)
	}
}

func busy(tb testing.TB) (street.Movement, street.Public, street.Week) {
	tb.Helper()
	s, nerve := truckers(), normal(0.3, 0.1)
	s.Decay = 0.05
	s.Endurance = street.Law{Of: reckon.LogNormal, Args: []float64{6, 0.5}}
	m := street.Movement{Thresholds: normal(0.4, 0.2), Pace: 0.5, ByHardship: 0.3, ByForce: 0.2, ByStrike: 0.1, Tiring: 0.1, Noise: 0.05, Nerve: &nerve, Strike: &s}
	p, faults := m.Begin(0.1)
	if len(faults) > 0 {
		tb.Fatal(faults)
	}
	return m, p, street.Week{Hardship: 0.5, Legitimacy: 0.6, Repression: 0.5, Information: 0.8, Arrests: 0.02, Defection: 0.5, Aid: 10}
}

// BenchmarkMovementStep is one week with forces that may refuse and a strike.
func BenchmarkMovementStep(b *testing.B) {
	m, p, w := busy(b)
	b.ReportAllocs()
	for b.Loop() {
		m.Step(&p, w, 0.3)
	}
}
