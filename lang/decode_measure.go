package lang

import (
	"math"

	"reckon"
)

// measureBlock reads a measure.
func (l *loader) measureBlock(f fields) {
	if f.label == "" || !l.declare("measure", f.label, f.named) {
		return
	}
	m := reckon.Measure{
		Name: f.label, Title: f.title(f.label), Unit: f.text("unit"),
		Cites: f.cites(), At: f.at,
	}
	m.Low, _ = f.number("low", math.Inf(-1))
	high, highAt := f.number("high", math.Inf(1))
	start, startAt := f.number("start", math.NaN())
	m.High = high
	if !math.IsNaN(start) {
		m.Start = reckon.Exactly(start)
	}
	if m.Low > m.High {
		l.add(boundsReversed(highAt, m.Low, m.High))
		m.High = math.Inf(1)
	}
	if start < m.Low || start > m.High {
		l.add(outsideBounds(startAt, m.Name, start, m.Low, m.High))
	}
	if _, taken := l.seen["actor "+f.label]; taken {
		l.add(measureLikeActor(f.named, f.label))
	}
	l.c.Measures = append(l.c.Measures, m)
}
