package palace

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"reckon/draw"
)

func total(by [causes]float64) float64 {
	sum := 0.0
	for _, p := range by {
		sum += p
	}
	return sum
}

// TestCompetingRisksConstant: λ_k/Λ·(1−e^(−ΛT)).
func TestCompetingRisksConstant(t *testing.T) {
	h := Hazards{Frailty: 0.04, Uprising: 0.02, Resignation: 0.01, Abroad: 0.005}
	by, stays := h.By(10, 0.03, -1)
	all := 0.105
	for k, rate := range map[int]float64{death: 0.04, coup: 0.03, uprising: 0.02, resignation: 0.01, abroad: 0.005, heir: 0} {
		if want := rate / all * -math.Expm1(-all*10); !near(by[k], want) {
			t.Errorf("%s: %v, not %v", h.Causes()[k], by[k], want)
		}
	}
	if !near(stays, math.Exp(-1.05)) || !near(total(by)+stays, 1) {
		t.Errorf("stays with %v", stays)
	}
}

// TestGompertz: S(t) = exp(−(a/b)(e^(bt)−1)).
func TestGompertz(t *testing.T) {
	for _, years := range []float64{0.01, 1, 10, 30, 100} {
		by, stays := Hazards{Frailty: 0.03, Ageing: 0.09}.By(years, 0, -1)
		want := math.Exp(-0.03 / 0.09 * math.Expm1(0.09*years))
		if math.Abs(stays-want) > 1e-12 || !near(by[death], 1-stays) {
			t.Errorf("after %v years %v live, not %v", years, stays, want)
		}
	}
	_, stays := Hazards{Frailty: 0.03, Ageing: 1e-12}.By(10, 0, -1)
	if math.Abs(stays-math.Exp(-0.3)) > 1e-11 {
		t.Errorf("ageing next to nothing: %v", stays)
	}
}

// TestGompertzWithCoups checks integrals against a sum of a million small steps.
func TestGompertzWithCoups(t *testing.T) {
	h := Hazards{Frailty: 0.03, Ageing: 0.09, Uprising: 0.01, Usurpation: 0.04, Peak: 4}
	by, stays := h.By(20, 0.03, 1)
	const steps = 200000
	var want [causes]float64
	alive, dt := 1.0, 20./steps
	for i := range steps {
		m := (float64(i) + 0.5) * dt
		x := (1 + m) / 4
		rates := [causes]float64{death: 0.03 * math.Exp(0.09*m), coup: 0.03, uprising: 0.01, heir: 0.04 * x * math.Exp(1-x)}
		leave := 1 - math.Exp(-total(rates)*dt)
		for k, r := range rates {
			want[k] += alive * leave * r / total(rates)
		}
		alive *= 1 - leave
	}
	for k := range by {
		if math.Abs(by[k]-want[k]) > 1e-8 {
			t.Errorf("%s: %v, summed %v", h.Causes()[k], by[k], want[k])
		}
	}
	if math.Abs(stays-alive) > 1e-8 || !near(total(by)+stays, 1) {
		t.Errorf("stays with %v, summed %v", stays, alive)
	}
}

// TestStepsAddUp: small steps lead where By says.
func TestStepsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rate := rapid.Float64Range(0, 0.3)
		h := Hazards{
			Frailty: rate.Draw(t, "frailty"), Ageing: rate.Draw(t, "ageing"), Uprising: rate.Draw(t, "uprising"),
			Resignation: rate.Draw(t, "resignation"), Abroad: rate.Draw(t, "abroad"), Usurpation: rate.Draw(t, "usurpation"), Peak: 3,
		}
		coups, since := rate.Draw(t, "coups"), rapid.Float64Range(-1, 6).Draw(t, "since")
		by, stays := h.By(5, coups, since)
		var got [causes]float64
		alive := 1.0
		for i := range 250 {
			step := h.Step(float64(i)/50, float64(i+1)/50, coups, since)
			for k, p := range step {
				got[k] += alive * p
			}
			alive *= 1 - total(step)
		}
		for k := range by {
			if math.Abs(by[k]-got[k]) > 1e-4 {
				t.Fatalf("%s: %v, step by step %v", h.Causes()[k], by[k], got[k])
			}
		}
		if math.Abs(stays-alive) > 1e-9 {
			t.Fatalf("stays with %v, step by step %v", stays, alive)
		}
	})
}

// TestGompertzOutlastsAll: what is summed does not hang on what death alone becomes
// after all have left.
func TestGompertzOutlastsAll(t *testing.T) {
	h := Hazards{Frailty: 1e-6, Ageing: 0.9, Abroad: 0.2}
	early, _ := h.By(40, 0.03, -1)
	late, stays := h.By(2000, 0.03, -1)
	for k := range early {
		if math.Abs(early[k]-late[k]) > 1e-12 || stays != 0 {
			t.Errorf("%s: %v within 40 years, %v within 2000", h.Causes()[k], early[k], late[k])
		}
	}
}

