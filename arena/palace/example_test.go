package palace_test

import (
	"fmt"
	"strings"

	"reckon/arena/palace"
)

// Four organs: who could seize power unseen, why, and what would help most.
func ExampleCapital_Weakest() {
	c := palace.Capital{
		Organs: []palace.Organ{
			{Name: "guard", Force: 5, Distrust: 0.1},
			{Name: "army", Force: 4, Distrust: 0.3},
			{Name: "police", Force: 3, Distrust: 0.1},
			{Name: "intelligence", Distrust: 0.05},
		},
		Watches: []palace.Watch{
			{By: "intelligence", Of: "army", Chance: 0.6},
			{By: "intelligence", Of: "police", Chance: 0.4},
			{By: "army", Of: "guard", Chance: 0.2},
			{By: "guard", Of: "army", Chance: 0.3},
		},
	}
	plot, faults := c.Weakest()
	if len(faults) > 0 {
		fmt.Println(faults)
		return
	}
	fmt.Printf("%s: risk %.3f, proven over %d coalitions\n", strings.Join(plot.Coalition, " and "), plot.Risk, plot.Examined)
	for _, s := range plot.Seen {
		fmt.Printf("  %s is watched by %v, and by %v who plot too\n", s.Organ, s.By, s.Silenced)
	}
	fmt.Printf("next: %s, risk %.3f\n", strings.Join(plot.Next, " and "), plot.NextRisk)
	best := plot.NewWatches(0.5)[0]
	fmt.Printf("if %s watched %s with chance %.1f: risk %.3f\n", best.Watcher, best.Organ, best.Value, best.Risk)
	for _, e := range plot.Estimates() {
		if e.Kind == palace.Watching && e.Organ == "guard" {
			fmt.Printf("the answer stands while %s detects %s with %.2f to %.2f\n", e.Watcher, e.Organ, e.Low, e.High)
		}
	}
	fmt.Println(plot.Check())
	// Output:
	// guard and police and intelligence: risk 0.616, proven over 15 coalitions
	//   guard is watched by [army], and by [] who plot too
	//   police is watched by [], and by [intelligence] who plot too
	//   intelligence is watched by [], and by [] who plot too
	// next: guard and army and intelligence, risk 0.598
	// if army watched guard with chance 0.5: risk 0.599
	// the answer stands while army detects guard with 0.00 to 0.22
	// <nil>
}

// An organ of power 10 more, and the junta is still the three.
func ExampleCapital_Junta() {
	c := palace.Capital{Organs: []palace.Organ{{Name: "A", Force: 3}, {Name: "B", Force: 4}, {Name: "C", Force: 5}, {Name: "D", Force: 10}}}
	junta, _ := c.Junta()
	fmt.Println(junta.Members, junta.Needed)
	for _, e := range junta.Estimates() {
		fmt.Printf("%s %g: %.4g to %.4g\n", e.Organ, e.Value, e.Low, e.High)
	}
	// Output:
	// [A B C] [A B C]
	// A 3: 1 to 9
	// B 4: 2 to 8
	// C 5: 3 to 7
	// D 10: 5 to 12
}
