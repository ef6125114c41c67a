package xmile

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"reckon"
)

// settler finishes the measures once all are known: how many steps a delay takes,
// and what a stock starts from in terms of parameters and other starts.
type settler struct {
	*builder
	measures map[string]*reckon.Measure
	constant map[string]float64
	starts   map[string]*reckon.Expr // of worked-out measures, at the start
	size     int
}

// maxStart bounds the parts of all starts together.
const maxStart = 500_000

func (b *builder) settle() {
	s := &settler{builder: b, measures: map[string]*reckon.Measure{}, constant: map[string]float64{}, starts: map[string]*reckon.Expr{}}
	for i := range b.c.Measures {
		s.measures[b.c.Measures[i].Name] = &b.c.Measures[i]
	}
	for _, p := range b.c.Parameters {
		s.constant[p.Name] = p.Value.Middle()
	}
	if !b.circles(s.measures) {
		for i := range b.c.Measures {
			m := &b.c.Measures[i]
			m.Is, m.Next = s.steps(m, m.Is), s.steps(m, m.Next)
		}
		for i := range b.c.Measures {
			m := &b.c.Measures[i]
			for k, x := range m.Start.Args {
				m.Start.Args[k] = s.atStart(m, x)
			}
		}
		s.startCircles()
	}
}

// with returns an expression whose parts were changed, leaving the old one alone.
func with(x reckon.Expr, change func(reckon.Expr) reckon.Expr) reckon.Expr {
	args := make([]reckon.Expr, len(x.Args))
	for i := range x.Args {
		args[i] = change(x.Args[i])
	}
	if len(args) > 0 {
		x.Args = args
	}
	return x
}

// steps puts a number in place of the time of each delay.
func (s *settler) steps(m *reckon.Measure, x reckon.Expr) reckon.Expr {
	x = with(x, func(a reckon.Expr) reckon.Expr { return s.steps(m, a) })
	if x.Op != "call" || x.Name != "delay" {
		return x
	}
	n := math.Round(s.known(&x.Args[1], 0))
	switch {
	case math.IsNaN(n) || n > 1e6:
		s.add(reckon.Error, "bad-delay", m.At, fmt.Sprintf("The delay in %q is not a constant", m.Title), "DELAY takes a whole number of steps that stays the same, one million at most. Use DELAY1 or DELAY3 for one that changes.")
		n = 0
	case n == 1:
		x.Name, x.Args = "previous", x.Args[:1:1]
		return x
	}
	if n <= 0 {
		return x.Args[0]
	}
	x.Args[1] = reckon.Expr{Op: "number", Number: n, At: x.At}
	return x
}

// known works out a constant; NaN where it is not one.
func (s *settler) known(x *reckon.Expr, depth int) float64 {
	arg := func(i int) float64 { return s.known(&x.Args[i], depth+1) }
	switch {
	case depth > 200:
	case x.Op == "number":
		return x.Number
	case x.Op == "measure":
		if v, is := s.constant[x.Name]; is {
			return v
		}
		if m := s.measures[x.Name]; m != nil && m.Is.Op != "" {
			return s.known(&m.Is, depth+1)
		}
	case len(x.Args) == 1 && x.Op == "-":
		return -arg(0)
	case len(x.Args) == 2 && x.Op == "+":
		return arg(0) + arg(1)
	case len(x.Args) == 2 && x.Op == "-":
		return arg(0) - arg(1)
	case len(x.Args) == 2 && x.Op == "*":
		return arg(0) * arg(1)
	case len(x.Args) == 2 && x.Op == "/":
		return arg(0) / arg(1)
	}
	return math.NaN()
}

