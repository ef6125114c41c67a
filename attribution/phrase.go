package attribution

import (
	"strings"

	"reckon/grammar"
)

// subject gives the words that stand for who does what the verb group from g on
// says: its own subject, a relative pronoun, or the subject that the verb shares
// with the one before it. It is empty when there is none.
func (f *flat) subject(g, v int) span {
	near := f.nearSubject(g)
	far := f.parsedSubject(g, v)
	if near.empty() || far.from < near.from && far.to == near.to {
		if !far.empty() {
			return far
		}
	}
	return near
}

// parsedSubject gives the subject that the tree has for a verb, up to the verb
// group or to a relative clause after a comma.
func (f *flat) parsedSubject(g, v int) span {
	base := f.starts[f.words[v].sentence]
	s := &f.text.Sentences[f.words[v].sentence]
	head := s.Child(v-base, grammar.Nsubj)
	if head < 0 || base+head >= g {
		return span{}
	}
	from, to := s.Subtree(head)
	n := span{base + from, min(base+to, g)}
	for i := base + head + 1; i < n.to; i++ {
		if f.is(i-1, ",") && (f.relative(i) || f.aside(i)) {
			n.to = i - 1
		}
	}
	for n.to > n.from && (f.is(n.to-1, ",") || f.tag(n.to-1) == adv) && !f.is(n.to-1, ")") {
		n.to--
	}
	n = f.trimPhrase(n)
	if n.to-n.from > 40 || f.words[n.from].quote != f.words[v].quote && f.mark(n.from) {
		return span{}
	}
	return n
}

// nearSubject finds a subject by the words that stand before the verb group.
func (f *flat) nearSubject(g int) span {
	s := f.sentence(g)
	j := f.skipAdjuncts(g-1, s.from)
	switch {
	case j < s.from:
		return span{}
	case f.is(j, "who", "which", "that", "what") && f.tag(j) != sconj && f.tag(j) != det:
		return span{j, j + 1}
	case f.is(j, ","):
		if p := f.parenthesis(j, s.from); !p.empty() {
			return p
		}
		return f.shared(g, s.from)
	case f.is(j, ")"):
		if p := f.bracketed(j, s.from); !p.empty() {
			return p
		}
	case f.headlike(j):
		if n := f.phraseBefore(j, s.from); !n.empty() {
			return n
		}
	}
	return f.shared(g, s.from)
}

// skipAdjuncts steps left over what may stand between subject and verb: days,
// "on Friday", "last week", adverbs.
func (f *flat) skipAdjuncts(j, from int) int {
	for j > from {
		switch {
		case f.tag(j) == adv && !f.is(j, "there"):
			j--
		case calendar[f.low(j)] && f.is(j-1, "on", "last", "this", "in", "next", "late", "early"):
			j -= 2
		case days[f.low(j)] && f.headlike(j-1):
			j--
		case calendar[f.low(j)] && f.is(j-2, "on", "in", "earlier", "later", "last", "this"):
			j -= 3
		default:
			return j
		}
	}
	return j
}

// parenthesis gives a subject that an apposition or an insertion between commas
// follows, the last at j. An apposition belongs to the source, a relative clause
// or an adverbial does not.
func (f *flat) parenthesis(j, from int) span {
	for k := j - 1; k > from && k > j-30; k-- {
		if f.stop(k) || f.is(k, ";", ":", "”", "\"", "''") {
			return span{}
		}
		if !f.is(k, ",") {
			continue
		}
		n := f.phraseEnding(k-1, from)
		if n.empty() {
			continue
		}
		if f.apposition(span{k + 1, j}) {
			n.to = j + 1
			return f.nameBefore(n, from)
		}
		if f.relative(k+1) || f.aside(k+1) {
			return n
		}
		return span{}
	}
	return span{}
}

// phraseEnding gives the phrase that ends at j, brackets after it included.
func (f *flat) phraseEnding(j, from int) span {
	if f.is(j, ")") {
		return f.bracketed(j, from)
	}
	return f.phraseBefore(j, from)
}

// nameBefore takes in the name that an apposition of several commas belongs to:
// "Ann Lee, head of the bank in Basel, Switzerland,".
func (f *flat) nameBefore(n span, from int) span {
	k := n.from - 1
	for k > from && f.is(k, "now", "then", "once", "formerly", "currently") {
		k--
	}
	if !f.is(k, ",") || f.tag(k-1) != propn {
		return n
	}
	if name := f.phraseBefore(k-1, from); !name.empty() {
		return span{name.from, n.to}
	}
	return n
}

