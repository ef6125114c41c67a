package trial

import (
	"math"

	"reckon"
)

// known returns the values of the measures as they stood on a day: the last
// observation on or before it, never a later one; before the first observation
// the start value. NaN is unknown.
func known(c *reckon.Case, day reckon.Date) func(name string) float64 {
	return func(name string) float64 {
		value, seen := math.NaN(), reckon.Date(0)
		for i := range c.Measures {
			if c.Measures[i].Name == name {
				value = c.Measures[i].Start
			}
		}
		for i := range c.Observations {
			if o := &c.Observations[i]; o.Measure == name && o.Date <= day && o.Date >= seen {
				value, seen = o.Value, o.Date
			}
		}
		return value
	}
}
