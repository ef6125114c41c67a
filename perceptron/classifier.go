package perceptron

import "slices"

// Classifier gives one of its labels to a set of features. It never changes once
// made, so that many goroutines may use it at once.
type Classifier struct {
	labels  []string
	notice  string
	rows    []row // sorted by key
	weights []weight
	wide    []uint64 // the crowded rows, with all labels
	slots   []uint64 // key and position of its weights, open addressing
	shift   int      // of a key to its slot
}

// row is the weights of one feature.
type row struct{ key, first, n uint32 }

type weight struct {
	label uint8
	value int16
}

// Of a slot the low 32 bits are the key, then 24 bits where its weights start and
// 8 bits how many they are, or that they stand in wide; none is an empty slot.
const (
	startBits = 24
	maxCells  = 1 << startBits
	inWide    = 0 // for how many; such a row never starts at 0
)

// index makes the slots. A key's place is in its high bits, so that the rows,
// which are sorted, fill the slots from front to back.
func (c *Classifier) index() {
	width := 4
	for 2<<width < 3*len(c.rows) {
		width++
	}
	c.slots = make([]uint64, 1<<width)
	c.shift = 32 - width
	mask := uint32(len(c.slots) - 1)
	for _, r := range c.rows {
		i := r.key >> c.shift
		for c.slots[i&mask] != 0 {
			i++
		}
		if first, ok := c.widen(r); ok {
			r.first, r.n = uint32(first), inWide
		}
		c.slots[i&mask] = uint64(r.key) | uint64(r.first)<<32 | uint64(r.n)<<(32+startBits)
	}
}

// Labels lists the labels in their order. The caller must not change the list.
func (c *Classifier) Labels() []string { return c.labels }

// Notice says what the weights were learned from and under which licence.
func (c *Classifier) Notice() string { return c.notice }

// Scores adds the weights of the features to scores, one a label. Unknown
// features add nothing. Cost: one or two reads of memory a feature.
func (c *Classifier) Scores(features []Feature, scores []int32) {
	var sums [maxLabels + 1]int32 // a byte indexes it without a check of bounds
	for len(features) > batch {
		c.sum(features[:batch], &sums)
		features = features[batch:]
	}
	c.sum(features, &sums)
	for i := range scores[:len(c.labels)] {
		scores[i] += sums[i]
	}
}

// batch is how many features are looked up together.
const batch = 128

// sum adds the weights of at most batch features. The first loop only reads, and
// the second only finds: with no branch on what memory holds, the processor waits
// for many reads at once instead of for one after the other.
func (c *Classifier) sum(features []Feature, sums *[maxLabels + 1]int32) {
	var keys [batch]uint32
	var found [batch]uint64
	mask := uint32(len(c.slots) - 1)
	for i, f := range features {
		k := f.key()
		keys[i&(batch-1)], found[i&(batch-1)] = k, c.slots[k>>c.shift&mask]
	}
	hits, crowds := 0, 0
	var next [batch]weight
	var wide [batch]uint32
	for i := range features {
		key, s := keys[i&(batch-1)], found[i&(batch-1)]
		for at := key >> c.shift; uint32(s) != key && s != 0; {
			at++
			s = c.slots[at&mask]
		}
		switch start := uint32(s>>32) & (maxCells - 1); {
		case s == 0:
		case s>>(32+startBits) == inWide:
			wide[crowds&(batch-1)] = start
			crowds++
		default:
			found[hits&(batch-1)], next[hits&(batch-1)] = s, c.weights[start]
			hits++
		}
	}
	c.addWide(wide[:(crowds+3)&^3], sums) // to a multiple of four with blank ones
	for i, s := range found[:hits] {
		w := next[i]
		sums[w.label] += int32(w.value)
		n := uint32(s >> (32 + startBits))
		if n == 1 {
			continue
		}
		first := uint32(s>>32) & (maxCells - 1)
		for _, w := range c.weights[first+1 : first+n] {
			sums[w.label] += int32(w.value)
		}
	}
}

// Best gives the label with the highest score and how far it leads the next, in
// 64ths of an update (or Learner.Unit); ties go to the first.
func (c *Classifier) Best(features []Feature) (label int, lead int32) {
	scores := make([]int32, len(c.labels))
	c.Scores(features, scores)
	label = best(scores)
	if len(scores) == 1 {
		return label, 0
	}
	top := scores[label]
	return label, top - slices.Max(slices.Delete(scores, label, label+1))
}

func best(scores []int32) int {
	top := 0
	for i, s := range scores {
		if s > scores[top] {
			top = i
		}
	}
	return top
}
