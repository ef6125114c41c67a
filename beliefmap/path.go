package beliefmap

import (
	"slices"
	"strings"
)

// Bounds of searches for paths: simple paths can be too many to list.
const (
	mostLinks = 8       // links of a path
	mostPaths = 1_000   // paths or loops listed
	mostTried = 200_000 // links tried in one search
)

// Path is a way through the map. Its sign is the product of the signs of its
// links [axelrod1976]. A loop ends where it starts.
type Path struct {
	Concepts []int
	Links    []int
	Sign     int
}

// Opposed is a pair of concepts of which the map says both that the first
// furthers the second and that it hinders it, with a shortest path for each.
type Opposed struct {
	From, To     int
	For, Against Path
}

// walk is a search along links that visits no concept twice.
type walk struct {
	m     *Map
	first []int // index of the first link of each concept, and one more at the end
	on    []bool
	path  Path
	tried int
	cut   bool
	visit func(Path) bool // called at every concept reached; false ends the search there
}

func (m *Map) walk(visit func(Path) bool) *walk {
	w := &walk{m: m, first: make([]int, len(m.Concepts)+1), on: make([]bool, len(m.Concepts)), visit: visit}
	for _, l := range m.Links {
		w.first[l.From+1]++
	}
	for i := range m.Concepts {
		w.first[i+1] += w.first[i]
	}
	return w
}

// from tries all ways that start at a concept and keep to concepts that pass.
func (w *walk) from(at int, pass func(int) bool) {
	w.path = Path{Concepts: []int{at}, Sign: 1}
	w.on[at] = true
	w.step(at, at, pass)
	w.on[at] = false
}

func (w *walk) step(start, at int, pass func(int) bool) {
	for k := w.first[at]; k < w.first[at+1]; k++ {
		to := w.m.Links[k].To
		if w.on[to] && to != start || !pass(to) {
			continue
		}
		if w.tried++; w.tried > mostTried {
			w.cut = true
			return
		}
		sign := w.path.Sign
		w.path.Sign *= w.m.Links[k].Sign
		w.path.Concepts, w.path.Links = append(w.path.Concepts, to), append(w.path.Links, k)
		if w.visit(w.path) && to != start {
			if len(w.path.Links) < mostLinks {
				w.on[to] = true
				w.step(start, to, pass)
				w.on[to] = false
			} else if w.first[to] < w.first[to+1] {
				w.cut = true
			}
		}
		w.path.Concepts, w.path.Links = w.path.Concepts[:len(w.path.Concepts)-1], w.path.Links[:len(w.path.Links)-1]
		w.path.Sign = sign
	}
}

func (p Path) clone() Path {
	return Path{slices.Clone(p.Concepts), slices.Clone(p.Links), p.Sign}
}

func anywhere(int) bool { return true }

// Paths lists the ways from one concept to another that pass none twice, in the
// order of links. Cut says that there may be more: a way is at most 8 links long
// and at most 1 000 are listed.
func (m *Map) Paths(from, to int) (paths []Path, cut bool) {
	w := m.walk(nil)
	w.visit = func(p Path) bool {
		if p.Concepts[len(p.Concepts)-1] != to {
			return true
		}
		if len(paths) == mostPaths {
			w.cut = true
		} else {
			paths = append(paths, p.clone())
		}
		return false
	}
	w.from(from, anywhere)
	return paths, w.cut
}

// Effect says what one concept does to another over all paths listed: "+", "-",
// "±" when they differ, "" when there is none.
func (m *Map) Effect(from, to int) (effect string, cut bool) {
	paths, cut := m.Paths(from, to)
	sum := 0
	for _, p := range paths {
		sum += p.Sign
	}
	switch {
	case len(paths) == 0:
		return "", cut
	case sum == len(paths):
		return "+", cut
	case sum == -len(paths):
		return "-", cut
	}
	return "±", cut
}

// Opposed lists the pairs with paths of both signs, by their first concepts.
func (m *Map) Opposed() (pairs []Opposed, cut bool) {
	for from := range m.Concepts {
		best := map[int]*[2]Path{}
		w := m.walk(func(p Path) bool {
			to, k := p.Concepts[len(p.Concepts)-1], (1-p.Sign)/2
			if to == from {
				return false
			}
			if best[to] == nil {
				best[to] = &[2]Path{}
			}
			if have := best[to][k].Links; have == nil || len(p.Links) < len(have) {
				best[to][k] = p.clone()
			}
			return true
		})
		w.from(from, anywhere)
		cut = cut || w.cut
		for to := range m.Concepts {
			if b := best[to]; b != nil && b[0].Links != nil && b[1].Links != nil {
				pairs = append(pairs, Opposed{from, to, b[0], b[1]})
			}
		}
	}
	return pairs, cut
}

// Loops lists the ways that end where they start, each once, from its first
// concept. One of sign + feeds itself, one of sign - holds itself back.
func (m *Map) Loops() (loops []Path, cut bool) {
	for start := range m.Concepts {
		w := m.walk(nil)
		w.visit = func(p Path) bool {
			if p.Concepts[len(p.Concepts)-1] == start {
				if len(loops) == mostPaths {
					w.cut = true
				} else {
					loops = append(loops, p.clone())
				}
			}
			return true
		}
		w.from(start, func(i int) bool { return i >= start })
		cut = cut || w.cut
	}
	return loops, cut
}

// Say writes a path in words: "poverty +→ unrest −→ trade"; a loop is named first.
func (m *Map) Say(p Path) string {
	var b strings.Builder
	if len(p.Links) > 0 && p.Concepts[0] == p.Concepts[len(p.Concepts)-1] {
		b.WriteString(map[int]string{1: "feeds itself: ", -1: "holds itself back: "}[p.Sign])
	}
	for i, c := range p.Concepts {
		if i > 0 {
			b.WriteString(map[int]string{1: " +→ ", -1: " −→ "}[m.Links[p.Links[i-1]].Sign])
		}
		b.WriteString(m.Concepts[c].Label)
	}
	return b.String()
}
