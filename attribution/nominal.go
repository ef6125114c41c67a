package attribution

// according reads "according to X" at either end of what X says or inside it.
func (f *flat) according(i int) (hit, bool) {
	if !f.is(i, "according") || !f.is(i+1, "to") {
		return hit{}, false
	}
	s := f.sentence(i)
	src := f.phraseAfter(i+2, s.to)
	if src.empty() {
		return hit{}, false
	}
	h := hit{cue: span{i, i + 2}, source: src, kind: Say, rule: "according to", quote: -1, word: i}
	return f.around(h, i, src.to)
}

// around gives the content of an adverbial attribution that reaches from start
// to end: what follows it where it opens a clause, what precedes it otherwise.
func (f *flat) around(h hit, start, end int) (hit, bool) {
	s := f.sentence(start)
	if f.opens(start, s.from) {
		from := end
		for from < s.to && f.is(from, ",", ":") {
			from++
		}
		if from >= s.to {
			return h, false
		}
		h.content = []span{{from, f.clauseEnd(from)}}
		return h, !h.content[0].empty()
	}
	k := start
	for k > s.from && (f.is(k-1, ",", "(") || f.tag(k-1) == adv && f.is(k-2, ",")) {
		k--
	}
	if q := f.words[k-1].quote; q >= 0 && f.quotes[q].to == k {
		h = func() hit { r := f.leftQuote(h, q, end); r.rule = h.rule; return r }()
		return h, true
	}
	from := f.contentStart(k, s.from)
	if k-from < 2 {
		return h, false
	}
	h.content = []span{{from, k}}
	if f.is(end, ",") && f.continues(end+1, s.to) && end+1 < s.to {
		h.content = append(h.content, span{end + 1, f.clauseEnd(end + 1)})
	}
	return h, true
}

// opens reports whether word i begins its sentence or a clause after a
// conjunction or semicolon.
func (f *flat) opens(i, from int) bool {
	for i > from && (f.mark(i-1) || f.tag(i-1) == adv || f.tag(i-1) == cconj) {
		i--
	}
	return i == from || f.is(i-1, ";") || f.is(i-1, ",") && f.tag(i) == cconj || f.is(i-1, "that")
}

// viewed reads "in X's view", "in the eyes of X", "from X's perspective".
func (f *flat) viewed(i int) (hit, bool) {
	if !f.is(i, "in", "from", "to") {
		return hit{}, false
	}
	s := f.sentence(i)
	for n := i + 1; n < s.to && n < i+9; n++ {
		w := &f.words[n]
		if w.noun != nil && w.noun.cues[0].frames&frView != 0 && (w.Tag == noun || w.Tag == verb) {
			h := hit{cue: span{i, n + 1}, kind: w.noun.cues[0].kind, rule: "in the view of", quote: -1, word: n}
			switch {
			case f.is(n+1, "of") && f.is(n-1, "the"):
				h.source = f.phraseAfter(n+2, s.to)
				if h.source.empty() {
					return h, false
				}
				h.cue.to = n + 2
				return f.around(h, i, h.source.to)
			case f.owner(n, i+1) > i:
				h.source = span{i + 1, f.ownerEnd(n)}
				h.cue = span{n, n + 1}
				return f.around(h, i, n+1)
			}
			return h, false
		}
		if !f.nominal(n) && !f.is(n, "of") {
			return hit{}, false
		}
	}
	return hit{}, false
}

// owner gives the first word of who possesses the noun at n: "his", "the king's";
// -1 when nobody does.
func (f *flat) owner(n, from int) int {
	k := n - 1
	for k >= from && (f.tag(k) == adj || f.tag(k) == adv || f.tag(k) == num || f.tag(k) == noun && !f.is(k+1, "'s", "’s") && f.tag(k+1) != part) && !possessive[f.low(k)] && !f.is(k, "'s", "’s", "'", "’") {
		k--
	}
	switch {
	case k < from:
		return -1
	case possessive[f.low(k)] && !f.is(k, "whose"):
		return k
	case f.is(k, "'s", "’s", "'", "’") && k > from:
		p := f.phraseBefore(k-1, from)
		if p.empty() {
			return -1
		}
		return p.from
	}
	return -1
}

