package sim

import "math"

// histogram counts numbers by their leading bits: sign, exponent and eight bits
// after the point, so a bin is at most 1/256 of its values wide. Each bin keeps its
// least and greatest number. Adding is commutative and exact, so any split of the
// numbers gives the same histogram. Unknown numbers are not counted.
type histogram struct {
	first  uint32  // the leading bits of the first node
	nodes  []*node // ascending; nil where nothing lies
	total  int
	filled int // bins that are not empty
}

// node is a stretch of a factor of 16 of the number line, in pages of bins that are
// made together. Every bin is found by its place, without a comparison.
type node [1 << nodeBits]*page

type page [1 << pageBits]bin

const (
	nodeBits = 6
	pageBits = 4
)

// bin is how many numbers have the same leading bits, and the ends of where they lie.
type bin struct {
	count     int
	low, high float64
}

// restBits is how many bits of a number tell it apart within its bin.
const restBits = 44

// ordered returns the bits of a number so that they are in the order of the numbers.
func ordered(x float64) uint64 {
	b := math.Float64bits(x)
	if b>>63 == 1 {
		return ^b
	}
	return b | 1<<63
}

// unordered returns the number with such bits.
func unordered(b uint64) float64 {
	if b>>63 == 1 {
		return math.Float64frombits(b &^ (1 << 63))
	}
	return math.Float64frombits(^b)
}

// lead returns the leading bits of a number.
func lead(x float64) uint32 { return uint32(ordered(x) >> restBits) }

// addAll counts numbers. −0 is 0.
func (h *histogram) addAll(list []float64) {
	for i := 0; i < len(list); {
		x, n := list[i], 1
		for i+n < len(list) && list[i+n] == x {
			n++
		}
		if i += n; x == x {
			x += 0 // −0 + 0 is 0
			h.merge(lead(x), bin{n, x, x})
		}
	}
}

// merge counts the numbers of a bin, which is found by its place.
func (h *histogram) merge(lead uint32, b bin) {
	h.total += b.count
	to := &h.node(lead >> (nodeBits + pageBits))[lead>>pageBits%(1<<nodeBits)]
	if *to == nil {
		*to = new(page)
	}
	h.filled += (*to)[lead%(1<<pageBits)].join(&b)
}

// node returns the node of some leading bits, which is made if there is none.
func (h *histogram) node(top uint32) *node {
	if top-h.first >= uint32(len(h.nodes)) {
		h.reach(top)
	}
	of := &h.nodes[top-h.first]
	if *of == nil {
		*of = new(node)
	}
	return *of
}

// reach makes room for a node.
func (h *histogram) reach(top uint32) {
	if h.nodes == nil {
		h.first = top
	}
	low, high := min(h.first, top), max(h.first+uint32(len(h.nodes)), top+1)
	nodes := make([]*node, high-low)
	copy(nodes[h.first-low:], h.nodes)
	h.first, h.nodes = low, nodes
}

// bins calls f on every bin that is not empty, ascending, until it returns false.
func (h *histogram) bins(f func(bin) bool) {
	for _, of := range h.nodes {
		if of == nil {
			continue
		}
		for _, p := range of {
			for i := 0; p != nil && i < len(p); i++ {
				if p[i].count > 0 && !f(p[i]) {
					return
				}
			}
		}
	}
}

// join counts the numbers of another histogram, page by page.
func (h *histogram) join(from *histogram) {
	h.total += from.total
	for k, of := range from.nodes {
		if of == nil {
			continue
		}
		to := h.node(from.first + uint32(k))
		for i, p := range of {
			if p == nil {
				continue
			}
			if to[i] == nil {
				to[i] = new(page)
			}
			h.filled += to[i].join(p)
		}
	}
}

// join counts the numbers of another page, and says how many bins are no longer empty.
func (p *page) join(from *page) (filled int) {
	for i := range from {
		if from[i].count > 0 {
			filled += p[i].join(&from[i])
		}
	}
	return filled
}

// join counts the numbers of another bin; 1 if it was empty before.
func (b *bin) join(from *bin) int {
	if b.count == 0 {
		*b = *from
		return 1
	}
	b.count += from.count
	if from.low < b.low {
		b.low = from.low
	}
	if from.high > b.high {
		b.high = from.high
	}
	return 0
}

// quantile returns the least number that a share q of all do not exceed. Within a
// bin the numbers are taken to be evenly spread between its ends.
func (h *histogram) quantile(q float64) float64 {
	if h.total == 0 || math.IsNaN(q) {
		return math.NaN()
	}
	rank := int(math.Ceil(min(max(q, 0), 1)*float64(h.total))) - 1
	rank = min(max(rank, 0), h.total-1)
	x := math.NaN()
	h.bins(func(b bin) bool {
		switch {
		case rank >= b.count:
			rank -= b.count
			return true
		case rank == 0 || b.low == b.high:
			x = b.low
		default:
			x = b.low + float64((b.high-b.low)*(float64(rank)/float64(b.count-1)))
		}
		return false
	})
	return x
}
