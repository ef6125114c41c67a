package arena_test

import (
	"math"
	"testing"

	"reckon/arena"
)

func TestFaultsRefuseWhatIsNoNumber(t *testing.T) {
	var f arena.Faults
	for _, x := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), -1, 2} {
		if f.Within(x, 0, 1, "x", "give a share") {
			t.Errorf("%v passed for a share", x)
		}
	}
	if !f.Within(0, 0, 1, "x", "") || !f.Within(1, 0, math.Inf(1), "x", "") || len(f) != 5 {
		t.Errorf("the ends count as within, and only faults are kept: %v", f)
	}
}
