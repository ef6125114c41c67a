package sim

import (
	"math"
	"testing"

	"reckon"
)

// TestUnknownAnswersNothing: a question that reads a measure without a value has no
// answer, unless a scenario gives it one.
func TestUnknownAnswersNothing(t *testing.T) {
	c := still(4)
	c.Measures = append(c.Measures, reckon.Measure{Name: "u", Low: math.Inf(-1), High: math.Inf(1)})
	above := reckon.Expr{Op: ">", Args: []reckon.Expr{ref("u"), num(0)}}
	ask(c, "above", call("ever", above))
	m := model(t, c, Settings{})
	if m.Covers(0) || tallied(t, m, Job{Seed: 1, To: 8}).Questions()[0].Covered {
		t.Error("a question about the unknown is answered")
	}
	held, err := m.Under(reckon.Scenario{Name: "held", Sets: []reckon.Assignment{{Name: "u", To: reckon.Exactly(3)}}})
	if err != nil {
		t.Fatal(err)
	}
	if !held.Covers(0) || tallied(t, held, Job{Seed: 1, To: 8}).Questions()[0].Yes != 8 {
		t.Error("held at a number it is not answered by it")
	}
}
