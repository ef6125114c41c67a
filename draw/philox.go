package draw

// Philox is the counter-based generator Philox4x32 with ten rounds [salmon2011]:
// a bijection of counters for every key, whose outputs pass for random. Every
// counter and key gives its own four words, with no state in between.
func Philox(counter [4]uint32, key [2]uint32) [4]uint32 {
	high, low := philox(uint64(counter[1])<<32|uint64(counter[0]), uint64(counter[3])<<32|uint64(counter[2]), uint64(key[1])<<32|uint64(key[0]))
	return [4]uint32{uint32(high >> 32), uint32(high), uint32(low >> 32), uint32(low)}
}

// philox is Philox in whole registers: words 0 and 1 of the counter, 2 and 3, and
// the key, the first word of each lowest; words 0 and 1, 2 and 3 of the output,
// the first word highest, since it leads the number that is made of them.
func philox(first, second, key uint64) (high, low uint64) {
	a, b, c, d := uint32(first), uint32(first>>32), uint32(second), uint32(second>>32)
	k, l := uint32(key), uint32(key>>32)
	for range 10 {
		p, q := 0xD2511F53*uint64(a), 0xCD9E8D57*uint64(c)
		a, b, c, d = uint32(q>>32)^b^k, uint32(q), uint32(p>>32)^d^l, uint32(p)
		k += 0x9E3779B9 // the golden ratio and the root of 3 less 1, as fractions of 2³²
		l += 0xBB67AE85
	}
	return uint64(a)<<32 | uint64(b), uint64(c)<<32 | uint64(d)
}
