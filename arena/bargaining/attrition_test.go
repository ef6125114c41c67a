package bargaining_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/arena/bargaining"
)

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
