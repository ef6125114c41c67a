package brief

import (
	"fmt"
	"math"
	"strings"

	"reckon"
)

// futures is how many dots stand for all that may happen; perColumn of them stand
// above each other, so that where the filled ones end is where the scale below says.
const (
	futures   = 50
	perColumn = 2
)

// ninety is how many standard errors reach to each side of a 90% interval of a normal
// law.
const ninety = 1.645

// oddsFigure draws one question: of so many equally likely futures so many are yes,
// and on the same scale what each reading and each reference class says.
func (p *page) oddsFigure(i int) *figure {
	q := &p.Outlook.Questions[i]
	f := &figure{ID: fmt.Sprintf("figure-odds-%d", i+1), W: 440, Small: true, Title: oddsTitle(*q.P)}
	f.Desc = fmt.Sprintf("%d dots stand for as many equally likely futures, filled for yes and hollow for no. Below, on a scale from 0 to 100 per cent: the pooled odds, the odds of each reading and how often the like came about in each reference class, with 90 per cent intervals. The table holds the same numbers.", futures)
	f.Table = grid{Caption: "Odds of “yes”", Head: []string{"Says who", "Odds of yes", "90% interval", "Rests on"}, Fixed: true}
	const left, right, top, step = 156.0, 424.0, 62.0, 24.0
	f.Shapes = append(dotArray(dotsOf(*q.P), left, right),
		label(left-10, 17, "end", "row-label", fmt.Sprintf("%d futures, each", futures)), label(left-10, 31, "end", "row-label", "as likely as another"))
	y := top
	add := func(name string, at float64, span90 [2]float64, rests, class string, m shape) {
		y += step
		f.Shapes = append(f.Shapes, label(left-10, y+4, "end", "row-label", clip(name, 23)),
			line(left+(right-left)*span90[0], y, left+(right-left)*span90[1], y, "whisker "+class), m)
		f.Table.Rows = append(f.Table.Rows, row{Cells: append(cells(name), numbers(reckon.Odds(at).String(), oddsSpan(span90), rests)...)})
	}
	x := func(at float64) float64 { return left + (right-left)*at }
	runs := grouped(p.Outlook.Runs) + " runs"
	all := "All readings, pooled"
	if len(q.ByReading) < 2 {
		all = "All runs"
	}
	add(all, *q.P, around(*q.P, *q.StdErr, p.Outlook.Runs), "the runs below", "pool", line(x(*q.P), y+step-9, x(*q.P), y+step+9, "pool-mark"))
	for k, r := range q.ByReading {
		if len(q.ByReading) > 1 {
			j := max(p.readingIndex(r.Reading), 0)
			add(p.shareName(k), r.P, around(r.P, r.StdErr, p.Outlook.Runs), runs, fmt.Sprintf("r%d", j%6), markAt(j, x(r.P), y+step, 5.5, false))
		}
	}
	for k := range q.References {
		r := &q.References[k]
		m := shape{Kind: "path", D: outline(1, x(r.P), y+step, 5), Class: "mark class-mark"}
		add(classLabel(r, k), r.P, r.Range, counted(r), "class", m)
	}
	f.H = y + 24
	f.Shapes = append(percentAxis(left, right, top, y+14), f.Shapes...)
	if len(q.ByReading) < 2 {
		f.Table.Rows[0].Cells[3].Text = runs
	}
	f.Note = p.madeOf(p.Outlook.Runs)
	if len(q.References) == 0 {
		f.Note += " No reference class is stated for this question, so nothing from outside the model stands beside its number."
	}
	return f
}

// madeOf is the source line of a figure that rests on runs.
func (p *page) madeOf(runs int) string {
	text := "Source: " + grouped(runs) + " runs"
	if len(p.Outlook.Readings) > 1 {
		text += " of each reading"
	}
	return fmt.Sprintf("%s, seed %d.", text, p.Outlook.Seed)
}

// shareName is the title of the k-th reading that was run.
func (p *page) shareName(k int) string {
	s := p.Outlook.Readings[k]
	return titleOr(s.Title, titleOr(s.Name, "the case’s own view"))
}

// around is the 90% interval of a share of runs, from their number alone, by the
// score method [wilson1927]: none of many runs is not never. The number of runs is
// that which the standard error amounts to; where it is none, all runs.
func around(p, off float64, runs int) [2]float64 {
	n := float64(runs)
	if off > 0 {
		n = p * (1 - p) / (off * off)
	}
	more := ninety * ninety / n
	middle := (p + more/2) / (1 + more)
	half := math.Sqrt(more*p*(1-p)+more*more/4) / (1 + more)
	return [2]float64{max(0, middle-half), min(1, middle+half)}
}

// oddsSpan writes an interval of odds; certainty is refused at its ends, too.
func oddsSpan(x [2]float64) string {
	end := func(x float64) string { return share(min(max(x, 1e-9), 1-1e-9)) }
	if low, high := end(x[0]), end(x[1]); low != high {
		return low + " to " + high
	}
	return end(x[0])
}

// dotsOf is how many of the dots are yes.
func dotsOf(p float64) int { return int(math.Round(p * futures)) }

func oddsTitle(p float64) string {
	n := dotsOf(p)
	of := fmt.Sprintf("yes in %d of %d equally likely futures", n, futures)
	switch n {
	case 0:
		of = fmt.Sprintf("yes in fewer than 1 of %d equally likely futures", futures)
	case futures:
		of = fmt.Sprintf("yes in all but fewer than 1 of %d equally likely futures", futures)
	}
	return upper(reckon.Odds(p).String()) + ": " + of
}

// dotArray draws the dots in columns from the left, the filled ones first.
func dotArray(yes int, left, right float64) []shape {
	pitch := (right - left) * perColumn / futures
	var filled, hollow strings.Builder
	for i := range futures {
		to := &hollow
		if i < yes {
			to = &filled
		}
		to.WriteString(outline(0, left+pitch*(float64(i/perColumn)+0.5), 12+14*float64(i%perColumn), 4.2))
	}
	var out []shape
	if yes > 0 {
		out = append(out, shape{Kind: "path", D: filled.String(), Class: "dot yes", Text: fmt.Sprintf("%d of %d: yes", yes, futures)})
	}
	if yes < futures {
		out = append(out, shape{Kind: "path", D: hollow.String(), Class: "dot no", Text: fmt.Sprintf("%d of %d: no", futures-yes, futures)})
	}
	return out
}
