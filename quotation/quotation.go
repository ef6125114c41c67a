package quotation

import (
	"reckon/grammar"
	"reckon/names"
)

// Quotation is a stretch in quotation marks.
type Quotation struct {
	Start, End int // bytes of the text with the marks, half open
	Kind       Kind
	Speaker    int    // index into the mentions of the cast; -1 when not found
	Cue        [2]int // bytes of the word that introduces it; 0, 0 when none
	Within     int    // index of the quotation that it stands in; -1
	Rule       string
}

// Kind says what the marks are for.
type Kind string

// Kinds of quotation marks.
const (
	Speech Kind = "speech"
	Term   Kind = "term"   // a word somebody uses, a label
	Title  Kind = "title"  // of a work
	Slogan Kind = "slogan" // name of a policy or campaign
	Scare  Kind = "scare"  // the author keeps his distance
)

// Find lists the quotations of a text in order. Quotations nest or lie apart; a
// quotation over several paragraphs is one. Cost: linear in the text.
func Find(t *grammar.Text, c *names.Cast) []Quotation {
	pairs := match(t.Document)
	if len(pairs) == 0 {
		return nil
	}
	r := &reader{view: look(t, c)}
	r.place(pairs)
	found := make([]Quotation, len(pairs))
	for k := range pairs {
		found[k] = r.judge(k)
		r.judged = append(r.judged, found[k])
	}
	return found
}
