package beliefmap

import (
	"cmp"
	"slices"
)

// Difference compares two maps by the keys of their concepts.
type Difference struct {
	A, B                 *Map
	OnlyA, OnlyB         []int    // links of A and B whose pair the other does not join
	Same                 [][2]int // links of A and B with one sign
	Opposite             [][2]int // links of A and B with opposite signs
	ConceptsA, ConceptsB []int    // concepts that the other has not
}

// Compare sets two maps beside each other. Maps built with different tables of
// synonyms differ in their concepts for that reason alone.
func Compare(a, b *Map) Difference {
	d := Difference{A: a, B: b, ConceptsA: a.missing(b), ConceptsB: b.missing(a)}
	other := b.pairs()
	for i, l := range a.Links {
		shared := other[a.pair(l)]
		if len(shared) == 0 {
			d.OnlyA = append(d.OnlyA, i)
		}
		for _, k := range shared {
			if b.Links[k].Sign == l.Sign {
				d.Same = append(d.Same, [2]int{i, k})
			} else {
				d.Opposite = append(d.Opposite, [2]int{i, k})
			}
		}
	}
	mine := a.pairs()
	for k, l := range b.Links {
		if len(mine[b.pair(l)]) == 0 {
			d.OnlyB = append(d.OnlyB, k)
		}
	}
	byPair := func(x, y [2]int) int { return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1])) }
	slices.SortFunc(d.Same, byPair)
	slices.SortFunc(d.Opposite, byPair)
	return d
}

func (m *Map) pair(l Link) [2]string { return [2]string{m.Concepts[l.From].Key, m.Concepts[l.To].Key} }

func (m *Map) pairs() map[[2]string][]int {
	index := map[[2]string][]int{}
	for i, l := range m.Links {
		index[m.pair(l)] = append(index[m.pair(l)], i)
	}
	return index
}

// missing lists the concepts that another map has not.
func (m *Map) missing(other *Map) []int {
	have := map[string]bool{}
	for _, c := range other.Concepts {
		have[c.Key] = true
	}
	var out []int
	for i, c := range m.Concepts {
		if !have[c.Key] {
			out = append(out, i)
		}
	}
	return out
}
