package causality

import "strings"

// connected finds what connectives tie.
func (v *view) connected() []link {
	var found []link
	for i := 0; i < len(v.low); i++ {
		for _, c := range connectives[v.low[i]] {
			end, ok := v.match(i, c.words)
			if !ok || end >= len(v.low) || !v.suits(c, i, end) {
				continue
			}
			l := link{sign: 1, head: -1, cue: span{i, end}, family: c.family(), weak: c.weak, rule: c.kind + ": " + c.phrase}
			switch c.kind {
			case "cause":
				found = append(found, v.because(l, c)...)
			case "effect":
				if v.therefore(&l, c) {
					found = append(found, l)
				}
			case "aim":
				if v.aims(&l) {
					found = append(found, l)
				}
			}
			i = end - 1
			break
		}
	}
	return found
}

// family is what the confidence of a connective is counted under.
func (c connective) family() string {
	return strings.TrimSpace(c.kind + ": " + c.phrase + " " + c.needs)
}

// suits says whether what follows a connective is what it needs.
func (v *view) suits(c connective, i, end int) bool {
	if !v.tagged() {
		return !c.weak
	}
	t := v.relation(end - 1)
	switch c.needs {
	case "_ing":
		return v.form(end) == "VBG" || v.tag(end, "ADV") && v.form(min(end+1, len(v.low)-1)) == "VBG"
	case "_clause":
		h := v.head(end - 1)
		return t == "mark" && h > i && v.relation(h) == "advcl" && !v.word(i-1, "such", "as") && !v.word(h, "do", "does", "did") && !v.quotes(h) && v.lemma(v.head(h)) != "come" && v.subjectSoon(end) &&
			(i == 0 || !v.word(i, "as") || !v.tag(i-1, "ADJ", "ADV", "NUM"))
	case "_now":
		h := v.head(end - 1)
		return t == "mark" && h > i && v.relation(h) == "advcl" && v.current(end, h)
	case "_so":
		return v.word(i-1, ",", "and", "—", "–", ";") && v.tag(end, "PRON", "DET", "NOUN", "PROPN", "ADJ", "NUM") && v.subjectSoon(end) && !v.word(end, "many", "much", "few", "that", "called", "strong")
	case "_np":
		h := v.head(end - 1)
		return t == "case" && h > i && v.relation(h) == "obl"
	case "_reaction":
		h := v.head(end - 1)
		g := -1
		if h > i {
			g = v.head(h)
		}
		return (t == "case" || t == "mark" && v.form(h) == "VBG") && g >= 0 && g < i && (reactions[v.lemma(g)] || reactions[v.low[g]] || reactions[v.low[i-1]])
	case "_feeling":
		h := v.head(i)
		return h > i && v.tag(h, "NOUN") && v.feeling(v.lemma(h))
	case "_inf":
		h := v.head(i)
		return t == "mark" && h > i && v.relation(h) == "advcl" && v.form(h) == "VB" && v.deed(i, v.head(h))
	}
	switch c.phrase {
	case "given":
		return v.tag(end, "DET", "PRON", "NOUN", "ADJ") && !v.tag(max(i-1, 0), "AUX", "NOUN", "VERB", "PRON", "DET") && !v.word(end, "name", "day", "time")
	case "thus", "hence":
		return !v.word(end, "far")
	case "amid", "after", "following":
		return t == "case" || t == "mark" || t == "fixed" || t == "nmod"
	}
	return true
}

// current says whether a clause tells what is, must or can be, not what was:
// then since gives a reason and no time.
func (v *view) current(lo, verb int) bool {
	for i := lo; i <= verb; i++ {
		if v.finite(i) {
			return (v.form(i) == "VBZ" || v.form(i) == "VBP" || v.form(i) == "MD") && !v.word(i, "has", "have", "’ve", "'ve")
		}
	}
	return false
}

