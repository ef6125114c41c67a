package preference_test

import (
	"fmt"

	"reckon"
	"reckon/preference"
)

// The prisoner's dilemma in which each wants above all, and as a red line, that the
// other cooperates: mutual cooperation holds, by a sanction strongly worse.
func ExampleSolve() {
	option := func(k int) reckon.Expr { return reckon.Expr{Op: "option", Option: k} }
	defect := func(k int) reckon.Expr { return reckon.Expr{Op: "!", Args: []reckon.Expr{option(k)}} }
	c := &reckon.Case{
		Actors:  []reckon.Actor{{Name: "a", Options: []int{0}}, {Name: "b", Options: []int{1}}},
		Options: []reckon.Option{{Name: "a.cooperate", Actor: 0}, {Name: "b.cooperate", Actor: 1}},
	}
	minds := []reckon.Mind{
		{Actor: "a", Wants: []reckon.Want{{That: option(1), RedLine: true}, {That: defect(0)}}},
		{Actor: "b", Wants: []reckon.Want{{That: option(0), RedLine: true}, {That: defect(1)}}},
	}
	r, err := preference.Solve(c, minds, nil, "strength", preference.Settings{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, concept := range []reckon.Concept{"Nash", "SEQ", "strong SEQ", "weak SEQ"} {
		fmt.Printf("%s: %02b\n", concept, r.Equilibria(concept).List())
	}
	v := r.Explain(0, "strong SEQ", 0b11)
	fmt.Printf("a would go to %02b, b then to %02b; strongly worse: %v\n", v.Answers[0].To, v.Answers[0].Sanction, v.Answers[0].Strong)
	fmt.Println("checked:", preference.Check(r, v))
	// Output:
	// Nash: [00]
	// SEQ: [00 11]
	// strong SEQ: [00 11]
	// weak SEQ: []
	// a would go to 10, b then to 00; strongly worse: true
	// checked: <nil>
}
