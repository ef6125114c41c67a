package sim

import (
	"fmt"
	"io"

	"reckon"
)

// hash is FNV-1a of 64 bits as a writer.
type hash uint64

func (h *hash) Write(b []byte) (int, error) {
	for _, c := range b {
		*h = (*h ^ hash(c)) * 1099511628211
	}
	return len(b), nil
}

// meaning is the version of what a run is. It goes up whenever the same case and seed
// give other runs, so that tallies of both are not added up.
const meaning = 1

// fingerprint is a number that tells cases, readings and settings apart: all that a
// run reads goes into it, and where it stands in the text.
func fingerprint(c *reckon.Case, r *reckon.Reading, dates []reckon.Date, s *reckon.Scenario) uint64 {
	h := hash(14695981039346656037)
	own := *c
	own.Minds, own.Readings, own.Sources, own.Scenarios = nil, nil, nil, nil
	fmt.Fprintf(&h, "%d %v\n", meaning, own)
	for _, stated := range r.Calendar(c) {
		for i := range stated {
			writeMind(&h, stated[i])
		}
	}
	if r != nil {
		fmt.Fprintf(&h, "%s %d\n", r.Name, r.Dated)
	}
	fmt.Fprintf(&h, "%v %v\n", dates, *s)
	return uint64(h)
}

// writeMind writes a mind with what its views point to in the place of the pointers.
func writeMind(w io.Writer, m reckon.Mind) {
	view, beliefs := m.View, m.Beliefs
	m.View, m.Beliefs = reckon.View{}, nil
	fmt.Fprintf(w, "%v\n", m)
	writeView(w, view)
	writeBeliefs(w, beliefs)
}

func writeView(w io.Writer, v reckon.View) {
	for _, o := range v.Overrides {
		if o.Impossible != nil {
			fmt.Fprintf(w, "%v ", *o.Impossible)
			o.Impossible = nil
		}
		fmt.Fprintf(w, "%v\n", o)
	}
}

func writeBeliefs(w io.Writer, beliefs []reckon.Belief) {
	for _, b := range beliefs {
		fmt.Fprintf(w, "%s %d\n", b.About, len(b.Kinds))
		for _, k := range b.Kinds {
			view, nested := k.View, k.Beliefs
			k.View, k.Beliefs = reckon.View{}, nil
			fmt.Fprintf(w, "%v\n", k)
			writeView(w, view)
			writeBeliefs(w, nested)
		}
	}
}
