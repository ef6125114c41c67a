package preference

import (
	"math/rand/v2"
	"slices"
	"testing"

	"reckon"
	"reckon/casetest"
	"reckon/stability"
)

// same demands that two sets of states are equal.
func same(t *testing.T, what string, a, b *stability.Set) {
	t.Helper()
	if !slices.Equal(a.List(), b.List()) {
		t.Fatalf("%s: %b and %b differ", what, a.List(), b.List())
	}
}

// within demands that one set of states is a subset of the other.
func within(t *testing.T, what string, a, b *stability.Set) {
	t.Helper()
	if !a.Clone().Drop(b).Empty() {
		t.Fatalf("%s: %b are not all among %b", what, a.List(), b.List())
	}
}

// isBase demands that a kind agrees with certain preference.
func isBase(t *testing.T, r *Result, concepts ...reckon.Concept) {
	t.Helper()
	base := r.Conflict().Solve(concepts...)
	for i := range r.board.minds {
		for _, concept := range concepts {
			same(t, r.Kind.Name+" "+string(concept), r.Stable(i, concept), base.Stable(concept, i))
		}
	}
}

// sure takes all doubt out of the minds.
func sure(minds []reckon.Mind) []reckon.Mind {
	for i := range minds {
		for k := range minds[i].Wants {
			minds[i].Wants[k].Unknown, minds[i].Wants[k].Odds = false, float64(k%2)
		}
		minds[i].Attitudes = nil
	}
	return minds
}

// TestCertainPreferenceIsTheBase: where nothing is in doubt, every kind is
// certain preference whatever its settings; attitudes only where no tie counts.
func TestCertainPreferenceIsTheBase(t *testing.T) {
	drawn(t, 200, func(r *rand.Rand) {
		c, minds := someMinds(r, 6)
		isBase(t, solved(t, c, minds, "strength", Settings{}), append(basic(), reckon.SSEQ)...)
		sure(minds)
		set := someSettings(r, c)
		set.Ties = "never"
		for _, kind := range Kinds() {
			isBase(t, solved(t, c, minds, kind.Name, set), basic()...)
		}
	})
}

// TestDiscreteAttitudesWithStrictPreferences: published for attitudes under which
// ties count, where there is none [Inohara and Hipel 2009].
func TestDiscreteAttitudesWithStrictPreferences(t *testing.T) {
	drawn(t, 200, func(r *rand.Rand) {
		c, minds := someMinds(r, 6)
		for i := range sure(minds) {
			strict(r, c, &minds[i])
		}
		for _, choice := range ties {
			isBase(t, solved(t, c, minds, "attitudes", Settings{Ties: choice}), basic()...)
		}
	})
}

// strict gives a mind wants by which no two states are equal.
func strict(r *rand.Rand, c *reckon.Case, m *reckon.Mind) {
	m.Order = nil
	for k := range m.Wants {
		m.Wants[k].Points = 0
	}
	for _, k := range r.Perm(len(c.Options)) {
		w := reckon.Want{That: casetest.Opt(k)}
		if r.IntN(2) == 0 {
			w.That = casetest.Not(w.That)
		}
		m.Wants = append(m.Wants, w)
	}
}

// TestNeutralAttitudes: all attitudes neutral make RNash RSMR, and RGMR RSEQ.
func TestNeutralAttitudes(t *testing.T) {
	drawn(t, 200, func(r *rand.Rand) {
		c, minds := someMinds(r, 6)
		for i := range minds {
			minds[i].Attitudes = []reckon.Attitude{{Toward: c.Actors[i].Name, Is: 0}}
		}
		res := solved(t, c, minds, "attitudes", someSettings(r, c))
		for i := range minds {
			same(t, "RNash and RSMR", res.Stable(i, reckon.Nash), res.Stable(i, reckon.SMR))
			same(t, "RGMR and RSEQ", res.Stable(i, reckon.GMR), res.Stable(i, reckon.SEQ))
		}
	})
}

