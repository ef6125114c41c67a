package street_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/arena/street"
	"reckon/draw"
)

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if !(math.Abs(got-want) <= within) {
		t.Errorf("%s is %v, want %v within %v", what, got, want, within)
	}
}

func normal(mean, deviation float64) street.Law {
	return street.Law{Of: reckon.Normal, Args: []float64{mean, deviation}}
}

func whole(n int) street.Law {
	l := street.Law{Points: make([]float64, n)}
	for i := range l.Points {
		l.Points[i] = float64(i)
	}
	return l
}

// Granovetter 1978: of thresholds 0 to 99 all riot; with one person of threshold 2
// in place of 1, one does.
func TestGranovetterHundredOrOne(t *testing.T) {
	crowd := whole(100)
	if all, _ := crowd.Rise(0, 100); all != 100 {
		t.Errorf("%v join, want 100", all)
	}
	crowd.Points[1] = 2
	if one, _ := crowd.Rise(0, 100); one != 1 {
		t.Errorf("%v join, want 1", one)
	}
	both, _ := crowd.Equilibria(100)
	if len(both) != 2 || both[0].At != 1 || both[1].At != 100 {
		t.Errorf("fixed points %v, want 1 and 100", both)
	}
}

// Granovetter 1978, figure 2: normal thresholds of mean 25 in a crowd of 100.
func TestGranovetterNormalCrowd(t *testing.T) {
	for _, row := range []struct{ sigma, joined, within float64 }{
		{10, 0.7696, 5e-5}, {11, 1.713, 5e-4}, {12, 4.0211, 5e-5}, {12.222, 6.15, 0.05}, {12.2222, 100, 0.01}, {13, 100, 0.01},
	} {
		l := normal(25, row.sigma)
		got, faults := l.Rise(0, 100)
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		near(t, "joined", got, row.joined, max(row.within, 1e-9))
	}
	l := normal(25, 1)
	critical, _ := l.CriticalSpread(25, 100)
	near(t, "critical deviation", critical, 12.2221, 5e-5)
	near(t, "joined at it", tangent(critical), 6.2003, 5e-5)
	l = normal(25, critical*(1-1e-8)) // the gap to the tangent is a square root of this
	below, _ := l.Rise(0, 100)
	near(t, "joined just below", below, 6.195, 0.006)
}

// tangent is where N·Φ((x−25)/σ) touches x from above at the critical deviation.
func tangent(sigma float64) float64 {
	slope := func(x float64) float64 {
		z := (x - 25) / sigma
		return 100 * math.Exp(-z*z/2) / math.Sqrt(2*math.Pi) / sigma
	}
	low, high := 0.0, 25.0
	for range 100 {
		if m := (low + high) / 2; slope(m) < 1 {
			low = m
		} else {
			high = m
		}
	}
	return low
}

func choose(n, k int) float64 {
	a, _ := math.Lgamma(float64(n + 1))
	b, _ := math.Lgamma(float64(k + 1))
	c, _ := math.Lgamma(float64(n - k + 1))
	return math.Exp(a - b - c)
}

// The parking functions: thresholds equally likely among 0 to N−1.
func TestParkingFunctionLaw(t *testing.T) {
	for _, n := range []int{1, 2, 5, 10, 40} {
		l := whole(n)
		got, faults := l.Joined(n)
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		sum, size := 0.0, float64(n)
		for k, p := range got {
			want := math.Pow(size+1, size-1) / math.Pow(size, size)
			if k < n {
				want = choose(n, k) * math.Pow(float64(k+1), float64(k-1)) * math.Pow(size-float64(k)-1, size-float64(k)) / math.Pow(size, size)
			}
			near(t, "chance", p, want, 1e-12)
			sum += p
		}
		near(t, "sum", sum, 1, 1e-12)
	}
	ten := whole(10)
	p, _ := ten.Joined(10)
	for k, want := range map[int]float64{0: .348678, 1: .134218, 8: .021523, 9: 0, 10: .2357947691} {
		near(t, "chance of ten", p[k], want, 6e-7)
	}
	five := whole(5)
	p, _ = five.Joined(5)
	near(t, "all five", p[5], .41472, 1e-14)
}

