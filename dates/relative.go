package dates

import (
	"time"

	"reckon"
)

// relative reads a date that leans on another or on the day of publication.
func (r *reader) relative(i int) (point, int) {
	switch r.word(i) {
	case "today", "tonight":
		if r.word(i-1) == "usa" {
			return point{}, i
		}
		return r.away(0), i + 1
	case "yesterday":
		return r.away(-1), i + 1
	case "tomorrow":
		return r.away(1), i + 1
	case "last", "past", "previous", "this", "next", "coming", "following", "same", "current", "that":
		return r.turn(i, i)
	case "the":
		return r.definite(i)
	case "in", "over", "during", "within", "for":
		return r.lasting(i)
	case "decades", "years", "centuries", "months", "weeks", "days":
		if r.word(i+1) == "ago" || r.word(i+1) == "earlier" && r.word(i) != "days" {
			return longAgo(r.word(i)), i + 2
		}
	case "recently", "lately", "nowadays":
		return point{}, i
	}
	return r.counted(i)
}

// away is a day so many days from publication.
func (r *reader) away(days int) point {
	p := point{unit: "day", relative: true, basis: basisPublished}
	if r.published != 0 {
		p.span = oneDay(r.published + reckon.Date(days))
	}
	return p
}

func longAgo(unit string) point {
	p := point{unit: units[unit], relative: true, basis: basisPublished}
	if unit == "decades" || unit == "years" || unit == "centuries" {
		p.basis = basisLongAgo
	}
	return p
}

// turn reads "last week", "this month", "next Monday", "the same day" from its
// second word; from is where the date begins.
func (r *reader) turn(from, i int) (point, int) {
	w, k := r.word(i), i+1
	if n, ok := weekdays[r.word(k)]; ok && r.upper(k) {
		switch w {
		case "last", "past", "previous":
			return r.onWeekday(n, -1), k + 1
		case "next", "coming":
			return r.onWeekday(n, 1), k + 1
		case "this":
			return r.onWeekday(n, 0), k + 1
		}
		return point{}, from
	}
	if m, ok := months[r.word(k)]; ok && r.upper(k) && (w == "last" || w == "past" || w == "next" || w == "this" || w == "coming") {
		return r.turnMonth(w, m, k)
	}
	if s, ok := seasons[r.word(k)]; ok && (w == "last" || w == "past" || w == "next" || w == "this" || w == "coming") {
		return r.turnSeason(w, s), k + 1
	}
	unit := units[r.word(k)]
	if unit == "" || r.word(k) != "century" && r.word(k)[len(r.word(k))-1] == 's' {
		return point{}, from
	}
	base, basis := r.published, basisPublished
	n := 0
	switch w {
	case "last", "past", "previous":
		n = -1
	case "next", "coming":
		n = 1
	case "following":
		base, basis, n = r.anchor.last, basisBefore, 1
	case "same", "that":
		base, basis = r.anchor.first, basisBefore
		if unit == "day" && r.anchor.unit != "day" {
			base = 0
		}
	}
	if from < i && (w == "next" || w == "previous") && r.anchor.known() && r.anchor.unit == "day" && r.at-r.when <= 2 {
		base, basis = r.anchor.first, basisBefore // "the next day" of a story
	}
	if w == "that" && (base == 0 || from < i) {
		return point{}, from
	}
	if night := r.word(k); night == "night" && w == "last" {
		unit = "day"
	}
	return r.around(base, basis, unit, n), k + 1
}

// around is the unit that lies n units from the one that holds a day.
func (r *reader) around(base reckon.Date, basis, unit string, n int) point {
	p := point{unit: unit, relative: true, basis: basis}
	if d := shift(base, unit, n); base != 0 && d != 0 {
		p.span = unitSpan(d, unit)
	}
	return p
}

func (r *reader) turnMonth(w string, m, k int) (point, int) {
	p := point{unit: "month", month: m, relative: true, basis: basisPublished}
	to := k + 1
	if d := dayNumber(r.word(k + 1)); d > 0 && !r.counts(k+1) {
		p.unit, p.day, to = "day", d, k+2
	}
	if r.published == 0 {
		return p, to
	}
	y := year(r.published)
	switch past := m < month(r.published); {
	case (w == "last" || w == "past") && !past:
		y--
	case (w == "next" || w == "coming") && m <= month(r.published):
		y++
	}
	return r.inYear(p, y), to
}

