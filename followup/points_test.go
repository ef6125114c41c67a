package followup

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/casetest"
)

// pointed draws a study in which whoever orders wants weighs some of them, often
// only one, and often has wants without points beside it.
func pointed(t *rapid.T, actors, options, wants int) *Study {
	s := someStudy(t, actors, options, wants)
	draw := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "points"), 2)).IntN
	for i := range s.Minds {
		list := s.Minds[i].Wants
		alone := draw(2) == 0
		for k := range list {
			list[k].Name, list[k].Points = fmt.Sprintf("w%d", k), float64(1+draw(9))/10
			if alone && k > 0 {
				list[k].Points = 0
			}
		}
		if alone && len(list) > 1 && draw(2) == 0 {
			s.Minds[i].Wants = list[:1]
		}
	}
	again, err := New(s.Case, s.Minds, nil)
	if err != nil {
		t.Fatal(err)
	}
	return again
}

// exchanged, dropped and reversed list what one change of points, or of one want
// that has them, makes of a list, by the definitions in Flip and Remedy.
func exchanged(list []reckon.Want) (all [][]reckon.Want) {
	for a := range list {
		for b := range a {
			if list[a].Points != 0 && list[b].Points != 0 && list[a].Points != list[b].Points {
				other := slices.Clone(list)
				other[a].Points, other[b].Points = list[b].Points, list[a].Points
				all = append(all, other)
			}
		}
	}
	return all
}

func dropped(list []reckon.Want) (all [][]reckon.Want) {
	for a := range list {
		rest := slices.Delete(slices.Clone(list), a, a+1)
		still := slices.ContainsFunc(rest, func(w reckon.Want) bool { return w.Points != 0 })
		if list[a].Points != 0 && (still || len(rest) == 0) {
			all = append(all, rest)
		}
	}
	return all
}

func reversed(list []reckon.Want) (all [][]reckon.Want) {
	for a := range list {
		if list[a].Points != 0 {
			other := slices.Clone(list)
			other[a].That = casetest.Not(list[a].That)
			other[a].Name = strings.TrimPrefix("not "+list[a].Name, "not not ")
			all = append(all, other)
		}
	}
	return all
}

// TestFlipsOfPoints compiles nothing and asks the oracle after every change of
// points: what flips a verdict is found, and only that.
func TestFlipsOfPoints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := pointed(t, 2, 3, 3)
		concept := rapid.SampledFrom(varied()).Draw(t, "concept")
		x := rapid.SampledFrom(s.Conflict.States().List()).Draw(t, "x")
		for i := range s.Minds {
			f, err := s.Flip(i, concept, x)
			if err != nil {
				t.Fatal(err)
			}
			sorts := []func([]reckon.Want) [][]reckon.Want{exchanged, dropped, reversed}
			for k, got := range []*Edit{f.Swap, f.Drop, f.Reverse} {
				flips := false
				for j := range s.Minds {
					for _, list := range sorts[k](s.Minds[j].Wants) {
						oracle := casetest.Oracle{Case: s.Case, Minds: slices.Clone(s.Minds)}
						oracle.Minds[j].Wants = list
						flips = flips || oracle.Stable(i, concept, x) != f.Stable
					}
				}
				if flips != (got != nil) {
					t.Fatalf("%s at %b for %d, sort %d: a change flips it: %v, found %+v", concept, x, i, k, flips, got)
				}
				if got == nil {
					continue
				}
				oracle := casetest.Oracle{Case: s.Case, Minds: s.Apply(*got)}
				if oracle.Stable(i, concept, x) == f.Stable {
					t.Fatalf("%s does not flip it", got.Says)
				}
			}
		}
	})
}

// pointedWithin lists the lists of an actor by how few changes of points make them.
func pointedWithin(wants []reckon.Want, edits int) [][][]reckon.Want {
	key := func(list []reckon.Want) string {
		var b strings.Builder
		for _, w := range list {
			fmt.Fprintf(&b, "%s %g;", w.Name, w.Points)
		}
		return b.String()
	}
	levels, seen := [][][]reckon.Want{{wants}}, map[string]bool{key(wants): true}
	for range edits {
		var next [][]reckon.Want
		for _, list := range levels[len(levels)-1] {
			for _, n := range slices.Concat(exchanged(list), dropped(list), reversed(list)) {
				if k := key(n); !seen[k] {
					seen[k] = true
					next = append(next, n)
				}
			}
		}
		levels = append(levels, next)
	}
	return levels
}

// TestRemediesOfPoints: the size and the number of the smallest sets are those of
// trying every change of points, and every set listed holds when solved forward.
func TestRemediesOfPoints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := pointed(t, 2, 3, 3)
		x := rapid.SampledFrom(s.Conflict.States().List()).Draw(t, "x")
		concept := rapid.SampledFrom(varied()).Draw(t, "concept")
		r, err := s.Remedies(x, concept, 2)
		if err != nil {
			t.Fatal(err)
		}
		var levels [][][][]reckon.Want
		for i := range s.Minds {
			levels = append(levels, pointedWithin(s.Minds[i].Wants, 2))
		}
		size, ways := bruteForce(s, concept, x, levels)
		if r.Holds != (size == 0) || size > 0 && (r.Size != size || r.Found != ways) || size < 0 && r.Sets != nil {
			t.Fatalf("%s at %b: %d sets of size %d, trying everything finds %d of size %d", concept, x, r.Found, r.Size, ways, size)
		}
		forward(t, s, &r)
	})
}

// TestOnlyWantWithPoints: the want whose reversal and removal make a state stable
// is found though it is the only one that is weighed; its removal is no edit
// beside a want that would then begin to count.
func TestOnlyWantWithPoints(t *testing.T) {
	c := &reckon.Case{
		Actors:  []reckon.Actor{{Name: "a0", Options: []int{0, 1}}},
		Options: []reckon.Option{{Name: "a0.x"}, {Name: "a0.y"}},
	}
	for _, one := range []struct {
		wants []reckon.Want
		found int
	}{
		{[]reckon.Want{{Name: "w0", That: casetest.Opt(0), Points: 1}}, 2},
		{[]reckon.Want{{Name: "w0", That: casetest.Opt(0), Points: 1}, {Name: "w1", That: casetest.Opt(1)}}, 1},
	} {
		s, err := New(c, []reckon.Mind{{Actor: "a0", Wants: one.wants}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		f, err := s.Flip(0, reckon.Nash, at("NN"))
		if err != nil || f.Reverse == nil || (f.Drop != nil) != (one.found == 2) {
			t.Errorf("%s (%v)", f.Says, err)
		}
		r, err := s.Remedies(at("NN"), reckon.Nash, 2)
		if err != nil || r.Size != 1 || r.Found != one.found {
			t.Errorf("%s (%v)", r.Says, err)
		}
	}
}