// The law of the number that joins against drawing crowds and letting each rise.
func TestJoinedAgreesWithDrawnCrowds(t *testing.T) {
	l := street.Law{Mix: []street.Law{
		{Of: reckon.Normal, Args: []float64{4, 3}, Weight: 3},
		{Points: []float64{0, 1, 2}, Weight: 1},
	}}
	const n, runs = 12, 20000
	want, faults := l.Joined(n)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	count := make([]float64, n+1)
	crowd := street.Law{Points: make([]float64, n)}
	for run := range runs {
		for i := range crowd.Points {
			key := draw.Key{Seed: 7, Run: uint64(run), Module: 99, Entity: uint64(i)}
			crowd.Points[i] = draw.Quantile(reckon.Normal, key.Uniform(), 4, 3)
			key.Purpose = 1
			if u := key.Uniform(); u < 0.25 {
				crowd.Points[i] = math.Floor(12 * u)
			}
		}
		joined := 0
		for {
			ready := 0
			for _, p := range crowd.Points {
				if p <= float64(joined) {
					ready++
				}
			}
			if ready == joined {
				break
			}
			joined = ready
		}
		count[joined]++
	}
	for k := range want {
		near(t, "share of crowds", count[k]/runs, want[k], 4*math.Sqrt(want[k]/runs)+1e-4)
	}
}

// Kuran 1989: fixed points of x = F(x), stable where the slope is below 1.
func TestKuranFixedPoints(t *testing.T) {
	// Uniform from −a to b: F(x) = (x+a)/(a+b) crosses at a/(a+b−1).
	l := street.Law{Of: reckon.Between, Args: []float64{-0.2, 1.3}}
	got, _ := l.Equilibria(1)
	if len(got) != 1 || !got[0].Stable {
		t.Fatalf("uniform: %v", got)
	}
	near(t, "uniform", got[0].At, 0.4, 1e-12)
	near(t, "its slope", got[0].Slope, 1/1.5, 1e-8)

	n := normal(0.5, 0.2)
	got, _ = n.Equilibria(1)
	if len(got) != 3 || !got[0].Stable || got[1].Stable || !got[2].Stable {
		t.Fatalf("normal: %v", got)
	}
	near(t, "the middle", got[1].At, 0.5, 1e-9)
	near(t, "the ends mirror", got[0].At+got[2].At, 1, 1e-9)
	near(t, "slope at the middle", got[1].Slope, 1/(0.2*math.Sqrt(2*math.Pi)), 1e-6)

	// Triangular on [0, 1] about ½: F = 2x² below ½, so 0, ½ and 1.
	tri := street.Law{Of: reckon.Triangular, Args: []float64{0, 0.5, 1}}
	got, _ = tri.Equilibria(1)
	if len(got) != 3 || !got[0].Stable || got[1].Stable || !got[2].Stable {
		t.Fatalf("triangular: %v", got)
	}
	near(t, "the middle", got[1].At, 0.5, 1e-12)

	// Beta(2, 2): F = 3x²−2x³, so 0, ½ and 1.
	beta := street.Law{Of: reckon.Beta, Args: []float64{0.5, math.Sqrt(0.05)}}
	got, _ = beta.Equilibria(1)
	if len(got) != 3 || !got[0].Stable || got[1].Stable || !got[2].Stable {
		t.Fatalf("beta: %v", got)
	}
	near(t, "the middle", got[1].At, 0.5, 1e-9)
	near(t, "slope at the middle", got[1].Slope, 1.5, 1e-6)

	// A fifth that always joins and one lump of the rest at ½.
	lumps := street.Law{Mix: []street.Law{{Of: reckon.Exact, Args: []float64{0}, Weight: 1}, {Of: reckon.Exact, Args: []float64{0.5}, Weight: 4}}}
	got, _ = lumps.Equilibria(1)
	if len(got) != 2 || got[0].At != 0.2 || got[1].At != 1 || !got[0].Stable {
		t.Fatalf("lumps: %v", got)
	}
	if even, _ := (&street.Law{Of: reckon.Between, Args: []float64{0, 1}}).Equilibria(1); len(even) != 2 || even[0].Stable {
		t.Errorf("every x is a fixed point of the even law; its ends stand for it: %v", even)
	}
}