func (r *reader) turnSeason(w string, s int) point {
	p := point{unit: "season", month: s, relative: true, basis: basisPublished}
	if r.published == 0 {
		return p
	}
	for y := year(r.published) - 2; y <= year(r.published)+2; y++ {
		q := seasonSpan(y, s)
		switch w {
		case "last", "past":
			if q.last < r.published {
				p.span = q
			}
		case "this":
			if gap(q.first+45, r.published) <= 183 && !p.known() {
				p.span = q
			}
		default:
			if q.first > r.published && !p.known() {
				p.span = q
			}
		}
	}
	return p
}

// onWeekday is the weekday nearest before publication, the day itself included;
// in a sentence about what is to come the nearest after. Turn -1 and 1 force it.
func (r *reader) onWeekday(day, turn int) point {
	p := point{unit: "day", relative: true, basis: basisPublished}
	if r.published == 0 {
		return p
	}
	today := int(r.published.Time().Weekday())
	back := (today - day + 7) % 7
	forward := (day - today + 7) % 7
	switch {
	case turn < 0 && back == 0:
		back = 7
	case turn > 0 && forward == 0:
		forward = 7
	}
	if turn > 0 || turn == 0 && r.ahead && time.Weekday(day) != r.published.Time().Weekday() {
		p.span = oneDay(r.published + reckon.Date(forward))
		return p
	}
	p.span = oneDay(max(r.published-reckon.Date(back), 1))
	return p
}

// definite reads "the same day", "the following week", "the past two years".
func (r *reader) definite(i int) (point, int) {
	switch r.word(i + 1) {
	case "same", "following", "next", "previous", "coming", "current", "last", "past":
	default:
		return point{}, i
	}
	if p, to := r.turn(i, i+1); to > i {
		return p, to
	}
	return r.window(i, i+1)
}

// lasting reads "in the past five or six years", "over the next four years",
// "within two weeks", "in recent weeks".
func (r *reader) lasting(i int) (point, int) {
	k := i + 1
	if r.word(k) == "the" {
		k++
	}
	switch w := r.word(k); w {
	case "past", "last", "next", "coming", "previous", "following":
		if p, to := r.window(i, k); to > i {
			return p, to
		}
		return point{}, i
	case "recent":
		if u := units[r.word(k+1)]; u != "" {
			return point{unit: u, relative: true, basis: basisPublished}, k + 2
		}
	}
	if r.word(i) != "within" && r.word(i) != "in" {
		return point{}, i
	}
	_, n, to := r.count(i + 1)
	unit := units[r.word(to)]
	if to == i+1 || unit == "" || n < 0 || r.word(to+1) == "ago" || !r.ahead && r.word(i) == "in" {
		return point{}, i
	}
	p := point{unit: unit, relative: true, basis: basisPublished}
	if d := shift(r.published, unit, n); d != 0 {
		p.span = span{r.published, d}
	}
	return p, to + 1
}

// window reads "past five or six years" from its first word: from then to
// publication, or from publication on.
func (r *reader) window(from, k int) (point, int) {
	_, n, to := r.count(k + 1)
	unit := units[r.word(to)]
	if unit == "" {
		return point{}, from
	}
	if to == k+1 { // "the past year": one unit; "the past years": unknown how many
		if w := r.word(to); w != "century" && w[len(w)-1] == 's' {
			n = -1
		} else {
			n = 1
		}
	}
	p := point{unit: unit, relative: true, basis: basisPublished}
	if n < 0 || r.published == 0 {
		return p, to + 1
	}
	switch r.word(k) {
	case "next", "coming", "following":
		if d := shift(r.published, unit, n); d != 0 {
			p.span = span{r.published, d}
		}
	default:
		if d := shift(r.published, unit, -n); d != 0 {
			p.span = span{d, r.published}
		}
	}
	p.attributed = true
	return p, to + 1
}

