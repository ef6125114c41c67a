package xmile_test

import (
	"math"
	"testing"

	"reckon"
	"reckon/dynamics"
	"reckon/xmile"
)

// TestRunsAsDefined runs every model, and its case text, through the engine that
// runs cases and compares it with the definition.
func TestRunsAsDefined(t *testing.T) {
	everyModel(t, func(t *testing.T, c *reckon.Case) {
		t.Helper()
		if _, err := xmile.Text(c); err != nil {
			t.Fatal(err)
		}
		m, err := dynamics.Compile(c)
		if err != nil {
			t.Fatal(err)
		}
		b, o := m.NewBlock(1), newOracle(c)
		if err := b.Start(c.From, halves); err != nil {
			t.Fatal(err)
		}
		for p := range c.Parameters {
			if got, want := b.Parameter(p)[0], c.Parameters[p].Value.Middle(); got != want {
				t.Errorf("parameter %s is %v, want %v", c.Parameters[p].Name, got, want)
			}
		}
		for k := range min(60, stepsOf(c)) {
			for i := range c.Measures {
				name := c.Measures[i].Name
				got, want := b.Value(i)[0], o.at(name, k)
				if math.Abs(got-want) > 1e-9*max(1, math.Abs(want)) {
					t.Fatalf("%s after %d steps is %v, want %v", name, k, got, want)
				}
			}
			if err := b.Step(c.From+reckon.Date(k)+1, halves); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// halves draws the middle of everything.
func halves(_ int, lanes []float64) {
	for i := range lanes {
		lanes[i] = 0.5
	}
}
