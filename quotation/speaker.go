package quotation

import (
	"reckon/grammar"
	"reckon/names"
)

// cue is what makes marks into somebody's words.
type cue struct {
	from, to int // tokens
	bytes    [2]int
	speaker  int // mention; -1
	rule     string
	close    bool // the words stand beside the quotation
	direct   bool // and nothing but a mark stands between
	naming   bool // a verb that gives a name or description
	clause   bool // the report has a clause of its own before the marks
}

func (c cue) found() bool { return c.rule != "" }

// cue looks for the words that report a quotation in its own sentence.
func (r *reader) cue(k int) cue {
	q := &r.quotes[k]
	if c := r.and(k); c.found() {
		return c
	}
	if q.alone || q.comma && r.word(q.open-1) == ":" {
		if c := r.behind(q); c.found() {
			return c
		}
	}
	if c := r.ahead(q); c.found() {
		return c
	}
	if c := r.behind(q); c.found() && !q.alone {
		return c
	}
	return r.accordingTo(q)
}

// and joins two quotations that one report introduces.
func (r *reader) and(k int) cue {
	q := &r.quotes[k]
	p := r.sibling(k)
	if p < 0 || r.judged[p].Kind != Speech {
		return cue{}
	}
	joined := false
	for i := r.quotes[p].after; i < q.open; i++ {
		switch r.word(i) {
		case "and", "or", "but", "then", "also":
			joined = true
		case ",", ";", "…", "...":
		default:
			return cue{}
		}
	}
	if !joined || q.open-r.quotes[p].after > 4 {
		return cue{}
	}
	return cue{speaker: r.judged[p].Speaker, bytes: r.judged[p].Cue, rule: "joined to the quotation before", close: true, direct: true}
}

// sibling gives the quotation before this one at the same depth and in the same
// block; -1.
func (r *reader) sibling(k int) int {
	for p := k - 1; p > r.quotes[k].within; p-- {
		if r.quotes[p].within == r.quotes[k].within {
			if a, b := r.quotes[p].after-1, r.quotes[k].open; a < 0 || b >= len(r.Tokens) || r.blockOf(a) != r.blockOf(b) {
				return -1
			}
			return p
		}
	}
	return -1
}

// ahead looks for a report between the start of the sentence and the marks.
func (r *reader) ahead(q *quote) cue {
	if q.open >= len(r.Tokens) {
		return cue{}
	}
	low := r.sentenceStart(q.open)
	if q.alone && low == q.open {
		return r.colonBefore(q)
	}
	clause, best := false, cue{}
	for i := q.open - 1; i >= low; i-- {
		if int(r.inside[i]) != q.within || mark(r.word(i)) {
			continue
		}
		if r.word(i) == ";" || stop(r.word(i)) {
			break
		}
		if r.verb(i, reporting) && !r.nounAfterVerb(i) || r.putting(i) {
			best = r.verbCue(q, i, clause)
			break
		}
		clause = clause || r.finite(i)
	}
	if r.word(q.open-1) == ":" && (!best.found() || !best.close) {
		if c := r.colon(q, low); c.found() {
			return c
		}
	}
	return best
}

// putting spots "as X put it" and "as the saying has it".
func (r *reader) putting(i int) bool {
	switch r.word(i) {
	case "put", "puts", "putting", "had", "has":
		return r.word(i+1) == "it"
	}
	return false
}

// nounAfterVerb spots the passive participles that modify a noun: the reported cost.
func (r *reader) nounAfterVerb(i int) bool {
	return r.Tokens[i].Relation == "amod"
}

func (r *reader) verbCue(q *quote, i int, clause bool) cue {
	c := cue{from: i, to: i + 1, clause: clause, speaker: r.subject(i)}
	c.naming = r.cues(i)&reporting == nameVerb
	c.direct = r.directly(i+1, q.open)
	last := r.word(q.open - 1)
	c.close = c.direct || last == ":" || last == "," && !clause || last == "that" && q.open-i < 8
	switch {
	case r.cues(i)&chantVerb != 0:
		c.rule = "a crowd's verb before the marks"
	case c.close:
		c.rule = "a verb of speech before the marks"
	default:
		c.rule = "marks inside reported speech"
	}
	return c
}

// directly says whether only marks and the ones spoken to stand between a verb
// and the opening mark.
func (r *reader) directly(from, open int) bool {
	for i := from; i < open; i++ {
		switch w := r.word(i); {
		case w == "," || w == ":" || w == "that" || w == "back" || w == "out" || w == "simply" || w == "only":
		case i == from && (r.Mention[i] >= 0 || r.Tokens[i].Tag == "PRON"):
		default:
			return false
		}
	}
	return true
}

