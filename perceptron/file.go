package perceptron

import (
	"encoding/binary"
	"errors"
)

// A file is the magic, the kind of model, the notice, the labels, the rows
// (distance to the key before, then how many weights each has, a byte each), the
// labels of all weights, a byte each, their values, and of a sequence the weights
// of pairs. Numbers are varints. Nothing is packed further: hashes do not shrink,
// and unpacking would take longer than all the rest of reading.
const (
	magic        = "rkpc2"
	kindClass    = 'c'
	kindSequence = 's'
)

var errFile = errors.New("these weights are damaged or of another version: train them again")

// Bytes writes the model to be read back with ReadClassifier.
func (c *Classifier) Bytes() []byte { return c.append(append([]byte(magic), kindClass)) }

// Bytes writes the model to be read back with ReadSequence.
func (s *Sequence) Bytes() []byte {
	b := s.states.append(append([]byte(magic), kindSequence))
	for _, w := range s.pairs {
		b = binary.AppendVarint(b, int64(w))
	}
	return b
}

func (c *Classifier) append(b []byte) []byte {
	b = appendText(b, c.notice)
	b = binary.AppendUvarint(b, uint64(len(c.labels)))
	for _, l := range c.labels {
		b = appendText(b, l)
	}
	b = binary.AppendUvarint(b, uint64(len(c.rows)))
	last := uint32(0)
	for _, r := range c.rows {
		b = binary.AppendUvarint(b, uint64(r.key-last))
		last = r.key
	}
	for _, r := range c.rows {
		b = append(b, byte(r.n))
	}
	for _, w := range c.weights {
		b = append(b, w.label)
	}
	for _, w := range c.weights {
		b = binary.AppendVarint(b, int64(w.value))
	}
	return b
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// ReadClassifier reads what Classifier.Bytes wrote. It fails on anything else.
func ReadClassifier(file []byte) (*Classifier, error) {
	r, err := open(file, kindClass)
	if err != nil {
		return nil, err
	}
	c := r.classifier()
	if err := r.done(); err != nil {
		return nil, err
	}
	return c, nil
}

// ReadSequence reads what Sequence.Bytes wrote. It fails on anything else.
func ReadSequence(file []byte) (*Sequence, error) {
	r, err := open(file, kindSequence)
	if err != nil {
		return nil, err
	}
	s := &Sequence{states: *r.classifier()}
	k := len(s.states.labels)
	s.pairs = make([]int32, (k+1)*k)
	for i := range s.pairs {
		w := r.signed()
		if w < never || w > -never {
			r.bad = true
		}
		s.pairs[i] = int32(w)
	}
	if err := r.done(); err != nil {
		return nil, err
	}
	return s, nil
}

// open checks the head of a file.
func open(file []byte, kind byte) (*reader, error) {
	n := len(magic)
	if len(file) <= n || string(file[:n]) != magic || file[n] != kind {
		return nil, errFile
	}
	return &reader{rest: file[n+1:]}, nil
}

// reader takes numbers and texts off a file; once something is wrong, all that
// follows is zero.
type reader struct {
	rest []byte
	bad  bool
}

func (r *reader) done() error {
	if r.bad || len(r.rest) > 0 {
		return errFile
	}
	return nil
}

func (r *reader) number(most uint64) uint64 {
	v, n := binary.Uvarint(r.rest)
	if n <= 0 || v > most || r.bad {
		r.bad = true
		return 0
	}
	r.rest = r.rest[n:]
	return v
}

func (r *reader) signed() int64 {
	v, n := binary.Varint(r.rest)
	if n <= 0 || r.bad {
		r.bad = true
		return 0
	}
	r.rest = r.rest[n:]
	return v
}

// bytes takes n bytes.
func (r *reader) bytes(n int) []byte {
	if r.bad || n > len(r.rest) {
		r.bad = true
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) text() string { return string(r.bytes(int(r.number(uint64(len(r.rest)))))) }

func (r *reader) classifier() *Classifier {
	c := &Classifier{notice: r.text()}
	for range r.number(maxLabels) {
		c.labels = append(c.labels, r.text())
	}
	if len(c.labels) == 0 {
		r.bad = true
	}
	c.rows = make([]row, r.number(uint64(len(r.rest))))
	last := uint64(0)
	for i := range c.rows {
		step := r.number(1 << 32)
		last += step
		if step == 0 && i > 0 || last >= 1<<32 {
			r.bad = true
		}
		c.rows[i].key = uint32(last)
	}
	total := 0
	for i, n := range r.bytes(len(c.rows)) {
		r.bad = r.bad || n == 0
		c.rows[i].first, c.rows[i].n = uint32(total), uint32(n)
		total += int(n)
	}
	labels := r.bytes(total)
	if r.bad || total >= maxCells {
		r.bad = true
		return &Classifier{}
	}
	c.weights = make([]weight, total)
	for i, label := range labels {
		if int(label) >= len(c.labels) {
			r.bad = true
		}
		v := r.signed()
		if v < -32767 || v > 32767 {
			r.bad = true
		}
		c.weights[i] = weight{label, int16(v)}
	}
	if !r.bad {
		c.index()
	}
	return c
}
