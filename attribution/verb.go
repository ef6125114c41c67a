package attribution

// hit is a claim as words, before holders and stance are known.
type hit struct {
	source, cue span
	content     []span
	kind        Kind
	rule        string
	quote       int // index into flat.quotes; -1
	word        int // the word of the cue that the lexicon knows
}

// verbal finds what verbs attribute.
func (f *flat) verbal(v int) (hit, bool) {
	if !f.cueVerb(v) {
		return hit{}, false
	}
	g := f.group(v)
	if f.passive(g, v) {
		return f.passiveClaim(g, v)
	}
	if f.tag(g-1) == part && f.is(g-1, "to") { // an infinitive belongs to the claim above it
		if !f.is(g-2, "went", "goes", "continued", "continues", "go") {
			return hit{}, false
		}
		g -= 2
	} else if f.words[v].Form == "VBN" && f.tag(g) != aux && f.tag(g) != verb {
		return hit{}, false
	}
	h := hit{cue: span{g, v + 1}, source: f.subject(g, v), quote: -1, word: v}
	if f.words[v].Form == "VBG" && g == v && !f.afterMark(v) {
		return hit{}, false
	}
	h, ok := f.frames(h, v)
	if ok && f.underSubordinator(h.source.from) {
		f.endAtComma(h.content)
	}
	return h, ok && f.agent(h.source)
}

// underSubordinator reports whether a clause begins with if, when, because and
// their kind right before its subject.
func (f *flat) underSubordinator(i int) bool {
	return i > f.sentence(min(i, len(f.words)-1)).from && f.is(i-1, "if", "when", "because", "although", "though", "while", "since", "unless", "whenever", "once", "until")
}

// endAtComma cuts a content where the clause that it stands in ends and the main
// clause begins.
func (f *flat) endAtComma(content []span) {
	last := &content[len(content)-1]
	for i := last.from + 1; i < last.to; i++ {
		if f.is(i, ",") && f.words[i].quote < 0 && f.clauseFollows(i+1, last.to) {
			last.to = i
			return
		}
	}
}

// agent reports whether a phrase can be a source: something is there, and it is
// no bare pronoun of things or article that a wrong cut left.
func (f *flat) agent(s span) bool {
	if s.empty() {
		return false
	}
	if head := f.headOf(s); head >= 0 && f.tag(head) == noun && words.things[f.low(head)] {
		return false
	}
	return s.to > s.from+1 || !f.is(s.from, "this", "that", "these", "those", "there", "what", "a", "an", "the", "which", "its", "his", "her", "their", "my", "your", "our")
}

// cueVerb reports whether a word is a verb of the lexicon in a verbal use.
func (f *flat) cueVerb(v int) bool {
	w := &f.words[v]
	if w.verb == nil {
		return false
	}
	return w.Tag == verb
}

func (f *flat) afterMark(v int) bool { return f.comma(v-1) || f.is(v-1, ")", ":", ";") }

var beForms = set("is", "was", "are", "were", "be", "been", "being", "'s", "’s", "am", "'re", "’re")

func (f *flat) passive(g, v int) bool {
	form := f.words[v].Form
	if form != "VBN" && form != "VBD" || g == v {
		return false
	}
	for i := v - 1; i >= g; i-- {
		if f.tag(i) == adv || f.is(i, "not", "n't", "n’t") {
			continue
		}
		return beForms[f.low(i)] && (f.tag(i) == aux || f.tag(i) == verb)
	}
	return false
}