// atStart rewrites an expression as it is when a run starts: what is worked out is
// written out, and what looks back sees the start.
func (s *settler) atStart(m *reckon.Measure, x reckon.Expr) reckon.Expr {
	if s.size++; s.size > maxStart {
		if s.size == maxStart+1 {
			s.add(reckon.Error, "too-large", m.At, fmt.Sprintf("What %q starts from grows too large", m.Title), fmt.Sprintf("Written out, the starts have more than %d parts. Let stocks start from simpler expressions.", maxStart))
		}
		return reckon.Expr{Op: "number", At: x.At}
	}
	switch {
	case x.Op == "call" && x.Name == "time":
		return reckon.Expr{Op: "number", At: x.At}
	case x.Op == "call" && slices.Contains([]string{"delay", "previous", "initial", "smooth"}, x.Name):
		return s.atStart(m, x.Args[0])
	case x.Op == "measure":
		read := s.measures[x.Name]
		if read == nil || read.Is.Op == "" {
			return x
		}
		if s.starts[x.Name] == nil {
			v := s.atStart(m, read.Is)
			s.starts[x.Name] = &v
		}
		s.size += count(s.starts[x.Name])
		return *s.starts[x.Name]
	}
	x = with(x, func(a reckon.Expr) reckon.Expr { return s.atStart(m, a) })
	return short(x)
}

// short works out what the beginning of a run makes of conditions and of zeros, so
// that a start reads as a person would write it.
func short(x reckon.Expr) reckon.Expr {
	is := func(i int, v float64) bool { return x.Args[i].Op == "number" && x.Args[i].Number == v }
	switch {
	case x.Op == "?" && x.Args[0].Op == "<" && x.Args[0].Args[0].Op == "number" && x.Args[0].Args[1].Op == "number":
		if x.Args[0].Args[0].Number < x.Args[0].Args[1].Number {
			return x.Args[1]
		}
		return x.Args[2]
	case x.Op == "*" && is(0, 0):
		return x.Args[0]
	case x.Op == "+" && is(1, 0):
		return x.Args[0]
	}
	return x
}

func count(x *reckon.Expr) int {
	n := 0
	x.Walk(func(*reckon.Expr) { n++ })
	return n
}

// circles reports measures that are worked out from themselves within one step.
func (b *builder) circles(measures map[string]*reckon.Measure) bool {
	return b.around(measures, "circle", "Each is worked out from the next within one step, so none can come first. Put a stock, a DELAY or PREVIOUS with a value to begin with between them.",
		func(m *reckon.Measure) []string { return m.Is.Measures() })
}

// startCircles reports stocks that start from each other.
func (s *settler) startCircles() {
	s.around(s.measures, "circle-at-start", "The start of each hangs on the start of the next, so none can come first. Let one of them start from a number.",
		func(m *reckon.Measure) []string {
			if len(m.Start.Args) == 0 {
				return nil
			}
			return m.Start.Args[0].Measures()
		})
}

// around reports the first circle of measures that read each other.
func (b *builder) around(measures map[string]*reckon.Measure, code, detail string, reads func(*reckon.Measure) []string) bool {
	state := map[string]int{} // 1 being looked at, 2 done
	var trail []string
	var look func(name string) []string
	look = func(name string) []string {
		m := measures[name]
		switch {
		case m == nil || state[name] == 2:
			return nil
		case state[name] == 1:
			return slices.Clone(trail[slices.Index(trail, name):])
		}
		state[name] = 1
		trail = append(trail, name)
		for _, next := range reads(m) {
			if circle := look(next); circle != nil {
				return circle
			}
		}
		trail = trail[:len(trail)-1]
		state[name] = 2
		return nil
	}
	for i := range b.c.Measures {
		circle := look(b.c.Measures[i].Name)
		if circle == nil {
			continue
		}
		var titles []string
		for _, name := range append(circle, circle[0]) {
			titles = append(titles, fmt.Sprintf("%q", measures[name].Title))
		}
		b.add(reckon.Error, code, measures[circle[0]].At, "These hang on each other in a circle: "+strings.Join(titles, ", "), detail)
		return true
	}
	return false
}
