package perceptron

import (
	"cmp"
	"slices"
)

// Learner holds weights that are being learned. Callers who do not need their own
// updates use Training instead.
type Learner struct {
	// Ripe is how often a weight must be updated before it counts. A few updates
	// keep the many weights of single mistakes out of the model [goldberg2011].
	Ripe int32
	// Unit is the smallest step of a finished weight, as a part of one update; 64
	// when it is 0. A smaller one makes a smaller file.
	Unit int32

	labels []string
	slots  []slot // open addressing, a power of two
	rows   []page
	steps  int64
}

type slot struct {
	key uint32
	row uint32 // index of the row plus one; 0 when empty
}

// page is the weights of one feature: those that count, for scoring, and all
// with what averages need.
type page struct {
	shown []shown
	cells []cell
}

type shown struct {
	label  uint8
	weight int32
}

// cell is the weight of one label under one feature.
type cell struct {
	label   uint8
	updates int32
	shown   int32 // index plus one among those that count; 0 while it does not
	weight  int32
	since   int64 // step of the last change
	total   int64 // sum of the weight over the steps before it, so far as it counted
}

// maxLabels is what the byte of a label can tell apart.
const maxLabels = 255

// NewLearner starts with all weights at zero. It panics on more than 255 labels.
func NewLearner(labels []string) *Learner {
	if len(labels) == 0 || len(labels) > maxLabels {
		panic("perceptron: a learner needs 1 to 255 labels")
	}
	return &Learner{labels: slices.Clone(labels), slots: make([]slot, 1<<16), steps: 1}
}

// Scores adds the weights of the features to scores, one a label.
func (l *Learner) Scores(features []Feature, scores []int32) {
	for len(features) > batch {
		l.sum(features[:batch], scores)
		features = features[batch:]
	}
	l.sum(features, scores)
}

// sum adds the weights of at most batch features; it looks up first, as that of a
// Classifier does.
func (l *Learner) sum(features []Feature, scores []int32) {
	var found [batch]slot
	mask := uint32(len(l.slots) - 1)
	for i, f := range features {
		found[i&(batch-1)] = l.slots[f.key()&mask]
	}
	for i, f := range features {
		s := found[i&(batch-1)]
		if key := f.key(); s.row != 0 && s.key != key {
			s = l.slots[l.find(key)]
		}
		if s.row == 0 {
			continue
		}
		for _, w := range l.rows[s.row-1].shown {
			scores[w.label] += w.weight
		}
	}
}

// Update moves the weights of the features by one towards the right label and
// away from the wrong one.
func (l *Learner) Update(features []Feature, right, wrong int) {
	if right == wrong {
		return
	}
	for _, f := range features {
		l.add(f, right, 1)
		l.add(f, wrong, -1)
	}
}

// Step tells that one more example was seen; averages are taken over steps.
func (l *Learner) Step() { l.steps++ }

func (l *Learner) add(f Feature, label int, by int32) {
	p := &l.rows[l.row(f.key())]
	i := 0
	for i < len(p.cells) && int(p.cells[i].label) != label {
		i++
	}
	if i == len(p.cells) {
		p.cells = append(p.cells, cell{label: uint8(label)})
	}
	c := &p.cells[i]
	if c.shown > 0 {
		c.total += int64(c.weight) * (l.steps - c.since)
	}
	c.since = l.steps
	c.weight += by
	c.updates++
	if c.shown == 0 && c.updates >= l.Ripe {
		p.shown = append(p.shown, shown{label: uint8(label)})
		c.shown = int32(len(p.shown))
	}
	if c.shown > 0 {
		p.shown[c.shown-1].weight = c.weight
	}
}

// sum is that of the weight over all steps so far.
func (c cell) sum(steps int64) int64 {
	if c.shown == 0 {
		return 0
	}
	return c.total + int64(c.weight)*(steps-c.since)
}

// find gives the slot of a key, or the empty one where it belongs.
func (l *Learner) find(key uint32) uint32 {
	mask := uint32(len(l.slots) - 1)
	i := key & mask
	for l.slots[i].row != 0 && l.slots[i].key != key {
		i = (i + 1) & mask
	}
	return i
}

// row gives the row of a key and makes it when there is none.
func (l *Learner) row(key uint32) uint32 {
	i := l.find(key)
	if r := l.slots[i].row; r != 0 {
		return r - 1
	}
	if 2*len(l.rows) >= len(l.slots) {
		old := l.slots
		l.slots = make([]slot, 2*len(old))
		for _, s := range old {
			if s.row != 0 {
				l.slots[l.find(s.key)] = s
			}
		}
		i = l.find(key)
	}
	l.rows = append(l.rows, page{})
	l.slots[i] = slot{key, uint32(len(l.rows))}
	return uint32(len(l.rows) - 1)
}

// unit is the default of Learner.Unit.
const unit = 64

// Classifier averages what was learned. Weights below least units,
// on average over the steps, are dropped; the notice goes into the file.
func (l *Learner) Classifier(least int, notice string) *Classifier {
	c := &Classifier{labels: slices.Clone(l.labels), notice: notice}
	parts := int64(l.Unit)
	if parts == 0 {
		parts = unit
	}
	type place struct{ key, row uint32 }
	order := make([]place, 0, len(l.rows))
	for _, s := range l.slots {
		if s.row != 0 {
			order = append(order, place{s.key, s.row - 1})
		}
	}
	slices.SortFunc(order, func(a, b place) int { return cmp.Compare(a.key, b.key) })
	for _, p := range order {
		cells := slices.Clone(l.rows[p.row].cells)
		slices.SortFunc(cells, func(a, b cell) int { return cmp.Compare(a.label, b.label) })
		first := len(c.weights)
		for _, w := range cells {
			if a := average(w.sum(l.steps)*parts, l.steps); a >= least || -a >= least {
				c.weights = append(c.weights, weight{w.label, int16(a)})
			}
		}
		if n := len(c.weights) - first; n > 0 {
			c.rows = append(c.rows, row{p.key, uint32(first), uint32(n)})
		}
	}
	if len(c.weights) >= maxCells {
		panic("perceptron: more weights than a model can hold; drop more small ones")
	}
	c.index()
	return c
}

// average is total/steps, rounded half away from zero and bounded by what 16
// bits hold.
func average(total, steps int64) int {
	a := 2 * total
	if a < 0 {
		a -= steps
	} else {
		a += steps
	}
	return int(min(max(a/(2*steps), -32767), 32767))
}