// ownerEnd gives the end of the possessor of the noun at n, its ending included.
func (f *flat) ownerEnd(n int) int {
	k := n - 1
	for k > 0 && !possessive[f.low(k)] && !f.is(k, "'s", "’s", "'", "’") {
		k--
	}
	return k + 1
}

// noun reads what nouns attribute: "his fear that", "their plan to", "the
// minister's goal is to", "rumours among traders that".
func (f *flat) nounClaim(n int) (hit, bool) {
	w := &f.words[n]
	if w.noun == nil || w.Tag != noun && (w.Tag != verb || f.owner(n, f.sentence(n).from) < 0) {
		return hit{}, false
	}
	s := f.sentence(n)
	c := w.noun.cues[0]
	h := hit{cue: span{n, n + 1}, kind: c.kind, quote: -1, word: n}
	if o := f.owner(n, s.from); o >= 0 {
		h.source = span{o, f.ownerEnd(n)}
	}
	at := n + 1
	if f.is(at, "among", "by", "from", "of", "for") && h.source.empty() {
		if src := f.holderAfter(at+1, s.to); !src.empty() && (f.is(at, "among", "by", "from") || f.is(src.to, "is", "was", "that")) {
			h.source, at = src, src.to
		}
	}
	if at >= s.to {
		return h, false
	}
	switch {
	case c.frames&frThat != 0 && f.is(at, "that", "whether") && (f.tag(at) == sconj || f.clauseFollows(at+1, s.to)) && !f.finite(at+1):
		h.content, h.rule = []span{{at, f.nounClauseEnd(at)}}, "noun that"
	case c.frames&frTo != 0 && f.is(at, "to") && f.tag(at) == part && !h.source.empty():
		h.content, h.rule = []span{{at, f.clauseEnd(at)}}, "noun to"
	case c.frames&frIs != 0 && beForms[f.low(at)] && !h.source.empty():
		return f.copula(h, at, s.to)
	case c.frames&prepositions[f.low(at)] != 0 && prepositions[f.low(at)] != 0 && prepositions[f.low(at)] != frTo && !h.source.empty() && f.startsPhrase(at+1):
		h.cue.to = at + 1
		h.content, h.rule = []span{{at + 1, f.objectEnd(at + 1)}}, "noun of"
	default:
		return h, false
	}
	return h, !h.content[0].empty()
}

// nounClauseEnd ends a clause under a noun that is itself a subject before the
// verb of that subject: "reports that troops were moved | show".
func (f *flat) nounClauseEnd(at int) int {
	e := f.clauseEnd(at)
	n := 0
	for i := at + 1; i < e; i++ {
		if f.relative(i) || f.tag(i) == sconj || f.tag(i) == cconj && f.clauseFollows(i+1, e) {
			n--
		}
		if f.finite(i) && f.tag(i-1) != aux && (f.tag(i) != verb || f.tag(i-1) != adv || f.tag(i-2) != aux) {
			n++
		}
		if n == 2 {
			return i
		}
	}
	return e
}

// oneAmong reads "Among his beliefs is …", "One of the minister's aims was to …",
// "Chief among these fears is that …".
func (f *flat) oneAmong(i int) (hit, bool) {
	s := f.sentence(i)
	if i > s.from+2 || !f.is(i, "among", "of") || i > s.from && !f.is(i-1, "chief", "foremost", "one", "first") {
		return hit{}, false
	}
	for n := i + 1; n+1 < s.to && n < i+10; n++ {
		w := &f.words[n]
		if w.noun != nil && w.noun.cues[0].frames&(frIs|frView) != 0 && beForms[f.low(n+1)] {
			h := hit{cue: span{n, n + 1}, kind: w.noun.cues[0].kind, rule: "one among", quote: -1, word: n}
			if o := f.owner(n, i+1); o > i {
				h.source = span{o, f.ownerEnd(n)}
			}
			h, ok := f.copula(h, n+1, s.to)
			h.rule = "one among"
			return h, ok
		}
		if !f.nominal(n) {
			return hit{}, false
		}
	}
	return hit{}, false
}

