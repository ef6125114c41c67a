package runfile

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"testing"

	"reckon"
	"reckon/sim"
)

// TestRunsOfAModel writes what sim hands over, on one worker and on three: the bytes
// are the same, and the runs are all there.
func TestRunsOfAModel(t *testing.T) {
	c := &reckon.Case{
		Name: "oil", AsOf: on(t, "2026-01-01"), From: on(t, "2026-01-01"), Until: on(t, "2026-03-01"), Step: "week",
		Actors: []reckon.Actor{{Name: "leader"}}, Options: []reckon.Option{{Name: "leader.talk"}},
		Parameters: []reckon.Parameter{{Name: "gain", Value: reckon.Spread{
			Law: reckon.Between, Args: []reckon.Expr{{Op: "number", Number: 0.1}, {Op: "number", Number: 0.5}},
		}}},
		Measures: []reckon.Measure{{
			Name: "oil", Low: 0, High: 10, Start: reckon.Exactly(2),
			Next: reckon.Expr{Op: "+", Args: []reckon.Expr{{Op: "measure", Name: "oil"}, {Op: "measure", Name: "gain"}}},
		}},
	}
	m, err := sim.New(c, nil, sim.Settings{})
	if err != nil {
		t.Fatal(err)
	}
	const runs = 600 // three blocks
	var files [2]bytes.Buffer
	for i, workers := range []int{1, 3} {
		f, err := New(&files[i], "paths.csv", Paths, c, m.Inputs())
		if err != nil {
			t.Fatal(err)
		}
		_, err = m.Run(t.Context(), sim.Job{Seed: 1, To: runs, Workers: workers, Each: func(p *sim.Path) {
			if err := f.Write("own", p); err != nil {
				t.Error(err)
			}
		}})
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
		t.Error("one worker and three do not write the same")
	}
	rows, err := csv.NewReader(&files[0]).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	steps := len(m.Dates())
	if len(rows) != 1+runs*steps {
		t.Fatalf("%d rows for %d runs of %d steps", len(rows), runs, steps)
	}
	last := rows[len(rows)-1]
	if last[1] != strconv.Itoa(runs-1) || last[2] != strconv.Itoa(steps-1) || last[3] != m.Dates()[steps-1].String() {
		t.Errorf("the last row is %q", last)
	}
}
