package followup

import (
	"strings"
	"testing"

	"reckon"
	"reckon/casetest"
)

// three is one actor who wants each of his three options.
func three(t *testing.T, wants ...reckon.Want) *Study {
	t.Helper()
	c := &reckon.Case{Actors: []reckon.Actor{{Name: "a", Title: "A and B", Options: []int{0, 1, 2}}}}
	for _, name := range []string{"a.x", "a.y", "a.z"} {
		c.Options = append(c.Options, reckon.Option{Name: name})
	}
	for k := range wants {
		if wants[k].That.Op == "" {
			wants[k].That = casetest.Opt(k)
		}
	}
	s, err := New(c, []reckon.Mind{{Actor: "a", Wants: wants}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestNumbersOfTheCase: however many edits came before, sentences number wants as
// the case does.
func TestNumbersOfTheCase(t *testing.T) {
	numbers := map[string]string{"w0": "want 1", "w1": "want 2", "w2": "want 3"}
	for _, points := range []float64{0, 1} {
		s := three(t, reckon.Want{Name: "w0", Points: 3 * points}, reckon.Want{Name: "w1", Points: 2 * points}, reckon.Want{Name: "w2", Points: points})
		seen := 0
		for edits := range 4 {
			level, _ := s.closet(0, false).level(edits)
			for _, v := range level {
				for _, e := range v.edits {
					for name, number := range numbers {
						for _, before := range strings.SplitAfter(e.Says, "("+name+")") {
							if rest, named := strings.CutSuffix(before, " ("+name+")"); named {
								seen++
								if !strings.HasSuffix(strings.TrimSuffix(rest, " of A and B"), number) {
									t.Fatalf("%q: %s is %s", e.Says, name, number)
								}
							}
						}
					}
				}
			}
		}
		if seen < 100 {
			t.Errorf("only %d wants named", seen)
		}
	}
}

// TestNumbersInASet: the words of a set of two removals.
func TestNumbersInASet(t *testing.T) {
	s := three(t, reckon.Want{Name: "w0"}, reckon.Want{Name: "w1"}, reckon.Want{Name: "w2"})
	r, err := s.Remedies(at("NNY"), reckon.Nash, 2)
	if err != nil {
		t.Fatal(err)
	}
	set := r.Sets[0]
	if len(set) != 2 || set[0].Says != "want 1 of A and B (w0) is dropped" || set[1].Says != "want 2 of A and B (w1) is dropped" {
		t.Errorf("%+v", set)
	}
}

// TestOppositeOfACondition: where a want has a condition, its opposite is that of
// the whole statement, and is said to be.
func TestOppositeOfACondition(t *testing.T) {
	x, y := casetest.Opt(0), casetest.Opt(1)
	when := reckon.Want{Name: "w0", Text: "a.x if a.y", That: casetest.Op("||", casetest.Not(y), x)}
	s := three(t, when, reckon.Want{Name: "w1", Text: "a.y"})
	f, err := s.Flip(0, reckon.Nash, at("YYN"))
	if err != nil || f.Reverse == nil {
		t.Fatal(err, f.Says)
	}
	for _, e := range s.changes()[2] {
		whole := strings.HasSuffix(e.Says, "(w0) turns, as a whole with its condition, into its opposite")
		if plain := strings.HasSuffix(e.Says, "(w1) turns into its opposite"); whole != (e.Want == 0) || plain != (e.Want == 1) {
			t.Error(e.Says)
		}
	}
	held := s.held(&s.Apply(Edit{Do: "reverse"})[0].Wants[0])
	for _, z := range s.Conflict.States().List() {
		if held.Has(z) != (z.Has(1) && !z.Has(0)) {
			t.Errorf("the opposite of x if y at %b: %v", z, held.Has(z))
		}
	}
}

// TestSaysOfAPlural: sentences about an actor whose name is a plural.
func TestSaysOfAPlural(t *testing.T) {
	s := three(t, reckon.Want{Name: "w0"})
	f, err := s.Flip(0, reckon.Nash, at("YNN"))
	if err != nil {
		t.Fatal(err)
	}
	added := s.additions(s.roster(0), &reckon.Want{Title: "new"})
	for got, want := range map[string]string{
		f.Says:                    "A and B would stay under Nash, with no rank to spare; that flips if want 1 of A and B (w0) turns into its opposite.",
		added[0].Says:             "to the wants of A and B is added (new), before want 1 (w0), as another reading has it",
		added[1].Says:             "to the wants of A and B is added (new), in the last place, as another reading has it",
		s.believe(0, 0, nil).Says: "in the eyes of A and B the wants of A and B are as they are",
	} {
		if got != want {
			t.Error(got)
		}
	}
}