// quotes says whether a verb tells what was said or known: "as he noted".
func (v *view) quotes(i int) bool {
	switch v.lemma(i) {
	case "say", "mention", "note", "tell", "see", "know", "expect", "describe", "suggest", "put", "show", "report", "write", "recall", "explain", "call":
		return true
	}
	return false
}

// deed says whether what governs an infinitive is done for it: a verb, and none
// that the infinitive only completes, as in "counted on to win" or "happy to see".
func (v *view) deed(to, g int) bool {
	if g < 0 || !v.tag(g, "VERB") && v.child(g, "cop") < 0 || v.tag(g, "ADJ") || v.tag(to-1+b2i(to == 0), "ADJ") && to-1 == g {
		return false
	}
	switch v.lemma(g) {
	case "count", "take", "wait", "continue", "go", "come", "begin", "tend", "appear", "seem", "happen", "fail", "manage", "dare", "expect", "want", "like", "love", "hope", "long":
		return v.word(to-1, ",") || g > to
	}
	return !v.word(to-1, "how", "what", "where", "whether", "when") && !v.word(to+1, "be") || v.word(to-1, ",") && !v.word(to+2, "exact", "sure", "fair", "honest", "precise", "clear")
}

// feeling says whether a word names what people act out of.
func (v *view) feeling(l string) bool {
	switch l {
	case "fear", "anger", "despair", "desperation", "frustration", "concern", "spite", "necessity", "need", "hatred", "greed", "love",
		"loyalty", "sympathy", "solidarity", "respect", "conviction", "weakness", "strength", "hope", "revenge", "pride", "habit", "ignorance", "duty":
		return true
	}
	return false
}

// climb is the highest governor of a token that does not stand before it.
func (v *view) climb(i, end int) int {
	c := i
	for h := v.head(c); h >= i && h < end; h = v.head(c) {
		c = h
	}
	return c
}

// because ties what follows as cause to the clause or noun it hangs on. "Not
// because A but because B" gives a denied cause and an asserted one.
func (v *view) because(l link, c connective) []link {
	i, j := l.cue.lo, l.cue.hi
	end := v.clauseEnd(j)
	if v.fronting(i) && (i == 0 || !v.word(i-1, ",", "and", "or", "but") || !v.hasFinite(span{v.clauseStart(i), i})) {
		p := parts{cue: l.cue, form: "without"}
		if v.fronted(&p) {
			l.causes, l.effect = v.split(p.ante), p.then
			return []link{l}
		}
	}
	if !v.tagged() {
		l.causes, l.effect = []span{{j, end}}, span{v.clauseStart(i), i}
		return []link{l}
	}
	top := v.climb(j, end)
	cause := span{j, max(j+1, v.reach[top].hi)}.before(end)
	l.causes, l.effect = v.split(v.core(cause)), v.hangs(i, top)
	if v.trim(l.effect).empty() {
		l.effect = span{v.clauseStart(i), i}
	}
	l.mute = v.minded(l.effect)
	partly := v.word(i-2, "not") && v.word(i-1, "just", "only", "simply", "merely")
	if !partly && !v.word(i-1, "not") {
		return []link{l}
	}
	for k := j + 1; k < end-1; k++ {
		if !v.word(k, "but") {
			continue
		}
		denied, stands := l, l
		denied.negated, denied.causes = v.word(i-1, "not"), []span{{j, k}}
		stands.cue = span{k, k + 1}
		if n, ok := v.match(k+1, c.words); ok {
			stands.cue.hi = n
		}
		stands.causes = []span{{stands.cue.hi, end}}
		stands.rule = l.rule + ", not but"
		denied.effect = denied.effect.before(i - 1)
		stands.effect = denied.effect
		return []link{denied, stands}
	}
	l.negated = v.word(i-1, "not")
	return []link{l}
}

