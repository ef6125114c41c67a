package coupling_test

import (
	"slices"
	"testing"

	"reckon/arena"
)

// TestLoopThroughRareEvents: a coup is rare and a vacancy all or nothing, and yet the
// circle from a coup by way of who follows back to the palace is found, with the way
// in which it works.
func TestLoopThroughRareEvents(t *testing.T) {
	c := load(t, `
measure "coup" { start = 0 }
measure "will" { start = 0.1 }
measure "grievance" { is = will * 0.5 }

palace "p" {
  attempts  = 0.01
  grievance = grievance
  organ "a" { force = 2 }
  organ "b" { force = 1 }
  writes "coup" { from = "coup" }
}

succession "s" {
  will = 0.1
  exit "coup" { chance = coup > 0 ? 1 : 0 }
  exit "age" { rate = 0.1 }
  candidate "c" { will = 0.9 }
  writes "will" { from = "will" }
}
`)
	w := compiled(t, c)
	d, err := w.Diagram(c.AsOf, 0)
	if err != nil {
		t.Fatal(err)
	}
	k := slices.IndexFunc(d.Loops, func(l arena.Loop) bool { return slices.Equal(l.Names, []string{"coup", "will", "grievance"}) })
	if k < 0 || d.Loops[k].Sign != 1 {
		t.Fatalf("loops %v, want one that reinforces, from a coup by way of will and grievance", d.Loops)
	}
}
