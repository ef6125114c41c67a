package lang

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"reckon"
)

// readObservations reads observations.csv into the case, sorted by date.
func (l *loader) readObservations(src []byte) {
	for _, r := range l.table("observations.csv", src, observationColumns) {
		if o, ok := l.observation(r); ok {
			l.c.Observations = append(l.c.Observations, o)
		}
	}
	slices.SortStableFunc(l.c.Observations, func(a, b reckon.Observation) int { return cmp.Compare(a.Date, b.Date) })
}

// observation reads one row; false when nothing can be made of it.
func (l *loader) observation(r row) (reckon.Observation, bool) {
	o := reckon.Observation{Measure: r.text("measure"), Value: math.NaN(), At: r.at}
	date, dated := l.cellDate(r, "date")
	o.Date = date
	m := l.measure(o.Measure)
	switch {
	case o.Measure == "":
		l.add(emptyCell(r.where("measure"), "measure"))
	case m == nil:
		l.add(unknownMeasure(r.where("measure"), o.Measure, nearest(o.Measure, l.namesOf("measure")), l.namesOf("measure")))
	}
	if s := r.text("value"); s != "" && !strings.EqualFold(s, "unknown") {
		v, ok := l.cellNumber(r, "value", m != nil && inPercent(m.Unit))
		if !ok {
			return o, false
		}
		o.Value = v
		if m != nil && (v < m.Low || v > m.High) {
			l.add(outsideBounds(r.where("value"), m.Name, v, m.Low, m.High))
		}
	}
	if keys := l.cellSources(r, "source", "\x00"); len(keys) > 0 {
		o.Source = keys[0]
	}
	return o, dated && m != nil
}
