package bargaining_test

import (
	"math"
	"slices"
	"testing"

	"reckon"
	"reckon/arena"
	"reckon/arena/bargaining"
)

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if math.IsNaN(got) || math.Abs(got-want) > within && got != want {
		t.Errorf("%s is %.10g, not %.10g", what, got, want)
	}
}

func between(a, b float64) bargaining.Law {
	return bargaining.Law{Kind: reckon.Between, Args: []float64{a, b}}
}

func TestFearonWarProbability(t *testing.T) {
	c := bargaining.Crisis{Win: 0.5, Cost: 0.1, Other: between(0, 0.4)}
	low, high := c.Range(0.2)
	near(t, "least", low, 0.4, 1e-15)
	near(t, "most", high, 0.7, 1e-15)
	demand, war, _ := c.Demand()
	near(t, "demand", demand, 0.65, 1e-15)
	near(t, "war", war, 0.375, 1e-15)
	// A demand that B takes for sure: A's own cost exceeds what B's could be.
	c.Cost = 0.5
	demand, war, _ = c.Demand()
	near(t, "demand of one who fears war", demand, 0.5, 1e-15)
	near(t, "war", war, 0, 0)
	c = bargaining.Crisis{Win: 0.9, Cost: 0, Other: between(0, 0.9)}
	demand, _, _ = c.Demand()
	near(t, "demand for all there is", demand, 1, 0)
}

// laws are one of each kind, all of numbers of at least 0 but the normal.
func laws() []bargaining.Law {
	return []bargaining.Law{
		between(0.05, 0.6),
		{Kind: reckon.Normal, Args: []float64{0.2, 0.1}},
		{Kind: reckon.LogNormal, Args: []float64{0.2, 0.5}},
		{Kind: reckon.Triangular, Args: []float64{0, 0.1, 0.5}},
		{Kind: reckon.Beta, Args: []float64{0.2, 0.1}},
		{Kind: bargaining.Exponential, Args: []float64{4}},
	}
}

// TestDemandAgainstEveryDemand compares with the best of a fine grid.
func TestDemandAgainstEveryDemand(t *testing.T) {
	for _, law := range laws() {
		for _, win := range []float64{0, 0.3, 0.8, 1} {
			for _, cost := range []float64{0, 0.15} {
				c := bargaining.Crisis{Win: win, Cost: cost, Other: law}
				demand, war, peaks := c.Demand()
				best := math.Inf(-1)
				for x := 0.0; x <= 1; x += 1.0 / 4096 {
					best = math.Max(best, c.Payoff(x))
				}
				if got := c.Payoff(demand); got < best-1e-9 || demand < 0 || demand > 1 || war != c.War(demand) {
					t.Errorf("%v, win %v: demanding %v brings %v, the best brings %v", law, win, demand, got, best)
				}
				if peaks != 1 {
					t.Errorf("%v, win %v, cost %v: %d peaks", law, win, cost, peaks)
				}
			}
		}
	}
	// Some give in to little and most to much: two demands are worth a try.
	split := bargaining.Crisis{Win: 0, Cost: 0.3, Other: bargaining.Law{Kind: reckon.Beta, Args: []float64{0.5, 0.45}}}
	if _, _, peaks := split.Demand(); peaks != 2 {
		t.Errorf("%d peaks", peaks)
	}
}

func TestPreventiveWarNeedsAFastShift(t *testing.T) {
	c := bargaining.Crisis{Win: 0.6, Cost: 0.2, Other: between(0, 1)}
	gain := func(later, strength float64) float64 {
		g, faults := c.Preventive(later, 0.9, 0.2, strength)
		if faults != nil {
			t.Fatal(faults)
		}
		return g
	}
	// Written out: war 0.6/0.1 − 0.2 = 5.8; peace 1 + 0.9·(later/0.1 − 0.2).
	near(t, "after a fast shift", gain(0.3, 0), 5.8-(1+0.9*(3-0.2)), 1e-12)
	if gain(0.6, 0) >= 0 {
		t.Error("no shift, no war")
	}
	// The shift at which war begins, solved by hand: (1−Win)(1−δ)/δ + (1−δ)²·Cost/δ, at strength 0.
	critical := 0.4*0.1/0.9 + 0.1*0.1*0.2/0.9
	near(t, "at the critical shift", gain(0.6-critical, 0), 0, 1e-12)
	if gain(0.3, 1) >= gain(0.3, 0) {
		t.Error("who bargains well later has less reason to fight now")
	}
	if _, faults := c.Preventive(2, 1, math.NaN(), -1); len(faults) != 4 {
		t.Error(faults)
	}
}

func TestFaultsOfTwoSides(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		what string
		got  arena.Faults
		want int
	}{
		{"crisis", bargaining.Crisis{Win: nan, Cost: -1}.Check(), 3},
		{"law", bargaining.Law{Kind: reckon.Exact, Args: []float64{1}}.Check(), 1},
		{"args", bargaining.Law{Kind: reckon.Beta, Args: []float64{1}}.Check(), 1},
		{"infinite", between(0, inf).Check(), 1},
		{"no spread", between(1, 1).Check(), 1},
		{"wrong way", between(2, 1).Check(), 1},
		{"rate", bargaining.Law{Kind: bargaining.Exponential, Args: []float64{-1}}.Check(), 1},
		{"values below 0", between(-1, 1).CheckValues(), 1},
		{"values", between(0, 1).CheckValues(), 0},
		{"attrition", bargaining.Attrition{Value: [2]float64{0, inf}, Cost: [2]float64{nan, 1}}.Check(), 3},
		{"reputation", bargaining.Reputation{}.Check(), 6},
		{"compatible", bargaining.Reputation{Demand: [2]float64{0.5, 0.5}, Prior: [2]float64{0.1, 0.1}, Rate: [2]float64{1, 1}}.Check(), 1},
	} {
		if len(c.got) != c.want || slices.ContainsFunc(c.got, func(f arena.Fault) bool { return f.At == "" || f.Message == "" }) {
			t.Errorf("%s: %d faults, not %d: %v", c.what, len(c.got), c.want, c.got)
		}
	}
}