// frames tries the senses of a verb, the most telling first.
func (f *flat) frames(h hit, v int) (hit, bool) {
	cues := f.words[v].verb.cues
	for _, c := range cues {
		if c.frames&frQuote != 0 && len(c.rest) == 0 {
			if r, ok := f.trailing(h, c, v); ok {
				return r, true
			}
		}
	}
	for _, c := range cues {
		if n := f.follows(v+1, c.rest); len(c.rest) > 0 && n > 0 {
			h := h
			h.cue.to = v + 1 + n
			if r, ok := f.complement(h, c, v+n); ok {
				return r, true
			}
		}
	}
	for _, only := range []frame{^frNP, frNP} { // an object is content only where nothing tells more
		for _, c := range cues {
			if c.frames &= only; len(c.rest) == 0 && c.frames != 0 {
				if r, ok := f.complement(h, c, v); ok {
					return r, true
				}
			}
		}
	}
	return h, false
}

// follows gives the number of words by which a particle or preposition follows,
// an adverb allowed before it; 0 when it does not.
func (f *flat) follows(i int, rest []string) int {
	n := 0
	for _, w := range rest {
		if f.low(i+n) != w {
			return 0
		}
		n++
	}
	return n
}

// complement reads the content to the right of a cue that ends in word v.
func (f *flat) complement(h hit, c cue, v int) (hit, bool) {
	h.kind = c.kind
	at := v + 1
	for f.tag(at) == adv && !f.is(at, "how", "why", "when", "where") && at < f.sentence(v).to {
		at++
	}
	s := f.sentence(v)
	if at >= s.to {
		return h, false
	}
	rel := f.fronted(h.source)
	switch {
	case c.frames&(frThat|frQuote|frWhether) != 0 && f.quoteAt(at, s.to) >= 0:
		q := f.quoteAt(at, s.to)
		h.content, h.quote, h.rule = []span{{f.quotes[q].from, f.quoteTail(q)}}, q, "verb quotation"
		return h, true
	case c.frames&(frObjOf|frObjFor|frObjWith) != 0:
		if e := f.objectAnd(at, s.to, c.frames); e > 0 {
			h.content, h.rule = []span{{at, e}}, "verb object of"
			return h, true
		}
	}
	switch {
	case c.frames&frObjGuilty != 0 && f.guilty(at, s.to):
		h.content, h.rule = []span{{at, f.clauseEnd(at)}}, "verb object guilty"
	case c.frames&frObjAs != 0 && f.objectAs(at, s.to, rel) > 0:
		h.content, h.rule = f.withFronted(rel, span{at, f.clauseEnd(at)}), "verb object as"
	case c.frames&frObjTo != 0 && f.objectTo(at, s.to) > 0:
		h.content, h.rule = []span{{at, f.clauseEnd(at)}}, "verb object to"
	case c.frames&frTo != 0 && f.infinitive(at):
		h.content, h.rule = f.withFronted(rel, span{at, f.clauseEnd(at)}), "verb to"
	case c.frames&frIng != 0 && f.words[at].Form == "VBG":
		h.content, h.rule = []span{{at, f.clauseEnd(at)}}, "verb ing"
	default:
		return f.clauseOrObject(h, c, at, rel)
	}
	return h, true
}

// infinitive reports whether an infinitive begins at i.
func (f *flat) infinitive(i int) bool {
	return f.is(i, "to") && i+1 < len(f.words) && (f.tag(i) == part || f.words[i+1].Form == "VB") && f.tag(i+1) != det
}

// clauseOrObject reads a clause, an object with what it is called, or an object.
func (f *flat) clauseOrObject(h hit, c cue, at int, rel span) (hit, bool) {
	s := f.sentence(at)
	if c.frames&(frThat|frWhether) != 0 {
		if from := f.clauseStart(at, s.to, c.frames); from > 0 {
			if f.is(from, "that") {
				rel = span{}
			}
			h.content, h.rule = f.withFronted(rel, span{from, f.clauseEnd(from)}), "verb clause"
			return h, true
		}
		if !rel.empty() && c.frames&frThat != 0 && f.finiteNear(at, s.to) {
			h.content, h.rule = f.withFronted(rel, span{at, f.clauseEnd(at)}), "verb fronted"
			return h, true
		}
	}
	switch {
	case !f.startsPhrase(at):
		return h, false
	case c.frames&frObjComp != 0:
		h.content, h.rule = f.withFronted(rel, span{at, f.clauseEnd(at)}), "verb object complement"
	case c.frames&frNP != 0:
		h.content, h.rule = f.withFronted(rel, span{at, f.parsedEnd(h.word, at)}), "verb object"
	}
	return h, h.rule != "" && !h.content[len(h.content)-1].empty()
}

