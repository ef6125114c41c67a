package grammar

import (
	"strings"

	"reckon/perceptron"
)

// scorer is a model in use or one that is being learned.
type scorer interface {
	Scores(features []perceptron.Feature, scores []int32)
}

// edge is what stands before the first and after the last word.
const edge = perceptron.Feature(0xed6e)

// around gives a word of a sentence, or the edge beyond its ends.
func around(words []atoms, i int) atoms {
	if i < 0 || i >= len(words) {
		return atoms{word: edge, class: edge}
	}
	return words[i]
}

// tagFeatures lists the features of word i for its tag, given the tags of the two
// words before it.
func tagFeatures(out []perceptron.Feature, words []atoms, i int, t1, t2 perceptron.Feature) []perceptron.Feature {
	w := &words[i]
	p1, p2 := around(words, i-1), around(words, i-2)
	n1, n2 := around(words, i+1), around(words, i+2)
	start := perceptron.Feature(0)
	if i == 0 {
		start = 1
	}
	return append(
		out[:0],
		one(1, w.word),
		two(2, w.word, w.shape),
		one(3, w.suffix[0]), one(4, w.suffix[1]), one(5, w.suffix[2]), one(6, w.suffix[3]),
		one(7, w.prefix[0]), one(8, w.prefix[1]), one(9, w.prefix[2]),
		two(10, w.shape, start),
		one(11, t1), two(12, t1, t2),
		two(13, t1, w.word), two(14, t2, w.word),
		one(15, p1.word), one(16, p2.word), one(17, n1.word), one(18, n2.word),
		two(19, p1.word, w.word), two(20, w.word, n1.word),
		one(21, p1.suffix[2]), one(22, n1.suffix[2]), one(23, n1.suffix[1]),
		two(24, t1, n1.word),
		one(25, w.class), two(26, t1, w.class), three(27, t1, t2, w.class),
		two(28, w.class, n1.class), three(29, t1, w.class, n1.class),
		one(30, n1.class), two(31, n1.class, n2.class), three(32, w.class, n1.class, n2.class),
		two(33, t1, w.suffix[2]), two(34, t1, w.shape), two(35, n1.shape, w.shape),
		three(36, t1, w.suffix[1], n1.class), three(37, p1.word, w.class, n1.word),
	)
}

// tagger gives each word of a sentence one label, a universal and a Penn tag
// together, from left to right.
type tagger struct {
	labels   []label
	features []perceptron.Feature
	scores   []int32
}

type label struct {
	tag  Tag
	form Form
}

func newTagger(names []string) *tagger {
	t := &tagger{scores: make([]int32, len(names))}
	for _, name := range names {
		tag, form, _ := strings.Cut(name, " ")
		t.labels = append(t.labels, label{Tag(tag), Form(form)})
	}
	return t
}

// tag finds the labels of a sentence into found.
func (t *tagger) tag(model scorer, words []atoms, found []int) []int {
	found = found[:0]
	t1, t2 := edge, edge
	for i := range words {
		t.features = tagFeatures(t.features, words, i, t1, t2)
		clear(t.scores)
		model.Scores(t.features, t.scores)
		k := top(t.scores)
		found = append(found, k)
		t1, t2 = perceptron.Feature(k+1), t1
	}
	return found
}

func top(scores []int32) int {
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return best
}
