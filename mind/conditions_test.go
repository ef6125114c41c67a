package mind

import (
	"math"
	"testing"

	"reckon"
	"reckon/casetest"
)

// mixedYesNo and mixedAmount draw expressions over three options and two measures.
func mixedYesNo(draw casetest.World, depth int) reckon.Expr {
	if depth == 0 {
		return opt(draw(3))
	}
	sub := func() reckon.Expr { return mixedYesNo(draw, depth-1) }
	switch draw(6) {
	case 0:
		return not(sub())
	case 1:
		return op("?", sub(), sub(), sub())
	case 2:
		return op([]reckon.Op{"&&", "||", "==", "!="}[draw(4)], sub(), sub())
	case 3:
		return []reckon.Expr{{Op: "yes"}, {Op: "no"}}[draw(2)]
	}
	return op([]reckon.Op{"==", "!=", "<", "<=", ">", ">="}[draw(6)], mixedAmount(draw, depth-1), mixedAmount(draw, depth-1))
}

func mixedAmount(draw casetest.World, depth int) reckon.Expr {
	if depth == 0 {
		return []reckon.Expr{number(float64(draw(3))), measure("x"), measure("y")}[draw(3)]
	}
	sub := func() reckon.Expr { return mixedAmount(draw, depth-1) }
	switch draw(5) {
	case 0:
		return op("?", mixedYesNo(draw, depth-1), sub(), sub())
	case 1:
		return op("-", sub())
	case 2:
		return reckon.Expr{Op: "call", Name: "abs", Args: []reckon.Expr{sub()}}
	case 3:
		return reckon.Expr{Op: "call", Name: []string{"min", "max"}[draw(2)], Args: []reckon.Expr{sub(), sub()}}
	}
	return op([]reckon.Op{"+", "-", "*", "/"}[draw(4)], sub(), sub())
}

// TestConditionsStandForMeasures: what is left of an expression once the facts are
// written in holds in the same states as the expression under the measures, whether
// comparisons with options are told apart or read exact values; and one that reads an
// unknown measure is left out.
func TestConditionsStandForMeasures(t *testing.T) {
	cases := 3000
	if testing.Short() {
		cases = 300
	}
	held, conditions, exact, unknown := 0, 0, 0, 0
	for seed := range cases {
		draw := seeded(seed)
		e := mixedYesNo(draw, 1+draw(4))
		asked := terms{few: draw(4), place: map[string]int{}}
		asked.note(&e)
		conditions, exact = conditions+len(asked.conditions), exact+len(asked.exact)
		for range 4 {
			value := map[string]float64{"x": []float64{math.NaN(), -1, 0, 0.5, 1, 2}[draw(6)], "y": float64(draw(4)) / 2}
			measures := func(name string) float64 { return value[name] }
			facts := asked.facts(nil, measures)
			left := asked.under(e, facts)
			if left.Op == "" {
				unknown++
				if !math.IsNaN(value["x"]) {
					t.Fatalf("seed %d: left out though all is known", seed)
				}
				continue
			}
			want, fits := e.Circuit(measures)
			got, also := left.Circuit(asked.value(facts))
			if !fits || !also {
				t.Fatalf("seed %d: too long", seed)
			}
			for s := range reckon.State(8) {
				if got.Holds(s) != want.Holds(s) {
					t.Fatalf("seed %d, %v at %b: %v by facts, of %s", seed, value, s, got.Holds(s), spelt(&e))
				}
				if want.Holds(s) {
					held++
				}
			}
		}
	}
	if held == 0 || conditions == 0 || exact == 0 || unknown == 0 {
		t.Errorf("%d held, %d conditions, %d exact, %d unknown", held, conditions, exact, unknown)
	}
}
