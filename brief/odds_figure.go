package brief

import (
	"fmt"
	"math"
	"strings"

	"reckon"
	"reckon/outlook"
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

// contrastFigures draws what the scenarios change, a few side by side on one scale.
func (p *page) contrastFigures() []*figure {
	if len(p.Contrasts) == 0 || len(p.Contrasts[0].Questions) == 0 {
		return nil
	}
	most := 0.0
	for _, c := range p.Contrasts {
		for _, d := range c.Questions {
			most = max(most, math.Abs(d.Range[0]), math.Abs(d.Range[1]))
		}
	}
	reach := 1.0
	for _, r := range []float64{0.8, 0.6, 0.4, 0.2, 0.1, 0.05} {
		if most <= r {
			reach = r
		}
	}
	rows := (len(p.Contrasts) + mostPanels - 1) / mostPanels
	per := (len(p.Contrasts) + rows - 1) / rows
	var out []*figure
	for from := 0; from < len(p.Contrasts); from += per {
		out = append(out, p.contrastFigure(len(out)+1, p.Contrasts[from:min(from+per, len(p.Contrasts))], per, reach))
	}
	return out
}

// mostPanels is how many scenarios stand side by side.
const mostPanels = 3

// contrastFigure draws one row of scenarios.
func (p *page) contrastFigure(n int, scenarios []outlook.Contrast, per int, reach float64) *figure {
	f := &figure{ID: fmt.Sprintf("figure-scenarios-%d", n), W: 720, Title: contrastTitle(scenarios, p)}
	f.Desc = "A panel for each scenario and a row for each question. A mark shows by how many percentage points the odds of yes differ from those without the scenario, a bar its 90 per cent interval; the upright line is no difference. Hollow marks cannot be told from none. The table holds the same numbers."
	f.Table = grid{Caption: "Percentage points by which a scenario moves the odds of yes, with 90% intervals", Head: []string{"Question", "Without it"}, Fixed: true}
	const left, gap, top, step = 296.0, 34.0, 50.0, 25.0
	width := (720-left+gap)/float64(per) - gap
	bottom := top + step*float64(len(scenarios[0].Questions)) + 8
	for i, d := range scenarios[0].Questions {
		ask := d.Name
		for k := range p.Outlook.Questions {
			if p.Outlook.Questions[k].Name == d.Name {
				ask = p.ask(&p.Outlook.Questions[k])
			}
		}
		f.Shapes = append(f.Shapes, label(left-14, top+step*(float64(i)+0.7)+4, "end", "row-label", clip(ask, 44)))
		f.Table.Rows = append(f.Table.Rows, row{Cells: append(cells(ask), numbers(reckon.Odds(d.Base).String())...)})
	}
	for k, c := range scenarios {
		f.Table.Head = append(f.Table.Head, titleOr(c.Title, c.Name))
		middle := left + (width+gap)*float64(k) + width/2
		at := func(by float64) float64 { return middle + width/2*by/reach }
		f.Shapes = append(f.Shapes, label(middle, 16, "middle", "lane-label", clip(titleOr(c.Title, c.Name), int((width+gap)/7))))
		for _, t := range []struct {
			by            float64
			anchor, class string
		}{{-reach, "start", "rule"}, {0, "middle", "axis"}, {reach, "end", "rule"}} {
			f.Shapes = append(f.Shapes, label(at(t.by), top-10, t.anchor, "tick", signed(t.by, 0)), line(at(t.by), top-4, at(t.by), bottom, t.class))
		}
		for i, d := range c.Questions {
			y := top + step*(float64(i)+0.7)
			f.Shapes = append(f.Shapes, line(at(d.Range[0]), y, at(d.Range[1]), y, "whisker r0"))
			m := markAt(0, at(d.By), y, 4.5, !tellsApart(d.Range))
			m.Text = points(d.By, d.Range)
			f.Shapes = append(f.Shapes, m)
			if told := signed(d.By, 0); tellsApart(d.Range) && told != "0" {
				x, anchor := at(max(d.By, d.Range[1]))+8, "start"
				if x > middle+width/2-8 { // no room to the right
					x, anchor = at(min(d.By, d.Range[0]))-8, "end"
				}
				f.Shapes = append(f.Shapes, label(x, y+4, anchor, "tick", told))
			}
			f.Table.Rows[i].Cells = append(f.Table.Rows[i].Cells, numbers(points(d.By, d.Range))...)
		}
	}
	f.H = bottom + 8
	f.Note = p.madeOf(p.ContrastRuns)
	return f
}

// tellsApart reports whether an interval leaves out no difference.
func tellsApart(r [2]float64) bool { return r[0] > 0 || r[1] < 0 }

// signed writes a share as percentage points with its sign.
func signed(x float64, digits int) string {
	s := fmt.Sprintf("%+.*f", digits, 100*x)
	if strings.Trim(s, "+-0.") == "" {
		return "0"
	}
	return strings.Replace(s, "-", "−", 1)
}

// points writes a difference with its interval.
func points(by float64, r [2]float64) string {
	return fmt.Sprintf("%s (%s to %s)", signed(by, 1), signed(r[0], 1), signed(r[1], 1))
}

// contrastTitle names the greatest difference that can be told from none.
func contrastTitle(scenarios []outlook.Contrast, p *page) string {
	title, most := "", 0.0
	for _, c := range scenarios {
		for _, d := range c.Questions {
			if !tellsApart(d.Range) || math.Abs(d.By) <= most {
				continue
			}
			most = math.Abs(d.By)
			ask := d.Name
			if _, q := p.question(d.Name); q != nil {
				ask = titleOr(q.Ask, q.Name)
			}
			form := "Of these, %s moves an answer most: %s by %s points"
			if len(scenarios) == 1 {
				form = "%s moves the answer to %s by %s points"
			}
			digits := 1
			if most >= 0.1 {
				digits = 0
			}
			title = fmt.Sprintf(form, quote(titleOr(c.Title, c.Name)), quote(ask), signed(d.By, digits))
		}
	}
	if title == "" {
		return "None of these moves an answer by more than the runs’ own noise"
	}
	return title
}
