package quotation

import "reckon/grammar"

// user gives the one whose word a term or slogan is: the owner of the noun that it
// names, the one in whose view the sentence speaks, or who calls it so; -1.
func (r *reader) user(q *quote, c cue, kind Kind) int {
	if q.open >= len(r.Tokens) || kind == Title {
		return -1
	}
	low, high := r.sentenceStart(q.open), r.sentenceEnd(q.open)
	for i := q.open - 1; i >= max(low, q.open-5); i-- {
		if w := r.word(i); w == "," || stop(w) || mark(w) && w != "’" && w != "'" {
			break
		}
		if r.owns(i) && !r.named(i, q.open) {
			return int(r.Mention[i])
		}
	}
	for i := low + 1; i < high; i++ {
		if r.inside[i] < 0 && perspective(r.word(i)) {
			if m := r.owner(i); m >= 0 {
				return m
			}
		}
	}
	if c.naming {
		return c.speaker
	}
	if m := r.whatCalls(q.open - 1); m >= 0 {
		return m
	}
	return r.speaksOf(q.open, low)
}

// whatCalls reads what X calls, whatever tag the verb has; -1.
func (r *reader) whatCalls(verb int) int {
	if verb < 2 || r.cues(verb)&nameVerb == 0 || !r.speaks(r.Mention[verb-1]) || r.word(r.begins(verb-1)-1) != "what" {
		return -1
	}
	return int(r.Mention[verb-1])
}

// perspective says whether a noun with an owner tells in whose words a sentence speaks.
func perspective(w string) bool {
	switch w {
	case "view", "eyes", "opinion", "words", "parlance", "phrase", "telling", "terminology":
		return true
	}
	return false
}

// owner gives the one right before a noun in the possessive; -1.
func (r *reader) owner(noun int) int {
	if noun < 1 || r.Sentence[noun-1] != r.Sentence[noun] {
		return -1
	}
	if r.owns(noun - 1) {
		return int(r.Mention[noun-1])
	}
	if w := r.word(noun - 1); noun > 1 && (w == "’s" || w == "'s" || w == "’" || w == "'") && r.owns(noun-2) {
		return int(r.Mention[noun-2])
	}
	return -1
}

// named says whether an owner belongs to what gets a name: calls his son “X”.
func (r *reader) named(owner, open int) bool {
	return r.labelling(owner-1) && open-owner > 1 || owner > 1 && r.Mention[owner] >= 0 && r.labelling(r.begins(owner)-1) && open-owner > 2
}

func (r *reader) begins(i int) int {
	from, _ := r.Span(r.cast.Mentions[r.Mention[i]])
	return from
}

// labelling says whether a verb gives a name.
func (r *reader) labelling(i int) bool { return r.verb(i, nameVerb) && r.cues(i)&sayVerb == 0 }

// speaksOf gives the subject of speaks of or talks about right before marks; -1.
func (r *reader) speaksOf(open, low int) int {
	i := open - 1
	if i > low && determiner(r.word(i)) {
		i--
	}
	if w := r.word(i); i <= low || w != "of" && w != "about" {
		return -1
	}
	for i--; i > low && r.Tokens[i].Tag == grammar.Adverb; i-- {
		continue
	}
	switch r.word(i) {
	case "speak", "speaks", "spoke", "spoken", "speaking", "talk", "talks", "talked", "talking", "warn", "warns", "warned", "warning", "complain", "complains", "complained", "boast", "boasts", "boasted", "dream", "dreams", "dreamed":
		if i > low && r.word(i-1) == "to" {
			if m := r.subject(i); m >= 0 {
				return m
			}
			return r.subject(i - 2) // likes to speak of
		}
		return r.subject(i)
	}
	return -1
}

// owns says whether a token is the end of a mention in the possessive.
func (r *reader) owns(i int) bool {
	switch r.word(i) {
	case "his", "her", "its", "their", "’s", "'s", "’", "'":
		return r.speaks(r.Mention[i])
	}
	return i+1 < len(r.Tokens) && (r.word(i+1) == "’s" || r.word(i+1) == "'s") && r.speaks(r.Mention[i])
}

// turn gives the name that labels the paragraph of a token, as interviews are
// printed: Name: what he says; -1.
func (r *reader) turn(i int) int {
	if i >= len(r.Tokens) {
		return -1
	}
	s, b := int(r.Sentence[i]), r.blockOf(i)
	for s > 0 && r.parsed.Sentences[s-1].Block == b {
		s--
	}
	first := r.First[s]
	m := r.Mention[first]
	if m < 0 || !r.speaks(m) || r.cast.Mentions[m].By == "pronoun" {
		return -1
	}
	for to := first + 1; to < min(first+6, i) && r.blockOf(to) == b; to++ {
		if r.word(to) == ":" {
			return int(m)
		}
		if r.Mention[to] < 0 {
			return -1
		}
	}
	return -1
}

// oneself puts the name of a turn in the place of an I or we in it.
func (r *reader) oneself(q *quote, speaker int) int {
	if q.within >= 0 || speaker >= 0 && r.cast.Mentions[speaker].Speech != 1 {
		return speaker
	}
	if m := r.turn(q.open); m >= 0 {
		return m
	}
	return speaker
}
