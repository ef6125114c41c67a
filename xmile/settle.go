package xmile

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"reckon"
)

// settler finishes the measures once all are known: how many steps a delay takes,
// and what looks back where a stock starts.
type settler struct {
	*builder
	measures map[string]*reckon.Measure
	constant map[string]float64
}

// maxBack bounds the steps of a delay, as case text does.
const maxBack = 10_000

func (b *builder) settle() {
	s := &settler{builder: b, measures: map[string]*reckon.Measure{}, constant: map[string]float64{}}
	for i := range b.c.Measures {
		s.measures[b.c.Measures[i].Name] = &b.c.Measures[i]
	}
	for _, p := range b.c.Parameters {
		s.constant[p.Name] = p.Value.Middle()
	}
	if s.around("circle", "Each is worked out from the next within one step, so none can come first. Put a stock, or a DELAY or PREVIOUS with a value to begin with, between them.",
		func(m *reckon.Measure) []string { return m.Is.Measures() }) {
		return
	}
	for i := range b.c.Measures {
		m := &b.c.Measures[i]
		m.Is, m.Next = s.steps(m, m.Is), s.steps(m, m.Next)
		for k, x := range m.Start.Args {
			m.Start.Args[k] = atStart(x)
		}
	}
	s.around("circle-at-start", "The start of each hangs on the start of the next, so none can come first. Let one of them start from a number.", startsFrom)
}

// startsFrom lists what the first value of a measure is worked out from.
func startsFrom(m *reckon.Measure) []string {
	if m.Is.Op != "" {
		return m.Is.Measures()
	}
	var all []string
	for i := range m.Start.Args {
		all = append(all, m.Start.Args[i].Measures()...)
	}
	return all
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
	case math.IsNaN(n) || n > maxBack:
		s.add(reckon.Error, "bad-delay", m.At, fmt.Sprintf("The delay in %q is not a constant", m.Title), "DELAY takes a whole number of steps that stays the same, ten thousand at most. Use DELAY1 or DELAY3 for one that changes.")
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

// atStart rewrites an expression as it is when a run starts: what looks back sees the
// present.
func atStart(x reckon.Expr) reckon.Expr {
	if x.Op == "call" && slices.Contains([]string{"delay", "previous", "initial"}, x.Name) {
		return atStart(x.Args[0])
	}
	return with(x, atStart)
}

// around reports the first circle of measures that read each other.
func (s *settler) around(code, detail string, reads func(*reckon.Measure) []string) bool {
	state := map[string]int{} // 1 being looked at, 2 done
	var trail []string
	var look func(name string) []string
	look = func(name string) []string {
		m := s.measures[name]
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
	for i := range s.c.Measures {
		circle := look(s.c.Measures[i].Name)
		if circle == nil {
			continue
		}
		var titles []string
		for _, name := range append(circle, circle[0]) {
			titles = append(titles, fmt.Sprintf("%q", s.measures[name].Title))
		}
		s.add(reckon.Error, code, s.measures[circle[0]].At, "These hang on each other in a circle: "+strings.Join(titles, ", "), detail)
		return true
	}
	return false
}
