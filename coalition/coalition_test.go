package coalition

import (
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/casetest"
	"reckon/stability"
)

// someConflict draws a conflict of 2 to 4 actors that has a state left.
func someConflict(draw casetest.World, options int) (*reckon.Case, []reckon.Mind, *stability.Conflict) {
	for {
		c, minds := casetest.Case(draw, 2+draw(3), 1+draw(options), 4, draw(4))
		if g, err := stability.Compile(c, minds, nil); err == nil {
			return c, minds, g
		}
	}
}

func draws(t *rapid.T) casetest.World {
	r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
	return func(n int) int { return r.IntN(n) }
}

// readings lists every combination of settings for so many actors, a split into
// blocks among them.
func readings(actors int) []Settings {
	var list []Settings
	for _, improvement := range []string{"strict", "pareto"} {
		for _, replies := range []string{"alone", "coalitions", "together"} {
			list = append(list, Settings{Improvement: improvement, Replies: replies})
		}
		blocks := []Coalition{Of(0, actors-1)}
		for j := 1; j < actors-1; j++ {
			blocks = append(blocks, Of(j))
		}
		list = append(list, Settings{Improvement: improvement, Blocks: blocks})
	}
	return list
}

func analyse(t interface{ Fatal(...any) }, g *stability.Conflict, set Settings) *Analysis {
	a, err := Analyse(g, set)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func solve(t interface{ Fatal(...any) }, a *Analysis, coalitions ...Coalition) *Result {
	r, err := a.Solve(coalitions...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestEngineAgreesWithDefinitions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := draws(t)
		c, minds, g := someConflict(draw, 5)
		o := casetest.Oracle{Case: c, Minds: minds}
		all := readings(len(c.Actors))
		a := analyse(t, g, all[draw(len(all))])
		res := solve(t, a)
		for _, h := range res.Coalitions {
			var groups [][]int
			for _, k := range a.set.groups(a.everyone &^ h) {
				groups = append(groups, k.Members())
			}
			for s := range reckon.State(1) << len(c.Options) {
				for _, concept := range a.Concepts() {
					got := res.Stable(h, concept).Has(s)
					want := o.Feasible(s) && o.CoalitionStable(h.Members(), concept, s, a.set.Improvement == "pareto", groups)
					if got != want {
						t.Fatalf("%+v: state %b, coalition %v, %s: engine says %v, the definition %v", a.set, s, h.Members(), concept, got, want)
					}
				}
			}
		}
	})
}

// TestOneIsTheIndividual checks that a coalition of one is stable exactly where
// package stability says that its member is.
func TestOneIsTheIndividual(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, _, g := someConflict(draws(t), 7)
		for _, improvement := range []string{"strict", "pareto"} {
			a := analyse(t, g, Settings{Improvement: improvement})
			sol := g.Solve(a.Concepts()...)
			for i := range g.Actors() {
				res := solve(t, a, Of(i))
				for _, concept := range a.Concepts() {
					if !slices.Equal(res.Stable(Of(i), concept).List(), sol.Stable(concept, i).List()) {
						t.Fatalf("%s: the coalition of actor %d alone differs from him", concept, i)
					}
				}
			}
		}
	})
}

// TestInclusions checks CNash ⊆ CSEQ ⊆ CGMR and CNash ⊆ CSMR ⊆ CGMR, that
// stability against Pareto improvements under Nash implies the strict one, and
// that more credible replies keep more states.
func TestInclusions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, _, g := someConflict(draws(t), 6)
		results := map[reading]*Result{}
		for _, improvement := range []string{"strict", "pareto"} {
			for _, replies := range []string{"alone", "coalitions", "together"} {
				res := solve(t, analyse(t, g, Settings{Improvement: improvement, Replies: replies}))
				results[reading{improvement, replies}] = res
				for _, h := range res.Coalitions {
					for _, p := range [][2]reckon.Concept{{"Nash", "SEQ"}, {"SEQ", "GMR"}, {"Nash", "SMR"}, {"SMR", "GMR"}} {
						within(t, res.Stable(h, p[0]), res.Stable(h, p[1]))
					}
				}
			}
			for _, h := range results[reading{improvement, "alone"}].Coalitions {
				wide := results[reading{improvement, "coalitions"}].Stable(h, reckon.SEQ)
				within(t, results[reading{improvement, "alone"}].Stable(h, reckon.SEQ), wide)
				within(t, results[reading{improvement, "together"}].Stable(h, reckon.SEQ), wide)
			}
		}
		strict, pareto := results[reading{"strict", "alone"}], results[reading{"pareto", "alone"}]
		for _, h := range strict.Coalitions {
			within(t, pareto.Stable(h, reckon.Nash), strict.Stable(h, reckon.Nash))
		}
	})
}

type reading struct{ improvement, replies string }

func within(t *rapid.T, small, large *stability.Set) {
	t.Helper()
	if !small.Clone().Drop(large).Empty() {
		t.Fatalf("%v is not within %v", small.List(), large.List())
	}
}
