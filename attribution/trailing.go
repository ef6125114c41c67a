package attribution

// trailing reads a report that comes after or inside what is reported: "…," he
// said; …, said the minister.
func (f *flat) trailing(h hit, c cue, v int) (hit, bool) {
	h.kind = c.kind
	s := f.sentence(v)
	if !h.source.empty() && h.source.to <= h.cue.from {
		if f.before(h.source.from, s.from) {
			return f.left(h, v, h.source.from, v+1)
		}
	}
	if f.before(h.cue.from, s.from) && h.cue.from == v { // said the minister
		src := f.phraseAfter(v+1, s.to)
		if !src.empty() {
			h.source = src
			return f.left(h, v, v, src.to)
		}
	}
	return h, false
}

// before reports whether a report that begins at word i follows its content.
func (f *flat) before(i, from int) bool {
	k := i - 1
	for k >= from && f.tag(k) == adv && !f.comma(k) { // then he added
		k--
	}
	if k < 0 {
		return false
	}
	if f.words[k].quote >= 0 && f.quotes[f.words[k].quote].to == k+1 {
		return f.words[i].quote != f.words[k].quote && f.sentence(k).to >= k+1 && f.block(k) == f.block(i)
	}
	return k > from && f.is(k, ",") && i-from > 2
}

// left takes the content before a report that reaches from start to end.
func (f *flat) left(h hit, v, start, end int) (hit, bool) {
	s := f.sentence(v)
	k := start - 1
	for k > 0 && f.tag(k) == adv {
		k--
	}
	if q := f.words[k].quote; q >= 0 && f.quotes[q].to == k+1 {
		if f.words[k].sentence != f.words[start].sentence && !f.endsReport(end, s.to) {
			return h, false
		}
		if f.is(k-1, ",") || f.stop(k-1) || f.is(k-1, "-", "—", "--") || f.quotes[q].to-f.quotes[q].from > 6 {
			return f.leftQuote(h, q, end), true
		}
		return h, false
	}
	if !f.is(k, ",") || !f.endsReport(end, s.to) || f.quoteAt(end, s.to) >= 0 || f.relative(h.source.from) {
		return h, false
	}
	from := f.contentStart(k, s.from)
	if f.subordinate(from) && !f.stop(end) {
		return h, false
	}
	h.content, h.rule = []span{{from, k}}, "clause before report"
	if f.is(end, ",") && f.continues(end+1, s.to) { // a report inserted in its content
		if e := f.clauseEnd(end + 1); e > end+1 && f.hasFinite(end+1, e) {
			h.content, h.rule = append(h.content, span{end + 1, e}), "report inserted"
			return h, k > from
		}
	}
	return h, k-from >= 3 && f.hasFinite(from, k)
}

// leftQuote takes a quotation before a report, with the words of its sentence
// that lead to it and the quotation that goes on after the report.
func (f *flat) leftQuote(h hit, q, end int) hit {
	from := f.quotes[q].from
	if s := f.sentence(from); from > s.from && !f.stop(from-1) && !f.is(from-1, ",", ":") && f.words[from-1].quote < 0 {
		if b := f.contentStart(from, s.from); b < from {
			from = b
		}
	}
	h.content, h.quote, h.rule = []span{{from, f.quotes[q].to}}, q, "quotation before report"
	next := q + 1
	if next >= len(f.quotes) {
		return h
	}
	n := f.quotes[next].from
	e := end
	for e < n && e < end+20 {
		if f.reports(e) && f.finite(e) && f.tag(e) == verb {
			return h
		}
		e++
	}
	if f.block(min(n, len(f.words)-1)) != f.block(end-1) {
		return h
	}
	if n == end || n == end+1 && (f.is(end, ",", ":", ";") || f.stop(end)) || f.stop(n-1) && f.words[n-1].sentence == f.words[end-1].sentence || f.is(n-1, ",") && n-end < 6 {
		h.content = append(h.content, span{n, f.quotes[next].to})
	}
	return h
}

// subordinate reports whether a clause that begins at i cannot stand alone.
func (f *flat) subordinate(i int) bool {
	return f.tag(i) == sconj || f.is(i, "when", "while", "as", "asked", "after", "before", "because", "although", "though", "since", "if", "speaking", "pressed") ||
		participle(f.words[i].Form) && f.tag(i) == verb
}

// endsReport reports whether nothing but adjuncts follows a trailing report.
func (f *flat) endsReport(i, to int) bool {
	if i >= to || f.stop(i) || f.is(i, ",", ";", ")") || f.words[i].quote >= 0 {
		return true
	}
	if !calendar[f.low(i)] && !f.among(i, adp, adv) {
		return false
	}
	for i < to && (calendar[f.low(i)] || occasion[f.low(i)] || f.among(i, adp, det, propn, adj, noun, adv, num, pron)) {
		i++
	}
	return i >= to || f.stop(i) || f.is(i, ",")
}

// contentStart gives the first word of the clause that ends before k.
func (f *flat) contentStart(k, from int) int {
	start := from
	for i := k - 1; i >= from; i-- {
		if f.words[i].quote >= 0 && f.words[i].quote != f.words[k-1].quote && i < k-1 {
			continue
		}
		if f.is(i, ";") || f.is(i, ",") && f.tag(i+1) == cconj && f.clauseFollows(i+2, k) {
			start = i + 1
			break
		}
	}
	for start < k && (f.tag(start) == cconj || f.mark(start) && f.words[start].quote < 0) {
		start++
	}
	return start
}

func (f *flat) hasFinite(from, to int) bool {
	for i := from; i < to; i++ {
		if f.finite(i) {
			return true
		}
	}
	return false
}

// continues reports whether what follows an inserted report is content, not a
// new clause of the author's.
func (f *flat) continues(i, to int) bool {
	if i >= to || f.tag(i) == cconj || f.words[i].Form == "VBG" || f.relative(i) {
		return false
	}
	return f.tag(i) != sconj
}

// phraseAfter gives the source after its verb: "said the minister, a friend of
// the crown,".
func (f *flat) phraseAfter(i, to int) span {
	if i >= to || !f.nominal(i) || f.is(i, "him", "them", "me", "us") || days[f.low(i)] {
		return span{}
	}
	e := f.objectEnd(i)
	if e == i || !f.headlike(e-1) {
		return span{}
	}
	if f.is(e, ",") {
		end := e + 1
		for end < to && !f.is(end, ",") && !f.stop(end) && !f.mark(end) {
			end++
		}
		if end > e+1 && f.apposition(span{e + 1, end}) {
			e = end
		}
	}
	return span{i, e}
}
