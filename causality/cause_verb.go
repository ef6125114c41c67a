package causality

import "slices"

// verbal finds what verbs of causation tie.
func (v *view) verbal() []link {
	var found []link
	for i := range v.tokens {
		if !v.tag(i, "VERB") || v.relation(i) == "amod" && v.child(i, "obj", "xcomp") < 0 {
			continue
		}
		for _, f := range verbs[v.lemma(i)] {
			if l, ok := v.framed(i, f); ok {
				v.sides(&l)
				found = append(found, l)
				break
			}
		}
	}
	return found
}

// tensed says whether a verb with its auxiliaries shows tense. A participle with
// an object of its own and no auxiliary is a past tense that the tagger missed.
func (v *view) tensed(i int) bool {
	g := v.group(i)
	return v.hasFinite(span{g, i + 1}) || v.form(i) == "VBN" && g == i && v.child(i, "obj") > i
}

// framed reads a verb with one of its frames.
func (v *view) framed(i int, f frame) (link, bool) {
	l := link{sign: f.sign, head: i, cue: span{i, i + 1}, family: "verb of " + f.family, rule: "verb of " + f.family + ": " + v.lemma(i)}
	l.negated = v.negated(i)
	if !v.comesAbout(i, &l) || v.wayTo(i) {
		return l, false
	}
	if len(f.reversed) > 0 && v.has(i, f.nouns) {
		if ok := v.reversed(i, f, &l); ok {
			return l, true
		}
	}
	if v.passive(i) {
		return l, v.agentive(i, f, &l)
	}
	effect, ok := v.object(i, f)
	if !ok {
		if effect, ok = v.reads(i, f); !ok {
			return l, false
		}
	}
	subject, ok := v.subject(i)
	if !ok || !v.resumes(i, v.group(i)-1) && !v.cleaves(i) && v.personal(subject, f) || v.word(i-1, "to") && (v.aimed(v.coreNoun(subject)) || v.hasRole(v.coreNoun(subject))) {
		return l, false
	}
	for subject.lo < subject.hi-1 && v.tag(subject.lo, "ADP") {
		subject.lo++
	}
	subject = v.singled(subject)
	l.effect = v.core(effect)
	l.causes = v.listed(subject, l.effect.hi)
	if f.whole {
		l.effect.lo = i
	}
	return l, true
}

// comesAbout says whether what a verb tells is more than tried, and notes whether
// it is denied: "failed to", "did little to".
func (v *view) comesAbout(i int, l *link) bool {
	if v.word(i-1, "to") && v.relation(i) == "acl" && v.form(i) == "VB" {
		if _, quantity := v.does(i); quantity < 0 {
			return false // "an opportunity to change it"
		}
	}
	if g := v.head(i); g >= 0 && v.relation(i) == "xcomp" {
		if v.form(i) == "VBG" && v.tag(g, "VERB") && !aspects[v.lemma(g)] {
			return false // "he mentions avoiding it"
		}
		switch v.lemma(g) {
		case "try", "attempt", "seek", "want", "hope", "plan", "intend", "threaten", "vow", "promise", "offer", "mean", "design":
			return false
		case "fail", "refuse", "neglect", "decline":
			l.negated = !l.negated
		}
	}
	if _, quantity := v.does(i); v.word(quantity, "nothing", "little") || v.word(quantity, "much", "anything") && v.word(quantity-2, "not", "n't", "n’t") {
		l.negated = true
	}
	return true
}

// aspects are verbs that tell how far what a gerund names has come.
var aspects = map[string]bool{
	"begin": true, "start": true, "stop": true, "keep": true, "continue": true, "end": true, "risk": true, "cease": true, "finish": true, "go": true,
}

// does finds do and the word of quantity in "does little to slow it"; -1 without.
func (v *view) does(i int) (do, quantity int) {
	if v.word(i-1, "to") && v.word(i-2, "nothing", "little", "much", "more", "something", "everything", "anything") && i > 2 && v.lemma(i-3) == "do" {
		return i - 3, i - 2
	}
	return -1, -1
}

// wayTo says whether a verb only tells where a way goes: "the road leads to the coast".
func (v *view) wayTo(i int) bool {
	switch v.lemma(i) {
	case "lead", "open", "end", "turn", "feed":
		s := v.child(i, "nsubj")
		return s >= 0 && s < i && ways[v.lemma(s)]
	}
	return false
}

