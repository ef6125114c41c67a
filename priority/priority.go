package priority

import (
	"reckon/grammar"
	"reckon/names"
)

// Finding is a list, an order of importance, a limit or an offer.
type Finding struct {
	Start, End int // bytes of the text
	Kind       Kind
	Holder     int    // mention whose priority it is; -1 the author's or unknown
	Cue        [2]int // bytes of the words that show it
	Items      []Item // in the order of the text
	Parent     int    // index of the finding that this list stands in; -1
	If         [2]int // of an offer: what it hangs on; 0, 0 otherwise
	Rule       string
}

// Item is one entry of a list.
type Item struct{ Start, End int }

// Kind says what a finding is.
type Kind string

// Kinds of finding.
const (
	List    Kind = "list"     // an ordered or numbered list that is not about importance
	Ranking Kind = "priority" // what comes first
	Goal    Kind = "goal"
	RedLine Kind = "red line"
	Offer   Kind = "offer"
)

// Find lists the findings of a text in order.
func Find(t *grammar.Text, c *names.Cast) []Finding { return nil }
