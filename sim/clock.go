package sim

import (
	"fmt"
	"math"

	"reckon"
)

// maxSteps bounds the steps of a run: a draw's key has room for so many.
const maxSteps = 1 << 20

// calendar returns the day of every step from a day on, as far as they end by
// another. Step 0 is the first day; month and year steps keep its day of the month,
// held within the month.
func calendar(step string, from, until reckon.Date) ([]reckon.Date, error) {
	var dates []reckon.Date
	for k := 0; ; k++ {
		day := from.After(step, k)
		if day > until {
			break
		}
		if k > maxSteps {
			return nil, fmt.Errorf("from %s to %s there are more than %d steps of a %s; shorten the run or lengthen the step", from, until, maxSteps, step)
		}
		dates = append(dates, day)
	}
	if len(dates) < 2 {
		return nil, fmt.Errorf("from %s to %s there is no whole step of a %s, so nothing can happen; set a later end, or an earlier start", from, until, step)
	}
	return dates, nil
}

// days returns the first and the last day of a run.
func days(c *reckon.Case, set Settings) (from, until reckon.Date, err error) {
	from, until = set.From, set.Until
	if from == 0 {
		from = c.AsOf
	}
	if from == 0 && len(c.Record) > 0 {
		from = c.Record[len(c.Record)-1].Date
	}
	if from == 0 {
		from = c.From
	}
	if until == 0 {
		until = c.Until
	}
	if until == 0 {
		for i := range c.Questions {
			_, closes := c.Questions[i].Window()
			until = max(until, closes)
		}
	}
	switch {
	case from == 0:
		return 0, 0, fmt.Errorf("nothing says on which day a run starts: state as_of or from in the case, or ask for a day")
	case until == 0:
		return 0, 0, fmt.Errorf("nothing says on which day a run ends: state until in the case, or ask for a day")
	case c.AsOf != 0 && from > c.AsOf:
		return 0, 0, fmt.Errorf("a run cannot start on %s: nothing after the as-of date, %s, may be used. Start on that day or before, or move as_of", from, c.AsOf)
	case c.From != 0 && from < c.From:
		return 0, 0, fmt.Errorf("a run cannot start on %s: the clock of the case starts on %s, and how options stood before is not known. Start on that day or later, or move from", from, c.From)
	case from > math.MaxInt32-366 || until > math.MaxInt32-366:
		return 0, 0, fmt.Errorf("the days %s to %s are beyond the calendar", from, until)
	}
	return from, until, nil
}

// stepsPer returns how much of a unit one step is.
func stepsPer(step, per string) float64 {
	if step == "" {
		step = "week"
	}
	if per == "" {
		per = step
	}
	if step == per {
		return 1
	}
	if step == "week" && per == "day" {
		return 7
	}
	if step == "day" && per == "week" {
		return 1.0 / 7
	}
	return reckon.PerYear(per) / reckon.PerYear(step)
}
