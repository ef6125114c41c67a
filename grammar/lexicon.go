package grammar

import "reckon/perceptron"

// lexicon maps the low half of a word's feature to the class of its tags: up to
// three tags, the most frequent first, a byte each, one more than the tag.
type lexicon map[uint32]uint32

func classOf(tags []int) uint32 {
	class := uint32(0)
	for i, tag := range tags {
		class |= uint32(tag+1) << (8 * i)
	}
	return class
}

// classify writes the classes into the words of a sentence.
func (x lexicon) classify(words []atoms) {
	for i := range words {
		words[i].class = perceptron.Feature(x[uint32(words[i].word)])
	}
}
