package causality

import (
	"cmp"
	"slices"

	"reckon/grammar"
	"reckon/stance"
)

// Condition says that one thing hangs on another.
type Condition struct {
	Start, End int    // bytes of the text over both parts
	If, Then   [2]int // bytes; If may be a noun phrase ("confrontation would end in …")
	Cue        [2]int
	Form       string        // if, unless, provided, until, would, counterfactual, …
	Stance     stance.Stance // of the consequence
	Rule       string
}

// parts is a condition in tokens of one sentence.
type parts struct {
	ante, then, cue span
	main            int // verb of the consequence; -1 unknown
	form, rule      string
}

// Conditions lists the conditions of a text in order. A consequence that has to
// be had by a deed is a condition too ("to win, they must fight"), and so is a
// happening that would bring something about ("war would ruin them"). Cost: one
// pass; every sentence with a word that opens a condition is looked at closely.
func Conditions(t *grammar.Text) []Condition {
	var all []Condition
	for k := range t.Sentences {
		s := &t.Sentences[k]
		if !mayCondition(s) {
			continue
		}
		v := look(s)
		found := v.opened()
		for _, more := range [][]parts{v.inverted(), v.happened(), v.couldHave(), v.needed(), v.hinging(), v.priced(), v.threatened(), v.whoever(), v.withMore(), v.inWhichCase(), v.onlyWith(), v.postInverted()} {
			for _, p := range more {
				if !slices.ContainsFunc(found, func(o parts) bool { return o.ante.join(o.then).overlaps(p.ante.join(p.then)) }) {
					found = append(found, p)
				}
			}
		}
		for _, p := range found {
			if c, ok := v.condition(p); ok {
				all = append(all, c)
			}
		}
		if c, ok := otherwise(t, k, v); ok {
			all = append(all, c)
		}
	}
	slices.SortStableFunc(all, func(a, b Condition) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.Cue[0], b.Cue[0]))
	})
	return all
}

// mayCondition is a quick look for a word that a condition needs.
func mayCondition(s *grammar.Sentence) bool {
	for i := range s.Tokens {
		switch s.Tokens[i].Text {
		case "If", "if", "Unless", "unless", "Provided", "provided", "Providing", "providing", "condition", "proviso",
			"Assuming", "assuming", "Supposing", "supposing", "contingent", "conditional", "conditioned", "long", "case", "event",
			"until", "Until", "till", "when", "When", "whenever", "Whenever", "once", "Once", "without", "Without", "Absent", "absent",
			"Barring", "barring", "but", "But", "should", "Should", "had", "Had", "were", "Were", "would", "could", "will", "might", "may",
			"’d", "'d", "’ll", "'ll", "wo", "ca", "must", "need", "needs", "Otherwise", "otherwise", "have", "has", "before", "Before", "failing", "Failing", "absence", "as", "As", "moment", "minute", "day", "time",
			"whether", "Whether", "regardless", "Regardless", "matter", "only", "Only", "subject", "pending", "Pending", "dependent", "return", "exchange",
			"Any", "any", "depend", "depends", "depended", "hinge", "hinges", "rest", "rests", "require", "requires", "required", "presupposes", "demands",
			"price", "key", "precondition", "prerequisite", "requirement", "and", "or", "Whoever", "whoever", "Suppose", "suppose", "Imagine", "imagine", "Given", "given", "Nothing", "With", "Every", "every", "Each", "each", "which", "short", "Short", "not", "Not", "On", "sign", "Anyone", "anyone", "Those", "those", "takes", "take":
			return true
		}
	}
	return false
}

// condition turns parts into a finding; not ok when a part is empty.
func (v *view) condition(p parts) (Condition, bool) {
	p.ante, p.then = v.trim(p.ante), v.trim(p.then)
	if p.ante.empty() || p.then.empty() || p.ante.overlaps(p.then) {
		return Condition{}, false
	}
	whole := p.ante.join(p.then).join(p.cue).bytes(v)
	c := Condition{
		Start: whole[0], End: whole[1], If: p.ante.bytes(v), Then: p.then.bytes(v),
		Cue: p.cue.bytes(v), Form: p.form, Rule: p.rule,
	}
	if p.main < 0 || !p.then.holds(p.main) {
		p.main = v.top(p.then)
	}
	c.Stance = stance.Of(v.sentence, p.main)
	return c, true
}

