package bargaining_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

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

func TestAttritionOfEquals(t *testing.T) {
	a := bargaining.Attrition{Value: [2]float64{10, 10}, Cost: [2]float64{2, 2}}
	near(t, "mean length", a.MeanLength(), 2.5, 1e-15)
	near(t, "chance to win", a.Wins(0), 0.5, 1e-15)
	near(t, "lasts beyond the mean", a.Lasts(2.5), math.Exp(-1), 1e-15)
	rapid.Check(t, func(t *rapid.T) {
		x := func(name string) float64 { return rapid.Float64Range(0.01, 100).Draw(t, name) }
		a := bargaining.Attrition{Value: [2]float64{x("v"), x("w")}, Cost: [2]float64{x("c"), x("d")}}
		for i := range 2 {
			if p := a.Payoff(i, x("until")); math.Abs(p) > 1e-9*a.Value[i] {
				t.Fatalf("payoff %v", p)
			}
			if h := a.Hazards()[i]; math.Abs(h-a.Cost[1-i]/a.Value[1-i]) > 0 {
				t.Fatal("each yields by what the other suffers")
			}
		}
	})
	if got := a.Payoff(0, math.Inf(1)); got != 0 {
		t.Errorf("never giving up brings %v", got)
	}
}

func TestAttritionWithPrivateValues(t *testing.T) {
	u := between(0, 1)
	near(t, "patience at ½", u.Patience(0.5, 1), 0.193147, 5e-7)
	near(t, "mean length", u.MeanLength(1), 1.0/6, 1e-12)
	near(t, "worth at ½", u.Worth(0.5), 0.125, 1e-14)
	if !math.IsInf(u.Patience(1, 1), 1) || u.Patience(-1, 1) != 0 {
		t.Error("the greatest never gives up, the least at once")
	}
	for _, rate := range []float64{0.5, 3} {
		e := bargaining.Law{Kind: bargaining.Exponential, Args: []float64{rate}}
		for _, v := range []float64{0.1, 1, 4} {
			near(t, "patience, exponential", e.Patience(v, 2), rate*v*v/4, 1e-14)
		}
		near(t, "mean length, exponential", e.MeanLength(1), 0.25/rate, 1e-10) // ∫ (w/λ) e^−2w
	}
}

func TestAttritionOfUnequalsWithPrivateValues(t *testing.T) {
	// Equals: at the time at which a value gives up, those above it are left.
	law := between(1, 3)
	even := bargaining.Attrition{Cost: [2]float64{2, 2}}
	for _, v := range []float64{1.2, 2, 2.9} {
		left, faults := even.Private([2]bargaining.Law{law, law}, [2]float64{}, law.Patience(v, 2), 400)
		if faults != nil {
			t.Fatal(faults)
		}
		near(t, "left when a value gives up", left[400][0], 1-law.CDF(v), 1e-9)
	}
	// Unequal: c₁·∫dw₁/Q₁ and c₂·∫dw₂/Q₂ grow alike; for values between a and b the integral is ln((b·e^w − (b−a))/a)/b.
	other := between(0.5, 4)
	uneven := bargaining.Attrition{Cost: [2]float64{1, 2}}
	left, _ := uneven.Private([2]bargaining.Law{law, other}, [2]float64{0.1, 0}, 3, 600)
	grown := func(a, b, left float64) float64 { return math.Log((b/left-(b-a))/a) / b }
	start := 1*grown(1, 3, 0.9) - 2*grown(0.5, 4, 1)
	for _, both := range left {
		near(t, "what is conserved", 1*grown(1, 3, both[0])-2*grown(0.5, 4, both[1]), start, 1e-7)
	}
	// Values that are all but known: the hazards of complete information.
	sure := bargaining.Attrition{Value: [2]float64{10, 20}, Cost: [2]float64{1, 3}}
	left, _ = sure.Private([2]bargaining.Law{between(10, 10.0001), between(20, 20.0001)}, [2]float64{}, 4, 100)
	for i, h := range sure.Hazards() {
		near(t, "left of one whose value is known", left[100][i], math.Exp(-4*h), 1e-5)
	}
	if _, faults := sure.Private([2]bargaining.Law{between(0, 1), {}}, [2]float64{0.1, 0.1}, math.NaN(), 0); len(faults) != 5 {
		t.Error(faults)
	}
}

// TestPatienceByDefinition integrates x f/(1−F) over small steps of the law itself.
func TestPatienceByDefinition(t *testing.T) {
	for _, law := range laws() {
		if law.Quantile(0) < 0 {
			continue
		}
		for _, u := range []float64{0.1, 0.5, 0.9} {
			v := law.Quantile(u)
			steps, within := 20_000, 1e-6
			if law.Kind == reckon.Beta {
				steps, within = 1000, 1e-4 // its function is slow
			}
			low := math.Max(0, law.Quantile(0))
			sum, before := 0.0, 0.0
			for k := range steps {
				middle := low + (v-low)*(float64(k)+0.5)/float64(steps)
				now := -math.Log1p(-law.CDF(low + (v-low)*float64(k+1)/float64(steps)))
				sum += (now - before) * middle
				before = now
			}
			near(t, "patience under "+string(law.Kind), law.Patience(v, 1), sum, within*(1+sum))
		}
	}
}

