package dates

import (
	"strings"

	"reckon"
	"reckon/grammar"
)

// What a date leans on.
const (
	basisPublished = "the day of publication"
	basisBefore    = "the date before"
	basisYear      = "the year of the date before"
	basisLater     = "the year of the date after"
	basisLongAgo   = "a time long past"
	basisNothing   = "a date that is not given"
)

// reader goes through a text from left to right and keeps the date in focus.
type reader struct {
	t         *grammar.Text
	published reckon.Date
	found     []Expression

	s      *grammar.Sentence
	at     int
	low    []string
	will   bool  // the sentence says will
	ahead  bool  // the sentence speaks of what is to come
	anchor point // last date that was resolved and not only the name of an event
	when   int   // sentence of the anchor
}

// point is a date as read: what it says and, once resolved, its days.
type point struct {
	span
	unit       string // day, week, month, season, year, decade, century
	month, day int    // of a date without year; month is 0 for a mere weekday
	yearless   bool
	relative   bool
	attributed bool // names an event rather than a time: "the 1979 revolution"
	part       int  // early, mid, late
	basis      string
}

func (r *reader) sentence(at int) {
	r.at, r.s = at, &r.t.Sentences[at]
	r.low, r.ahead = r.low[:0], false
	r.will = false
	digits := false
	quoted := false // what is foretold in somebody's words says nothing of when he spoke
	for i := range r.s.Tokens {
		w := strings.ToLower(r.s.Tokens[i].Text)
		r.low = append(r.low, w)
		digits = digits || w != "" && w[0] <= '9'
		switch w {
		case "“":
			quoted = true
		case "”":
			quoted = false
		case `"`:
			quoted = !quoted
		}
		if quoted {
			continue
		}
		r.ahead = r.ahead || ahead[w]
		r.will = r.will || w == "will" || w == "'ll" || w == "’ll"
	}
	for i := 0; i < len(r.low); {
		p, to := r.read(i)
		if to <= i {
			i++
			continue
		}
		r.add(i, to, p)
		i = to
	}
}

// add writes a date down and makes it the one in focus.
func (r *reader) add(from, to int, p point) {
	e := Expression{Sentence: r.at, From: from, To: to, First: p.first, Last: p.last, Relative: p.relative, Basis: p.basis}
	r.found = append(r.found, e)
	if p.known() && !p.attributed && p.unit != "decade" && p.unit != "century" {
		r.anchor, r.when = p, r.at
	}
}

// read reads the date that begins at a token; to is i when there is none.
func (r *reader) read(i int) (point, int) {
	if p, to := r.between(i); to > i {
		return p, to
	}
	if p, to := r.since(i); to > i {
		return p, to
	}
	if p, to := r.relative(i); to > i {
		return p, to
	}
	p, to := r.point(i)
	if to <= i {
		return p, i
	}
	if q, end := r.stretch(p, to); end > to {
		return q, end
	}
	return r.resolve(p), to
}

// word gives a token in lower case, "" outside the sentence.
func (r *reader) word(i int) string {
	if i < 0 || i >= len(r.low) {
		return ""
	}
	return r.low[i]
}

// upper reports whether a token begins with a capital.
func (r *reader) upper(i int) bool {
	return i >= 0 && i < len(r.s.Tokens) && r.s.Tokens[i].Text[0] >= 'A' && r.s.Tokens[i].Text[0] <= 'Z'
}

// number reads a token of digits alone; -1 otherwise.
func number(text string) int {
	if text == "" || len(text) > 6 {
		return -1
	}
	n := 0
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return -1
		}
		n = 10*n + int(text[i]-'0')
	}
	return n
}

// between reads "between X and Y" and "from X to Y".
func (r *reader) between(i int) (point, int) {
	link := ""
	switch r.word(i) {
	case "between":
		link = "and"
	case "from":
		link = "to"
	default:
		return point{}, i
	}
	p, k := r.point(i + 1)
	if k <= i+1 {
		return point{}, i
	}
	if w := r.word(k); w != link && (link != "to" || w != "until" && w != "through" && w != "till") {
		return point{}, i
	}
	q, to := r.point(k + 1)
	if to <= k+1 {
		return point{}, i
	}
	return r.join(p, q), to
}

