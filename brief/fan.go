package brief

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"reckon"
	"reckon/outlook"
)

// fans draws the measures that move in the runs and are not on the page of an arena;
// still names the others that are uncertain, with the reason why they have no figure.
func (p *page) fans() (figures []*figure, still []string) {
	for i := range p.Case.Measures {
		m := &p.Case.Measures[i]
		if p.onArenaPage(m) {
			continue
		}
		switch s, why := p.moving(m); {
		case s != nil:
			figures = append(figures, p.fan(len(figures)+1, m, s))
		case why != "":
			still = append(still, why)
		}
	}
	return figures, still
}

// whole reports whether every quantile is a number that can be drawn.
func whole(s *outlook.Series) bool {
	for _, q := range [][]float64{s.Q05, s.Q25, s.Q50, s.Q75, s.Q95} {
		if len(q) != len(s.Date) || slices.ContainsFunc(q, func(x float64) bool { return x-x != 0 }) {
			return false
		}
	}
	return true
}

// linesOf are all lines of a series, bands and whole runs.
func linesOf(s *outlook.Series) [][]float64 {
	return append([][]float64{s.Q05, s.Q25, s.Q50, s.Q75, s.Q95}, s.Samples...)
}

func twoValued(s *outlook.Series) bool {
	seen := map[float64]bool{}
	for _, r := range linesOf(s) {
		for _, x := range r {
			seen[x] = true
		}
	}
	return len(seen) <= 2
}

func constant(s *outlook.Series) bool {
	return !slices.ContainsFunc(linesOf(s), func(r []float64) bool {
		return slices.ContainsFunc(r, func(x float64) bool { return x != r[0] })
	})
}

// withUnit writes a number with its unit, if it has one.
func withUnit(x float64, unit string) string {
	if unit == "" {
		return amount(x)
	}
	if per, ok := strings.CutPrefix(unit, "1 / "); ok {
		return amount(x) + " a " + isolate(per)
	}
	return amount(x) + " " + isolate(unit)
}

// The frame of a fan, in units of the drawing, and how many dates it draws at most.
const (
	fanWidth, fanHeight                     = 420.0, 250.0
	fanLeft, fanRight, fanTop, fanBottom    = 62.0, 408.0, 30.0, 216.0
	fanDates, fanTable                      = 60, 6
	historyShare                            = 0.6 // of the length of the runs
	fanBand90, fanBand50, fanRun, fanMiddle = "fan-90", "fan-50", "fan-run", "fan-middle"
)

// fanKey explains the marks of every fan.
func fanKey() []keyItem {
	return []keyItem{
		{"M0 2h16v12h-16z", fanBand90, "nine in ten runs"},
		{"M0 4h16v8h-16z", fanBand50, "half of the runs"},
		{"M0 8h16", fanMiddle, "the median at each date"},
		{"M0 11l4 -5l4 4l4 -6l4 3", fanRun, "one run"},
		{outline(0, 8, 8, 3), "seen", "observed before the runs start"},
		{"M8 0v16", "as-of", "start of the runs, where something was observed before"},
	}
}

