package dates

import (
	"strings"

	"reckon/grammar"
)

// point reads one date: day, month, season, year, decade or century. Dates
// without year are not yet resolved.
func (r *reader) point(i int) (point, int) {
	w := r.word(i)
	if w == "" {
		return point{}, i
	}
	switch w {
	case "the":
		if p, to := r.point(i + 1); to > i+1 && (p.unit != "day" || p.month > 0) {
			return p, to
		}
		return point{}, i
	case "early", "late", "mid", "middle", "end", "beginning", "start":
		return r.part(i)
	}
	if p, to := r.iso(i); to > i {
		return p, to
	}
	if _, ok := months[w]; ok {
		return r.monthFirst(i)
	}
	if w[0] >= '0' && w[0] <= '9' {
		if p, to := r.dayFirst(i); to > i {
			return p, to
		}
		return r.yearOrDecade(i)
	}
	if _, ok := weekdays[w]; ok {
		return r.weekdayFirst(i)
	}
	if _, ok := seasons[w]; ok {
		return r.season(i)
	}
	if n, ok := ordinals[w]; ok && r.word(i+1) == "century" {
		return r.century(n), i + 2
	}
	if w == "'" || w == "’" || strings.HasPrefix(w, "'") || strings.HasPrefix(w, "’") {
		return r.shortDecade(i)
	}
	return r.persianDate(i)
}

// part reads "early", "mid" and "late" before a month or year.
func (r *reader) part(i int) (point, int) {
	part, k := early, i+1
	switch r.word(i) {
	case "mid", "middle":
		part = mid
	case "late", "end":
		part = late
	}
	if w := r.word(i); w == "middle" || w == "end" || w == "beginning" || w == "start" {
		if r.word(k) != "of" {
			return point{}, i
		}
		k++
	}
	if r.word(k) == "-" {
		k++
	}
	p, to := r.point(k)
	if to <= k || p.unit == "day" || p.unit == "" {
		return point{}, i
	}
	p.part = part
	p.span = p.third(part)
	return p, to
}

// iso reads 2026-01-17, whether the tokens split it or not.
func (r *reader) iso(i int) (point, int) {
	start := r.s.Tokens[i].Start
	text := r.t.Document.Text[start:r.s.End]
	if len(text) < 10 || text[4] != '-' || text[7] != '-' {
		return point{}, i
	}
	y, m, d := number(text[:4]), number(text[5:7]), number(text[8:10])
	first := date(y, m, d)
	if first == 0 {
		return point{}, i
	}
	for k := i; k < len(r.s.Tokens) && r.s.Tokens[k].End <= start+10; k++ {
		if r.s.Tokens[k].End == start+10 {
			return point{span: oneDay(first), unit: "day"}, k + 1
		}
	}
	return point{}, i
}

// dayNumber reads 17 or 17th; 0 otherwise.
func dayNumber(w string) int {
	if len(w) > 2 {
		switch w[len(w)-2:] {
		case "st", "nd", "rd", "th":
			w = w[:len(w)-2]
		}
	}
	if n := number(w); n >= 1 && n <= 31 && len(w) <= 2 {
		return n
	}
	return 0
}

// yearAfter reads a year after a day or month, with or without comma or "of".
func (r *reader) yearAfter(k int) (y, to int) {
	if w := r.word(k); w == "," || w == "of" {
		k++
	}
	if y := yearNumber(r.word(k)); y > 0 {
		return y, k + 1
	}
	return 0, 0
}

// yearNumber reads four digits as a year from 1000 to 2199; 0 otherwise.
func yearNumber(w string) int {
	if n := number(w); len(w) == 4 && n >= 1000 && n < 2200 {
		return n
	}
	return 0
}

