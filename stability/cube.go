package stability

import (
	"math/bits"

	"reckon"
)

// bestOwn replaces v[s] by the maximum of v over s and the actor's moves from
// s. It is one butterfly per option over the actor's sub-cubes that goes only the
// ways the option may change. Infeasible states take no part but let values pass,
// since only where a move ends must be feasible. O(states × own options).
func (c *Conflict) bestOwn(actor int, v lanes) {
	flip := ^v.top() // the maximum is the minimum of what is lacking
	c.lower(v, []*player{&c.players[actor]}, flip, c.players[actor].rank)
}

// worstOthers replaces v[s] by the minimum of v over s and everything that the
// other actors can bring about from s by legal sequences of moves. In option
// form an actor's moves are transitive (directions compose, feasibility is
// tested at end points only), so a legal sequence is plain reachability
// [fang1993] and a min-butterfly per actor, repeated until nothing changes, is
// exact. Once round when every state is feasible.
func (c *Conflict) worstOthers(actor int, v lanes) {
	var others []*player
	for j := range c.players {
		if j != actor {
			others = append(others, &c.players[j])
		}
	}
	c.lower(v, others, 0, c.players[actor].rank)
}

// lower replaces v by its minimum over s and what the players bring about from
// s, v being taken with the bits of flip turned. rank tells infeasible states.
//
// Memory is the bottleneck from 22 options on, so the players are taken in
// groups, and for each group the array is cut into tiles that none of their
// moves leaves: a tile is loaded once for the 8 to 10 options of a group, and
// not stored unless it changed.
func (c *Conflict) lower(v lanes, players []*player, flip uint64, rank lanes) {
	groups := c.tilings(players, v)
	for calm, k := 0, 0; calm < len(groups); k++ {
		changed := groups[k%len(groups)].lower(v, flip, rank, c.full)
		switch {
		case c.full: // every group once
			calm++
		case changed:
			calm = 1 // the group itself is at rest now
		default:
			calm++
		}
	}
}

// line is how many consecutive words are moved at once: a cache line.
const line = 8

// tileOptions bounds the options of a group that lead out of a line, so that a
// tile, of 2^tileOptions lines, fits into a cache.
const tileOptions = 10

// tiling is a cut of an array into tiles and what happens inside each.
type tiling struct {
	line  int          // words that stay together
	high  reckon.State // the numbers of lines that make a tile, as a mask
	all   reckon.State // the numbers of all lines, as a mask
	turns [][]turn     // by player
}

// turn is an option of a player, inside a tile.
type turn struct {
	at       uint // its place, as a power of two lanes
	up, down bool // may be turned on, may be turned off
}

// tilings puts the players into groups. A player alone may exceed tileOptions;
// then the tile does too.
func (c *Conflict) tilings(players []*player, v lanes) []*tiling {
	var groups []*tiling
	var members [][]*player
	words := min(line, len(v.words))
	low := v.shift + uint(bits.TrailingZeros(uint(words)))
	for _, p := range players {
		high := p.own >> low
		if p.own&^(p.final&p.lost) == 0 {
			continue
		}
		last := len(groups) - 1
		if last < 0 || bits.OnesCount64(uint64(groups[last].high|high)) > c.tile {
			groups, members = append(groups, &tiling{line: words, all: reckon.State(len(v.words)/words - 1)}), append(members, nil)
			last++
		}
		groups[last].high |= high
		members[last] = append(members[last], p)
	}
	for g, t := range groups {
		for _, p := range members[g] {
			t.turns = append(t.turns, t.turnsOf(p, low))
		}
	}
	return groups
}

func (t *tiling) turnsOf(p *player, low uint) []turn {
	var turns []turn
	for _, option := range bitsOf(p.own &^ (p.final & p.lost)) {
		bit := reckon.State(1) << option
		at := uint(option)
		if at >= low {
			at = low + uint(bits.OnesCount64(uint64(t.high&(bit>>low-1))))
		}
		turns = append(turns, turn{at: at, up: p.lost&bit == 0, down: p.final&bit == 0})
	}
	return turns
}