// fan draws one measure: bands, the median, a few whole runs, and what was observed
// before the start.
func (p *page) fan(n int, m *reckon.Measure, s *outlook.Series) *figure {
	last := len(s.Date) - 1
	name := isolate(titleOr(m.Title, m.Name))
	f := &figure{ID: fmt.Sprintf("figure-fan-%d", n), W: fanWidth, H: fanHeight, Small: true}
	f.Title = fmt.Sprintf("%s: the median goes from %s to %s by %s; nine in ten runs end between %s and %s",
		name, amount(s.Q50[0]), withUnit(s.Q50[last], s.Unit), longDate(s.Date[last]), amount(s.Q05[last]), amount(s.Q95[last]))
	f.Desc = fmt.Sprintf("Time runs from left to right. A pale band holds nine in ten runs at each date, a darker one half of them, a thick line is the median, %s are drawn as thin lines. The table holds the quantiles at several dates.", count(len(s.Samples), "whole run", "whole runs"))
	f.Table = fanTableOf(name, s)
	seen := p.seenBefore(m.Name, s)
	view := newFrame(s, seen)
	f.Shapes = append(view.axes(), label(fanLeft-8, 14, "start", "tick", titleOr(view.unit(s.Unit), "no unit")))
	draw := thinned(len(s.Date), fanDates)
	band := func(low, high []float64, class string) shape {
		var b strings.Builder
		for i, k := range draw {
			view.to(&b, i == 0, s.Date[k], high[k])
		}
		for i := range draw {
			k := draw[len(draw)-1-i]
			view.to(&b, false, s.Date[k], low[k])
		}
		return shape{Kind: "path", D: b.String() + "Z", Class: class}
	}
	f.Shapes = append(f.Shapes, band(s.Q05, s.Q95, fanBand90), band(s.Q25, s.Q75, fanBand50))
	var lines strings.Builder
	for _, run := range s.Samples {
		view.line(&lines, s.Date, run, draw)
	}
	if len(s.Samples) > 0 {
		f.Shapes = append(f.Shapes, shape{Kind: "path", D: lines.String(), Class: fanRun})
	}
	var middle strings.Builder
	view.line(&middle, s.Date, s.Q50, draw)
	f.Shapes = append(f.Shapes, shape{Kind: "path", D: middle.String(), Class: fanMiddle})
	for _, o := range seen {
		f.Shapes = append(f.Shapes, shape{Kind: "path", D: outline(0, view.x(o.Date), view.y(o.Value), 3.2), Class: "seen", Text: longDate(o.Date) + ": " + withUnit(o.Value, s.Unit)})
	}
	if len(seen) > 0 {
		x := view.x(s.Date[0])
		f.Shapes = append(f.Shapes, line(x, fanTop, x, fanBottom, "as-of"))
	}
	return f
}

// seenBefore are the observations of a measure up to the start of the runs, no
// further back than a part of their length.
func (p *page) seenBefore(name string, s *outlook.Series) []reckon.Observation {
	from, until := s.Date[0], s.Date[len(s.Date)-1]
	back := from - reckon.Date(historyShare*float64(until-from))
	var out []reckon.Observation
	for _, o := range p.Case.Observations {
		if o.Measure == name && o.Date >= back && o.Date <= from && o.Value-o.Value == 0 {
			out = append(out, o)
		}
	}
	return out
}

// thinned picks at most n of so many places, evenly, with both ends.
func thinned(of, n int) []int {
	n = min(of, n)
	out := make([]int, n)
	for i := range out {
		out[i] = i * (of - 1) / max(1, n-1)
	}
	return out
}

// fanTableOf is the same as a table, at a few dates.
func fanTableOf(name string, s *outlook.Series) grid {
	g := grid{Caption: name, Fixed: true, Head: []string{"Date", "1 in 20 below", "1 in 4 below", "Half below", "1 in 4 above", "1 in 20 above"}}
	if s.Unit != "" {
		g.Caption += ", in " + isolate(s.Unit)
	}
	for _, k := range thinned(len(s.Date), fanTable) {
		g.Rows = append(g.Rows, row{Cells: append(cells(s.Date[k].Time().Format("2 Jan 2006")),
			numbers(amount(s.Q05[k]), amount(s.Q25[k]), amount(s.Q50[k]), amount(s.Q75[k]), amount(s.Q95[k]))...)})
	}
	return g
}

// frame turns dates and values into places.
type frame struct {
	from, until reckon.Date
	low, high   float64
	step        float64 // between ticks
	scale       float64 // a million where numbers are that large, else 1
}

// newFrame holds all that is drawn of a series.
func newFrame(s *outlook.Series, seen []reckon.Observation) *frame {
	v := &frame{from: s.Date[0], until: s.Date[len(s.Date)-1], low: s.Q05[0], high: s.Q95[0], scale: 1}
	fit := func(x float64) { v.low, v.high = min(v.low, x), max(v.high, x) }
	for _, r := range linesOf(s) {
		for _, x := range r {
			if x-x == 0 {
				fit(x)
			}
		}
	}
	for _, o := range seen {
		fit(o.Value)
		v.from = min(v.from, o.Date)
	}
	if v.high == v.low {
		v.high++
	}
	if max(math.Abs(v.low), math.Abs(v.high)) >= 1e6 {
		v.scale = 1e6
	}
	v.step = niceStep((v.high - v.low) / 4)
	v.low, v.high = v.step*math.Floor(v.low/v.step+1e-9), v.step*math.Ceil(v.high/v.step-1e-9)
	return v
}

// niceStep is the least of 1, 2, 2.5 and 5 times a power of ten that is not below x.
func niceStep(x float64) float64 {
	ten := math.Pow(10, math.Floor(math.Log10(x)))
	for _, k := range []float64{1, 2, 2.5, 5} {
		if k*ten >= x*(1-1e-9) {
			return k * ten
		}
	}
	return 10 * ten
}

