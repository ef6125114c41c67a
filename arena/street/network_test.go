package street

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"reckon"
)

func alike(x float64) Law { return Law{Of: reckon.Exact, Args: []float64{x}} }

// Watts 2002: one threshold of 0.18 cascades for mean degrees between the roots of
// z·e^−z·(1 + z + z²/2 + z³/6) = 1.
func TestWattsCascadeWindow(t *testing.T) {
	n := Network{People: 10000, Shape: Poisson, Degree: 3, Thresholds: alike(0.18), Seeds: 1}
	low, high, ok, faults := n.Window()
	if !ok || len(faults) > 0 || math.Abs(low-1.02070) > 5e-6 || math.Abs(high-5.76468) > 5e-6 {
		t.Errorf("window %v to %v, want 1.02070 to 5.76468: %v", low, high, faults)
	}
	for _, z := range []float64{low, high} {
		n.Degree = z
		closed := z * math.Exp(-z) * (1 + z + z*z/2 + z*z*z/6)
		if s, _ := n.Spread(); math.Abs(s-1) > 1e-9 || math.Abs(closed-1) > 1e-9 {
			t.Errorf("at the end %v the spread is %v, in closed form %v", z, s, closed)
		}
	}
	n.Thresholds = alike(0.5) // only those of degree 2 are moved by one: z·e^−z never reaches 1
	if _, _, ok, _ := n.Window(); ok {
		t.Error("a half has no window")
	}
	n.Shape, n.Degree, n.Thresholds = Regular, 3, alike(1./3)
	if s, _ := n.Spread(); s != 2 {
		t.Errorf("three neighbours, a third suffices: spread %v, want 2", s)
	}
}

// Drawn cascades: wide inside the window, none outside.
func TestCascadesHappenInTheWindow(t *testing.T) {
	largest := func(z float64) float64 {
		n := Network{People: 5000, Shape: Poisson, Degree: z, Thresholds: alike(0.18), Seeds: 1, Seed: 5}
		most := 0.0
		for run := range uint32(12) {
			share, faults := n.Cascade(run)
			if len(faults) > 0 {
				t.Fatal(faults)
			}
			most = max(most, share)
		}
		return most
	}
	for _, row := range []struct{ z, least, most float64 }{{0.7, 0, 0.01}, {2, 0.7, 0.85}, {4, 0.97, 1}, {8, 0, 0.01}} {
		if got := largest(row.z); got < row.least || got > row.most {
			t.Errorf("mean degree %v: the largest of 12 cascades takes %v", row.z, got)
		}
	}
}

// Networks whose cascades are known: a ring is a row of dominoes, and a regular
// network floods where one neighbour is enough.
func TestCascadesThatAreKnown(t *testing.T) {
	for _, row := range []struct {
		shape           Rule
		degree, phi     float64
		rewired, active float64
	}{
		{SmallWorld, 2, 0.5, 0, 1},
		{SmallWorld, 2, 0.51, 0, 0.001},
		{SmallWorld, 4, 0.25, 0, 1},
		{SmallWorld, 4, 0.26, 0, 0.001},
		{SmallWorld, 4, 0.25, 0.1, 1},
		{Regular, 3, 1. / 3, 0, 1},
		{Regular, 3, 0.34, 0, 0.001},
		{Poisson, 0, 0.5, 0, 0.001},
		{Poisson, 999, 0.5, 0, 0.001},
	} {
		n := Network{People: 1000, Shape: row.shape, Degree: row.degree, Rewired: row.rewired, Thresholds: alike(row.phi), Seeds: 1}
		if got, faults := n.Cascade(1); len(faults) > 0 || math.Abs(got-row.active) > 0.003 {
			t.Errorf("%+v: %v active, %v", row, got, faults)
		}
	}
	all := Network{People: 100, Shape: Poisson, Degree: 99, Thresholds: Law{Of: reckon.Between, Args: []float64{0, 1}}, Seeds: 100}
	if got, _ := all.Cascade(0); got != 1 {
		t.Errorf("all are seeds, %v active", got)
	}
}

