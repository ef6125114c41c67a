package followup

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"reckon"
	"reckon/stability"
)

// TestRestByDefinition: each verdict's reason holds by counting, and its
// certificate passes the checker.
func TestRestByDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := someStudy(t, 3, 4, 4)
		for i := range s.Conflict.Actors() {
			for _, concept := range append(stability.Concepts(), reckon.Limited(3), reckon.NM, reckon.Tableau) {
				for _, x := range s.Conflict.States().List() {
					r := s.Rest(i, concept, x)
					moves := len(s.Conflict.Moves(i, x))
					gains := len(s.improvements(i, x))
					want := "answered"
					switch {
					case moves == 0:
						want = "no move"
					case !s.Solution(concept).Stable(concept, i).Has(x):
						want = "leaves"
					case gains == 0:
						want = "no gain"
					}
					if r.Why != want || r.Moves != moves || r.Improvements != gains {
						t.Fatalf("%+v, want %s of %d moves, %d gains", r, want, moves, gains)
					}
					if err := stability.Check(s.Conflict, r.Verdict); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	})
}

func TestRobustness(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := someStudy(t, 3, 4, 4)
		concepts := []reckon.Concept{reckon.Nash, reckon.GMR, reckon.SMR, reckon.SEQ, reckon.SIM}
		list := s.Robustness(concepts...)
		for n, r := range list {
			if n > 0 && len(list[n-1].Equilibrium) < len(r.Equilibrium) {
				t.Fatal("not sorted")
			}
			for _, k := range concepts {
				in := 0
				for i := range s.Conflict.Actors() {
					stable := s.Conflict.Stable(i, k).Has(r.State)
					if stable != slices.Contains(r.Stable[i], k) {
						t.Fatalf("%b, actor %d, %s", r.State, i, k)
					}
					if stable {
						in++
					}
				}
				if (in == s.Conflict.Actors()) != slices.Contains(r.Equilibrium, k) {
					t.Fatalf("%b as an equilibrium under %s", r.State, k)
				}
			}
		}
	})
}

// TestCubaRobust: YNYN, strike and withdrawal, is an equilibrium under all five
// concepts; NYYN, what happened, under GMR, SMR and SEQ.
func TestCubaRobust(t *testing.T) {
	s := published(t, "fraserhipel1984/cuba-1962")
	concepts := []reckon.Concept{reckon.Nash, reckon.GMR, reckon.SMR, reckon.SEQ, reckon.SIM}
	if list := s.Robustness(concepts...); list[0].State != at("YNYN") || len(list[0].Equilibrium) != 5 {
		t.Errorf("first is %+v", list[0])
	}
	if r := s.RobustAt(at("NYYN"), concepts...); !slices.Equal(r.Equilibrium, []reckon.Concept{reckon.GMR, reckon.SMR, reckon.SEQ}) {
		t.Errorf("NYYN: %+v", r)
	}
}

// TestGarrisonSanction: at NNYNYYNNN the Canadian opposition's one improvement is
// met by a sequence in which the supporters move twice, which an older program
// misses (see the case's expected.txt).
func TestGarrisonSanction(t *testing.T) {
	s := published(t, "fraserhipel1984/garrison-1976")
	support, opposition, canada := 0, 1, 2
	r := s.Rest(canada, reckon.GMR, at("NNYNYYNNN"))
	want := []stability.Step{{Actor: support, To: at("NYNNNYNNN")}, {Actor: opposition, To: at("NYNYNYNNN")}, {Actor: support, To: at("YNNYNYNNN")}}
	if r.Why != "answered" || r.Improvements != 1 || !slices.Equal(r.Verdict.Answers[0].Path, want) {
		t.Errorf("%s", r.Says)
	}
	if r := s.Rest(opposition, reckon.GMR, at("NNYNYYNNN")); r.Why != "no move" {
		t.Errorf("%s", r.Says)
	}
}
