package brief

import (
	"fmt"
	"slices"
	"strings"

	"reckon"
	"reckon/outlook"
)

// moving returns the series of a measure that the runs move, and whether it is worth a
// fan; otherwise still says why not, where there is anything to say.
func (p *page) moving(m *reckon.Measure) (s *outlook.Series, still string) {
	found, ok := p.outlookOf(m.Name)
	if !ok || len(found.Date) < 2 || !whole(&found) {
		return nil, ""
	}
	name, last := quote(titleOr(m.Title, m.Name)), len(found.Date)-1
	switch {
	case twoValued(&found) && p.onArenaPage(m):
		return nil, fmt.Sprintf("%s takes only two values, %s and %s.", name, amount(slices.Min(found.Q05)), amount(slices.Max(found.Q95)))
	case twoValued(&found):
		return nil, name + " takes only two values; the questions tell of them."
	case constant(&found):
		return nil, fmt.Sprintf("%s is uncertain but stays as it is in every run: nine in ten lie between %s and %s.", name, amount(found.Q05[last]), withUnit(found.Q95[last], found.Unit))
	}
	return &found, ""
}

// outlookOf returns what the runs make of a measure, if they move it.
func (p *page) outlookOf(name string) (s outlook.Series, ok bool) {
	if p.Outlook == nil {
		return s, false
	}
	s, ok = p.Outlook.Measures[name]
	return s, ok
}

// onArenaPage reports whether a measure is shown on the page of the arena that writes it.
func (p *page) onArenaPage(m *reckon.Measure) bool { return p.arenaNamed(m.Arena) >= 0 }

// fanID names the figure of a measure's fan; "" where it has none.
func (p *page) fanID(name string) string {
	n := 0
	for i := range p.Case.Measures {
		m := &p.Case.Measures[i]
		if m.Derived {
			break
		}
		s, _ := p.moving(m)
		switch {
		case m.Name == name && s == nil:
			return ""
		case m.Name == name && p.onArenaPage(m):
			return fmt.Sprintf("figure-arena-fan-%d", i+1)
		case s != nil && !p.onArenaPage(m):
			if n++; m.Name == name {
				return fmt.Sprintf("figure-fan-%d", n)
			}
		}
	}
	return ""
}

func (p *page) fanHref(name string) string {
	if id := p.fanID(name); id != "" {
		return "#" + id
	}
	return ""
}

// arenaFans are the fans of what the i-th arena writes.
func (p *page) arenaFans(i int) (figures []*figure, still []string) {
	for _, w := range p.Arenas[i].Arena.Writes {
		k := p.Case.Measure(w.Measure)
		if k < 0 {
			continue
		}
		m := &p.Case.Measures[k]
		s, why := p.moving(m)
		if s == nil {
			if _, moves := p.outlookOf(m.Name); !moves && p.Outlook != nil {
				why = quote(p.measureTitle(m.Name)) + " stays as it starts in more than nine of ten runs; what happens in the others shows only in questions."
			}
			if why != "" {
				why = ltr(why)
				still = append(still, why)
			}
			continue
		}
		f := p.fan(0, m, s)
		f.ID = p.fanID(m.Name)
		figures = append(figures, f)
	}
	return figures, still
}

// The frame of the sheet of small fans, in units of the drawing.
const (
	sheetAcross            = 4
	sheetWide, sheetHigh   = 226.0, 120.0
	sheetGap               = 16.0
	sheetTop, sheetPlot    = 34.0, 58.0
	sheetLeft, sheetTitles = 4.0, 34
)

