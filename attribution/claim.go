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

// Reader finds claims. The zero value reads by rules alone.
type Reader struct {
	Tagger *Tagger // learned from texts of the user's; nil for none
}

// Find lists the claims of a text in order, by rules alone.
func Find(t *grammar.Text, c *names.Cast, q []quotation.Quotation) []Claim {
	return Reader{}.Find(t, c, q)
}

// Find lists the claims of a text in order. With a tagger its claims come first,
// and the rules add those whose cue it left alone.
func (r Reader) Find(t *grammar.Text, c *names.Cast, q []quotation.Quotation) []Claim {
	f := lay(t, q)
	hits := f.hits()
	if r.Tagger != nil {
		hits = f.merge(r.Tagger.hits(describe(f, hits, c)), hits)
	}
	hits = append(hits, f.free(hits, c, q)...)
	return f.claims(hits, c, q)
}

// merge adds to what the tagger found what the rules found elsewhere.
func (f *flat) merge(tagged, ruled []hit) []hit {
	taken := make([]bool, len(f.words))
	for _, h := range tagged {
		for _, s := range []span{h.source, h.cue} {
			for i := s.from; i < s.to; i++ {
				taken[i] = true
			}
		}
	}
	list := tagged
	for _, h := range ruled {
		if !slices.Contains(taken[h.cue.from:h.cue.to], true) {
			list = append(list, h)
		}
	}
	return list
}

// hits lists what the rules find, in the order of their cues, each cue once.
func (f *flat) hits() []hit {
	var list []hit
	taken := -1
	for i := range f.words {
		if i < taken {
			continue
		}
		for _, rule := range [...]func(int) (hit, bool){f.according, f.viewed, f.forWhom, f.oneAmong, f.doubt, f.verbal, f.adjectival, f.nounClaim} {
			if h, ok := rule(i); ok && f.sound(h) {
				list = append(list, h)
				taken = h.cue.to
				break
			}
		}
	}
	return list
}

// free lists the quotations with a speaker that no cue has taken.
func (f *flat) free(hits []hit, cast *names.Cast, quotes []quotation.Quotation) []hit {
	taken := make([]bool, len(f.quotes))
	for _, h := range hits {
		for _, c := range h.content {
			for i := c.from; i < c.to; i++ {
				if q := f.words[i].quote; q >= 0 {
					taken[q] = true
				}
			}
		}
	}
	var list []hit
	for k, q := range f.quotes {
		given := quotes[q.index]
		if taken[k] || q.kind != quotation.Speech || given.Speaker < 0 || given.Cue[1] == 0 {
			continue
		}
		cue := f.at(given.Cue[0], given.Cue[1])
		who := cast.Mentions[given.Speaker]
		base := f.starts[who.Sentence]
		h := hit{cue: cue, source: span{base + who.From, base + who.To}, content: []span{q.span}, kind: Say, rule: "quotation", quote: k, word: cue.from}
		if k := slices.IndexFunc(hits, func(o hit) bool { return o.cue.meets(cue) }); k >= 0 {
			if hits[k].quote >= 0 { // the quotation goes on
				hits[k].content = append(hits[k].content, q.span)
			}
		} else if f.sound(h) {
			list = append(list, h)
		}
	}
	return list
}

// at gives the words that a range of bytes touches.
func (f *flat) at(start, end int) span {
	from, _ := slices.BinarySearchFunc(f.words, start, func(w word, at int) int { return cmp.Compare(w.End, at+1) })
	to := from
	for to < len(f.words) && f.words[to].Start < end {
		to++
	}
	return span{from, to}
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

// claims turns hits into claims with their holders, in the order of the text.
func (f *flat) claims(hits []hit, cast *names.Cast, q []quotation.Quotation) []Claim {
	list := make([]Claim, 0, len(hits))
	p := f.castWith(cast)
	for _, h := range hits {
		c := Claim{Kind: h.kind, Rule: h.rule, Quotation: -1, Cue: f.bytes(h.cue), Source: f.bytes(h.source), Content: f.bytes(h.content...)}
		var hearsay bool
		c.Hedge, hearsay = f.hedge(h)
		c.Stance = f.view(h, hearsay)
		c.Confidence = confidence(h.rule)
		if h.quote >= 0 {
			c.Quotation = f.quotes[h.quote].index
		}
		if m := p.holder(h, q); m >= 0 {
			c.Holders = []int{m}
		} else if h.source.empty() && h.cue.from > 0 {
			c.Holders = p.earlier(h, list)
		}
		c.Start, c.End = c.Content[0].Start, c.Content[0].End
		for _, s := range slices.Concat(c.Source, c.Cue, c.Content) {
			c.Start, c.End = min(c.Start, s.Start), max(c.End, s.End)
		}
		list = append(list, c)
	}
	slices.SortStableFunc(list, func(a, b Claim) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	chain(list, cast)
	return list
}

// bytes turns words into bytes of the text; empty spans are left out.
func (f *flat) bytes(spans ...span) []Span {
	var list []Span
	for _, s := range spans {
		if !s.empty() {
			list = append(list, Span{f.words[s.from].Start, f.words[s.to-1].End})
		}
	}
	return list
}
