package sim

import (
	"math"
	"slices"
)

// histogram counts numbers by their leading bits: sign, exponent and eight bits
// after the point, so a bin is at most 1/256 of its values wide. Each bin keeps its
// least and greatest number. Adding is commutative and exact, so any split of the
// numbers gives the same histogram.
type histogram struct {
	bins  []bin // ascending
	total int
	last  int // the bin that was hit last
}

// bin is a stretch of the number line, by the leading bits of its numbers.
type bin struct {
	lead     uint32
	count    int
	min, max float64
}

// lead returns the leading bits of a number, in the order of the numbers.
func lead(x float64) uint32 {
	b := math.Float64bits(x)
	if b>>63 == 1 {
		return uint32(^b >> 44)
	}
	return uint32((b | 1<<63) >> 44)
}

// add counts a number. −0 is 0.
func (h *histogram) add(x float64) {
	x += 0 // −0 + 0 is 0
	h.merge(bin{lead(x), 1, x, x})
}

// merge counts the numbers of a bin.
func (h *histogram) merge(b bin) {
	h.total += b.count
	k := h.last
	if k >= len(h.bins) || h.bins[k].lead != b.lead {
		var found bool
		k, found = slices.BinarySearchFunc(h.bins, b.lead, func(have bin, lead uint32) int {
			return int(have.lead) - int(lead)
		})
		if !found {
			h.bins = slices.Insert(h.bins, k, b)
		}
		h.last = k
		if !found {
			return
		}
	}
	at := &h.bins[k]
	at.count += b.count
	at.min, at.max = min(at.min, b.min), max(at.max, b.max)
}

// quantile returns the least number that a share q of all do not exceed. Within a
// bin the numbers are taken to be evenly spread between its ends.
func (h *histogram) quantile(q float64) float64 {
	if h.total == 0 || math.IsNaN(q) {
		return math.NaN()
	}
	rank := int(math.Ceil(min(max(q, 0), 1)*float64(h.total))) - 1
	rank = min(max(rank, 0), h.total-1)
	for k := range h.bins {
		b := &h.bins[k]
		switch {
		case rank >= b.count:
			rank -= b.count
		case rank == 0 || b.min == b.max:
			return b.min
		default:
			return b.min + float64((b.max-b.min)*(float64(rank)/float64(b.count-1)))
		}
	}
	panic("sim: a histogram that does not add up")
}
