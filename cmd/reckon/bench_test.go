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
)

// BenchmarkCold runs the program from a cold start on made-up cases, as a script
// would. Bars: 12 options and 4 actors under 20 ms for five concepts, 16 options
// under 0.15 s, 20 options and 5 actors under 1.5 s and 150 MB for four.
func BenchmarkCold(b *testing.B) {
	for _, c := range []struct {
		options, actors int
		concepts        string
	}{
		{12, 4, "Nash,GMR,SMR,SEQ,SIM"},
		{16, 4, "Nash,GMR,SMR,SEQ,SIM"},
		{20, 5, "Nash,GMR,SMR,SEQ"},
	} {
		b.Run(fmt.Sprintf("solve-%d-options-%d-actors", c.options, c.actors), func(b *testing.B) {
			dir := b.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "case.hcl"), madeUp(c.options, c.actors), 0o644); err != nil {
				b.Fatal(err)
			}
			var out struct {
				PeakBytes float64 `json:"peak_bytes"`
			}
			peak := 0.0
			for b.Loop() {
				text := reckonOut(b, "solve", dir, "--json", "--summary", "--concept", c.concepts)
				if err := json.Unmarshal(text, &out); err != nil {
					b.Fatal(err)
				}
				peak = max(peak, out.PeakBytes)
			}
			b.ReportMetric(peak/1e6, "peak-MB")
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

// reckonOut runs one command line in a process of its own.
func reckonOut(tb testing.TB, args ...string) []byte {
	tb.Helper()
	out, err := exec.Command("reckon", args...).Output()
	if err != nil {
		tb.Fatalf("reckon %s: %v", strings.Join(args, " "), err)
	}
	return out
}

// madeUp writes a case of a given size: every actor has six wants, each over
// three options of anybody, always the same ones.
func madeUp(options, actors int) []byte {
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
	return []byte(b.String())
}
