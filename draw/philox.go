package draw

import "math/bits"

// Philox is the counter-based generator Philox4x32 with ten rounds [salmon2011]:
// a bijection of counters for every key, whose outputs pass for random. Every
// counter and key gives its own four words, with no state in between.
func Philox(counter [4]uint32, key [2]uint32) [4]uint32 {
	a, b, c, d := counter[0], counter[1], counter[2], counter[3]
	k, l := key[0], key[1]
	for range 10 {
		high0, low0 := bits.Mul32(0xD2511F53, a)
		high1, low1 := bits.Mul32(0xCD9E8D57, c)
		a, b, c, d = high1^b^k, low1, high0^d^l, low0
		k += 0x9E3779B9 // the golden ratio and the root of 3 less 1, as fractions of 2³²
		l += 0xBB67AE85
	}
	return [4]uint32{a, b, c, d}
}
