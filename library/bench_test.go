package library_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"reckon/library"
	"reckon/pgtest"
)

// press makes news reports of 805 words that are as often used as words are: by
// Zipf's law, of 30 000. One in twenty is a reprint with another headline.
func press(folder string, n int) error {
	random := rand.New(rand.NewPCG(3, 4))
	often := rand.NewZipf(random, 1.1, 2.7, 30_000)
	syllables := strings.Fields("ba den kor mi tal us ren po ga lith er an so ve qui nor ta ci ble mo ster pa li gu wen")
	word := func(rank uint64) string {
		w := ""
		for rank += 7; rank > 0; rank /= 25 {
			w += syllables[rank%25]
		}
		return w
	}
	body := ""
	for k := range n {
		var s strings.Builder
		fmt.Fprintf(&s, "Report %d: %s %s\n\n", k, word(often.Uint64()), word(often.Uint64()))
		if k%20 != 19 {
			var b strings.Builder
			for w := range 800 {
				b.WriteString(word(often.Uint64()))
				b.WriteString([]string{" ", " ", " ", ", ", " "}[w%5])
				if w%18 == 17 {
					b.WriteString("said. ")
				}
				if w%90 == 89 {
					b.WriteString("\n\n")
				}
			}
			body = b.String()
		}
		s.WriteString(body)
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%05d.txt", k)), []byte(s.String()), 0o666); err != nil {
			return err
		}
	}
	return nil
}

// BenchmarkImport imports and indexes 10 000 news reports into an empty library, and
// searches it: go test -run '^$' -bench Import -benchtime 1x ./library.
func BenchmarkImport(b *testing.B) {
	const reports = 10_000
	folder := b.TempDir()
	if err := press(folder, reports); err != nil {
		b.Fatal(err)
	}
	for _, engine := range []string{"SQLite", "PostgreSQL"} {
		b.Run(engine, func(b *testing.B) {
			for b.Loop() {
				place := filepath.Join(b.TempDir(), "library.db")
				if engine == "PostgreSQL" {
					place = pgtest.Database(b)
				}
				l := open(b, place)
				count := map[library.Outcome]int{}
				started := time.Now()
				if err := l.Import(b.Context(), []string{folder}, func(i library.Item) { count[i.Outcome]++ }); err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(reports/time.Since(started).Seconds(), "documents/s")
				if count[library.Added]+count[library.Near] != reports || count[library.Near] < reports/20 {
					b.Fatalf("%v", count)
				}
				var memory runtime.MemStats
				runtime.ReadMemStats(&memory)
				b.ReportMetric(float64(memory.Sys>>20), "MB")
				started = time.Now()
				hits, err := l.Search(b.Context(), "report said -"+"bakor", 20)
				if err != nil || len(hits) != 20 {
					b.Fatal(len(hits), err)
				}
				b.ReportMetric(float64(time.Since(started).Microseconds())/1000, "ms/search")
				started = time.Now()
				if origins, err := l.Origins(b.Context()); err != nil || len(origins) != reports-reports/20 {
					b.Fatal(len(origins), err)
				}
				b.ReportMetric(float64(time.Since(started).Microseconds())/1000, "ms/origins")
			}
		})
	}
}
