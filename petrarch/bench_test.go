package petrarch

import (
	"testing"

	"reckon/grammar"
)

func BenchmarkCode(b *testing.B) {
	d := validation(b)
	var sentences []grammar.Sentence
	all := records(b)
	for _, r := range all {
		sentences = append(sentences, parsed(r.Text))
	}
	b.ReportAllocs()
	for b.Loop() {
		for i := range sentences {
			d.Code(&sentences[i], 728000, all[i].options)
		}
	}
	b.ReportMetric(float64(len(sentences))*float64(b.N)/b.Elapsed().Seconds(), "sentences/s")
}
