package outlook

import (
	"testing"

	"pgregory.net/rapid"
)

// TestPortions holds that shares add up and that none is off by a whole one.
func TestPortions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.SliceOfN(rapid.Float64Range(0.01, 1), 1, 8).Draw(t, "weights")
		n, total := rapid.IntRange(0, 60).Draw(t, "runs"), 0.0
		for _, x := range w {
			total += x
		}
		for i := range w {
			w[i] /= total
		}
		sum := 0
		for i, k := range portions(w, n) {
			sum += k
			if off := float64(k) - w[i]*float64(n); off <= -1-1e-9 || off >= 1+1e-9 {
				t.Errorf("weight %g of %d runs got %d", w[i], n, k)
			}
		}
		if sum != n {
			t.Errorf("%d of %d runs were shared out", sum, n)
		}
	})
}
