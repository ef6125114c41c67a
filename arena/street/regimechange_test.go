package street_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"reckon/arena/street"
)

// With a flat prior the regime falls below 1 − c, whatever the precision.
func TestRegimeChangeFlatPrior(t *testing.T) {
	for _, c := range []float64{0.01, 0.3, 0.5, 0.9} {
		for _, beta := range []float64{0.1, 4, 1000} {
			r := street.RegimeChange{Cost: c, Private: beta}
			got, faults := r.Equilibria()
			if len(faults) > 0 || len(got) != 1 || !r.Unique() || !got[0].Stable {
				t.Fatal(got, faults)
			}
			near(t, "strength", got[0].At, 1-c, 1e-12)
		}
	}
	r := street.RegimeChange{Cost: 0.3, Private: 4}
	got, _ := r.Equilibria()
	near(t, "strength", got[0].At, 0.7, 1e-12)
	near(t, "signal", got[0].Signal, 0.96220, 5e-6)
}

// Public news of precision above √(2π)·√β makes three of one, and only then.
func TestRegimeChangeUniqueness(t *testing.T) {
	edge := math.Sqrt(2 * math.Pi)
	for _, row := range []struct {
		alpha  float64
		unique bool
		count  int
	}{{edge * 0.999, true, 1}, {edge * 1.01, false, 3}, {6, false, 3}} {
		r := street.RegimeChange{Cost: 0.5, Private: 1, Public: row.alpha, Mean: 0.5}
		got, _ := r.Equilibria()
		if len(got) != row.count || r.Unique() != row.unique {
			t.Errorf("public precision %v: %v", row.alpha, got)
		}
		near(t, "the middle", got[len(got)/2].At, 0.5, 1e-9)
	}
}

// Every solution satisfies the two conditions it was made from: the regime falls
// exactly when enough attack, and the marginal attacker is indifferent.
func TestRegimeChangeSolves(t *testing.T) {
	phi := func(z float64) float64 { return 0.5 * math.Erfc(-z/math.Sqrt2) }
	rapid.Check(t, func(t *rapid.T) {
		r := street.RegimeChange{
			Cost:    rapid.Float64Range(0.02, 0.98).Draw(t, "cost"),
			Private: rapid.Float64Range(0.05, 50).Draw(t, "private"),
			Public:  rapid.Float64Range(0, 30).Draw(t, "public"),
			Mean:    rapid.Float64Range(-1, 2).Draw(t, "mean"),
		}
		got, faults := r.Equilibria()
		if len(faults) > 0 || len(got) == 0 || r.Unique() && len(got) != 1 || len(got)%2 == 0 {
			t.Fatal(got, faults)
		}
		for _, e := range got {
			mass := phi(math.Sqrt(r.Private) * (e.Signal - e.At))
			both := r.Public + r.Private
			falls := phi(math.Sqrt(both) * (e.At - (r.Public*r.Mean+r.Private*e.Signal)/both))
			if math.Abs(mass-e.At) > 1e-9 || math.Abs(falls-r.Cost) > 1e-7 {
				t.Fatalf("at %v mass %v, chance of falling %v against cost %v", e, mass, falls, r.Cost)
			}
		}
	})
}

func TestRegimeChangeFaults(t *testing.T) {
	nan := math.NaN()
	r := street.RegimeChange{Cost: nan, Private: -1, Public: math.Inf(1), Mean: nan}
	if got, faults := r.Equilibria(); got != nil || len(faults) != 4 {
		t.Errorf("all faults are given: %v", faults)
	}
	if faults := (&street.RegimeChange{}).Faults(); len(faults) != 2 {
		t.Errorf("nothing given: %v", faults)
	}
}