// has says whether the object of a verb is one of some nouns; no nouns ask for none.
func (v *view) has(i int, nouns []string) bool {
	o := v.child(i, "obj")
	return len(nouns) == 0 || o > i && (slices.Contains(nouns, v.lemma(o)) || slices.Contains(nouns, v.low[o]))
}

// agentive reads a passive verb with the cause after by.
func (v *view) agentive(i int, f frame, l *link) bool {
	effect, ok := v.subject(i)
	if !ok || !f.object && !f.made && (!f.do || v.child(i, "xcomp") < 0) {
		return false
	}
	if h := v.coreNoun(effect); len(f.nouns) > 0 && !slices.Contains(f.nouns, v.lemma(h)) && !slices.Contains(f.nouns, v.low[h]) {
		return false
	}
	cause, found := v.after([]string{"by"}, i+1, v.stretch(i+1))
	if agent := v.marked(i, "obl", "by"); agent > i {
		cause, found = v.complement(agent), true
	}
	if !found || v.personal(v.core(cause), f) {
		return false
	}
	if f.whole || f.made {
		effect = effect.join(span{i, cause.lo - 1})
	}
	l.effect, l.causes = effect, v.split(v.core(cause))
	return true
}

// cleaves says whether a clause with what singles out the subject: "what moved
// them was hunger".
func (v *view) cleaves(i int) bool { return v.word(v.group(i)-1, "what") }

// singled is the subject of "it was not hunger but pride that moved them".
func (v *view) singled(s span) span {
	if !v.word(s.lo, "it") || !v.word(s.lo+1, "is", "was") || s.hi-s.lo <= 2 {
		return s
	}
	s.lo += 2
	if v.word(s.lo, "not") {
		for k := s.lo + 1; k < s.hi-1; k++ {
			if v.word(k, "but") {
				return span{k + 1, s.hi}
			}
		}
	}
	return s
}

// long is from how many words on the parse of a sentence often fails.
const long = 30

// sides counts what somebody does apart from what something brings about: on news
// the former is less often called a cause, and so is what ties two things neither
// of which happens or stands in a long sentence. A short one has little else to tell.
func (v *view) sides(l *link) {
	if len(l.causes) == 0 || l.causes[0].empty() || l.effect.empty() {
		return
	}
	cause := l.causes[0]
	switch byHuman := v.personal(cause, frame{thing: true}); {
	case byHuman && v.personal(l.effect, frame{thing: true}):
		l.family = byHand
	case len(v.low) < 12:
	case byHuman:
		l.family = byHand
	default:
		l.thin = len(v.low) >= long || !v.hasFinite(cause) && !v.happening(v.coreNoun(cause)) && !v.happening(v.coreNoun(l.effect))
	}
}

// reversed reads a verb whose subject is the effect: "it stems from poverty", and
// "they blame it on poverty".
func (v *view) reversed(i int, f frame, l *link) bool {
	for _, by := range f.reversed {
		cause, found := v.after([]string{by}, i+1, v.stretch(i+1))
		if c := v.marked(i, "obl", by); c > i {
			cause, found = v.complement(c), true
		}
		if o := v.child(i, "obj"); by == "np" && o > i {
			cause, found = v.phrase(o, -1), true
		}
		if !found {
			continue
		}
		effect, ok := v.subject(i)
		if o := v.child(i, "obj"); f.told && !v.passive(i) && !v.quantity(o) {
			ok = o > i
			if ok {
				effect = v.phrase(o, -1).before(cause.lo - 1)
			}
		}
		if !ok || v.personal(effect, f) || v.personal(v.core(cause), frame{thing: true}) || v.digit(cause.lo) {
			return false
		}
		if f.whole {
			effect.hi = max(effect.hi, i+1)
		}
		l.effect, l.causes = effect, v.split(v.core(cause))
		return true
	}
	return false
}

// quantity says whether an object tells only how much: "it owes much to them".
func (v *view) quantity(o int) bool {
	return v.word(o, "much", "more", "something", "everything", "nothing", "little", "lot", "deal", "less")
}

// passive says whether a verb stands in the passive, as a clause or a participle.
func (v *view) passive(i int) bool {
	if v.form(i) == "VBD" && v.child(i, "obj") > i && v.child(i, "aux") < 0 {
		return false
	}
	return (v.form(i) == "VBN" || v.form(i) == "VBD") && v.sentence.Passive(i) || v.form(i) == "VBN" && v.relation(i) == "acl" && v.child(i, "nsubj", "aux", "obj") < 0
}

