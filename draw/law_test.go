package draw

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"reckon"
)

// laws draws a law with numbers that make one.
func laws(t *rapid.T) (reckon.Law, []float64) {
	number := rapid.Float64Range(-100, 100)
	switch law := rapid.SampledFrom([]reckon.Law{reckon.Between, reckon.Normal, reckon.LogNormal, reckon.Triangular, reckon.Beta}).Draw(t, "law"); law {
	case reckon.Normal:
		return law, []float64{number.Draw(t, "mean"), rapid.Float64Range(1e-3, 100).Draw(t, "deviation")}
	case reckon.LogNormal:
		return law, []float64{rapid.Float64Range(1e-3, 1e3).Draw(t, "median"), rapid.Float64Range(1e-3, 4).Draw(t, "deviation")}
	case reckon.Beta:
		mean := rapid.Float64Range(1e-3, 1-1e-3).Draw(t, "mean")
		share := rapid.Float64Range(1e-3, 0.99).Draw(t, "share")
		return law, []float64{mean, share * math.Sqrt(mean*(1-mean))}
	case reckon.Triangular:
		low, rise, fall := number.Draw(t, "low"), rapid.Float64Range(0, 10).Draw(t, "rise"), rapid.Float64Range(0.001, 10).Draw(t, "fall")
		return law, []float64{low, low + rise, low + rise + fall}
	default:
		low := number.Draw(t, "low")
		return law, []float64{low, low + rapid.Float64Range(0.001, 10).Draw(t, "width")}
	}
}

// TestQuantileIsTheInverse checks that the share below the quantile of u is u, but
// for what one unit in the last place of the quantile weighs.
func TestQuantileIsTheInverse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		law, args := laws(t)
		u := rapid.Float64Range(1e-12, 1-1e-12).Draw(t, "u")
		x := Quantile(law, u, args...)
		below := CDF(law, math.Nextafter(x, math.Inf(-1)), args...)
		above := CDF(law, math.Nextafter(x, math.Inf(1)), args...)
		if below > u+1e-12 || above < u-1e-12 {
			t.Errorf("%s%v: the quantile of %v is %v, whose neighbours have %v and %v", law, args, u, x, below, above)
		}
	})
}

func TestQuantileNeverFalls(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		law, args := laws(t)
		u := rapid.Float64Range(0, 1).Draw(t, "u")
		v := rapid.Float64Range(u, 1).Draw(t, "v")
		x, y := Quantile(law, u, args...), Quantile(law, v, args...)
		if !(x <= y) && !(law == reckon.Beta && x-y < 1e-12) {
			t.Errorf("%s%v: %v at %v, %v at %v", law, args, x, u, y, v)
		}
	})
}

// TestNormalQuantile compares with the inverse error function of package math and
// with a published value [wichura1988].
func TestNormalQuantile(t *testing.T) {
	if have := normalQuantile(0.975); math.Abs(have-1.959963984540054) > 5e-16 {
		t.Errorf("the 0.975 quantile is %v", have)
	}
	for _, k := range []struct{ u, want float64 }{ // published with AS 241
		{0.25, -0.6744897501960817}, {0.001, -3.090232306167814}, {1e-20, -9.262340089798408},
	} {
		if have := normalQuantile(k.u); math.Abs(have/k.want-1) > 1e-15 {
			t.Errorf("the %v quantile is %v, want %v", k.u, have, k.want)
		}
	}
	for u := 0x1p-53; u < 0.5; u *= 1.37 {
		low, high := normalQuantile(u), normalQuantile(1-u)
		if peer := math.Sqrt2 * math.Erfinv(2*u-1); u > 1e-3 && math.Abs(low-peer) > 4e-15*math.Abs(peer) {
			t.Errorf("the %v quantile is %v, package math has %v", u, low, peer)
		}
		if 1-(1-u) == u && low != -high {
			t.Errorf("the quantiles of %v and its complement are %v and %v", u, low, high)
		}
		if peer := 0.5 * math.Erfc(-low/math.Sqrt2); math.Abs(peer/u-1) > 1e-13 {
			t.Errorf("below the %v quantile lies %v", u, peer)
		}
	}
}

func TestNormalCDF(t *testing.T) {
	for x := -38.0; x < 38; x += 0.037 {
		have, want := normalCDF(x), 0.5*math.Erfc(-x/math.Sqrt2)
		if math.Abs(have/want-1) > 1e-15+1e-15*x*x && want > 1e-300 {
			t.Errorf("below %v lies %v, want %v", x, have, want)
		}
	}
}

