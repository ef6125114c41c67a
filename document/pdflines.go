package document

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// textLine is a line of a column, in reading order.
type textLine struct {
	x, end, y, size float64
	text            string
	bold            bool
	left, right     float64 // of its column
	column          int     // counted over the page; lines across all columns have their own
	edge            bool    // near the upper or lower edge of the written page
	top             bool
}

// linesOfPage puts the characters of a page into lines in reading order.
func linesOfPage(pieces []piece) []textLine {
	runs := runsOf(pieces)
	if len(runs) == 0 {
		return nil
	}
	high, low := runs[0].y, runs[0].y
	for _, r := range runs {
		high, low = max(high, r.y), min(low, r.y)
	}
	o := &order{}
	o.region(runs, 0)
	for i := range o.lines {
		l := &o.lines[i]
		margin := max((high-low)*0.08, 1.5*l.size)
		l.top = l.y > high-margin
		l.edge = l.top || l.y < low+margin
	}
	return o.lines
}

// runsOf joins characters that follow one another on a line without a gap that
// could be one between columns.
func runsOf(pieces []piece) []textLine {
	var out []textLine
	for _, p := range pieces {
		if n := len(out); n > 0 {
			r := &out[n-1]
			gap := p.x - r.end
			if math.Abs(p.y-r.y) < 0.3*r.size && gap > -0.5*r.size && gap < 0.9*max(r.size, p.size) {
				if gap > 0.17*r.size && !strings.HasSuffix(r.text, " ") && !strings.HasPrefix(p.text, " ") {
					r.text += " "
				}
				r.text += p.text
				r.end = max(r.end, p.x+p.width)
				r.size, r.bold = max(r.size, p.size), r.bold && p.bold
				continue
			}
		}
		if strings.TrimSpace(p.text) == "" {
			continue
		}
		out = append(out, textLine{x: p.x, end: p.x + p.width, y: p.y, size: p.size, text: p.text, bold: p.bold})
	}
	for i := range out { // the space that a run ends in is no part of its width
		r := &out[i]
		trimmed := strings.TrimRight(r.text, " ")
		if n := utf8.RuneCountInString(r.text); n > 0 && len(trimmed) < len(r.text) {
			r.end -= (r.end - r.x) / float64(n) * float64(len(r.text)-len(trimmed)) / 2
		}
		r.text = trimmed
	}
	return out
}

// order writes lines in reading order.
type order struct {
	lines   []textLine
	columns int
}

// maxSplits is how often columns may be split into columns.
const maxSplits = 3

// region orders the runs of a part of the page: as rows, or where a gutter runs
// through them as columns, which end wherever a run crosses the gutter.
func (o *order) region(runs []textLine, depth int) {
	slices.SortStableFunc(runs, func(a, b textLine) int {
		if c := cmp.Compare(b.y, a.y); c != 0 {
			return c
		}
		return cmp.Compare(a.x, b.x)
	})
	from, to, ok := gutter(runs)
	if !ok || depth >= maxSplits {
		o.rows(runs)
		return
	}
	var left, right, across []textLine
	flush := func() {
		if len(across) > 0 {
			o.rows(across)
			across = nil
		}
		if len(left) > 0 {
			o.region(left, depth+1)
		}
		if len(right) > 0 {
			o.region(right, depth+1)
		}
		left, right = nil, nil
	}
	for _, r := range runs {
		switch {
		case r.end <= from+1:
			if len(across) > 0 {
				flush()
			}
			left = append(left, r)
		case r.x >= to-1:
			if len(across) > 0 {
				flush()
			}
			right = append(right, r)
		default:
			if len(left)+len(right) > 0 {
				flush()
			}
			across = append(across, r)
		}
	}
	flush()
}

// rows writes runs as rows of one column, from top to bottom.
func (o *order) rows(runs []textLine) {
	left, right := math.Inf(1), math.Inf(-1)
	for _, r := range runs {
		left, right = min(left, r.x), max(right, r.end)
	}
	first := len(o.lines)
	for i := 0; i < len(runs); {
		row := []textLine{runs[i]}
		for i++; i < len(runs) && math.Abs(runs[i].y-row[0].y) < 0.45*max(row[0].size, runs[i].size); i++ {
			row = append(row, runs[i])
		}
		slices.SortStableFunc(row, func(a, b textLine) int { return cmp.Compare(a.x, b.x) })
		line := row[0]
		var text strings.Builder
		text.WriteString(line.text)
		for k, r := range row[1:] {
			if r.x-row[k].end > 0.12*r.size {
				text.WriteByte(' ')
			}
			text.WriteString(r.text)
			line.end = max(line.end, r.end)
			if r.size > line.size {
				line.size, line.y = r.size, r.y
			}
			line.bold = line.bold && r.bold
		}
		line.text, line.left, line.right, line.column = text.String(), left, right, o.columns
		o.lines = append(o.lines, line)
	}
	if len(o.lines) > first {
		o.columns++
	}
}

// gutter looks for an upright strip that hardly any run crosses, with running
// text on both sides of it.
func gutter(runs []textLine) (from, to float64, ok bool) {
	if len(runs) < 12 {
		return 0, 0, false
	}
	left, right, size := math.Inf(1), math.Inf(-1), 0.0
	for _, r := range runs {
		left, right = min(left, r.x), max(right, r.end)
		size += r.size / float64(len(runs))
	}
	const bins = 400
	width := (right - left) / bins
	if !(width > 0) {
		return 0, 0, false
	}
	var crossed [bins + 1]int
	for _, r := range runs {
		for b := max(0, int((r.x-left)/width)); b <= min(bins, int((r.end-left)/width)); b++ {
			crossed[b]++
		}
	}
	allowed := len(runs) / 8
	bestFrom, bestTo := 0, 0
	for b := bins / 5; b < bins*4/5; {
		if crossed[b] > allowed {
			b++
			continue
		}
		start := b
		for b < bins*4/5 && crossed[b] <= allowed {
			b++
		}
		if b-start > bestTo-bestFrom {
			bestFrom, bestTo = start, b
		}
	}
	from, to = left+float64(bestFrom)*width, left+float64(bestTo)*width
	if to-from < max(0.6*size, 4) {
		return 0, 0, false
	}
	return from, to, columnsAround(runs, from, to)
}

// columnsAround reports running text on both sides of a strip: several rows of
// some length, level with each other.
func columnsAround(runs []textLine, from, to float64) bool {
	var rows, letters [2]int
	high, low := [2]float64{math.Inf(-1), math.Inf(-1)}, [2]float64{math.Inf(1), math.Inf(1)}
	for _, r := range runs {
		var side int
		switch {
		case r.end <= from+1:
			side = 0
		case r.x >= to-1:
			side = 1
		default:
			continue
		}
		rows[side]++
		letters[side] += utf8.RuneCountInString(r.text)
		high[side], low[side] = max(high[side], r.y), min(low[side], r.y)
	}
	if rows[0] < 4 || rows[1] < 4 || letters[0] < 14*rows[0] || letters[1] < 14*rows[1] {
		return false
	}
	return min(high[0], high[1]) > max(low[0], low[1])
}
