package sim

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"reckon"
)

// opening begins every written tally; its last letter is the version of the form.
const opening = "reckon tally 2\n"

// errDamaged says that bytes are no tally.
var errDamaged = errors.New("the tally is damaged or was cut short; make its runs again")

// MarshalBinary writes the tally in a form that UnmarshalBinary reads: versioned,
// with a check sum, the same bytes for the same tally.
func (t *Tally) MarshalBinary() ([]byte, error) {
	w := writer{[]byte(opening)}
	w.fixed(t.mark)
	w.fixed(t.seed)
	w.count(len(t.dates))
	for _, d := range t.dates {
		w.count(int(d))
	}
	w.texts(t.measures)
	w.texts(t.options)
	w.count(len(t.questions))
	for _, a := range t.questions {
		w.text(a.name)
		w.count(bit(a.number) | bit(a.covered)<<1 | bit(a.opened)<<2 | bit(a.wait)<<3)
	}
	w.count(t.asked)
	w.count(len(t.ranges))
	for _, r := range t.ranges {
		w.count(r[0])
		w.count(r[1])
	}
	w.counts(t.yes)
	w.counts(t.both)
	w.counts(t.on)
	for _, f := range t.first {
		w.counts(f)
	}
	w.histograms(t.values)
	w.histograms(t.numbers)
	w.fixed(checksum(w.b))
	return w.b, nil
}

// writer appends to bytes.
type writer struct{ b []byte }

func bit(x bool) int {
	if x {
		return 1
	}
	return 0
}

func (w *writer) fixed(x uint64) { w.b = binary.LittleEndian.AppendUint64(w.b, x) }
func (w *writer) count(n int)    { w.b = binary.AppendUvarint(w.b, uint64(n)) }

func (w *writer) counts(list []int) {
	for _, n := range list {
		w.count(n)
	}
}

func (w *writer) text(s string) {
	w.count(len(s))
	w.b = append(w.b, s...)
}

func (w *writer) texts(list []string) {
	w.count(len(list))
	for _, s := range list {
		w.text(s)
	}
}

// checksum is FNV-1a of 64 bits.
func checksum(b []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

// UnmarshalBinary reads a tally that MarshalBinary wrote. It refuses what another
// version wrote and what was cut short or damaged.
func (t *Tally) UnmarshalBinary(b []byte) error {
	body := len(b) - 8
	if body < len(opening) || !bytes.HasPrefix(b, []byte(opening)) {
		if bytes.HasPrefix(b, []byte(opening[:len(opening)-2])) {
			return fmt.Errorf("the tally was written by another version of reckon; make its runs again with this one")
		}
		return errDamaged
	}
	if checksum(b[:body]) != binary.LittleEndian.Uint64(b[body:]) {
		return errDamaged
	}
	r := reader{b: b[len(opening):body]}
	read := r.tally()
	if r.bad || len(r.b) > 0 || !read.sound() {
		return errDamaged
	}
	*t = *read
	return nil
}

// reader takes from bytes; after a fault it gives zeros.
type reader struct {
	b   []byte
	bad bool
}

func (r *reader) tally() *Tally {
	h := head{mark: r.fixed(), seed: r.fixed()}
	h.dates = make([]reckon.Date, r.size(1))
	for k := range h.dates {
		h.dates[k] = reckon.Date(r.count(math.MaxInt32))
	}
	h.measures, h.options = r.texts(), r.texts()
	h.questions = make([]asking, r.size(2))
	for i := range h.questions {
		name, set := r.text(), r.count(15)
		h.questions[i] = asking{name, set&1 > 0, set&2 > 0, set&4 > 0, set&8 > 0}
	}
	t := &Tally{asked: r.count(math.MaxInt)}
	t.ranges = make([][2]int, r.size(2))
	for k := range t.ranges {
		t.ranges[k] = [2]int{r.count(MaxRun), r.count(MaxRun)}
	}
	if !r.fits(&h) {
		return t
	}
	read := newTally(h)
	read.asked, read.ranges = t.asked, t.ranges
	r.counts(read.yes)
	r.counts(read.both)
	r.counts(read.on)
	for _, f := range read.first {
		r.counts(f)
	}
	r.histograms(read.values)
	r.histograms(read.numbers)
	return read
}

// fits reports whether what a head announces can stand in the bytes that are left,
// each number of which takes a byte at least.
func (r *reader) fits(h *head) bool {
	left, steps, q, waits := len(r.b), len(h.dates), len(h.questions), 0
	for i := range h.questions {
		waits += bit(h.questions[i].wait)
	}
	if waits*(steps+1) > left {
		r.bad = true
	}
	if len(h.options) > 64 || steps*(len(h.options)+len(h.measures)) > left || q*(q+1)/2 > left {
		r.bad = true
	}
	return !r.bad
}

// sound reports whether the parts of a tally that was read agree.
func (t *Tally) sound() bool {
	runs := t.Runs()
	for k, r := range t.ranges {
		if r[0] >= r[1] || k > 0 && r[0] <= t.ranges[k-1][1] {
			return false
		}
	}
	for _, list := range append(t.first, t.yes, t.both, t.on) {
		for _, n := range list {
			if n > runs {
				return false
			}
		}
	}
	for i := range t.values {
		if t.values[i].total > runs {
			return false
		}
	}
	for i, a := range t.questions {
		if t.numbers[i].total > runs*bit(a.number && a.covered) {
			return false
		}
	}
	return runs <= t.asked
}

func (r *reader) fixed() uint64 {
	if len(r.b) < 8 {
		r.bad, r.b = true, nil
		return 0
	}
	x := binary.LittleEndian.Uint64(r.b)
	r.b = r.b[8:]
	return x
}

// count reads a number from 0 to most.
func (r *reader) count(most int) int {
	x, n := binary.Uvarint(r.b)
	if n <= 0 || x > uint64(most) {
		r.bad, r.b = true, nil
		return 0
	}
	r.b = r.b[n:]
	return int(x)
}

// size reads the length of a list whose entries take so many bytes at least.
func (r *reader) size(each int) int {
	n := r.count(len(r.b))
	if n > len(r.b)/each {
		r.bad, r.b = true, nil
		return 0
	}
	return n
}

func (r *reader) counts(list []int) {
	for i := range list {
		list[i] = r.count(MaxRun)
	}
}

func (r *reader) text() string {
	n := r.size(1)
	s := string(r.b[:n])
	r.b = r.b[n:]
	return s
}

func (r *reader) texts() []string {
	list := make([]string, r.size(1))
	for i := range list {
		list[i] = r.text()
	}
	return list
}
