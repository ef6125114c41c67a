package sim_test

import (
	"context"
	"fmt"

	"reckon"
	"reckon/sim"
)

// A shock that comes twice a year on average, and whether it comes within a year.
func Example() {
	start, _ := reckon.ParseDate("2026-01-01")
	c := &reckon.Case{
		Name: "quake", AsOf: start, From: start, Until: start + 371, Step: "week",
		Actors:  []reckon.Actor{{Name: "nature", Options: []int{0}}},
		Options: []reckon.Option{{Name: "nature.quake"}},
		Shocks: []reckon.Shock{{
			Name: "quake", Rate: reckon.Expr{Op: "number", Number: 2}, Per: "year", Moves: reckon.Move{On: 1},
		}},
		Questions: []reckon.Question{{
			Name: "a quake in 2026", Closes: "2026-12-31T23:59:00Z",
			When: reckon.Expr{Op: "call", Name: "ever", Args: []reckon.Expr{{Op: "option"}}},
		}},
	}
	only := reckon.Scenario{Name: "nature does not choose", Without: []string{"nature"}}
	m, err := sim.New(c, nil, sim.Settings{Scenario: only})
	if err != nil {
		fmt.Println(err)
		return
	}
	tally, err := m.Run(context.Background(), sim.Job{Seed: 1, To: 10_000})
	if err != nil {
		fmt.Println(err)
		return
	}
	q := tally.Questions()[0]
	fmt.Printf("%s: %d of %d runs\n", q.Name, q.Yes, q.Runs)
	// Output: a quake in 2026: 8652 of 10000 runs
}
