package palace

import (
	"fmt"
	"math"
	"math/bits"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// powers are organs of these forces.
func powers(force ...float64) Capital {
	var c Capital
	for i, f := range force {
		c.Organs = append(c.Organs, Organ{Name: organ(i), Force: f})
	}
	return c
}

func ruling(tb testing.TB, c Capital) *Junta {
	tb.Helper()
	j, faults := c.Junta()
	if len(faults) > 0 {
		tb.Fatal(faults)
	}
	return j
}

// lasts reports by definition whether a coalition is self-enforcing.
func lasts(power []float64, alpha float64, x uint64, known map[uint64]bool) bool {
	if is, done := known[x]; done {
		return is
	}
	weigh := func(s uint64) float64 {
		sum := 0.0
		for i, p := range power {
			if s>>i&1 == 1 {
				sum += p
			}
		}
		return sum
	}
	is := true
	for y := (x - 1) & x; y != 0 && is; y = (y - 1) & x {
		is = weigh(y) <= alpha*weigh(x)+1e-12*sum(power) || !lasts(power, alpha, y, known)
	}
	known[x] = is
	return is
}

// rulersOracle is φ(N) by definition, with all ties.
func rulersOracle(power []float64, alpha float64) []uint64 {
	all, known := uint64(1)<<len(power)-1, map[uint64]bool{}
	least, list := sum(power), []uint64{all}
	for y := uint64(1); y < all; y++ {
		w := 0.0
		for i, p := range power {
			if y>>i&1 == 1 {
				w += p
			}
		}
		tie := 1e-12 * sum(power)
		if w <= alpha*sum(power)+tie || w > least+tie || !lasts(power, alpha, y, known) {
			continue
		}
		if w < least-tie || list[0] == all {
			least, list = w, nil
		}
		list = append(list, y)
	}
	slices.SortFunc(list, func(a, b uint64) int {
		if bits.Reverse64(a) > bits.Reverse64(b) {
			return -1
		}
		return 1
	})
	return list
}

// TestJuntaVectors: the examples of Acemoglu, Egorov and Sonin and what follows.
func TestJuntaVectors(t *testing.T) {
	for _, c := range []struct{ power, rules []float64 }{
		{[]float64{3, 4}, []float64{4}},
		{[]float64{3, 4, 5}, []float64{3, 4, 5}},
		{[]float64{3, 4, 5, 6}, []float64{3, 4, 5}},
		{[]float64{3, 4, 5, 7}, []float64{3, 4, 5}},
		{[]float64{3, 4, 5, 10}, []float64{3, 4, 5}},
		{[]float64{1, 2, 3.5}, []float64{3.5}},
		{[]float64{2, 4, 7, 10}, []float64{4, 7, 10}},
		{[]float64{1, 1.5, 2.25, 2.5, 3}, []float64{1, 2.25, 2.5}},
	} {
		j := ruling(t, powers(c.power...))
		var got []float64
		for _, name := range j.Members {
			got = append(got, c.power[j.Capital.place(name)])
		}
		if !slices.Equal(got, c.rules) || j.Several != nil {
			t.Errorf("%v: %v rule, not %v; ties %v", c.power, got, c.rules, j.Several)
		}
	}
}

// TestJuntaOfNearEquals: of n nearly equal members the largest 2^k−1 not above n
// rule.
func TestJuntaOfNearEquals(t *testing.T) {
	for n := 2; n <= 16; n++ {
		var power []float64
		for i := range n {
			power = append(power, 1+1e-5*float64(i*i+i))
		}
		want := 1<<(bits.Len(uint(n+1))-1) - 1
		if j := ruling(t, powers(power...)); len(j.Members) != want {
			t.Errorf("%d of %d rule, not %d", len(j.Members), n, want)
		}
	}
}

func TestJuntaIsTheOracles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		power := rapid.SliceOfN(rapid.Float64Range(0, 4), 2, 7).Draw(t, "power")
		for i := range power {
			if rapid.Bool().Draw(t, "round") {
				power[i] = math.Ceil(power[i]) // so that ties occur
			}
		}
		power[0]++
		alpha := rapid.SampledFrom([]float64{0.5, 0.6, 2. / 3, 0.9}).Draw(t, "alpha")
		c := powers(power...)
		c.Majority = alpha
		j, faults := c.Junta()
		if want := rulersOracle(power, alpha); len(faults) > 0 || !slices.Equal(j.sets, want) {
			t.Fatalf("%v at %v: %b, by definition %b", power, alpha, j.sets, want)
		}
	})
}

