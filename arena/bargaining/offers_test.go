package bargaining_test

import (
	"fmt"
	"math"
	"math/bits"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"reckon/arena/bargaining"
)

func alone(d, e float64) bargaining.Alternating {
	return bargaining.Alternating{Discount: [2]float64{d, e}, Outside: [2]float64{math.Inf(-1), math.Inf(-1)}}
}

func TestRubinsteinBothOrdersAndLimit(t *testing.T) {
	near(t, "patient second", alone(0.9, 0.95).Share(0), 0.344828, 5e-7)
	near(t, "patient first", alone(0.95, 0.9).Share(0), 0.689655, 5e-7)
	near(t, "the same from the other side", alone(0.9, 0.95).Share(1), 0.689655, 5e-7)
	for _, tick := range []float64{1e-2, 1e-4} { // offers ever faster at rates 0.1 and 0.3
		a := alone(math.Exp(-0.1*tick), math.Exp(-0.3*tick))
		near(t, "fast offers", a.Share(0), 0.75, tick)
		near(t, "who begins is no matter", a.Share(0)+a.Share(1), 1, tick)
	}
	near(t, "the limit", alone(0.5, 0.5).Frequent([2]float64{0.1, 0.3}), 0.75, 1e-15)
}

func TestFiniteOffersComeToRubinstein(t *testing.T) {
	a := alone(0.9, 0.95)
	near(t, "one round", a.Finite(0, 1), 1, 0)
	near(t, "two rounds", a.Finite(0, 2), 1-0.95, 1e-15)
	near(t, "three rounds", a.Finite(0, 3), 1-0.95*(1-0.9), 1e-15)
	near(t, "many rounds", a.Finite(0, 400), a.Share(0), 1e-12)
}

func TestSanctionsAsInsideOptions(t *testing.T) {
	a := bargaining.Alternating{Discount: [2]float64{0.9, 0.9}, Inside: [2]float64{0.2, 0.4}}
	near(t, "share", a.Share(0), 0.2+0.4*0.1/(1-0.81), 1e-15)
	near(t, "limit", a.Frequent([2]float64{0.1, 0.1}), 0.4, 1e-15)
	sanctioned := a
	sanctioned.Inside[0] = 0.05
	evading := a
	evading.Inside[0] = 0.12
	if !(sanctioned.Share(0) < evading.Share(0) && evading.Share(0) < a.Share(0)) {
		t.Error("sanctions lower the share of their target, evasion raises it again")
	}
}

func TestOutsideOptionsMatterOnlyWhereTheyBind(t *testing.T) {
	a := alone(0.9, 0.9)
	free := a.Share(0)
	a.Outside[1] = 0.4 // less than going on brings
	near(t, "with a weak outside option", a.Share(0), free, 0)
	a.Outside[1] = 0.6
	near(t, "with a strong one", a.Share(0), 0.4, 1e-15)
}

// TestSharesAreWhereOffersSettle compares the closed form with very many rounds.
func TestSharesAreWhereOffersSettle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := func(name string, low, high float64) float64 { return rapid.Float64Range(low, high).Draw(t, name) }
		a := bargaining.Alternating{
			Discount: [2]float64{x("d", 0.05, 0.97), x("e", 0.05, 0.97)}, Inside: [2]float64{x("in", -0.5, 0.5), x("in2", -0.5, 0.5)}, Outside: [2]float64{x("out", -0.5, 1), x("out2", -0.5, 1)},
		}
		if a.Check() != nil {
			return
		}
		first := rapid.IntRange(0, 1).Draw(t, "first")
		if got, want := a.Share(first), a.Finite(first, 3000); math.Abs(got-want) > 1e-9 {
			t.Fatalf("%+v: %v, settles at %v", a, got, want)
		}
	})
}

func table() bargaining.Agenda {
	return bargaining.Agenda{Power: 0.5, Items: []bargaining.Item{
		{Name: "enrichment", Worth: [2]float64{8, 2}}, {Name: "oil", Worth: [2]float64{2, 8}}, {Name: "prisoners", Worth: [2]float64{1, 1}},
	}}
}

