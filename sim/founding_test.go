package sim_test

import (
	"context"
	"io/fs"
	"os"
	"testing"
	"time"

	"reckon"
	"reckon/coupling"
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
	c, more := coupling.Expand(files, c)
	for _, d := range append(found, more...) {
		if d.Severity == reckon.Error {
			tb.Fatalf("%v: %s", d.At, d.Summary)
		}
	}
	return c, sim.Settings{Until: c.AsOf + 728}
}

// models compiles the readings of the founding case and has them run a little, so
// that most of what they will meet is solved.
func models(b *testing.B) []*sim.Model {
	b.Helper()
	c, set := founding(b)
	var list []*sim.Model
	for i := range c.Readings {
		m, err := sim.New(c, &c.Readings[i], set)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := m.Run(context.Background(), sim.Job{Seed: 2, To: 2048}); err != nil {
			b.Fatal(err)
		}
		list = append(list, m)
	}
	return list
}

// BenchmarkFounding makes 4 096 runs of each reading of the founding case, over two
// years of weeks: 100 000 runs of all must take less than a minute on two cores.
func BenchmarkFounding(b *testing.B) {
	run(b, models(b), sim.Job{Seed: 1, To: 4096})
}

// BenchmarkSlider makes 2 000 runs of one reading with an input set to where a
// slider stands: less than 300 ms on two cores.
func BenchmarkSlider(b *testing.B) {
	run(b, models(b)[:1], sim.Job{Seed: 1, To: 2000, Quantiles: func(_, input int) (float64, bool) { return 0.9, input == 0 }})
}

// BenchmarkWritten tells how much a tally of 2 000 runs of one reading takes when it
// is written, to the end of the case's clock.
func BenchmarkWritten(b *testing.B) {
	c, _ := founding(b)
	m, err := sim.New(c, &c.Readings[0], sim.Settings{})
	if err != nil {
		b.Fatal(err)
	}
	tally, err := m.Run(context.Background(), sim.Job{Seed: 2, To: 2000})
	if err != nil {
		b.Fatal(err)
	}
	written := 0
	for b.Loop() {
		text, err := tally.MarshalBinary()
		if err != nil {
			b.Fatal(err)
		}
		written = len(text)
	}
	b.ReportMetric(float64(written), "bytes")
}

func run(b *testing.B, models []*sim.Model, job sim.Job) {
	b.Helper()
	b.ReportAllocs()
	b.ResetTimer()
	start := time.Now()
	for range b.N {
		for _, m := range models {
			if _, err := m.Run(context.Background(), job); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.N*job.To*len(models))/time.Since(start).Seconds(), "runs/s")
}
