package causality

import "slices"

// verbal finds what verbs of causation tie.
func (v *view) verbal() []link {
	var found []link
	for i := range v.tokens {
		if !v.tag(i, "VERB") {
			continue
		}
		for _, f := range verbs[v.lemma(i)] {
			if l, ok := v.framed(i, f); ok {
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
	if g := v.head(i); g >= 0 && v.relation(i) == "xcomp" {
		switch v.lemma(g) {
		case "try", "attempt", "seek", "want", "hope", "plan", "intend", "threaten", "vow", "promise", "offer":
			return l, false // what is tried has not come about
		case "fail", "refuse", "neglect", "decline":
			l.negated = !l.negated
		}
	}
	for _, by := range f.reversed {
		cause, found := v.after([]string{by}, i+1, v.stretch(i+1))
		if c := v.marked(i, "obl", by); c > i {
			cause, found = v.complement(c), true
		}
		if found {
			effect, ok := v.subject(i)
			l.effect, l.causes = effect, v.split(v.core(cause))
			return l, ok
		}
	}
	if v.passive(i) {
		agent := v.marked(i, "obl", "by")
		effect, ok := v.subject(i)
		if agent < 0 || !ok || !f.object && (!f.do || v.child(i, "xcomp") < 0) {
			return l, false
		}
		if f.event && !v.happening(agent) {
			return l, false
		}
		l.effect, l.causes = effect, v.split(v.core(v.complement(agent)))
		return l, true
	}
	effect, ok := v.object(i, f)
	if !ok {
		if effect, ok = v.reads(i, f); !ok {
			return l, false
		}
	}
	subject, ok := v.subject(i)
	if !ok || v.personal(subject, f) {
		return l, false
	}
	l.effect = v.core(effect)
	l.causes = v.listed(subject, l.effect.hi)
	return l, true
}

// passive says whether a verb stands in the passive, as a clause or a participle.
func (v *view) passive(i int) bool {
	return (v.form(i) == "VBN" || v.form(i) == "VBD") && v.sentence.Passive(i) || v.form(i) == "VBN" && v.relation(i) == "acl" && v.child(i, "nsubj", "aux", "obj") < 0
}

// personal says whether a subject is a person where the frame asks for a thing:
// "he" is no concept that causes, but he can make others act.
func (v *view) personal(s span, f frame) bool {
	h := v.coreNoun(s)
	if v.hasFinite(s) { // a clause
		return false
	}
	pronoun := v.tag(h, "PRON") && v.word(h, "he", "she", "they", "i", "we", "you", "who")
	if f.event {
		return !v.happening(h)
	}
	return pronoun && !f.do && len(f.nouns) == 0 || f.thing && (pronoun || v.tag(h, "PROPN"))
}

// object is what a verb brings about, by its frame.
func (v *view) object(i int, f frame) (span, bool) {
	obj := v.child(i, "obj", "iobj")
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
			return v.phrase(obj, -1), true
		}
		for _, relation := range []string{"obl", "advcl", "nmod"} {
			if c := v.marked(i, relation, by); c > i {
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
	if f.why {
		if c := v.child(i, "ccomp", "advcl", "xcomp"); c > i && (v.word(v.reach[c].lo, "why", "how") || v.word(i+1, "why", "how")) {
			return v.reach[c].after(i + 1), true
		}
	}
	if f.object && obj > i {
		return v.phrase(obj, -1), true
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
		g := v.group(i)
		tensed := v.tensed(i)
		if tensed && v.word(g-1, "which", "that", "who") && !v.tag(g-1, "SCONJ") {
			return v.antecedent(i, g-1)
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
		if near := v.ground(i); tensed && !near.empty() {
			return near, true
		}
		switch v.relation(i) {
		case "acl":
			return v.noun(v.head(i), i)
		case "conj":
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

// main is the clause that a clause hangs on, up to where that starts.
func (v *view) main(i int) span {
	h := v.clause(v.head(i))
	s := v.phrase(h, i).before(v.reach[i].lo)
	return s.after(v.clauseStart(v.reach[i].lo))
}

// antecedent is what a relative pronoun stands for: the noun the clause hangs on,
// or with "explains" and its like the clause before.
func (v *view) antecedent(i, pronoun int) (span, bool) {
	comma := v.word(pronoun-1, ",")
	if v.word(pronoun, "which") && comma && (v.lemma(i) == "explain" || v.lemma(i) == "account") {
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
