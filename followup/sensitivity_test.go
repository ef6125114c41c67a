package followup

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/casetest"
	"reckon/stability"
)

// TestFlipByDefinition compiles and solves every single change anew and demands
// that each edit named flips its verdict and that no smaller one of its sort does.
func TestFlipByDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := someStudy(t, 3, 4, 4)
		all := *s
		all.Sensitivity()
		changed := [3][]*stability.Conflict{}
		sorts := s.changes()
		for k := range sorts {
			for _, e := range sorts[k] {
				g, err := stability.Compile(s.Case, s.Apply(e), nil)
				if err != nil {
					t.Fatal(err)
				}
				changed[k] = append(changed[k], g)
			}
		}
		for i := range s.Minds {
			for _, concept := range varied() {
				was := s.Conflict.Stable(i, concept)
				var now [3][]*stability.Set
				for k := range changed {
					for _, g := range changed[k] {
						now[k] = append(now[k], g.Stable(i, concept))
					}
				}
				for _, x := range s.Conflict.States().List() {
					f, err := s.Flip(i, concept, x)
					if err != nil {
						t.Fatal(err)
					}
					looked, err := all.Flip(i, concept, x)
					if err != nil || looked.Says != f.Says {
						t.Fatalf("alone: %s\nlooked up: %s (%v)", f.Says, looked.Says, err)
					}
					for k, got := range []*Edit{f.Swap, f.Drop, f.Reverse} {
						var want *Edit
						for n, set := range now[k] {
							if set.Has(x) != was.Has(x) {
								want = &sorts[k][n]
								break
							}
						}
						if (got == nil) != (want == nil) || got != nil && got.Says != want.Says {
							t.Fatalf("%s of %b for %d: %+v, want %+v", concept, x, i, got, want)
						}
					}
					if f.Stable != was.Has(x) {
						t.Fatalf("%s of %b for %d: stable is %v", concept, x, i, f.Stable)
					}
				}
			}
		}
	})
}

// TestChangesAreAll: k wants have k(k−1)/2 swaps, k drops and k reversals, and
// the smallest come first.
func TestChangesAreAll(t *testing.T) {
	s := published(t, "fraserhipel1984/cuba-1962")
	sorts := s.changes()
	if a, b, c := len(sorts[0]), len(sorts[1]), len(sorts[2]); a != 9*8/2+8*7/2 || b != 17 || c != 17 {
		t.Errorf("%d swaps, %d drops, %d reversals", a, b, c)
	}
	for n, e := range sorts[0][1:] {
		if e.Moved < sorts[0][n].Moved {
			t.Fatal("a larger swap comes first")
		}
	}
}

// TestCubaFlips: that the Soviet Union stays withdrawn under the blockade hangs
// on a want that a change of places can turn, and the change does turn it.
func TestCubaFlips(t *testing.T) {
	s := published(t, "fraserhipel1984/cuba-1962")
	for i := range s.Minds {
		for _, concept := range varied() {
			f, err := s.Flip(i, concept, at("NYYN"))
			if err != nil {
				t.Fatal(err)
			}
			if f.Swap == nil {
				continue
			}
			g, err := stability.Compile(s.Case, s.Apply(*f.Swap), nil)
			if err != nil {
				t.Fatal(err)
			}
			if g.Stable(i, concept).Has(at("NYYN")) == f.Stable {
				t.Errorf("%s does not flip %s", f.Swap.Says, concept)
			}
			if len(f.Swap.Cites) != 2 || f.Swap.Cites[0].Source != "fraserhipel1984" {
				t.Errorf("cites %+v", f.Swap.Cites)
			}
		}
	}
}

// TestPointsExchanged: where wants are weighed, a swap changes points.
func TestPointsExchanged(t *testing.T) {
	c := &reckon.Case{
		Actors:  []reckon.Actor{{Name: "one", Options: []int{0, 1, 2}}},
		Options: []reckon.Option{{Name: "one.a"}, {Name: "one.b"}, {Name: "one.c"}},
	}
	var m reckon.Mind
	for k, points := range []float64{5, 3, 1} {
		m.Wants = append(m.Wants, reckon.Want{Name: c.Options[k].Name, That: casetest.Opt(k), Points: points})
	}
	s, err := New(c, []reckon.Mind{m}, nil)
	if err != nil {
		t.Fatal(err)
	}
	e := s.changes()[0][2]
	if !strings.Contains(e.Says, "want 1 of one (one.a) exchanges its points with want 3 (one.c)") {
		t.Error(e.Says)
	}
	wants := s.Apply(e)[0].Wants
	if wants[0].Name != "one.a" || wants[0].Points != 1 || wants[1].Points != 3 || wants[2].Points != 5 {
		t.Errorf("%+v", wants)
	}
	if s.Minds[0].Wants[0].Points != 5 {
		t.Error("the study's own mind changed")
	}
}
