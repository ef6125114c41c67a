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
	"reckon/mind"
)

// signed is a want of the drawn case or its opposite, as the brute force below
// writes lists: number from 1, negative for the opposite.
type signed = []int

// neighbours is every list one swap, move, drop or reversal away.
func neighbours(list signed) []signed {
	var all []signed
	for a := range list {
		rest := append(slices.Clone(list[:a]), list[a+1:]...)
		all = append(all, rest)
		for b := range list {
			all = append(all, slices.Insert(slices.Clone(rest), b, list[a]))
			swapped := slices.Clone(list)
			swapped[a], swapped[b] = swapped[b], swapped[a]
			all = append(all, swapped)
		}
		turned := slices.Clone(list)
		turned[a] = -turned[a]
		all = append(all, turned)
	}
	return all
}

// within lists the lists of an actor by how few edits make them.
func within(wants, edits int) [][]signed {
	start := make(signed, wants)
	for k := range start {
		start[k] = k + 1
	}
	levels, seen := [][]signed{{start}}, map[string]bool{fmt.Sprint(start): true}
	for range edits {
		var next []signed
		for _, list := range levels[len(levels)-1] {
			for _, n := range neighbours(list) {
				if !seen[fmt.Sprint(n)] {
					seen[fmt.Sprint(n)] = true
					next = append(next, n)
				}
			}
		}
		levels = append(levels, next)
	}
	return levels
}

// listsWithin writes within as wants, by actor; who ranks directly has one list.
func listsWithin(s *Study, edits int) [][][][]reckon.Want {
	all := make([][][][]reckon.Want, len(s.Minds))
	for i := range s.Minds {
		wants := s.Minds[i].Wants
		for _, level := range within(len(wants), edits) {
			var lists [][]reckon.Want
			for _, list := range level {
				lists = append(lists, written(wants, list))
			}
			all[i] = append(all[i], lists)
		}
	}
	return all
}

// bruteForce returns the smallest number of edits, at most two, that make x
// stable for everyone by the oracle, and how many ways there are; −1 when none.
// levels are the actors' lists of wants by how few edits make them.
func bruteForce(s *Study, concept reckon.Concept, x reckon.State, levels [][][][]reckon.Want) (size, ways int) {
	oracle := casetest.Oracle{Case: s.Case, Minds: slices.Clone(s.Minds)}
	var choose func(i, left int) int
	choose = func(i, left int) int {
		if i == len(s.Minds) {
			if left > 0 {
				return 0
			}
			for j := range s.Minds {
				if !oracle.Stable(j, concept, x) {
					return 0
				}
			}
			return 1
		}
		n := 0
		for d := range left + 1 {
			for _, list := range levels[i][d] {
				oracle.Minds[i].Wants = list
				n += choose(i+1, left-d)
			}
		}
		return n
	}
	for size := range 3 {
		if ways := choose(0, size); ways > 0 {
			return size, ways
		}
	}
	return -1, 0
}

func written(wants []reckon.Want, list signed) []reckon.Want {
	var out []reckon.Want
	for _, k := range list {
		if k > 0 {
			out = append(out, wants[k-1])
		} else {
			out = append(out, reckon.Want{That: casetest.Not(wants[-k-1].That)})
		}
	}
	return out
}

// ordered draws a study whose actors order wants, without points.
func ordered(t *rapid.T, actors, options, wants int) *Study {
	for {
		s := someStudy(t, actors, options, wants)
		weighed := func(m reckon.Mind) bool {
			return slices.ContainsFunc(m.Wants, func(w reckon.Want) bool { return w.Points != 0 })
		}
		if !slices.ContainsFunc(s.Minds, weighed) {
			return s
		}
	}
}

// TestRemediesByBruteForce: the size and the number of the smallest sets are
// those of trying everything, and every set listed holds when solved forward.
func TestRemediesByBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := ordered(t, 2, 3, 3)
		x := rapid.SampledFrom(s.Conflict.States().List()).Draw(t, "x")
		concept := rapid.SampledFrom(varied()).Draw(t, "concept")
		r, err := s.Remedies(x, concept, 2)
		if err != nil {
			t.Fatal(err)
		}
		size, ways := bruteForce(s, concept, x, listsWithin(s, 2))
		switch {
		case size < 0 && (r.Holds || r.Sets != nil || r.Searched != 2):
			t.Fatalf("%+v, trying everything finds nothing", r)
		case size == 0 && !r.Holds:
			t.Fatalf("%+v, but it is stable", r)
		case size > 0 && (r.Holds || r.Size != size || r.Found != ways):
			t.Fatalf("%s at %b: %d sets of size %d, trying everything finds %d of size %d", concept, x, r.Found, r.Size, ways, size)
		}
		forward(t, s, &r)
	})
}