// lower does all tiles and reports whether any changed.
func (t *tiling) lower(v lanes, flip uint64, rank lanes, full bool) bool {
	var rows []int
	eachSubset(t.high, func(row reckon.State) { rows = append(rows, int(row)*t.line) })
	tile := lanes{make([]uint64, len(rows)*t.line), v.shift}
	shut := make([]uint64, len(tile.words)) // nowhere where infeasible
	changed := false
	eachSubset(t.all&^t.high, func(base reckon.State) {
		first := int(base) * t.line
		for k, row := range rows {
			for n, x := range v.words[first+row:][:t.line] {
				tile.words[k*t.line+n] = x ^ flip
			}
		}
		if !full {
			for k, row := range rows {
				copy(shut[k*t.line:], rank.words[first+row:][:t.line])
			}
			closed(shut, rank)
		}
		if !t.settle(tile, shut, full) {
			return
		}
		changed = true
		for k, row := range rows {
			out := v.words[first+row:][:t.line]
			for n, x := range tile.words[k*t.line:][:t.line] {
				out[n] = x ^ flip | shut[k*t.line+n]
			}
		}
	})
	return changed
}

// closed turns ranks into nowhere at infeasible states and 0 elsewhere.
func closed(words []uint64, rank lanes) {
	top, down := rank.top(), rank.width()-1
	for k, x := range words {
		x &= top
		words[k] = x - x>>(down&63)
	}
}

// settle lets the players move within a tile until nothing changes, and reports
// whether anything did.
func (t *tiling) settle(tile lanes, shut []uint64, full bool) bool {
	before := mark(tile.words, shut)
	start, calm := before, 0
	for k := 0; calm < len(t.turns); k++ {
		for _, o := range t.turns[k%len(t.turns)] {
			tile.butterfly(o)
		}
		after := mark(tile.words, shut)
		if after != before {
			calm = 0
		}
		calm++
		if full && k == len(t.turns)-1 {
			return after != start
		}
		before = after
	}
	return before != start
}

// mark puts nowhere into infeasible lanes and returns a sum that falls whenever
// a lane does; halves are added up, so it cannot overflow.
func mark(words, shut []uint64) uint64 {
	sum := uint64(0)
	shut = shut[:len(words)]
	for k, x := range words {
		x |= shut[k]
		words[k] = x
		sum += x>>32 + x&(1<<32-1)
	}
	return sum
}

// butterfly gives every lane the minimum of itself and its partner across one
// option, if the option may be turned that way.
func (l lanes) butterfly(o turn) {
	if o.at < l.shift {
		l.butterflyInside(o)
		return
	}
	top, down := l.top(), (l.width()-1)&63
	half := 1 << (o.at - l.shift)
	for base := 0; base < len(l.words); base += 2 * half {
		no := l.words[base : base+half]
		yes := l.words[base+half : base+2*half][:len(no)]
		switch {
		case o.up && o.down:
			for k, x := range no {
				low := lesser(x, yes[k], top, down)
				no[k], yes[k] = low, low
			}
		case o.up:
			for k, x := range no {
				no[k] = lesser(x, yes[k], top, down)
			}
		default:
			for k, x := range no {
				yes[k] = lesser(x, yes[k], top, down)
			}
		}
	}
}

// butterflyInside is butterfly for an option whose partners share a word.
func (l lanes) butterflyInside(o turn) {
	top, down := l.top(), (l.width()-1)&63
	apart := l.width() << o.at
	yes := low[bits.TrailingZeros(apart)] // the lanes in which the option is on
	for k, x := range l.words {
		least := lesser(x&^yes, x>>apart&^yes, top, down)
		if o.up {
			x = x&yes | least
		}
		if o.down {
			x = x&^yes | least<<apart
		}
		l.words[k] = x
	}
}

// lesser returns the minimum in each lane of two words with free top bits.
func lesser(x, y, top uint64, down uint) uint64 {
	t := ((x | top) - y) & top // where x ≥ y
	return x ^ (x^y)&(t-t>>(down&63))
}
