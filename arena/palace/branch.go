package palace

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// family is the coalitions that have all organs of in and none of out.
type family struct {
	in, out uint64
	bound   float64 // no member has a lower value
	mu      float64 // the price of force that proved it
	branch  int     // the organ to decide next
	number  int
	reason  reason // why it need not be divided; of the leaves of a proof
}

// reason is why a family need not be divided.
type reason byte

const (
	open     reason = iota // it should have been: the budget ran out
	costly                 // its bound is above what was found
	weak                   // all that may join are too weak to win
	listed                 // its members were enumerated
	mirrored               // trading a member for its twin gives a coalition of another family
)

// families is a queue in falling order of bounds, so that the lowest is the last.
type families []family

func (q *families) add(x family) {
	at, _ := slices.BinarySearchFunc(*q, x, func(y, x family) int {
		return cmp.Or(cmp.Compare(x.bound, y.bound), cmp.Compare(x.number, y.number))
	})
	*q = slices.Insert(*q, at, x)
}

func (q *families) lowest() family {
	last := len(*q) - 1
	x := (*q)[last]
	*q = (*q)[:last]
	return x
}

// brancher finds the best coalitions by branch and bound. Force is priced at μ per
// share: whatever S is, cost(S) + struggle(S) ≥ least(μ) + least over f of
// (struggle(f) + μf), a Lagrangian bound [geoffrion1974] whose first part is a
// minimum cut. Families of few coalitions are enumerated.
type brancher struct {
	*network
	list   *enumerator
	found  listing
	opened int
	budget int
	queue  families
	leaves []family // the proof, where it is asked for
	prove  bool
	few    int
	loose  uint64    // organs that the search decides about
	grid   []float64 // struggle at shares 0, 1/cells … 1; contest only
	weight []float64 // of an organ: all it could cost and all it could hide
	twins  []uint64  // organs that can be swapped for this one without a change
}

const (
	small = 12   // organs left to decide, below which a family is enumerated
	cells = 1024 // of the grid under a contest
	steep = 1e6  // the highest price of force
)

func (a *numbers) brancher(budget, keep int) *brancher {
	b := &brancher{network: a.network(), list: a.enumerator(), budget: budget, few: small}
	b.found = listing{best: make([]found, 0, keep), limit: impossible}
	if a.rule == Contest {
		b.grid = make([]float64, cells+1)
		b.grid[0] = math.Inf(1)
		for k := 1; k <= cells; k++ {
			b.grid[k] = a.struggle(a.total * float64(k) / cells)
		}
	}
	b.twins = a.twins()
	b.weight = make([]float64, a.n)
	for i := range a.n {
		b.weight[i] = b.list.member[i]
		for j := range a.n {
			b.weight[i] += b.list.pair[i*a.n+j]
		}
	}
	return b
}

// twins gives, for each organ, the organs that can trade places with it.
func (a *numbers) twins() []uint64 {
	sets := make([]uint64, a.n)
	for i := range a.n {
		for j := range a.n {
			if i != j && a.alike(i, j) {
				sets[i] |= 1 << j
			}
		}
	}
	return sets
}

func (a *numbers) alike(i, j int) bool {
	n, w := a.n, a.watch
	if a.force[i] != a.force[j] || a.distrust[i] != a.distrust[j] || w[i*n+j] != w[j*n+i] {
		return false
	}
	for k := range n {
		if k != i && k != j && (w[i*n+k] != w[j*n+k] || w[k*n+i] != w[k*n+j]) {
			return false
		}
	}
	return true
}

// search lists the best coalitions of a family and gives a number that no value in
// it is below: the best value itself, where the search ran to its end.
func (b *brancher) search(in, out uint64) (bound float64) {
	b.queue, b.opened = b.queue[:0], 0
	b.loose = (uint64(1)<<b.n - 1) &^ (in | out)
	b.open(family{in: in, out: out, mu: 1})
	for len(b.queue) > 0 && b.opened < b.budget {
		x := b.queue.lowest()
		if x.bound >= b.found.limit {
			b.leaf(x, costly)
			continue
		}
		j := x.branch
		b.open(family{in: x.in | 1<<j, out: x.out, mu: x.mu, bound: x.bound})
		x.out |= 1 << j
		for same := b.twins[j] &^ (x.in | x.out); same != 0; same &= same - 1 {
			t := same & -same
			b.leaf(family{in: x.in | t, out: x.out}, mirrored)
			x.out |= t
		}
		b.open(family{in: x.in, out: x.out, mu: x.mu, bound: x.bound})
	}
	bound = impossible
	if len(b.found.best) > 0 {
		bound = b.found.best[0].value
	}
	for _, x := range b.queue {
		bound = min(bound, x.bound)
		b.leaf(x, open)
	}
	return bound
}

// open bounds a family and queues it, unless its members are enumerated or none of
// them can be among the best.
func (b *brancher) open(x family) {
	b.opened++
	x.number = b.opened
	all := uint64(1)<<b.n - 1
	if b.fit(all&^x.out) < b.need() {
		b.leaf(x, weak)
		return
	}
	if b.n-bits.OnesCount64(x.in|x.out) <= b.few {
		b.list.list(x.in, x.out, &b.found)
		b.leaf(x, listed)
		return
	}
	if b.price(&x); x.bound >= b.found.limit {
		b.leaf(x, costly)
		return
	}
	b.queue.add(x)
}

// leaf notes why a family was not divided.
func (b *brancher) leaf(x family, why reason) {
	if b.prove {
		x.reason = why
		b.leaves = append(b.leaves, x)
	}
}

// line is a set found at a price, and what its part of the bound is at any price:
// level − μ·slope.
type line struct {
	set          uint64
	level, slope float64
	known        bool
}

