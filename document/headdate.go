package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reckon"
)

// Labels of lines above a text, in small letters.
var (
	// authorLabels stand before whoever wrote a text.
	authorLabels = []string{
		"written by ", "story by ", "posted by ", "analysis by ", "prepared by ", "prepared by:", "drafted by ", "compiled by ",
		"by:", "by ", "author:", "authors:", "from:",
	}
	// headLabels begin lines that are never a title.
	headLabels = []string{
		"written by ", "story by ", "posted by ", "analysis by ", "prepared by", "drafted by ", "compiled by ", "by:", "author:", "authors:", "from:",
		"to:", "cc:", "for:", "date:", "distribution:", "classification:", "reference:", "ref:",
	}
	// titleLabels stand before the title of a memorandum.
	titleLabels = []string{"subject:", "re:", "title:", "topic:"}
)

// labelled tells a line that begins with a label and goes on.
func labelled(s string, labels []string) bool {
	s = strings.TrimSpace(s)
	for _, l := range labels {
		if len(s) > len(l) && strings.EqualFold(s[:len(l)], l) {
			return true
		}
	}
	return false
}

// unlabelled cuts the first of some labels off a line.
func unlabelled(s string, labels []string) string {
	s = strings.TrimSpace(s)
	for _, l := range labels {
		if len(s) > len(l) && strings.EqualFold(s[:len(l)], l) {
			return strings.TrimLeft(s[len(l):], ": ")
		}
	}
	return s
}

// dateHead takes the day of publication from a line above the text that gives it
// beside something else, then from the place and day with which the text begins.
// The text keeps both.
func (d *Document) dateHead(body int) {
	for i := range body {
		if day, ok := dateBeside(d.string(i)); ok {
			d.dated(day, "line in the text")
		}
	}
	if body < len(d.Blocks) && d.Published == 0 {
		d.dated(dateline(d.string(body), d.yearBeside(body)), "dateline")
	}
}

// dateBeside reads a header line that has a day at one end, set apart by a mark:
// "Weekly memo, 5 May 2026".
func dateBeside(s string) (day reckon.Date, ok bool) {
	if len(s) > 160 || closed(s) {
		return 0, false
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("|•·;()[]–—:\n", r) })
	if len(parts) == 1 {
		parts = strings.Split(strings.ReplaceAll(s, " - ", ", "), ", ")
	}
	for n := range min(3, len(parts)-1) { // "May 5, 2026" is two parts
		head, tail := strings.Join(parts[:n+1], " "), strings.Join(parts[len(parts)-n-1:], " ")
		if found, only := dateLine(tail); only {
			return found, true
		}
		if found, only := dateLine(head); only {
			return found, true
		}
	}
	return 0, false
}

// maxDateline is how far into a text its place and day may reach, in bytes.
const maxDateline = 90

// dateline reads the day with which a report of an agency begins: "OSLO, March 14,
// 2024 –", "OSLO (Agency), 14 March –". A year that is not said is taken from year,
// unless that is 0. It gives 0 when there is no dateline.
func dateline(s string, year int) reckon.Date {
	end := dashAt(s)
	if end <= 0 {
		return 0
	}
	words := strings.FieldsFunc(s[:end], func(r rune) bool { return blank(r) || strings.ContainsRune(",()/|;", r) })
	if len(words) < 2 || len(words) > 10 {
		return 0
	}
	var day reckon.Date
	place := 0
	for i := 0; i < len(words); i++ {
		low := lowered(words[i:])
		if found, used := dayAt(low); found != 0 {
			day, i = found, i+used-1
			continue
		}
		if found, used := dayOfYear(low, year); found != 0 {
			day, i = found, i+used-1
			continue
		}
		first, _ := utf8.DecodeRuneInString(words[i])
		switch {
		case dateWords[strings.Trim(low[0], ".")]:
		case !unicode.IsUpper(first) && !particles[low[0]]:
			return 0
		case day == 0:
			place++
		}
	}
	if place == 0 {
		return 0
	}
	return day
}

// dashAt finds the dash that ends a dateline; -1 when there is none.
func dashAt(s string) int {
	s = s[:min(len(s), maxDateline)]
	best := -1
	for _, dash := range []string{"–", "—", " - ", "--", "―"} {
		if i := strings.Index(s, dash); i >= 0 && (best < 0 || i < best) {
			best = i
		}
	}
	return best
}

func lowered(words []string) []string {
	low := make([]string, min(3, len(words)))
	for i := range low {
		low[i] = strings.ToLower(words[i])
	}
	return low
}

// dayOfYear reads "14 march" or "march 14" in a known year.
func dayOfYear(w []string, year int) (day reckon.Date, used int) {
	if year == 0 || len(w) < 2 {
		return 0, 0
	}
	if m := monthOf(w[0]); m > 0 {
		return date(year, m, ordinalDay(w[1])), 2
	}
	if m := monthOf(w[1]); m > 0 {
		return date(year, m, ordinalDay(w[0])), 2
	}
	return 0, 0
}

// yearBeside gives the one year that the lines above and below a text name; 0 when
// they name none or several.
func (d *Document) yearBeside(body int) int {
	year := 0
	for i, b := range d.Blocks {
		if i >= body && b.Kind != Footer && i < len(d.Blocks)-3 || b.End-b.Start > 200 || i == body {
			continue
		}
		for _, w := range strings.FieldsFunc(d.string(i), func(r rune) bool { return !unicode.IsDigit(r) }) {
			n := number(w)
			if len(w) != 4 || n < 1900 || n > 2100 || n == year {
				continue
			}
			if year != 0 {
				return 0
			}
			year = n
		}
	}
	return year
}