// personal says whether a subject is a person where the frame asks for a thing:
// "he" is no concept that causes, but he can make others act.
func (v *view) personal(s span, f frame) bool {
	h := v.coreNoun(s)
	if v.hasFinite(s) { // a clause
		return false
	}
	pronoun := v.tag(h, "PRON") && v.word(h, "he", "she", "they", "i", "we", "you", "who", "him", "her", "them", "me", "us")
	switch {
	case f.event:
		return !v.happening(h)
	case f.thing:
		return pronoun || v.tag(h, "PROPN") && !v.happens(h) || actors[v.lemma(h)] || actors[v.low[h]]
	}
	return pronoun && !f.do && len(f.nouns) == 0 && !f.whole
}

// object is what a verb brings about, by its frame.
func (v *view) object(i int, f frame) (span, bool) {
	obj := v.child(i, "obj", "iobj")
	if obj > i && v.word(obj, "way") && v.relation(obj-1) == "nmod" && len(f.nouns) == 0 { // "forced their way in"
		return span{}, false
	}
	if len(f.nouns) > 0 {
		if obj < 0 || !slices.Contains(f.nouns, v.lemma(obj)) {
			return span{}, false
		}
		if f.object {
			return v.phrase(obj, -1), true
		}
		for _, by := range f.by {
			for _, at := range [][2]any{{i, "obl"}, {obj, "nmod"}, {obj, "acl"}, {i, "advcl"}} {
				if c := v.marked(at[0].(int), at[1].(string), by); c > obj {
					return v.complement(c), true
				}
			}
		}
		return span{}, false
	}
	for _, by := range f.by {
		if c := v.child(i, "compound"); c > i && v.word(c, by) && obj > i {
			s := v.phrase(obj, -1)
			if f.sign > 0 && c > obj {
				s.hi = max(s.hi, c+1) // "prices down"
			}
			return s, true
		}
		for _, relation := range []string{"obl", "advcl", "nmod"} {
			if c := v.marked(i, relation, by); c > i {
				if obj > i && obj < c && !v.tag(obj, "PRON") {
					return v.phrase(obj, c).join(v.reach[c]), true // "the land into a desert"
				}
				return v.complement(c), true
			}
		}
	}
	if (f.do || f.from) && obj > i {
		deed := v.child(i, "xcomp", "advcl", "ccomp")
		if f.from {
			deed = max(v.marked(i, "advcl", "from"), v.marked(i, "obl", "from"))
		}
		if deed > obj && (f.from || v.word(v.reach[deed].lo, "to")) {
			return v.phrase(obj, deed).join(v.reach[deed]).after(i + 1), true
		}
	}
	if f.do && obj < 0 {
		if c := v.child(i, "ccomp", "xcomp"); c > i && v.child(c, "nsubj") > i {
			return v.reach[c].after(i + 1), true
		}
	}
	if s, ok := v.clausal(i, f); ok {
		return s, true
	}
	if f.object && obj > i {
		return v.phrase(obj, -1), true
	}
	return span{}, false
}

// clausal is the effect that a verb states by more than an object.
func (v *view) clausal(i int, f frame) (span, bool) {
	if f.made {
		if s, ok := v.made(i); ok {
			return s, true
		}
	}
	if f.two {
		if s, ok := v.two(i); ok {
			return s, true
		}
	}
	if f.that {
		if c := v.child(i, "ccomp"); c > i && v.hasFinite(v.reach[c]) && (v.word(i+1, "that") || v.child(c, "nsubj") > i) {
			return v.reach[c].after(i + 1), true
		}
	}
	if f.why {
		if c := v.child(i, "ccomp", "advcl", "xcomp"); c > i && (v.word(v.reach[c].lo, "why", "how") || v.word(i+1, "why", "how")) {
			return v.reach[c].after(i + 1), true
		}
	}
	return span{}, false
}

