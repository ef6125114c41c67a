package attribution

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"

	"reckon/document"
	"reckon/grammar"
	"reckon/names"
	"reckon/perceptron"
	"reckon/quotation"
)

// Tagger finds sources, cues and contents by weights learned from texts that a
// person has marked. It never changes once made, so that many may use it at once.
type Tagger struct {
	words *perceptron.Sequence
	links *perceptron.Classifier
}

// Notice says what the weights were learned from and under which licence.
func (t *Tagger) Notice() string { return t.words.Notice() }

// Training of the two models. Eight epochs of words instead of five find no more
// and cut less exactly.
const (
	wordEpochs = 5
	linkEpochs = 5
)

// Train learns from marked texts: one label a word, decoded a paragraph at a time
// because cue and content often stand in different sentences, and one decision a
// pair of spans. The same texts in the same order give the same tagger on every
// machine. Cost: about 40 s for a million words. notice says what the texts are
// and under which licence; it is kept with the weights.
func Train(texts []Example, notice string) *Tagger {
	var chains []perceptron.Chain
	var links []perceptron.Example
	for _, e := range texts {
		c, l := lessons(e)
		chains, links = append(chains, c...), append(links, l...)
	}
	how := perceptron.Training{Labels: labels, Epochs: wordEpochs, Strict: true, Notice: notice, Least: 2}
	pairs := perceptron.Training{Labels: []string{"apart", "together"}, Epochs: linkEpochs, Notice: notice}
	return &Tagger{how.Sequence(chains), pairs.Classifier(links)}
}

// lessons makes of one text a chain for each paragraph and an example for each
// pair of cue and span.
func lessons(e Example) (chains []perceptron.Chain, links []perceptron.Example) {
	g := grammar.Parse(document.Plain(e.Name, e.Text))
	cast := names.Find(g, nil)
	quotes := quotation.Find(g, cast)
	f := lay(g, quotes)
	d := describe(f, f.hits(), cast)
	gold, owners := d.gold(e.Key)
	for _, p := range f.paragraphs() {
		c := perceptron.Chain{Labels: gold[p.from:p.to]}
		for i := p.from; i < p.to; i++ {
			c.Features = append(c.Features, d.of(i, p))
		}
		chains = append(chains, c)
		links = append(links, d.linkLessons(pieces(c.Labels, p.from), owners)...)
	}
	return chains, links
}

// gold gives the label of each word by the key and which attributions it serves.
// A word that two claim goes to the first.
func (d *describer) gold(key []Triple) (tags []int, owners [][]int) {
	tags, owners = make([]int, len(d.words)), make([][]int, len(d.words))
	for k, t := range key {
		for role, spans := range [][]Span{t.Source, t.Cue, t.Content} {
			for _, s := range spans {
				w := d.at(s.Start, s.End)
				for i := w.from; i < w.to; i++ {
					owners[i] = append(owners[i], k)
					if tags[i] == outside {
						tags[i] = 2*role + 2
						if i == w.from {
							tags[i]--
						}
					}
				}
			}
		}
	}
	return tags, owners
}

func (d *describer) linkLessons(list []piece, owners [][]int) []perceptron.Example {
	var examples []perceptron.Example
	for c := range list {
		if list[c].role != cueBegin {
			continue
		}
		for x := range list {
			if list[x].role == cueBegin || abs(c-x) > 10 {
				continue
			}
			e := perceptron.Example{Features: d.linkFeatures(list, c, x)}
			for _, k := range owners[list[c].from] {
				if slices.Contains(owners[list[x].from], k) {
					e.Label = 1
				}
			}
			examples = append(examples, e)
		}
	}
	return examples
}

// hits finds attributions by the weights.
func (t *Tagger) hits(d *describer) []hit {
	var list []hit
	for _, p := range d.paragraphs() {
		features := make([][]perceptron.Feature, 0, p.to-p.from)
		for i := p.from; i < p.to; i++ {
			features = append(features, d.of(i, p))
		}
		list = append(list, t.link(d, pieces(t.words.Label(features), p.from))...)
	}
	for k := range list {
		d.name(&list[k])
	}
	return list
}

// name gives a hit of the tagger its kind and quotation.
func (d *describer) name(h *hit) {
	h.kind = Say
	for i := h.cue.from; i < h.cue.to; i++ {
		w := &d.words[i]
		a := words.adjectives[w.low]
		switch {
		case w.verb != nil && w.Tag == verb:
			h.kind, h.word = w.verb.cues[0].kind, i
		case w.noun != nil && w.Tag == noun:
			h.kind, h.word = w.noun.cues[0].kind, i
		case a != nil:
			h.kind, h.word = a.cues[0].kind, i
		}
	}
	if q := d.words[h.content[0].from].quote; q >= 0 && d.quotes[q].from == h.content[0].from {
		h.quote = q
	}
}

// taggerMagic begins a file of weights.
const taggerMagic = "reckon attribution 1\n"

var errTagger = errors.New("these are not weights of an attribution tagger of this version: train one anew")

// Write writes the weights to be read back with ReadTagger.
func (t *Tagger) Write(w io.Writer) error {
	sequence, links := t.words.Bytes(), t.links.Bytes()
	head := binary.AppendUvarint([]byte(taggerMagic), uint64(len(sequence)))
	for _, part := range [][]byte{head, sequence, links} {
		if _, err := w.Write(part); err != nil {
			return fmt.Errorf("write the weights: %w", err)
		}
	}
	return nil
}

// ReadTagger reads weights that Write wrote. It fails on anything else.
func ReadTagger(file []byte) (*Tagger, error) {
	if len(file) < len(taggerMagic) || string(file[:len(taggerMagic)]) != taggerMagic {
		return nil, errTagger
	}
	rest := file[len(taggerMagic):]
	n, k := binary.Uvarint(rest)
	if k <= 0 || n > uint64(len(rest)-k) {
		return nil, errTagger
	}
	sequence, err := perceptron.ReadSequence(rest[k : k+int(n)])
	if err != nil {
		return nil, fmt.Errorf("%w (%w)", errTagger, err)
	}
	links, err := perceptron.ReadClassifier(rest[k+int(n):])
	if err != nil {
		return nil, fmt.Errorf("%w (%w)", errTagger, err)
	}
	if !slices.Equal(sequence.Labels(), labels) || len(links.Labels()) != 2 {
		return nil, errTagger
	}
	return &Tagger{sequence, links}, nil
}
