package perceptron

// A row with weights for many of the labels is kept a second time with all of
// them, four a word of memory, so that to add it is one run without a choice of
// place. A weight is kept with level added, which makes it positive: lanes then
// never borrow from each other, and in so many rows never overflow.
const (
	lanes = 4
	level = 1 << 10
	crowd = 1 << 16 / (2 * level)
	blank = level | level<<16 | level<<32 | level<<48 // four weights of 0
)

// width is how many words a row with all labels takes.
func (c *Classifier) width() int { return (len(c.labels) + lanes - 1) / lanes }

// widen keeps a row with all labels and gives where it starts. It says no where
// few labels have a weight or one is too large for a lane. The first row is blank.
func (c *Classifier) widen(r row) (first int, ok bool) {
	if r.n <= 8 || int(r.n) <= c.width() {
		return 0, false
	}
	cells := c.weights[r.first : r.first+r.n]
	for _, w := range cells {
		if w.value <= -level || w.value >= level {
			return 0, false
		}
	}
	if len(c.wide) == 0 {
		c.wide = c.appendBlank(nil)
	}
	first = len(c.wide)
	c.wide = c.appendBlank(c.wide)
	for _, w := range cells {
		c.wide[first+int(w.label)/lanes] += uint64(int64(w.value)) << (16 * (w.label % lanes))
	}
	return first, true
}

func (c *Classifier) appendBlank(rows []uint64) []uint64 {
	for range c.width() {
		rows = append(rows, blank)
	}
	return rows
}

// addWide adds rows with all labels, given by where they start. Their number is a
// multiple of four.
func (c *Classifier) addWide(rows []uint32, sums *[maxLabels + 1]int32) {
	n := c.width()
	for len(rows) > 0 {
		some := rows[:min(len(rows), crowd)]
		rows = rows[len(some):]
		under := int32(level * len(some))
		var acc [(maxLabels + 1) / lanes]uint64
		for ; len(some) >= 4; some = some[4:] {
			a, b := c.wide[some[0]:][:n], c.wide[some[1]:][:n]
			d, e := c.wide[some[2]:][:n], c.wide[some[3]:][:n]
			for k := range a {
				acc[k&(len(acc)-1)] += a[k] + b[k] + d[k] + e[k]
			}
		}
		for k := range n {
			four, lane := sums[lanes*k:][:lanes], acc[k]
			four[0] += int32(lane&0xFFFF) - under
			four[1] += int32(lane>>16&0xFFFF) - under
			four[2] += int32(lane>>32&0xFFFF) - under
			four[3] += int32(lane>>48) - under
		}
	}
}
