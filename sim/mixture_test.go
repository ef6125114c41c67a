package sim

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"reckon"
)

// counted is a tally of one measure at one step.
func counted(list []float64) *Tally {
	t := &Tally{head: head{dates: make([]reckon.Date, 1)}, values: make([]histogram, 1)}
	t.values[0].addAll(list)
	return t
}

// TestMixture holds quantiles of mixtures against the list of all numbers, each as
// often as its weight asks.
func TestMixture(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.Map(rapid.IntRange(-40, 40), func(k int) float64 { return float64(k) * 1.7 })
		list := rapid.SliceOfN(number, 1, 30)
		a, b := list.Draw(t, "a"), list.Draw(t, "b")
		part := rapid.IntRange(0, 4).Draw(t, "part of four for a")
		w := []float64{float64(part) / 4, 1 - float64(part)/4}
		var all []float64
		for range part * len(b) {
			all = append(all, a...)
		}
		for range (4 - part) * len(a) {
			all = append(all, b...)
		}
		slices.Sort(all)
		m := Mixture{[]*Tally{counted(a), counted(b)}, w}
		asked := []float64{0, 0.05, 0.31, 0.5, 0.77, 0.95, 1}
		found := m.Quantiles(0, 0, asked...)
		for i, q := range asked {
			rank := max(int(math.Ceil(q*float64(len(all))-1e-9))-1, 0)
			got, want := found[i], all[rank]
			if math.Abs(got-want) > math.Abs(want)/250 && !within256(all, rank, got) {
				t.Errorf("quantile %v is %v, want %v", q, got, want)
			}
		}
	})
	if x := (Mixture{[]*Tally{counted(nil), counted(nil)}, []float64{0.5, 0.5}}).Quantiles(0, 0, 0.5)[0]; !math.IsNaN(x) {
		t.Errorf("nothing counted: %v", x)
	}
	if x := (Mixture{[]*Tally{counted([]float64{5}), counted([]float64{5, 5})}, []float64{0.2, 0.8}}).Quantiles(0, 0, 0.3)[0]; x != 5 {
		t.Errorf("where all agree: %v", x)
	}
}

// within256 allows the neighbour in rank: at a jump the sum of weights may fall on
// either side by rounding.
func within256(all []float64, rank int, got float64) bool {
	for _, k := range []int{rank - 1, rank + 1} {
		if k >= 0 && k < len(all) && math.Abs(got-all[k]) <= math.Abs(all[k])/250 {
			return true
		}
	}
	return false
}