// bracketed gives a subject that ends in brackets, such as a party and state.
func (f *flat) bracketed(j, from int) span {
	k := j - 1
	for k > from && k > j-8 && !f.is(k, "(") {
		k--
	}
	n := f.phraseBefore(k-1, from)
	if !f.is(k, "(") || n.empty() {
		return span{}
	}
	return span{n.from, j + 1}
}

// apposition reports whether words between commas name the same thing again.
func (f *flat) apposition(s span) bool {
	if s.empty() || f.is(s.from, "but", "and", "or") {
		return false
	}
	for i := s.from; i < s.to; i++ {
		if f.finite(i) && !f.relativeBefore(i, s.from) {
			return false
		}
	}
	return f.among(s.from, det, noun, propn, adj, num) || f.is(s.from, "now", "once", "formerly", "his", "her", "their", "its")
}

func (f *flat) relativeBefore(i, from int) bool {
	for k := i - 1; k >= from; k-- {
		if f.relative(k) {
			return true
		}
	}
	return false
}

// aside reports whether a word opens an insertion between subject and verb.
func (f *flat) aside(i int) bool {
	return f.among(i, adv, adp, sconj) || f.words[i].Form == "VBG" || f.words[i].Form == "VBN" || f.is(i, "however", "though", "meanwhile")
}

// shared gives the subject of the verb that a coordinated verb or a participle
// shares its subject with: the nearest before it that has one of its own.
func (f *flat) shared(g, from int) span {
	coordinated := f.tag(g-1) == cconj || f.is(g-1, ",") && !participle(f.words[g].Form)
	best := span{}
	for i := g - 1; i >= from; i-- {
		if coordinated && f.attitudeNext(g, f.sentence(g).to) && f.words[i].verb == nil { // beside another attitude
			continue
		}
		if f.words[i].quote != f.words[g].quote || !f.finite(i) || i > from && f.tag(i-1) == aux {
			continue
		}
		start := f.group(i)
		j := f.skipAdjuncts(start-1, from)
		var n span
		switch {
		case j < from:
			return best
		case f.is(j, "who", "which") && coordinated:
			return span{j, j + 1}
		case f.is(j, ","):
			n = f.parenthesis(j, from)
		case f.is(j, ")"):
			n = f.bracketed(j, from)
		case f.headlike(j):
			n = f.phraseBefore(j, from)
		}
		if n.empty() {
			continue
		}
		best = n
		if coordinated {
			return best
		}
	}
	return best
}

func participle(form grammar.Form) bool { return form == "VBG" || form == "VBN" }

// group gives the first word of the verb group that ends in v: auxiliaries,
// negation and adverbs between them.
func (f *flat) group(v int) int {
	s := f.sentence(v)
	g := v
	for g > s.from {
		switch {
		case f.tag(g-1) == aux, f.is(g-1, "not", "n't", "n’t"):
			g--
		case f.tag(g-1) == adv && !f.is(g-1, "there", "why", "how", "when", "where", "so", "then") && (g-2 < s.from || !f.comma(g-2)):
			g--
		default:
			return f.trimAdverbs(g, v)
		}
	}
	return f.trimAdverbs(g, v)
}

// trimAdverbs drops sentence adverbs at the head of a clause from the group.
func (f *flat) trimAdverbs(g, v int) int {
	s := f.sentence(v)
	for g < v && g == s.from && f.tag(g) == adv {
		g++
	}
	return g
}

// phraseBefore gives the noun phrase that ends at word j, as far as it reaches
// left within the clause.
func (f *flat) phraseBefore(j, from int) span {
	if j < from || !f.headlike(j) {
		return span{}
	}
	if f.tag(j) == pron && (nominative[f.low(j)] || f.is(j, "himself", "herself", "themselves")) {
		return span{j, j + 1}
	}
	i := j
	cut := -1 // a coordination to give up if the scan meets a verb
	for i > from {
		k := i - 1
		if f.words[k].quote != f.words[j].quote {
			break
		}
		switch {
		case f.nominal(k) && (f.tag(k) != pron || !nominative[f.low(k)]):
			i = k
		case f.is(k, "of"):
			i = k
		case f.is(k, "-", "–", "/") && f.words[k].End == f.words[k+1].Start:
			i = k
		case f.tag(k) == adp && k > from && f.headlike(k-1) && !f.is(k, "as", "after", "before", "since", "until"):
			i = k
		case f.tag(k) == cconj && k > from && f.headlike(k-1):
			if cut < 0 {
				cut = k + 1
			}
			i = k
		case participle(f.words[k].Form) && f.tag(k) == verb && k > from && (f.headlike(k-1) || f.tag(k-1) == det):
			i = k
		case f.tag(k) == adv && k > from && f.is(k+1, "all", "every", "half", "many", "few"):
			i = k
		default:
			if cut >= 0 && (f.tag(k) == verb || f.tag(k) == aux || f.is(k, "to")) {
				i = cut
			}
			return f.trimPhrase(span{i, j + 1})
		}
	}
	return f.trimPhrase(span{i, j + 1})
}

