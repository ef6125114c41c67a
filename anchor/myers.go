package anchor

// aligner computes edit distances of one pattern with bit vectors, 64 letters of
// it at a time [myers1999], in the form of [hyyro2003]. Cost: pattern/64 steps for
// each letter of text. It is not for several readers at once.
type aligner struct {
	forward, backward profile
}

func newAligner(pattern []rune) *aligner {
	turned := make([]rune, len(pattern))
	for k, r := range pattern {
		turned[len(pattern)-1-k] = r
	}
	return &aligner{newProfile(pattern), newProfile(turned)}
}

// nearest gives the stretch of a text with the fewest insertions, deletions and
// replacements to the pattern: of several the one that ends first, and of those
// the longest.
func (a *aligner) nearest(text []rune) (start, end, distance int) {
	distance = a.forward.length
	a.forward.run(len(text), func(k int) rune { return text[k] }, free, func(k, d int) {
		if d < distance {
			end, distance = k+1, d
		}
	})
	// Backwards from that end, the start is where all of the pattern costs the same.
	start = end
	a.backward.run(min(end, a.forward.length+distance), func(k int) rune { return text[end-1-k] }, anchored, func(k, d int) {
		if d == distance {
			start = end - 1 - k
		}
	})
	return start, end, distance
}

// whole is the edit distance of the pattern to all of a text.
func (a *aligner) whole(text []rune) int {
	distance := a.forward.length
	a.forward.run(len(text), func(k int) rune { return text[k] }, anchored, func(_, d int) { distance = d })
	return distance
}

// How the text before a match counts: not at all, or as insertions.
const (
	free     = 0
	anchored = 1
)

// profile says for each letter where it stands in the pattern.
type profile struct {
	length     int
	blocks     int
	where      map[rune][]uint64
	none       []uint64
	plus, less []uint64 // where the column rises and falls
}

func newProfile(pattern []rune) profile {
	p := profile{length: len(pattern), blocks: (len(pattern) + 63) / 64, where: map[rune][]uint64{}}
	for k, r := range pattern {
		if p.where[r] == nil {
			p.where[r] = make([]uint64, p.blocks)
		}
		p.where[r][k/64] |= 1 << (k % 64)
	}
	p.none, p.plus, p.less = make([]uint64, p.blocks), make([]uint64, p.blocks), make([]uint64, p.blocks)
	return p
}

// run goes over n letters of text and tells see, after each, the distance of the
// whole pattern to a stretch that ends there.
func (p *profile) run(n int, letter func(int) rune, before int, see func(k, distance int)) {
	for b := range p.blocks {
		p.plus[b], p.less[b] = ^uint64(0), 0
	}
	distance := p.length
	last := uint64(1) << ((p.length - 1) % 64)
	for k := range n {
		where, ok := p.where[letter(k)]
		if !ok {
			where = p.none
		}
		carry, top := before, uint64(1)<<63
		for b := range p.blocks {
			if b == p.blocks-1 {
				top = last
			}
			carry = p.step(b, where[b], carry, top)
		}
		distance += carry
		see(k, distance)
	}
}

// step computes 64 cells of the next column. carry is by how much the row above
// them changes; what it returns is by how much the row of the bit top does.
func (p *profile) step(b int, same uint64, carry int, top uint64) int {
	plus, less := p.plus[b], p.less[b]
	vertical := same | less
	if carry < 0 {
		same |= 1
	}
	horizontal := (((same & plus) + plus) ^ plus) | same
	rises, falls := less|^(horizontal|plus), plus&horizontal
	out := 0
	if rises&top != 0 {
		out = 1
	} else if falls&top != 0 {
		out = -1
	}
	rises, falls = rises<<1, falls<<1
	if carry < 0 {
		falls |= 1
	} else if carry > 0 {
		rises |= 1
	}
	p.plus[b], p.less[b] = falls|^(vertical|rises), rises&vertical
	return out
}
