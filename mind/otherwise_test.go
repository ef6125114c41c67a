package mind_test

import (
	"math/rand/v2"
	"testing"

	"reckon"
	"reckon/casetest"
	"reckon/mind"
)

// TestOtherwiseIsNew: minds made out of those of another reading hold stable what
// minds made from nothing do, whatever the two readings share.
func TestOtherwiseIsNew(t *testing.T) {
	differ := 0
	for seed := range uint64(60) {
		draw := rand.New(rand.NewPCG(seed, 1)).IntN
		c, minds := casetest.Case(draw, 2+draw(2), 3+draw(2), 3, draw(2))
		for i := range minds {
			minds[i].Temper = reckon.DefaultTemper()
		}
		m, err := mind.New(c, &reckon.Reading{Minds: minds}, nil)
		if err != nil {
			continue // the rules leave no state
		}
		changed := append([]reckon.Mind(nil), minds...)
		changed[0].Wants = minds[0].Wants[min(1, len(minds[0].Wants)):]
		changed[1].Beliefs = []reckon.Belief{{About: minds[0].Actor, Kinds: []reckon.Kind{
			{Name: "k", Odds: 1, Temper: reckon.DefaultTemper(), Wants: minds[1].Wants},
		}}}
		r := &reckon.Reading{Minds: changed}
		want, err := mind.New(c, r, nil)
		if err != nil {
			t.Fatal(err)
		}
		got, err := m.Otherwise(r)
		if err != nil {
			t.Fatal(err)
		}
		for i := range minds {
			for _, concept := range []reckon.Concept{reckon.Nash, reckon.SEQ} {
				a, b, old := want.Stable(i, concept), got.Stable(i, concept), m.Stable(i, concept)
				for _, s := range m.Base().States().List() {
					if a.Has(s) != b.Has(s) {
						t.Fatalf("seed %d: %s for actor %d at %b: from nothing %t, from another reading %t", seed, concept, i, s, a.Has(s), b.Has(s))
					}
					if a.Has(s) != old.Has(s) {
						differ++
					}
				}
			}
		}
	}
	if differ == 0 {
		t.Error("no change of minds changed a verdict")
	}
}
