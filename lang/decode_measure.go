package lang

import (
	"math"

	"reckon"
)

// measureBlock reads a measure.
func (l *loader) measureBlock(f fields) {
	m := reckon.Measure{
		Name: f.label, Title: f.title(f.label), Unit: f.text("unit"),
		Cites: f.cites(), At: f.at,
	}
	low, lowAt := f.number("low", math.Inf(-1))
	if m.Low = low; math.IsInf(low, 1) {
		l.add(lowInfinite(lowAt))
		m.Low = math.Inf(-1)
	}
	high, highAt := f.number("high", math.Inf(1))
	m.High = high
	if m.Low > m.High {
		l.add(boundsReversed(highAt, m.Low, m.High))
		m.High = math.Inf(1)
	}
	if word, quoted := l.wordOf(f.value("start")); word != "unknown" || quoted {
		m.Start = f.spread("start", placeStart, placeNumber)
	}
	for _, v := range ends(&m.Start) {
		if v < m.Low || v > m.High {
			l.add(outsideBounds(m.Start.At, m.Name, v, m.Low, m.High))
			break
		}
	}
	l.dynamics(f, &m)
	l.names[m.Name] = name{"measure", f.named, len(l.c.Measures)}
	l.c.Measures = append(l.c.Measures, m)
}

// dynamics reads how a measure moves.
func (l *loader) dynamics(f fields, m *reckon.Measure) {
	if f.has("is") && f.has("next") {
		l.add(isAndNext(place(f.attrs["next"].NameRange), f.label))
		return
	}
	is, isText := f.formula("is")
	next, nextText := f.formula("next")
	m.Is, m.Next, m.Text = is, next, isText+nextText
	if f.has("noise") && !f.has("next") {
		l.add(noiseWithoutNext(place(f.attrs["noise"].NameRange), f.label, f.has("is")))
		return
	}
	m.Noise = f.spread("noise", placeStep, placeStep)
	if m.Noise.Law == reckon.Exact {
		l.add(noiseCertain(m.Noise.At))
		m.Noise = reckon.Spread{}
	}
}

// ends lists the numbers of a spread that should lie within bounds, as far as
// they are known.
func ends(s *reckon.Spread) []float64 {
	if s.Law == reckon.Between || s.Law == reckon.Triangular {
		return []float64{s.Args[0].Number, s.Args[len(s.Args)-1].Number}
	}
	return []float64{s.Middle()}
}

// parameter reads a parameter.
func (l *loader) parameter(f fields) {
	l.c.Parameters = append(l.c.Parameters, reckon.Parameter{
		Name: f.label, Title: f.title(f.label), Unit: f.text("unit"),
		Value: f.spread("value", placeNumber, placeNumber), Cites: f.cites(), At: f.at,
	})
}
