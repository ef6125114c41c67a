package library

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Two texts go back to one origin when the shorter is nearly all within the longer:
// shared of its runs of three words, which a new headline or a cut paragraph leaves
// and another report of the same event does not reach. The longer must not be more
// than twice the shorter, or a digest would join all that it quotes. The resemblance
// and containment of runs of words are those of [broder1997].
const (
	shared     = 0.8
	halfOf     = 0.5
	fewForSame = 12 // words; two shorter texts may be equal by chance
	fewForNear = 40 // words; shorter texts are only compared whole
)

// marksOf are the least runs of a text in each of bins: texts that share runs share
// marks, one-permutation MinHash [li2012]. Of two texts that share half of all their
// runs, one pair in 4,000 shares fewer than three of 24.
const (
	bins      = 24
	fewMarks  = 3
	mostAlike = 256 // contents compared for one document, the likeliest first
)

// shingles are hashes of all runs of three words, sorted, each once.
func shingles(words []string) []uint64 {
	if len(words) < 3 {
		return nil
	}
	runs := make([]uint64, 0, len(words)-2)
	var a, b uint64
	for k, w := range words {
		c := hash(w)
		if k >= 2 {
			runs = append(runs, mix(a^mix(b^mix(c))))
		}
		a, b = b, c
	}
	slices.Sort(runs)
	return slices.Compact(runs)
}

// hash is 64-bit FNV-1a.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// mix is the finaliser of SplitMix64.
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// marksOf gives the least run in each bin.
func marksOf(runs []uint64) []int64 {
	var least [bins]uint64
	var filled [bins]bool
	for _, r := range runs { // ascending, so the first of a bin is its least
		if bin := r % bins; !filled[bin] {
			least[bin], filled[bin] = r, true
		}
	}
	var marks []int64
	for bin := range least {
		if filled[bin] {
			marks = append(marks, int64(least[bin]))
		}
	}
	return marks
}

// likeness is the share of the shorter text's runs that the longer has; 0 when they
// are not of one origin. It is the same both ways round.
func likeness(a, b []uint64) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 || float64(len(a)) < halfOf*float64(len(b)) {
		return 0
	}
	both, k := 0, 0
	for _, run := range a {
		for k < len(b) && b[k] < run {
			k++
		}
		if k < len(b) && b[k] == run {
			both++
		}
	}
	if share := float64(both) / float64(len(a)); share >= shared {
		return share
	}
	return 0
}

// near is a content that is like another.
type near struct {
	content int64
	share   float64
}

// nearOnes finds contents like a new one: by marks first, then run by run. The best
// comes first.
func nearOnes(ctx context.Context, tx *batch, content int64, runs []uint64, marks []int64) ([]near, error) {
	candidates, err := tx.marked(ctx, content, marks)
	if err != nil {
		return nil, err
	}
	var found []near
	for _, c := range candidates {
		other, err := tx.runsOf(ctx, c)
		if err != nil {
			return nil, err
		}
		if share := likeness(runs, other); share > 0 {
			found = append(found, near{c, share})
		}
	}
	slices.SortStableFunc(found, func(a, b near) int {
		switch {
		case a.share > b.share:
			return -1
		case a.share < b.share:
			return 1
		}
		return 0
	})
	return found, nil
}

// marked lists the contents that share enough marks.
func (b *batch) marked(ctx context.Context, content int64, marks []int64) ([]int64, error) {
	if len(marks) == 0 {
		return nil, nil
	}
	args := []any{content}
	for _, m := range marks {
		args = append(args, m)
	}
	rows, err := b.query(ctx, `SELECT content FROM mark WHERE mark IN (`+places(2, len(marks))+`) AND content <> $1
		GROUP BY content HAVING count(*) >= `+strconv.Itoa(fewMarks)+` ORDER BY count(*) DESC, content LIMIT `+strconv.Itoa(mostAlike), args...)
	if err != nil {
		return nil, err
	}
	return column[int64](rows)
}

// places writes n placeholders from a number on.
func places(from, n int) string {
	var s strings.Builder
	for k := range n {
		if k > 0 {
			s.WriteByte(',')
		}
		fmt.Fprintf(&s, "$%d", from+k)
	}
	return s.String()
}

// column reads rows of one column.
func column[T any](rows *sql.Rows) ([]T, error) {
	defer func() { _ = rows.Close() }()
	var all []T
	for rows.Next() {
		var v T
		if err := rows.Scan(&v); err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, rows.Err()
}