// colon reads who speaks from the sentence before a colon: its subject.
func (r *reader) colon(q *quote, low int) cue {
	at := q.open - 1
	c := cue{from: at, to: at + 1, close: true, direct: true, speaker: -1}
	for i := low; i < at; i++ {
		if int(r.inside[i]) != q.within {
			continue
		}
		if r.verbal(i) && !r.relative(i) {
			if s := r.subject(i); s >= 0 {
				c.speaker, c.rule = s, "a colon after a clause"
			}
		}
	}
	if c.found() {
		return c
	}
	for i := low; i < at && i < low+6; i++ {
		if m := r.Mention[i]; m >= 0 {
			c.speaker, c.rule = int(m), "a name and a colon"
			return c
		}
	}
	if r.sentencelike(q) {
		c.rule = "a colon"
	}
	return c
}

// colonBefore reads a report that ends in a colon in the sentence or block before.
func (r *reader) colonBefore(q *quote) cue {
	i := q.open - 1
	if i < 0 || r.word(i) != ":" {
		return cue{}
	}
	return r.colon(q, r.sentenceStart(i))
}

// verbal says whether a token is the verb of a clause.
func (r *reader) verbal(i int) bool {
	tok := r.Tokens[i]
	if tok.Tag != "" {
		return tok.Tag == "VERB" && tok.Form != "VBG" && tok.Form != "VBN" || tok.Tag == "VERB" && r.hasSubject(i)
	}
	return r.verb(i, reporting) || r.finite(i)
}

// behind looks for a report after the closing mark.
func (r *reader) behind(q *quote) cue {
	i := q.after
	if i >= len(r.Tokens) || q.to == 0 || r.blockOf(i) != r.blockOf(q.to-1) && r.blockOf(i) != r.blockOf(q.open) {
		return cue{}
	}
	ended := q.stopped && stop(r.word(q.to-1)) && r.word(q.to-1) == "."
	if r.word(i) == "," || r.word(i) == "—" || r.word(i) == "–" {
		i++
	} else if ended && !r.verb(i, reporting) {
		return cue{} // a new sentence
	} else if c := r.trailing(q); c.found() {
		return c
	} else if !q.comma && !q.stopped && (determiner(r.word(q.open-1)) || !r.verb(i, reporting) && r.Mention[i] < 0) {
		return cue{}
	}
	if c := r.signature(q); c.found() {
		return c
	}
	end := min(r.sentenceEnd(min(i, len(r.Tokens)-1)), i+40)
	for j := i; j < end; j++ {
		if int(r.inside[j]) != q.within || mark(r.word(j)) && j > i || r.word(j) == ";" {
			break
		}
		if r.verb(j, reporting) && (q.comma || r.Tokens[j].Form != "VBN") || r.putting(j) {
			return r.behindCue(q, i, j)
		}
		if r.finite(j) && !q.comma && r.Tokens[j].Tag != grammar.Auxiliary && !r.relative(j) {
			break // after a comma inside the marks a report must follow, however long the name
		}
	}
	return cue{}
}

// trailing reads a report at the end of a sentence that goes on after the marks:
// ... of the plan, X said.
func (r *reader) trailing(q *quote) cue {
	if q.comma || q.stopped || !q.finite || q.words < 4 {
		return cue{}
	}
	for j := q.after + 1; j < r.sentenceEnd(q.after); j++ {
		if int(r.inside[j]) != q.within || !r.verb(j, sayVerb|writeVerb) || !stop(r.word(j+1)) && r.word(j+1) != "," {
			continue
		}
		m := r.Mention[j-1]
		if m < 0 {
			continue
		}
		if from, _ := r.Span(r.cast.Mentions[m]); r.word(from-1) == "," {
			return cue{from: j, to: j + 1, close: true, clause: true, speaker: int(m), rule: "a verb of speech after the marks"}
		}
	}
	return cue{}
}

func (r *reader) behindCue(q *quote, first, verb int) cue {
	c := cue{from: verb, to: verb + 1, close: true, direct: q.comma || q.stopped || first > q.after || q.alone, clause: true, rule: "a verb of speech after the marks"}
	if r.cues(verb)&(sayVerb|writeVerb|chantVerb) == 0 && !r.putting(verb) {
		return cue{}
	}
	if verb == first {
		c.speaker = r.inverted(verb)
		if c.speaker < 0 {
			c.speaker = r.subject(verb)
		}
	} else {
		c.speaker = r.subject(verb)
	}
	return c
}

