package experiment

import (
	"math"
	"testing"
)

// TestFrequency checks tabled quantiles of chi-squared: those of the gamma law with
// the exponent h + ½ are half those of chi-squared with 2h + 1 degrees.
func TestFrequency(t *testing.T) {
	for _, k := range []struct {
		hits      int
		low, high float64
	}{
		{0, 0, 3.841458820694}, {1, 0.351846317749, 7.814727903251}, {10, 11.591305208821, 32.670573340917},
	} {
		e := Frequency{k.hits, 40}.Jeffreys()
		if math.Abs(80*e.Low-k.low) > 1e-9 || math.Abs(80*e.High-k.high) > 1e-9 || e.Value != float64(k.hits)/40 {
			t.Errorf("%d hits in 40 years give %+v, want %v and %v eightieths", k.hits, e, k.low, k.high)
		}
	}
}

// TestManyHits is nearly normal, and beyond where e^(−x) is a number.
func TestManyHits(t *testing.T) {
	e := Frequency{2000, 1}.Jeffreys()
	if math.Abs((e.High-e.Low)/2/(1.6448536*math.Sqrt(2000))-1) > 1e-3 || math.Abs((e.High+e.Low)/2-2001) > 1 {
		t.Errorf("2000 hits give %+v", e)
	}
}

func TestChanceOfOne(t *testing.T) {
	f := Frequency{Hits: 4, Years: 40}
	e, rate := f.Chance(2), f.Jeffreys()
	if math.Abs(e.Value-(1-math.Exp(-0.2))) > 1e-15 || math.Abs(e.High-(1-math.Exp(-2*rate.High))) > 1e-15 || !(e.Low < e.Value && e.Value < e.High) {
		t.Errorf("%+v", e)
	}
	if none := (Frequency{Years: 40}).Chance(1); none.Value != 0 || none.Low != 0 || none.High <= 0 {
		t.Errorf("no hits give %+v", none)
	}
}
