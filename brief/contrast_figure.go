package brief

import (
	"fmt"
	"math"
	"strings"

	"reckon"
	"reckon/outlook"
)

// The frame of a row of scenarios, in units of the drawing: to the left the questions,
// then for each scenario a panel with a column for its numbers, so that no number
// stands on a line or beyond the edge.
const (
	panelsLeft, panelsTop, panelsWide = 296.0, 50.0, 720.0
	panelStep, panelNumber, panelGap  = 25.0, 38.0, 14.0
	mostPanels                        = 3 // side by side
)

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

// contrastFigure draws one row of scenarios.
func (p *page) contrastFigure(n int, scenarios []outlook.Contrast, per int, reach float64) *figure {
	f := &figure{ID: fmt.Sprintf("figure-scenarios-%d", n), W: panelsWide, Title: contrastTitle(scenarios, p)}
	f.Desc = "A panel for each scenario and a row for each question. A mark shows by how many percentage points the odds of yes differ from those without the scenario, a bar its 90 per cent interval; the upright line is no difference. Hollow marks cannot be told from none. The table holds the same numbers."
	f.Table = grid{Caption: "Percentage points by which a scenario moves the odds of yes, with 90% intervals", Head: []string{"Question", "Without it"}, Fixed: true}
	for i, d := range scenarios[0].Questions {
		ask, base := titleOr(d.Ask, d.Name), d.Base
		for k := range p.Outlook.Questions {
			if q := &p.Outlook.Questions[k]; q.Name == d.Name {
				ask = p.ask(q)
				if q.P != nil {
					base = *q.P // of all runs: one question has one number on the page
				}
			}
		}
		f.Shapes = append(f.Shapes, label(panelsLeft-14, panelsTop+panelStep*(float64(i)+0.7)+4, "end", "row-label", clip(ask, 44)))
		f.Table.Rows = append(f.Table.Rows, row{Cells: append(cells(ask), numbers(reckon.Odds(base).String())...)})
	}
	for k := range scenarios {
		c := contrast{&scenarios[k]}
		f.Table.Head = append(f.Table.Head, titleOr(c.Title, c.Name))
		v := panelOf(k, per, reach)
		f.Shapes = append(f.Shapes, v.draw(titleOr(c.Title, c.Name), c.moves())...)
		for i, d := range c.Questions {
			f.Table.Rows[i].Cells = append(f.Table.Rows[i].Cells, numbers(points(d.By, d.Range))...)
		}
	}
	f.H = panelsTop + panelStep*float64(len(scenarios[0].Questions)) + 16
	f.Note = p.madeOf(p.ContrastRuns)
	return f
}

// contrast is a scenario whose answers are drawn.
type contrast struct{ *outlook.Contrast }

// moves are its answers as they are drawn.
func (c contrast) moves() []panelRow {
	var list []panelRow
	for _, d := range c.Questions {
		list = append(list, panelRow{d.By, d.Range, signed(d.By, 0), points(d.By, d.Range)})
	}
	return list
}

// panelRow is one difference: where it stands on the scale, the number beside it and
// its words.
type panelRow struct {
	by         float64
	span       [2]float64
	told, text string
}

// panel is the place of one scenario: its scale from −reach to reach, then its numbers.
type panel struct {
	left, width, number float64
	reach               float64
	tick                func(by float64) string
}

// panelOf is the k-th of so many panels side by side.
func panelOf(k, per int, reach float64) *panel {
	return &panel{
		left:  panelsLeft + (panelsWide-panelsLeft)/float64(per)*float64(k),
		width: (panelsWide-panelsLeft)/float64(per) - panelGap, number: panelNumber,
		reach: reach, tick: func(by float64) string { return signed(by, 0) },
	}
}

// x is the place of a difference; what lies beyond the scale is drawn at its end.
func (v *panel) x(by float64) float64 {
	half := (v.width - v.number) / 2
	return v.left + half + half*max(-1, min(1, by/v.reach))
}

func (v *panel) draw(title string, rows []panelRow) []shape {
	bottom := panelsTop + panelStep*float64(len(rows)) + 8
	out := []shape{label(v.left+v.width/2, 16, "middle", "lane-label", clip(title, int((v.width+panelGap)/7.4)))}
	for _, t := range []struct {
		by            float64
		anchor, class string
	}{{-v.reach, "start", "rule"}, {0, "middle", "axis"}, {v.reach, "end", "rule"}} {
		out = append(out, label(v.x(t.by), panelsTop-10, t.anchor, "tick", v.tick(t.by)), line(v.x(t.by), panelsTop-4, v.x(t.by), bottom, t.class))
	}
	for i, d := range rows {
		y := panelsTop + panelStep*(float64(i)+0.7)
		m := markAt(0, v.x(d.by), y, 4.5, !tellsApart(d.span))
		m.Text = d.text
		out = append(out, line(v.x(d.span[0]), y, v.x(d.span[1]), y, "whisker r0"), m)
		if tellsApart(d.span) && d.told != "0" {
			out = append(out, label(v.left+v.width, y+4, "end", "tick", d.told))
		}
	}
	return out
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