// sheetFigure sets what the runs make of all measures that arenas write side by side;
// nil where there is nothing to show.
func (p *page) sheetFigure() *figure {
	if p.Outlook == nil {
		return nil
	}
	f := &figure{ID: "figure-arenas-runs", After: "figure-arenas-runs-table", W: sheetAcross*sheetWide + (sheetAcross-1)*sheetGap}
	f.Table = grid{Caption: "What the runs make of what arenas write", Head: []string{"Measure", "Arena", "Unit", "Median at the start", "Median at the end", "Nine in ten end between"}, Fixed: true}
	n := 0
	for i := range p.Arenas {
		a := p.Arenas[i].Arena
		for _, w := range a.Writes {
			k := p.Case.Measure(w.Measure)
			if k < 0 {
				continue
			}
			m := &p.Case.Measures[k]
			s, _ := p.moving(m)
			if s == nil {
				continue
			}
			f.Shapes = append(f.Shapes, p.small(n, m, s, arenaTitle(a))...)
			n++
			last := len(s.Date) - 1
			f.Table.Rows = append(f.Table.Rows, row{Cells: slices.Concat([]cell{{Text: p.measureTitle(m.Name), Reason: p.fanHref(m.Name)}}, cells(arenaTitle(a), titleOr(isolate(s.Unit), "–")),
				numbers(amount(s.Q50[0]), amount(s.Q50[last]), amount(s.Q05[last])+" to "+amount(s.Q95[last])))})
		}
	}
	if n == 0 {
		return nil
	}
	f.H = float64((n+sheetAcross-1)/sheetAcross)*(sheetHigh+sheetGap) + 4
	f.Title = fmt.Sprintf("What the runs make of the %s that arenas write", count(n, "measure", "measures"))
	f.Note = "From " + longDate(p.Outlook.From) + " to " + longDate(p.Outlook.Until) + ", each on a scale of its own: the pale band holds nine in ten runs, the dark one half of them, the line is the median; numbers are the median at the start and at the end. The full drawings, with whole runs, stand on the pages. " + p.madeOf(p.Outlook.Runs)
	f.Desc = "A small panel for each measure that an arena writes, with time from left to right. The table holds the medians at both ends and the range at the end."
	return f
}

// small is the n-th panel of the sheet.
func (p *page) small(n int, m *reckon.Measure, s *outlook.Series, arena string) []shape {
	left := float64(n%sheetAcross) * (sheetWide + sheetGap)
	top := float64(n/sheetAcross)*(sheetHigh+sheetGap) + sheetTop
	v := newFrame(&outlook.Series{Date: s.Date, Q05: s.Q05, Q25: s.Q25, Q50: s.Q50, Q75: s.Q75, Q95: s.Q95}, nil)
	from, until := s.Date[0], s.Date[len(s.Date)-1]
	right := left + sheetWide - 52
	at := func(k int, x float64) string {
		return coordinate(left+sheetLeft+(right-left-sheetLeft)*float64(s.Date[k]-from)/float64(until-from)) + " " + coordinate(top+sheetPlot-sheetPlot*(x-v.low)/(v.high-v.low))
	}
	draw := thinned(len(s.Date), 30)
	band := func(low, high []float64, class string) shape {
		var b strings.Builder
		for i, k := range draw {
			b.WriteString(map[bool]string{true: "M", false: "L"}[i == 0] + at(k, high[k]))
		}
		for _, k := range slices.Backward(draw) {
			b.WriteString("L" + at(k, low[k]))
		}
		return shape{Kind: "path", D: b.String() + "Z", Class: class}
	}
	var middle strings.Builder
	for i, k := range draw {
		middle.WriteString(map[bool]string{true: "M", false: "L"}[i == 0] + at(k, s.Q50[k]))
	}
	title := label(left+sheetLeft, top-18, "start", "row-label", clip(short(p.measureTitle(m.Name)), sheetTitles))
	title.Href, title.Name = p.fanHref(m.Name), p.measureTitle(m.Name)+": the full drawing"
	last := len(s.Date) - 1
	end := top + sheetPlot - sheetPlot*(s.Q50[last]-v.low)/(v.high-v.low)
	return []shape{
		title, label(left+sheetLeft, top-5, "start", "tick", clip(arena, sheetTitles)),
		line(left+sheetLeft, top+sheetPlot, right, top+sheetPlot, "rule"),
		band(s.Q05, s.Q95, fanBand90), band(s.Q25, s.Q75, fanBand50),
		{Kind: "path", D: middle.String(), Class: fanMiddle},
		label(left+sheetLeft, top+sheetPlot+14, "start", "tick", withUnit(s.Q50[0], s.Unit)),
		label(right+4, max(top+8, min(top+sheetPlot, end+4)), "start", "tick strong", amount(s.Q50[last])),
	}
}
