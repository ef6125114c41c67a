package mind

import (
	"testing"

	"reckon"
	"reckon/casetest"
)

// TestPointsTellConflictsApart: two minds that differ only in the points of
// their wants are two conflicts, and the same points are one.
func TestPointsTellConflictsApart(t *testing.T) {
	c := &reckon.Case{
		Actors:  []reckon.Actor{{Name: "a", Options: []int{0, 1}}},
		Options: []reckon.Option{{Name: "a.x"}, {Name: "a.y"}},
	}
	minds := func(x, y float64) []reckon.Mind {
		return []reckon.Mind{{Actor: "a", Wants: []reckon.Want{
			{Name: "x", That: casetest.Opt(0), Points: x},
			{Name: "y", That: casetest.Opt(1), Points: y},
		}}}
	}
	s := newShelf(c, &Minds{})
	at := func(x, y float64) int {
		k, err := s.conflict(c, frame{setting{Setting: c.Setting()}, minds(x, y)}, nil)
		if err != nil {
			t.Fatal(err)
		}
		return k.Rank(0, 1) - k.Rank(0, 2)
	}
	if at(2, 1) <= 0 || at(1, 2) >= 0 || at(1, 1) != 0 || at(0, 0) <= 0 {
		t.Error("points do not decide the rank of a conflict from the shelf")
	}
	if n := len(s.conflicts); n != 4 {
		t.Errorf("%d conflicts compiled, want 4", n)
	}
	if at(2, 1); len(s.conflicts) != 4 {
		t.Error("the same points were compiled twice")
	}
}
