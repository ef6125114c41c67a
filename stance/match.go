package stance

import (
	"slices"
	"strings"

	"reckon/grammar"
)

// low gives a token in lower case, "" outside the sentence.
func low(s *grammar.Sentence, i int) string {
	if i < 0 || i >= len(s.Tokens) {
		return ""
	}
	return strings.ToLower(s.Tokens[i].Text)
}

// phraseAt gives the class and length of the longest listed phrase that begins
// at a token; length 0 for none.
func phraseAt(s *grammar.Sentence, i int) (class, int) {
	for _, p := range phrases[low(s, i)] {
		n := 1
		for n < len(p.words) && low(s, i+n) == p.words[n] {
			n++
		}
		if n == len(p.words) {
			return p.class, n
		}
	}
	return "", 0
}

// is reports whether a verb form belongs to a class.
func is(s *grammar.Sentence, i int, c class) bool {
	return slices.Contains(verbs[low(s, i)], c)
}

// past reports whether a token names a time long past: a year before 2000 or a
// decade of that time, and not the start of a span that still runs.
func past(s *grammar.Sentence, i int) bool {
	t := s.Tokens[i].Text
	t = strings.TrimSuffix(t, "s")
	if len(t) != 4 || t[0] != '1' {
		return false
	}
	for k := range len(t) {
		if t[k] < '0' || t[k] > '9' {
			return false
		}
	}
	for k := i - 1; k >= max(0, i-4); k-- {
		if low(s, k) == "since" {
			return false
		}
	}
	switch low(s, i-1) {
	case "in", "of", "during", "by", "until", "from", "to", "and", "early", "late", "mid", "before", "after", "the", ",", "-":
		return true
	}
	return len(s.Tokens[i].Text) == 5
}

// note adds what a phrase of a class shows; it tells whether it shows anything.
func (r *reading) note(i int) int {
	c, n := phraseAt(r.s, i)
	switch c {
	case "":
		return 1
	case "affirmation":
	case "negation", "nobody", "without":
		r.flip(i, n)
	case "ahead":
		r.mark(Future, Certain, i, n)
	case "possible":
		r.possible(i, n)
	case "probable":
		r.mark(Asserted, Probable, i, n)
	case "unlikely":
		r.mark(Asserted, Probable, i, 0)
		r.flip(i, n)
	case "duty":
		r.mark(Hypothetical, Unsaid, i, n)
	case "would":
		r.would(i)
	case "condition":
		r.mark(Hypothetical, Unsaid, i, n)
	case "reported":
		r.mark(Reported, Certain, i, n)
		if w := low(r.s, i); w == "allegedly" || w == "supposedly" || w == "purportedly" {
			r.mark(Reported, Unsaid, i, n)
		}
	case "supposed":
		r.mark(Reported, Unsaid, i, n)
	case "rumour":
		r.mark(Rumour, Unsaid, i, n)
	}
	return n
}

// possible reads may, might, could and perhaps. Could have is counterfactual.
func (r *reading) possible(i, n int) {
	switch w := low(r.s, i); w {
	case "could":
		if r.perfect(i) {
			r.mark(Counterfactual, Certain, i, n)
			return
		}
		r.mark(Hypothetical, Possible, i, n)
	case "may", "might":
		if r.perfect(i) {
			r.mark(Asserted, Possible, i, n)
			return
		}
		r.mark(Hypothetical, Possible, i, n)
	default:
		r.mark(Asserted, Possible, i, n)
	}
}

// would reads "would": of what would have been, of the future told in the past,
// or of what hangs on a condition.
func (r *reading) would(i int) {
	switch {
	case r.perfect(i):
		r.mark(Counterfactual, Certain, i, 1)
	case r.toldInPast(i):
		r.mark(Future, Certain, i, 1)
	default:
		r.mark(Hypothetical, Possible, i, 1)
	}
}

// perfect reports whether have and a participle follow a modal, perhaps with a
// subject, a negation or an adverb between.
func (r *reading) perfect(i int) bool {
	for k := i + 1; k < min(i+5, len(r.s.Tokens)); k++ {
		switch w := low(r.s, k); {
		case w == "have" || w == "'ve" || w == "’ve":
			return k+1 < len(r.s.Tokens) && r.participle(k+1)
		case w == "not" || w == "n't" || w == "n’t" || w == "never" || strings.HasSuffix(w, "ly"):
		case k == i+1 && (r.s.Tokens[k].Tag == grammar.Pronoun || w == "he" || w == "she" || w == "they" || w == "we" || w == "it"):
		default:
			return false
		}
	}
	return false
}

// participle reports whether a token may be a past participle: "could have been",
// but not "could have a deal".
func (r *reading) participle(k int) bool {
	if f := r.s.Tokens[k].Form; f != "" {
		return f == "VBN" || f == "VBD" || f == "RB" && k+1 < len(r.s.Tokens) && r.participle(k+1)
	}
	switch w := low(r.s, k); w {
	case "a", "an", "the", "no", "any", "to", "some", "his", "her", "its", "their", "our", "my", "your":
		return false
	}
	return true
}

// toldInPast reports whether the clause of a modal is what somebody said.
func (r *reading) toldInPast(i int) bool {
	if r.s.Root() >= 0 {
		verb := r.s.Tokens[i].Head
		if verb < 0 || r.s.Tokens[verb].Relation != grammar.Ccomp {
			return false
		}
		p := r.s.Tokens[verb].Head
		return p >= 0 && (r.s.Tokens[p].Form == "VBD" || r.s.Tokens[p].Form == "VBN") && r.s.Child(verb, grammar.Advcl) < 0
	}
	for k := i - 1; k >= max(0, i-5); k-- {
		switch low(r.s, k) {
		case "said", "vowed", "promised", "announced", "predicted", "warned", "declared", "pledged", "told", "thought", "knew":
			return true
		}
	}
	return false
}