func TestAbreuGul(t *testing.T) {
	r := bargaining.Reputation{Demand: [2]float64{0.6, 0.6}, Prior: [2]float64{0.1, 0.2}, Rate: [2]float64{1, 1}}
	near(t, "rate", r.Hazards()[0], 2, 1e-14)
	near(t, "end", r.End(), 0.80472, 5e-6)
	if r.Weaker() != 0 {
		t.Error("the less reputed side is the weaker")
	}
	near(t, "gives in at once", r.AtOnce(0), 0.5, 1e-14)
	near(t, "the other does not", r.AtOnce(1), 0, 0)
	near(t, "posterior", r.Posterior(1, 0.3), 0.2*math.Exp(0.6), 1e-14)
	near(t, "payoff of the stronger", r.Payoff(1), 0.5*0.6+0.5*0.4, 1e-14)
	near(t, "payoff of the weaker", r.Payoff(0), 0.4, 1e-15)
}

func TestReputationsEndTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := func(name string, low, high float64) float64 { return rapid.Float64Range(low, high).Draw(t, name) }
		r := bargaining.Reputation{
			Demand: [2]float64{x("a", 0.51, 0.95), x("b", 0.51, 0.95)}, Prior: [2]float64{x("y", 0.01, 0.9), x("z", 0.01, 0.9)}, Rate: [2]float64{x("r", 0.1, 3), x("s", 0.1, 3)},
		}
		if f := r.Check(); f != nil {
			t.Fatal(f)
		}
		end := r.End()
		for i := range 2 {
			if p := r.Posterior(i, end); math.Abs(p-1) > 1e-9 {
				t.Fatalf("side %d is known with %v at the end", i, p)
			}
			if s := r.Silent(i, end); math.Abs(s-r.Prior[i]) > 1e-9 {
				t.Fatalf("side %d is silent with %v to the end, resolute with %v", i, s, r.Prior[i])
			}
			now := x("now", 0, 1) * end
			if bayes := r.Prior[i] / r.Silent(i, now); math.Abs(bayes-r.Posterior(i, now)) > 1e-9 {
				t.Fatalf("Bayes gives %v, the closed form %v", bayes, r.Posterior(i, now))
			}
			if r.Payoff(i) < 1-r.Demand[1-i]-1e-15 {
				t.Fatal("giving in at once brings as much")
			}
		}
		if math.Abs(r.Lasts(end)-r.Prior[0]*r.Prior[1]) > 1e-9 {
			t.Fatal("only two who are resolute go on for ever")
		}
	})
}

// TestMimicsPickWhatBringsTheMost checks the conditions of equilibrium, each by the
// game that follows a demand.
func TestMimicsPickWhatBringsTheMost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := func(name string, low, high float64) float64 { return rapid.Float64Range(low, high).Draw(t, name) }
		r := bargaining.Reputation{Demand: [2]float64{0, x("b", 0.5, 0.9)}, Prior: [2]float64{0, x("y", 0.02, 0.5)}, Rate: [2]float64{x("r", 0.2, 2), x("s", 0.2, 2)}}
		var demands, priors []float64
		resolute := 0.0
		for range rapid.IntRange(1, 4).Draw(t, "kinds") {
			demands = append(demands, x("demand", 1.02-r.Demand[1], 0.95))
			priors = append(priors, x("prior", 0.005, 0.2))
			resolute += priors[len(priors)-1]
		}
		odds, payoff, faults := r.Mimics(demands, priors)
		if faults != nil {
			t.Fatal(faults)
		}
		sum := 0.0
		for k, p := range odds {
			sum += p
			after := r // the game that follows the demand
			after.Demand[0] = demands[k]
			if after.Prior[0] = priors[k] / (priors[k] + (1-resolute)*p); p == 0 {
				after.Prior[0] = 1 - 1e-12
			}
			if got := after.Payoff(0); p > 0 && math.Abs(got-payoff) > 1e-9 || got > payoff+1e-9 {
				t.Fatalf("demanding %v with odds %v brings %v, not %v", demands[k], p, got, payoff)
			}
		}
		if sum > 1+1e-9 || sum < 1-1e-6 && payoff != 1-r.Demand[1] {
			t.Fatalf("odds sum to %v at payoff %v", sum, payoff)
		}
	})
	one := bargaining.Reputation{Demand: [2]float64{0.6, 0.6}, Prior: [2]float64{0.2, 0.1}, Rate: [2]float64{1, 1}}
	odds, payoff, _ := one.Mimics([]float64{0.6}, []float64{0.2})
	near(t, "one kind alone", odds[0], 1, 1e-9)
	near(t, "its payoff", payoff, one.Payoff(0), 1e-12)
	if _, _, faults := one.Mimics([]float64{0.3, 1}, []float64{0.5, math.NaN()}); len(faults) != 3 {
		t.Error(faults)
	}
	if _, _, faults := (bargaining.Reputation{}).Mimics(nil, []float64{0.1}); len(faults) != 5 {
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
