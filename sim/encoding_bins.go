package sim

import "math"

// A histogram is written as the number of its bins and then the bins, ascending. A
// word says what comes: its two last bits the form, the others how many bins are
// those that come next in the histogram before, or how far the bin is from the last.
// Of a number only the bits that tell it apart within its bin are written.
const (
	binsAlike = iota // so many are as in the histogram before, where the same measure stands a step earlier
	binOfOne         // the number
	binOfSame        // how many but two, and the number
	binOfMany        // how many but two, the least and the greatest
)

// formBits is how many bits of a word say the form.
const formBits = 2

// mostAlike is how many bins a byte can stand for: it bounds what a short text can
// make a reader build.
const mostAlike = 31

// histograms writes a list of histograms, each in the light of the one before.
func (w *writer) histograms(list []histogram) {
	var before, now []bin
	for i := range list {
		now = now[:0]
		list[i].bins(func(b bin) bool {
			now = append(now, b)
			return true
		})
		w.count(len(now))
		w.bins(now, before)
		before, now = now, before
	}
}

func (w *writer) bins(list, before []bin) {
	last := uint32(0)
	for len(list) > 0 {
		before = beyond(before, last)
		n := 0
		for n < min(len(list), len(before), mostAlike) && list[n] == before[n] {
			n++
		}
		if n > 0 {
			w.count(n<<formBits + binsAlike)
		} else {
			w.bin(&list[0], int(lead(list[0].low)-last))
			n = 1
		}
		last = lead(list[n-1].low)
		list = list[n:]
	}
}

// beyond returns the bins of a list after some leading bits.
func beyond(list []bin, last uint32) []bin {
	for len(list) > 0 && lead(list[0].low) <= last {
		list = list[1:]
	}
	return list
}

// bin writes one that is so far from the last.
func (w *writer) bin(b *bin, step int) {
	low, high := ordered(b.low), ordered(b.high)
	switch {
	case b.count == 1:
		w.count(step<<formBits | binOfOne)
		w.rest(low, 6)
	case low == high:
		w.count(step<<formBits | binOfSame)
		w.count(b.count - 2)
		w.rest(low, 6)
	default:
		w.count(step<<formBits | binOfMany)
		w.count(b.count - 2)
		w.rest(low%(1<<restBits)|high<<restBits, 6)
		w.rest(high>>4, 5)
	}
}

// rest writes the last bytes of a number.
func (w *writer) rest(x uint64, bytes int) {
	for range bytes {
		w.b = append(w.b, byte(x))
		x >>= 8
	}
}

func (r *reader) histograms(list []histogram) {
	var before, now []bin
	for i := range list {
		now = r.bins(now[:0], before)
		for _, b := range now {
			list[i].merge(lead(b.low), b)
		}
		before, now = now, before
	}
}

// bins reads a histogram into a list; after a fault it ends early.
func (r *reader) bins(list, before []bin) []bin {
	filled, last := r.count(mostAlike*len(r.b)), uint32(0)
	for len(list) < filled && !r.bad {
		word := r.count(math.MaxUint32)
		form, x := word%(1<<formBits), word>>formBits
		if form == binsAlike {
			before = beyond(before, last)
			if x == 0 || x > min(mostAlike, len(before), filled-len(list)) {
				r.bad = true
				return list
			}
			list = append(list, before[:x]...)
		} else {
			list = r.bin(list, form, uint64(last)+uint64(x))
		}
		if n := len(list); n > 0 {
			last = lead(list[n-1].low)
		}
	}
	return list
}

// bin reads a bin with some leading bits, which comes after a list.
func (r *reader) bin(list []bin, form int, leading uint64) []bin {
	n := 1
	if form != binOfOne {
		n = 2 + r.count(MaxRun)
	}
	first := r.rest(6)
	low := leading<<restBits | first%(1<<restBits)
	high := low
	if form == binOfMany {
		high = leading<<restBits | r.rest(5)<<4 | first>>restBits
	}
	b := bin{n, unordered(low), unordered(high)}
	ascends := len(list) == 0 || leading > uint64(lead(list[len(list)-1].low))
	if r.bad || leading >= 1<<20 || !ascends || !(b.low <= b.high) {
		r.bad = true
		return list
	}
	return append(list, b)
}

// rest reads so many bytes as a number.
func (r *reader) rest(bytes int) uint64 {
	if len(r.b) < bytes {
		r.bad, r.b = true, nil
		return 0
	}
	x := uint64(0)
	for i := range bytes {
		x |= uint64(r.b[i]) << (8 * i)
	}
	r.b = r.b[bytes:]
	return x
}
