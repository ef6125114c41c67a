package reckon

import (
	"math"
	"slices"
)

// Event is one row of the record. Choice marks a row that readings are scored
// on: Took is then what the actor did and Instead what else was open to him.
// On other rows Took only carries the state forward.
type Event struct {
	ID      string
	Date    Date
	Until   Date // last day; equal to Date for a single day
	Actor   string
	Kind    string
	Title   string
	Took    Move
	Instead []Move
	Choice  bool
	Basis   string  // how we know it was his choice: "own words", "office", "reported order", "attribution"
	Weight  float64 // 0 to 1; 0 keeps the row out of every score
	Sources []string
	Note    string
	At      Range
}

// Measure is a number that moves in time.
type Measure struct {
	Name, Title, Unit string
	Low, High         float64 // bounds; infinite where not stated
	Start             float64 // NaN when unknown
	Cites             []Cite
	At                Range
}

// Observation is one dated value of a measure; NaN is a value known to be unknown.
type Observation struct {
	Date    Date
	Measure string
	Value   float64
	Source  string
	At      Range
}

// MeasuresOn returns the values of the measures as they stood on a day: the last
// observation on or before it, never a later one; before the first observation
// the start value. NaN is unknown, as is a measure that the case does not declare.
func (c *Case) MeasuresOn(day Date) func(name string) float64 {
	return func(name string) float64 {
		declared := slices.IndexFunc(c.Measures, func(m Measure) bool { return m.Name == name })
		if declared < 0 {
			return math.NaN()
		}
		value, seen := c.Measures[declared].Start, Date(0)
		for i := range c.Observations {
			if o := &c.Observations[i]; o.Measure == name && o.Date <= day && o.Date >= seen {
				value, seen = o.Value, o.Date
			}
		}
		return value
	}
}

// Question is something that will be settled by a date.
type Question struct {
	Name, Ask           string
	Opens               Date
	Closes              string // RFC 3339 with a time zone
	YesIf, NoIf, VoidIf string
	DecidedBy           []string
	When                Expr
	Text                string // When as written
	At                  Range
}