// top is the token of a stretch whose governor lies outside it; the first verb rather than another.
func (v *view) top(s span) int {
	best := -1
	for i := s.lo; i < s.hi; i++ {
		if h := v.head(i); h >= 0 && s.holds(h) || v.isMark(i) {
			continue
		}
		if v.tag(i, "VERB") {
			return i
		}
		if best < 0 {
			best = i
		}
	}
	return max(best, s.lo)
}

// opened finds the conditions that a word opens.
func (v *view) opened() []parts {
	var found []parts
	for i := 0; i < len(v.low); i++ {
		for _, o := range openers[v.low[i]] {
			end, ok := v.match(i, o.words)
			if !ok || !v.opens(o, i, end) {
				continue
			}
			if p, ok := v.around(o, span{i, end}); ok {
				found = append(found, p)
				i = end - 1
			}
			break
		}
	}
	return found
}

// opens says whether words that can open a condition do so here.
func (v *view) opens(o opener, lo, hi int) bool {
	if hi >= len(v.low) {
		return false
	}
	switch o.words[len(o.words)-1] {
	case "if":
		if v.word(lo-1, "as", "what", "whether", "asked", "asking", "asks", "ask", "wonder", "wondered", "wondering", "know", "knows", "unclear", "unsure", "see", "question") ||
			v.word(hi, "not", "any", "anything", "ever", "only", "possible", "necessary", "so") && (hi+1 >= len(v.low) || v.isMark(hi+1) || !v.hasFinite(span{hi, min(hi+4, len(v.low))})) {
			return false
		}
		c := v.head(hi - 1)
		if c > hi && v.head(c) >= 0 && v.head(c) < lo && v.asks(v.head(c)) {
			return false
		}
		return c < 0 || v.relation(c) != "ccomp" || v.word(hi-1, "if") && c > hi && v.fronting(lo)
	case "suppose", "imagine":
		return lo == 0 && v.subjectSoon(hi)
	case "provided", "providing", "assuming", "supposing":
		if lo > 0 && (v.tag(lo-1, "AUX", "DET", "PART") || v.word(lo-1, "was", "were", "is", "be", "been", "have", "has", "had", "and", "not")) {
			return false
		}
		return v.subjectSoon(hi)
	case "case":
		return !v.word(hi, "because", "studies", "study", "law")
	case "as":
		return !v.digit(hi) && !v.word(hi, "ago")
	case "not", "whether", "how", "what": // no question: "on whether or not they stay"
		return v.fronting(lo) || v.tag(lo-1, "NOUN", "PROPN", "NUM")
	case "until", "till":
		return v.subjectSoon(hi) || v.tag(hi, "VERB", "NOUN", "DET")
	case "when", "whenever", "once", "before", "after", "moment", "minute", "day", "time":
		return v.subjectSoon(hi) && !v.word(lo-1, "time", "day", "moment", "year", "point", "just", "shortly", "soon", "long", "days", "weeks", "months", "years", "hours")
	case "on", "upon", "to":
		return !v.tagged() || v.relation(lo) != "case"
	case "pending":
		return v.tag(hi, "DET", "ADJ", "NOUN") && !v.tag(max(lo-1, 0), "DET", "ADJ")
	}
	return true
}

// asks says whether a verb takes a question after if.
func (v *view) asks(i int) bool {
	switch v.lemma(i) {
	case "ask", "wonder", "question", "inquire", "doubt", "check":
		return true
	}
	return false
}

func (v *view) digit(i int) bool {
	return i < len(v.low) && v.low[i] != "" && v.low[i][0] >= '0' && v.low[i][0] <= '9'
}

// subjectSoon says whether a clause with a tensed verb starts at a place.
func (v *view) subjectSoon(at int) bool {
	if !v.tagged() {
		return true
	}
	for i := at; i < min(at+12, len(v.low)); i++ {
		if v.hard(i) {
			return false
		}
		if v.finite(i) {
			return i > at
		}
		if v.form(i) == "VB" && i > at && v.tag(i-1, "NOUN", "PRON", "PROPN") { // a present taken for an infinitive
			return true
		}
	}
	return false
}

// fronting says whether a clause can begin here: after nothing, a mark, a joining word.
func (v *view) fronting(i int) bool {
	return i == 0 || v.isMark(i-1) || v.word(i-1, "and", "but", "or", "that", "because", "so", "yet", "say", "says", "said", "believe", "think")
}

