package perceptron

import "slices"

// Training says how to learn. The zero value of a field is its default.
type Training struct {
	Labels []string
	Epochs int    // passes over the examples; 10
	Seed   uint64 // of the order of examples in each pass
	Least  int    // smallest weight that is kept, in 64ths of an update; 1
	Ripe   int    // updates before a weight counts; 1
	Strict bool   // of a Sequence: labels follow each other only as they do in the examples
	Notice string // what the examples are and under which licence, kept in the file
}

// Example is a thing with its features and label.
type Example struct {
	Features []Feature
	Label    int // index into Training.Labels
}

// Classifier learns from examples. Cost: epochs × examples × features, about 20
// million features a second. It panics when a label is out of range.
func (t Training) Classifier(examples []Example) *Classifier {
	l := NewLearner(t.Labels)
	l.Ripe = int32(t.Ripe)
	scores := make([]int32, len(t.Labels))
	for epoch := range t.epochs() {
		for _, i := range t.order(len(examples), epoch) {
			e := examples[i]
			clear(scores)
			l.Scores(e.Features, scores)
			l.Update(e.Features, e.Label, best(scores))
			l.Step()
		}
	}
	return l.Classifier(t.least(), t.Notice)
}

func (t Training) epochs() int {
	if t.Epochs == 0 {
		return 10
	}
	return t.Epochs
}

func (t Training) least() int { return max(t.Least, 1) }

// order is the order of n examples in one epoch: the same for the same seed.
func (t Training) order(n, epoch int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	state := t.Seed + uint64(epoch)*golden
	for i := n - 1; i > 0; i-- {
		state += golden
		z := state
		z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
		z = (z ^ z>>27) * 0x94d049bb133111eb
		j := int((z ^ z>>31) % uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
	return order
}

// Chain is a sequence of things with their features and labels.
type Chain struct {
	Features [][]Feature
	Labels   []int
}

// Sequence learns from chains: features tell of a label where it stands, and each
// pair of neighbouring labels has a weight. Each chain is decoded whole and
// corrected where it differs [collins2002]. Cost: as Classifier, and labels² a
// thing. It panics when a label is out of range.
func (t Training) Sequence(chains []Chain) *Sequence {
	k := len(t.Labels)
	l := NewLearner(t.Labels)
	l.Ripe = int32(t.Ripe)
	pairs := newPairLearner(k, t.Strict, chains)
	var d decoder
	for epoch := range t.epochs() {
		for _, i := range t.order(len(chains), epoch) {
			c := chains[i]
			found := d.decode(c.Features, k, l.Scores, pairs.now)
			for j, label := range found {
				if label != c.Labels[j] {
					l.Update(c.Features[j], c.Labels[j], label)
				}
			}
			pairs.update(c.Labels, found, l.steps)
			l.Step()
		}
	}
	return &Sequence{states: *l.Classifier(t.least(), t.Notice), pairs: pairs.averages(l.steps)}
}

// pairLearner learns the weights of neighbouring labels. Row k is the start.
type pairLearner struct {
	k     int
	now   []int32
	since []int64
	total []int64
}

// never is the weight of a pair of labels that may not stand together.
const never = -1 << 24

func newPairLearner(k int, strict bool, chains []Chain) *pairLearner {
	n := (k + 1) * k
	p := &pairLearner{k: k, now: make([]int32, n), since: make([]int64, n), total: make([]int64, n)}
	if !strict {
		return p
	}
	seen := make([]bool, n)
	for _, c := range chains {
		last := k
		for _, label := range c.Labels {
			seen[last*k+label] = true
			last = label
		}
	}
	for i := range seen {
		if !seen[i] {
			p.now[i] = never
		}
	}
	return p
}

func (p *pairLearner) update(right, wrong []int, step int64) {
	if slices.Equal(right, wrong) {
		return
	}
	lastRight, lastWrong := p.k, p.k
	for i := range right {
		p.add(lastRight*p.k+right[i], 1, step)
		p.add(lastWrong*p.k+wrong[i], -1, step)
		lastRight, lastWrong = right[i], wrong[i]
	}
}

func (p *pairLearner) add(i int, by int32, step int64) {
	if p.now[i] == never {
		return
	}
	p.total[i] += int64(p.now[i]) * (step - p.since[i])
	p.since[i] = step
	p.now[i] += by
}

func (p *pairLearner) averages(steps int64) []int32 {
	mean := make([]int32, len(p.now))
	for i, w := range p.now {
		if mean[i] = never; w != never {
			mean[i] = int32(average(unit*(p.total[i]+int64(w)*(steps-p.since[i])), steps))
		}
	}
	return mean
}