// signature reads a name behind a dash: the one who said or wrote it.
func (r *reader) signature(q *quote) cue {
	i := q.after
	switch r.word(i) {
	case "―", "—", "–", "--", "-":
	default:
		return cue{}
	}
	if i+1 >= len(r.Tokens) || !q.stopped || r.blockOf(i+1) != r.blockOf(i) {
		return cue{}
	}
	c := cue{from: i, to: i + 1, close: true, direct: true, speaker: int(r.Mention[i+1]), rule: "a name behind a dash"}
	for j := i + 1; j < min(i+8, r.sentenceEnd(i)) && !mark(r.word(j)); j++ {
		if r.finite(j) {
			return cue{} // the sentence goes on
		}
	}
	return c
}

// accordingTo reads "according to X" on either side of the marks.
func (r *reader) accordingTo(q *quote) cue {
	if q.open >= len(r.Tokens) {
		return cue{}
	}
	for i := r.sentenceStart(q.open); i < q.open-1; i++ {
		if c := r.according(i); c.found() {
			return c
		}
	}
	if c := r.inWords(q); c.found() {
		return c
	}
	if c := r.toSomebody(q); c.found() {
		return c
	}
	if q.after > 0 && q.after < len(r.Tokens) && (r.Sentence[q.after] == r.Sentence[q.after-1] || r.word(q.after) == r.Tokens[q.after].Text) {
		for i := q.after; i < min(q.after+3, len(r.Tokens)-1); i++ {
			if c := r.according(i); c.found() {
				return c
			}
		}
	}
	return cue{}
}

// toSomebody reads "to X," and "for X," right before the marks.
func (r *reader) toSomebody(q *quote) cue {
	i := q.open - 2
	if i < 1 || r.word(i+1) != "," || !r.speaks(r.Mention[i]) {
		return cue{}
	}
	from, _ := r.Span(r.cast.Mentions[r.Mention[i]])
	if w := r.word(from - 1); w != "to" && w != "for" {
		return cue{}
	}
	return cue{from: from - 1, to: from, speaker: int(r.Mention[i]), rule: "in somebody's view", clause: true}
}

// inWords reads "in X's words," right before the marks or at the start of the
// sentence.
func (r *reader) inWords(q *quote) cue {
	low := r.sentenceStart(q.open)
	for _, i := range []int{q.open - 1, q.open - 2} {
		if i <= low || r.word(i) != "words" || !q.finite && q.words < 3 {
			continue
		}
		if m := r.owner(i); m >= 0 {
			return cue{from: i, to: i + 1, speaker: m, rule: "in somebody's words", clause: true}
		}
	}
	return cue{}
}

func (r *reader) according(i int) cue {
	if r.word(i) != "according" || r.word(i+1) != "to" {
		return cue{}
	}
	for j := i + 2; j < min(i+8, r.sentenceEnd(i)); j++ {
		if m := r.Mention[j]; m >= 0 {
			return cue{from: i, to: i + 2, speaker: int(m), rule: "according to", clause: true}
		}
	}
	return cue{from: i, to: i + 2, speaker: -1, rule: "according to", clause: true}
}

// around looks for the speaker of words that stand alone: in the sentence before,
// or whoever spoke last.
func (r *reader) around(k int) cue {
	q := &r.quotes[k]
	if q.within >= 0 || q.open == 0 || q.open >= len(r.Tokens) {
		return cue{}
	}
	if r.blockOf(q.open) == r.blockOf(q.open-1) {
		if c := r.sentenceBefore(q); c.found() {
			return c
		}
	}
	for p := k - 1; p >= 0; p-- {
		if r.quotes[p].within >= 0 || r.judged[p].Kind != Speech {
			continue
		}
		a, b := r.blockOf(max(0, r.quotes[p].after-1)), r.blockOf(q.open)
		if a == b || a == b-1 && q.open == r.sentenceStart(q.open) {
			return cue{speaker: r.judged[p].Speaker, bytes: r.judged[p].Cue, rule: "the speaker before goes on"}
		}
		break
	}
	return cue{}
}

// sentenceBefore reads who speaks from the sentence before: one with a verb of
// speech, or a word for an occasion of speech.
func (r *reader) sentenceBefore(q *quote) cue {
	i := q.open - 1
	low := r.sentenceStart(i)
	for j := low; j <= i; j++ {
		if r.inside[j] >= 0 || mark(r.word(j)) {
			continue
		}
		if r.verb(j, sayVerb|writeVerb|chantVerb) {
			if s := r.subject(j); s >= 0 {
				return cue{from: j, to: j + 1, speaker: s, rule: "a verb of speech in the sentence before"}
			}
		}
	}
	return cue{}
}

// known says whether a mention can speak at all.
func (r *reader) speaks(m int32) bool {
	if m < 0 {
		return false
	}
	e := r.cast.Mentions[m].Entity
	return e < 0 || e >= len(r.cast.Entities) || r.cast.Entities[e].Kind != names.Place
}