// holderAfter is a plain noun phrase without what follows it.
func (f *flat) holderAfter(i, to int) span {
	e := i
	for e < to && (f.nominal(e) || f.tag(e) == cconj && f.nominal(e+1)) && !f.finite(e) {
		e++
	}
	if e == i || !f.headlike(e-1) {
		return span{}
	}
	return span{i, e}
}

// copula reads "X's goal is to …", "his view is that …", "her nightmare is a …".
func (f *flat) copula(h hit, at, to int) (hit, bool) {
	k := at + 1
	for k < to && (f.tag(k) == adv || f.is(k, "been", "therefore")) && !f.is(k, "how") {
		k++
	}
	if k >= to {
		return h, false
	}
	h.rule = "noun is"
	switch {
	case f.is(k, "that", "to", ":"), f.startsPhrase(k):
		h.content = []span{{k, f.clauseEnd(k)}}
		return h, !h.content[0].empty()
	}
	return h, false
}

// forWhom reads "For X, …" and "To him, …" at the head of a sentence.
func (f *flat) forWhom(i int) (hit, bool) {
	s := f.sentence(i)
	if i != s.from || !f.is(i, "for", "to") {
		return hit{}, false
	}
	e := i + 1
	for e < s.to && e < i+8 && (f.nominal(e) || f.is(e, "of", "and") && e > i+1) {
		e++
	}
	if e == i+1 || !f.is(e, ",") || !f.persons(i+1, e) {
		return hit{}, false
	}
	h := hit{cue: span{i, i + 1}, source: span{i + 1, e}, kind: Believe, rule: "for whom", quote: -1, word: i}
	from := e + 1
	if from >= s.to || !f.finiteNear(from, s.to) {
		return h, false
	}
	h.content = []span{{from, f.clauseEnd(from)}}
	return h, !h.content[0].empty()
}

// persons reports whether a phrase can hold a view: a pronoun, a name, or the
// many, the others, the leaders.
func (f *flat) persons(from, to int) bool {
	last := to - 1
	if to-from == 1 && f.is(from, "him", "her", "them", "me", "us", "many", "some", "others", "most") {
		return true
	}
	if calendar[f.low(last)] || f.tag(from) == num {
		return false
	}
	return f.tag(last) == propn || f.tag(last) == noun && f.words[last].Form == "NNS" && !f.is(last, "reasons", "purposes", "years", "decades", "weeks", "times", "things", "instance")
}

// doubt reads "there is little doubt among X that".
func (f *flat) doubt(i int) (hit, bool) {
	if !f.is(i, "doubt", "question", "consensus", "agreement", "suspicion", "dispute") {
		return hit{}, false
	}
	s := f.sentence(i)
	there := i - 1
	for there >= s.from && there > i-7 && !f.is(there, "there") {
		there--
	}
	if !f.is(there, "there") {
		return hit{}, false
	}
	h := hit{cue: span{there + 1, i + 1}, kind: Believe, rule: "there is doubt", quote: -1, word: i}
	for k := there + 1; k < i; k++ {
		if beForms[f.low(k)] {
			h.cue.from = k + 1
		}
	}
	at := i + 1
	if f.is(at, "among", "in", "between", "from") {
		h.source = f.holderAfter(at+1, s.to)
		at = h.source.to
	}
	if h.source.empty() || !f.is(at, "that", "whether", "about") || h.cue.empty() {
		return h, false
	}
	h.content = []span{{at, f.clauseEnd(at)}}
	return h, true
}
