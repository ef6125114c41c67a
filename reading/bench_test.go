package reading

import (
	"strings"
	"testing"

	"reckon/document"
	"reckon/readtest"
)

// BenchmarkRead reads news reports end to end: blocks, sentences, trees, names,
// and all that is found in them. It reports documents of 805 words a second, the
// mean length of the corpus's, on one core.
func BenchmarkRead(b *testing.B) {
	var docs []*document.Document
	words := 0
	for _, d := range readtest.PolNeAR(b, "dev") {
		docs = append(docs, document.Plain(d.Name, d.Text))
		words += len(strings.Fields(d.Text))
	}
	Read(docs[0], Settings{}) // weights are read once a process
	b.ResetTimer()
	for b.Loop() {
		for _, d := range docs {
			Read(d, Settings{})
		}
	}
	b.ReportMetric(float64(words*b.N)/805/b.Elapsed().Seconds(), "docs/s")
}