// made is an object with what it becomes: "talks impossible", "it hard to leave",
// "them pay", "the town without water", "the plan in ruins".
func (v *view) made(i int) (span, bool) {
	end := v.stretch(i + 1)
	for k := i + 2; k < end; k++ {
		becomes := v.tag(k, "ADJ") || v.form(k) == "VBN" || v.form(k) == "VB" && !v.word(k-1, "to") || v.form(k) == "VBG" && (v.relation(k) == "xcomp" || v.relation(k) == "advcl" && v.tag(k-1, "NOUN", "PROPN"))
		named := v.tag(k-1, "NOUN", "PROPN", "PRON") || v.tag(k-1, "ADV") && v.tag(k-2, "NOUN", "PROPN", "PRON")
		switch {
		case v.word(k, "clear", "sure", "certain", "public", "available", "known", "plain"):
			return span{}, false
		case becomes && (v.head(k) == i || v.relation(k) == "xcomp" || named && (v.relation(k) != "amod" || v.head(k) < k)),
			v.word(k, "without"), v.tag(k, "ADP") && k+1 < end && states[v.low[k+1]]:
			return span{i + 1, end}, true
		case v.finite(k) || v.tag(k, "ADP", "SCONJ") && !v.word(k, "of"):
			return span{}, false
		}
	}
	return span{}, false
}

// states are nouns that after a preposition say how something is.
var states = map[string]bool{
	"ruins": true, "tatters": true, "limbo": true, "doubt": true, "disarray": true, "crisis": true, "debt": true, "danger": true,
	"chaos": true, "shambles": true, "trouble": true, "jeopardy": true, "turmoil": true, "poverty": true, "check": true, "power": true,
	"risk": true, "bay": true, "odds": true, "pressure": true, "strain": true, "threat": true, "question": true, "despair": true,
}

// two is a pair of objects, whom and what: "the family the means to rule".
func (v *view) two(i int) (span, bool) {
	end := v.stretch(i + 1)
	if v.child(i, "iobj") > i && v.child(i, "obj") > i {
		return span{i + 1, end}, true
	}
	for k := i + 2; k < end; k++ {
		switch {
		case v.tag(k, "DET", "PRON") && v.tag(k-1, "NOUN", "PROPN", "PRON") && !v.word(k, "that", "which", "who", "whom"):
			return span{i + 1, end}, true
		case v.tag(k, "ADP", "SCONJ", "VERB", "AUX") || v.isMark(k):
			return span{}, false
		}
	}
	return span{}, false
}

// complement is a phrase without the preposition or mark it starts with.
func (v *view) complement(c int) span {
	s := v.reach[c]
	for s.lo < c && v.head(s.lo) == c && (v.relation(s.lo) == "case" || v.relation(s.lo) == "mark") {
		s.lo++
	}
	return s
}

// core cuts a stretch before a clause that only comments on it.
func (v *view) core(s span) span {
	for i := s.lo + 1; i < s.hi-1; i++ {
		if v.hard(i) && !v.word(i, ":", ";") || v.word(i, ",") && (v.word(i+1, "which", "who", "whose", "where", "while", "although", "though", "but", "including", "said", "says") || v.form(i+1) == "VBG" && v.relation(i+1) == "advcl") {
			return span{s.lo, i}
		}
	}
	return s
}

// subject is what a verb is said of: its own subject, what a relative pronoun or
// a participle hangs on, that of the verb it is joined to, or the clause before.
func (v *view) subject(i int) (span, bool) {
	for steps := 0; steps < 6 && i >= 0; steps++ {
		if h := v.enough(i); h >= 0 {
			i = h
		}
		g := v.group(i)
		tensed := v.tensed(i)
		if tensed && v.word(g-1, "which", "that", "who") && !v.tag(g-1, "SCONJ") {
			return v.antecedent(i, g-1)
		}
		if tensed && v.word(g-1, "what") {
			return v.cleft(i)
		}
		if c := v.child(i, "nsubj", "csubj"); c >= 0 && c < i {
			if v.word(c, "which", "that", "who") {
				return v.antecedent(i, c)
			}
			s := v.core(v.phrase(c, i))
			if near := v.ground(i); tensed && !near.empty() && near.overlaps(s) {
				s = near.join(s).before(g)
			}
			return s, true
		}
		if near := v.ground(i); tensed && !near.empty() && (v.relation(i) != "conj" || !v.word(g-1, "and", "or", "but")) {
			return near, true
		}
		switch v.relation(i) {
		case "acl":
			if v.form(i) == "VBG" && i > 0 && v.tag(i-1, "ADP", "SCONJ") {
				return span{}, false // "interest in raising"
			}
			return v.noun(v.head(i), i)
		case "conj":
			if v.strays(i) {
				return span{}, false
			}
			i = v.head(i)
		case "xcomp":
			if v.child(v.head(i), "obj") >= 0 {
				return span{}, false
			}
			i = v.head(i)
		case "advcl":
			if v.form(i) != "VBG" || i > 0 && v.tag(i-1, "ADP", "SCONJ") || v.child(i, "mark") >= 0 && !v.word(v.child(i, "mark"), "thus", "thereby") || v.head(i) < 0 || v.head(i) > i {
				return span{}, false
			}
			return v.main(i), true
		default:
			return span{}, false
		}
	}
	return span{}, false
}

