package attribution

import (
	"reckon/grammar"
	"reckon/names"
	"reckon/quotation"
	"reckon/stance"
)

// Claim is what somebody is said to hold.
type Claim struct {
	Start, End int    // bytes of the text from the first to the last word of source, cue and content
	Source     []Span // who; empty when not said
	Cue        []Span // the words that attribute
	Content    []Span // what
	Holders    []int  // mentions, outermost first: A says that B believes gives A, B; the author is not listed
	Kind       Kind
	Stance     stance.Stance // of the content, as the holder puts it
	Hedge      []Span        // words that weaken the attribution: reportedly, generally, many
	Quotation  int           // index into the quotations when the content is one; -1
	Rule       string
	Confidence float64 // 0 to 1, share right on the development corpus
}

// Span is a half-open range of bytes of the text.
type Span struct{ Start, End int }

// Kind is what the holder does with the content.
type Kind string

// Kinds of claim.
const (
	Say      Kind = "say"
	Believe  Kind = "believe"
	Want     Kind = "want"
	Fear     Kind = "fear"
	Expect   Kind = "expect"
	Intend   Kind = "intend"
	Refuse   Kind = "refuse"
	Know     Kind = "know"
	Deny     Kind = "deny"
	Threaten Kind = "threaten"
	Promise  Kind = "promise"
)

// Find lists the claims of a text in order.
func Find(t *grammar.Text, c *names.Cast, q []quotation.Quotation) []Claim { return nil }
