package bargaining_test

import (
	"fmt"

	"reckon/arena/bargaining"
)

// Two sides hold out against each other, a month a step. Nobody gives in, and each
// takes the other for more resolute, until it is better to meet his demand.
func ExampleContest() {
	held := bargaining.Resolve{Belief: 0.2, Firm: 0.05, Soft: 0.4}
	c := bargaining.Contest{
		Stake: [2]float64{10, 10}, Strain: [2]float64{2, 4}, Held: [2]bargaining.Resolve{held, held},
		Demand: [2]float64{0.7, 0.7}, Floor: [2]float64{0.4, 0.4}, NoDeal: [2]float64{-0.2, -0.2},
	}
	for month := range 4 {
		share, met := c.Offer(1)
		fmt.Printf("month %d: resolute with %.2f, offered %.1f (his demand: %v)\n", 3*month, c.Held[1].Belief, share, met)
		for range 3 {
			if gives := c.Step(1, [2]float64{0.99, 0.99}); gives >= 0 {
				fmt.Println("side", gives, "gives in")
			}
		}
	}
	// Output:
	// month 0: resolute with 0.20, offered 0.4 (his demand: false)
	// month 3: resolute with 0.42, offered 0.7 (his demand: true)
	// month 6: resolute with 0.67, offered 0.7 (his demand: true)
	// month 9: resolute with 0.85, offered 0.7 (his demand: true)
}

// An offer: if they withdraw and abstain, we stop.
func ExampleTerms() {
	t := bargaining.Terms{Acts: []bargaining.Item{
		{Name: "they withdraw", Worth: [2]float64{6, -4}},
		{Name: "they abstain", Worth: [2]float64{2, -1}},
		{Name: "we stop", Worth: [2]float64{-3, 5}},
	}}
	acts, ok := t.Best(0)
	fmt.Printf("%03b %v worth %v\n", acts, ok, t.Worth(acts))
	degrees, _ := t.Degrees(0)
	fmt.Printf("%.2f\n", degrees)
	// Output:
	// 111 true worth [5 0]
	// [1.00 1.00 1.00]
}
