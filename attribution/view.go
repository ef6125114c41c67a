package attribution

import (
	_ "embed"

	"reckon/stance"
)

//go:embed data/hedges.txt
var hedgeFile string

// hedges tells what a word of a cue or source does to the attribution.
var hedges = func() map[string]string {
	m := map[string]string{}
	for _, f := range rows(hedgeFile, 2) {
		m[f[0]] = f[1]
	}
	return m
}()

// hedge lists the words that weaken an attribution, and says whether one makes
// it hearsay.
func (f *flat) hedge(h hit) (words []Span, hearsay bool) {
	for _, s := range []span{h.source, h.cue} {
		for i := s.from; i < s.to; i++ {
			if kind, known := hedges[f.low(i)]; known && (kind != "some" || s == h.source) {
				words = append(words, Span{f.words[i].Start, f.words[i].End})
				hearsay = hearsay || kind == "report"
			}
		}
	}
	return words, hearsay
}

// view is the stance of the content as the holder puts it.
func (f *flat) view(h hit, hearsay bool) stance.Stance {
	head := f.contentHead(h)
	s := stance.Of(&f.text.Sentences[f.words[head].sentence], head-f.starts[f.words[head].sentence])
	switch {
	case h.kind == Deny:
		s.Status = stance.Denied
	case f.is(h.word, "rumor", "rumors", "rumour", "rumours", "rumored", "rumoured", "speculation"):
		s.Status, s.Certainty = stance.Rumour, stance.Unsaid
	case f.asked(h):
		s.Status, s.Certainty = stance.Asked, stance.Unsaid
	case hearsay:
		s.Status = stance.Reported
	case s.Status != stance.Asserted:
	case h.kind == Fear:
		s.Status = stance.Hypothetical
	case h.kind == Want, h.kind == Expect, h.kind == Intend, h.kind == Promise, h.kind == Threaten, h.kind == Refuse:
		s.Status = stance.Future
	}
	if h.kind == Refuse || f.negated(h.cue) && h.kind != Say && h.kind != Know {
		s.Negated = !s.Negated
	} else if f.negated(h.cue) {
		s.Certainty = stance.Unsaid
	}
	return s
}

// contentHead gives the word whose stance is that of the content: its first
// finite verb, or its first word.
func (f *flat) contentHead(h hit) int {
	for _, c := range h.content {
		for i := c.from; i < c.to; i++ {
			if f.finite(i) {
				return f.lexical(i, c.to)
			}
		}
	}
	return h.content[0].from
}

// lexical gives the verb that an auxiliary helps.
func (f *flat) lexical(i, to int) int {
	if f.tag(i) != aux {
		return i
	}
	for k := i + 1; k < to && k < i+5; k++ {
		if f.tag(k) == verb {
			return k
		}
		if f.tag(k) != adv && f.tag(k) != aux && f.tag(k) != part {
			break
		}
	}
	return i
}

func (f *flat) negated(s span) bool {
	for i := s.from; i < s.to; i++ {
		if f.is(i, "not", "n't", "n’t", "never", "no", "hardly", "scarcely") {
			return true
		}
	}
	return false
}

// asked reports whether the content is a question.
func (f *flat) asked(h hit) bool {
	return f.is(h.content[0].from, "whether") || f.is(h.word, "ask", "asks", "asked", "asking", "wonder", "wonders", "wondered", "question", "questions", "questioned", "inquired")
}
