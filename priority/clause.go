package priority

import "reckon/grammar"

// around gives the tokens that a finding quotes: from the subject or the one who
// holds it, when they stand in the same clause, to the end of the clause.
func (v *view) around(c cue, h holder) (from, to int) {
	from, to = c.from, v.clauseEnd(c.to)
	if !v.verb(c.from) {
		from = v.phraseStart(c.from)
	}
	for _, i := range []int{h.subject, v.start(h.mention)} {
		if i >= v.low(c.from) && i < from && v.together(i, c.from) {
			from = v.phraseStart(i)
		}
	}
	if m := v.start(h.mention); m >= to && m < v.high(c.from) {
		to = max(to, m+1)
	}
	if low := v.low(c.from); from == low+1 && (v.is(low, "for") || v.is(low, "to") || v.is(low, "in")) {
		from = low
	}
	return from, to
}

func (v *view) start(mention int) int {
	if mention < 0 {
		return -1
	}
	from, _ := v.Span(v.cast.Mentions[mention])
	return from
}

// together says whether no pause stands between two tokens, and few words.
func (v *view) together(i, j int) bool {
	if j-i > 15 {
		return false
	}
	for ; i < j; i++ {
		if v.pause(i) {
			return false
		}
	}
	return true
}

// phraseStart steps back from the head of a noun phrase to its first word.
func (v *view) phraseStart(i int) int {
	low, s := v.low(i), v.parse(i)
	if s.Root() >= 0 {
		from, _ := s.Phrase(i - low)
		i = min(i, low+max(from, 0))
	}
	if m := v.Mention[i]; m >= 0 {
		from, _ := v.Span(v.cast.Mentions[m])
		i = min(i, from)
	}
	for n := 0; n < 3 && i > low && !mark(v.words[i-1].lower) && determiner(v.words[i-1].lower) && v.Tokens[i-1].Tag != grammar.Subordinator; n++ {
		i--
	}
	return i
}

// clauseEnd walks right from a token to the end of its clause: a pause, or a
// comma before a word that begins another.
func (v *view) clauseEnd(i int) int {
	if i == 0 {
		return 0
	}
	high, opened := v.high(i-1), false
	for ; i < high; i++ {
		if opened && i+1 < high && v.closesSpeech(i+1) {
			return i + 2 // the clause holds all of it
		}
		opened = opened || opening(v.words[i].lower)
		if v.pause(i) && !v.is(i, "—") && !v.is(i, "–") && !v.is(i, ":") {
			break
		}
		if v.is(i, ",") && i+1 < high && v.opensClause(i+1) || v.is(i, ":") && i+1 < high && opening(v.words[i+1].lower) {
			break
		}
		if v.is(i, ",") && v.reports(i+1, high) || v.closesSpeech(i) {
			break
		}
	}
	for i > 0 && mark(v.words[i-1].lower) && !v.is(i-1, ")") {
		i--
	}
	return i
}

// clauseStart walks left from a token to the start of its clause.
func (v *view) clauseStart(i int) int {
	for i > v.low(i) && !v.pause(i-1) && !v.is(i-1, ",") && !v.is(i-1, "that") && !mark(v.words[i-1].lower) {
		i--
	}
	return i
}

// closesSpeech says whether a quotation ends at a token: a mark after a comma or stop.
func (v *view) closesSpeech(i int) bool {
	if !v.is(i, "”") && !v.is(i, "\"") && !v.is(i, "''") || i == 0 {
		return false
	}
	return v.is(i-1, ",") || v.is(i-1, ".") || v.is(i-1, "!") || v.is(i-1, "?")
}

// reports says whether the rest of a sentence only tells whose words it gives: ",
// the envoy told them in May".
func (v *view) reports(i, high int) bool {
	if i >= high || v.Mention[i] < 0 {
		return false
	}
	_, to := v.Span(v.cast.Mentions[v.Mention[i]])
	for n := 0; to < high && n < 4 && !v.in(to, reportWords); n++ {
		if v.is(to, ",") || v.pause(to) || v.finite(to) {
			return false
		}
		to++
	}
	if to >= high || !v.in(to, reportWords) {
		return false
	}
	for to++; to < high; to++ {
		if v.is(to, ",") || v.is(to, "that") {
			return false
		}
	}
	return true
}

func (v *view) opensClause(i int) bool {
	switch v.words[i].lower {
	case "but", "yet", "so", "while", "whereas", "although", "though", "hence", "thereby":
		return true
	}
	return false
}
