package dynamics

import (
	"math"
	"testing"
	"time"
	"unsafe"

	"reckon"
	"reckon/draw"
)

const (
	benchLanes = 256
	benchSteps = 100
)

// noisy are the measures of the economy that chance moves, in the noisy version.
var noisy = []string{"oil", "price", "trust", "news", "stance"}

func economyCase(tb testing.TB, noise bool) *reckon.Case {
	tb.Helper()
	c := written(tb, "economy", 0.5)
	for i := range noisy {
		if noise {
			c.Measures[c.Measure(noisy[i])].Noise = reckon.Spread{Law: reckon.Normal, Args: []reckon.Expr{num(0), num(0.02)}}
		}
	}
	return c
}

func key(c *reckon.Case, measure, step int) draw.Key {
	return draw.Key{Seed: 7, Module: 1, Entity: draw.Entity(c.Measures[measure].Name), Step: uint32(step)}
}

// straight carries one run of the economy by hand.
func straight(x economy, keys []uint64, noise bool, run int) economy {
	for k := range benchSteps {
		to := x.next()
		if noise {
			add := func(m *float64, at int) {
				u := draw.Key{Seed: 7, Module: 1, Entity: keys[at], Step: uint32(k), Run: uint64(run)}.Uniform()
				*m = clamp(*m + draw.Quantile(reckon.Normal, u, 0, 0.02))
			}
			add(&to.oil, 0)
			add(&to.price, 1)
			add(&to.trust, 2)
			add(&to.news, 3)
			add(&to.stance, 4)
		}
		x = to
	}
	return x
}

// began is where a run starts: every run elsewhere, as runs do.
func began(run int) economy {
	var x economy
	for i := range fields(&x) {
		fields(&x)[i] = uniform(5, run, i, 0)
	}
	return x
}

// observe has a block start where the runs by hand do.
func observe(b *Block) {
	for i := range economySize {
		lanes := make([]float64, benchLanes)
		for run := range lanes {
			x := began(run)
			lanes[run] = fields(&x)[i]
		}
		b.Observe(i, lanes)
	}
}

const economySize = 20

func fields(x *economy) *[20]float64 { return (*[20]float64)(unsafe.Pointer(x)) }

// batched carries a block of runs of the economy.
func batched(tb testing.TB, b *Block, c *reckon.Case, noise bool) {
	tb.Helper()
	if err := b.Start(day0, nil); err != nil {
		tb.Fatal(err)
	}
	for k := range benchSteps {
		var draws Uniforms
		if noise {
			draws = func(measure int, u []float64) { key(c, measure, k).Fill(u) }
		}
		if err := b.Step(day0+reckon.Date(k), draws); err != nil {
			tb.Fatal(err)
		}
	}
}

// BenchmarkEconomy compares a block with Go written by hand in the same run: 20
// measures, 100 steps, 256 runs, with and without noise.
func BenchmarkEconomy(b *testing.B) {
	for _, noise := range []bool{false, true} {
		name := "quiet"
		if noise {
			name = "noise"
		}
		b.Run(name, func(b *testing.B) {
			c := economyCase(b, noise)
			m, err := Compile(c)
			if err != nil {
				b.Fatal(err)
			}
			block := m.NewBlock(benchLanes)
			observe(block)
			var keys []uint64
			for _, n := range noisy {
				keys = append(keys, draw.Entity(n))
			}
			fast, slow := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
			var sink economy
			for b.Loop() {
				t0 := time.Now()
				batched(b, block, c, noise)
				t1 := time.Now()
				for run := range benchLanes {
					sink = straight(began(run), keys, noise, run)
				}
				t2 := time.Now()
				fast, slow = min(fast, t1.Sub(t0)), min(slow, t2.Sub(t1))
			}
			_ = sink
			report(b, benchLanes*benchSteps, fast, slow)
		})
	}
}

// report gives the best of all rounds: the machine may be busy with other work.
func report(b *testing.B, runSteps float64, fast, slow time.Duration) {
	b.Helper()
	b.ReportMetric(runSteps/fast.Seconds()/1e6, "M-run-steps/s")
	b.ReportMetric(runSteps/slow.Seconds()/1e6, "M-run-steps/s-by-hand")
	b.ReportMetric(fast.Seconds()/slow.Seconds(), "times-by-hand")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkEpidemic is the epidemic over 3200 steps, in which PySD does 58 000
// steps a second.
func BenchmarkEpidemic(b *testing.B) {
	c := written(b, "epidemic", 0)
	c.Measures[0].Start, c.Measures[1].Start = reckon.Exactly(999), reckon.Exactly(1)
	m, err := Compile(c)
	if err != nil {
		b.Fatal(err)
	}
	const steps = 3200
	for _, lanes := range []int{1, benchLanes} {
		b.Run(map[bool]string{true: "one", false: "block"}[lanes == 1], func(b *testing.B) {
			block := m.NewBlock(lanes)
			fast, slow := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
			var sink epidemic
			for b.Loop() {
				t0 := time.Now()
				if err := block.Start(day0, nil); err != nil {
					b.Fatal(err)
				}
				for range steps {
					if err := block.Step(day0, nil); err != nil {
						b.Fatal(err)
					}
				}
				t1 := time.Now()
				for range lanes {
					x := epidemic{999, 1, 0}
					for range steps {
						x = x.next()
					}
					sink = x
				}
				t2 := time.Now()
				fast, slow = min(fast, t1.Sub(t0)), min(slow, t2.Sub(t1))
			}
			_ = sink
			report(b, float64(lanes*steps), fast, slow)
		})
	}
}

// TestStraight holds blocks against the Go written by hand, bit for bit.
func TestStraight(t *testing.T) {
	for _, noise := range []bool{false, true} {
		c := economyCase(t, noise)
		m, err := Compile(c)
		if err != nil {
			t.Fatal(err)
		}
		b := m.NewBlock(benchLanes)
		observe(b)
		batched(t, b, c, noise)
		var keys []uint64
		for _, n := range noisy {
			keys = append(keys, draw.Entity(n))
		}
		x := straight(began(3), keys, noise, 3)
		for i, want := range fields(&x) {
			if got := b.Value(i)[3]; got != want {
				t.Errorf("noise %v, %s: %v in the block, %v by hand", noise, c.Measures[i].Name, got, want)
			}
		}
	}
}