// monthFirst reads "January 17, 2026", "Jan. 17", "January 2026", "January".
func (r *reader) monthFirst(i int) (point, int) {
	if !r.upper(i) {
		return point{}, i
	}
	m, k := months[r.word(i)], i+1
	if r.word(k) == "." {
		k++
	}
	if r.word(k) == "the" && dayNumber(r.word(k+1)) > 0 && !allDigits(r.word(k+1)) {
		k++
	}
	if d := dayNumber(r.word(k)); d > 0 && !r.counts(k) {
		if y, to := r.yearAfter(k + 1); to > 0 && date(y, m, d) != 0 {
			return point{span: oneDay(date(y, m, d)), unit: "day"}, to
		}
		return point{unit: "day", month: m, day: d, yearless: true}, k + 1
	}
	if y, to := r.yearAfter(k); to > 0 {
		return point{span: monthSpan(y, m), unit: "month"}, to
	}
	if w := r.word(i); !r.monthAlone(i, w) {
		return point{}, i
	}
	return point{unit: "month", month: m, yearless: true}, i + 1
}

func allDigits(w string) bool { return number(w) >= 0 }

// counts reports whether a number after a month counts something: "May 20 people".
func (r *reader) counts(k int) bool {
	w := r.word(k + 1)
	return w == "%" || w == "percent" || w == "years" || r.word(k+1) != "" && r.s.Tokens[min(k+1, len(r.s.Tokens)-1)].Tag == grammar.Noun && strings.HasSuffix(w, "s") && allDigits(r.word(k))
}

// monthAlone reports whether a month's name without day or year is one: what is
// also a name or verb needs a word of time before it.
func (r *reader) monthAlone(i int, w string) bool {
	switch w {
	case "may", "march", "mar", "april", "june", "august", "jan", "dec", "jun", "sep", "oct":
	default:
		return len(w) > 4 || strings.HasSuffix(w, ".") || w == "july"
	}
	switch r.word(i - 1) {
	case "in", "since", "until", "till", "by", "last", "next", "this", "early", "late", "mid", "of", "from", "to", "and", "between", "through", "during", "before", "after", "-":
	default:
		return false
	}
	next := r.word(i + 1)
	return next == "" || next[0] < 'a' || !r.upper(i+1) && w != "may" || w != "march" && !r.upper(i+1)
}

// dayFirst reads "17 January 2026" and "17th of January".
func (r *reader) dayFirst(i int) (point, int) {
	d, k := dayNumber(r.word(i)), i+1
	if d == 0 {
		return point{}, i
	}
	if r.word(k) == "of" {
		k++
	}
	if m, ok := persianMonths[r.word(k)]; ok && r.upper(k) {
		return r.persianDay(d, m, k+1)
	}
	m, ok := months[r.word(k)]
	if !ok || !r.upper(k) {
		return point{}, i
	}
	if y, to := r.yearAfter(k + 1); to > 0 && date(y, m, d) != 0 {
		return point{span: oneDay(date(y, m, d)), unit: "day"}, to
	}
	return point{unit: "day", month: m, day: d, yearless: true}, k + 1
}

// weekdayFirst reads "Monday, January 17"; a mere weekday leans on publication.
func (r *reader) weekdayFirst(i int) (point, int) {
	if !r.upper(i) {
		return point{}, i
	}
	k := i + 1
	if r.word(k) == "," {
		k++
	}
	if p, to := r.point(k); to > k && p.unit == "day" && (p.month > 0 || p.known() && !p.relative) {
		return p, to
	}
	return r.onWeekday(weekdays[r.word(i)], 0), i + 1
}

// season reads "summer 2019" and "the summer of 2019".
func (r *reader) season(i int) (point, int) {
	y, to := r.yearAfter(i + 1)
	if to == 0 {
		return point{}, i
	}
	return point{span: seasonSpan(y, seasons[r.word(i)]), unit: "season"}, to
}

