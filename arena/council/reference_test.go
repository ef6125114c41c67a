package council

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"reckon/readtest"
)

// published are the lines of a reference output of KTAB that the project itself
// compares, as it prints them.
func published(t *testing.T, name string) []string {
	t.Helper()
	f, err := os.Open(readtest.Shared(t, "ktab", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var lines []string
	for scan := bufio.NewScanner(f); scan.Scan(); {
		if line := scan.Text(); strings.Contains(line, "Fractional") || strings.Contains(line, "prob :") {
			lines = append(lines, strings.Join(strings.Fields(line), " "))
		}
	}
	return lines
}

// printed writes those lines for a course of ours.
func printed(table Table, c *Course) []string {
	var lines []string
	for _, x := range c.Change {
		lines = append(lines, fmt.Sprintf("Fractional change compared to first step: %.4f (target=0.0200)", x))
	}
	for i, s := range table.Seats {
		line := s.Name + ", prob :"
		for _, p := range c.Chances {
			line += fmt.Sprintf(" %.4f", p[i])
		}
		lines = append(lines, line)
	}
	return lines
}

func compare(t *testing.T, got, want []string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d lines, published %d", len(got), len(want))
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("published %s\nours      %s", want[i], got[i])
		}
	}
}

func TestKTABReferenceLines(t *testing.T) {
	for name, lines := range map[string]int{"SOE-Pol-Comp": 40, "dummyData_3Dim": 17} {
		table, _, _ := ktab(t, name+".csv")
		course, _ := table.Spatial(SpatialRules{}.AsKTAB())
		want := published(t, "20170530_ref-"+name+".txt")
		if len(want) != lines {
			t.Fatalf("%s: %d lines", name, len(want))
		}
		compare(t, printed(table, course), want)
	}
}

func TestKTABFirstTurnChances(t *testing.T) {
	table, _, _ := ktab(t, "dummyData_3Dim.csv")
	c, _ := table.Spatial(SpatialRules{}.AsKTAB())
	if !within(c.Chances[0], []float64{.0047, .0302, .0054, .1492, .6001, .1447, .0656}, 5e-5) ||
		!within(c.Chances[1], []float64{.6059, .0509, .0096, .1406, .6059, .1217, .0713}, 5e-5) {
		t.Errorf("chances %v, then %v", c.Chances[0], c.Chances[1])
	}
}

// TestKTABBlankCoordinate: KTAB's own example leaves one coordinate blank.
func TestKTABBlankCoordinate(t *testing.T) {
	table, rules, faults := ktab(t, "smpExample.xml")
	if len(faults) != 1 || !strings.Contains(faults[0].At, "line 32") || !strings.Contains(faults[0].At, `"Alice"`) || !strings.Contains(faults[0].Message, "blank") {
		t.Errorf("faults %v", faults)
	}
	if len(table.Seats) != 5 || rules.Transition != Stochastic || rules.Election != MarkovIncentive || rules.Vote != PropCbc || rules.Seed != 3507583219545544127 || table.Accommodation[1][0] != 0.07 {
		t.Errorf("read %v, %v", table, rules)
	}
	table.Seats[0].Position[0] = 0.5
	if _, faults := table.Spatial(rules); len(faults) > 0 {
		t.Error(faults)
	}
}