// around finds both parts of a condition whose opener stands at cue.
func (v *view) around(o opener, cue span) (parts, bool) {
	p := parts{cue: cue, main: -1, form: o.form, rule: "condition: " + o.form}
	clause, main := -1, -1
	switch v.relation(cue.hi - 1) {
	case "mark", "advmod", "case", "fixed":
		clause = v.head(cue.hi - 1)
	}
	if clause >= 0 {
		main = v.head(clause)
	}
	if main >= 0 && o.form == "without" && v.tag(main, "NOUN", "PROPN") { // "no settlement without them"
		main = v.clause(main)
	}
	for main >= 0 && v.relation(main) == "xcomp" && v.head(main) >= 0 {
		main = v.head(main)
	}
	p.main = main
	first := cue.lo == 0 || v.fronting(cue.lo) && (main > clause || main < 0 || !v.hasFinite(span{v.clauseStart(cue.lo), cue.lo}) || v.thenAhead(cue.hi))
	ok := first && (v.fronted(&p) || o.form == "without" && v.unmarked(&p)) || v.postposed(&p, clause)
	return p, ok && v.fits(o.form, &p)
}

// clauseStart is the place after the last hard mark before a place, or after the
// mark that opens the speech it stands in.
func (v *view) clauseStart(at int) int {
	closed := 0
	for i := at - 1; i >= 0; i-- {
		switch {
		case v.hard(i):
			return i + 1
		case v.word(i, "”"):
			closed++
		case v.word(i, "“") && closed > 0:
			closed--
		case v.word(i, "“") && v.word(i-1, ",", ":"):
			return i + 1
		}
	}
	return 0
}

// clauseEnd is the next hard mark; a colon before a numbered list is none.
func (v *view) clauseEnd(at int) int {
	for i := at; i < len(v.low); i++ {
		if v.hard(i) && (!v.word(i, ":") || !v.word(i+1, "(", "(1", "1", "first", "a", "i")) {
			return i
		}
	}
	return len(v.low)
}

// tells says whether "that" opens a clause that is told or thought, and no relative one.
func (v *view) tells(that int) bool {
	h := v.head(that)
	return v.tag(that, "SCONJ") || v.relation(that) == "mark" || h > that && v.relation(h) == "ccomp"
}

// counted says whether a stretch holds a numbered list.
func (v *view) counted(s span) bool {
	for i := s.lo; i < s.hi; i++ {
		if v.numbered(i) > 0 {
			return true
		}
	}
	return false
}

func (v *view) thenAhead(at int) bool {
	for i := at; i < v.clauseEnd(at); i++ {
		if v.word(i, "then") && v.word(i-1, ",") {
			return true
		}
	}
	return false
}

// fronted splits at the comma, or the word then, that the fewest arcs cross.
func (v *view) fronted(p *parts) bool {
	lo := p.cue.hi
	if v.word(lo, ",") && v.word(lo+2, ",") { // if, however, …
		lo += 3
	}
	end := v.clauseEnd(lo)
	best, least := -1, 1<<30
	depth := 0
	for i := lo; i < end; i++ {
		switch {
		case v.word(i, "(", "["):
			depth++
		case v.word(i, ")", "]"):
			depth--
		case v.word(i, "then") && i > lo+1 && depth == 0 && (v.word(i-1, ",") || v.tag(i, "ADV") && v.finite(i+1-b2i(i+1 >= end))):
			best, least = i, -1
		case v.word(i, ",") && depth == 0 && least >= 0:
			a, b := span{lo, i}, span{i + 1, end}
			if v.tagged() && !v.hasFinite(b) && !v.bare(b) {
				continue
			}
			n := v.crossing(a, b)
			if p.form != "without" && !v.predicates(a) {
				n += 2 // the tagger may have missed a verb
			}
			if n < least {
				best, least = i, n
			}
		}
		if least < 0 {
			break
		}
	}
	if best < 0 && p.form == "only if" && v.word(p.cue.lo, "only") { // "only then will they"
		for i := lo + 1; i < end-1; i++ {
			if v.tag(i, "AUX") && v.word(i, "will", "would", "can", "could", "do", "does", "did", "may", "might", "is", "are") {
				p.ante, p.then = span{lo, i}, span{i, end}
				return true
			}
		}
	}
	if best < 0 {
		return false
	}
	p.ante, p.then = span{lo, best}, span{best + 1, end}
	return true
}

