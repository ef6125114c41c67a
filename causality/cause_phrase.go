package causality

import "strings"

// phrased finds causes that a turn of phrase shows, each by a rule of its own.
func (v *view) phrased() []link {
	var found []link
	for i := range v.low {
		if l, ok := v.phrasedAt(i, phrases); ok {
			found = append(found, l)
		} else if l, ok := v.phrasedAt(i, origins); ok {
			found = append(found, l)
		}
	}
	return found
}

// phrasedAt reads the first turn of phrase of a list that starts at a token.
func (v *view) phrasedAt(i int, rules []phrase) (link, bool) {
	for _, rule := range rules {
		if !rule.at(v, i) {
			continue
		}
		l := link{sign: 1, head: i, cue: span{i, i + 1}, weak: rule.weak, family: rule.name, rule: rule.name}
		if rule.read(v, i, &l) {
			return l, true
		}
	}
	return link{}, false
}

// phrase is a turn of phrase that shows a cause.
type phrase struct {
	name string // also the family
	weak bool
	at   func(v *view, i int) bool          // whether it may start at a token
	read func(v *view, i int, l *link) bool // fills the link
}

// phrases lists the turns of phrase; origins has more of them.
var phrases = []phrase{
	{"phrase: responsible for", true, func(v *view, i int) bool { return v.word(i, "responsible") }, (*view).responsible},
	{"phrase: succeed in", false, func(v *view, i int) bool { return v.tag(i, "VERB") && v.lemma(i) == "succeed" }, (*view).succeeds},
	{"phrase: with … left", false, func(v *view, i int) bool { return i == 0 && v.word(i, "with") }, (*view).absolute},
	{"phrase: is the cause of", false, (*view).hasRole, (*view).copular},
	{"phrase: the cause of it is", false, (*view).hasRole, (*view).named},
	{"phrase: the aim is to", false, (*view).aimed, (*view).aiming},
	{"phrase: is meant to", false, (*view).intended, (*view).intending},
	{"phrase: the more the more", false, (*view).correlates, (*view).correlative},
	{"phrase: so … that", false, func(v *view, i int) bool { return v.word(i, "so", "such") }, (*view).degree},
	{"phrase: too … to", false, func(v *view, i int) bool { return v.word(i, "too") }, (*view).excess},
	{"participle: of demand", true, func(v *view, i int) bool { return v.form(i) == "VBG" && v.demands(i) }, (*view).demanding},
}

// responsible reads "A is responsible for B" and "they hold A responsible for B".
func (v *view) responsible(i int, l *link) bool {
	c := v.marked(i, "obl", "for")
	if c < 0 {
		c = v.marked(i, "nmod", "for")
	}
	if c < 0 {
		for k := i + 1; k < min(i+3, len(v.low)); k++ {
			if v.word(k, "for") && k+1 < len(v.low) {
				c = v.climb(k+1, v.clauseEnd(k))
			}
		}
	}
	if c < 0 {
		return false
	}
	l.effect = v.core(v.complement(c)).after(i + 1)
	if s := v.child(i, "nsubj"); s >= 0 && s < i {
		l.causes = v.split(v.core(v.phrase(s, i)))
		return true
	}
	if h := v.head(i); h >= 0 && h < i { // hold him responsible
		if o := v.child(h, "obj"); o > h && o < i {
			l.causes = []span{v.phrase(o, i).before(i)}
			return true
		}
		s, ok := v.subject(h)
		l.causes = []span{s}
		return ok
	}
	return false
}

// succeeds reads "he A and succeeded in B-ing": A brought B about. The sign is
// that of the verb in B.
func (v *view) succeeds(i int, l *link) bool {
	deed := v.marked(i, "advcl", "in")
	if deed < 0 {
		deed = v.marked(i, "obl", "in")
	}
	if deed < 0 || v.form(deed) != "VBG" || v.lemma(deed) == "do" {
		return false
	}
	l.effect = v.core(v.complement(deed))
	for _, f := range verbs[v.lemma(deed)] {
		l.sign = f.sign
	}
	if h := v.head(i); v.relation(i) == "conj" && h >= 0 {
		l.causes = []span{v.phrase(h, i).before(i)}
		return true
	}
	s, ok := v.subject(i)
	l.causes = []span{s}
	return ok
}

// absolute reads "With no money left, they depend on loans": what opens the
// sentence, closed by a participle or an adjective, is why the rest holds.
func (v *view) absolute(_ int, l *link) bool {
	p := parts{cue: l.cue, form: "without"}
	if !v.fronted(&p) {
		return false
	}
	state := false
	for k := p.ante.lo + 1; k < p.ante.hi; k++ {
		state = state || (v.form(k) == "VBN" || v.form(k) == "VBG") && (v.relation(k) == "acl" || v.relation(k) == "advcl" || v.relation(k) == "obl") ||
			v.word(k, "left", "gone", "unable", "absent", "over")
	}
	state = state || p.ante.hi-p.ante.lo > 3 && strings.HasSuffix(v.low[p.ante.hi-1], "ed")
	l.causes, l.effect, l.head = []span{p.ante}, p.then, -1
	return state
}

// demands says whether a participle tells what people who act want or object to.
func (v *view) demands(i int) bool {
	switch v.lemma(i) {
	case "demand", "protest", "seek", "condemn", "denounce", "oppose", "urge", "call", "ask", "want", "allege", "decry", "support", "resent", "fear", "hope", "try", "attempt":
		return v.relation(i) == "advcl"
	}
	return strings.HasPrefix(v.low[i], "protest") && v.relation(i) == "advcl"
}

// demanding reads "They marched, demanding bread": what they want is why they act,
// and what the act is to bring about.
func (v *view) demanding(i int, l *link) bool {
	if h := v.head(i); h < 0 || h > i || !v.tag(h, "VERB") || v.child(i, "mark") >= 0 {
		return false
	}
	l.causes = []span{v.main(i)}
	l.effect = v.core(v.reach[i].after(i + 1))
	return true
}
