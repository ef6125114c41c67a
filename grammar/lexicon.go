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

// Families of words whose class is that of a form they are made of.
const (
	plural    = perceptron.Feature(0x100) + iota // fears, of fear
	past                                         // feared
	present                                      // fearing
	bareForm                                     // fear, of fears or feared
	noFeature = perceptron.Feature(0)
)

// Ends of words, as hashes.
var (
	endS   = read("s").suffix[0]
	endEd  = read("ed").suffix[1]
	endIng = read("ing").suffix[2]
)

// classify writes the classes into the words of a sentence. A word that is not
// listed has the class of its dictionary form, or that of its own -s or -ed form,
// marked as such: of fear, a noun and a verb, fears is what such words become.
func (x lexicon) classify(words []atoms) {
	for i := range words {
		w := &words[i]
		if c, ok := x[uint32(w.word)]; ok {
			w.class = perceptron.Feature(c)
			continue
		}
		switch {
		case w.suffix[0] == endS:
			w.class = x.family(plural, w.shorter[0], w.shorter[1], perceptron.Mix(w.shorter[2], 'y'))
		case w.suffix[1] == endEd:
			w.class = x.family(past, w.shorter[1], w.shorter[0], perceptron.Mix(w.shorter[2], 'y'))
		case w.suffix[2] == endIng:
			w.class = x.family(present, w.shorter[2], perceptron.Mix(w.shorter[2], 'e'), noFeature)
		default:
			s, d := perceptron.Mix(w.word, 's'), perceptron.Mix(w.word, 'd')
			w.class = x.family(bareForm, s, perceptron.Mix(perceptron.Mix(w.word, 'e'), 'd'), d)
		}
	}
}

// family gives the class of the first form that is listed, marked with a family.
func (x lexicon) family(mark, a, b, c perceptron.Feature) perceptron.Feature {
	for _, form := range [...]perceptron.Feature{a, b, c} {
		if class, ok := x[uint32(form)]; ok {
			return perceptron.Mix(mark, perceptron.Feature(class))
		}
	}
	return 0
}
