package profile

import (
	"testing"

	"reckon/document"
	"reckon/grammar"
	"reckon/names"
	"reckon/quotation"
)

// Each sentence shows what is counted: hits and places of one trait.
func TestTraits(t *testing.T) {
	for _, row := range []struct {
		trait    int
		sentence string
		want     share
	}{
		{bace, "We launched the new programme.", share{1, 1}},
		{bace, "We slept.", share{0, 1}},
		{bace, "They launched the new programme.", share{0, 0}},
		{bace, "We did not launch it.", share{0, 1}},
		{pwr, "We control the strait.", share{1, 1}},
		{pwr, "Our army destroyed their fleet.", share{1, 1}},
		{pwr, "We will persuade the Danes.", share{1, 1}},
		{pwr, "We watched the birds.", share{0, 1}},
		{sc, "I decided it.", share{1, 1}},
		{sc, "I slept.", share{0, 1}},
		{sc, "I explained my plan.", share{2, 2}},
		{sc, "They praised me.", share{1, 1}},
		{sc, "They saw my hat.", share{0, 1}},
		{cc, "Perhaps it will rain.", share{1, 1}},
		{cc, "It will certainly rain.", share{0, 1}},
		{cc, "It rains, for example, in May.", share{1, 1}},
		{cc, "Without a doubt it rains.", share{0, 1}},
		{cc, "Not all of them wait, and not only the Danes.", share{2, 2}},
		{cc, "We do it once and for all.", share{0, 1}},
		{cc, "After all, it rains.", share{0, 0}},
		{task, "The plan is a proposal.", share{2, 2}},
		{task, "They need health care.", share{0, 0}},
		{task, "Our friendship needs forgiveness.", share{0, 2}},
		{igb, "Our great nation is waiting for news.", share{1, 1}},
		{igb, "Our nation is waiting for news.", share{0, 1}},
		{igb, "Our people are brave.", share{1, 1}},
		{igb, "We guard the honour of our nation.", share{1, 1}},
		{igb, "Norway waits.", share{0, 1}},
		{igb, "The noble Free State of Norway, our Great Nation, waits.", share{1, 3}},
		{dis, "The treacherous Swedes wait.", share{1, 1}},
		{dis, "The Swedes wait.", share{0, 1}},
		{dis, "The Swedes attacked us.", share{1, 1}},
		{dis, "We distrust the Swedes.", share{1, 1}},
		{dis, "The enemy is waiting for news.", share{1, 1}},
	} {
		c := code(t, row.sentence, whole)
		var got share
		for i := range c.units {
			got.hits += c.units[i].traits[row.trait].hits
			got.of += c.units[i].traits[row.trait].of
		}
		if got != row.want {
			t.Errorf("%s: %s is %+v, want %+v", row.sentence, traitNames[row.trait][0], got, row.want)
		}
	}
}

// What belongs to a name praises nobody.
func TestNamesAreNoPraise(t *testing.T) {
	set := Settings{Speaker: "Ada Example", Own: true, State: "United States"}
	for text, want := range map[string]share{
		"We live in the United States, and the United States has waited.": {0, 2},
		"The United States is great.":                                     {1, 1},
	} {
		c := code(t, text, set)
		if got := c.units[0].traits[igb]; got != want {
			t.Errorf("%s: %+v, want %+v", text, got, want)
		}
	}
}

func TestTraitsStayInRange(t *testing.T) {
	c := code(t, speech(600), whole)
	var sum traits
	for i := range c.units {
		sum.add(&c.units[i].traits)
	}
	for k, s := range sum {
		if s.hits < 0 || s.hits > s.of {
			t.Errorf("%s: %+v", traitNames[k][0], s)
		}
	}
}

// Bar: 300 000 tokens a second.
func BenchmarkCode(b *testing.B) {
	d, err := document.Read("speech.txt", []byte(speech(4_000)))
	if err != nil {
		b.Fatal(err)
	}
	t := grammar.Parse(d)
	c := names.Find(t, nil)
	q := quotation.Find(t, c)
	tokens := 0
	for i := range t.Sentences {
		tokens += len(t.Sentences[i].Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		Code(t, c, q, whole)
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkMeasure(b *testing.B) {
	c := code(b, speech(4_300), whole)
	b.ReportAllocs()
	for b.Loop() {
		Measure([]*Coded{c}, whole)
	}
}
