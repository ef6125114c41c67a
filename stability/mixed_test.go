package stability

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"reckon"
)

// TestMixedProfiles: a profile of one concept is that concept's equilibria, and
// a mixed one what everybody holds stable by his own.
func TestMixedProfiles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, _, g := someConflict(t)
		profile := make([]reckon.Concept, g.Actors())
		for i := range profile {
			profile[i] = rapid.SampledFrom(everyConcept).Draw(t, "concept")
		}
		all, each := g.Mixed(profile)
		for _, s := range g.States().List() {
			stable := true
			for i, concept := range profile {
				own := g.Explain(i, concept, s).Stable
				if each[i].Has(s) != own {
					t.Fatalf("actor %d at %b under %s", i, s, concept)
				}
				stable = stable && own
			}
			if all.Has(s) != stable {
				t.Fatalf("%b: in the profile %v, for each %v", s, all.Has(s), stable)
			}
		}
		alike, _ := g.Mixed(slices.Repeat(profile[:1], g.Actors()))
		if !slices.Equal(alike.List(), g.Solve(profile[0]).Equilibria(profile[0]).List()) {
			t.Fatalf("a profile of %s alone is not its equilibria", profile[0])
		}
	})
}

// TestMixedDilemma: with one prisoner who expects no answer, silence cannot last
// however far the other looks.
func TestMixedDilemma(t *testing.T) {
	g := twoByTwo(t, [2][4]int{{1, 0, 3, 2}, {1, 3, 0, 2}})
	for _, concept := range []reckon.Concept{reckon.SEQ, reckon.SSEQ, reckon.SIM, reckon.GMR, reckon.NM} {
		all, each := g.Mixed([]reckon.Concept{reckon.Nash, concept})
		if got := letters(all, 2); got != "NN" || !each[1].Has(3) {
			t.Errorf("Nash with %s: %q", concept, got)
		}
	}
}
