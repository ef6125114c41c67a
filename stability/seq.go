package stability

import (
	"math/bits"
	"slices"

	"reckon"
)

// seq is sequential stability [fraserhipel1979]: s is stable for i iff every
// improvement t ∈ R_i⁺(s) is met by a legal sequence of moves of the others,
// each of which improves its mover's lot at his step, to some x ≾_i s.
func seq() solver {
	return solver{
		concept: reckon.SEQ,
		table:   (*Conflict).worstImproving,
		reply:   (*Conflict).eachImprovement,
		worth:   rankOf,
	}
}

// fibres are one actor's sub-cubes, each sorted by his rank. States that differ in
// an irreversible option of his lie in different fibres, so within a fibre every
// move is open both ways. A place in a fibre is a setting of its options. For each
// fibre, order holds the places of feasible states ascending by rank and then, by
// place, how many states of the fibre he likes less: two bytes a state up to six
// such options, else four.
type fibres struct {
	outer    packer   // state → number of its fibre
	inner    packer   // state → its place
	settings []uint32 // by place: the options on there
	order    lanes    // 2 × places for each fibre
	size     lanes    // by fibre: how many are feasible
}

// sortFibres sorts every actor's fibres, but for one actor's (none: −1). They
// are kept: all focal actors share them.
func (c *Conflict) sortFibres(but int) {
	c.each(len(c.players), func(_, i int) {
		p := &c.players[i]
		if i != but && p.fibres == nil && p.own != 0 {
			p.fibres = c.fibresOf(p)
		}
	})
}

func (c *Conflict) fibresOf(p *player) *fibres {
	free := p.own &^ (p.final | p.lost)
	outer := (reckon.State(1)<<c.options - 1) &^ free
	f := &fibres{outer: newPacker(outer), inner: newPacker(free)}
	eachSubset(free, func(own reckon.State) { f.settings = append(f.settings, uint32(own)) })
	places := len(f.settings)
	f.order = newLanes(2<<c.options, places)
	f.size = newLanes(1<<c.options/places, places+1)
	keys := make([]uint64, 0, places)
	start := 0
	eachSubset(outer, func(base reckon.State) {
		keys = keys[:0]
		for place, own := range f.settings {
			if x := base | reckon.State(own); c.feasible.Has(x) {
				keys = append(keys, uint64(p.rank.at(x))<<32|uint64(place))
			}
		}
		sortFew(keys)
		less := 0
		for k, key := range keys {
			if key>>32 != keys[less]>>32 {
				less = k
			}
			place := reckon.State(uint32(key))
			f.order.set(reckon.State(2*start+k), int32(place))
			f.order.set(reckon.State(2*start+places)+place, int32(less))
		}
		f.size.set(reckon.State(start/places), int32(len(keys)))
		start += places
	})
	return f
}

// sortFew sorts a fibre; most hold a dozen states, where insertion is fastest.
func sortFew(keys []uint64) {
	if len(keys) > 32 {
		slices.Sort(keys)
		return
	}
	for i := 1; i < len(keys); i++ {
		x := keys[i]
		k := i
		for ; k > 0 && keys[k-1] > x; k-- {
			keys[k] = keys[k-1]
		}
		keys[k] = x
	}
}

// worstImproving replaces v[t], what t is worth to the actor, by the minimum of v
// over t and everything that sequences of the others' improvements reach from t.
// States are settled in ascending order of worth, backwards along improvements:
// when x is settled at r, every unsettled t from which some j ≠ i improves to x is
// settled at r too. A pointer into each of j's fibres remembers how far up in
// j's order everything is settled, so each state is passed once per actor:
// O(actors × states) after the sort.
func (c *Conflict) worstImproving(actor int, v lanes) {
	c.sortFibres(actor)
	b := &backward{v: v, settled: newSet(c.options)}
	for j := range c.players {
		p := &c.players[j]
		if j == actor || p.own == 0 {
			continue
		}
		places := len(p.fibres.settings)
		b.others = append(b.others, p)
		b.passed = append(b.passed, newLanes(1<<c.options/places, places+1))
	}
	c.eachByWorth(v, len(c.players[actor].first), func(x uint32) {
		if !b.settled.Has(reckon.State(x)) {
			b.settle(x, v.at(reckon.State(x)))
		}
	})
}

// eachByWorth calls f on the feasible states in ascending order of v, which has
// values from 0 to below levels. f may lower v, but to no less than where it
// stands. Levels are taken together as long as they hold few states, so that the
// list to be sorted stays short: half a byte a state.
func (c *Conflict) eachByWorth(v lanes, levels int, f func(x uint32)) {
	count := make([]int, levels)
	c.feasible.each(func(s reckon.State) { count[v.at(s)]++ })
	few := max(1, 1<<c.options/8)
	list := make([]uint32, few)
	for low, high := 0, 0; low < levels; low = high {
		sum := count[low]
		for high = low + 1; high < levels && sum+count[high] <= few; high++ {
			sum += count[high]
		}
		if high == low+1 {
			v.eachWithin(low, high, f)
			continue
		}
		start := make([]int, high-low)
		for k := 1; k < len(start); k++ {
			start[k] = start[k-1] + count[low+k-1]
		}
		end := slices.Clone(start)
		v.eachWithin(low, high, func(x uint32) {
			at := &end[int(v.at(reckon.State(x)))-low]
			list[*at] = x
			*at++
		})
		for k := range start { // what f lowered before leaves gaps
			for _, x := range list[start[k]:end[k]] {
				f(x)
			}
		}
	}
}

