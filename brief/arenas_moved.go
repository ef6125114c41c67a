package brief

import (
	"fmt"
	"math"
	"slices"

	"reckon/outlook"
)

// movedNumber is the room for the number beside a difference of a measure.
const movedNumber = 74.0

// movedFigures draws what the scenarios do to the measures that arenas write, a few
// scenarios side by side.
func (p *page) movedFigures() []*figure {
	if p.Outlook == nil || len(p.Contrasts) == 0 || len(p.Contrasts[0].Measures) == 0 {
		return nil
	}
	rows := (len(p.Contrasts) + mostPanels - 1) / mostPanels
	per := (len(p.Contrasts) + rows - 1) / rows
	var out []*figure
	for from := 0; from < len(p.Contrasts); from += per {
		out = append(out, p.movedFigure(len(out)+1, p.Contrasts[from:min(from+per, len(p.Contrasts))], per))
	}
	return out
}

// movedFigure draws one row of scenarios. Measures have units of their own, so each is
// drawn in parts of how far its own runs lie apart.
func (p *page) movedFigure(n int, scenarios []outlook.Contrast, per int) *figure {
	f := &figure{ID: fmt.Sprintf("figure-arenas-moved-%d", n), W: panelsWide, After: fmt.Sprintf("figure-arenas-moved-%d-table", n)}
	f.Table = grid{Caption: "What scenarios do to the mean at the end, with 90% intervals", Head: []string{"Measure", "Mean without it"}, Fixed: true}
	for i, m := range scenarios[0].Measures {
		title := label(panelsLeft-14, panelsTop+panelStep*(float64(i)+0.7)+4, "end", "row-label", clip(short(p.measureTitle(m.Name)), 44))
		title.Href, title.Name = p.fanHref(m.Name), p.measureTitle(m.Name)+": the full drawing"
		f.Shapes = append(f.Shapes, title)
		f.Table.Rows = append(f.Table.Rows, row{Cells: append([]cell{{Text: p.measureTitle(m.Name), Reason: p.fanHref(m.Name)}}, numbers(withUnit(m.Base, m.Unit))...)})
	}
	best, most := "", 0.0
	for k := range scenarios {
		c := &scenarios[k]
		v := panelOf(k, per, 1)
		v.number, v.tick = movedNumber, func(by float64) string { return signedAmount(by) }
		var rows []panelRow
		for i, m := range c.Measures {
			size := max(m.Spread, 1e-12)
			words := fmt.Sprintf("%s (%s to %s)", signedAmount(m.By), signedAmount(m.Range[0]), signedAmount(m.Range[1]))
			rows = append(rows, panelRow{m.By / size, [2]float64{m.Range[0] / size, m.Range[1] / size}, signedAmount(m.By), words})
			f.Table.Rows[i].Cells = append(f.Table.Rows[i].Cells, numbers(words)...)
			if by := math.Abs(m.By) / size; tellsApart(m.Range) && by > most && m.Spread > 0 {
				best, most = fmt.Sprintf("Measured by their own spread, %s moves %s most: by %s", quote(titleOr(c.Title, c.Name)), quote(p.measureTitle(m.Name)), withUnit(m.By, m.Unit)), by
			}
		}
		f.Table.Head = append(f.Table.Head, titleOr(c.Title, c.Name))
		f.Shapes = append(f.Shapes, v.draw(titleOr(c.Title, c.Name), slices.Clone(rows))...)
	}
	f.Title = titleOr(best, "None of these moves what arenas write by more than the runs’ own noise")
	f.H = panelsTop + panelStep*float64(len(scenarios[0].Measures)) + 16
	f.Note = "The scale is in parts of how far apart the middle nine in ten runs end without the scenario: at 1 the mean moves by all of that, and what lies beyond is drawn at the end. The number is the move itself, in the measure’s unit. " + p.madeOf(p.ContrastRuns)
	f.Desc = "A panel for each scenario and a row for each measure that an arena writes. A mark shows by how much the mean at the end of the runs differs from that without the scenario, a bar its 90 per cent interval; the upright line is no difference. Hollow marks cannot be told from none. The table holds the numbers in their units."
	return f
}
