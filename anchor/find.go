package anchor

import (
	"cmp"
	"slices"
	"strings"

	"reckon/document"
)

// Find looks for a quotation: letter by letter, then folded, then, in a text that
// has changed, by what stands around it and by likeness of its words. Of several
// places the one whose surroundings fit is taken, then the one on its page, then
// the nearest to where it was. A locator without quotation cannot be checked, so
// it is Lost with the place it names. Cost: some microseconds where the quotation
// stands, and up to a millisecond where it does not.
func (t *Text) Find(l Locator) Place {
	q := t.quotation(l)
	if q.exact == "" {
		return t.unquoted(l)
	}
	found := t.standing(q)
	switch {
	case len(found) > 0:
	case q.folded == "":
		return Place{Verdict: Lost}
	default:
		return t.changed(q)
	}
	best := slices.MinFunc(found, q.order)
	p := best.place
	p.Score, p.Verdict = 1, Folded
	if p.Text == q.exact {
		p.Verdict = Exact
	}
	if l.End > 0 && !t.stays(l, p) {
		p.Verdict = Moved
	}
	return p
}

// stays reports whether a place is where the locator says. A quotation kept with
// white space at its ends is compared without it.
func (t *Text) stays(l Locator, p Place) bool {
	start, end := t.offsets.Point(p.Start), t.offsets.Point(p.End)
	return start >= l.Start && end <= max(l.End, l.Start) || start == l.Start
}

// quotation is a locator made ready.
type quotation struct {
	exact          string // without white space at its ends
	folded         string
	prefix, suffix string // folded
	old            int    // byte where it was; -1 unknown
	page           int
}

func (t *Text) quotation(l Locator) quotation {
	q := quotation{exact: strings.TrimSpace(l.Exact), old: -1, page: l.Page}
	q.folded = trimmedFold(q.exact)
	q.prefix = strings.TrimSpace(first(document.Fold(l.Prefix)))
	q.suffix = strings.TrimSpace(first(document.Fold(l.Suffix)))
	if l.End > 0 {
		q.old = t.byteAt(l.Start)
	}
	return q
}

func trimmedFold(s string) string { return strings.TrimSpace(first(document.Fold(s))) }

func first(s string, _ []int) string { return s }

// unquoted is the answer to a locator that quotes nothing.
func (t *Text) unquoted(l Locator) Place {
	if l.End <= l.Start {
		return Place{Verdict: Lost}
	}
	start, end := t.byteAt(l.Start), t.byteAt(l.End)
	return Place{Start: start, End: end, Text: t.text[start:end], Page: t.page(start), Verdict: Lost}
}

// candidate is a place where the same or something like it stands.
type candidate struct {
	place      Place
	start, end int // folded bytes
	context    int // folded bytes around it that fit
}

// order puts the better candidate first.
func (q *quotation) order(a, b candidate) int {
	distance := func(c candidate) int {
		if q.old < 0 {
			return 0
		}
		return max(c.place.Start-q.old, q.old-c.place.Start)
	}
	elsewhere := func(c candidate) int {
		if q.page > 0 && c.place.Page != q.page {
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(b.context, a.context), cmp.Compare(elsewhere(a), elsewhere(b)),
		cmp.Compare(distance(a), distance(b)), cmp.Compare(a.place.Start, b.place.Start))
}

// same lists where a folded quotation stands in the folded text. A word that has
// its ends within the quotation is looked up; without one the text is scanned.
func (t *Text) same(folded string) []int {
	if folded == "" {
		return nil
	}
	var rarest []int32
	at, seen := 0, false
	eachWord(folded, func(start, end int) {
		if start == 0 || end == len(folded) {
			return
		}
		if places := t.words[hash(folded[start:end])]; !seen || len(places) < len(rarest) {
			rarest, at, seen = places, start, true
		}
	})
	var found []int
	if seen {
		for _, p := range rarest {
			if start := int(p) - at; start >= 0 && strings.HasPrefix(t.folded[start:], folded) {
				found = append(found, start)
			}
		}
		return found
	}
	for from := 0; ; {
		k := strings.Index(t.folded[from:], folded)
		if k < 0 {
			return found
		}
		found = append(found, from+k)
		from += k + 1
	}
}

// standing makes candidates of the places that fold to the quotation, and keeps
// those where it stands letter by letter when there are any.
func (t *Text) standing(q quotation) []candidate {
	var all, exact []candidate
	for _, start := range t.same(q.folded) {
		c := candidate{start: start, end: start + len(q.folded)}
		c.context = t.context(q, c.start, c.end)
		if p, ok := t.verbatim(q, c.start, c.end); ok {
			c.place = p
			exact = append(exact, c)
			continue
		}
		c.place = t.place(c.start, c.end)
		if trimmedFold(c.place.Text) == q.folded { // else an end is within a letter that folds to several
			all = append(all, c)
		}
	}
	if len(exact) > 0 {
		return exact
	}
	if exact = t.cut(q); len(exact) > 0 {
		return exact
	}
	return all
}

// verbatim looks for the quotation letter by letter where it stands folded. Marks
// that folding drops may be within it or beside it.
func (t *Text) verbatim(q quotation, start, end int) (Place, bool) {
	low := 0
	if start > 0 {
		low = t.at[start-1]
	}
	k := strings.LastIndex(t.text[low:t.at[end]], q.exact)
	if k < 0 || low+k+len(q.exact) <= t.at[end-1] {
		return Place{}, false
	}
	return Place{Start: low + k, End: low + k + len(q.exact), Text: q.exact, Page: t.page(low + k)}, true
}

// cut finds a quotation whose ends lie within what folds as one, such as a letter
// and its accent; folded it is not there.
func (t *Text) cut(q quotation) []candidate {
	var found []candidate
	for from := 0; ; {
		k := strings.Index(t.text[from:], q.exact)
		if k < 0 {
			return found
		}
		start, end := from+k, from+k+len(q.exact)
		c := candidate{start: t.foldedAt(start), end: t.foldedAt(end)}
		c.place = Place{Start: start, End: end, Text: q.exact, Page: t.page(start)}
		c.context = t.context(q, c.start, c.end)
		found = append(found, c)
		from = start + 1
	}
}

// context counts the bytes that fit directly before and after a place.
func (t *Text) context(q quotation, start, end int) int {
	before := strings.TrimRight(t.folded[:start], " ")
	after := strings.TrimLeft(t.folded[end:], " ")
	return shared(len(before), len(q.prefix), func(k int) bool {
		return before[len(before)-1-k] == q.prefix[len(q.prefix)-1-k]
	}) + shared(len(after), len(q.suffix), func(k int) bool { return after[k] == q.suffix[k] })
}

func shared(n, m int, same func(int) bool) int {
	k := 0
	for k < n && k < m && same(k) {
		k++
	}
	return k
}

// Orphan is a locator that has lost its place.
type Orphan struct {
	Index   int     `json:"index"` // in the list that was handed in
	Locator Locator `json:"locator"`
	Nearest Place   `json:"nearest"` // the nearest candidate; empty when nothing is like it
}

// Reanchor finds a list of locators in a text, the new version of the one they
// were made in, and reports those that are lost.
func (t *Text) Reanchor(old []Locator) ([]Place, []Orphan) {
	places := make([]Place, len(old))
	var orphans []Orphan
	for k, l := range old {
		places[k] = t.Find(l)
		if places[k].Verdict == Lost {
			orphans = append(orphans, Orphan{Index: k, Locator: l, Nearest: places[k]})
		}
	}
	return places, orphans
}