// backward is the search of worstImproving.
type backward struct {
	v       lanes
	settled *Set
	others  []*player
	passed  []lanes // by other and fibre: how many of its states are settled, from the lowest on
	stack   []uint32
}

// settle gives x and everything from which the others improve to it the value r.
func (b *backward) settle(x uint32, r int32) {
	b.v.set(reckon.State(x), r)
	b.settled.add(reckon.State(x))
	b.stack = append(b.stack[:0], x)
	for len(b.stack) > 0 {
		x := reckon.State(b.stack[len(b.stack)-1])
		b.stack = b.stack[:len(b.stack)-1]
		for k, p := range b.others {
			f := p.fibres
			fibre := f.outer.pack(x)
			if p.final == p.lost {
				less := (2*fibre+1)*uint32(len(f.settings)) + f.inner.pack(x)
				b.advance(f, b.passed[k], x, fibre, f.order.at(reckon.State(less)), r)
				continue
			}
			p.eachOrigin(x, func(from reckon.State) {
				fibre := f.outer.pack(from)
				b.advance(f, b.passed[k], from, fibre, p.likedLess(from, fibre, b.passed[k].at(reckon.State(fibre)), p.rank.at(x)), r)
			})
		}
	}
}

// advance settles the first states of a fibre, up to a place in its order.
func (b *backward) advance(f *fibres, passed lanes, x reckon.State, fibre uint32, upto, r int32) {
	at := passed.at(reckon.State(fibre))
	if at >= upto {
		return
	}
	passed.set(reckon.State(fibre), upto)
	places := len(f.settings)
	base := x &^ reckon.State(f.settings[places-1])
	start := reckon.State(fibre) * reckon.State(2*places)
	for ; at < upto; at++ {
		t := base | reckon.State(f.settings[f.order.at(start+reckon.State(at))])
		if !b.settled.Has(t) {
			b.v.set(t, r)
			b.settled.add(t)
			b.stack = append(b.stack, uint32(t))
		}
	}
}

// likedLess counts the states of the fibre of x that the actor ranks below rank,
// given that the first passed ones may be left out of account.
func (p *player) likedLess(x reckon.State, fibre uint32, passed, rank int32) int32 {
	f := p.fibres
	places := len(f.settings)
	base := x &^ reckon.State(f.settings[places-1])
	start := reckon.State(fibre) * reckon.State(2*places)
	for size := f.size.at(reckon.State(fibre)); passed < size; passed++ {
		if p.rank.at(base|reckon.State(f.settings[f.order.at(start+reckon.State(passed))])) >= rank {
			break
		}
	}
	return passed
}

// eachOrigin calls f once per setting of the actor's irreversible options from
// which he can come to x: a final option on at the origin is on at x, a lost
// option on at x is on at the origin.
func (p *player) eachOrigin(x reckon.State, f func(reckon.State)) {
	eachSubset(p.final&^p.lost&x|p.lost&^p.final&^x, func(change reckon.State) { f(x ^ change) })
}

// improvements adds to list the states the actor likes better than s and can move
// to, out of his sorted fibres, best first within a fibre.
func (p *player) improvements(s reckon.State, list []uint32) []uint32 {
	f := p.fibres
	rank := p.rank.at(s)
	places := len(f.settings)
	loose := p.final&^p.lost&^s | p.lost&^p.final&s // may differ where he goes
	eachSubset(loose, func(change reckon.State) {
		fibre := f.outer.pack(s ^ change)
		base := (s ^ change) &^ reckon.State(f.settings[places-1])
		start := 2 * int(fibre) * places
		for k := f.size.at(reckon.State(fibre)) - 1; k >= 0; k-- {
			t := base | reckon.State(f.settings[f.order.at(reckon.State(start+int(k)))])
			if p.rank.at(t) <= rank {
				break
			}
			list = append(list, uint32(t))
		}
	})
	return list
}

// eachSubset calls f with every subset of a mask, the empty one first.
func eachSubset(mask reckon.State, f func(reckon.State)) {
	for sub := reckon.State(0); ; sub = (sub - mask) & mask {
		f(sub)
		if sub == mask {
			return
		}
	}
}

// packer squeezes the bits of a mask together. A mask is a few runs of bits, so
// a few shifts do.
type packer []struct {
	mask  reckon.State
	shift uint
}

func newPacker(mask reckon.State) packer {
	var p packer
	out := uint(0)
	for mask != 0 {
		low := uint(bits.TrailingZeros64(uint64(mask)))
		length := uint(bits.TrailingZeros64(^uint64(mask >> low)))
		run := (reckon.State(1)<<length - 1) << low
		p = append(p, struct {
			mask  reckon.State
			shift uint
		}{run, low - out})
		out += length
		mask &^= run
	}
	return p
}

func (p packer) pack(s reckon.State) uint32 {
	out := reckon.State(0)
	for _, r := range p {
		out |= (s & r.mask) >> r.shift
	}
	return uint32(out)
}
