package palace

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func chances(tb testing.TB, s Succession) []float64 {
	tb.Helper()
	list, faults := s.Chances()
	if len(faults) > 0 {
		tb.Fatal(faults)
	}
	return list
}

func TestAssembly(t *testing.T) {
	two := Succession{Candidates: []Candidate{{Name: "a", Position: 0.2, Weight: 1}, {Name: "b", Position: 0.8, Weight: 1}}}
	if p := chances(t, two); p[0] != 0.5 || p[1] != 0.5 {
		t.Errorf("mirror images are even: %v", p)
	}
	two.Candidates[0].Weight = 3
	if p := chances(t, two); math.Abs(p[0]-0.75) > 1e-8 {
		t.Errorf("three to one: %v", p)
	}
	two.Decisiveness = 2
	if p := chances(t, two); math.Abs(p[0]-0.9) > 1e-8 {
		t.Errorf("nine to one when leads count double: %v", p)
	}
	two.Candidates[1].Weight = 0
	if p := chances(t, two); p[0] < 1-1e-8 {
		t.Errorf("all are for the first: %v", p)
	}
	middle := Succession{Decisiveness: 50, Candidates: []Candidate{
		{Name: "left", Position: 0, Weight: 4}, {Name: "centre", Position: 0.5, Weight: 2}, {Name: "right", Position: 1, Weight: 4},
	}}
	if p := chances(t, middle); p[1] < 1-1e-6 {
		t.Errorf("who beats each other candidate follows, when leads decide: %v", p)
	}
	middle.Candidates[1].Absent = true
	if p := chances(t, middle); p[1] != 0 || p[0] != 0.5 {
		t.Errorf("electors without a candidate vote all the same: %v", p)
	}
}

func TestAssemblySharesAreChances(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		unit := rapid.Float64Range(0, 1)
		s := Succession{Decisiveness: rapid.SampledFrom([]float64{0.3, 1, 7, 100}).Draw(t, "decisiveness")}
		for i := range rapid.IntRange(1, 6).Draw(t, "candidates") {
			s.Candidates = append(s.Candidates, Candidate{Name: organ(i), Position: unit.Draw(t, "position"), Weight: unit.Draw(t, "weight"), Stance: unit.Draw(t, "stance")})
		}
		s.Candidates[0].Weight++
		list, faults := s.Chances()
		sum := 0.0
		for _, p := range list {
			if !(p >= 0 && p <= 1) {
				t.Fatalf("%v", list)
			}
			sum += p
		}
		if len(faults) > 0 || math.Abs(sum-1) > 1e-12 {
			t.Fatalf("%v %v", list, faults)
		}
	})
}

// vacancy is three candidates, each backed by organs.
func vacancy() Succession {
	return Succession{
		Rule: Council, Capital: powers(3, 4, 5, 10), Stance: 0.3,
		Candidates: []Candidate{
			{Name: "hard", Backers: []string{organ(3)}, Stance: 0.1, Weight: 1, Position: 0.1},
			{Name: "soft", Backers: []string{organ(0), organ(1)}, Stance: 0.7, Weight: 1, Position: 0.7},
			{Name: "grey", Backers: []string{organ(2)}, Stance: 0.3, Doubt: 0.1, Weight: 1, Position: 0.3},
		},
	}
}

// TestCouncilIsTheJuntas: of {3,4,5,10} the first three rule, so the strongest
// organ's candidate has no chance, and seven of twelve decide.
func TestCouncilIsTheJuntas(t *testing.T) {
	s := vacancy()
	if p := chances(t, s); !slices.Equal(p, []float64{0, 1, 0}) {
		t.Errorf("7 of 12 are a majority: %v", p)
	}
	s.Capital.Majority = 0.6 // three of twelve more is then needed, and all four rule
	if j := ruling(t, s.Capital); len(j.Members) != 4 {
		t.Skipf("other rulers: %v", j.Members)
	}
}

func TestCouncilWithoutMajority(t *testing.T) {
	s := vacancy()
	s.Candidates[1].Backers = s.Candidates[1].Backers[:1]
	if p := chances(t, s); p[0] != 0 || !near(p[1], 3./8) || !near(p[2], 5./8) {
		t.Errorf("3 against 5, 4 for nobody: %v", p)
	}
	s.Decisiveness = 2
	if p := chances(t, s); !near(p[1], 9./34) {
		t.Errorf("9 against 25: %v", p)
	}
	for i := range s.Candidates {
		s.Candidates[i].Backers = nil
	}
	if p := chances(t, s); !near(p[0], 1./3) {
		t.Errorf("nobody backs anybody: %v", p)
	}
}

func TestHeirContested(t *testing.T) {
	s := vacancy()
	s.Rule, s.Heir = Heir, "hard"
	if p := chances(t, s); !slices.Equal(p, []float64{1, 0, 0}) {
		t.Errorf("an heir whom nobody contests: %v", p)
	}
	s.Contested, s.Otherwise = 0.25, Council
	if p := chances(t, s); !slices.Equal(p, []float64{0.75, 0.25, 0}) {
		t.Errorf("contested once in four: %v", p)
	}
}

// TestWillThoseAfterHimBend: by rule of vacancy, mean stance and the chance of more.
func TestWillThoseAfterHimBend(t *testing.T) {
	s := vacancy()
	for rule, want := range map[Rule][2]float64{Council: {0.7, 1}, Heir: {0.1, 0}} {
		s.Rule, s.Heir = rule, "hard"
		mean, more := s.Bends(chances(t, s))
		if !near(mean, want[0]) || !near(more, want[1]) {
			t.Errorf("%s: %v %v, not %v", rule, mean, more, want)
		}
	}
	if _, more := s.Bends([]float64{0, 0, 1}); !near(more, 0.5) {
		t.Errorf("as soft as he, give or take: %v", more)
	}
}

func TestDrawFollowsChances(t *testing.T) {
	p := []float64{0.25, 0, 0.75}
	s := Succession{}
	for u, want := range map[float64]int{0.1: 0, 0.249: 0, 0.25: 2, 0.999: 2, 1: 2} {
		if got := s.Draw(p, u); got != want {
			t.Errorf("u = %v: %d, not %d", u, got, want)
		}
	}
	if got := s.Draw([]float64{0.5, 0.5 - 1e-16, 0}, 1-1e-17); got != 1 {
		t.Errorf("nobody without a chance is drawn: %d", got)
	}
}

func TestFaultsOfSuccession(t *testing.T) {
	nan := math.NaN()
	s := Succession{
		Rule: Council, Decisiveness: nan, Contested: 2, Stance: -1, Otherwise: "lot", Capital: powers(0, 0),
		Candidates: []Candidate{{Name: "a", Position: nan, Weight: -1, Stance: 7, Doubt: nan, Backers: []string{"nobody", organ(0)}}, {Name: "a", Backers: []string{organ(0)}}, {Absent: true}},
	}
	_, faults := s.Chances()
	if len(faults) != 13 {
		t.Errorf("%d faults: %v", len(faults), faults)
	}
	for _, s := range []Succession{{}, {Rule: "lot"}, {Rule: Heir, Candidates: []Candidate{{Name: "a"}}}} {
		if list, faults := s.Chances(); len(faults) == 0 || list != nil {
			t.Errorf("%+v: %v", s, list)
		}
	}
}
