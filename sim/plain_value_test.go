package sim

import (
	"math"
	"slices"
	"time"

	"reckon"
	"reckon/draw"
)

// moment is when an expression is read: the step, the options then and the values
// of the measures.
type moment struct {
	k      int
	state  reckon.State
	values []float64
}

// value is what an expression gives at a moment, by definition: yes is 1, no is 0.
func (p *plain) value(e *reckon.Expr, now moment) float64 {
	arg := func(i int) float64 { return p.value(&e.Args[i], now) }
	switch e.Op {
	case "", "yes":
		return 1
	case "no":
		return 0
	case "number":
		return e.Number
	case "option":
		return truth(now.state.Has(e.Option))
	case "measure":
		return p.named(e.Name, now)
	case "lookup":
		return p.lookup(e.Name, arg(0))
	case "call":
		return p.call(e, now)
	case "!":
		return truth(arg(0) == 0)
	case "&&":
		return truth(arg(0) != 0 && arg(1) != 0)
	case "||":
		return truth(arg(0) != 0 || arg(1) != 0)
	case "?":
		if arg(0) != 0 {
			return arg(1)
		}
		return arg(2)
	case "-":
		if len(e.Args) == 1 {
			return -arg(0)
		}
	}
	return operate(e.Op, arg(0), arg(1))
}

// named reads a measure or a parameter.
func (p *plain) named(name string, now moment) float64 {
	if i := p.m.c.Measure(name); i >= 0 {
		return now.values[i]
	}
	return p.parameter(p.m.c.Parameter(name), now.k)
}

func (p *plain) call(e *reckon.Expr, now moment) float64 {
	arg := func(i int) float64 { return p.value(&e.Args[i], now) }
	switch e.Name {
	case "min", "max":
		x := arg(0)
		for i := range e.Args[1:] {
			if e.Name == "min" {
				x = min(x, arg(i+1))
			} else {
				x = max(x, arg(i+1))
			}
		}
		return x
	case "pow":
		return draw.Pow(arg(0), arg(1))
	case "mod":
		x, y := arg(0), arg(1)
		r := math.Mod(x, y)
		if r != 0 && (r < 0) != (y < 0) {
			r += y
		}
		return r
	case "time":
		return float64(now.k)
	case "year":
		return calendarYear(p.m.dates[now.k])
	case "previous", "initial", "delay", "smooth":
		return p.past(e, now)
	}
	return draw.Function(e.Name)(arg(0))
}

// past reads what was: at the start all of it is as it is.
func (p *plain) past(e *reckon.Expr, now moment) float64 {
	x := &e.Args[0]
	if p.starting {
		return p.value(x, now)
	}
	switch e.Name {
	case "initial":
		return p.value(x, p.at(0))
	case "previous":
		return p.value(x, p.at(max(0, now.k-1)))
	case "delay":
		return p.value(x, p.at(max(0, now.k-int(e.Args[1].Number))))
	}
	s := p.value(x, p.at(0))
	for j := range now.k {
		s += (p.value(x, p.at(j)) - s) / e.Args[1].Number
	}
	return s
}

// at is the moment at which a step ended.
func (p *plain) at(k int) moment { return moment{k, p.states[k], p.values[k]} }

// lookup reads a table at x.
func (p *plain) lookup(name string, x float64) float64 {
	i := slices.IndexFunc(p.m.c.Lookups, func(l reckon.Lookup) bool { return l.Name == name })
	l := &p.m.c.Lookups[i]
	last := len(l.Points) - 1
	if math.IsNaN(x) {
		return x
	}
	k := last // the last point at or before x
	for k > 0 && l.Points[k][0] > x {
		k--
	}
	if l.Points[k][0] == x || l.Shape == "step" || last == 0 {
		return l.Points[k][1]
	}
	if l.Shape != "extend" && (k == last || x < l.Points[0][0]) {
		return l.Points[k][1]
	}
	k = min(k, last-1)
	a, b := l.Points[k], l.Points[k+1]
	slope := (b[1] - a[1]) / (b[0] - a[0])
	return a[1] + float64(slope*(x-a[0]))
}

// calendarYear is a day as a year with its fraction: 1 January is the year itself.
func calendarYear(d reckon.Date) float64 {
	y := d.Time().Year()
	first := reckon.DateOf(time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC))
	next := reckon.DateOf(time.Date(y+1, 1, 1, 0, 0, 0, 0, time.UTC))
	return float64(y) + float64(d-first)/float64(next-first)
}

// within holds a value within the bounds of its measure.
func within(m *reckon.Measure, x float64) float64 {
	switch {
	case x < m.Low:
		return m.Low
	case x > m.High:
		return m.High
	}
	return x
}
