package street

import (
	"math"
	"math/bits"
)

// board marks sites of a torus, a word a row and a bit a column. The rows that
// vision reaches beyond the first and the last are kept again before and behind,
// so that what a unit sees is one run of words.
type board []uint64

// shape is the torus and how far its boards reach beyond it.
type shape struct{ w, h, pad int }

func (s shape) board() board { return make(board, s.h+2*s.pad) }

// flip turns the mark of a site over.
func (s shape) flip(b board, site int32) {
	x, y := int(site)%s.w, int(site)/s.w
	bit := uint64(1) << x
	b[y+s.pad] ^= bit
	switch {
	case y < s.pad:
		b[y+s.pad+s.h] ^= bit
	case y >= s.h-s.pad:
		b[y+s.pad-s.h] ^= bit
	}
}

// view is what is seen from each column: for every row from the highest in sight
// to the lowest the columns in sight. The unit's own site is not among them.
type view struct {
	reach, sites int
	masks        []uint64 // 2·reach+1 for each column
}

// sight lists the sites seen over some distance by the word of the switch.
func sight(s shape, vision float64, kind uint8) *view {
	v := &view{reach: int(vision)}
	span := 2*v.reach + 1
	v.masks = make([]uint64, s.w*span)
	for dy := -v.reach; dy <= v.reach; dy++ {
		for dx := -v.reach; dx <= v.reach; dx++ {
			if dx == 0 && dy == 0 || !seen(float64(dx), float64(dy), vision, kind) {
				continue
			}
			v.sites++
			for x := range s.w {
				v.masks[x*span+dy+v.reach] |= 1 << ((x + dx + s.w) % s.w)
			}
		}
	}
	return v
}

// seen goes by the number of a word of seeSwitch.
func seen(dx, dy, vision float64, kind uint8) bool {
	switch kind {
	case 1:
		return math.Abs(dx)+math.Abs(dy) <= vision
	case 2:
		return true
	}
	return float64(dx*dx)+float64(dy*dy) <= vision*vision
}

// window is the rows of a board that are seen from a site, and the columns seen in
// each.
func (v *view) window(s shape, b board, site int32) (rows, masks []uint64) {
	x, y := int(site)%s.w, int(site)/s.w
	span := 2*v.reach + 1
	return b[y+s.pad-v.reach:][:span], v.masks[x*span:][:span]
}

// count is how many marks are seen from a site.
func (v *view) count(s shape, b board, site int32) int {
	rows, masks := v.window(s, b, site)
	n := 0
	for i, row := range rows {
		n += bits.OnesCount64(row & masks[i])
	}
	return n
}

// pick is the nth site in sight that is marked, or unmarked where flipped is all
// ones: rows from above, columns in their order.
func (v *view) pick(s shape, b board, site int32, n int, flipped uint64) int32 {
	rows, masks := v.window(s, b, site)
	for i, row := range rows {
		row = (row ^ flipped) & masks[i]
		if c := bits.OnesCount64(row); n >= c {
			n -= c
			continue
		}
		y := (int(site)/s.w + i - v.reach + s.h) % s.h
		return int32(y*s.w + nth(row, n))
	}
	panic("street: fewer sites in sight than were counted")
}

// empty is the nth unmarked site of the whole board.
func (s shape) empty(b board, n int) int32 {
	for y := range s.h {
		row := ^b[y+s.pad] & (^uint64(0) >> (64 - s.w))
		if c := bits.OnesCount64(row); n >= c {
			n -= c
			continue
		}
		return int32(y*s.w + nth(row, n))
	}
	panic("street: fewer empty sites than were counted")
}

// nth is the place of the nth bit that is set.
func nth(word uint64, n int) int {
	for ; n > 0; n-- {
		word &= word - 1
	}
	return bits.TrailingZeros64(word)
}
