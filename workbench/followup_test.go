package workbench

import (
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/tools/txtar"

	"reckon"
)

// mistaken is a conflict in which one actor's belief decides what is stable.
const mistaken = `case "n4" { subject = a }
actor "a" {
  option "x" {}
}
actor "b" {
  option "z" {}
}
mind "a" {
  want "no z" { that = !b.z }
  want "x" { that = a.x }
  believes "b" {
    want "z after x" { that = b.z == a.x }
  }
}
mind "b" {
  want "never z" { that = !b.z }
}
`

// TestFollowupHearsBeliefs: what follow-up says of a state is what solve says.
func TestFollowupHearsBeliefs(t *testing.T) {
	founding, err := Open(filepath.Join("..", "cases", "supreme-leader"))
	if err != nil {
		t.Fatal(err)
	}
	for reading, b := range map[string]*Bench{
		"":           openText(t, []txtar.File{{Name: "case.hcl", Data: []byte(mistaken)}}),
		"third-path": founding, // one reading: each takes seconds
	} {
		t.Run(b.Case.Name, func(t *testing.T) {
			if testing.Short() && reading != "" {
				t.Skip("sixteen options take seconds; the small case is tried")
			}
			solved, err := b.Solve(SolveSettings{Reading: reading})
			if err != nil {
				t.Fatal(err)
			}
			asked, err := b.Followup(FollowupSettings{Reading: reading, Concept: reckon.SEQ, Aspects: []string{"basis", "robustness", "inverse", "sensitivity"}, Within: 1})
			if err != nil {
				t.Fatal(err)
			}
			for _, one := range asked.Readings {
				said := solved.Stability
				if len(solved.ByReading) > 0 {
					said = solved.ByReading[one.Reading]
				}
				everyone := true
				for _, v := range one.Basis {
					here := said.Here[v.Actor]
					everyone = everyone && here[reckon.SEQ]
					if v.Stable != here[reckon.SEQ] {
						t.Errorf("%s, %s: basis says stable %t, solve %t", one.Reading, v.Actor, v.Stable, here[reckon.SEQ])
					}
					for k, holds := range here {
						if slices.Contains(one.Robustness.Here.Stable[v.Actor], k) != holds {
							t.Errorf("%s, %s, %s: robustness does not say %t", one.Reading, v.Actor, k, holds)
						}
					}
				}
				if one.Inverse.Holds != everyone {
					t.Errorf("%s: inverse says it holds %t, solve %t", one.Reading, one.Inverse.Holds, everyone)
				}
				for _, v := range one.Sensitivity {
					if v.Stable != said.Here[v.Actor][reckon.SEQ] {
						t.Errorf("%s, %s: sensitivity starts from stable %t", one.Reading, v.Actor, v.Stable)
					}
				}
				if one.Equilibria != said.Equilibria[reckon.SEQ].Count {
					t.Errorf("%s: %d equilibria, solve has %d", one.Reading, one.Equilibria, said.Equilibria[reckon.SEQ].Count)
				}
			}
		})
	}
}
