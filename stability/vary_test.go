package stability

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/casetest"
)

// TestWith: a conflict with one mind replaced is the conflict compiled anew.
func TestWith(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, minds, g := someConflict(t)
		draw := func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "n") }
		i := draw(len(minds))
		concepts := []reckon.Concept{reckon.Nash, reckon.GMR, reckon.SMR, reckon.SEQ}
		before := g.Solve(concepts...)
		minds = slices.Clone(minds)
		minds[i] = reckon.Mind{Actor: minds[i].Actor}
		for range draw(4) {
			minds[i].Wants = append(minds[i].Wants, reckon.Want{That: casetest.Expr(draw, len(c.Options), 2)})
		}
		v, err := g.With(i, &minds[i], nil)
		if err != nil {
			t.Fatal(err)
		}
		anew, err := Compile(c, minds, nil)
		if err != nil {
			t.Fatal(err)
		}
		got, want, after := v.Solve(concepts...), anew.Solve(concepts...), g.Solve(concepts...)
		for _, concept := range concepts {
			for j := range minds {
				if !slices.Equal(got.Stable(concept, j).List(), want.Stable(concept, j).List()) {
					t.Fatalf("%s of actor %d differs from a fresh compile", concept, j)
				}
				if !slices.Equal(before.Stable(concept, j).List(), after.Stable(concept, j).List()) {
					t.Fatalf("%s of actor %d changed in the conflict varied from", concept, j)
				}
			}
		}
	})
}

// TestOut: images, origins and moves are the same relation.
func TestOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, _, g := someConflict(t)
		all := g.States().List()
		for i := range g.Actors() {
			source, want := g.Nothing(), g.Nothing()
			for _, s := range all {
				if rapid.Bool().Draw(t, "in") {
					source.Add(s)
					g.EachMove(i, s, want.Add)
				}
				g.EachOrigin(i, s, func(from reckon.State) {
					if !g.Can(i, from, s) {
						t.Fatalf("%b is no origin of %b", from, s)
					}
				})
			}
			if got := g.Out(i, source).List(); !slices.Equal(got, want.List()) {
				t.Fatalf("actor %d: out = %b, want %b", i, got, want.List())
			}
		}
	})
}
