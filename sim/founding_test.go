package sim_test

import (
	"context"
	"io/fs"
	"os"
	"runtime"
	"testing"
	"time"

	"reckon"
	"reckon/lang"
	"reckon/sim"
)

// founding loads the founding case; its runs last two years of weeks.
func founding(tb testing.TB) (*reckon.Case, sim.Settings) {
	tb.Helper()
	root, files := os.DirFS("../cases/supreme-leader"), lang.Files{}
	err := fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files[path], err = fs.ReadFile(root, path)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	c, found := lang.Load(files)
	for _, d := range found {
		if d.Severity == reckon.Error {
			tb.Fatalf("%v: %s", d.At, d.Summary)
		}
	}
	return c, sim.Settings{Until: c.AsOf + 728}
}

// BenchmarkFounding makes 2 000 runs of each reading of the founding case, over two
// years of weeks, with models that have run before.
func BenchmarkFounding(b *testing.B) {
	c, set := founding(b)
	var models []*sim.Model
	for i := range c.Readings {
		m, err := sim.New(c, &c.Readings[i], set)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := m.Run(context.Background(), sim.Job{Seed: 2, To: 512}); err != nil {
			b.Fatal(err)
		}
		models = append(models, m)
	}
	const runs = 2000
	b.ReportAllocs()
	b.ResetTimer()
	start := time.Now()
	for range b.N {
		for _, m := range models {
			if _, err := m.Run(context.Background(), sim.Job{Seed: 1, To: runs}); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.N*runs*len(models))/time.Since(start).Seconds(), "runs/s")
	b.ReportMetric(float64(runtime.GOMAXPROCS(0)), "processors")
}
