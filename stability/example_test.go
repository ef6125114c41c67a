package stability_test

import (
	"fmt"

	"reckon"
	"reckon/stability"
)

// The prisoners' dilemma: each wants above all that the other keeps quiet, then
// that he himself talks. Nash holds only that both talk; who looks one answer
// ahead can also hold that both keep quiet.
func Example() {
	quiet := func(k int) reckon.Expr { return reckon.Expr{Op: "option", Option: k} }
	talks := func(k int) reckon.Expr { return reckon.Expr{Op: "!", Args: []reckon.Expr{quiet(k)}} }
	c := &reckon.Case{
		Actors:  []reckon.Actor{{Name: "one", Options: []int{0}}, {Name: "two", Options: []int{1}}},
		Options: []reckon.Option{{Name: "one.quiet"}, {Name: "two.quiet", Actor: 1}},
	}
	g, err := stability.Compile(c, []reckon.Mind{
		{Wants: []reckon.Want{{That: quiet(1)}, {That: talks(0)}}},
		{Wants: []reckon.Want{{That: quiet(0)}, {That: talks(1)}}},
	}, nil)
	if err != nil {
		panic(err)
	}
	solution := g.Solve(stability.Concepts()...)
	for _, concept := range stability.Concepts() {
		fmt.Print(concept, ":")
		for _, s := range solution.Equilibria(concept).List() {
			fmt.Print(" ", s.Letters(2))
		}
		fmt.Println()
	}
	v := g.Explain(0, reckon.SEQ, 3)
	fmt.Printf("one stays at %s by margin %d: leaving for %s is met by two going to %s\n",
		v.State.Letters(2), v.Margin, v.Answers[0].To.Letters(2), v.Answers[0].Sanction.Letters(2))
	// Output:
	// Nash: NN
	// GMR: NN YY
	// SMR: NN YY
	// SEQ: NN YY
	// SSEQ: NN YY
	// SIM: NN YY
	// one stays at YY by margin 1: leaving for NY is met by two going to NN
}
