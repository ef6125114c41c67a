package lint

import (
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/casetest"
	"reckon/mind"
)

// TestSightAsInMind checks that lint and the engine mean the same by a view, and
// by one nested in another: which options are unknown, which way they can go, and
// which states are possible.
func TestSightAsInMind(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, minds := casetest.Case(rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0)).IntN, 2, few6, 2, 1)
		if len(c.Impossible) > 0 {
			c.Impossible[0].Name = "rule"
		}
		kind := reckon.Kind{Name: "k", Odds: 1, Temper: reckon.DefaultTemper(), View: overrides(t, c, "inner")}
		minds[0].View = overrides(t, c, "outer")
		minds[0].Beliefs = []reckon.Belief{{About: c.Actors[1].Name, Kinds: []reckon.Kind{kind}}}
		c.Minds = minds
		outer, inner := sightOf(c, []reckon.View{minds[0].View}), sightOf(c, []reckon.View{minds[0].View, kind.View})
		m, err := mind.New(c, nil, nil)
		if left := outer.somewhere() && inner.somewhere(); left != (err == nil) {
			t.Fatalf("lint finds a state in both views: %t; the engine says %v", left, err)
		}
		if err != nil {
			return
		}
		agree(t, c, &inner, m.Views(0, 1)[0])
		if len(kind.View.Overrides) == 0 { // what a kind can do bounds it in the believer's view too
			agree(t, c, &outer, m.Views(0)[0])
		}
	})
}

func agree(t *rapid.T, c *reckon.Case, s *sight, v mind.View) {
	if s.Hidden != v.Hidden {
		t.Fatalf("unknown options: %b, the engine has %b", s.Hidden, v.Hidden)
	}
	for k, o := range v.Case.Options {
		if !s.Hidden.Has(k) && (s.Final.Has(k) != o.Final || s.Lost.Has(k) != o.Lost) {
			t.Fatalf("the directions of %s differ", o.Name)
		}
	}
	for at := range reckon.State(1 << len(c.Options)) {
		if possible := at&s.Hidden == 0 && s.broken(at) == nil; possible != v.Conflict.States().Has(at) {
			t.Fatalf("%s is possible: %t, the engine differs", at.Letters(len(c.Options)), possible)
		}
	}
}

// overrides draws a view.
func overrides(t *rapid.T, c *reckon.Case, name string) reckon.View {
	var v reckon.View
	for range rapid.IntRange(0, 3).Draw(t, name) {
		o := reckon.Override{Option: rapid.IntRange(0, len(c.Options)-1).Draw(t, "option")}
		switch rapid.IntRange(0, 4).Draw(t, "what") {
		case 0:
			o.Unaware = true
		case 1:
			o.Aware = true
		case 2:
			o.Directed, o.Final, o.Lost = true, rapid.Bool().Draw(t, "final"), rapid.Bool().Draw(t, "lost")
		case 3:
			o.Possible = "rule"
		default:
			o.Impossible = &reckon.Impossible{Name: "rule", When: anyYesNo(false).Draw(t, "when")}
		}
		v.Overrides = append(v.Overrides, o)
	}
	return v
}
