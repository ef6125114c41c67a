package arena

import (
	"cmp"
	"slices"
	"strings"
)

// Edge is what one quantity does to another directly: Sign is 1 where more of From
// makes more of To, −1 where it makes less, and 0 where it hangs on the circumstances.
type Edge struct {
	From, To string
	Sign     int
}

// Loop is a circle of effects through quantities named once each, beginning with
// the first in the alphabet. Its sign is the product of its edges' signs: 1 where it
// reinforces what it meets, −1 where it balances, 0 where that hangs on the
// circumstances [sterman2000].
type Loop struct {
	Names []string
	Sign  int
}

// String writes the loop with its polarity, such as "B: debt → taxes → debt". The
// letter is R for reinforcing, B for balancing, ? for either.
func (l Loop) String() string {
	letter := map[int]string{1: "R", -1: "B"}[l.Sign]
	if letter == "" {
		letter = "?"
	}
	return letter + ": " + strings.Join(append(slices.Clone(l.Names), l.Names[:min(1, len(l.Names))]...), " → ")
}

// Loops lists the simple loops of a signed graph, shorter ones first and those of
// one length by their names. Two edges of one direction count as one, whose sign is
// 0 unless they agree. It stops after limit loops, or after a fixed amount of work
// where loops are too many to search; all says whether these are all there are.
// The order of the edges is no matter.
func Loops(edges []Edge, limit int) (loops []Loop, all bool) {
	s := newLoopSearch(edges, limit)
	starts := s.starts()
	for length := 1; length <= len(s.names) && !s.stopped; length++ {
		for _, at := range starts {
			if length < at.shortest || length > at.longest || s.stopped {
				continue
			}
			s.start, s.length = at.node, length
			s.measure()
			s.path = append(s.path[:0], at.node)
			s.walk(at.node, 1)
		}
	}
	return s.found, !s.stopped
}

// loopStart is a node through which there are loops, and bounds of their length.
type loopStart struct{ node, shortest, longest int }

// starts finds them.
func (s *loopSearch) starts() []loopStart {
	var all []loopStart
	for node := range s.names {
		s.start = node
		at := loopStart{node: node, longest: s.measure()}
		for _, a := range s.to[node] {
			if a.to >= node && s.back[a.to] >= 0 && (at.shortest == 0 || s.back[a.to]+1 < at.shortest) {
				at.shortest = s.back[a.to] + 1
			}
		}
		if at.shortest > 0 {
			all = append(all, at)
		}
	}
	return all
}

// loopWork bounds the edges that a search follows.
const loopWork = 20_000_000

// loopSearch looks for loops of one length through one start, over nodes that are
// not before it, so that each loop is met once.
type loopSearch struct {
	names         []string
	to            [][]arrow // of each node, by node
	from          [][]int
	back          []int // least number of edges back to the start; -1 is never
	queue         []int
	on            []bool
	path          []int
	start, length int
	limit, work   int
	stopped       bool
	found         []Loop
}

type arrow struct{ to, sign int }

func newLoopSearch(edges []Edge, limit int) *loopSearch {
	s := &loopSearch{limit: limit}
	for _, e := range edges {
		s.names = append(s.names, e.From, e.To)
	}
	slices.Sort(s.names)
	s.names = slices.Compact(s.names)
	n := len(s.names)
	s.to, s.from, s.back, s.on = make([][]arrow, n), make([][]int, n), make([]int, n), make([]bool, n)
	for _, e := range merged(edges) {
		a, _ := slices.BinarySearch(s.names, e.From)
		b, _ := slices.BinarySearch(s.names, e.To)
		s.to[a] = append(s.to[a], arrow{b, e.Sign})
		s.from[b] = append(s.from[b], a)
	}
	return s
}

// merged sorts edges and makes one of those that share both ends.
func merged(edges []Edge) []Edge {
	sorted := slices.Clone(edges)
	slices.SortFunc(sorted, func(a, b Edge) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Sign, b.Sign))
	})
	var out []Edge
	for _, e := range sorted {
		if n := len(out); n > 0 && out[n-1].From == e.From && out[n-1].To == e.To {
			if out[n-1].Sign != e.Sign {
				out[n-1].Sign = 0
			}
			continue
		}
		out = append(out, e)
	}
	return out
}

// measure works out how many edges lead from each node back to the start, and counts
// the nodes from which any do.
func (s *loopSearch) measure() int {
	for i := range s.back {
		s.back[i] = -1
	}
	s.back[s.start] = 0
	s.queue = append(s.queue[:0], s.start)
	for k := 0; k < len(s.queue) && !s.stopped; k++ {
		at := s.queue[k]
		for _, p := range s.from[at] {
			if p > s.start && s.back[p] < 0 {
				s.back[p] = s.back[at] + 1
				s.queue = append(s.queue, p)
			}
		}
		s.work += len(s.from[at])
	}
	s.stopped = s.stopped || s.work > loopWork
	return len(s.queue)
}

// walk extends the path, whose edges so far multiply to sign.
func (s *loopSearch) walk(at, sign int) {
	left := s.length - len(s.path) + 1 // edges that are still to come
	s.on[at] = true
	defer func() { s.on[at] = false }()
	for _, a := range s.to[at] {
		if s.work++; s.work > loopWork {
			s.stopped = true
		}
		switch {
		case s.stopped:
			return
		case left == 1 && a.to == s.start:
			s.keep(sign * a.sign)
		case left > 1 && a.to > s.start && !s.on[a.to] && s.back[a.to] >= 0 && s.back[a.to] < left:
			s.path = append(s.path, a.to)
			s.walk(a.to, sign*a.sign)
			s.path = s.path[:len(s.path)-1]
		}
	}
}

func (s *loopSearch) keep(sign int) {
	if len(s.found) >= s.limit {
		s.stopped = true
		return
	}
	names := make([]string, len(s.path))
	for i, at := range s.path {
		names[i] = s.names[at]
	}
	s.found = append(s.found, Loop{names, sign})
}