// trimPhrase drops what cannot begin a noun phrase from its left.
func (f *flat) trimPhrase(s span) span {
	for s.from < s.to {
		if f.among(s.from, noun, propn, num, adj, det, pron, sym) {
			return s
		}
		if f.tag(s.from) == adv && f.is(s.from, "nearly", "almost", "about") {
			return s
		}
		s.from++
	}
	return span{}
}

// objectEnd gives the end of a noun phrase that begins at i and goes on to the
// right: it stops at marks, verbs, conjunctions of clauses and dates.
func (f *flat) objectEnd(i int) int {
	s := f.sentence(i)
	q := -1
	start := i
	for ; i < s.to; i++ {
		if f.mark(i) && f.words[i].quote >= 0 {
			q = f.words[i].quote
		}
		if q >= 0 && f.words[i].quote == q {
			if f.mark(i) && f.is(i-1, ",") && i == f.quotes[q].to-1 {
				return i + 1
			}
			continue
		}
		w := &f.words[i]
		switch {
		case i > start && f.is(i, "more", "less", "rather", "better", "worse") && f.is(i+1, "than"):
			return f.clauseEnd(start)
		case f.stop(i), f.is(i, ",", ";", ":", "--", "–", "—", "(", ")"):
			return i
		case i > start && (f.finite(i) || f.tag(i) == aux || f.tag(i) == sconj && !f.is(i, "that", "for", "of")):
			return i
		case i > start && f.is(i, "when", "while", "because", "after", "before", "during", "if", "but", "amid", "since", "until", "following"):
			return i
		case i > start && f.is(i, "as") && (!f.nominal(i+1) || f.clauseFollows(i+1, s.to)):
			return i
		case i > start && f.tag(i) == cconj && (f.tag(i+1) == verb || f.tag(i+1) == adv || f.tag(i+1) == aux || f.tag(i+1) == pron && nominative[f.low(i+1)]):
			return i
		case i > start && f.is(i, "on", "in", "at", "last", "this", "earlier", "late") && (calendar[f.low(i+1)] || calendar[f.low(i+2)] || occasion[f.low(i+2)] || occasion[f.low(i+3)]):
			return i
		case i > start && days[w.low]:
			return i
		case i > start && f.relative(i) && w.Tag != det:
			return f.clauseEnd(i)
		}
	}
	return i
}

// parsedEnd gives the end of the object of a verb that begins at i: where the tree
// ends it, and where the words do without a tree.
func (f *flat) parsedEnd(v, i int) int {
	near := f.objectEnd(i)
	base := f.starts[f.words[v].sentence]
	s := &f.text.Sentences[f.words[v].sentence]
	head := s.Child(v-base, grammar.Obj)
	if head < 0 || base+head < i || base+head >= near {
		return near
	}
	_, to := s.Subtree(head)
	end := base + to
	for end > i+1 && f.words[end-1].Tag == punct && !f.is(end-1, ")") && !f.mark(end-1) {
		end--
	}
	return max(end, near)
}

// clauseEnd gives the end of a clause that is content and begins at i: the end
// of its sentence without the mark, or where the reporting goes on. A quotation
// that begins in it is taken to its end, over sentences.
func (f *flat) clauseEnd(i int) int {
	s := f.sentence(i)
	start, depth := i, 0
	for i < s.to {
		if q := f.words[i].quote; q >= 0 && f.words[start].quote != q {
			i = f.quotes[q].to
			if i >= s.to {
				return i
			}
			continue
		} else if q >= 0 && f.mark(i) && i == f.quotes[q].to-1 && f.words[start].quote == q {
			return i
		}
		switch {
		case f.is(i, "(", "["):
			depth++
		case f.is(i, ")", "]"):
			if depth == 0 {
				return i
			}
			depth--
		case depth == 0 && i > start && f.breaks(i, s):
			return i
		}
		i++
	}
	for i > start && f.stop(i-1) && f.words[i-1].quote == f.words[start].quote {
		i--
	}
	return i
}

