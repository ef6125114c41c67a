package perceptron

// Sequence gives one of its labels to each thing in a row of them. It never
// changes once made, so that many goroutines may use it at once.
type Sequence struct {
	states Classifier
	pairs  []int32 // weight of label j after label i at i*k+j; row k is the start
}

// Labels lists the labels in their order. The caller must not change the list.
func (s *Sequence) Labels() []string { return s.states.labels }

// Notice says what the weights were learned from and under which licence.
func (s *Sequence) Notice() string { return s.states.notice }

// Label finds the labels that together score highest, as indices into Labels, by
// the algorithm of [viterbi1967]. Cost: features, and labels² a thing.
func (s *Sequence) Label(features [][]Feature) []int {
	var d decoder
	return d.decode(features, len(s.states.labels), s.states.Scores, s.pairs)
}

// decoder keeps the buffers of decoding.
type decoder struct {
	scores []int32
	best   []int64 // of paths that end in a label, now and one before
	back   []uint8
}

func (d *decoder) decode(features [][]Feature, k int, score func([]Feature, []int32), pairs []int32) []int {
	n := len(features)
	if n == 0 {
		return nil
	}
	d.scores = make([]int32, k)
	d.best = make([]int64, 2*k)
	if cap(d.back) < n*k {
		d.back = make([]uint8, n*k)
	}
	d.back = d.back[:n*k]
	for i := range features {
		clear(d.scores)
		score(features[i], d.scores)
		now, before := d.best[i%2*k:][:k], d.best[(i+1)%2*k:][:k]
		for j := range k {
			from, top := 0, before[0]+int64(pairs[j])
			if i == 0 {
				top = int64(pairs[k*k+j])
			} else {
				for h := 1; h < k; h++ {
					if v := before[h] + int64(pairs[h*k+j]); v > top {
						from, top = h, v
					}
				}
			}
			now[j] = top + int64(d.scores[j])
			d.back[i*k+j] = uint8(from)
		}
	}
	last := d.best[(n-1)%2*k:][:k]
	label := 0
	for j := range last {
		if last[j] > last[label] {
			label = j
		}
	}
	labels := make([]int, n)
	for i := n - 1; i >= 0; i-- {
		labels[i] = label
		label = int(d.back[i*k+label])
	}
	return labels
}
