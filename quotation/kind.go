package quotation

// longTerm is the number of words from which marks hold more than a term, whether
// or not the text says who spoke.
const longTerm = 6

// kind tells what the marks are for. Each answer names the rule that gave it.
func (r *reader) kind(q *quote, c cue) (Kind, string) {
	if kind, rule := r.announced(q, c); rule != "" {
		return kind, rule
	}
	if c.naming && r.label(q, c) {
		return Term, "a name that somebody gives"
	}
	if c.found() && r.reported(q, c) {
		return Speech, c.rule
	}
	if r.sentencelike(q) {
		return Speech, "a sentence of its own"
	}
	if q.words >= longTerm && !q.titled {
		return Speech, "too long for a term"
	}
	if q.titled && q.words >= 3 && !q.stopped && !determiner(r.word(q.open-1)) {
		return Title, "capitals throughout"
	}
	return r.distance(q)
}

// announced are the marks that a word beside them explains.
func (r *reader) announced(q *quote, c cue) (Kind, string) {
	before, after := r.cues(q.open-1), r.cues(q.after)
	if r.word(q.open-1) == "," || r.word(q.open-1) == "of" {
		before = r.cues(q.open - 2)
	}
	sentence := r.sentencelike(q)
	switch w := r.word(q.open - 1); {
	case w == "so-called" || w == "supposed" || w == "self-styled" || w == "would-be" || w == "alleged" || w == "purported":
		return Scare, "so-called"
	case w == "called" && (r.word(q.open-2) == "so" || r.word(q.open-2) == "-" && r.word(q.open-3) == "so"):
		return Scare, "so-called"
	case w == "as" && (r.word(q.open-2) == "known" || r.word(q.open-2) == "dubbed"):
		return Term, "known as"
	}
	switch {
	case r.borne(q):
		return Slogan, "what a banner says"
	case r.cues(q.open-1)&workNoun != 0 && q.titled && !r.verb(q.open-1, reporting):
		return Title, "a work beside it"
	case q.titled && q.words >= 2 && after&sloganNoun == 0 && r.broadcast(q):
		return Title, "a name after a preposition"
	case q.titled && q.words >= 2 && r.heading(q):
		return Title, "a heading"
	case sentence && c.found():
		return "", ""
	case before&workNoun != 0 && q.titled:
		return Title, "a work beside it"
	case after&workNoun != 0 && q.titled && q.words >= 2:
		return Title, "a work beside it"
	case sentence:
		return "", ""
	case r.word(q.open-1) != "," && before&sloganNoun != 0 && q.words <= 8:
		return Slogan, "a policy beside it"
	case after&sloganNoun != 0 && q.words <= 5 && !q.stopped && !q.comma:
		return Slogan, "a policy beside it"
	case r.word(q.open-1) != "," && before&namingNoun != 0 && q.words <= 5:
		return Term, "a word about words beside it"
	}
	return "", ""
}

// broadcast says whether a preposition or an owner leads to marks as to a name: on
// its "Evening News".
func (r *reader) broadcast(q *quote) bool {
	if q.finite {
		return false
	}
	switch r.word(q.open - 1) {
	case "'s", "’s", "on", "of", "in", "at", "from", "into", "during":
		return true
	}
	return false
}

// heading says whether the marks hold the whole of a block.
func (r *reader) heading(q *quote) bool {
	if q.within >= 0 || q.open >= len(r.Tokens) || q.after > 0 && r.blockOf(q.after-1) != r.blockOf(q.open) {
		return false
	}
	before, after := q.open == 0 || r.blockOf(q.open-1) != r.blockOf(q.open), q.after >= len(r.Tokens) || r.blockOf(q.after) != r.blockOf(q.open)
	return before && after
}

// reported says whether words beside a reporting cue are that person's speech: a
// clause, or a part of one that stands where the report goes on.
func (r *reader) reported(q *quote, c cue) bool {
	if c.close && !c.naming {
		return q.words > 1 || q.stopped || q.comma || q.capital || c.direct
	}
	if c.naming {
		return q.words >= 2 || c.speaker >= 0 && r.describes(q, c.from)
	}
	if r.attributive(q) && q.words <= 2 {
		return false
	}
	return c.clause || q.words >= 3 || q.finite && q.words == 2
}

// label says whether a verb of naming gives a standing name and not a judgement
// at one time: what he calls “X”, they call the lake “X”.
func (r *reader) label(q *quote, c cue) bool {
	if q.finite && q.words >= 3 || q.stopped && q.words >= longTerm || !r.labelling(c.from) {
		return false
	}
	low := r.sentenceStart(c.from)
	for i := c.from - 1; i >= max(low, c.from-5); i-- {
		if w := r.word(i); w == "what" {
			return q.open-c.from <= 2
		} else if w == "," || mark(w) {
			break
		}
	}
	switch form := r.Tokens[c.from].Form; form {
	case "VB", "VBZ", "VBP":
		return q.words <= longTerm
	}
	return false
}

// borne says whether marks hold what stands on a banner or a sign: one that read “X”.
func (r *reader) borne(q *quote) bool {
	i := q.open - 1
	if w := r.word(i); w == ":" || w == "," {
		i--
	}
	switch r.word(i) {
	case "read", "reads", "reading", "said", "saying", "says", "proclaiming", "proclaimed", "declaring", "declared", "bearing", "with":
		i--
	case "words", "slogan", "inscription", "legend", "message":
		for i--; i > 0 && (determiner(r.word(i)) || r.word(i) == "with" || r.word(i) == "bearing" || r.word(i) == "bore"); i-- {
			continue
		}
	default:
		return false
	}
	if w := r.word(i); w == "that" || w == "which" {
		i--
	}
	return r.cues(i)&bearerNoun != 0
}

// describes says whether a naming verb stands in the active voice with somebody or
// something between it and the marks: called it "absurd", and not: called "Dawn".
func (r *reader) describes(q *quote, verb int) bool {
	s := &r.parsed.Sentences[r.Sentence[verb]]
	return q.open-verb >= 2 && q.open-verb <= 6 && !s.Passive(verb-r.sentenceStart(verb))
}

// sentencelike says whether the marks hold a clause that could be a sentence.
func (r *reader) sentencelike(q *quote) bool {
	if q.words < 3 || !q.capital {
		return false
	}
	return q.finite && (q.stopped || q.comma || q.alone || q.words >= 4 && !q.titled) || q.stopped && q.alone && q.words >= 4
}

// attributive says whether the marks stand inside a noun phrase: a word in front
// that needs a noun, and a noun behind.
func (r *reader) attributive(q *quote) bool {
	if q.after >= len(r.Tokens) || q.stopped || q.comma {
		return false
	}
	tok := r.Tokens[q.after]
	noun := tok.Tag == "NOUN" || tok.Tag == "PROPN" || tok.Tag == "" && wordy(tok.Text) && len(tok.Text) > 3 && !hangs(r.word(q.after)) && r.cues(q.after)&(finiteWord|reporting) == 0
	return noun && q.after < r.sentenceEnd(q.after)
}

// distance is what remains: a label that comes with an article is a term that
// somebody uses, a bare word in a phrase is one that the author will not own.
func (r *reader) distance(q *quote) (Kind, string) {
	switch {
	case r.attributive(q):
		return Term, "inside a noun phrase"
	case r.verb(q.open-1, nameVerb):
		return Term, "after a verb of naming"
	case determiner(r.word(q.open-1)) && r.word(q.open-1) != "":
		return Term, "after an article"
	case q.words >= 2:
		return Term, "a phrase without a report"
	}
	return Scare, "a bare word without a report"
}
