package causality

import "slices"

// Turns of phrase that name what lies behind something.

// origins lists them; phrases takes them in.
var origins = []phrase{
	{"phrase: behind it lies", false, func(v *view, i int) bool { return v.fronting(i) && v.rooted(i) > 0 }, (*view).behind},
	{"phrase: lies at the root of", false, func(v *view, i int) bool { return v.rooted(i) > 0 && v.being(i-1) }, (*view).atRoot},
	{"phrase: has to do with", false, func(v *view, i int) bool { return v.word(i, "do") && v.word(i-1, "to") && v.word(i+1, "with") }, (*view).hasToDo},
	{"phrase: one of the reasons", false, (*view).hasRole, (*view).among},
	{"phrase: nothing did more to", false, func(v *view, i int) bool { return v.word(i, "nothing") && v.fronting(i) }, (*view).foremost},
	{"phrase: without it no", false, func(v *view, i int) bool { return v.lacks(i) > 0 }, (*view).indispensable},
	{"phrase: to blame for", false, func(v *view, i int) bool {
		return v.word(i, "blame", "fault") && v.word(i-1, "to", "at") && v.being(i-2) && v.word(i+1, "for")
	}, (*view).toBlame},
}

// being says whether a form of be, lie or stand is at a place.
func (v *view) being(i int) bool {
	return i >= 0 && (v.lemma(i) == "be" || v.lemma(i) == "lie" || v.lemma(i) == "stand" || v.lemma(i) == "remain")
}

// rooted gives how many words "at the root of", "behind" and their like take.
func (v *view) rooted(i int) int {
	if v.word(i, "behind", "underlying") {
		return 1
	}
	for k := i + 1; v.word(i, "at") && v.word(i+1, "the") && k < min(i+4, len(v.low)-1); k++ {
		if v.word(k, "root", "roots", "heart", "bottom", "core") && v.word(k+1, "of") {
			return k + 2 - i
		}
	}
	return 0
}

// behind reads "behind the blackouts lie years of neglect".
func (v *view) behind(i int, l *link) bool {
	open := i + v.rooted(i)
	end := v.clauseEnd(i)
	for k := open + 1; k < end-1; k++ {
		if v.being(k) {
			l.cue, l.effect, l.causes = span{i, open}, span{open, k}, v.split(v.core(span{k + 1, end}))
			return open > i+1 || v.happening(v.coreNoun(l.effect)) || v.happening(v.coreNoun(l.causes[0]))
		}
		if !v.nominal(k) || v.isMark(k) {
			return false
		}
	}
	return false
}

// atRoot reads "a quarrel lies at the root of the war" and "a quarrel is behind the war".
func (v *view) atRoot(i int, l *link) bool {
	open := i + v.rooted(i)
	cause := v.ground(i - 1)
	effect := v.core(span{open, v.stretch(open)})
	if cause.empty() || effect.empty() || v.personal(cause, frame{thing: true}) {
		return false
	}
	l.cue, l.causes, l.effect, l.negated = span{i, open}, v.split(cause), effect, v.word(i-1, "not")
	return open > i+1 || v.happening(v.coreNoun(cause)) || v.happening(v.coreNoun(effect))
}

// hasToDo reads "the decline has much to do with the tax" and "… less to do with
// trade than with the tax".
func (v *view) hasToDo(i int, l *link) bool {
	have := i - 2
	for have > max(0, i-6) && v.lemma(have) != "have" {
		have--
	}
	effect, ok := v.subject(have)
	cause := span{i + 2, v.stretch(i + 2)}
	if !ok || v.lemma(have) != "have" || cause.empty() || v.personal(effect, frame{thing: true}) {
		return false
	}
	than := slices.Index(v.low[cause.lo:cause.hi], "than")
	switch {
	case than >= 0 && v.any(span{have, i}, "less", "little"):
		cause.lo += than + 1
		if v.word(cause.lo, "with") {
			cause.lo++
		}
	case than >= 0:
		cause.hi = cause.lo + than
	default:
		l.negated = v.any(span{have, i}, "nothing", "little")
	}
	l.cue, l.effect, l.causes = span{i, i + 2}, effect, v.split(v.core(cause))
	return true
}