func TestHeirIsMostDangerousAtThePeak(t *testing.T) {
	h := Hazards{Usurpation: 0.1}.filled()
	at := func(years float64) float64 { return h.rate(years, 0) }
	if !near(at(5), 0.1) || at(4) >= at(5) || at(6) >= at(5) || at(0) != 0 {
		t.Errorf("the rate peaks at 5 years with 0.1: %v %v %v", at(4), at(5), at(6))
	}
}

func TestExitsOfNoNumbers(t *testing.T) {
	for _, bad := range []float64{math.NaN(), math.Inf(1), -1} {
		for _, h := range []Hazards{{}, {Frailty: bad}, {Frailty: 0.1, Ageing: bad}, {Uprising: bad}, {Usurpation: bad, Peak: bad}} {
			for _, x := range [][3]float64{{bad, 0.1, 1}, {1, bad, 1}, {1, 0.1, bad}, {1, 0.1, 1}} {
				by, stays := h.By(x[0], x[1], x[2])
				step := h.Step(0, x[0], x[1], x[2])
				for k := range by {
					if !(by[k] >= 0 && by[k] <= 1) || !(step[k] >= 0 && step[k] <= 1) || !(stays >= 0 && stays <= 1) {
						t.Fatalf("%+v %v: %v %v %v", h, x, by, stays, step)
					}
				}
			}
		}
	}
}

func TestCoupModel(t *testing.T) {
	s, faults := equal(3, 0.1).Solver(Hazards{})
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	if a, p := s.Coup(1, 1, nil); !near(a, 0.05) || !near(p, 0.5) {
		t.Errorf("with each factor at 0 the defaults: %v %v", a, p)
	}
	a, p := s.Coup(draw.Exp(-2), 1, []float64{1, 0, 0, 1})
	if !near(a, 0.05*math.Exp(0.7-0.5)) || !near(p, 1/(1+math.Exp(-0.5))) {
		t.Errorf("ln attempts by 0.25·(−2)+0.7 and log-odds by 0.5: %v %v", a, p)
	}
	if a, p := s.Coup(math.NaN(), math.NaN(), []float64{math.NaN(), math.Inf(1)}); !(a > 0) || !(p > 0 && p < 1) {
		t.Errorf("what is no number counts nothing: %v %v", a, p)
	}
	names := map[string]bool{}
	for _, f := range (Hazards{Weights: map[string][2]float64{"spoils": {0, 0}}}).Factors() {
		names[f.Name] = true
		if f.Name == "spoils" && f.Attempts != 0 || f.Source == "" || f.Unit == "" {
			t.Errorf("%+v", f)
		}
	}
	if len(names) != len(factors) {
		t.Errorf("%d names for %d factors", len(names), len(factors))
	}
}

// TestPanel: what the model says to ten propositions, on 200 random palaces.
func TestPanel(t *testing.T) {
	panel, faults := Hazards{}.Panel(1, 200)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	want := map[string]Rule{"P1 war": Missing, "P3": Missing, "P9": Missing}
	for _, p := range panel {
		verdict := Holds
		if v, known := want[p.ID]; known {
			verdict = v
		}
		if p.Verdict != verdict {
			t.Errorf("%s: %s with %v in %v of palaces", p.ID, p.Verdict, p.Effect, p.Share)
		}
		t.Logf("%-16s %-6s %+.4f %.3f %s, by %s", p.ID, p.Expected, p.Effect, p.Share, p.Verdict, p.Rests)
	}
	again, _ := Hazards{}.Panel(1, 200)
	for k := range panel {
		if panel[k] != again[k] {
			t.Errorf("%s: twice the same seed, %v and %v", panel[k].ID, panel[k], again[k])
		}
	}
}

// TestPanelCanFail turns weights round: what rests on them is rejected, and a
// model where strength does not count fails nothing by chance.
func TestPanelCanFail(t *testing.T) {
	h := Hazards{Weights: map[string][2]float64{"spoils": {0.5, 0}, "strength": {0, -0.5}}}
	panel, _ := h.Panel(1, 50)
	for _, p := range panel {
		if turned := p.ID == "P2 spoils" || p.ID == "P1 success"; turned != (p.Verdict == Rejected) {
			t.Errorf("%s: %s", p.ID, p.Verdict)
		}
	}
	for k := range proposals {
		if p := &proposals[k]; p.effect != nil && (Hazards{}).verdict(*p, Proposition{Effect: -1, Share: 0}) == Holds && p.Expected != "−" {
			t.Errorf("%s holds whatever comes out", p.ID)
		}
	}
	if _, faults := h.Panel(1, 0); len(faults) == 0 {
		t.Error("a panel of no palaces")
	}
}