func TestJuntaTies(t *testing.T) {
	if j := ruling(t, powers(1, 1, 1, 1)); len(j.Members) != 4 || j.Several != nil {
		t.Errorf("four equals: two are no majority, and of three two would throw out one; so all, not %v", j.Members)
	}
	j := ruling(t, powers(1, 1, 1))
	if len(j.Several) != 3 || len(j.Members) != 2 || j.Members[0] != organ(0) {
		t.Errorf("three equals: any two, three ways, not %v", j.Several)
	}
	if e := j.Estimates()[0]; e.Low != 1 || e.High > 1+1e-8 || !e.Exact {
		t.Errorf("any change settles a tie: %+v", e)
	}
}

func TestJuntaNeeds(t *testing.T) {
	j := ruling(t, powers(3, 4, 5, 10))
	if !slices.Equal(j.Needed, []string{organ(0), organ(1), organ(2)}) {
		t.Errorf("without one of {3,4,5} others rule; the 10 is no matter: %v", j.Needed)
	}
	j = ruling(t, powers(2, 4, 7, 10))
	if len(j.Needed) != 3 {
		t.Errorf("{4,7,10} each matter, the 2 does not: %v", j.Needed)
	}
}

// TestJuntaOfThreeCanMove: {3,4,5} rules as long as none outweighs the other two.
func TestJuntaOfThreeCanMove(t *testing.T) {
	want := [][2]float64{{1, 9}, {2, 8}, {1, 7}}
	for k, e := range ruling(t, powers(3, 4, 5)).Estimates() {
		if !e.Exact || math.Abs(e.Low-want[k][0]) > 1e-7 || math.Abs(e.High-want[k][1]) > 1e-7 {
			t.Errorf("%v can move in [%v, %v], not %v", e.Value, e.Low, e.High, want[k])
		}
	}
}

// TestJuntaRangesHold asks the oracle within the ranges, at points of a fine grid,
// and just beyond.
func TestJuntaRangesHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		power := rapid.SliceOfN(rapid.Float64Range(0.1, 4), 2, 5).Draw(t, "power")
		j, faults := powers(power...).Junta()
		if len(faults) > 0 || len(j.sets) > 1 {
			t.Skip()
		}
		for k, e := range j.Estimates() {
			at := func(x float64) bool {
				moved := slices.Clone(power)
				moved[k] = x
				return slices.Equal(rulersOracle(moved, 0.5), j.sets)
			}
			what := fmt.Sprintf("%v: %v in [%v, %v] exact %v", power, e.Value, e.Low, e.High, e.Exact)
			if !e.Exact {
				t.Fatal(what)
			}
			top := min(e.High, 40)
			for i := range 200 {
				x := e.Low + (top-e.Low)*(float64(i)+0.5)/200
				if math.Abs(x-e.Low) > 1e-6 && math.Abs(x-e.High) > 1e-6 && !at(x) {
					t.Fatalf("%s: others rule at %v", what, x)
				}
			}
			if e.Low > 1e-6 && at(e.Low-1e-6) && at(e.Low-1e-7) {
				t.Fatalf("%s: nothing changes below", what)
			}
			if !math.IsInf(e.High, 1) && at(e.High+1e-6) && at(e.High+1e-7) {
				t.Fatalf("%s: nothing changes above", what)
			}
		}
	})
}

// TestSelectorateSpending: 0.109890 and 0.181818 of revenue at W/S of 0.1 and 0.5
// with δ = 0.9, and all of it as W/S goes to 1.
func TestSelectorateSpending(t *testing.T) {
	for _, c := range []struct {
		members, organs int
		want            float64
	}{{1, 10, 0.109890}, {5, 10, 0.181818}, {10, 10, 1}} {
		j := &Junta{Members: make([]string, c.members), Organs: c.organs}
		if z := j.Spending(1, 1, 0.9); math.Abs(z-c.want) > 5e-7 {
			t.Errorf("%d of %d: %v, not %v", c.members, c.organs, z, c.want)
		}
	}
}

// BenchmarkJunta16: the bar is 50 ms.
func BenchmarkJunta16(b *testing.B) {
	c := invented(4, 16, 0)
	for b.Loop() {
		ruling(b, c)
	}
}

func BenchmarkJuntaEstimates(b *testing.B) {
	for _, n := range []int{8, 12, 16} {
		j := ruling(b, invented(4, n, 0))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			exact := 0
			for b.Loop() {
				exact = 0
				for _, e := range j.Estimates() {
					if e.Exact {
						exact++
					}
				}
			}
			b.ReportMetric(float64(exact), "exact")
		})
	}
}
