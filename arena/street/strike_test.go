package street_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/arena/street"
)

func exactly(x float64) street.Law { return street.Law{Of: reckon.Exact, Args: []float64{x}} }

func truckers() street.Strike {
	return street.Strike{Workers: 1000, Wage: 200, Pay: 100, Fund: 1e6, Solidarity: 2e4, Endurance: exactly(1e6)}
}

func TestFundLastsAsLongAsTheFlowsSay(t *testing.T) {
	s := truckers()
	weeks, faults := s.Exhaustion()
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	near(t, "constant flows", weeks, 1e6/(1e5-2e4), 1e-12) // 12.5
	course, _ := s.Course(14)
	near(t, "fund after 12 weeks", course[11].Fund, 1e6-12*8e4, 1e-6)
	near(t, "lost in them", course[11].Lost, 6, 1e-12)
	near(t, "fund after 13", course[12].Fund, 0, 0)
	near(t, "lost in the 13th", course[12].Lost, 6+1-(4e4+2e4)/2e5, 1e-12)
	near(t, "lost in the 14th", course[13].Lost-course[12].Lost, 1-2e4/2e5, 1e-12)
	near(t, "wages forgone", course[13].Forgone, 14*2e5, 1e-6)
	s.Solidarity = 1e5
	if weeks, _ = s.Exhaustion(); !math.IsInf(weeks, 1) {
		t.Errorf("solidarity that pays all lasts for ever, not %v weeks", weeks)
	}
	s.Fund, s.Solidarity = 0, 0
	if weeks, _ = s.Exhaustion(); weeks != 0 {
		t.Errorf("no money lasts %v weeks", weeks)
	}
}

// lambert is the main branch of Lambert's W on [−1/e, 0], by Halley's steps.
func lambert(x float64) float64 {
	w := -1 + math.Sqrt(max(2*(1+math.E*x), 0))
	for range 60 {
		e := math.Exp(w)
		f := w*e - x
		if f == 0 || w == -1 {
			break
		}
		w -= f / (e*(w+1) - (w+2)*f/(2*w+2))
	}
	return w
}

func TestDwindlingSolidarityIsLambert(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := truckers()
		s.Fund = rapid.Float64Range(1e3, 5e6).Draw(t, "fund")
		s.Solidarity = rapid.Float64Range(0, 3e5).Draw(t, "solidarity")
		s.Decay = rapid.Float64Range(0.005, 2).Draw(t, "decay")
		got, faults := s.Exhaustion()
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		const out = 1e5
		c := (s.Fund + s.Solidarity/s.Decay) / out
		want := c + lambert(-s.Solidarity/out*math.Exp(-s.Decay*c))/s.Decay
		if math.Abs(got-want) > 1e-7*(1+want) {
			t.Fatalf("%v weeks, Lambert gives %v", got, want)
		}
		if got > 500 || math.Abs(got-math.Round(got)) < 1e-9 {
			return
		}
		course, _ := s.Course(int(got) + 2)
		for week, p := range course {
			last := 0.0
			if week > 0 {
				last = course[week-1].Lost
			}
			if full := p.Lost-last < 0.5+1e-9; full != (float64(week+1) < got) {
				t.Fatalf("week %d is paid in full: %v, but the money lasts %v weeks", week+1, full, got)
			}
		}
	})
}

// Without any money workers go back as the law of what they can bear says.
func TestStrikeCrumblesAsEnduranceSays(t *testing.T) {
	s := truckers()
	s.Fund, s.Solidarity = 0, 0
	s.Endurance = street.Law{Of: reckon.Between, Args: []float64{0, 10}}
	course, _ := s.Course(12)
	for week, p := range course {
		near(t, "share on strike", p.OnStrike, max(0, 1-float64(week)/10), 1e-12)
	}
	// Half the wage replaced, they hold out twice as long.
	s.Fund = 1e9
	course, _ = s.Course(22)
	paid := 0.0
	for week, p := range course {
		share := max(0, 1-float64(week)/20)
		near(t, "share on half pay", p.OnStrike, share, 1e-12)
		paid += 1e5 * share
		near(t, "fund", p.Fund, 1e9-paid, 1e-3)
	}
	s.Pay = s.Wage
	course, _ = s.Course(30)
	near(t, "on full pay", course[29].OnStrike, 1, 0)
	near(t, "on full pay lost", course[29].Lost, 0, 0)
}

func TestMoneyIsNeitherMadeNorLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := truckers()
		s.Pay = rapid.Float64Range(0, 200).Draw(t, "pay")
		s.Decay = rapid.Float64Range(0, 1).Draw(t, "decay")
		s.Endurance = street.Law{Of: reckon.LogNormal, Args: []float64{rapid.Float64Range(0.5, 20).Draw(t, "median"), 0.7}}
		p, faults := s.Begin()
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		in, replaced, before := s.Fund, 0.0, 1.0
		for week := range 60 {
			lost := p.Lost
			rate := s.Solidarity * math.Exp(-s.Decay*float64(week))
			if s.Decay > 1e-9 {
				in += rate * (1 - math.Exp(-s.Decay)) / s.Decay
			} else {
				in += rate
			}
			in += 1000
			s.Step(&p, 1000)
			replaced += (1 - (p.Lost - lost)) * s.Wage * s.Workers * p.OnStrike
			if p.OnStrike > before+1e-12 || p.Fund < 0 || p.Lost < lost {
				t.Fatalf("week %d: %+v", week, p)
			}
			before = p.OnStrike
		}
		if math.Abs(in-replaced-p.Fund) > 1e-6*in {
			t.Fatalf("%v came in, %v was paid and %v is left", in, replaced, p.Fund)
		}
	})
}

func TestStrikeFaults(t *testing.T) {
	nan := math.NaN()
	bad := street.Strike{Workers: -1, Wage: nan, Pay: math.Inf(1), Fund: -5, Solidarity: nan, Decay: -1}
	if faults := bad.Faults(); len(faults) != 7 {
		t.Errorf("%d faults, want all 7: %v", len(faults), faults)
	}
	if _, faults := bad.Course(0); len(faults) != 8 {
		t.Error("weeks are a fault of their own")
	}
	if _, faults := bad.Exhaustion(); len(faults) == 0 {
		t.Error("no exhaustion of a strike that cannot be")
	}
	s := truckers()
	s.Pay = 201
	if faults := s.Faults(); len(faults) != 1 {
		t.Errorf("pay above the wage: %v", faults)
	}
}
