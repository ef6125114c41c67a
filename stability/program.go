package stability

import (
	"math"

	"reckon"
)

// program is a circuit run over words: one word holds the truth of 64 consecutive
// states, so an expression is evaluated for 64 states at once and without branches.
type program reckon.Circuit

// compile turns a checked yes/no expression into a program, with measures as
// constants; false when it is too long.
func compile(e *reckon.Expr, measure func(string) float64) (program, bool) {
	c, ok := e.Circuit(measure)
	return program(c), ok
}

// low holds, for each of the first six options, its truth in the 64 states of a word.
var low = [6]uint64{
	0xaaaaaaaaaaaaaaaa, 0xcccccccccccccccc, 0xf0f0f0f0f0f0f0f0,
	0xff00ff00ff00ff00, 0xffff0000ffff0000, 0xffffffff00000000,
}

// word evaluates the program on the states 64·block … 64·block+63. room is
// reused when it is large enough.
func (p program) word(block int, room []uint64) uint64 {
	if cap(room) < len(p) {
		room = make([]uint64, len(p))
	}
	v := room[:len(p)]
	for i, s := range p {
		switch s.Op {
		case 'o':
			v[i] = optionWord(int(s.A), block)
		case '1':
			v[i] = ^uint64(0)
		case '0':
			v[i] = 0
		case '!':
			v[i] = ^v[s.A]
		case '&':
			v[i] = v[s.A] & v[s.B]
		case '|':
			v[i] = v[s.A] | v[s.B]
		case '^':
			v[i] = v[s.A] ^ v[s.B]
		}
	}
	return v[len(p)-1]
}

func optionWord(option, block int) uint64 {
	if option < 6 {
		return low[option]
	}
	return -uint64(block >> (option - 6) & 1)
}

// holds evaluates the program at one state.
func (p program) holds(s reckon.State) bool {
	return p.word(int(s>>6), nil)>>(s&63)&1 == 1
}

// unknown reports whether the expression reads a measure without a value.
func unknown(e *reckon.Expr, measure func(string) float64) bool {
	for _, name := range e.Measures() {
		if math.IsNaN(measure(name)) {
			return true
		}
	}
	return false
}
