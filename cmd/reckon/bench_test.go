package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// BenchmarkCold runs the program from a cold start on made-up cases, as a script
// would, and reports time, peak memory, and how many times longer it took than
// moving the least number of bytes that any exact answer has to move, at the speed
// one core reads them. Bars, on two cores: 12 options under 20 ms; 16 under 60 ms;
// 20 under 0.5 s and 64 MB; 24 under 25 s and 0.8 GB; 26 under 4 min and 3.5 GB.
// The last two run only when RECKON_LARGE is set: make bench-large.
func BenchmarkCold(b *testing.B) {
	const all, basic = "Nash,GMR,SMR,SEQ,SSEQ,SIM", "Nash,GMR,SMR,SEQ"
	for _, c := range []struct {
		options, actors, rules int
		concepts               string
	}{
		{12, 4, 1, all},
		{16, 4, 1, all},
		{16, 5, 1, basic},
		{20, 5, 1, basic},
		{20, 5, 6, basic},
		{24, 6, 6, basic},
		{26, 6, 6, basic},
	} {
		b.Run(fmt.Sprintf("solve-%d-options-%d-actors-%d-rules", c.options, c.actors, c.rules), func(b *testing.B) {
			if c.options > 20 && os.Getenv("RECKON_LARGE") == "" {
				b.Skip("takes minutes and gigabytes: make bench-large")
			}
			dir := b.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "case.hcl"), madeUp(c.options, c.actors, c.rules), 0o644); err != nil {
				b.Fatal(err)
			}
			var text []byte
			peak := 0.0
			for b.Loop() {
				text = reckonOut(b, "solve", dir, "--json", "--summary", "--concept", c.concepts)
				peak = max(peak, costOf(b, text).PeakBytes)
			}
			least := leastBytes(c.options, strings.Count(c.concepts, ",")+1, costOf(b, text).levels())
			bound := float64(least) / bytesPerSecond(least)
			b.ReportMetric(peak/1e6, "peak-MB")
			b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)/bound, "x-lower-bound")
		})
	}
	founding := filepath.Join(root(b), "cases", "supreme-leader")
	b.Run("check-founding-case", func(b *testing.B) {
		for b.Loop() {
			reckonOut(b, "check", founding)
		}
	})
	b.Run("trial-founding-case-1000-draws", func(b *testing.B) {
		for b.Loop() {
			reckonOut(b, "trial", founding, "--draws", "1000")
		}
	})
	b.Run("brief-founding-case", func(b *testing.B) {
		page := filepath.Join(b.TempDir(), "brief.html")
		for b.Loop() {
			reckonOut(b, "brief", founding, "--out", page)
		}
	})
}

// bytesPerSecond measures how fast one core reads an array of the given size, the
// best of three times: what any exact answer has to spend at least.
func bytesPerSecond(size int) float64 {
	words := make([]uint64, max(1, size/8))
	for k := range words {
		words[k] = uint64(k)
	}
	best, sum := time.Hour, uint64(0)
	for range 3 {
		start := time.Now()
		for k := 0; k+4 <= len(words); k += 4 {
			sum += words[k] ^ words[k+1] ^ words[k+2] ^ words[k+3]
		}
		best = min(best, max(1, time.Since(start)))
	}
	if sum == 1 { // never: the loop must not be optimised away
		return 0
	}
	return float64(8*len(words)) / best.Seconds()
}

// leastBytes is what an answer for all states has to move at least: each actor's
// ranks in, at ⌈log₂ levels⌉ bits a state, and a bit a state out for each actor and
// concept.
func leastBytes(options, concepts int, levels []int) int {
	bits := 0
	for _, n := range levels {
		for ; n > 1; n = (n + 1) / 2 {
			bits++
		}
		bits += concepts
	}
	return bits << options / 8
}

// reckonOut runs one command line in a process of its own.
func reckonOut(tb testing.TB, args ...string) []byte {
	tb.Helper()
	out, err := exec.Command("reckon", args...).Output()
	if err != nil {
		tb.Fatalf("reckon %s: %v", strings.Join(args, " "), err)
	}
	return out
}

// answerCost is what a summary says of its own cost, and of the actors' levels.
type answerCost struct {
	PeakBytes float64 `json:"peak_bytes"`
	Explained []struct {
		Views []struct {
			Levels int `json:"levels"`
		} `json:"views"`
	} `json:"explained"`
}

func costOf(tb testing.TB, text []byte) (a answerCost) {
	tb.Helper()
	if err := json.Unmarshal(text, &a); err != nil {
		tb.Fatal(err)
	}
	return a
}

func (a answerCost) levels() (levels []int) {
	for _, e := range a.Explained {
		levels = append(levels, e.Views[0].Levels)
	}
	return levels
}

// madeUp writes a case of a given size: every actor has six wants, each over
// three options of anybody, always the same ones. One rule forbids two options
// together, further ones three random ones in a random setting, all off excepted.
func madeUp(options, actors, rules int) []byte {
	r := rand.New(rand.NewPCG(uint64(options), uint64(actors)))
	name := func(k int) string { return fmt.Sprintf("a%d.o%d", k%actors, k/actors) }
	var b strings.Builder
	b.WriteString("case \"made-up\" {\n  subject = a0\n}\n")
	for a := range actors {
		fmt.Fprintf(&b, "actor \"a%d\" {\n", a)
		for k := a; k < options; k += actors {
			fmt.Fprintf(&b, "  option \"o%d\" {}\n", k/actors)
		}
		b.WriteString("}\n")
	}
	for a := range actors {
		fmt.Fprintf(&b, "mind \"a%d\" {\n", a)
		for w := range 6 {
			k := r.Perm(options)
			not := [2]string{"", "!"}[r.IntN(2)]
			fmt.Fprintf(&b, "  want \"w%d\" { that = %s%s && %s || !%s }\n", w, not, name(k[0]), name(k[1]), name(k[2]))
		}
		b.WriteString("}\n")
	}
	fmt.Fprintf(&b, "impossible \"i\" { when = %s && %s }\n", name(0), name(1))
	for i := 1; i < rules; i++ {
		k := r.Perm(options)
		fmt.Fprintf(&b, "impossible \"i%d\" { when = %s && !%s && %s }\n", i, name(k[0]), name(k[1]), name(k[2]))
	}
	return []byte(b.String())
}
