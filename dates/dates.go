package dates

import (
	"reckon"
	"reckon/grammar"
)

// Expression is a day or span that a text names.
type Expression struct {
	Sentence   int
	From, To   int         // tokens, half open
	First      reckon.Date // first day; 0 when it cannot be told
	Last       reckon.Date // last day; 0 when open or unknown
	Relative   bool        // leans on another date or on the day of publication
	Basis      string      // what it leans on, in words: "year of the date before"
	Historical bool        // ends ten years or more before the day of publication, or the latest year named
}

// Find lists the dates of a text in order; they do not overlap. Published may be
// 0: then that of the document counts, and where there is none either, what leans
// on it stays unresolved. Cost: linear in the tokens.
func Find(t *grammar.Text, published reckon.Date) []Expression {
	if published == 0 {
		published = t.Document.Published
	}
	r := &reader{t: t, published: published}
	for i := range t.Sentences {
		r.sentence(i)
	}
	r.historical()
	return r.found
}

// Spread is how far back the past of a text ends and history begins, in years.
const spread = 10

// historical marks what ended long before the text was written.
func (r *reader) historical() {
	now := r.published
	if now == 0 {
		for _, e := range r.found {
			now = max(now, e.First)
		}
	}
	if now == 0 {
		return
	}
	edge := now.After("year", -spread)
	for i := range r.found {
		e := &r.found[i]
		e.Historical = e.First != 0 && e.Last != 0 && e.Last < edge || e.Basis == basisLongAgo
	}
}
