package palace

import (
	"math"
	"math/bits"
)

const (
	scale = 1 << 38 // flows are whole numbers of this part of a unit, so that they end
	room  = 64      // nodes of a network: organs, the plot's side, the others' side
)

// network finds the set S with the least cost(S) − μ·force(S) by a minimum cut
// [picard1976]: the plot's side is S, an organ there pays its distrust, and an arc
// from a member to an organ outside pays the watch it does not escape. Capacities
// are rounded down, so the least cut is never above the true least.
type network struct {
	*numbers
	part     []float64 // of all force
	whole    []int64   // watch, scaled: whole[i*n+j] is i's watch of j
	base     [room][room]int64
	rest     [room][room]int64
	arcs     [room]uint64 // nodes with room left on the arc from this one
	level    [room]int8
	left     [room]uint64 // arcs not yet tried in this phase
	in, out  uint64
	constant int64 // watches by organs that are out of organs that are in
}

func (a *numbers) network() *network {
	w := &network{numbers: a, part: make([]float64, a.n), whole: make([]int64, a.n*a.n)}
	for i, f := range a.force {
		w.part[i] = f / a.total
	}
	for k, l := range a.watch {
		w.whole[k] = int64(l * scale)
	}
	return w
}

// fix lays the arcs where the organs of in belong to S and those of out do not.
func (w *network) fix(in, out uint64) {
	n, plot, others := w.n, w.n, w.n+1
	w.in, w.out, w.constant = in, out, 0
	w.base = [room][room]int64{}
	for j := range n {
		from := j
		switch {
		case out>>j&1 == 1:
			continue
		case in>>j&1 == 1:
			from = plot
		}
		for i := range n {
			to := i
			switch {
			case in>>i&1 == 1 || i == j:
				continue
			case out>>i&1 == 1:
				to = others
			}
			if from == plot && to == others {
				w.constant += w.whole[i*n+j]
			} else {
				w.base[from][to] += w.whole[i*n+j]
			}
		}
	}
}

// least gives a number that no cost(S) − μ·share(S) is below, and the smallest and
// the largest set that reach it but for rounding.
func (w *network) least(mu float64) (bound float64, small, large uint64) {
	n, plot, others := w.n, w.n, w.n+1
	w.rest = w.base
	value := w.constant
	for j := range n {
		if w.out>>j&1 == 1 {
			continue
		}
		unit := int64(math.Floor((w.distrust[j] - float64(mu*w.part[j])) * scale))
		switch {
		case w.in>>j&1 == 1:
			value += unit
		case unit >= 0:
			w.rest[j][others] += unit
		default:
			w.rest[plot][j] -= unit
			value += unit
		}
	}
	for u := range n + 2 {
		w.arcs[u] = 0
		for v := range n + 2 {
			if w.rest[u][v] > 0 {
				w.arcs[u] |= 1 << v
			}
		}
	}
	value += w.flow(plot, others)
	free := (uint64(1)<<n - 1) &^ (w.in | w.out)
	small = w.in | w.reached(plot)&free
	large = w.in | free&^w.reaching(others)
	return float64(value) / scale, small, large
}

// flow is the greatest flow, by blocking flows over shortest paths [dinitz1970].
func (w *network) flow(source, sink int) int64 {
	total := int64(0)
	for w.layer(source, sink) {
		w.left = w.arcs
		for {
			pushed := w.push(source, sink, math.MaxInt64)
			if pushed == 0 {
				break
			}
			total += pushed
		}
	}
	return total
}

// layer sets each node's distance from the source, and reports whether the sink
// can be reached.
func (w *network) layer(source, sink int) bool {
	for i := range w.level {
		w.level[i] = -1
	}
	seen := uint64(1) << source
	for front, d := seen, int8(0); front != 0 && seen>>sink&1 == 0; d++ {
		next := uint64(0)
		for ; front != 0; front &= front - 1 {
			u := bits.TrailingZeros64(front)
			w.level[u] = d
			next |= w.arcs[u]
		}
		front = next &^ seen
		seen |= front
		if front>>sink&1 == 1 {
			w.level[sink] = d + 1
		}
	}
	return seen>>sink&1 == 1
}

// push sends what it can, at most limit, along one shortest path.
func (w *network) push(u, sink int, limit int64) int64 {
	if u == sink {
		return limit
	}
	for ; w.left[u] != 0; w.left[u] &= w.left[u] - 1 {
		v := bits.TrailingZeros64(w.left[u])
		if w.level[v] != w.level[u]+1 || w.rest[u][v] == 0 {
			continue
		}
		if pushed := w.push(v, sink, min(limit, w.rest[u][v])); pushed > 0 {
			w.rest[u][v] -= pushed
			if w.rest[u][v] == 0 {
				w.arcs[u] &^= 1 << v
			}
			w.rest[v][u] += pushed
			w.arcs[v] |= 1 << u
			return pushed
		}
	}
	return 0
}

// reached lists the nodes with room left on a path from the source.
func (w *network) reached(source int) uint64 {
	seen := uint64(1) << source
	for front := seen; front != 0; {
		next := uint64(0)
		for ; front != 0; front &= front - 1 {
			next |= w.arcs[bits.TrailingZeros64(front)]
		}
		front = next &^ seen
		seen |= front
	}
	return seen
}

// reaching lists the nodes with room left on a path to the sink.
func (w *network) reaching(sink int) uint64 {
	seen := uint64(1) << sink
	for grown := true; grown; {
		grown = false
		for u := range w.n {
			if seen>>u&1 == 0 && w.arcs[u]&seen != 0 {
				seen |= 1 << u
				grown = true
			}
		}
	}
	return seen
}
