package stability

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"reckon"
)

// weighs reports whether the wants are weighed instead of ordered: one states
// points.
func weighs(wants []reckon.Want) bool {
	return slices.ContainsFunc(wants, func(w reckon.Want) bool { return w.Points != 0 })
}

// byPoints turns a ranking by wants into one by points, option weighting
// [peng1997]: a state's score is the sum of the points of the wants that hold in
// it. points stands beside o.wants. States of one rank agree in every want, so
// one of each is weighed. O(states + levels × wants) time.
func (o *order) byPoints(feasible *Set, points []int64) {
	score := make([]int64, len(o.first))
	for r, s := range o.first {
		for k, p := range o.wants {
			if p.holds(s) {
				score[r] += points[k]
			}
		}
	}
	o.score = slices.Clone(score)
	slices.Sort(o.score)
	o.score = slices.Compact(o.score)
	moved := make([]int, len(score))
	lowest := make([]reckon.State, len(o.score))
	for k := range lowest {
		lowest[k] = math.MaxUint64
	}
	for r, x := range score {
		moved[r], _ = slices.BinarySearch(o.score, x)
		lowest[moved[r]] = min(lowest[moved[r]], o.first[r])
	}
	o.first = lowest
	o.remap(feasible, moved)
}

// WholePoints scales decimal points to whole numbers, so that sums are exact and
// 0.1 + 0.2 weighs as much as 0.3. It is not exact where a sum could need more
// than 53 bits, about 15 digits.
func WholePoints(points []float64) (whole []int64, exact bool) {
	text := make([]string, len(points))
	digits := 0
	for k, x := range points {
		text[k] = strconv.FormatFloat(x, 'f', -1, 64)
		_, fraction, _ := strings.Cut(text[k], ".")
		digits = max(digits, len(fraction))
	}
	whole = make([]int64, len(points))
	room := int64(maxScore)
	for k := range text {
		before, fraction, _ := strings.Cut(text[k], ".")
		n, err := strconv.ParseInt(before+fraction+strings.Repeat("0", digits-len(fraction)), 10, 64)
		if err != nil || max(n, -n) < 0 || max(n, -n) > room {
			return nil, false
		}
		room -= max(n, -n)
		whole[k] = n
	}
	return whole, true
}

// maxScore bounds the size of a score: floats hold whole numbers exactly up to here.
const maxScore = 1 << 53
