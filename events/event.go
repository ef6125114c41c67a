package events

import "reckon/stance"

// Event is something done, in the terms of PLOVER [halterman2023].
type Event struct {
	Start, End int // bytes of the text from actor to recipient
	Sentence   int
	Trigger    int    // token of the word that names it
	Type       string // AGREE … ASSAULT
	Mode       string
	Context    []string
	Actors     []int // mentions
	Recipients []int // mentions
	Date       int   // index into the dates; -1 when none
	Number     *Number
	Stance     stance.Stance // negated, future, hypothetical, historical
	Rule       string
}

// Number is a figure with what it counts.
type Number struct {
	From, To  int     // bytes
	Low, High float64 // equal when the text gives one figure; "up to 20,000" has Low 0; a High of −1 is open: "at least 45"
	Counts    string  // what, in the words of the text
}
