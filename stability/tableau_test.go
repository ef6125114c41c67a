package stability

import (
	"math/rand/v2"
	"testing"

	"reckon"
	"reckon/casetest"
)

// TestTableauOfChicken: where both give way, each gains by daring and no answer
// would pay, so SEQ lets both move; daring at the same moment is worst for both,
// which the tableau counts and records.
func TestTableauOfChicken(t *testing.T) {
	g := twoByTwo(t, [2][4]int{{0, 1, 3, 2}, {0, 3, 1, 2}})
	sol := g.Solve(reckon.SEQ, reckon.Tableau)
	if got := letters(sol.Equilibria(reckon.SEQ), 2); got != "YN NY" {
		t.Errorf("SEQ: %q", got)
	}
	if got := letters(sol.Equilibria(reckon.Tableau), 2); got != "YN NY YY" {
		t.Errorf("tableau: %q", got)
	}
	v := g.Explain(0, reckon.Tableau, 3)
	if len(v.Answers) != 1 || !v.Answers[0].Together || v.Answers[0].Sanction != 0 || Check(g, v) != nil {
		t.Errorf("%+v", v)
	}
	v.Answers[0].Together = false // from where the first dares alone the second gains nothing
	if Check(g, v) == nil {
		t.Error("a simultaneous answer passed as one that follows")
	}
}

// TestTableauAndSIM: what is stable by SEQ stays stable, and what the tableau adds
// is stable by SIM, which lets more of the others' improvements take part.
func TestTableauAndSIM(t *testing.T) {
	added := 0
	for seed := range uint64(200) { // drawn alike in every run: in some of them it does
		r := rand.New(rand.NewPCG(35, seed))
		c, minds := casetest.Case(r.IntN, 2+r.IntN(3), 1+r.IntN(6), 5, r.IntN(4))
		g, err := Compile(c, minds, nil)
		if err != nil {
			continue // the rules leave no state
		}
		sol := g.Solve(reckon.SEQ, reckon.SIM, reckon.Tableau)
		for i := range g.Actors() {
			for _, s := range sol.Stable(reckon.Tableau, i).Clone().Drop(sol.Stable(reckon.SEQ, i)).List() {
				added++
				unstable := 0
				for j := range g.Actors() {
					if !sol.Stable(reckon.SEQ, j).Has(s) {
						unstable++
					}
				}
				if unstable < 2 {
					t.Fatalf("%b was corrected though unstable for one actor alone", s)
				}
				for _, a := range g.Explain(i, reckon.Tableau, s).Answers {
					if a.Together && g.Security(i, reckon.SIM, s, a.To) > g.Rank(i, s) {
						t.Fatalf("%b to %b: met at once in the tableau, not by SIM", s, a.To)
					}
				}
			}
		}
	}
	if added == 0 {
		t.Error("the tableau never differed from SEQ")
	}
}

// TestMovesOfOneActorAreNotMixed: what harms one improvement is tried on the next
// one first. Two improvements of the other actor, each of which has harmed one,
// must not be tried as one move that he would not make.
func TestMovesOfOneActorAreNotMixed(t *testing.T) {
	c := &reckon.Case{
		Actors:  []reckon.Actor{{Options: []int{0, 1}}, {Options: []int{2, 3}}},
		Options: []reckon.Option{{}, {}, {Actor: 1}, {Actor: 1}},
	}
	minds := []reckon.Mind{
		{Order: [][]reckon.State{{1}, {2}, {3}, {0b0110, 0b0111, 0b1011, 0b1001}, {0}, {0b0101, 0b1010, 0b1111}}},
		{Order: [][]reckon.State{{0b0100, 0b1000}, {0}}},
	}
	g, err := Compile(c, minds, nil)
	if err != nil {
		t.Fatal(err)
	}
	if g.Stable(0, reckon.SIM).Has(0) {
		t.Error("stable by a move that the other would not make")
	}
}
