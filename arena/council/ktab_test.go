package council

import (
	"bytes"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"reckon/arena"
	"reckon/readtest"
)

// ktab reads one of KTAB's own files beside the project; it skips without them.
func ktab(tb testing.TB, name string) (Table, SpatialRules, arena.Faults) {
	tb.Helper()
	text, err := os.ReadFile(readtest.Shared(tb, "ktab", name))
	if err != nil {
		tb.Fatal(err)
	}
	t, rules, faults, err := Read(bytes.NewReader(text))
	if err != nil {
		tb.Fatal(err)
	}
	return t, rules, faults
}

func percents(xs []float64) string {
	words := make([]string, len(xs))
	for i, x := range xs {
		words[i] = strconv.FormatFloat(100*x, 'f', 4, 64)
	}
	return strings.Join(words, " ")
}

func TestKTABTable(t *testing.T) {
	for _, c := range []struct {
		file, first, last string
		turns             int
		sum               float64
	}{
		{"dummyData_3Dim.csv", "79.6445 46.9327 51.3952", "79.0326 43.6705 51.0163", 10, 1281.25},
		{"SOE-Pol-Comp.csv", "37.1082 39.5355", "37.2759 36.8529", 27, 930.17},
		{"SOE-Policy.csv", "35.1859", "32.8203", 19, 937.92},
		{"dummyData-a040.csv", "62.9947", "61.3875", 20, 2436.90},
	} {
		table, _, faults := ktab(t, c.file)
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		course, faults := table.Spatial(SpatialRules{}.AsKTAB())
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		sum := 0.0
		for _, at := range course.Positions[course.Turns()] {
			for _, x := range at {
				sum += 100 * x
			}
		}
		if course.Turns() != c.turns || percents(course.Means[1]) != c.first || percents(course.Outcome()) != c.last || math.Abs(sum-c.sum) > 0.005 {
			t.Errorf("%s: %d turns, %s then %s, positions sum to %.2f", c.file, course.Turns(), percents(course.Means[1]), percents(course.Outcome()), sum)
		}
	}
}
