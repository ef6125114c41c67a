package bargaining_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"reckon/arena/bargaining"
)

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
