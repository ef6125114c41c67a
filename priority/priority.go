package priority

import (
	"slices"

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

// Find lists the findings of a text in order. Their spans nest or lie apart. What
// a rule only suspects is left out: a limit or a goal needs somebody who has it.
// Cost: linear in the text.
func Find(t *grammar.Text, c *names.Cast) []Finding {
	v := look(t, c)
	var found []Finding
	for _, c := range v.cues() {
		if f, ok := v.finding(c); ok {
			if c.rule.row && f.Holder < 0 {
				f.Holder = v.earlier(found, c)
			}
			found = append(found, f)
		}
	}
	found = append(found, v.offers()...)
	return v.arrange(found, v.lists())
}

// earlier gives the holder of the ranking before a cue that goes on with it, in its
// sentence or the one before; -1.
func (v *view) earlier(found []Finding, c cue) int {
	from := v.low(c.from)
	if v.Sentence[c.from] > 0 {
		from = v.First[v.Sentence[c.from]-1]
	}
	for _, f := range slices.Backward(found) {
		if f.Kind == Ranking && f.Start >= v.Tokens[from].Start {
			return f.Holder
		}
	}
	return -1
}

// finding says what a cue shows, when its rule has all it asks for.
func (v *view) finding(c cue) (Finding, bool) {
	h := v.holder(c)
	somebody := h.subject >= 0 && v.actor(v.Mention[h.subject]) || c.rule.kind == Ranking && h.owner
	if c.rule.actor && !somebody {
		return Finding{}, false
	}
	if c.rule.holder && h.mention < 0 {
		return Finding{}, false
	}
	from, to := v.around(c, h)
	if to <= from {
		return Finding{}, false
	}
	f := Finding{
		Start: v.Tokens[from].Start, End: v.Tokens[to-1].End, Kind: c.rule.kind, Holder: h.mention,
		Cue: [2]int{v.Tokens[c.from].Start, v.Tokens[c.to-1].End}, Parent: -1, Rule: c.rule.name,
	}
	if c.rule.name == "unacceptable" {
		v.twins(&f, c, h)
	}
	if c.rule.pair {
		f.Items = v.pair(c, h, to)
	}
	return f, true
}