// hangs is what a connective with its complement hangs on: a noun phrase, or the clause.
func (v *view) hangs(i, top int) span {
	h := v.head(top)
	for h > i && v.head(h) >= 0 {
		h = v.head(h)
	}
	start := v.clauseStart(i)
	if h < 0 || h > i {
		return span{start, i}
	}
	if v.tag(h, "NOUN") && v.relation(top) == "nmod" {
		return v.phrase(h, i).before(i)
	}
	if s := v.phrase(v.clause(h), i).before(i).after(start); !v.trim(s).empty() {
		return s
	}
	return span{start, i}
}

// therefore ties what stands before, in the sentence or the one before, to what follows.
func (v *view) therefore(l *link, c connective) bool {
	i, j := l.cue.lo, l.cue.hi
	end := v.clauseEnd(j)
	l.effect = span{j, end}
	switch c.phrase {
	case "so that", "so", "thereby":
		l.causes = []span{v.before(i)}
		return i > 1 && (c.phrase != "so" || v.word(i-1, ",", "and", "—", "–", ";"))
	case "which is why":
		l.causes = []span{v.before(i)}
		return i > 1
	}
	before := v.before(i)
	if i > 0 && !v.fronting(i) && v.tagged() { // "is therefore idle"
		l.effect = span{v.clauseStart(i), end}
		l.past = true
		return v.clauseStart(i) == 0
	}
	if v.tagged() && !v.predicates(before) && before.hi-before.lo < 4 {
		l.past = true
		return true
	}
	l.causes = []span{before}
	return !before.empty()
}

// before is the clause that ends at a place; a hard mark just there counts as its end.
func (v *view) before(i int) span {
	end := i
	for end > 0 && (v.isMark(end-1) && !v.word(end-1, ")", "”") || v.word(end-1, "and", "but")) {
		end--
	}
	return v.trim(span{v.clauseStart(end), end})
}

// aims ties a deed to what it is meant to bring about.
func (v *view) aims(l *link) bool {
	i, j := l.cue.lo, l.cue.hi
	end := v.clauseEnd(j)
	if v.word(v.clauseStart(i), "were") { // "were they to leave" is a condition
		return false
	}
	if v.fronting(i) && (i == 0 || !v.hasFinite(span{v.clauseStart(i), i})) {
		p := parts{cue: l.cue, form: "without"}
		if !v.fronted(&p) {
			return false
		}
		l.effect, l.causes = p.ante, []span{p.then}
		return true
	}
	if !v.tagged() {
		l.effect, l.causes = span{j, end}, []span{{v.clauseStart(i), i}}
		return true
	}
	top := v.climb(j, end)
	l.effect = v.core(span{j, max(j+1, v.reach[top].hi)}.before(end))
	l.causes = []span{v.hangs(i, top)}
	l.mute = v.next(j)
	return true
}

// next says whether an aim is only what somebody does next – meet, sign, discuss –
// and nothing that the deed brings about.
func (v *view) next(i int) bool {
	for i < len(v.low)-1 && v.tag(i, "ADV") {
		i++
	}
	return i < len(v.low) && v.tag(i, "VERB") && len(verbs[v.lemma(i)]) == 0 && !v.outcome(i) && !gains[v.lemma(i)]
}

// gains are verbs of what is won or kept by a deed.
var gains = map[string]bool{
	"win": true, "gain": true, "keep": true, "hold": true, "regain": true, "retain": true, "survive": true, "avoid": true,
	"become": true, "remain": true, "stay": true, "get": true, "escape": true, "defend": true, "overcome": true, "achieve": true,
	"build": true, "establish": true, "buy": true, "bring": true, "attain": true, "rescue": true, "free": true, "master": true,
}

// minded says whether a clause tells what a single person thinks or feels: why he
// does so explains him and nothing in the world.
func (v *view) minded(s span) bool {
	for i := s.lo; i < s.hi; i++ {
		if !minds[v.lemma(i)] || !v.tag(i, "VERB", "ADJ") {
			continue
		}
		c := v.child(i, "nsubj")
		return c >= s.lo && c < i && (v.word(c, "he", "she", "i", "you") || v.tag(c, "PROPN") || v.form(c) == "NN" && actors[v.lemma(c)])
	}
	return false
}
