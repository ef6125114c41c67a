package reckon

import (
	"math"
	"slices"
	"strings"
)

// Measure is a number that moves in time. A measure with Is is worked out at every
// step from the others at that step; one with Next is a stock, whose value at the
// following step is Next at this one, plus Noise; one that an arena writes has then
// what the arena makes of this step; any other keeps its value.
type Measure struct {
	Name, Title, Unit string
	Low, High         float64 // bounds, which hold its values in; infinite where not stated
	Start             Spread  // its value when a run starts, unless it has been observed by then; the zero Spread is unknown. With Is: what previous, delay and smooth read before the run
	Is, Next          Expr    // at most one is stated
	Text              string  // Is or Next as written
	Noise             Spread  // what chance adds to Next at every step, in the measure's unit; its numbers may be expressions
	Arena             string  // the arena that writes it, or of whose equations it is one; "" for none
	Derived           bool    // it is an equation of its arena, and stands in no text
	Cites             []Cite
	At                Range
}

// Spread is what is held of a number: a law and its numbers. The zero Spread is
// not stated.
type Spread struct {
	Law  Law
	Args []Expr
	At   Range
}

// Law is the kind of a Spread, with the meaning of its numbers.
type Law string

// The laws of a spread.
const (
	Exact      Law = "exact"      // one number, or an expression over parameters and starts
	Between    Law = "between"    // least, greatest; any value in between is as likely
	Normal     Law = "normal"     // mean, standard deviation
	LogNormal  Law = "lognormal"  // median, standard deviation of the natural logarithm
	Triangular Law = "triangular" // least, likeliest, greatest
	Beta       Law = "beta"       // mean, standard deviation; between 0 and 1
)

// Exactly is the spread of one known number.
func Exactly(x float64) Spread {
	return Spread{Law: Exact, Args: []Expr{{Op: "number", Number: x}}}
}

// Text writes the spread as case text does; number writes one of its numbers.
func (s *Spread) Text(number func(*Expr) string) string {
	args := make([]string, len(s.Args))
	for i := range s.Args {
		args[i] = number(&s.Args[i])
	}
	list := strings.Join(args, ", ")
	switch s.Law {
	case "", Exact:
		return list
	case Between:
		return "[" + list + "]"
	case Normal, LogNormal, Triangular, Beta:
	}
	return string(s.Law) + "(" + list + ")"
}

// Stated reports whether there is anything to a spread.
func (s *Spread) Stated() bool { return s.Law != "" }

// Uncertain reports whether the number can be more than one.
func (s *Spread) Uncertain() bool { return s.Law != "" && s.Law != Exact }

// Middle returns the value in the middle of a spread whose numbers are constants:
// the number itself, the middle of an interval, the mean, the median of a
// log-normal, the likeliest of a triangular; NaN where it is not stated or hangs
// on other numbers.
func (s *Spread) Middle() float64 {
	for i := range s.Args {
		if s.Args[i].Op != "number" {
			return math.NaN()
		}
	}
	switch s.Law {
	case Exact, Normal, LogNormal, Beta:
		return s.Args[0].Number
	case Between:
		return s.Args[0].Number + float64((s.Args[1].Number-s.Args[0].Number)/2)
	case Triangular:
		return s.Args[1].Number
	}
	return math.NaN()
}

// Parameter is a number that stays the same throughout a run and may not be known
// exactly: every run draws it from Value. In expressions it reads like a measure.
type Parameter struct {
	Name, Title, Unit string
	Value             Spread // its numbers are constants
	Cites             []Cite
	At                Range
}

// Lookup is a table of points between which values are read off, x ascending. Shape
// says how: "line" joins points and keeps the end values beyond the ends, "extend"
// carries the outer lines on, "step" keeps a point's value until the next.
type Lookup struct {
	Name, Title string
	Points      [][2]float64
	Shape       string
	Unit        string // of the values
	Cites       []Cite
	At          Range
}

// Observation is one dated value of a measure; NaN is a value known to be unknown.
type Observation struct {
	Date    Date
	Measure string
	Value   float64
	Source  string
	At      Range
}

// Measure returns the index of the named measure, or -1.
func (c *Case) Measure(name string) int {
	return slices.IndexFunc(c.Measures, func(m Measure) bool { return m.Name == name })
}

// Shown returns the measures that runs keep and show: all but the equations of
// arenas, which stand behind the others.
func (c *Case) Shown() []Measure {
	for i := range c.Measures {
		if c.Measures[i].Derived {
			return c.Measures[:i]
		}
	}
	return c.Measures
}

// Parameter returns the index of the named parameter, or -1.
func (c *Case) Parameter(name string) int {
	return slices.IndexFunc(c.Parameters, func(p Parameter) bool { return p.Name == name })
}

// MeasuresOn returns the values of the measures as they stood on a day: the last
// observation on or before it, never a later one; before the first observation
// the middle of the start. Parameters are at the middle of their spread. NaN is
// unknown, as is what the case does not declare.
func (c *Case) MeasuresOn(day Date) func(name string) float64 {
	return func(name string) float64 {
		declared := c.Measure(name)
		if declared < 0 {
			if p := c.Parameter(name); p >= 0 {
				return c.Parameters[p].Value.Middle()
			}
			return math.NaN()
		}
		value, seen := c.Measures[declared].Start.Middle(), Date(0)
		for i := range c.Observations {
			if o := &c.Observations[i]; o.Measure == name && o.Date <= day && o.Date >= seen {
				value, seen = o.Value, o.Date
			}
		}
		return value
	}
}

// Observed returns, by measure, the last value observed by a day; NaN without one.
func (c *Case) Observed(day Date) []float64 {
	values, seen := make([]float64, len(c.Measures)), make([]Date, len(c.Measures))
	for i := range values {
		values[i] = math.NaN()
	}
	for _, o := range c.Observations {
		if i := c.Measure(o.Measure); i >= 0 && o.Date <= day && o.Date >= seen[i] {
			values[i], seen[i] = o.Value, o.Date
		}
	}
	return values
}

// Unmoved says which measures have no value when a run starts, by what is known of
// each by then, and nothing that would move them: they stay unknown, which is legal
// as long as nothing is worked out from them.
func (c *Case) Unmoved(known []float64) []bool {
	list := make([]bool, len(known))
	for i, x := range known {
		own := &c.Measures[i]
		moved := own.Is.Op != "" || own.Next.Op != "" || own.Noise.Stated() || own.Arena != ""
		list[i] = math.IsNaN(x) && !own.Start.Stated() && !moved
	}
	for i := range c.Shocks {
		for _, e := range c.Shocks[i].Effects {
			if k := c.Measure(e.Measure); k >= 0 {
				list[k] = false
			}
		}
	}
	return list
}