// forward solves every listed set anew.
func forward(t *rapid.T, s *Study, r *Remedy) {
	for _, set := range r.Sets {
		holds, err := s.Holds(s.Apply(set...), r.Concept, r.State, r.Actors...)
		if err != nil || !holds || len(set) != r.Size {
			t.Fatalf("%s at %b: %+v: holds %v, %v", r.Concept, r.State, set, holds, err)
		}
	}
}

// TestRemediesOfBeliefs: with beliefs, more actors and points, what is listed
// holds forward, and of single edits none is missed.
func TestRemediesOfBeliefs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := someStudy(t, 3, 4, 3)
		believers(s, rapid.Uint64().Draw(t, "beliefs"))
		x := rapid.SampledFrom(s.Conflict.States().List()).Draw(t, "x")
		r, err := s.Remedies(x, reckon.SEQ, 1)
		if err != nil {
			t.Fatal(err)
		}
		forward(t, s, &r)
		now, err := s.Holds(s.Minds, reckon.SEQ, x)
		if err != nil || now != r.Holds {
			t.Fatalf("holds as it is: %v, forward %v %v", r.Holds, now, err)
		}
		if now {
			return
		}
		found := 0
		for i := range s.Minds {
			level, _ := s.closet(i, true).level(1)
			for _, v := range level {
				holds, err := s.Holds(s.Apply(v.edits...), reckon.SEQ, x)
				if err != nil {
					t.Fatal(err)
				}
				if holds {
					found++
				}
			}
		}
		if found != r.Found {
			t.Fatalf("%d sets, solving every edit forward finds %d", r.Found, found)
		}
	})
}

// believers gives the actors of a study beliefs about each other.
func believers(s *Study, seed uint64) {
	draw := rand.New(rand.NewPCG(seed, 1)).IntN
	for i := range s.Minds {
		for about := range s.Minds {
			if draw(2) == 0 { // a belief about himself is no view
				continue
			}
			b := reckon.Belief{About: s.Case.Actors[about].Name}
			for k := range 1 + draw(3) {
				kind := reckon.Kind{Name: fmt.Sprint("kind", about, k), Odds: float64(1 + draw(4))}
				for range draw(3) {
					kind.Wants = append(kind.Wants, reckon.Want{That: casetest.Expr(draw, len(s.Case.Options), 2)})
				}
				b.Kinds = append(b.Kinds, kind)
			}
			total := 0.0
			for k := range b.Kinds {
				total += b.Kinds[k].Odds
			}
			for k := range b.Kinds {
				b.Kinds[k].Odds /= total
			}
			s.Minds[i].Beliefs = append(s.Minds[i].Beliefs, b)
		}
	}
}

// TestCubaRemedies: that nothing changes, NNNN, is no SEQ equilibrium; what would
// make it one is told with the sources of the wants it touches.
func TestCubaRemedies(t *testing.T) {
	s := published(t, "fraserhipel1984/cuba-1962")
	for _, concept := range varied() {
		r, err := s.Remedies(at("NNNN"), concept, 2)
		if err != nil {
			t.Fatal(err)
		}
		t.Log(r.Says)
		for _, set := range r.Sets {
			holds, err := s.Holds(s.Apply(set...), concept, at("NNNN"))
			if err != nil || !holds {
				t.Errorf("%s: %s does not hold", concept, set[0].Says)
			}
			for _, e := range set {
				if len(e.Cites) == 0 || !strings.Contains(e.Says, " of ") {
					t.Errorf("edit without source or sentence: %+v", e)
				}
			}
		}
	}
}

// TestRemediesFromOtherReadings: a want that another reading states for the actor
// can be taken in, and is told as that.
func TestRemediesFromOtherReadings(t *testing.T) {
	c := &reckon.Case{
		Actors:  []reckon.Actor{{Name: "one", Options: []int{0}}, {Name: "two", Options: []int{1}}},
		Options: []reckon.Option{{Name: "one.talk"}, {Name: "two.talk", Actor: 1}},
		Minds: []reckon.Mind{
			{Actor: "one", Wants: []reckon.Want{{Name: "to talk", Text: "one.talk", That: casetest.Opt(0)}}},
			{Actor: "two"},
		},
		Readings: []reckon.Reading{{Name: "rival", Minds: []reckon.Mind{{Actor: "one", Wants: []reckon.Want{
			{Name: "silence", Text: "!one.talk", That: casetest.Not(casetest.Opt(0)), Cites: []reckon.Cite{{Source: "rival1999"}}},
		}}}}},
	}
	s, err := New(c, (*reckon.Reading)(nil).MindsIn(c), nil)
	if err != nil {
		t.Fatal(err)
	}
	r, err := s.Remedies(at("NN"), reckon.Nash, 1)
	if err != nil {
		t.Fatal(err)
	}
	// Dropped, reversed, or outdone by the rival reading's want at the first place.
	var done []string
	for _, set := range r.Sets {
		done = append(done, set[0].Do)
		holds, err := s.Holds(s.Apply(set...), reckon.Nash, at("NN"))
		if err != nil || !holds {
			t.Errorf("%s does not hold", set[0].Says)
		}
	}
	second, _ := s.closet(0, false).level(2)
	for _, v := range second {
		slices.Sort(v.list)
		if len(slices.Compact(v.list)) != len(v.list) {
			t.Errorf("a want stands twice in %v", v.list)
		}
	}
	if slices.Sort(done); !slices.Equal(done, []string{"add", "drop", "reverse"}) || r.Found != 3 {
		t.Errorf("%v: %s", done, r.Says)
	}
}