// among reads "the cut is one of the reasons they left" and "the cut is the main
// reason why they left".
func (v *view) among(i int, l *link) bool {
	r := roles[v.lemma(i)]
	be := i - 1
	for be > 0 && !v.being(be) && v.nominal(be) && (!v.tag(be, "ADP") || v.word(be, "of") && v.word(be-1, "one", "part", "some", "many", "two", "three") || v.word(be, "among")) {
		be--
	}
	cause := span{}
	if be > 0 && be < i-1 && v.lemma(be) == "be" {
		cause = v.ground(be)
	}
	if cause.empty() || v.personal(cause, frame{thing: true}) {
		return false
	}
	other, ok := v.after(r.by, i+1, v.stretch(i+1))
	if !ok && v.lemma(i) == "reason" {
		other = span{i + 1, v.stretch(i + 1)}
		if v.word(other.lo, "why", "that") {
			other.lo++
		}
		ok = v.hasFinite(other)
	}
	if !ok {
		return false
	}
	a, b := v.core(cause), v.core(other)
	if !r.cause {
		a, b = b, a
	}
	l.causes, l.effect, l.sign, l.negated = v.split(a), b, r.sign, v.any(span{be, i}, "not", "n't", "hardly")
	return true
}

// foremost reads "nothing did more to ruin him than the war".
func (v *view) foremost(i int, l *link) bool {
	end := v.clauseEnd(i)
	than := slices.Index(v.low[i:end], "than")
	for k := i + 2; k < i+than-2; k++ {
		frames := verbs[v.lemma(k)]
		if v.word(k-1, "to") && v.word(k-2, "more") && len(frames) > 0 {
			l.cue, l.sign, l.head = span{i, k + 1}, frames[0].sign, k
			l.effect, l.causes = span{k + 1, i + than}, v.split(v.core(span{i + than + 1, end}))
			return true
		}
	}
	return false
}

// lacks gives how many words "without" and its like take at a place: 0 when none does.
func (v *view) lacks(i int) int {
	for _, words := range [][]string{{"without"}, {"but", "for"}, {"if", "not", "for"}, {"were", "it", "not", "for"}, {"had", "it", "not", "been", "for"}, {"if", "it", "were", "not", "for"}} {
		if end, ok := v.match(i, words); ok && end < len(v.low) {
			return end - i
		}
	}
	return 0
}

// indispensable reads "without the loans there would be no harvest" and "there
// could have been no harvest without the loans": they bring it about.
func (v *view) indispensable(i int, l *link) bool {
	p := parts{cue: span{i, i + v.lacks(i)}, form: "without"}
	switch {
	case v.fronting(i) && v.fronted(&p):
	case v.fronting(i) && v.unmarked(&p):
	case !v.fronting(i):
		p.then = span{v.clauseStart(i), i}
		p.ante = v.core(span{p.cue.hi, v.stretch(p.cue.hi)})
	default:
		return false
	}
	would := -1
	for k := p.then.lo; k < p.then.hi-1; k++ {
		if would < 0 && v.word(k, "would", "could") {
			would = k
		}
		if would >= 0 && v.word(k, "no", "not", "n't", "n’t", "never", "neither") && !v.word(k+1, "only") {
			l.cue, l.causes, l.effect = p.cue, v.split(p.ante), span{k + 1, p.then.hi}
			return !v.hasFinite(p.ante) && v.form(p.ante.lo) != "VBG"
		}
	}
	return false
}

// unmarked splits "without the loans there would be" where there begins the
// consequence and no comma stands.
func (v *view) unmarked(p *parts) bool {
	for k := p.cue.hi + 1; k < v.clauseEnd(p.cue.hi)-2; k++ {
		if v.word(k, "there") && v.word(k+1, "would", "could", "will", "can", "is", "was") {
			p.ante, p.then = span{p.cue.hi, k}, span{k, v.clauseEnd(k)}
			return true
		}
		if !v.nominal(k) {
			return false
		}
	}
	return false
}

// toBlame reads "the drought is to blame for the famine".
func (v *view) toBlame(i int, l *link) bool {
	l.causes = []span{v.ground(i - 2)}
	l.effect = v.core(span{i + 2, v.stretch(i + 2)})
	return !l.causes[0].empty() && !v.personal(l.causes[0], frame{thing: true})
}
