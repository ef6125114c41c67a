package council

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func near(a, b [2]float64) bool {
	return math.Abs(a[0]-b[0]) < 1e-9 && math.Abs(a[1]-b[1]) < 1e-9
}

func TestStraightFrontierSplitsTheSurplus(t *testing.T) {
	b := Bargain{NoDeal: [2]float64{2, 1}, Alternatives: [][2]float64{{10, 0}, {0, 10}}}
	for name, solve := range map[string]func(Bargain) [2]float64{
		"Nash":              func(b Bargain) [2]float64 { u, _, _ := b.Nash(); return u },
		"Kalai–Smorodinsky": func(b Bargain) [2]float64 { u, _, _ := b.KalaiSmorodinsky(); return u },
	} {
		if got := solve(b); !near(got, [2]float64{5.5, 4.5}) {
			t.Errorf("%s gives %v", name, got)
		}
	}
}

// Kalai and Smorodinsky's own point: in the second set there is more for the second
// at every level of the first, and Nash gives him less.
func TestKalaiSmorodinskyIsMonotone(t *testing.T) {
	for _, c := range []struct {
		corner   [2]float64
		nash, ks [2]float64
	}{
		{[2]float64{.75, .75}, [2]float64{.75, .75}, [2]float64{.75, .75}},
		{[2]float64{1, .7}, [2]float64{1, .7}, [2]float64{10. / 13, 10. / 13}},
	} {
		b := Bargain{Alternatives: [][2]float64{{0, 1}, {1, 0}, c.corner}}
		nash, _, _ := b.Nash()
		ks, _, _ := b.KalaiSmorodinsky()
		if !near(nash, c.nash) || !near(ks, c.ks) {
			t.Errorf("Nash %v, not %v; Kalai–Smorodinsky %v, not %v", nash, c.nash, ks, c.ks)
		}
	}
}

func TestNoMutualGain(t *testing.T) {
	for _, c := range []struct {
		b    Bargain
		want [2]float64
	}{
		{Bargain{NoDeal: [2]float64{1, 1}, Alternatives: [][2]float64{{0, 5}, {5, -30}}}, [2]float64{1, 1}},
		{Bargain{Alternatives: [][2]float64{{-1, 5}}}, [2]float64{0, 0}},
		{Bargain{Alternatives: [][2]float64{{3, 0}, {1, 0}}}, [2]float64{3, 0}},
		{Bargain{Alternatives: [][2]float64{{0, 3}, {0, 1}}}, [2]float64{0, 3}},
	} {
		nash, _, _ := c.b.Nash()
		ks, _, _ := c.b.KalaiSmorodinsky()
		if !near(nash, c.want) || !near(ks, c.want) {
			t.Errorf("%v: %v and %v, not %v", c.b, nash, ks, c.want)
		}
	}
	for _, b := range []Bargain{{}, {Alternatives: [][2]float64{{math.NaN(), 1}, {1, math.Inf(1)}}}} {
		if _, _, f := b.Nash(); len(f) == 0 {
			t.Error("no fault", b)
		}
		if _, _, f := b.KalaiSmorodinsky(); len(f) == 0 {
			t.Error("no fault", b)
		}
	}
}

// TestBargainsBeatEveryMixture compares with mixtures of all pairs on a grid, and the
// shares with the agreement they make.
func TestBargainsBeatEveryMixture(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := Bargain{NoDeal: [2]float64{rapid.Float64Range(-1, 1).Draw(t, "d"), rapid.Float64Range(-1, 1).Draw(t, "e")}}
		for range rapid.IntRange(1, 6).Draw(t, "alternatives") {
			b.Alternatives = append(b.Alternatives, [2]float64{rapid.Float64Range(-2, 2).Draw(t, "u"), rapid.Float64Range(-2, 2).Draw(t, "v")})
		}
		nash, shares, f := b.Nash()
		ks, _, _ := b.KalaiSmorodinsky()
		if len(f) > 0 {
			t.Fatal(f)
		}
		made, left := [2]float64{}, 1.0
		for i, s := range shares {
			left -= s
			for k := range 2 {
				made[k] += s * b.Alternatives[i][k]
			}
		}
		for k := range 2 {
			made[k] += left * b.NoDeal[k]
		}
		if !near(made, nash) {
			t.Fatalf("the shares %v make %v, not %v", shares, made, nash)
		}
		product := func(u [2]float64) float64 {
			x, y := u[0]-b.NoDeal[0], u[1]-b.NoDeal[1]
			if x < -1e-12 || y < -1e-12 {
				return -1
			}
			return x * y
		}
		corners := append([][2]float64{b.NoDeal}, b.Alternatives...)
		for _, p := range corners {
			for _, q := range corners {
				for share := 0.0; share <= 1; share += 0.05 {
					u := [2]float64{p[0] + share*(q[0]-p[0]), p[1] + share*(q[1]-p[1])}
					if product(u) > product(nash)+1e-9 {
						t.Fatalf("%v is better than %v", u, nash)
					}
					if product(u) >= 0 && u[0] > ks[0]+1e-9 && u[1] > ks[1]+1e-9 {
						t.Fatalf("both like %v better than %v", u, ks)
					}
				}
			}
		}
	})
}
