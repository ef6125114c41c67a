package council_test

import (
	"fmt"

	"reckon/arena/council"
)

// Three organs and what they ask for, from 0 (refuse talks) to 1 (sign).
func Example() {
	table := council.Table{
		Dimensions: []string{"talks"},
		Seats: []council.Seat{
			{Name: "guard", Power: 60, Position: []float64{0.1}, Salience: []float64{0.9}},
			{Name: "ministry", Power: 30, Position: []float64{0.8}, Salience: []float64{0.8}},
			{Name: "bazaar", Power: 25, Position: []float64{0.6}, Salience: []float64{0.4}},
		},
	}
	fmt.Printf("mean %.2f, median %.2f\n", table.Mean()[0], table.Median()[0])
	course, faults := table.Spatial(council.SpatialRules{})
	if len(faults) > 0 {
		fmt.Println(faults)
		return
	}
	fmt.Printf("after %d turns %.2f: %s\n", course.Turns(), course.Outcome()[0], course.Ended)
	for _, m := range course.Moves {
		if m.Turn == 0 {
			fmt.Println(m.Story(table))
		}
	}
	// Output:
	// mean 0.35, median 0.10
	// after 2 turns 0.30: the last turn moved less than 0.02 of what the first did
	// turn 0: guard proposes 10.4 to bazaar, expecting +0.270 with a chance of 0.82 if resisted; neither keeps it
	// turn 0: ministry proposes 79.0 to bazaar, expecting +0.209 with a chance of 0.69 if resisted; neither keeps it
	// turn 0: bazaar proposes 62.3 to ministry, expecting +0.030 with a chance of 0.85 if resisted; both keep it
}