// quoteAt gives the quotation that opens at word i, a colon, a comma or words
// about time and place allowed before it; -1 when none does.
func (f *flat) quoteAt(i, to int) int {
	limit := min(i+14, len(f.words))
	for k := i; k < limit; k++ {
		if q := f.words[k].quote; q >= 0 && f.quotes[q].from == k {
			if k == i || f.is(k-1, ",", ":", "that") || f.mark(k-1) {
				return q
			}
			return -1
		}
		if k >= to {
			return -1
		}
		if f.finite(k) || f.stop(k) || f.is(k, ";", "that", "and", "but") {
			return -1
		}
	}
	return -1
}

// quoteTail gives the end of content that begins with a quotation: the words of
// the clause that run on after its closing mark belong to it.
func (f *flat) quoteTail(q int) int {
	e := f.quotes[q].to
	if e >= len(f.words) || f.stop(e-2) || f.is(e-2, ",") || e >= f.sentence(e-1).to {
		return e
	}
	if f.stop(e) || f.comma(e) {
		return e
	}
	return max(e, f.clauseEnd(e))
}

// fronted gives the relative pronoun before the subject when the content begins
// with it: "a plan that she called".
func (f *flat) fronted(source span) span {
	if source.empty() {
		return span{}
	}
	k := source.from - 1
	if f.is(k, "which", "whom", "that", "what", "who") && k >= f.sentence(source.from).from && (f.tag(k) == pron || f.is(k, "which", "whom", "what") || f.is(k, "that") && f.headlike(k-1)) {
		return span{k, k + 1}
	}
	return span{}
}

func (f *flat) withFronted(rel, s span) []span {
	if rel.empty() {
		return []span{s}
	}
	return []span{rel, s}
}

// objectAnd gives the end of "somebody of doing something" after accuse, blame,
// charge and their kind; 0 when the preposition is not there.
func (f *flat) objectAnd(at, to int, frames frame) int {
	if !f.startsPhrase(at) {
		return 0
	}
	for k := at + 1; k < to && k < at+14; k++ {
		switch {
		case f.is(k, "of") && frames&frObjOf != 0 && (f.words[k+btoi(k+1 < to)].Form == "VBG" || frames&frObjFor == 0),
			f.is(k, "for") && frames&frObjFor != 0,
			f.is(k, "with") && frames&frObjWith != 0 && f.words[k+btoi(k+1 < to)].Form == "VBG":
			return f.clauseEnd(at)
		case f.finite(k), f.stop(k), f.is(k, ",", ";", ":", "to"):
			return 0
		}
	}
	return 0
}

// guilty reports whether "somebody responsible", "them accountable" follows.
func (f *flat) guilty(at, to int) bool {
	for k := at + 1; k < to && k < at+10; k++ {
		if f.is(k, "responsible", "accountable", "liable", "guilty", "answerable") {
			return f.startsPhrase(at)
		}
		if !f.nominal(k) && !f.is(k, "of", "and") && f.tag(k) != adv {
			return false
		}
	}
	return false
}

// objectAs gives the place of "as" in "sees X as Y"; with a fronted object the
// word stands at once.
func (f *flat) objectAs(at, to int, fronted span) int {
	if f.is(at, "as") {
		if fronted.empty() {
			return 0
		}
		return at
	}
	for k := at; k < to && k < at+20; k++ {
		switch {
		case f.is(k, "as") && k > at:
			return k
		case f.finite(k), f.stop(k), f.is(k, ";", ":"):
			return 0
		}
	}
	return 0
}

