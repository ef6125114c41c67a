package workbench

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"reckon/symbolic"
)

// TestOneStateAgreesWithAllStates solves cases that can be listed as if they
// could not.
func TestOneStateAgreesWithAllStates(t *testing.T) {
	for _, name := range []string{"supreme-leader", "catalogue/fraserhipel1984/cuba-1962", "catalogue/hipel1993/elmira-1991"} {
		t.Run(name, func(t *testing.T) {
			if testing.Short() && name == "supreme-leader" {
				t.Skip("sixteen options take seconds; the small cases are tried")
			}
			b, err := Open(filepath.Join("..", "cases", filepath.FromSlash(name)))
			if err != nil {
				t.Fatal(err)
			}
			set := SolveSettings{Concepts: symbolic.Concepts()}
			all, err := b.Solve(set)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range b.readings() {
				listed := all.Stability
				if len(all.ByReading) > 0 {
					listed = all.ByReading[r.Name]
				}
				one, err := b.stabilityAt(r, b.Case.Today(), true, set)
				if err != nil {
					t.Fatal(err)
				}
				for actor, want := range listed.Here {
					if got := one.Here[actor]; fmt.Sprint(got) != fmt.Sprint(want) {
						t.Errorf("%s, %s: alone %v, listed %v", listed.Reading, actor, got, want)
					}
				}
				for i, h := range listed.Holdings {
					if got := one.Holdings[i]; got.Stable != h.Stable || got.Share != h.Share {
						t.Errorf("%s, %s: alone stable %v (%g), listed %v (%g)", listed.Reading, h.Actor, got.Stable, got.Share, h.Stable, h.Share)
					}
				}
			}
		})
	}
}

// TestLargeCase solves forty options through the whole bench.
func TestLargeCase(t *testing.T) {
	var text strings.Builder
	text.WriteString("case \"wide\" {}\n")
	for _, actor := range []string{"north", "south"} {
		fmt.Fprintf(&text, "actor %q {\n", actor)
		for k := range 20 {
			fmt.Fprintf(&text, "  option \"o%d\" {}\n", k)
		}
		text.WriteString("}\n")
	}
	text.WriteString(`mind "north" {
  want "quiet" { that = !south.o0 }
  want "gain" { that = north.o0 }
}
mind "south" {
  want "answer" { that = south.o0 == north.o0 }
}
`)
	b := openText(t, []txtar.File{{Name: "case.hcl", Data: []byte(text.String())}})
	s, err := b.Solve(SolveSettings{})
	if err != nil {
		t.Fatal(err)
	}
	if s.Regime != regimeSingle || s.Equilibria != nil || s.States != 0 {
		t.Errorf("regime %q lists states", s.Regime)
	}
	if here := fmt.Sprint(s.Here["north"]); here != "map[GMR:true Nash:false SEQ:true SIM:false SMR:true SSEQ:true]" {
		t.Errorf("north: %s", here)
	}
	if says := strings.Join(s.Holdings[0].Says, " "); !strings.Contains(says, "+o0 of south") {
		t.Errorf("the reason is missing: %s", says)
	}
	if _, err := b.Solve(SolveSettings{State: strings.Repeat("N", 39)}); err == nil {
		t.Error("a short state was taken")
	}
}