// count reads "five", "five or six", "a few", "twenty-one", "a couple of". High is
// -1 for what cannot be counted; to is i when there is no number.
func (r *reader) count(i int) (low, high, to int) {
	w := r.word(i)
	if w == "a" && vagueNumbers[r.word(i+1)] {
		return -1, -1, i + 2
	}
	if vagueNumbers[w] {
		return -1, -1, i + 1
	}
	low, to = r.cardinal(i)
	if to == i {
		return 0, 0, i
	}
	if w := r.word(to); w == "or" || w == "to" || w == "-" || w == "–" {
		if high, end := r.cardinal(to + 1); end > to+1 && high > low {
			return low, high, end
		}
	}
	return low, low, to
}

func (r *reader) cardinal(i int) (n, to int) {
	w := r.word(i)
	if n := number(w); n >= 0 && n < 1000 {
		return n, i + 1
	}
	n, ok := numerals[w]
	if !ok {
		return 0, i
	}
	switch {
	case (w == "a" || w == "an") && r.word(i+1) == "couple":
		if r.word(i+2) == "of" {
			return 2, i + 3
		}
		return 2, i + 2
	case w == "a" && r.word(i+1) == "hundred":
		return 100, i + 2
	case n >= 20 && r.word(i+1) == "-" && numerals[r.word(i+2)] > 0:
		return n + numerals[r.word(i+2)], i + 3
	}
	return n, i + 1
}

// counted reads "two years ago", "four days later", "a year earlier", "two weeks
// after" (the date before).
func (r *reader) counted(i int) (point, int) {
	low, high, k := r.count(i)
	if k == i {
		return point{}, i
	}
	unit := units[r.word(k)]
	if unit == "" {
		return point{}, i
	}
	vague := high < 0
	p := point{unit: unit, relative: true}
	switch r.word(k + 1) {
	case "ago":
		p.basis = basisPublished
		if vague && (unit == "year" || unit == "decade" || unit == "century") {
			p.basis = basisLongAgo
		}
		if d := shift(r.published, unit, -high); !vague && d != 0 {
			p.span = coarse(d, shift(r.published, unit, -low), unit)
		}
	case "later", "afterward", "afterwards":
		p = r.fromAnchor(p, unit, high, vague)
	case "earlier", "before", "beforehand", "prior":
		if r.word(k+1) == "before" && r.word(k+2) != "," && r.word(k+2) != "." && r.word(k+2) != "" {
			return point{}, i
		}
		p = r.fromAnchor(p, unit, -high, vague)
	default:
		return point{}, i
	}
	return p, k + 2
}

// coarse widens "two years ago" to the month, and more to the year: nobody means a day.
func coarse(first, last reckon.Date, unit string) span {
	switch unit {
	case "year":
		return span{yearSpan(year(first)).first, yearSpan(year(last)).last}
	case "month":
		return span{monthSpan(year(first), month(first)).first, monthSpan(year(last), month(last)).last}
	case "decade", "century":
		return span{decadeSpan(year(first) / 10 * 10).first, decadeSpan(year(last) / 10 * 10).last}
	case "week":
		return span{unitSpan(first, "week").first, unitSpan(last, "week").last}
	}
	return span{first, last}
}

// fromAnchor is so many units after the date in focus, which must be as fine as the unit.
func (r *reader) fromAnchor(p point, unit string, n int, vague bool) point {
	p.basis = basisBefore
	if !r.anchor.known() || vague || r.at-r.when > 8 {
		return p
	}
	fine := r.anchor.unit == "day" || unit == "year" || unit == "decade" || unit == r.anchor.unit || unit == "month" && r.anchor.unit == "month"
	if !fine {
		return p
	}
	first := shift(r.anchor.first, unit, n)
	if first == 0 {
		return p
	}
	switch {
	case r.anchor.unit == "day" && (unit == "day" || unit == "week"):
		p.span = oneDay(first)
		p.unit = "day"
	case r.anchor.unit == "day" && unit == "month", r.anchor.unit == "month":
		p.span = monthSpan(year(first), month(first))
		p.unit = "month"
	default:
		p.span = yearSpan(year(first))
		p.unit = "year"
	}
	return p
}
