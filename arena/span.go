package arena

import (
	"math"
	"slices"

	"reckon"
)

// span is where a number may lie, the ends included.
type span struct{ low, high float64 }

var everything = span{math.Inf(-1), math.Inf(1)}

// hull is the least span with all these numbers; a product of 0 and infinity is 0.
func hull(xs ...float64) span {
	out := span{math.Inf(1), math.Inf(-1)}
	for _, x := range xs {
		if math.IsNaN(x) {
			x = 0
		}
		out = span{math.Min(out.low, x), math.Max(out.high, x)}
	}
	return out
}

func (s span) mapped(f func(float64) float64) span {
	low, high := f(s.low), f(s.high)
	if math.IsNaN(low) || math.IsNaN(high) {
		return everything
	}
	return span{low, high}
}

// less spans the differences.
func (s span) less(t span) span {
	out := span{s.low - t.high, s.high - t.low}
	if math.IsNaN(out.low) || math.IsNaN(out.high) {
		return everything
	}
	return out
}

func (s span) times(t span) span {
	return hull(s.low*t.low, s.low*t.high, s.high*t.low, s.high*t.high)
}

// inverse spans 1/x; where x may be 0 from one side it is without bound there.
func (s span) inverse() span {
	switch {
	case s.low > 0 || s.high < 0:
		return span{1 / s.high, 1 / s.low}
	case s.low == 0 && s.high > 0:
		return span{1 / s.high, math.Inf(1)}
	case s.high == 0 && s.low < 0:
		return span{math.Inf(-1), 1 / s.low}
	}
	return everything
}

// span returns where an expression may lie; yes is 1 and no is 0.
func (s *signer) span(e *reckon.Expr) span {
	if e.YesNo() {
		return span{0, 1}
	}
	of := func(i int) span { return s.span(&e.Args[i]) }
	switch e.Op {
	case "number":
		return span{e.Number, e.Number}
	case "measure":
		return s.named(e.Name)
	case "+":
		t := of(1)
		return of(0).less(span{-t.high, -t.low})
	case "-":
		if len(e.Args) == 1 {
			return span{-of(0).high, -of(0).low}
		}
		return of(0).less(of(1))
	case "*":
		return of(0).times(of(1))
	case "/":
		return of(0).times(of(1).inverse())
	case "?":
		return hull(of(1).low, of(1).high, of(2).low, of(2).high)
	case "lookup":
		return s.table(e.Name)
	case "call":
		return s.called(e)
	}
	return everything
}

// called spans a call.
func (s *signer) called(e *reckon.Expr) span {
	if len(e.Args) == 0 {
		return span{0, math.Inf(1)} // time and year
	}
	first := s.span(&e.Args[0])
	switch e.Name {
	case "min", "max":
		pick := map[string]func(a, b float64) float64{"min": math.Min, "max": math.Max}[e.Name]
		for i := range e.Args {
			next := s.span(&e.Args[i])
			first = span{pick(first.low, next.low), pick(first.high, next.high)}
		}
		return first
	case "previous", "delay", "smooth", "initial":
		return first
	case "exp":
		return first.mapped(math.Exp)
	case "ln":
		return first.mapped(math.Log)
	case "sqrt":
		return first.mapped(math.Sqrt)
	case "floor":
		return first.mapped(math.Floor)
	case "truncate":
		return first.mapped(math.Trunc)
	case "abs":
		if first.low >= 0 {
			return first
		}
		return span{0, math.Max(-first.low, first.high)}
	case "pow":
		if power := s.span(&e.Args[1]); first.low >= 0 {
			return hull(math.Pow(first.low, power.low), math.Pow(first.low, power.high), math.Pow(first.high, power.low), math.Pow(first.high, power.high))
		}
	}
	return everything
}

// named spans a measure, by its bounds and what it is worked out from, or a
// parameter, by its spread.
func (s *signer) named(name string) span {
	if known, done := s.spans[name]; done {
		return known
	}
	out := everything
	if i := s.c.Measure(name); i >= 0 {
		m := &s.c.Measures[i]
		out = span{m.Low, m.High}
		if m.Is.Op != "" && !s.busy[name] {
			s.busy[name] = true
			worked := s.span(&m.Is)
			out = span{clamp(worked.low, out), clamp(worked.high, out)}
			s.busy[name] = false
		}
	} else if i := s.c.Parameter(name); i >= 0 {
		out = spread(&s.c.Parameters[i].Value)
	}
	if !s.busy[name] { // what is worked out from itself has only its bounds
		s.spans[name] = out
	}
	return out
}

func clamp(x float64, s span) float64 { return math.Max(s.low, math.Min(s.high, x)) }

// spread spans the values that a parameter may be drawn as.
func spread(p *reckon.Spread) span {
	if slices.ContainsFunc(p.Args, func(e reckon.Expr) bool { return e.Op != "number" }) || len(p.Args) == 0 {
		return everything
	}
	switch p.Law {
	case reckon.Exact, reckon.Between, reckon.Triangular:
		return span{p.Args[0].Number, p.Args[len(p.Args)-1].Number}
	case reckon.LogNormal:
		return span{0, math.Inf(1)}
	case reckon.Beta:
		return span{0, 1}
	case reckon.Normal:
	}
	return everything
}

// table spans the values of a lookup.
func (s *signer) table(name string) span {
	i := slices.IndexFunc(s.c.Lookups, func(l reckon.Lookup) bool { return l.Name == name })
	if i < 0 || s.c.Lookups[i].Shape == "extend" || len(s.c.Lookups[i].Points) == 0 {
		return everything
	}
	var ys []float64
	for _, p := range s.c.Lookups[i].Points {
		ys = append(ys, p[1])
	}
	return hull(ys...)
}