// breaks reports whether the content of a report ends before word i.
func (f *flat) breaks(i int, s span) bool {
	if f.is(i, ";") || f.dash(i, s) {
		return true
	}
	if f.tag(i) == cconj && (f.reportNext(i+1, s.to) || f.attitudeNext(i+1, s.to)) {
		return true
	}
	if !f.comma(i) || i+1 >= s.to || f.is(i-1, "that") {
		return false
	}
	n := i + 1
	if f.tag(n) == adv && n+1 < s.to {
		n++
	}
	switch {
	case f.is(i, ",") && f.is(i+1, "who", "which"):
		return true
	case f.is(n, "according"):
		return true
	case strings.HasSuffix(f.low(n), "ing") && f.words[n].verb != nil && f.tag(n) != noun:
		return true
	case f.tag(i+1) == cconj && f.reportNext(i+2, s.to):
		return true
	case f.is(n, "but", "while", "though", "although", "even"):
		return f.clauseFollows(n+1, s.to)
	case f.tag(n) == cconj:
		return f.clauseFollows(n+1, s.to) && f.reportFollows(n+1, s.to)
	}
	return f.inserted(i, s.to) > 0
}

// dash reports whether a dash begins what the author adds: none closes it.
func (f *flat) dash(i int, s span) bool {
	if !f.is(i, "--", "—") {
		return false
	}
	for k := i + 1; k < s.to; k++ {
		if f.words[k].low == f.words[i].low && f.words[k].Start-f.words[k-1].End == f.words[i].Start-f.words[i-1].End {
			return false
		}
	}
	return true
}

// reportNext reports whether a verb of reporting comes next, adverbs aside.
func (f *flat) reportNext(i, to int) bool {
	for i < to && f.tag(i) == adv {
		i++
	}
	return i < to && f.tag(i) == verb && f.finite(i) && f.reports(i)
}

// attitudeNext reports whether "is convinced", "remain wary" comes next.
func (f *flat) attitudeNext(i, to int) bool {
	if i >= to || !beForms[f.low(i)] && !linking[f.low(i)] {
		return false
	}
	i++
	for i < to && f.tag(i) == adv {
		i++
	}
	return i < to && words.adjectives[f.low(i)] != nil && f.is(i+1, "that", "to", "of", "about")
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// reports reports whether a word may be a verb of saying with a clause.
func (f *flat) reports(i int) bool {
	if i < 0 || i >= len(f.words) || f.words[i].verb == nil {
		return false
	}
	for _, c := range f.words[i].verb.cues {
		if c.frames&(frQuote|frThat) != 0 && len(c.rest) == 0 {
			return true
		}
	}
	return false
}

// clauseFollows reports whether a subject and a finite verb come next.
func (f *flat) clauseFollows(i, to int) bool {
	for k := i; k < to && k < i+14; k++ {
		if f.finite(k) {
			return k > i
		}
		if !f.nominal(k) && f.tag(k) != adp && f.tag(k) != adv && f.tag(k) != cconj && !f.relative(k) {
			return false
		}
	}
	return false
}

// reportFollows reports whether the next clause reports by itself.
func (f *flat) reportFollows(i, to int) bool {
	for k := i; k < to && k < i+14; k++ {
		if f.finite(k) && f.tag(k) == verb {
			return f.reports(k)
		}
	}
	return false
}

// inserted gives the length of a report between marks after the comma at i:
// ", he said," or ", said the minister."; 0 when there is none.
func (f *flat) inserted(i, to int) int {
	for k := i + 1; k < to && k < i+16; k++ {
		if f.stop(k) || f.is(k, ",") {
			return 0
		}
		if f.tag(k) == verb && f.reports(k) && f.finite(k) {
			if k+1 >= to || f.stop(k+1) || f.is(k+1, ",", "as", "after", "in", "on", "during", "when") || days[f.low(k+1)] {
				return k + 1 - i
			}
			if k == i+1 { // said the minister
				e := f.objectEnd(k + 1)
				if e >= to || f.stop(e) || f.is(e, ",") {
					return e - i
				}
			}
			return 0
		}
		if !f.nominal(k) && f.tag(k) != adv && !f.is(k, "of", "for", "in") && f.tag(k) != aux {
			return 0
		}
	}
	return 0
}
