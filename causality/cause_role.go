package causality

// hasRole says whether a noun makes one thing the cause or effect of another.
func (v *view) hasRole(i int) bool {
	return v.tag(i, "NOUN") && len(roles[v.lemma(i)].by) > 0
}

// copular reads "A is the cause of B" and "B is the result of A".
func (v *view) copular(i int, l *link) bool {
	r := roles[v.lemma(i)]
	subject := v.child(i, "nsubj", "csubj")
	if subject < 0 || subject > i || v.child(i, "cop") < 0 || v.child(i, "cop") > i {
		return false
	}
	of, ok := v.after(r.by, i+1, v.stretch(i+1))
	if !ok {
		return false
	}
	a, b := v.core(v.phrase(subject, i).before(i)), v.core(of)
	if !r.cause {
		a, b = b, a
	}
	l.causes, l.effect, l.negated, l.sign = v.split(a), b, v.negated(i), r.sign
	return true
}

// named reads "the cause of B is A", "the reason why they left was A" and "the
// result of A is B". Without the other thing the sentence before is meant.
func (v *view) named(i int, l *link) bool {
	r := roles[v.lemma(i)]
	if v.child(i, "cop") >= 0 {
		return false
	}
	is := v.copula(i)
	if is < 0 || is+2 >= len(v.low) {
		return false
	}
	said := span{is + 1, v.clauseEnd(is)}
	if v.word(said.lo, "not") {
		said.lo, l.negated = said.lo+1, true
	}
	if v.word(said.lo, "that", "to", "because") {
		said.lo++
	} else if !v.tag(said.lo, "DET", "NOUN", "PROPN", "ADJ", "PRON") && v.form(said.lo) != "VBG" {
		return false
	}
	l.sign, l.cue = r.sign, span{i, i + 1}
	other := v.trim(span{i + 1, v.group(is)})
	switch {
	case other.empty() && r.cause:
		return false
	case other.empty():
		l.past = v.clauseStart(i) == 0
		l.effect = v.core(said)
		return l.past
	case v.word(other.lo, r.by...), v.lemma(i) == "reason" && v.word(other.lo, "why", "that"):
		other.lo++
	case v.lemma(i) != "reason" || !v.hasFinite(other):
		return false
	}
	if r.cause {
		l.causes, l.effect = v.split(v.core(said)), v.core(other)
	} else {
		l.causes, l.effect = v.split(v.core(other)), v.core(said)
	}
	return true
}

// copula is the form of be that tells something of the noun at a place.
func (v *view) copula(i int) int {
	for k := i + 1; k < v.clauseEnd(i); k++ {
		if v.lemma(k) != "be" || v.form(k) == "VBG" {
			continue
		}
		h := v.head(i)
		if h == k || h > k && v.head(k) == h || h < 0 || v.relation(i) == "nsubj" && h > i {
			return k
		}
	}
	return -1
}

// aimed says whether a noun names an aim.
func (v *view) aimed(i int) bool {
	switch v.lemma(i) {
	case "aim", "goal", "purpose", "objective", "intention", "intent", "object", "ambition":
		return v.tag(i, "NOUN")
	}
	return false
}

// aiming reads "the aim of A is to bring about B".
func (v *view) aiming(i int, l *link) bool {
	is := v.copula(i)
	if is < 0 || is+2 >= len(v.low) || !v.word(is+1, "to") || !v.word(i+1, "of", "behind") {
		return false
	}
	l.causes, l.effect = []span{{i + 2, is}}, v.core(span{is + 2, v.stretch(is + 2)})
	l.rule, l.family = "aim: the aim is to", "aim: the aim is to"
	h := v.coreNoun(l.causes[0])
	return !v.tag(h, "PROPN", "PRON") && !actors[v.lemma(h)]
}

// intended says whether a participle tells of something made for an aim.
func (v *view) intended(i int) bool {
	switch v.low[i] {
	case "meant", "intended", "designed", "calculated", "devised", "conceived":
		return v.word(i+1, "to") && i > 0 && (v.sentence.Passive(i) || v.relation(i) == "acl" || v.word(i-1, "is", "was", "are", "were", "been", "be"))
	}
	return false
}

// intending reads "A is meant to bring about B" and "an A designed to bring about B".
func (v *view) intending(i int, l *link) bool {
	s, ok := v.subject(i)
	if !ok {
		s, ok = v.ground(i), !v.ground(i).empty()
	}
	if !ok || v.personal(s, frame{thing: true}) {
		return false
	}
	l.causes, l.effect = []span{s}, v.core(span{i + 2, v.stretch(i + 2)})
	return true
}

// correlates says whether "the" with a comparative opens a clause here.
func (v *view) correlates(i int) bool {
	return v.word(i, "the") && v.fronting(i) && v.compares(i+1) && (i == 0 || !v.word(i-1, ","))
}

// compares says whether a word is a comparative.
func (v *view) compares(i int) bool {
	return i < len(v.low) && (v.word(i, "more", "less", "fewer", "better", "worse", "longer", "greater", "weaker", "stronger") || v.form(i) == "JJR" || v.form(i) == "RBR")
}

// correlative reads "the longer A, the deeper B".
func (v *view) correlative(i int, l *link) bool {
	end := v.clauseEnd(i)
	for k := i + 2; k < end-1; k++ {
		if v.word(k, "the") && v.compares(k+1) && v.word(k-1, ",") {
			l.cue, l.causes, l.effect = span{i, i + 2}, []span{{i, k - 1}}, span{k, end}
			return true
		}
	}
	return false
}

// degree reads "so weak that it falls" and "such a burden that they leave".
func (v *view) degree(i int, l *link) bool {
	end := v.clauseEnd(i)
	if v.word(i, "so") && (i+1 >= end || !v.tag(i+1, "ADJ", "ADV") || v.word(i+1, "far", "long", "that")) {
		return false
	}
	reach, many := 9, v.word(i, "so") && v.word(i+1, "many", "much", "few", "little", "great", "deep")
	if many {
		reach = 16
	}
	for k := i + 2; k < min(i+reach, end-2); k++ {
		if v.word(k, ",") || v.finite(k) && !many {
			return false
		}
		if v.word(k, "that") && !v.finite(k+1) && v.hasFinite(span{k, end}) && v.hasFinite(span{v.clauseStart(i), k}) {
			l.cue, l.causes, l.effect = span{i, i + 1}, []span{{v.clauseStart(i), k}}, span{k + 1, end}
			return true
		}
	}
	return false
}

// excess reads "too poor to pay": it hinders.
func (v *view) excess(i int, l *link) bool {
	end := v.stretch(i)
	if i+3 >= end || !v.tag(i+1, "ADJ") {
		return false
	}
	for k := i + 2; k < min(i+7, end-1); k++ {
		if v.word(k, "to") && v.form(k+1) == "VB" {
			l.sign, l.causes, l.effect = -1, []span{{v.clauseStart(i), k}}, v.core(span{k + 1, end})
			return true
		}
		if v.isMark(k) || v.finite(k) {
			return false
		}
	}
	return false
}
