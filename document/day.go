package document

import (
	"strings"
	"time"

	"reckon"
)

var months = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

var monthNames = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// monthOf reads the name of a month or its short form; 0 when it is none.
func monthOf(low string) int {
	low = strings.TrimSuffix(low, ".")
	for i, m := range months {
		if strings.HasPrefix(low, m) && (low == m || low == monthNames[i] || low == "sept") {
			return i + 1
		}
	}
	return 0
}

// dateLine reads a line that gives a day and says nothing else.
func dateLine(s string) (day reckon.Date, only bool) {
	if len(s) > 120 {
		return 0, false
	}
	w := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return blank(r) || strings.ContainsRune(",|•·;()–—", r) })
	other := 0
	updated := false
	for i := 0; i < len(w); i++ {
		if found, used := dayAt(w[i:]); found != 0 {
			if day == 0 || updated && !wasUpdated(w, i) {
				day, updated = found, wasUpdated(w, i)
			}
			i += used - 1
			continue
		}
		x := strings.Trim(w[i], ":./")
		if x != "" && !dateWords[x] && !clock(x) {
			other++
		}
	}
	return day, day != 0 && other == 0
}

// wasUpdated reports that the word before a date says it is that of a change.
func wasUpdated(w []string, i int) bool {
	for _, x := range w[max(0, i-3):i] {
		switch strings.Trim(x, ":") {
		case "updated", "update", "modified", "revised":
			return true
		case "published", "posted":
			return false
		}
	}
	return false
}

// clock reports a time of day, or a bare number beside one.
func clock(x string) bool {
	x = strings.TrimRight(x, "apm.hz")
	return x == "" || strings.Trim(x, "0123456789:.+-") == "" && len(x) <= 6
}

// dayAt reads a day at the start of a row of words: "october 23 2020",
// "23 october 2020", "2020-10-23", "23/10/2020" where only one order makes sense.
func dayAt(w []string) (day reckon.Date, used int) {
	if d := isoDay(w[0]); d != 0 {
		return d, 1
	}
	if d := numericDay(w[0]); d != 0 {
		return d, 1
	}
	if len(w) < 3 {
		return 0, 0
	}
	year := number(strings.Trim(w[2], ".:"))
	if len(strings.Trim(w[2], ".:")) != 4 {
		return 0, 0
	}
	if m := monthOf(w[0]); m > 0 {
		return date(year, m, ordinalDay(w[1])), 3
	}
	if m := monthOf(w[1]); m > 0 {
		return date(year, m, ordinalDay(w[0])), 3
	}
	return 0, 0
}

// isoDay reads YYYY-MM-DD, also with a time after it, and YYYY/MM/DD.
func isoDay(s string) reckon.Date {
	if len(s) < 10 || s[4] != s[7] || s[4] != '-' && s[4] != '/' && s[4] != '.' {
		return 0
	}
	if len(s) > 10 && s[10] != 't' && s[10] != 'T' && s[10] != ' ' {
		return 0
	}
	return date(number(s[:4]), number(s[5:7]), number(s[8:10]))
}

// numericDay reads 23/10/2020 and 10/23/2020; 3/4/2020 may be either and is neither.
func numericDay(s string) reckon.Date {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == '.' })
	if len(parts) != 3 || len(parts[2]) != 4 {
		return 0
	}
	a, b, year := number(parts[0]), number(parts[1]), number(parts[2])
	switch {
	case a > 12 || a == b:
		return date(year, b, a)
	case b > 12:
		return date(year, a, b)
	}
	return 0
}

// ordinalDay reads 3, 3rd, 23th.
func ordinalDay(s string) int {
	for _, end := range []string{"st", "nd", "rd", "th", "."} {
		s = strings.TrimSuffix(s, end)
	}
	return number(s)
}

// number reads a whole number of at most four digits; -1 for anything else.
func number(s string) int {
	if s == "" || len(s) > 4 {
		return -1
	}
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' {
			return -1
		}
		n = n*10 + int(r-'0')
	}
	return n
}

// date makes a day of three numbers; 0 when there is no such day.
func date(year, month, day int) reckon.Date {
	if year < 1000 || month < 1 || month > 12 || day < 1 || day > 31 {
		return 0
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day {
		return 0
	}
	return reckon.DateOf(t)
}