// TestRemediesSayWhenNone: a state that an actor cannot be made to like within one
// edit is said to have no such set, and the reach of the search is told.
func TestRemediesSayWhenNone(t *testing.T) {
	s := published(t, "fraserhipel1984/cuba-1962")
	r, err := s.Remedies(at("NNNY"), reckon.Nash, 1)
	if err != nil {
		t.Fatal(err)
	}
	if r.Holds || r.Sets != nil || r.Searched != 1 || !strings.Contains(r.Says, "No set of at most 1 change") {
		t.Errorf("%+v", r)
	}
}

// TestViewsAreRefused: where an actor, or a kind that he takes another for, sees
// the conflict otherwise than it is, no answer is given but where to ask.
func TestViewsAreRefused(t *testing.T) {
	blind := reckon.View{Overrides: []reckon.Override{{Impossible: &reckon.Impossible{When: casetest.Opt(1)}}}}
	kind := reckon.Kind{Name: "k", Odds: 1, Wants: []reckon.Want{{That: casetest.Opt(1)}}}
	seeing := kind
	seeing.View = blind
	deeper := kind
	deeper.Beliefs = []reckon.Belief{{About: "a", Kinds: []reckon.Kind{seeing}}}
	about := func(k reckon.Kind) []reckon.Belief { return []reckon.Belief{{About: "b", Kinds: []reckon.Kind{k}}} }
	c := &reckon.Case{
		Actors:  []reckon.Actor{{Name: "a", Options: []int{0}}, {Name: "b", Options: []int{1}}},
		Options: []reckon.Option{{Name: "a.x"}, {Name: "b.z", Actor: 1}},
	}
	for _, one := range []struct {
		mind    reckon.Mind
		refused bool
	}{
		{reckon.Mind{Actor: "a"}, false},
		{reckon.Mind{Actor: "a", View: blind}, true},
		{reckon.Mind{Actor: "a", Beliefs: about(kind)}, false},
		{reckon.Mind{Actor: "a", Beliefs: about(seeing)}, true},
		{reckon.Mind{Actor: "a", Beliefs: about(deeper)}, false}, // what b thinks of a decides nothing for a
	} {
		one.mind.Wants = []reckon.Want{{Name: "x", That: casetest.Opt(0)}}
		minds := []reckon.Mind{one.mind, {Actor: "b", Wants: []reckon.Want{{Name: "z", That: casetest.Opt(1)}}}}
		s, err := New(c, minds, nil)
		if err != nil {
			t.Fatal(err)
		}
		_, err = s.Remedies(at("YY"), reckon.SEQ, 1)
		if (err != nil) != one.refused || one.refused && !strings.Contains(err.Error(), "--view a") {
			t.Errorf("%+v: %v", one.mind, err)
		}
		if _, err = s.Holds(minds, reckon.SEQ, at("YY")); (err != nil) != one.refused {
			t.Errorf("%+v: %v", one.mind, err)
		}
		if _, err = s.Remedies(at("YY"), reckon.SEQ, 1, 1); err != nil {
			t.Errorf("b's own verdict: %v", err)
		}
	}
}

// TestHoldsAsMindsDo: the forward check judges each actor in his own views as
// package mind does, whatever he thinks that others believe.
func TestHoldsAsMindsDo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := someStudy(t, 3, 4, 3)
		believers(s, rapid.Uint64().Draw(t, "beliefs"))
		for i := range s.Minds { // kinds believe something, too
			for b := range s.Minds[i].Beliefs {
				kind := &s.Minds[i].Beliefs[b].Kinds[0]
				for j := range s.Minds {
					kind.Beliefs = append(kind.Beliefs, reckon.Belief{About: s.Case.Actors[j].Name, Kinds: []reckon.Kind{
						{Name: "nested", Odds: 1, Wants: []reckon.Want{{That: casetest.Opt(len(s.Case.Options) - 1)}}},
					}})
				}
			}
		}
		c := *s.Case
		c.Minds = s.Minds
		minds, err := mind.New(&c, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		for i := range s.Minds {
			stable := minds.Stable(i, reckon.SEQ)
			for _, x := range s.Conflict.States().List() {
				holds, err := s.Holds(s.Minds, reckon.SEQ, x, i)
				if err != nil || holds != stable.Has(x) {
					t.Fatalf("actor %d at %b: forward says %v (%v), his views %v", i, x, holds, err, stable.Has(x))
				}
			}
		}
	})
}