// yearOrDecade reads "2018", "1980s", "2017-2019" and "21st century".
func (r *reader) yearOrDecade(i int) (point, int) {
	w := r.word(i)
	if n := strings.TrimSuffix(w, "s"); n != w && len(n) == 4 && n[3] == '0' && yearNumber(n) > 0 {
		return point{span: decadeSpan(yearNumber(n)), unit: "decade", attributed: true}, i + 1
	}
	if a, b, ok := strings.Cut(strings.ReplaceAll(w, "–", "-"), "-"); ok && yearNumber(a) > 0 && yearNumber(b) > yearNumber(a) {
		return point{span: span{yearSpan(yearNumber(a)).first, yearSpan(yearNumber(b)).last}, unit: "year"}, i + 1
	}
	if n := number(strings.TrimRight(w, "stndrh")); n > 0 && n < 30 && r.word(i+1) == "century" {
		return r.century(n), i + 2
	}
	y := yearNumber(w)
	if p, to := r.persianYear(i); to > i {
		return p, to
	}
	if y == 0 || !r.isYear(i, y) {
		return point{}, i
	}
	return point{span: yearSpan(y), unit: "year", attributed: r.attributed(i)}, i + 1
}

func (r *reader) century(n int) point {
	return point{span: span{date(100*n-99, 1, 1), date(100*n, 12, 31)}, unit: "century"}
}

// shortDecade reads "the '80s".
func (r *reader) shortDecade(i int) (point, int) {
	w, to := strings.TrimLeft(r.word(i), "'’"), i+1
	if w == "" {
		w, to = r.word(i+1), i+2
	}
	if len(w) == 3 && w[1] == '0' && w[2] == 's' && w[0] >= '1' && w[0] <= '9' {
		return point{span: decadeSpan(1900 + 10*int(w[0]-'0')), unit: "decade", attributed: true}, to
	}
	return point{}, i
}

// isYear reports whether four digits are a year: by the word before, or because
// a mark, a name or nothing follows. Counts and amounts are none.
func (r *reader) isYear(i, y int) bool {
	before, after := r.word(i-1), r.word(i+1)
	if y < 1500 && before != "in" && before != "year" {
		return false
	}
	switch before {
	case "$", "€", "£", "¥", "#", "no.", "than", "nearly", "almost", "over", "about", "approximately", "some", "least", "most", "roughly", "only", "another", "exactly", "up", "page", "room", "flight", "article", "section", "resolution":
		return false
	}
	switch after {
	case "%", "percent", "people", "men", "women", "troops", "soldiers", "dollars", "euros", "pounds", "miles", "kilometers", "kilometres", "km", "tons", "tonnes", "feet", "meters", "metres", "a.m.", "p.m.", "hours", "gmt", "times", "members", "children", "casualties", "million", "billion", "barrels":
		return y >= 1900 && r.plural(i+1) && strongYear[before] && before != "the" && y%100 != 0
	}
	if r.plural(i+1) && (!strongYear[before] || y%100 == 0) {
		return false
	}
	if beforeYear[before] {
		return before != "the" && before != "for" && before != "or" && before != "and" && before != "to" || y >= 1800 && y < 2100
	}
	if y < 1800 || y > 2100 {
		return false
	}
	_, m := months[before]
	return m || after == "" || after == ")" || after == "," || before == "," || before == "" || r.upper(i-1) || before == "-" || before == "–" || r.s.Tokens[max(i-1, 0)].Tag == grammar.Adjective
}

// plural reports whether a token is a plural noun, by its tag or its ending.
func (r *reader) plural(k int) bool {
	if k >= len(r.low) {
		return false
	}
	w := r.low[k]
	if f := r.s.Tokens[k].Form; f != "" {
		return f == "NNS"
	}
	return !r.upper(k) && len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && w != "was" && w != "sanctions" && w != "this" && w != "has"
}

// attributed reports whether a year names an event: "the 1979 revolution".
func (r *reader) attributed(i int) bool {
	switch r.word(i - 1) {
	case "the", "'s", "’s", "its", "his", "their", "a", "this", "that":
	default:
		return false
	}
	next := r.word(i + 1)
	return next != "" && (next[0] >= 'a' && next[0] <= 'z' || r.upper(i+1))
}
