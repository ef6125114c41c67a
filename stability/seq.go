package stability

import (
	"cmp"
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

// fibres are the states of one actor's sub-cubes, each sub-cube in ascending
// order of his rank. States that differ in an irreversible option of his lie in
// different fibres, so within a fibre every move is open both ways.
type fibres struct {
	states []uint32 // fibre after fibre, feasible states only, ascending by rank
	start  []uint32 // by fibre number, one more than there are fibres
	packer packer   // state → fibre number
}

// sortFibres sorts every actor's fibres, but for one actor's (none: −1). They
// are kept: all focal actors share them.
func (c *Conflict) sortFibres(but int) {
	for i := range c.players {
		p := &c.players[i]
		if i != but && p.fibres == nil && p.own != 0 {
			p.fibres = c.fibresOf(p)
		}
	}
}

func (c *Conflict) fibresOf(p *player) *fibres {
	free := p.own &^ (p.final | p.lost)
	all := reckon.State(1)<<c.options - 1
	f := &fibres{packer: newPacker(all &^ free), states: make([]uint32, 0, c.feasible.Len())}
	f.start = make([]uint32, 0, 1<<bits.OnesCount64(uint64(all&^free))+1)
	outer := all &^ free
	for base := reckon.State(0); ; base = (base - outer) & outer {
		f.start = append(f.start, uint32(len(f.states)))
		for own := reckon.State(0); ; own = (own - free) & free {
			if c.feasible.Has(base | own) {
				f.states = append(f.states, uint32(base|own))
			}
			if own == free {
				break
			}
		}
		sortByRank(f.states[f.start[len(f.start)-1]:], p.rank)
		if base == outer {
			break
		}
	}
	f.start = append(f.start, uint32(len(f.states)))
	return f
}

// sortByRank sorts a fibre; most hold a dozen states, where insertion is fastest.
func sortByRank(states []uint32, rank []int32) {
	if len(states) > 32 {
		slices.SortFunc(states, func(a, b uint32) int { return cmp.Compare(rank[a], rank[b]) })
		return
	}
	for i := 1; i < len(states); i++ {
		x := states[i]
		k := i
		for ; k > 0 && rank[states[k-1]] > rank[x]; k-- {
			states[k] = states[k-1]
		}
		states[k] = x
	}
}

// worstImproving replaces v[t], what t is worth to the actor, by the minimum of v
// over t and everything that sequences of the others' improvements reach from t.
// States are settled in ascending order of worth, backwards along improvements:
// when x is settled at r, every unsettled t from which some j ≠ i improves to x is
// settled at r too. A pointer into each of j's fibres remembers how far up in
// j's order everything is settled, so each state is passed once per actor:
// O(actors × states) after the sort, 8 bytes a state.
func (c *Conflict) worstImproving(actor int, v []int32) {
	c.sortFibres(actor)
	b := &backward{v: v, settled: newSet(c.options)}
	for j := range c.players {
		p := &c.players[j]
		if j == actor || p.own == 0 {
			continue
		}
		b.others = append(b.others, p)
		b.passed = append(b.passed, slices.Clone(p.fibres.start))
	}
	for _, x := range c.byWorth(v, len(c.players[actor].first)) {
		if !b.settled.Has(reckon.State(x)) {
			b.settle(x, v[x])
		}
	}
}

// byWorth lists the feasible states in ascending order of v, which has values
// from 0 to below levels.
func (c *Conflict) byWorth(v []int32, levels int) []uint32 {
	next := make([]uint32, levels+1)
	c.feasible.each(func(s reckon.State) { next[v[s]+1]++ })
	for r := range levels {
		next[r+1] += next[r]
	}
	list := make([]uint32, next[levels])
	c.feasible.each(func(s reckon.State) {
		list[next[v[s]]] = uint32(s)
		next[v[s]]++
	})
	return list
}

// backward is the search of worstImproving.
type backward struct {
	v       []int32
	settled *Set
	others  []*player
	passed  [][]uint32 // by other and fibre: states before this place are settled
	stack   []uint32
}

// settle gives x and everything from which the others improve to it the value r.
func (b *backward) settle(x uint32, r int32) {
	b.v[x] = r
	b.settled.add(reckon.State(x))
	b.stack = append(b.stack[:0], x)
	for len(b.stack) > 0 {
		x := b.stack[len(b.stack)-1]
		b.stack = b.stack[:len(b.stack)-1]
		for k, p := range b.others {
			if p.final|p.lost == 0 {
				b.advance(p, b.passed[k], p.fibres.packer.pack(reckon.State(x)), p.rank[x], r)
				continue
			}
			p.eachOrigin(reckon.State(x), func(from reckon.State) {
				b.advance(p, b.passed[k], p.fibres.packer.pack(from), p.rank[x], r)
			})
		}
	}
}

// advance settles the states of one fibre that p likes less than rank.
func (b *backward) advance(p *player, passed []uint32, fibre uint32, rank, r int32) {
	at, end := passed[fibre], p.fibres.start[fibre+1]
	for ; at < end; at++ {
		t := p.fibres.states[at]
		if p.rank[t] >= rank {
			break
		}
		if !b.settled.Has(reckon.State(t)) {
			b.v[t] = r
			b.settled.add(reckon.State(t))
			b.stack = append(b.stack, t)
		}
	}
	passed[fibre] = at
}

// eachOrigin calls f once per setting of the actor's irreversible options from
// which he can come to x: a final option on at the origin is on at x, a lost
// option on at x is on at the origin.
func (p *player) eachOrigin(x reckon.State, f func(reckon.State)) {
	eachSubset(p.final&^p.lost&x|p.lost&^p.final&^x, func(change reckon.State) { f(x ^ change) })
}

// improvements returns the states the actor likes better than s and can move to,
// out of his sorted fibres; room is used where they come from more than one.
func (p *player) improvements(s reckon.State, room *[]uint32) []uint32 {
	loose := p.final&^p.lost&^s | p.lost&^p.final&s // may differ where he goes
	if loose == 0 {
		return p.above(s, p.rank[s])
	}
	eachSubset(loose, func(change reckon.State) { *room = append(*room, p.above(s^change, p.rank[s])...) })
	return *room
}

// above returns the part of the fibre of x that the actor ranks above rank.
func (p *player) above(x reckon.State, rank int32) []uint32 {
	fibre := p.fibres.packer.pack(x)
	states := p.fibres.states[p.fibres.start[fibre]:p.fibres.start[fibre+1]]
	low, high := 0, len(states)
	for low < high {
		if mid := (low + high) / 2; p.rank[states[mid]] <= rank {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return states[low:]
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
