package perceptron

import "math/bits"

// Feature is the hash of a property that an example has. Two properties may meet
// in one hash; of a million about a hundred pairs do, which learning bears.
type Feature uint64

const (
	golden  = 0x9E3779B97F4A7C15
	fnvBase = 0xcbf29ce484222325
	fnvStep = 0x100000001b3
)

// Hash makes a feature of a template and a text: Hash(3, "say") and
// Hash(4, "say") are different properties. Cost: one pass over the text.
func Hash(template uint64, text string) Feature {
	h := uint64(fnvBase)
	for i := range len(text) {
		h = (h ^ uint64(text[i])) * fnvStep
	}
	return Mix(Feature(template), Feature(h))
}

// Mix joins two features into one that holds when both do. The order counts, and
// a small number, such as a template or a distance, is a feature too.
func Mix(a, b Feature) Feature {
	h := (bits.RotateLeft64(uint64(a), 23) ^ uint64(b)) * golden
	return Feature(h ^ h>>32)
}

// key is what a table keeps of a feature.
func (f Feature) key() uint32 {
	return uint32(uint64(f) * golden >> 32)
}
