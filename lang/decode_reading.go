package lang

import (
	"math"

	"reckon"
)

// reading reads one analyst's theory.
func (l *loader) reading(f fields) {
	if f.label == "" || !l.declare("reading", f.label, f.named) {
		return
	}
	r := reckon.Reading{
		Name: f.label, Title: f.title(f.label), Says: f.text("says"),
		Prior: f.odds("prior"), File: f.at.File, At: f.at,
	}
	if name, at := f.name("source"); name != "" {
		r.Source = name
		if l.c.Source(name) == nil {
			l.add(l.unknownSource(at, name))
		}
	}
	r.Dated, _ = f.date("dated")
	if s := l.c.Source(r.Source); s != nil && !f.has("dated") {
		r.Dated = s.Date
	}
	if r.Dated == 0 && !f.has("dated") && (r.Source == "" || l.c.Source(r.Source) != nil) {
		l.add(readingUndated(f.at, f.label, r.Source))
	}
	r.Minds, _ = l.mindsOf(f.inner, l.tempers)
	l.c.Readings = append(l.c.Readings, r)
}

// sharePriors gives readings without a prior equal shares of what the others
// leave, and checks that all sum to 1.
func (l *loader) sharePriors() {
	readings := l.c.Readings
	sum, silent := 0.0, 0
	for _, r := range readings {
		if math.IsNaN(r.Prior) {
			silent++
		} else {
			sum += r.Prior
		}
	}
	wrong := silent == 0 && math.Abs(sum-1) > nearOne || silent > 0 && sum >= 1
	if wrong && len(readings) > 0 {
		l.add(priorsSum(readings[0].At, sum, silent))
	}
	for i := range readings {
		switch {
		case wrong:
			readings[i].Prior = 1 / float64(len(readings))
		case math.IsNaN(readings[i].Prior):
			readings[i].Prior = (1 - sum) / float64(silent)
		case silent == 0:
			readings[i].Prior /= sum
		}
	}
}
