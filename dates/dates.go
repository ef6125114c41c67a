package dates

import (
	"reckon"
	"reckon/grammar"
)

// Expression is a day or span that a text names.
type Expression struct {
	Sentence int
	From, To int         // tokens, half open
	First    reckon.Date // first day; 0 when it cannot be told
	Last     reckon.Date // last day
	Relative bool        // leans on another date or on the day of publication
	Basis    string      // what it leans on, in words: "year of the sentence before"
}

// Find lists the dates of a text. Published may be 0: then what leans on it stays unresolved.
func Find(t *grammar.Text, published reckon.Date) []Expression { return nil }
