package casetest

import "time"

// BytesPerSecond measures how fast one core reads an array of the given size, the
// best of three times: what any exact answer has to spend at least.
func BytesPerSecond(size int) float64 {
	words := make([]uint64, max(1, size/8))
	for k := range words {
		words[k] = uint64(k)
	}
	best, sum := time.Hour, uint64(0)
	for range 3 {
		start := time.Now()
		for k := 0; k+4 <= len(words); k += 4 {
			sum += words[k] ^ words[k+1] ^ words[k+2] ^ words[k+3]
		}
		best = min(best, max(1, time.Since(start)))
	}
	if sum == 1 { // never: the loop must not be optimised away
		return 0
	}
	return float64(8*len(words)) / best.Seconds()
}

// LeastBytes is what an answer for all states has to move at least: each actor's
// ranks in, at ⌈log₂ levels⌉ bits a state, and a bit a state out for each actor and
// concept.
func LeastBytes(options, concepts int, levels []int) int {
	bits := 0
	for _, n := range levels {
		for ; n > 1; n = (n + 1) / 2 {
			bits++
		}
		bits += concepts
	}
	return bits << options / 8
}
