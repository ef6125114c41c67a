package stability

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/casetest"
)

// TestImagesAgreeWithDefinitions compares the word-parallel preimages with legal
// sequences walked one by one.
func TestImagesAgreeWithDefinitions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, minds, g := someConflict(t)
		o := casetest.Oracle{Case: c, Minds: minds}
		target := g.Nothing()
		for _, s := range g.States().List() {
			if rapid.Bool().Draw(t, "in") {
				target.Add(s)
			}
		}
		for i := range c.Actors {
			var others []int
			for j := range c.Actors {
				if j != i {
					others = append(others, j)
				}
			}
			into, leading, improving := g.Into(i, target), g.Leading(others, target), g.Improving(others, target)
			for s := range reckon.State(1) << len(c.Options) {
				can := o.Feasible(s)
				for _, one := range []struct {
					name string
					got  bool
					ends []reckon.State
				}{
					{"Into", into.Has(s), o.Moves(i, s)},
					{"Leading", leading.Has(s), append(o.Reach(i, s, o.Moves), s)},
					{"Improving", improving.Has(s), append(o.Reach(i, s, o.Improvements), s)},
				} {
					if want := can && slices.ContainsFunc(one.ends, target.Has); one.got != want {
						t.Fatalf("%s of actor %d at %b: %v, by definition %v", one.name, i, s, one.got, want)
					}
				}
			}
		}
	})
}