// TestStrongAndWeakSplitStability: they do not meet, together they are stability,
// what cannot be improved is strong, and where every preference is strong and none
// a tie, nothing is weak.
func TestStrongAndWeakSplitStability(t *testing.T) {
	drawn(t, 200, func(r *rand.Rand) {
		c, minds := someMinds(r, 6)
		allStrong := r.IntN(2) == 0
		for i := range minds {
			for k := range minds[i].Wants {
				minds[i].Wants[k].RedLine = allStrong || minds[i].Wants[k].RedLine
			}
			if allStrong {
				before := len(minds[i].Wants)
				strict(r, c, &minds[i])
				for k := range minds[i].Wants[before:] {
					minds[i].Wants[before+k].RedLine = true
				}
			}
		}
		res := solved(t, c, minds, "strength", Settings{})
		for i := range minds {
			for _, concept := range []reckon.Concept{reckon.GMR, reckon.SMR, reckon.SEQ, reckon.SSEQ} {
				far, near := res.Stable(i, strong+concept), res.Stable(i, weak+concept)
				if !far.Clone().Keep(near).Empty() || allStrong && !near.Empty() {
					t.Fatalf("%s: strong %b, weak %b", concept, far.List(), near.List())
				}
				same(t, "strong or weak "+string(concept), far.Clone().Join(near), res.Stable(i, concept))
				within(t, "Nash and strong", res.Stable(i, reckon.Nash), far)
			}
		}
	})
}

// TestInclusions: in every kind Nash ⊆ SEQ ⊆ GMR and Nash ⊆ SMR ⊆ GMR.
func TestInclusions(t *testing.T) {
	drawn(t, 200, func(r *rand.Rand) {
		c, minds := someMinds(r, 6)
		set := someSettings(r, c)
		for _, kind := range Kinds() {
			res := solved(t, c, minds, kind.Name, set)
			for i := range minds {
				for _, between := range []reckon.Concept{reckon.SEQ, reckon.SMR} {
					within(t, kind.Name, res.Stable(i, reckon.Nash), res.Stable(i, between))
					within(t, kind.Name, res.Stable(i, between), res.Stable(i, reckon.GMR))
				}
			}
		}
	})
}

// TestExtensionsAreOrdered: who dares more is stable in fewer states, who is
// deterred by more in more: a ⊆ b ⊆ d and a ⊆ c ⊆ d.
func TestExtensionsAreOrdered(t *testing.T) {
	drawn(t, 200, func(r *rand.Rand) {
		c, minds := someMinds(r, 6)
		by := map[string]*Result{}
		for _, x := range []string{"a", "b", "c", "d"} {
			by[x] = solved(t, c, minds, "unknown-"+x, Settings{})
		}
		for _, p := range []string{"ab", "ac", "bd", "cd"} {
			for i := range minds {
				for _, concept := range basic() {
					within(t, p+" "+string(concept), by[p[:1]].Stable(i, concept), by[p[1:]].Stable(i, concept))
				}
			}
		}
	})
}

// TestThresholds: the surer a gain must be to move an actor, the more is Nash
// stable, by odds and by degrees.
func TestThresholds(t *testing.T) {
	drawn(t, 200, func(r *rand.Rand) {
		c, minds := someMinds(r, 6)
		low, high := float64(1+r.IntN(5))/10, float64(6+r.IntN(5))/10
		bold := solved(t, c, minds, "probabilistic", Settings{Alpha: high})
		shy := solved(t, c, minds, "probabilistic", Settings{Alpha: low})
		free := solved(t, c, minds, "fuzzy", Settings{Threshold: low})
		held := solved(t, c, minds, "fuzzy", Settings{Threshold: high})
		for i := range minds {
			within(t, "alpha", bold.Stable(i, reckon.Nash), shy.Stable(i, reckon.Nash))
			within(t, "threshold", free.Stable(i, reckon.Nash), held.Stable(i, reckon.Nash))
		}
	})
}
