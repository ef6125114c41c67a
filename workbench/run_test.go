package workbench

import (
	"bytes"
	"context"
	"encoding/json"
	"math"
	"path/filepath"
	"runtime"
	"testing"

	"reckon"
	"reckon/causes"
	"reckon/outlook"
)

// leader opens the founding case.
func leader(tb testing.TB) *Bench {
	tb.Helper()
	b, err := Open(filepath.Join("..", "cases", "supreme-leader"))
	if err != nil {
		tb.Fatal(err)
	}
	if !b.Fit() {
		tb.Fatal(b.Diagnostics)
	}
	return b
}

// warm compiles all readings of the founding case and has them run before.
func warm(tb testing.TB) *outlook.Ensemble {
	tb.Helper()
	e, err := leader(tb).ensemble(RunSettings{})
	if err != nil {
		tb.Fatal(err)
	}
	if _, err := e.Tallies(context.Background(), outlook.Job{Seed: 2, To: 512}); err != nil {
		tb.Fatal(err)
	}
	return e
}

// TestSameBytesOnAnyProcessors: what is printed hangs on case and seed alone.
func TestSameBytesOnAnyProcessors(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	var want []byte
	for _, n := range []int{1, 2, 8} {
		runtime.GOMAXPROCS(n)
		ran, err := leader(t).Run(context.Background(), RunSettings{Runs: 300, Seed: 5})
		if err != nil {
			t.Fatal(err)
		}
		got, err := json.Marshal(ran)
		if err != nil {
			t.Fatal(err)
		}
		if want == nil {
			want = got
		}
		if !bytes.Equal(got, want) {
			t.Errorf("on %d processors other bytes than on 1", n)
		}
	}
}

// TestSplit: shards are whole blocks, follow one another and leave nothing out.
func TestSplit(t *testing.T) {
	for _, runs := range []int{1, 256, 257, 1000, 1 << 20, math.MaxInt32} {
		for _, n := range []int{1, 2, 3, 7} {
			last := 0
			for i := range n {
				from, to := split(runs, i+1, n)
				if from != last || to < from || from%blockRuns != 0 && from != runs {
					t.Fatalf("shard %d of %d of %d runs is %d to %d, after %d", i+1, n, runs, from, to, last)
				}
				last = to
			}
			if last != runs {
				t.Fatalf("%d shards of %d runs end at %d", n, runs, last)
			}
		}
	}
}

// FuzzShard: no file makes the reader of shards fail otherwise than by an error.
func FuzzShard(f *testing.F) {
	var file bytes.Buffer
	if err := (&shard{order: order{Version: "1"}, texts: map[string][]byte{"case.hcl": []byte("case")}}).write(&file); err != nil {
		f.Fatal(err)
	}
	f.Add(file.Bytes())
	f.Fuzz(func(t *testing.T, text []byte) {
		s, err := readShard(text)
		if err == nil && (s.Version == "" || len(s.texts) == 0) {
			t.Error("a shard without a version or a case was taken")
		}
	})
}

// BenchmarkSlider is the wait after a number was changed: 2 000 runs of each of the
// founding case's readings, whose minds have thought before.
func BenchmarkSlider(b *testing.B) {
	e := warm(b)
	for k := 0; b.Loop(); k++ {
		moved, err := e.Under(reckon.Scenario{Sets: []reckon.Assignment{{Name: "campaigns", To: reckon.Spread{
			Law: reckon.Exact, Args: []reckon.Expr{{Op: "number", Number: float64(k % 4)}},
		}}}})
		if err != nil {
			b.Fatal(err)
		}
		tallies, err := moved.Tallies(b.Context(), outlook.Job{Seed: 1, To: 2000})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := moved.Pool(tallies, 2000, 1); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDrivers is what a question hangs on: indices of all uncertain numbers of
// the founding case on 1 024 points, and their screening.
func BenchmarkDrivers(b *testing.B) {
	e := warm(b)
	for b.Loop() {
		d, err := causes.Drive(b.Context(), e, outlook.Job{Seed: 1}, e.Case.Questions[0].Name, causes.Settings{})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(d.Inputs)), "inputs")
		b.ReportMetric(float64(d.Runs), "runs/reading")
	}
}
