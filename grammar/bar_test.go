package grammar

import (
	"bytes"
	"testing"

	"reckon/readtest"
)

// agreement counts the words of a treebank that a parser tags and attaches as
// its people did: all tokens, relations without subtypes, words given.
func agreement(p *Parser, gold []Sentence) (words, tags, heads, relations int) {
	for _, g := range gold {
		var given []string
		for _, w := range g.Tokens {
			given = append(given, w.Text)
		}
		for i, w := range p.Words(given).Tokens {
			key := g.Tokens[i]
			words++
			if w.Tag == key.Tag {
				tags++
			}
			if w.Head == key.Head {
				heads++
				if w.Relation.Universal() == key.Relation.Universal() {
					relations++
				}
			}
		}
	}
	return words, tags, heads, relations
}

func TestBarEWT(t *testing.T) {
	if testing.Short() {
		t.Skip("parses a corpus")
	}
	words, tags, heads, relations := agreement(Standard(), treebank(t, "test", 0))
	for _, row := range []struct {
		what       string
		right      int
		bar        float64
		peer, note string
	}{
		{"UPOS", tags, 94.5, "pure-Go perceptron of the research 94.6", "words given"},
		{"UAS", heads, 84, "spaCy en_core_web_sm 91.7 on its own corpus; pure-Go perceptron of the research 84.0", "words given, tags predicted"},
		{"LAS", relations, 80.5, "spaCy en_core_web_sm 90.0 on its own corpus; pure-Go perceptron of the research 80.5", "words given, tags predicted, no subtypes"},
	} {
		readtest.Check(t, readtest.Row{
			Task: "parsing EWT test, " + row.what + " %", Figure: 100 * float64(row.right) / float64(words),
			Bar: row.bar, Peers: row.peer, Details: row.note,
		})
	}
}

// TestBarEWTTokens cuts the raw text of the treebank, sentence by sentence, and
// compares with its words.
func TestBarEWTTokens(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a corpus")
	}
	var all readtest.Tally
	for _, g := range treebank(t, "dev", 0) {
		type span struct{ start, end int }
		key := map[span]bool{}
		for _, w := range g.Tokens {
			key[span{w.Start, w.End}] = true
		}
		tally := readtest.Tally{Key: len(key)}
		for _, s := range cut(block(raw(g))) {
			for _, w := range s.Tokens {
				tally.Given++
				if key[span{w.Start, w.End}] {
					tally.Right++
				}
			}
		}
		all.Add(tally)
	}
	readtest.Check(t, readtest.Row{
		Task: "tokens EWT dev, F1 %", Figure: 100 * all.F1(), Bar: 97, Peers: "UDPipe 2 99.1 on raw text of EWT test, trained",
		Details: "rules only; text of one sentence given",
	})
}

// raw is the text of a sentence of the treebank, with spaces where it has them.
func raw(s Sentence) string {
	text := make([]byte, 0, 200)
	for _, w := range s.Tokens {
		for len(text) < w.Start {
			text = append(text, ' ')
		}
		text = append(text, w.Text...)
	}
	return string(text)
}

// TestTrainingIsTheSameTwice trains on a slice of the treebank.
func TestTrainingIsTheSameTwice(t *testing.T) {
	if testing.Short() {
		t.Skip("trains twice")
	}
	slice := treebank(t, "dev", 60)
	a, b := Train(slice, "a slice"), Train(slice, "a slice")
	if !bytes.Equal(a, b) {
		t.Error("two runs over the same sentences gave different weights")
	}
	p, err := NewParser(a)
	if err != nil {
		t.Fatal(err)
	}
	if words, tags, _, _ := agreement(p, slice); 100*tags < 95*words {
		t.Errorf("of %d words learned, %d have their tag", words, tags)
	}
}
