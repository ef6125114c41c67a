package palace

import (
	"math"
	"math/bits"
)

// found is a coalition with its value −ln(U·W); the lower, the riskier.
type found struct {
	value float64
	set   uint64
}

// before orders coalitions: the riskier first; of equally risky ones the smaller,
// then the one whose organs were named first.
func (x found) before(y found) bool {
	a, b := math.Round(x.value/quantum), math.Round(y.value/quantum)
	if a != b {
		return a < b
	}
	if p, q := bits.OnesCount64(x.set), bits.OnesCount64(y.set); p != q {
		return p < q
	}
	return bits.Reverse64(x.set) > bits.Reverse64(y.set)
}

// listing keeps the best few coalitions met.
type listing struct {
	best  []found                         // in order; at most cap(best)
	limit float64                         // values from here on are not looked at
	visit func(force float64, set uint64) // where set, it sees each coalition that costs less than limit instead
}

// add puts a coalition in its place.
func (l *listing) add(x found) {
	k := len(l.best)
	for k > 0 && x.before(l.best[k-1]) {
		k--
	}
	if k == cap(l.best) || k > 0 && l.best[k-1].set == x.set {
		return
	}
	if len(l.best) < cap(l.best) {
		l.best = l.best[:len(l.best)+1]
	}
	copy(l.best[k+1:], l.best[k:])
	l.best[k] = x
	if len(l.best) == cap(l.best) {
		l.limit = min(l.limit, l.best[len(l.best)-1].value+2*quantum)
	}
}

// half is the number of organs whose subsets are kept in a table.
const half = 10

// enumerator looks at every coalition. The value of one is a sum over members less
// a sum over pairs of members, cost(S) = Σ m_j − Σ s_ij, with m_j all that j could
// cost and s_ij what i and j miss of each other. So the organs are split in two:
// for each subset of the second part, those of the first cost two sums each.
type enumerator struct {
	*numbers
	least  float64   // coalitions with less force are passed over
	member []float64 // m
	pair   []float64 // s, n×n
	free   []int
	sums   [1 << half]float64 // over members
	pairs  [1 << half]float64 // over pairs, negative
	forces [1 << half]float64
	own    [half]float64
}

func (a *numbers) enumerator() *enumerator {
	e := &enumerator{numbers: a, member: make([]float64, a.n), pair: make([]float64, a.n*a.n), free: make([]int, 0, a.n)}
	e.prepare()
	return e
}

// prepare computes members and pairs anew from the numbers.
func (e *enumerator) prepare() {
	n := e.n
	e.least = e.need()
	copy(e.member, e.distrust)
	for i := range n {
		for j := range n {
			e.member[j] += e.watch[i*n+j]
			e.pair[i*n+j] = e.watch[i*n+j] + e.watch[j*n+i]
		}
	}
}

// list adds to l the coalitions that have all organs of in and none of out.
func (e *enumerator) list(in, out uint64, l *listing) {
	e.free = e.free[:0]
	for i := range e.n {
		if (in|out)>>i&1 == 0 {
			e.free = append(e.free, i)
		}
	}
	low := min(half, len(e.free))
	first, second := e.free[:low], e.free[low:]
	e.table(first)
	for high := range uint64(1) << len(second) {
		base := in
		for h := high; h != 0; h &= h - 1 {
			base |= 1 << second[bits.TrailingZeros64(h)]
		}
		e.scan(first, base, l)
	}
}

// table fills what the subsets of the first organs are among themselves.
func (e *enumerator) table(first []int) {
	e.pairs[0], e.forces[0] = 0, 0
	for s := 1; s < 1<<len(first); s++ {
		rest := s & (s - 1)
		j := first[bits.TrailingZeros(uint(s))]
		e.forces[s] = e.forces[rest] + e.force[j]
		sum := e.pairs[rest]
		for r := rest; r != 0; r &= r - 1 {
			sum -= e.pair[j*e.n+first[bits.TrailingZeros(uint(r))]]
		}
		e.pairs[s] = sum
	}
}

// scan looks at base joined by each subset of the first organs.
func (e *enumerator) scan(first []int, base uint64, l *listing) {
	start, force := 0.0, 0.0
	for j, m := range first {
		e.own[j] = e.member[m]
	}
	for b := base; b != 0; b &= b - 1 {
		i := bits.TrailingZeros64(b)
		row := e.pair[i*e.n : (i+1)*e.n]
		start += e.member[i]
		force += e.force[i]
		for c := b & (b - 1); c != 0; c &= c - 1 {
			start -= row[bits.TrailingZeros64(c)]
		}
		for j, m := range first {
			e.own[j] -= row[m]
		}
	}
	need := e.least - force
	e.sums[0] = start
	if base != 0 && start < l.limit && need <= 0 {
		e.consider(start, force, base, first, 0, l)
	}
	size := 1 << len(first)
	sums, pairs, forces := e.sums[:size], e.pairs[:size], e.forces[:size]
	for s := 1; s < len(sums); s++ {
		v := sums[s&(s-1)] + e.own[bits.TrailingZeros(uint(s))%half]
		sums[s] = v
		v += pairs[s]
		if v < l.limit && forces[s] >= need {
			e.consider(v, force+forces[s], base, first, s, l)
		}
	}
}

// consider adds what winning costs, and keeps the coalition if it is among the best.
func (e *enumerator) consider(value, force float64, base uint64, first []int, s int, l *listing) {
	if l.visit == nil {
		value += e.struggle(force)
	}
	if value >= l.limit {
		return
	}
	for ; s != 0; s &= s - 1 {
		base |= 1 << first[bits.TrailingZeros(uint(s))]
	}
	if l.visit != nil {
		l.visit(force, base)
		return
	}
	l.add(found{value, base})
}
