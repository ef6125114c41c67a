package coalition_test

import (
	"fmt"

	"reckon"
	"reckon/casetest"
	"reckon/coalition"
	"reckon/stability"
)

// Two neighbours each want the dam built by both; alone, a half-built dam is the
// worst. Nobody starts alone, both would start together.
func Example() {
	both := casetest.Op("&&", casetest.Opt(0), casetest.Opt(1))
	none := casetest.Op("&&", casetest.Not(casetest.Opt(0)), casetest.Not(casetest.Opt(1)))
	c := &reckon.Case{
		Actors:  []reckon.Actor{{Name: "north", Options: []int{0}}, {Name: "south", Options: []int{1}}},
		Options: []reckon.Option{{Name: "north.build"}, {Name: "south.build", Actor: 1}},
	}
	mind := reckon.Mind{Wants: []reckon.Want{{That: both}, {That: none}}}
	g, err := stability.Compile(c, []reckon.Mind{mind, mind}, nil)
	if err != nil {
		panic(err)
	}
	a, err := coalition.Analyse(g, coalition.Settings{})
	if err != nil {
		panic(err)
	}
	jumps, err := a.Jumps(g.Solve(reckon.Nash).Equilibria(reckon.Nash))
	if err != nil {
		panic(err)
	}
	for _, j := range jumps {
		fmt.Printf("from %s to %s:", j.From.Letters(2), j.To.Letters(2))
		for _, step := range j.Path {
			fmt.Printf(" %s goes to %s,", c.Actors[step.Actor].Name, step.To.Letters(2))
		}
		fmt.Println(" gaining", j.Gains, "ranks, unmet under", j.Unmet)
	}
	result, err := a.Solve()
	if err != nil {
		panic(err)
	}
	for _, s := range result.Everywhere(reckon.SEQ).List() {
		fmt.Println("no coalition leaves", s.Letters(2))
	}
	// Output:
	// from NN to YY: north goes to YN, south goes to YY, gaining [1 1] ranks, unmet under [Nash GMR SMR SEQ]
	// no coalition leaves YY
}