func (v *frame) unit(unit string) string {
	if v.scale > 1 {
		return strings.TrimSpace("million " + unit)
	}
	return unit
}

func (v *frame) x(d reckon.Date) float64 {
	return fanLeft + (fanRight-fanLeft)*float64(d-v.from)/float64(v.until-v.from)
}

func (v *frame) y(x float64) float64 {
	return fanBottom - (fanBottom-fanTop)*(x-v.low)/(v.high-v.low)
}

// to adds a point to a path.
func (v *frame) to(b *strings.Builder, first bool, d reckon.Date, x float64) {
	b.WriteString(map[bool]string{true: "M", false: "L"}[first] + coordinate(v.x(d)) + " " + coordinate(v.y(x)))
}

// line adds a line through the values at some of the dates; it ends where a value is
// no number.
func (v *frame) line(b *strings.Builder, dates []reckon.Date, values []float64, at []int) {
	for i, k := range at {
		if k >= len(values) || values[k]-values[k] != 0 {
			return
		}
		v.to(b, i == 0, dates[k], values[k])
	}
}

// axes draws the values to the left and the dates below.
func (v *frame) axes() []shape {
	var out []shape
	digits := 0
	for x := v.step / v.scale; digits < 6 && math.Abs(x-math.Round(x)) > 1e-6*x; digits++ {
		x *= 10
	}
	for k := 0; v.low+float64(k)*v.step <= v.high*(1+1e-9)+1e-12; k++ {
		x := v.low + float64(k)*v.step
		if k > 12 {
			break
		}
		out = append(out, line(fanLeft, v.y(x), fanRight, v.y(x), "rule"),
			label(fanLeft-8, v.y(x)+4, "end", "tick", minus(fmt.Sprintf("%.*f", digits, x/v.scale))))
	}
	for _, t := range v.dates() {
		anchor := "middle"
		if v.x(t.at) > fanRight-24 {
			anchor = "end"
		}
		out = append(out, line(v.x(t.at), fanBottom, v.x(t.at), fanBottom+5, "axis"), label(v.x(t.at), fanBottom+20, anchor, "tick", t.text))
	}
	return append(out, line(fanLeft, fanBottom, fanRight, fanBottom, "axis"))
}

type dateTick struct {
	at   reckon.Date
	text string
}

// dates picks starts of months for the axis, five or so; of a shorter time its ends.
func (v *frame) dates() []dateTick {
	months := int(float64(v.until-v.from) / 30.4)
	if months < 3 {
		return []dateTick{{v.from, v.from.Time().Format("2 Jan 2006")}, {v.until, v.until.Time().Format("2 Jan 2006")}}
	}
	step := 120
	for _, k := range []int{60, 36, 24, 12, 6, 3, 2, 1} {
		if months <= 5*k {
			step = k
		}
	}
	start := v.from.Time()
	first := time.Date(start.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
	var out []dateTick
	year := 0
	for t := first; reckon.DateOf(t) <= v.until; t = t.AddDate(0, step, 0) {
		if reckon.DateOf(t) < v.from {
			continue
		}
		layout := "Jan"
		if t.Year() != year {
			layout, year = "Jan 2006", t.Year()
		}
		if step%12 == 0 {
			layout = "2006"
		}
		out = append(out, dateTick{reckon.DateOf(t), t.Format(layout)})
	}
	return out
}

// minus sets a true minus sign.
func minus(s string) string { return strings.Replace(s, "-", "−", 1) }

// grouped writes a count with its thousands apart: "12,300".
func grouped(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// amount writes a number of a measure with three significant digits.
func amount(x float64) string {
	size := math.Abs(x)
	switch {
	case size >= 1e15:
		return minus(fmt.Sprintf("%.3g", x))
	case size >= 1e9:
		return minus(fmt.Sprintf("%.3g billion", x/1e9))
	case size >= 999_500:
		return minus(fmt.Sprintf("%.3g million", x/1e6))
	case size >= 999.5:
		unit := math.Pow(10, math.Floor(math.Log10(size))-2)
		return minus(grouped(int(math.Round(x/unit) * unit)))
	case size < 1e-4:
		if x == 0 {
			return "0"
		}
	}
	return minus(fmt.Sprintf("%.3g", x))
}
