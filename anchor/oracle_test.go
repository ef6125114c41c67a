package anchor

import (
	"testing"

	"pgregory.net/rapid"
)

// table is the edit distance of a pattern to the stretches of a text that end at
// each letter, by the textbook.
func table(pattern, text []rune, free bool) []int {
	column := make([]int, len(pattern)+1)
	for i := range column {
		column[i] = i
	}
	last := []int{len(pattern)}
	for k, r := range text {
		next := make([]int, len(column))
		if !free {
			next[0] = k + 1
		}
		for i := 1; i < len(column); i++ {
			replaced := column[i-1]
			if pattern[i-1] != r {
				replaced++
			}
			next[i] = min(replaced, column[i]+1, next[i-1]+1)
		}
		column = next
		last = append(last, column[len(pattern)])
	}
	return last
}

func TestOracle(t *testing.T) {
	few := rapid.Custom(func(t *rapid.T) []rune { // lengths evenly, so that the blocks of 64 meet
		n := rapid.SampledFrom([]int{1, 2, 7, 63, 64, 65, 128, 129, 190}).Draw(t, "length")
		return rapid.SliceOfN(rapid.RuneFrom([]rune("abc")), n, n).Draw(t, "letters")
	})
	rapid.Check(t, func(t *rapid.T) {
		pattern, text := few.Draw(t, "pattern"), few.Draw(t, "text")
		if rapid.Bool().Draw(t, "alike") {
			text = append(append(few.Draw(t, "before"), pattern...), text...)
			text[len(text)/2] = 'x'
		}
		a := newAligner(pattern)
		start, end, distance := a.nearest(text)
		best, at := len(pattern), 0
		for k, d := range table(pattern, text, true) {
			if d < best {
				best, at = d, k
			}
		}
		if distance != best || end != at {
			t.Fatalf("nearest ends at %d with %d; by the textbook at %d with %d", end, distance, at, best)
		}
		whole := table(pattern, text[start:end], false)
		if d := whole[len(whole)-1]; d != distance {
			t.Fatalf("%q is at %d from %q, not %d", string(text[start:end]), d, string(pattern), distance)
		}
		all := table(pattern, text, false)
		if d := a.whole(text); d != all[len(all)-1] {
			t.Fatalf("whole gives %d, the textbook %d", d, all[len(all)-1])
		}
	})
}
