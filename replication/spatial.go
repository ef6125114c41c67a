package replication

import (
	"fmt"
	"strings"

	"reckon/arena/council"
)

// spatialSet is numbers of an example of KTAB with what KTAB makes of it.
type spatialSet struct {
	name     string
	seats    [][]float64 // power, then position and salience by dimension
	turns    string
	start    string // weighted means
	first    string // the same after the first turn
	last     string
	sum      string   // of the final positions
	election []string // chances of the positions held before turns 1, 2, …, to four places, where KTAB's reference prints them
}

// spatial replicates what KTAB, the published program of the spatial model of politics
// [ktab2019], makes of its own examples. Third parties lend their weight to the
// side they dislike there; the default mends that, and the switch puts it back.
func spatial() []Row {
	const source = "KTAB 2019, run by us"
	var rows []Row
	for _, s := range spatialSets {
		table, name := seated(s.seats), "Spatial model, "+s.name
		theirs, faults := table.Spatial(council.SpatialRules{ThirdParties: council.AsKTAB})
		sound(faults)
		mended, faults := table.Spatial(council.SpatialRules{})
		sound(faults)
		for _, r := range []struct {
			answer, published string
			of                func(*council.Course) string
		}{
			{"turns", s.turns, func(c *council.Course) string { return count(c.Turns()) }},
			{"weighted mean at the start", s.start, func(c *council.Course) string { return percents(c.Means[0]) }},
			{"weighted mean after turn 1", s.first, func(c *council.Course) string { return percents(c.Means[1]) }},
			{"weighted mean in the end", s.last, func(c *council.Course) string { return percents(c.Outcome()) }},
			{"sum of the final positions", s.sum, summed},
		} {
			rows = append(rows, switched(name, r.answer, source, r.published, r.of(theirs), "third parties AsKTAB", r.of(mended), "with Mended"))
		}
		for turn, published := range s.election {
			of := func(c *council.Course) string { return chances(c.Chances[turn]) }
			answer := fmt.Sprintf("chances of the positions before turn %d", turn+1)
			rows = append(rows, switched(name, answer, "KTAB 2017, reference output", published, of(theirs), "third parties AsKTAB", of(mended), "with Mended"))
		}
		rows = append(rows, switched(name, "NoCommit and FullCommit end", "KTAB 2019, by its code", "alike",
			committed(table, council.AsKTAB), "third parties AsKTAB", committed(table, council.Mended), "with Mended"))
	}
	return rows
}

// committed compares what third parties commit to: in KTAB no weight either way, so
// that the two ends are the same.
func committed(t council.Table, parties council.Rule) string {
	end := func(commitment council.Rule) string {
		return percents(faultless(t.Spatial(council.SpatialRules{Commitment: commitment, ThirdParties: parties})).Outcome())
	}
	no, full := end(council.NoCommit), end(council.FullCommit)
	if no == full {
		return "alike"
	}
	return "at " + no + " and " + full
}

func percents(xs []float64) string {
	var words []string
	for _, x := range xs {
		words = append(words, fixed(100*x, 4))
	}
	return strings.Join(words, " ")
}

func chances(ps []float64) string {
	var words []string
	for _, p := range ps {
		words = append(words, fixed(p, 4))
	}
	return strings.Join(words, " ")
}

func summed(c *council.Course) string {
	sum := 0.0
	for _, at := range c.Positions[c.Turns()] {
		for _, x := range at {
			sum += 100 * x
		}
	}
	return fixed(sum, 2)
}

// spatialSets are numbers of three examples of KTAB, without names: NOTICES.md has
// their licence.
var spatialSets = []spatialSet{{
	name: "dummyData_3Dim",
	seats: [][]float64{
		{102.543, 75.79, 49.53, 6.37, 5.91, 70.45, 28.15},
		{53.393, 82.72, 30.33, 73.50, 21.22, 64.00, 24.79},
		{129.643, 82.45, 48.47, 90.89, 13.55, 0.07, 34.62},
		{75.920, 62.52, 20.76, 50.82, 39.24, 62.33, 22.21},
		{63.224, 82.34, 40.96, 45.77, 25.43, 73.31, 22.59},
		{120.048, 84.48, 22.92, 33.70, 39.35, 88.11, 15.42},
		{54.178, 70.96, 31.75, 33.46, 27.93, 90.36, 26.03},
	},
	turns: "10", start: "78.7837 47.5997 52.3226", first: "79.6445 46.9327 51.3952", last: "79.0326 43.6705 51.0163", sum: "1281.25",
	election: []string{
		"0.0047 0.0302 0.0054 0.1492 0.6001 0.1447 0.0656",
		"0.6059 0.0509 0.0096 0.1406 0.6059 0.1217 0.0713",
	},
}, {
	name: "SOE-Pol-Comp",
	seats: [][]float64{
		{100, 30, 24, 20, 48},
		{60.2, 45, 44.7, 65, 41.3},
		{35, 30, 28.9, 15, 65.1},
		{35, 45, 20.6, 45, 49.4},
		{40, 50, 44.7, 65, 47.8},
		{20, 15, 32, 10, 32},
		{15, 20, 32, 15, 32},
		{25, 60, 43.9, 50, 50.1},
		{20, 30, 26.4, 15, 17.6},
		{35, 45, 35.9, 40, 46.6},
		{20, 50, 44.7, 50, 47.8},
		{20, 20, 47.4, 30, 40.6},
		{40, 15, 49, 60, 46},
	},
	turns: "27", start: "36.2936 38.8854", first: "37.1082 39.5355", last: "37.2759 36.8529", sum: "930.17",
	election: []string{
		"0.0618 0.0156 0.0117 0.4340 0.0028 0.0000 0.0020 0.0013 0.0117 0.2481 0.1533 0.0689 0.0005",
		"0.2605 0.0095 0.0219 0.2986 0.0021 0.2413 0.0002 0.0010 0.0032 0.2413 0.1015 0.0601 0.0002",
	},
}, {
	name: "SOE-Policy",
	seats: [][]float64{
		{100, 30, 30},
		{65, 45, 65},
		{35, 30, 40},
		{35, 45, 25},
		{40, 50, 70},
		{20, 15, 40},
		{15, 20, 40},
		{25, 60, 70},
		{20, 30, 30},
		{35, 45, 50},
		{20, 50, 70},
		{20, 20, 70},
		{15, 15, 75},
		{50, 10, 80},
		{40, 15, 80},
		{45, 15, 80},
		{15, 60, 60},
		{20, 40, 80},
		{10, 45, 60},
		{8, 100, 50},
		{8, 90, 50},
		{5, 90, 50},
		{10, 90, 75},
		{10, 75, 75},
		{15, 30, 50},
		{15, 20, 50},
	},
	turns: "19", start: "35.0063", first: "35.1859", last: "32.8203", sum: "937.92",
}}
