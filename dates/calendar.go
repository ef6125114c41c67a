package dates

import (
	"time"

	"reckon"
)

// span is a stretch of days, both ends included; first is 0 when unknown.
type span struct{ first, last reckon.Date }

func (s span) known() bool { return s.first != 0 }

func oneDay(d reckon.Date) span { return span{d, d} }

// date gives a day, or 0 when the month has no such day or the year is out of range.
func date(y, m, d int) reckon.Date {
	if y < 1 || y > 9999 || m < 1 || m > 12 || d < 1 || d > 31 {
		return 0
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Day() != d {
		return 0
	}
	return reckon.DateOf(t)
}

func yearSpan(y int) span { return span{date(y, 1, 1), date(y, 12, 31)} }

func monthSpan(y, m int) span {
	first := date(y, m, 1)
	if first == 0 {
		return span{}
	}
	return span{first, first.After("month", 1) - 1}
}

func decadeSpan(y int) span { return span{date(y, 1, 1), date(y+9, 12, 31)} }

// seasonSpan gives three months, the northern meteorological season; winter
// begins in December of the year.
func seasonSpan(y, season int) span {
	first := date(y, 3*(season+1), 1)
	return span{first, first.After("month", 3) - 1}
}

func year(d reckon.Date) int { return d.Time().Year() }

func month(d reckon.Date) int { return int(d.Time().Month()) }

// unitSpan gives the day, week (from Monday), month, year, decade or century
// that a day lies in.
func unitSpan(d reckon.Date, unit string) span {
	switch unit {
	case "week":
		first := d - reckon.Date((int(d.Time().Weekday())+6)%7)
		return span{first, first + 6}
	case "weekend":
		first := unitSpan(d, "week").first
		return span{first + 5, first + 6}
	case "month":
		return monthSpan(year(d), month(d))
	case "year":
		return yearSpan(year(d))
	case "decade":
		return decadeSpan(year(d) / 10 * 10)
	case "century":
		y := year(d) / 100 * 100
		return span{date(max(y, 1), 1, 1), date(y+99, 12, 31)}
	}
	return oneDay(d)
}

// shift moves a day by a number of units; decades and centuries are years. What
// would leave the calendar gives 0.
func shift(d reckon.Date, unit string, n int) reckon.Date {
	switch unit {
	case "decade":
		unit, n = "year", 10*n
	case "century":
		unit, n = "year", 100*n
	case "weekend":
		unit = "week"
	}
	if d == 0 || n > 3000 || n < -3000 || unit == "year" && (year(d)+n < 1 || year(d)+n > 9999) {
		return 0
	}
	return max(d.After(unit, n), 0)
}

// third narrows a span to its first, middle or last third.
func (s span) third(part int) span {
	if !s.known() || part == 0 {
		return s
	}
	n := (s.last - s.first + 1) / 3
	switch part {
	case early:
		return span{s.first, s.first + n - 1}
	case mid:
		return span{s.first + n, s.last - n}
	}
	return span{s.last - n + 1, s.last}
}

const (
	early = 1 + iota
	mid
	late
)

// newYear gives the first day of a year of the Iranian solar calendar, by the
// cycle of 8 leap years in 33, which is that of the calendar from 1178 to 1633.
func newYear(y int) reckon.Date {
	return date(2025, 3, 21) + reckon.Date(365*(y-1404)+(8*y+21)/33-(8*1404+21)/33)
}

// persian gives the days of a year, or of a month of it, of the Iranian calendar.
func persian(y, m, d int) span {
	if y < 1178 || y > 1633 {
		return span{}
	}
	if m == 0 {
		return span{newYear(y), newYear(y+1) - 1}
	}
	first := newYear(y) + reckon.Date(31*(m-1)-max(0, m-7))
	end := newYear(y+1) - 1
	if m < 12 {
		end = newYear(y) + reckon.Date(31*m-max(0, m-6)) - 1
	}
	if d == 0 {
		return span{first, end}
	}
	if day := first + reckon.Date(d-1); day <= end {
		return oneDay(day)
	}
	return span{}
}
