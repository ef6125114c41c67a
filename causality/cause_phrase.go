package causality

import "strings"

// phrased finds causes that a turn of phrase shows, each by a rule of its own.
func (v *view) phrased() []link {
	var found []link
	for i := range v.low {
		for _, rule := range phrases {
			if !rule.at(v, i) {
				continue
			}
			l := link{sign: 1, head: i, cue: span{i, i + 1}, weak: rule.weak, family: rule.name, rule: rule.name}
			if rule.read(v, i, &l) {
				found = append(found, l)
				break
			}
		}
	}
	return found
}

// phrase is a turn of phrase that shows a cause.
type phrase struct {
	name string // also the family
	weak bool
	at   func(v *view, i int) bool          // whether it may start at a token
	read func(v *view, i int, l *link) bool // fills the link
}

// phrases lists the turns of phrase.
var phrases = []phrase{
	{"phrase: responsible for", true, func(v *view, i int) bool { return v.word(i, "responsible") }, (*view).responsible},
	{"phrase: succeed in", false, func(v *view, i int) bool { return v.tag(i, "VERB") && v.lemma(i) == "succeed" }, (*view).succeeds},
	{"phrase: with … left", false, func(v *view, i int) bool { return i == 0 && v.word(i, "with") }, (*view).absolute},
	{"phrase: is the cause of", false, func(v *view, i int) bool { return v.tag(i, "NOUN") && v.role(i) != 0 }, (*view).copular},
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
	l.causes, l.effect, l.head = []span{p.ante}, p.then, -1
	return state
}

// role says what a noun makes of the subject it is said of: +1 a cause, -1 an effect.
func (v *view) role(i int) int {
	switch v.lemma(i) {
	case "cause", "source", "root", "driver", "trigger", "catalyst", "reason", "origin", "impetus", "engine":
		return 1
	case "result", "consequence", "product", "outcome", "outgrowth", "legacy", "by-product", "byproduct", "fruit", "upshot", "effect":
		return -1
	}
	return 0
}

// copular reads "A is the cause of B" and "B is the result of A".
func (v *view) copular(i int, l *link) bool {
	subject := v.child(i, "nsubj", "csubj")
	if subject < 0 || subject > i || v.child(i, "cop") < 0 {
		return false
	}
	of := -1
	for _, by := range []string{"of", "for", "behind"} {
		if of < 0 {
			of = v.marked(i, "nmod", by)
		}
	}
	if of < i {
		return false
	}
	a, b := v.core(v.phrase(subject, i).before(i)), v.core(v.complement(of))
	if v.role(i) < 0 {
		a, b = b, a
	}
	l.causes, l.effect, l.negated = v.split(a), b, v.negated(i)
	return true
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