func TestLinkageGivesEachWhatHeCaresFor(t *testing.T) {
	a := table()
	if got := fmt.Sprint(a.Frontier()); got != "[[0 11] [8 9] [9 8] [11 0]]" {
		t.Error(got)
	}
	worth, shares := a.Linked()
	near(t, "first", worth[0], 8.5, 1e-14)
	near(t, "second", worth[1], 8.5, 1e-14)
	near(t, "prisoners", shares[2], 0.5, 1e-14)
	if a.Separate() != [2]float64{5.5, 5.5} {
		t.Error(a.Separate())
	}
	a.Items[0].Barred = true
	limited, _ := a.Linked()
	if limited[0] >= worth[0] || limited[1] >= worth[1] {
		t.Error("what may not be put on the table costs both here")
	}
}

func TestLinkedAgainstEveryPointOfTheFrontier(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := bargaining.Agenda{Power: rapid.Float64Range(0.05, 0.95).Draw(t, "power")}
		for k := range rapid.IntRange(1, 5).Draw(t, "issues") {
			w := func(s string) float64 { return float64(rapid.IntRange(0, 9).Draw(t, s)) }
			a.Items = append(a.Items, bargaining.Item{Name: string(rune('a' + k)), Worth: [2]float64{w("w"), w("v")}, Barred: rapid.IntRange(0, 5).Draw(t, "barred") == 0})
		}
		worth, shares := a.Linked()
		separate := a.Separate()
		for i := range 2 {
			if worth[i] < separate[i]-1e-9 {
				t.Fatalf("linked %v, separate %v", worth, separate)
			}
		}
		var sum [2]float64
		for k, it := range a.Items {
			if it.Barred {
				if shares[k] != 0 {
					t.Fatal("a barred issue is not divided")
				}
				continue
			}
			sum[0] += shares[k] * it.Worth[0]
			sum[1] += (1 - shares[k]) * it.Worth[1]
		}
		if math.Abs(sum[0]-worth[0])+math.Abs(sum[1]-worth[1]) > 1e-9 {
			t.Fatalf("the shares make %v, not %v", sum, worth)
		}
		corners := a.Frontier()
		for i, c := range corners[1:] {
			b := corners[i]
			for s := 0.0; s <= 1; s += 1.0 / 64 {
				at := [2]float64{b[0] + s*(c[0]-b[0]), b[1] + s*(c[1]-b[1])}
				if a.Product(at) > a.Product(worth)+1e-9 {
					t.Fatalf("%v is better than %v", at, worth)
				}
			}
		}
		// No division of the issues is above the frontier.
		for range 20 {
			var u [2]float64
			for _, it := range a.Items {
				if x := rapid.Float64Range(0, 1).Draw(t, "share"); !it.Barred {
					u[0], u[1] = u[0]+x*it.Worth[0], u[1]+(1-x)*it.Worth[1]
				}
			}
			for i, c := range corners[1:] {
				b := corners[i]
				if u[0] >= b[0] && u[0] <= c[0] && c[0] > b[0] && u[1] > b[1]+(u[0]-b[0])/(c[0]-b[0])*(c[1]-b[1])+1e-9 {
					t.Fatalf("%v is above %v–%v", u, b, c)
				}
			}
		}
	})
}

func withdrawal() bargaining.Terms {
	return bargaining.Terms{NoDeal: [2]float64{0, -2}, Acts: []bargaining.Item{
		{Name: "they withdraw", Worth: [2]float64{6, -4}}, {Name: "they abstain", Worth: [2]float64{2, -1}}, {Name: "we stop", Worth: [2]float64{-3, 5}}, {Name: "we open", Worth: [2]float64{-4, 2}},
	}}
}

func TestConditionalOffers(t *testing.T) {
	terms := withdrawal()
	if got := fmt.Sprintf("%04b", terms.Acceptable()); got != "[0000 0010 0101 0111 1001 1111]" {
		t.Error(got)
	}
	mine, _ := terms.Best(0)
	his, _ := terms.Best(1)
	if mine != 0b0111 || his != 0b1111 {
		t.Errorf("best %04b and %04b", mine, his)
	}
	if w := terms.Worth(mine); w != [2]float64{5, 0} {
		t.Error(w)
	}
	terms.Acts[2].Barred = true
	if got := fmt.Sprintf("%04b", terms.Acceptable()); got != "[0000 0010 1001]" {
		t.Error(got)
	}
	terms.NoDeal = [2]float64{3, 3}
	if _, ok := terms.Best(0); ok {
		t.Error("nothing is acceptable to both")
	}
	if _, ok := terms.Degrees(0); ok {
		t.Error("nor in part")
	}
}

