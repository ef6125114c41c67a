package sim_test

import (
	"context"
	"math"
	"testing"

	"reckon"
	"reckon/sim"
)

func date(t testing.TB, s string) reckon.Date {
	t.Helper()
	d, err := reckon.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func num(x float64) reckon.Expr { return reckon.Expr{Op: "number", Number: x} }

func TestSmoke(t *testing.T) {
	c := &reckon.Case{
		Name: "x", AsOf: date(t, "2026-01-01"), From: date(t, "2026-01-01"), Until: date(t, "2028-01-01"), Step: "week",
		Actors:  []reckon.Actor{{Name: "a", Options: []int{0}}, {Name: "world"}},
		Options: []reckon.Option{{Name: "a.x"}},
		Shocks:  []reckon.Shock{{Name: "quake", Rate: num(0.5), Per: "year", Moves: reckon.Move{On: 1}}},
		Questions: []reckon.Question{{
			Name: "q", Opens: date(t, "2026-01-01"), Closes: "2027-12-01T00:00:00Z",
			When: reckon.Expr{Op: "call", Name: "ever", Args: []reckon.Expr{{Op: "option"}}},
		}},
		Measures: []reckon.Measure{{
			Name: "oil", Low: math.Inf(-1), High: math.Inf(1), Start: reckon.Exactly(1), Next: reckon.Expr{Op: "*", Args: []reckon.Expr{{Op: "measure", Name: "oil"}, num(1.01)}},
			Noise: reckon.Spread{Law: reckon.Normal, Args: []reckon.Expr{num(0), num(0.1)}},
		}},
	}
	m, err := sim.New(c, nil, sim.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	tally, err := m.Run(context.Background(), sim.Job{Seed: 1, To: 1000, Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	t.Log(tally.Runs(), tally.Questions()[0], tally.Quantile(0, 50, 0.05), tally.Quantile(0, 50, 0.5), tally.Quantile(0, 50, 0.95))
}