// stretch reads what follows a first date in "January 5–7", "1980-88", "March to May 2020".
func (r *reader) stretch(p point, k int) (point, int) {
	switch r.word(k) {
	case "-", "–", "—", "to", "through", "until":
	default:
		return p, k
	}
	if mark := r.word(k); (mark == "—" || mark == "-" || mark == "–") && !r.tight(k) && p.unit != "day" {
		return p, k
	}
	if n := number(r.word(k + 1)); n > 0 {
		switch {
		case p.unit == "day" && p.yearless && n > p.day && n <= 31 && r.word(k+2) != "%":
			q := p
			q.day = n
			if y, to := r.yearAfter(k + 2); to > 0 {
				p.yearless, q.yearless = false, false
				p.span, q.span = oneDay(date(y, p.month, p.day)), oneDay(date(y, q.month, q.day))
				return r.join(p, q), to
			}
			return r.join(p, q), k + 2
		case p.unit == "year" && n < 100 && len(r.word(k+1)) == 2 && p.known() && n > year(p.first)%100:
			q := p
			q.span = yearSpan(year(p.first)/100*100 + n)
			return r.join(p, q), k + 2
		}
	}
	q, to := r.point(k + 1)
	if to <= k+1 || q.unit != p.unit {
		return p, k
	}
	return r.join(p, q), to
}

// tight reports whether a mark stands between two tokens without space.
func (r *reader) tight(k int) bool {
	t := r.s.Tokens
	return k > 0 && k+1 < len(t) && t[k-1].End == t[k].Start && t[k].End == t[k+1].Start
}

// join makes one span of two dates. The first takes its year from the second
// where only that has one.
func (r *reader) join(p, q point) point {
	switch {
	case p.yearless && !q.yearless && q.known():
		p = r.inYear(p, year(q.first))
		if p.first > q.last {
			p = r.inYear(p, year(q.first)-1)
		}
		p.basis = basisLater
	case !p.yearless && p.known() && q.yearless:
		q = r.inYear(q, year(p.first))
		if q.last < p.first {
			q = r.inYear(q, year(p.first)+1)
		}
	default:
		p = r.resolve(p)
		if q.yearless && p.known() {
			q = r.inYear(q, year(p.first))
			if q.last < p.first {
				q = r.inYear(q, year(p.first)+1)
			}
		} else {
			q = r.resolve(q)
		}
	}
	p.relative = p.relative || q.relative || p.basis != ""
	if !p.known() || !q.known() || q.last < p.first {
		return point{unit: p.unit, relative: p.relative, basis: p.basis}
	}
	p.last = q.last
	return p
}

// since reads "since 2017": from then to the day of publication.
func (r *reader) since(i int) (point, int) {
	if r.word(i) != "since" {
		return point{}, i
	}
	p, to := r.point(i + 1)
	if to <= i+1 {
		if p, to = r.relative(i + 1); to <= i+1 {
			return point{}, i
		}
	} else {
		p = r.resolve(p)
	}
	p.attributed = true
	if p.known() {
		p.last = 0
		if r.published >= p.first {
			p.last, p.relative, p.basis = r.published, true, basisPublished
		}
	}
	return p, to
}

// inYear sets a date without year into a year.
func (r *reader) inYear(p point, y int) point {
	switch p.unit {
	case "day":
		p.span = oneDay(date(y, p.month, p.day))
	case "month":
		p.span = monthSpan(y, p.month)
	case "season":
		p.span = seasonSpan(y, p.month)
	}
	if p.known() {
		p.span = p.third(p.part)
		p.yearless = false
	}
	p.relative = true
	return p
}

// resolve finds the year of a date without one: that of the date in focus when
// it is near in the text, else the year that brings it nearest to publication.
func (r *reader) resolve(p point) point {
	if !p.yearless {
		return p
	}
	base, basis := r.published, basisPublished
	if near := r.at - r.when; !r.foretold() && r.anchor.known() && (near <= 1 || near <= 8 && r.anchor.unit != "year" || base == 0) && r.anchor.unit != "season" {
		base, basis = r.anchor.first, basisYear
		if r.anchor.unit == "year" {
			p = r.inYear(p, year(base))
			p.basis = basis
			return p
		}
	}
	if base == 0 {
		p.relative, p.basis = true, basisNothing
		return p
	}
	best := p
	for y := year(base) - 1; y <= year(base)+1; y++ {
		q := r.inYear(p, y)
		if !q.known() {
			continue
		}
		if basis == basisPublished && (p.unit != "day" && !r.ahead && q.first > base || r.will && q.last < base) {
			continue
		}
		if !best.known() || gap(q.first, base) < gap(best.first, base) {
			best = q
		}
	}
	best.basis = basis
	best.relative = true
	return best
}

// foretold reports whether a date without year is of what is to come, so that it
// leans on the day of publication and not on a past date before it in the text. A
// date of the same sentence, or one as fine and near, goes on to tell.
func (r *reader) foretold() bool {
	if !r.ahead || r.when == r.at {
		return false
	}
	if r.published == 0 {
		return r.anchor.unit == "year"
	}
	return r.anchor.known() && r.anchor.last < r.published && year(r.anchor.first) <= year(r.published)
}

func gap(a, b reckon.Date) reckon.Date {
	if a > b {
		return a - b
	}
	return b - a
}