// price looks for the price of force with the highest bound, and leaves it and an
// organ to branch on with the family.
func (b *brancher) price(x *family) {
	b.fix(x.in, x.out)
	steps := 5
	if b.opened == 1 {
		steps = 20
	}
	var low, high line // too little force, enough force
	for mu := x.mu; steps > 0; steps-- {
		cut, small, large := b.least(mu)
		win, at := b.winning(mu, x)
		if cut+win > x.bound {
			x.bound, x.mu = cut+win, mu
		}
		b.try(small)
		b.try(large)
		if b.opened%16 == 1 {
			b.climb(small)
		}
		if x.bound >= b.found.limit {
			return
		}
		below, above := b.line(small, at, win, mu), b.line(large, at, win, mu)
		switch {
		case below.slope <= 0 && above.slope >= 0:
			low, high, steps = below, above, 1
		case above.slope < 0:
			low = above
		default:
			high = below
		}
		next := crossing(low, high, mu)
		if next == mu {
			break
		}
		mu = next
	}
	x.branch = b.divide(x, low.set, high.set)
}

func (b *brancher) line(set uint64, at, win, mu float64) line {
	force := b.fit(set) / b.total
	return line{set, b.cost(set) + win - float64(mu*at), force - at, true}
}

// crossing is the next price to try: where the two lines cross, or further out.
func crossing(low, high line, mu float64) float64 {
	switch {
	case !low.known:
		return 0
	case !high.known:
		return min(2*mu+0.125, steep)
	case low.slope == high.slope:
		return mu
	}
	return max(0, min((high.level-low.level)/(high.slope-low.slope), steep))
}

// winning is the least of struggle(f) + μf over the shares f that members of the
// family can have, and a share where it is had. Struggle falls with force, so a
// cell of the grid is bounded by its ends.
func (b *brancher) winning(mu float64, x *family) (least, at float64) {
	if b.rule == Quota {
		return float64(mu * (b.share - slack)), b.share
	}
	all := uint64(1)<<b.n - 1
	from, to := b.fit(x.in)/b.total, b.fit(all&^x.out)/b.total
	least = math.Inf(1)
	for k := int(from * cells); k < cells && float64(k)/cells <= to; k++ {
		left := max(from, float64(k)/cells)
		if v := b.grid[k+1] + float64(mu*left); v < least {
			least, at = v, left
		}
	}
	if math.IsInf(least, 1) {
		return float64(mu * from), from
	}
	return least, at
}

// divide picks the organ to decide next: the one with most
// to lose and to hide among those the two sets disagree on, the first of its twins, so that twins join in order.
func (b *brancher) divide(x *family, low, high uint64) int {
	free := (uint64(1)<<b.n - 1) &^ (x.in | x.out)
	among := (low ^ high) & free
	if among == 0 {
		among = free
	}
	best := bits.TrailingZeros64(among)
	for s := among; s != 0; s &= s - 1 {
		if i := bits.TrailingZeros64(s); b.weight[i] > b.weight[best] {
			best = i
		}
	}
	return bits.TrailingZeros64((b.twins[best] | 1<<best) & free)
}

// try adds a coalition if it can win.
func (b *brancher) try(set uint64) {
	if force := b.fit(set); set != 0 && force >= b.need() {
		if v := b.cost(set) + b.struggle(force); v < b.found.limit {
			b.found.add(found{v, set})
		}
	}
}

// climb makes a coalition strong enough, then better by adding, dropping or trading
// one organ, as long as that helps. It only looks for good coalitions early; the
// proof does not rest on it.
func (b *brancher) climb(set uint64) {
	for b.fit(set) < b.need() {
		best, ratio := -1, math.Inf(1)
		for s := b.loose &^ set; s != 0; s &= s - 1 {
			i := bits.TrailingZeros64(s)
			if r := b.joining(i, set) / b.force[i]; b.force[i] > 0 && r < ratio {
				best, ratio = i, r
			}
		}
		if best < 0 {
			return
		}
		set |= 1 << best
	}
	for better := set; better != 0; {
		set, better = better, b.neighbour(better)
	}
	b.try(set)
}

// joining is what an organ adds to the cost of a set it is not in.
func (b *brancher) joining(i int, set uint64) float64 {
	sum := b.list.member[i]
	for s := set; s != 0; s &= s - 1 {
		sum -= b.list.pair[i*b.n+bits.TrailingZeros64(s)]
	}
	return sum
}

// neighbour is the best coalition that differs by one organ or by a trade of two,
// where it is better; else 0.
func (b *brancher) neighbour(set uint64) uint64 {
	cost, force, found := b.cost(set), b.fit(set), uint64(0)
	best := cost + b.struggle(force) - quantum
	look := func(s uint64, cost, force float64) {
		if cost < best && s != 0 && force >= b.need() {
			if v := cost + b.struggle(force); v < best {
				best, found = v, s
			}
		}
	}
	var change [maxOrgans]float64 // what joining or leaving changes
	for i := range b.n {
		if change[i] = b.joining(i, set&^(1<<i)); set>>i&1 == 1 {
			change[i] = -change[i]
		}
	}
	for loose := b.loose; loose != 0; loose &= loose - 1 {
		i := bits.TrailingZeros64(loose)
		if set>>i&1 == 1 {
			look(set&^(1<<i), cost+change[i], force-b.force[i])
			continue
		}
		look(set|1<<i, cost+change[i], force+b.force[i])
		for s := set & b.loose; s != 0; s &= s - 1 {
			j := bits.TrailingZeros64(s)
			look(set&^(1<<j)|1<<i, cost+change[i]+change[j]+b.list.pair[i*b.n+j], force+b.force[i]-b.force[j])
		}
	}
	return found
}