// TestBetaLaw checks closed forms: a beta law with exponents 2 and 1, 1 and 1, ½
// and ½, and one crowded so much at 0 that it is the power x^a.
func TestBetaLaw(t *testing.T) {
	exponents := func(a, b float64) []float64 {
		return []float64{a / (a + b), math.Sqrt(a * b / ((a + b) * (a + b) * (a + b + 1)))}
	}
	for u := 0.001; u < 1; u += 0.0371 {
		for _, k := range []struct {
			a, b, want float64
		}{
			{2, 1, math.Sqrt(u)},
			{1, 1, u},
			{1, 3, 1 - math.Cbrt(1-u)},
			{0.5, 0.5, math.Pow(math.Sin(math.Pi*u/2), 2)},
		} {
			if have := Quantile(reckon.Beta, u, exponents(k.a, k.b)...); math.Abs(have-k.want) > 1e-13 {
				t.Errorf("beta(%v, %v): the %v quantile is %v, want %v", k.a, k.b, u, have, k.want)
			}
		}
	}
	// A binomial sum: with whole exponents the share below x is the chance of at
	// least a successes in a+b−1 trials.
	for _, x := range []float64{0.01, 0.3, 0.77} {
		want := 0.0
		for k := 3; k <= 9; k++ {
			want += choose(9, k) * math.Pow(x, float64(k)) * math.Pow(1-x, float64(9-k))
		}
		if have := CDF(reckon.Beta, x, exponents(3, 7)...); math.Abs(have-want) > 1e-14 {
			t.Errorf("below %v lies %v, want %v", x, have, want)
		}
	}
}

// TestNarrowBetaLaws compares the two ways where the one gives over to the other,
// and goes far beyond.
func TestNarrowBetaLaws(t *testing.T) {
	for _, mean := range []float64{0.5, 0.3, 0.999} {
		for _, u := range []float64{0.001, 0.3, 0.95} {
			deviation := math.Sqrt(mean * (1 - mean) / (0.999*nearlyNormal/min(mean, 1-mean) + 1))
			z := normalQuantile(u)
			have, want := mean+deviation*(z+skew(z, mean, deviation)), Quantile(reckon.Beta, u, mean, deviation)
			if math.Abs(have-want) > 1e-12 {
				t.Errorf("mean %v: the %v quantile is %v as of a normal law, %v by the beta law", mean, u, have, want)
			}
			if below := CDF(reckon.Beta, want, mean, deviation*0.99); math.Abs(below-normalCDF(z/0.99)) > 1e-4 {
				t.Errorf("mean %v: below %v lies %v", mean, want, below)
			}
			if below, all := CDF(reckon.Beta, 0.001, mean, 1e-9), CDF(reckon.Beta, 0.9999, mean, 1e-9); below != 0 || all != 1 {
				t.Errorf("mean %v: far out lie %v and %v", mean, below, all)
			}
			if far := Quantile(reckon.Beta, u, mean, 1e-200); far != mean {
				t.Errorf("mean %v: the %v quantile of a very narrow law is %v", mean, u, far)
			}
		}
	}
}

func choose(n, k int) float64 {
	c := 1.0
	for i := range k {
		c *= float64(n-i) / float64(i+1)
	}
	return c
}

func TestWhatIsNoLawIsNotANumber(t *testing.T) {
	for _, k := range []struct {
		law  reckon.Law
		u    float64
		args []float64
	}{
		{reckon.Between, 0.5, []float64{2, 1}},
		{reckon.Normal, 0.5, []float64{0, -1}},
		{reckon.LogNormal, 0.5, []float64{0, 1}},
		{reckon.Triangular, 0.5, []float64{0, 2, 1}},
		{reckon.Beta, 0.5, []float64{0.5, 0.5}},
		{reckon.Beta, 0.5, []float64{1, 0.1}},
		{reckon.Normal, 1.5, []float64{0, 1}},
		{reckon.Normal, math.NaN(), []float64{0, 1}},
	} {
		if have := Quantile(k.law, k.u, k.args...); have == have {
			t.Errorf("%s%v: the %v quantile is %v", k.law, k.args, k.u, have)
		}
		if k.u != 0.5 {
			continue // these are laws
		}
		if have := CDF(k.law, 0.5, k.args...); have == have {
			t.Errorf("%s%v: below 0.5 lies %v", k.law, k.args, have)
		}
	}
	if have := Quantile(reckon.Normal, 0.3, 5, 0); have != 5 {
		t.Errorf("a normal law without a deviation gives %v", have)
	}
}