// objectTo gives the place of the infinitive in "urged X to do"; 0 without.
func (f *flat) objectTo(at, to int) int {
	if !f.startsPhrase(at) {
		return 0
	}
	for k := at + 1; k < to && k < at+14; k++ {
		switch {
		case f.is(k, "to") && f.tag(k) == part:
			return k
		case f.finite(k), f.stop(k), f.is(k, ",", ";", ":"):
			return 0
		}
	}
	return 0
}

// startsPhrase reports whether a noun phrase or quotation begins at i.
func (f *flat) startsPhrase(i int) bool {
	if i >= len(f.words) {
		return false
	}
	return f.nominal(i) || f.mark(i) && f.words[i].quote >= 0 || f.words[i].Form == "VBG"
}

// clauseStart gives the first word of a clause that is content: that, whether, a
// question word, or a subject with its verb; 0 when no clause follows. Who is
// spoken to and when stand before it.
func (f *flat) clauseStart(at, to int, frames frame) int {
	for k := at; k < to && k < at+16; k++ {
		switch {
		case f.is(k, "that") && k > at && frames&frRecipient == 0 && f.object(at):
			return 0
		case f.is(k, "that") && f.tag(k) == sconj, f.is(k, "that") && k > at && f.tag(k) != det,
			f.is(k, "whether", "if", "why", "how", "what", "where") && k <= at+3:
			return k
		case f.is(k, ",", ":", ";"), f.stop(k), f.finite(k), f.mark(k):
			k = to
		}
	}
	if frames&frWhether != 0 {
		return 0
	}
	i := at
	for i < to && (f.is(i, "on", "in") && (calendar[f.low(i+1)] || occasion[f.low(i+2)]) || calendar[f.low(i)] || f.is(i-1, "a", "an") && occasion[f.low(i)] || i > at && f.is(i-1, "in", "on") && f.tag(i) == det) {
		i++
	}
	if frames&frRecipient != 0 {
		i = f.recipientEnd(i, to)
	}
	if f.startsClause(i, to) {
		return i
	}
	return 0
}

// object reports whether a verb's object stands between it and a word: what
// follows then says more of the object, it is not what is reported.
func (f *flat) object(at int) bool {
	return f.among(at, det, noun, propn, num, adj, pron) && !calendar[f.low(at)] && !f.is(at, "last", "this", "earlier", "late")
}

// recipientEnd steps over who is spoken to.
func (f *flat) recipientEnd(i, to int) int {
	if f.is(i, "him", "her", "them", "me", "us", "you", "it", "reporters", "supporters", "voters") {
		return i + 1
	}
	k := i
	for k < to && (f.tag(k) == det || f.tag(k) == adj || f.tag(k) == noun || f.tag(k) == propn) {
		if k > i && f.tag(k) == det {
			break
		}
		k++
	}
	for k < to && (calendar[f.low(k)] || f.is(k, "on") && calendar[f.low(k+1)]) {
		k++
	}
	return k
}

// startsClause reports whether a subject and a finite verb begin at i.
func (f *flat) startsClause(i, to int) bool {
	if i >= to || f.is(i, "him", "them", "me", "us") {
		return false
	}
	if !f.nominal(i) && !f.mark(i) && f.words[i].Form != "VBG" && !f.is(i, "there", "in", "if", "when") && f.tag(i) != adv {
		return false
	}
	return f.finiteNear(i+1, to)
}

// finiteNear reports whether a finite verb comes before the clause is cut.
func (f *flat) finiteNear(i, to int) bool {
	for k := i; k < to && k < i+18; k++ {
		switch {
		case f.finite(k):
			return true
		case f.stop(k), f.is(k, ";", ":"), f.relative(k) && f.tag(k) != sconj && k > i:
			return false
		case f.comma(k) && (!f.is(k, ",") || !f.is(k+1, "the", "a", "an", "who", "which")):
			return false
		}
	}
	return false
}
