package mind_test

import (
	"testing"

	"reckon"
	"reckon/mind"
)

// TestSilentKind: a kind that says nothing of what it likes likes what the actor
// is held to like around it; one that says something does not.
func TestSilentKind(t *testing.T) {
	want := func(k int) []reckon.Want {
		return []reckon.Want{{Name: "w", That: reckon.Expr{Op: "option", Option: k}}}
	}
	silent := reckon.Kind{Name: "silent", Odds: 1, Temper: reckon.DefaultTemper()}
	spoken := reckon.Kind{Name: "spoken", Odds: 1, Temper: reckon.DefaultTemper(), Wants: want(0)}
	c := &reckon.Case{
		Actors:  []reckon.Actor{{Name: "a", Options: []int{0}}, {Name: "b", Options: []int{1}}},
		Options: []reckon.Option{{Name: "a.x"}, {Name: "b.y", Actor: 1}},
		Minds: []reckon.Mind{
			{Actor: "a", Temper: reckon.DefaultTemper(), Wants: want(0)},
			{Actor: "b", Temper: reckon.DefaultTemper(), Wants: want(1)},
		},
	}
	for _, k := range []struct {
		kind reckon.Kind
		y    bool // whether it likes y better than x
	}{{silent, true}, {spoken, false}} {
		c.Minds[0].Beliefs = []reckon.Belief{{About: "b", Kinds: []reckon.Kind{k.kind}}}
		m, err := mind.New(c, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		g := m.Views(0)[0].Conflict
		if got := g.Rank(1, 2) > g.Rank(1, 1); got != k.y {
			t.Errorf("%s: likes y better: %t, want %t", k.kind.Name, got, k.y)
		}
	}
}
