package anchor

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// Limits of the search for something like a quotation.
const (
	likeEnough   = 0.7  // share of letters that must be there
	framedEnough = 0.4  // the same, between the old prefix and the old suffix
	shortest     = 16   // code points; a shorter one is recognised by its frame alone
	longest      = 8192 // code points; a longer one is looked for by its first so many
	tried        = 8    // clusters of seeds that are aligned
	commonest    = 1024 // a word with more places than this is no seed
)

// changed looks for something like a quotation that is not there.
func (t *Text) changed(q quotation) Place {
	pattern := []rune(q.folded)
	if len(pattern) > longest {
		pattern = pattern[:longest]
	}
	near := newAligner(pattern)
	var best Place
	bestValue := -1.0
	consider := func(start, end int, score float64, framed bool) {
		p := t.place(t.wordStart(start), t.wordEnd(end))
		fits := float64(t.context(q, start, end)) / float64(max(1, len(q.prefix)+len(q.suffix)))
		p.Score, p.Verdict = score, Lost
		if score >= likeEnough && (len(pattern) >= shortest || fits >= 0.5) || framed && score >= framedEnough {
			p.Verdict = Changed
		}
		value := score + 0.2*fits
		if p.Verdict == Changed {
			value++
		}
		if value > bestValue && score > 0 {
			best, bestValue = p, value
		}
	}
	for _, f := range t.frames(q) {
		gap := []rune(t.folded[f[0]:f[1]])
		d := near.whole(gap)
		consider(f[0], f[1], 1-float64(d)/float64(max(len(pattern), len(gap))), true)
	}
	for _, from := range t.seeds(q) {
		start, end, d := t.align(near, from, len(q.folded))
		consider(start, end, 1-float64(d)/float64(len(pattern)), false)
	}
	best.Verdict = cmp.Or(best.Verdict, Lost)
	return best
}

// wordStart widens a place to the start of the word it begins in.
func (t *Text) wordStart(at int) int {
	for at > 0 && at < len(t.folded) && inWord(t.folded[at]) && inWord(t.folded[at-1]) {
		at--
	}
	return at
}

// wordEnd widens a place to the end of the word it ends in.
func (t *Text) wordEnd(at int) int {
	for at > 0 && at < len(t.folded) && inWord(t.folded[at]) && inWord(t.folded[at-1]) {
		at++
	}
	return at
}

// frames lists stretches between the old prefix and the old suffix, not much
// longer than the quotation was.
func (t *Text) frames(q quotation) [][2]int {
	if len(q.prefix) < 8 || len(q.suffix) < 8 {
		return nil
	}
	var frames [][2]int
	after := t.same(q.suffix)
	for _, start := range t.same(q.prefix) {
		from := start + len(q.prefix)
		k, _ := slices.BinarySearch(after, from)
		if k < len(after) && after[k]-from <= 2*len(q.folded)+200 && len(frames) < tried {
			frames = append(frames, [2]int{from, after[k]})
		}
	}
	return frames
}

// seeds lists where in the folded text something like the quotation may start:
// where most of its rarer words stand in about the right order, and where it was.
func (t *Text) seeds(q quotation) []int {
	type vote struct{ start, weight int }
	var votes []vote
	eachWord(q.folded, func(start, end int) {
		places := t.words[hash(q.folded[start:end])]
		if len(places) > commonest {
			return
		}
		for _, p := range places {
			votes = append(votes, vote{int(p) - start, (commonest << 4) / len(places)})
		}
	})
	slices.SortFunc(votes, func(a, b vote) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.weight, b.weight)) })
	width := max(32, len(q.folded)/4)
	clusters := make([]vote, 0, len(votes)) // one a vote: those within width after it
	sum, last := 0, 0
	for k := range votes {
		for last < len(votes) && votes[last].start <= votes[k].start+width {
			sum += votes[last].weight
			last++
		}
		clusters = append(clusters, vote{votes[k].start, sum})
		sum -= votes[k].weight
	}
	slices.SortStableFunc(clusters, func(a, b vote) int { return cmp.Compare(b.weight, a.weight) })
	var starts []int
	if q.old >= 0 {
		starts = append(starts, t.foldedAt(q.old))
	}
	for _, c := range clusters {
		if len(starts) > tried {
			break
		}
		if !slices.ContainsFunc(starts, func(s int) bool { return max(s-c.start, c.start-s) <= width }) {
			starts = append(starts, c.start)
		}
	}
	return starts
}

// align finds the stretch around a seed that is nearest to the quotation.
func (t *Text) align(near *aligner, from, length int) (start, end, distance int) {
	slack := length/2 + 32
	low := runeStart(t.folded, min(max(0, from-slack), max(0, len(t.folded)-1)))
	high := runeEnd(t.folded, min(max(low, from+length+slack), len(t.folded)))
	window := []rune(t.folded[low:high])
	s, e, d := near.nearest(window)
	start = low + runeBytes(window[:s])
	return start, start + runeBytes(window[s:e]), d
}

func runeBytes(runes []rune) int {
	n := 0
	for _, r := range runes {
		n += utf8.RuneLen(r)
	}
	return n
}