func TestDegreesAgainstEveryVertex(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		terms := bargaining.Terms{}
		n := rapid.IntRange(1, 4).Draw(t, "acts")
		w := func() float64 { return float64(rapid.IntRange(-5, 5).Draw(t, "worth")) }
		for k := range n {
			terms.Acts = append(terms.Acts, bargaining.Item{Name: string(rune('a' + k)), Worth: [2]float64{w(), w()}, Barred: rapid.IntRange(0, 6).Draw(t, "barred") == 0})
		}
		terms.NoDeal = [2]float64{w(), w()}
		side := rapid.IntRange(0, 1).Draw(t, "side")
		degrees, ok := terms.Degrees(side)
		worth := func(x []float64) (u [2]float64) {
			for k, it := range terms.Acts {
				u[0], u[1] = u[0]+x[k]*it.Worth[0], u[1]+x[k]*it.Worth[1]
			}
			return u
		}
		// The best is at a corner: all acts whole but at most one, whose degree leaves the other as well off as without a deal.
		best := math.Inf(-1)
		for whole := range uint32(1) << n {
			for part := range n {
				for _, exact := range []bool{true, false} {
					x := make([]float64, n)
					barred := false
					for k, it := range terms.Acts {
						if whole>>k&1 == 1 {
							x[k] = 1
						}
						barred = barred || it.Barred && x[k] > 0
					}
					if exact {
						x[part] = 0
						if w := terms.Acts[part].Worth[1-side]; w != 0 {
							x[part] = (terms.NoDeal[1-side] - worth(x)[1-side]) / w
						}
						barred = barred || terms.Acts[part].Barred && x[part] > 0
					}
					u := worth(x)
					if !barred && x[part] >= 0 && x[part] <= 1 && u[1-side] >= terms.NoDeal[1-side]-1e-9 && u[side] >= terms.NoDeal[side]-1e-9 {
						best = math.Max(best, u[side])
					}
				}
			}
		}
		switch got := worth(degrees)[side]; {
		case ok != !math.IsInf(best, -1) && math.Abs(got-terms.NoDeal[side]) > 1e-9:
			t.Fatalf("%+v: acceptable %v, the best corner brings %v", terms, ok, best)
		case ok && math.Abs(got-best) > 1e-9:
			t.Fatalf("%+v: %v brings %v, the best corner %v", terms, degrees, got, best)
		}
		if set, some := terms.Best(side); some && terms.Worth(set)[side] > best+1e-9 {
			t.Fatal("whole acts are acts in part")
		}
		for k, d := range degrees {
			if d < 0 || d > 1 || terms.Acts[k].Barred && d != 0 {
				t.Fatal(degrees)
			}
		}
	})
}

func TestBestAmongAcceptable(t *testing.T) {
	terms := withdrawal()
	for i := range 2 {
		best, _ := terms.Best(i)
		for _, set := range terms.Acceptable() {
			w, b := terms.Worth(set)[i], terms.Worth(best)[i]
			if w > b || w == b && bits.OnesCount32(set) < bits.OnesCount32(best) {
				t.Errorf("%04b is better for side %d than %04b", set, i, best)
			}
		}
		if !slices.Contains(terms.Acceptable(), best) {
			t.Error("the best is among those that both accept")
		}
	}
}

func TestFaultsOfOffers(t *testing.T) {
	nan := math.NaN()
	for what, c := range map[string]struct{ got, want int }{
		"alternating": {len(bargaining.Alternating{Discount: [2]float64{1, nan}, Inside: [2]float64{2, nan}, Outside: [2]float64{nan, 2}}.Check()), 6},
		"no surplus":  {len(bargaining.Alternating{Discount: [2]float64{0.5, 0.5}, Inside: [2]float64{0.7, 0.7}}.Check()), 2},
		"outside":     {len(bargaining.Alternating{Discount: [2]float64{0.5, 0.5}, Outside: [2]float64{0.7, 0.7}}.Check()), 1},
		"agenda":      {len(bargaining.Agenda{Power: nan, Items: []bargaining.Item{{Worth: [2]float64{-1, nan}}}}.Check()), 4},
		"empty":       {len(bargaining.Agenda{Power: 0.5}.Check()), 1},
		"terms":       {len(bargaining.Terms{NoDeal: [2]float64{nan, 0}, Acts: make([]bargaining.Item, 21)}.Check()), 23},
		"right":       {len(withdrawal().Check()) + len(table().Check()), 0},
	} {
		if c.got != c.want {
			t.Errorf("%s: %d faults, not %d", what, c.got, c.want)
		}
	}
}