// Drawn links have the degrees they should and no pair twice; the spread by queue
// ends where looking at everybody again and again ends.
func TestNetworksAndCascadesByDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := Network{
			People: 2 * rapid.IntRange(5, 60).Draw(t, "half"), Seeds: rapid.IntRange(0, 4).Draw(t, "seeds"), Seed: rapid.Uint64().Draw(t, "seed"),
			Shape: rapid.SampledFrom([]Rule{Poisson, Regular, SmallWorld}).Draw(t, "shape"), Degree: float64(2 * rapid.IntRange(0, 2).Draw(t, "degree")),
			Rewired: rapid.Float64Range(0, 1).Draw(t, "rewired"), Thresholds: Law{Of: reckon.Between, Args: []float64{0.05, 0.7}},
		}
		pairs := n.links(newStream(n.Seed, 0))
		degree, known := make([]int, n.People), map[[2]int32]bool{}
		for _, p := range pairs {
			if p[0] == p[1] || known[ordered(p)] {
				t.Fatalf("pair %v is no link or one twice", p)
			}
			known[ordered(p)] = true
			degree[p[0]]++
			degree[p[1]]++
		}
		for i, d := range degree {
			if n.Shape == Regular && float64(d) != n.Degree {
				t.Fatalf("%d has %d neighbours", i, d)
			}
		}
		if n.Shape == SmallWorld && float64(len(pairs)) != n.Degree*float64(n.People)/2 {
			t.Fatalf("%d links", len(pairs))
		}
		got, faults := n.Cascade(0)
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		if want := slowCascade(&n, pairs); math.Abs(got-want) > 1e-12 {
			t.Fatalf("%v active, by definition %v", got, want)
		}
	})
}

func slowCascade(n *Network, pairs [][2]int32) float64 {
	s := newStream(n.Seed, 0)
	n.links(s)
	threshold, active := make([]float64, n.People), make([]bool, n.People)
	for i := range threshold {
		threshold[i] = n.Thresholds.drawn(s.uniform(), s.uniform())
	}
	count := 0
	for i := range n.People {
		if s.below(n.People-i) < n.Seeds-count {
			active[i] = true
			count++
		}
	}
	for changed := true; changed; {
		changed = false
		for i := range active {
			on, all := 0, 0
			for _, p := range pairs {
				for side := range 2 {
					if int(p[side]) == i {
						all++
						if active[p[1-side]] {
							on++
						}
					}
				}
			}
			if !active[i] && all > 0 && float64(on)/float64(all) >= threshold[i] {
				active[i], changed = true, true
				count++
			}
		}
	}
	return float64(count) / float64(n.People)
}

func TestPoissonDegrees(t *testing.T) {
	n := Network{People: 20000, Shape: Poisson, Degree: 3, Seed: 2}
	pairs := n.links(newStream(n.Seed, 0))
	if mean := 2 * float64(len(pairs)) / 20000; math.Abs(mean-3) > 4*math.Sqrt(2*3./20000) {
		t.Errorf("mean degree %v", mean)
	}
	start, _ := neighbours(n.People, pairs)
	alone := 0
	for i := range n.People {
		if start[i] == start[i+1] {
			alone++
		}
	}
	if share := float64(alone) / 20000; math.Abs(share-math.Exp(-3)) > 4*math.Sqrt(math.Exp(-3)/20000) {
		t.Errorf("%v have no neighbour, want %v", share, math.Exp(-3))
	}
}

func TestNetworkFaults(t *testing.T) {
	bad := Network{People: -1, Shape: "star", Degree: math.NaN(), Rewired: 2, Seeds: 5}
	if _, faults := bad.Cascade(0); len(faults) != 5 {
		t.Errorf("%d faults: %v", len(faults), faults)
	}
	for _, n := range []Network{
		{People: 10, Shape: "star", Degree: 2}, {People: 11, Shape: Regular, Degree: 3}, {People: 10, Shape: SmallWorld, Degree: 3}, {People: 10, Shape: Poisson, Degree: 10},
	} {
		n.Thresholds = alike(0.2)
		if _, faults := n.Cascade(0); len(faults) != 1 {
			t.Errorf("%+v: %v", n, faults)
		}
		n.Window()
		n.Spread()
	}
}

// BenchmarkCascade is ten thousand people of mean degree 4.
func BenchmarkCascade(b *testing.B) {
	n := Network{People: 10000, Shape: Poisson, Degree: 4, Thresholds: alike(0.18), Seeds: 1}
	for b.Loop() {
		n.Cascade(0)
	}
}

// Every small regular network there can be is found.
func TestRegularNetworksOfAllSmallSizes(t *testing.T) {
	for people := 2; people <= 14; people++ {
		for degree := 0; degree <= (people-1)/2; degree++ {
			n := Network{People: people, Shape: Regular, Degree: float64(degree), Thresholds: alike(0.1), Seeds: 1}
			for run := range uint32(20) {
				if _, faults := n.Cascade(run); len(faults) > 0 && people*degree%2 == 0 {
					t.Fatal(faults)
				}
			}
		}
	}
}