// bare says whether a stretch holds a present that was taken for an infinitive: one
// with a subject.
func (v *view) bare(s span) bool {
	for i := s.lo; i < s.hi; i++ {
		if c := v.child(i, "nsubj"); v.form(i) == "VB" && c >= s.lo && c < i {
			return true
		}
	}
	return false
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// predicates says whether a stretch holds a tensed verb, a participle or a gerund.
func (v *view) predicates(s span) bool {
	for i := s.lo; i < s.hi; i++ {
		if v.finite(i) || v.form(i) == "VBN" || v.form(i) == "VBG" {
			return true
		}
	}
	return v.bare(s)
}

// postposed takes the consequence before the opener and the antecedent after it.
func (v *view) postposed(p *parts, clause int) bool {
	lo := p.cue.hi
	if v.word(lo, ",") && v.word(lo+2, ",") {
		lo += 3
	}
	end := v.clauseEnd(lo)
	if clause >= 0 {
		if r := v.reach[clause].hi; r < end {
			for r < end && !v.word(r, ",") {
				r++
			}
			if !v.counted(span{lo, end}) {
				end = r
			}
		}
	}
	p.ante = span{lo, end}
	start := v.clauseStart(p.cue.lo)
	if v.word(start-1, "—", "–", "--", ":") && start >= p.cue.lo-1 {
		start = v.clauseStart(start - 1) // the condition itself stands after a dash
	}
	if p.main >= 0 && p.main < p.cue.lo {
		start = max(start, v.phrase(p.main, p.cue.lo).lo)
	}
	for k := p.cue.lo - 3; k > start; k-- { // the nearest clause that is told or thought
		if v.word(k, "that") && v.tells(k) && v.hasFinite(span{k, p.cue.lo}) {
			start = k + 1
			break
		}
	}
	p.then = span{start, p.cue.lo}
	if v.word(p.cue.lo-1, "—", "–", "--") {
		p.then = span{start, p.cue.lo - 1}
	}
	return !v.tagged() || (p.ante.hi-p.ante.lo >= 3 || p.form == "without" || p.form == "in return" || p.form == "provided" || v.predicates(p.ante)) && v.predicates(p.then)
}

// fits asks of some forms more than their word: a modal or a denial in the consequence.
func (v *view) fits(form string, p *parts) bool {
	if !v.tagged() {
		return form != "when" && form != "until" && form != "without"
	}
	switch form {
	case "until":
		return v.any(p.then, "not", "n't", "n’t", "never", "no", "refuse", "refuses", "refused", "will", "wo", "’ll", "'ll", "would", "must", "cannot", "can")
	case "only if":
		return v.word(p.cue.hi-1, "if") || v.present(p.then) || v.any(p.then, "will", "would", "can", "could", "wo", "’ll", "'ll", "must", "may", "might")
	case "before":
		return p.ante.lo > p.then.lo && v.any(p.then, "not", "n't", "n’t", "never", "no", "cannot", "must") && v.any(p.then, "will", "wo", "’ll", "'ll", "would", "must", "cannot", "can", "ca", "could")
	case "when":
		return v.present(p.ante) && (v.any(p.then, "will", "wo", "’ll", "'ll", "shall", "must") || v.generic(p))
	case "in return":
		return v.present(p.then) || v.any(p.then, "will", "would", "must", "should", "could", "may", "might", "’ll", "offer", "offers", "offered", "promise", "promised", "promises", "agree", "agreed", "agrees", "ready", "willing", "want", "wants", "wanted", "demand", "demands", "demanded")
	case "without":
		return (v.any(p.then, "would", "could", "will", "wo", "cannot", "ca", "can", "’d", "'d", "might", "may", "no", "impossible", "never") || v.word(p.cue.lo, "failing", "absent", "barring") && v.present(p.then)) &&
			!v.any(p.ante, "having")
	}
	return true
}

// generic says whether a condition with when holds at all times: both clauses in
// the present, nobody telling what he does now, no telling verb.
func (v *view) generic(p *parts) bool {
	if !v.present(p.then) || v.any(p.ante.join(p.then), "i", "we", "now", "today", "currently") {
		return false
	}
	m := p.main
	if m < 0 || !p.then.holds(m) {
		m = v.top(p.then)
	}
	switch v.lemma(m) {
	case "say", "tell", "think", "know", "ask", "remember", "mean", "note", "add", "argue", "claim", "report":
		return false
	}
	return p.ante.hi-p.ante.lo > 1 && !v.word(p.ante.lo, "it", "that")
}

// any says whether a stretch holds one of some words.
func (v *view) any(s span, words ...string) bool {
	for i := max(s.lo, 0); i < s.hi; i++ {
		if v.word(i, words...) {
			return true
		}
	}
	return false
}

// present says whether the first tensed verb of a stretch stands in the present.
func (v *view) present(s span) bool {
	for i := s.lo; i < s.hi; i++ {
		if v.finite(i) {
			return v.form(i) == "VBZ" || v.form(i) == "VBP"
		}
	}
	return false
}
