package reckon

import "time"

// Date is a calendar day, counted from 1 January of the year 1 as day 1.
// The zero Date is unknown.
type Date int32

// firstDay is midnight UTC of the day before day 1, in Unix days.
const firstDay = -719163

// DateOf returns the calendar day of t in t's own time zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix()/86400 - firstDay)
}

// ParseDate reads "2006-01-02". Unix days are exact for every year from 1 on.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, err
	}
	return DateOf(t), nil
}

// Time returns midnight UTC of the day.
func (d Date) Time() time.Time { return time.Unix((int64(d)+firstDay)*86400, 0).UTC() }

// String writes "2006-01-02", or "unknown".
func (d Date) String() string {
	if d == 0 {
		return "unknown"
	}
	return d.Time().Format(time.DateOnly)
}

// MarshalText writes the date as String does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// PerYear is how many of a unit of time, "day", "week", "month" or "year", make a
// year, on average over the 400 years of the Gregorian calendar; a clock for which
// none is stated goes by the week. 0 for anything else.
func PerYear(unit string) float64 {
	switch unit {
	case "day":
		return 365.2425
	case "", "week":
		return 365.2425 / 7
	case "month":
		return 12
	case "year":
		return 1
	}
	return 0
}

// After returns the day so many steps on, a step being "day", "week", "month" or
// "year". Months and years keep the day of the month, or end with the month where it
// has no such day.
func (d Date) After(step string, steps int) Date {
	switch step {
	case "day":
		return d + Date(steps)
	case "month", "year":
		months := steps
		if step == "year" {
			months *= 12
		}
		y, m, day := d.Time().Date()
		first := time.Date(y, m+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
		last := first.AddDate(0, 1, -1).Day()
		return DateOf(first) + Date(min(day, last)-1)
	}
	return d + Date(7*steps)
}

// UnmarshalText reads what MarshalText writes.
func (d *Date) UnmarshalText(text []byte) error {
	if *d = 0; string(text) == d.String() {
		return nil
	}
	day, err := ParseDate(string(text))
	*d = day
	return err
}