// Tipping of normal thresholds has a closed form: folds where the density is 1.
func TestTippingAndHysteresis(t *testing.T) {
	l := normal(0.5, 0.2)
	up, down, ok, faults := l.Tipping(1)
	if !ok || len(faults) > 0 {
		t.Fatal(ok, faults)
	}
	z := math.Sqrt(-2 * math.Log(0.2*math.Sqrt(2*math.Pi)))
	phi := 0.5 * math.Erfc(z/math.Sqrt2)
	near(t, "up", up, 0.5-0.2*z-phi, 1e-9)
	near(t, "down", down, 0.5+0.2*z-(1-phi), 1e-9)
	for _, step := range []struct {
		shift float64
		want  int
	}{{up - 1e-3, 3}, {up + 1e-3, 1}, {down + 1e-3, 3}, {down - 1e-3, 1}} {
		moved := normal(0.5-step.shift, 0.2)
		// Shares beyond 0 and 1 do not exist, and these thresholds do not need them.
		if got, _ := moved.Equilibria(1); len(got) != step.want {
			t.Errorf("lowered by %v there are %d fixed points, want %d", step.shift, len(got), step.want)
		}
	}
	wide := normal(0.5, 0.5)
	if _, _, ok, _ := wide.Tipping(1); ok {
		t.Error("thresholds this wide have no jump")
	}
}

func TestRiseIsALeastFixedPoint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 30).Draw(t, "n")
		l := street.Law{Points: make([]float64, n)}
		for i := range l.Points {
			l.Points[i] = float64(rapid.IntRange(0, n).Draw(t, "threshold"))
		}
		joined := 0
		for {
			ready := 0
			for _, p := range l.Points {
				if p <= float64(joined) {
					ready++
				}
			}
			if ready == joined {
				break
			}
			joined = ready
		}
		if got, faults := l.Rise(0, float64(n)); len(faults) > 0 || got != float64(joined) {
			t.Fatalf("%v joined, the cascade gives %d: %v", got, joined, faults)
		}
	})
}

func TestLawsThatAreNone(t *testing.T) {
	nan := math.NaN()
	for name, l := range map[string]street.Law{
		"empty":    {},
		"two":      {Of: reckon.Exact, Args: []float64{1}, Points: []float64{1}},
		"unknown":  {Of: "cauchy", Args: []float64{1}},
		"short":    {Of: reckon.Normal, Args: []float64{1}},
		"nan":      {Of: reckon.Normal, Args: []float64{nan, 1}},
		"negative": {Of: reckon.Normal, Args: []float64{0, -1}},
		"beta":     {Of: reckon.Beta, Args: []float64{0.5, 0.5}},
		"points":   {Points: []float64{0, nan, math.Inf(1)}},
		"weights":  {Mix: []street.Law{{Of: reckon.Exact, Args: []float64{1}}}},
		"nested":   {Mix: []street.Law{{Weight: 1, Mix: []street.Law{{Of: reckon.Exact, Args: []float64{1}, Weight: 1}}}}},
	} {
		if len(l.Faults("law")) == 0 {
			t.Errorf("%s passed", name)
		}
		l.Joined(3)
		l.Equilibria(1)
		l.Rise(0, 1)
		l.Tipping(1)
		l.CriticalSpread(0.2, 1)
	}
	l := normal(25, 10)
	for _, size := range []float64{0, -1, nan, math.Inf(1)} {
		if _, faults := l.Equilibria(size); len(faults) != 1 {
			t.Errorf("a size of %v passed", size)
		}
		if _, faults := l.Rise(nan, size); len(faults) != 2 {
			t.Errorf("all faults are given: %v", faults)
		}
	}
	for _, n := range []int{-1, 0, 1001} {
		if _, faults := l.Joined(n); len(faults) != 1 {
			t.Errorf("a crowd of %d passed", n)
		}
	}
}
