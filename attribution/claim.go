package attribution

import (
	"cmp"
	"slices"

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
func Find(t *grammar.Text, _ *names.Cast, q []quotation.Quotation) []Claim {
	f := lay(t, q)
	return f.claims(f.hits(), q)
}

// hits lists what the rules find, in the order of their cues, each cue once.
func (f *flat) hits() []hit {
	var list []hit
	taken := -1
	for i := range f.words {
		if i < taken {
			continue
		}
		for _, rule := range [...]func(int) (hit, bool){f.according, f.viewed, f.forWhom, f.doubt, f.verbal, f.adjectival, f.nounClaim} {
			if h, ok := rule(i); ok && f.sound(h) {
				list = append(list, h)
				taken = h.cue.to
				break
			}
		}
	}
	return list
}

// sound reports whether the parts of a hit are there and do not overlap.
func (f *flat) sound(h hit) bool {
	if len(h.content) == 0 || h.cue.empty() {
		return false
	}
	for _, c := range h.content {
		if c.empty() || c.meets(h.cue) || !h.source.empty() && c.meets(h.source) {
			return false
		}
	}
	return h.source.empty() || !h.source.meets(h.cue)
}

func (f *flat) claims(hits []hit, q []quotation.Quotation) []Claim {
	var list []Claim
	for _, h := range hits {
		c := Claim{Kind: h.kind, Rule: h.rule, Quotation: -1, Cue: f.bytes(h.cue)}
		if !h.source.empty() {
			c.Source = f.bytes(h.source)
		}
		for _, s := range h.content {
			c.Content = append(c.Content, f.bytes(s)...)
		}
		if h.quote >= 0 {
			c.Quotation = f.quotes[h.quote].index
		}
		all := slices.Concat(c.Source, c.Cue, c.Content)
		c.Start, c.End = all[0].Start, all[0].End
		for _, s := range all {
			c.Start, c.End = min(c.Start, s.Start), max(c.End, s.End)
		}
		list = append(list, c)
	}
	slices.SortStableFunc(list, func(a, b Claim) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	return list
}

func (f *flat) bytes(s span) []Span {
	return []Span{{f.words[s.from].Start, f.words[s.to-1].End}}
}
