package palace

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// TestSolverIsWeakest: a solver with other numbers gives what Weakest gives for
// them, whatever it solved before.
func TestSolverIsWeakest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCapital(t, 7)
		s, faults := c.Solver(Hazards{})
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		unit := rapid.Float64Range(0, 1)
		for range 3 {
			var force, distrust, watch []float64
			for i := range c.Organs {
				c.Organs[i].Force, c.Organs[i].Distrust = 0.01+unit.Draw(t, "force"), unit.Draw(t, "distrust")
				force, distrust = append(force, c.Organs[i].Force), append(distrust, c.Organs[i].Distrust)
			}
			for i := range c.Watches {
				c.Watches[i].Chance = unit.Draw(t, "watch")
				watch = append(watch, c.Watches[i].Chance)
			}
			p, _ := c.Weakest()
			u, w, set, ok := s.Risk(force, distrust, watch)
			if !ok || set != p.Members || u != p.Undetected || w != p.Wins {
				t.Fatalf("%v %v %b, not %v %v %b", u, w, set, p.Undetected, p.Wins, p.Members)
			}
			if u2, _, _, _ := s.Risk(nil, nil, nil); u2 != u {
				t.Fatalf("nil leaves what stood: %v, not %v", u2, u)
			}
		}
	})
}

func TestSolverRefusesNoNumbers(t *testing.T) {
	s, _ := equal(3, 0.1).watched(0.2, func(int, int) bool { return true }).Solver(Hazards{})
	for _, bad := range []float64{math.NaN(), math.Inf(1), -1} {
		for k := range 3 {
			var x [3][]float64
			x[k] = []float64{bad}
			if u, w, set, ok := s.Risk(x[0], x[1], x[2]); ok || u != 0 || w != 0 || set != 0 {
				t.Errorf("%v passed", bad)
			}
		}
	}
	if _, _, _, ok := s.Risk([]float64{0, 0, 0}, nil, nil); ok {
		t.Error("no force at all passed")
	}
}

func TestSolverAllocatesNothing(t *testing.T) {
	c := invented(1, 8, 0.5)
	s, _ := c.Solver(Hazards{Frailty: 0.05, Ageing: 0.09})
	force, x := make([]float64, 8), make([]float64, len(factors)-derived)
	for i := range force {
		force[i] = 1 + float64(i)
	}
	if n := testing.AllocsPerRun(100, func() {
		u, w, _, _ := s.Risk(force, nil, nil)
		attempts, success := s.Coup(u, w, x)
		s.Exit(s.hazards.Step(1, 1.02, attempts*success, -1), 0.5)
	}); n != 0 {
		t.Errorf("%v allocations a step", n)
	}
}

func TestFaultsOfCapital(t *testing.T) {
	nan := math.NaN()
	c := Capital{
		Organs:  []Organ{{Name: "a", Force: nan, Distrust: 2}, {Name: "a", Force: -1}, {}},
		Watches: []Watch{{"a", "a", 0.1}, {"a", "b", math.Inf(1)}, {"a", "b", -1}},
		Success: "dice", Share: -1, Decisiveness: nan, Majority: 0.2, Budget: -1,
	}
	_, faults := c.Weakest()
	if len(faults) != 17 {
		for _, f := range faults {
			t.Log(f)
		}
		t.Errorf("%d faults", len(faults))
	}
	for _, c := range []Capital{{}, equal(1, 0), equal(61, 0), powers(0, 0, 0)} {
		if p, faults := c.Weakest(); len(faults) == 0 || p != nil {
			t.Errorf("%d organs passed", len(c.Organs))
		}
		if _, faults := c.Junta(); len(faults) == 0 {
			t.Errorf("a junta of %d organs passed", len(c.Organs))
		}
		if _, faults := c.Solver(Hazards{}); len(faults) == 0 {
			t.Errorf("a solver of %d organs passed", len(c.Organs))
		}
	}
	h := Hazards{Attempts: nan, Success: 2, Weights: map[string][2]float64{"luck": {nan, 1}}, Frailty: -1, Ageing: 3, Peak: -1}
	if _, faults := equal(3, 0).Solver(h); len(faults) != 7 {
		t.Errorf("%d faults: %v", len(faults), faults)
	}
}

// TestApart: a palace that falls into parts is legal, and says which.
func TestApart(t *testing.T) {
	c := equal(5, 0.1)
	c.Watches = []Watch{{organ(0), organ(1), 0.5}, {organ(3), organ(1), 0.2}, {organ(2), organ(4), 0}}
	p := weakest(t, c)
	if len(p.Apart) != 3 || len(p.Apart[0]) != 3 {
		t.Errorf("three parts, one of three: %v", p.Apart)
	}
	if p := weakest(t, equal(3, 1)); p.Members != 0 || p.Risk != 0 || p.Ceiling != 0 || p.Check() != nil || len(p.NewWatches(0.5)) != 0 {
		t.Errorf("where each organ surely leaks, there is no plot: %+v", p)
	}
	for _, e := range weakest(t, equal(3, 1)).Estimates() {
		if math.IsNaN(e.Low) || math.IsNaN(e.High) || math.IsNaN(e.Risk) {
			t.Errorf("%+v", e)
		}
	}
}

// BenchmarkStep8 is one step of a run: eight organs, the plot, the coup, the exit.
func BenchmarkStep8(b *testing.B) {
	c := invented(1, 8, 0.5)
	s, _ := c.Solver(Hazards{Frailty: 0.05, Ageing: 0.09})
	force, distrust, watch := make([]float64, 8), make([]float64, 8), make([]float64, len(c.Watches))
	x := make([]float64, len(factors)-derived)
	for i := range force {
		force[i], distrust[i] = 1+float64(i), 0.1
	}
	for i := range watch {
		watch[i] = 0.3
	}
	for b.Loop() {
		u, w, _, _ := s.Risk(force, distrust, watch)
		attempts, success := s.Coup(u, w, x)
		s.Exit(s.hazards.Step(1, 1.02, attempts*success, -1), 0.5)
	}
}