// strays says whether the verb of a numbered item is joined to one outside the
// condition in which its list stands: in "they come if it (1) opens the gate and (2)
// ends the strike", to come.
func (v *view) strays(i int) bool {
	if v.numbered(v.group(i)-3) == 0 {
		return false
	}
	for k := max(v.head(i), 0); k < i && v.numbered(k) == 0; k++ {
		if v.word(k, "if", "unless", "when", "whenever", "once", "until", "till", "provided", "providing") {
			return true
		}
	}
	return false
}

// enough is what an infinitive leans on in "was enough to empty the shops" and
// "did nothing to slow it": the word whose subject is its own.
func (v *view) enough(i int) int {
	if do, _ := v.does(i); do >= 0 {
		return do
	}
	if h := v.head(i); h >= 0 && h < i && v.word(i-1, "to") && v.relation(i) == "advcl" && (v.word(h, "enough", "sufficient", "likely", "bound", "certain", "sure", "liable", "apt", "poised") || v.word(i-2, "enough")) && v.child(h, "nsubj") >= 0 {
		return h
	}
	return -1
}

// cleft is what a clause with what turns out to be: "what divides them is the
// tax", "the tax is what divides them".
func (v *view) cleft(i int) (span, bool) {
	if g := v.group(i) - 2; v.word(g, "is", "was") {
		return v.ground(g), !v.ground(g).empty()
	}
	end := v.clauseEnd(i)
	for k := i + 1; k < end-1; k++ {
		if v.word(k, "is", "was", "are", "were") {
			return span{k + 1, end}, true
		}
	}
	return span{}, false
}

// main is the clause that a clause hangs on, up to where that starts.
func (v *view) main(i int) span {
	h := v.clause(v.head(i))
	s := v.phrase(h, i).before(v.reach[i].lo)
	if near := v.ground(h); v.tensed(h) && !near.empty() {
		s = s.join(near)
	}
	return s.after(v.clauseStart(v.reach[i].lo))
}

// antecedent is what a relative pronoun stands for: the noun the clause hangs on,
// or with "explains" and its like the clause before.
func (v *view) antecedent(i, pronoun int) (span, bool) {
	comma := v.word(pronoun-1, ",")
	if v.resumes(i, pronoun) {
		return span{v.clauseStart(pronoun), pronoun - 1}, true
	}
	h := v.head(i)
	if v.relation(i) == "conj" && h >= 0 && v.relation(h) == "acl" {
		i, h = h, v.head(h)
	}
	if !comma && v.relation(i) == "acl" && h >= 0 && h < pronoun {
		return v.noun(h, pronoun)
	}
	// After a comma the whole phrase before is meant: "the war on the coast, which …".
	hi := pronoun - b2i(comma)
	lo := hi
	for lo > 0 && v.nominal(lo-1) && (comma || !v.tag(lo-1, "ADP") || v.word(lo-1, "of")) {
		lo--
	}
	for lo < hi && v.tag(lo, "ADP", "CCONJ", "ADV", "PART") {
		lo++
	}
	return span{lo, hi}, lo < hi
}

// resumes says whether which takes up the whole clause before, not its last noun.
func (v *view) resumes(i, pronoun int) bool {
	return v.word(pronoun, "which") && v.word(pronoun-1, ",") && pronoun > 1 &&
		(v.word(i, "explains", "explained", "accounts", "means", "meant") || !v.nominal(pronoun-2))
}

// noun is a noun phrase before one of its clauses, without the preposition before it.
func (v *view) noun(h, without int) (span, bool) {
	if h < 0 || h > without {
		return span{}, false
	}
	s := v.phrase(h, without).before(without)
	for s.lo < h && v.relation(s.lo) == "case" && v.head(s.lo) == h {
		s.lo++
	}
	return s, true
}
