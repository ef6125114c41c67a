package dynamics_test

import (
	"fmt"
	"math"

	"reckon"
	"reckon/dynamics"
)

// A debt grows by a share of itself, which is not known exactly: two runs with
// different rates go side by side.
func Example() {
	read := func(name string) reckon.Expr { return reckon.Expr{Op: "measure", Name: name} }
	grown := reckon.Expr{Op: "*", Args: []reckon.Expr{read("debt"), read("rate")}}
	c := &reckon.Case{
		Parameters: []reckon.Parameter{{Name: "rate", Value: reckon.Exactly(0.5)}},
		Measures: []reckon.Measure{{
			Name: "debt", Low: 0, High: math.Inf(1), Start: reckon.Exactly(8),
			Next: reckon.Expr{Op: "+", Args: []reckon.Expr{read("debt"), grown}},
		}},
	}
	m, err := dynamics.Compile(c, []reckon.Expr{grown})
	if err != nil {
		fmt.Println(err)
		return
	}
	b := m.NewBlock(2)
	b.Assign(0, []float64{0.5, 0.25})
	day := reckon.Date(739_617)
	err = b.Start(day, nil)
	for range 2 {
		fmt.Println("debt", b.Value(0), "grows by", b.Eval(0)[0])
		day += 365
		err = b.Step(day, nil)
	}
	fmt.Println("debt", b.Value(0), err)
	// Output:
	// debt [8 8] grows by [4 2]
	// debt [12 10] grows by [6 2.5]
	// debt [18 12.5] <nil>
}
