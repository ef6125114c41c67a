package events

import (
	"testing"

	"reckon/dates"
	"reckon/document"
	"reckon/grammar"
	"reckon/names"
)

// chronicle is a made-up report of the usual kind.
const chronicle = `The government of Norland agreed on Monday to lift its embargo on Sudmark and to release four fishermen.
Sudmark's foreign minister welcomed the decision but said that Norland must withdraw its troops from the island of Eem.
Up to 2,000 protesters marched through the capital on Tuesday, and police arrested dozens of them. An air strike on the
harbour killed at least 12 people, officials said. Neither side refrained from accusing the other. The president refused
to meet the envoy of the United Nations, who had called for a ceasefire and urged both countries to resume talks.

`

func BenchmarkFind(b *testing.B) {
	text := ""
	for range 40 {
		text += chronicle
	}
	t := grammar.Parse(document.Plain("bench", text))
	c := names.Find(t, nil)
	d := dates.Find(t, 0)
	n := 0
	for _, s := range t.Sentences {
		n += len(s.Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		if len(Find(t, c, d)) == 0 {
			b.Fatal("no events")
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
