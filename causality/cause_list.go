package causality

// listed is a subject as a list of causes. A word such as factors gives way to
// the list that the sentence adds to it after "including" or a colon.
func (v *view) listed(subject span, from int) []span {
	switch v.lemma(v.top(subject)) {
	case "factor", "reason", "cause", "thing", "force", "development", "issue", "problem", "circumstance", "element", "trend", "event":
	default:
		return v.split(subject)
	}
	for i := subject.lo; i < len(v.low); i++ {
		if i >= subject.hi && i < from-1 {
			continue
		}
		open := 0
		switch {
		case v.word(i, "including", "namely", ":"):
			open = i + 1
		case v.word(i, "such") && v.word(i+1, "as"):
			open = i + 2
		default:
			continue
		}
		end := len(v.low)
		if subject.holds(i) {
			end = subject.hi
		}
		return v.split(span{open, end})
	}
	return v.split(subject)
}

// split takes a list apart at semicolons, at numbers in brackets, or at its joins.
func (v *view) split(s span) []span {
	s = v.trim(s)
	if parts := v.cutAt(s, func(i int) int { return b2i(v.word(i, ";")) }); len(parts) > 1 {
		return parts
	}
	if parts := v.cutAt(s, v.numbered); len(parts) > 1 {
		return parts
	}
	if s.empty() || !v.tagged() {
		return []span{s}
	}
	return v.joins(s)
}

// numbered gives how many tokens a number of a list takes: "(1)" three, "(1" two.
func (v *view) numbered(i int) int {
	if v.word(i, "(") && v.word(i+2, ")") && v.word(i+1, "1", "2", "3", "4", "5", "6", "7", "8", "9", "a", "b", "c", "d", "i", "ii", "iii", "iv") {
		return 3
	}
	return 0
}

// cutAt cuts a stretch at marks; mark gives how many tokens one takes.
func (v *view) cutAt(s span, mark func(int) int) []span {
	var parts []span
	lo := s.lo
	for i := s.lo; i < s.hi; i++ {
		n := mark(i)
		if n == 0 {
			continue
		}
		if p := v.trim(span{lo, i}); !p.empty() {
			parts = append(parts, p)
		}
		lo = i + n
	}
	if p := v.trim(span{lo, s.hi}); !p.empty() {
		parts = append(parts, p)
	}
	return parts
}

// joins cuts a noun phrase at the nouns joined to its head.
func (v *view) joins(s span) []span {
	h := v.top(s)
	if !v.tag(h, "NOUN", "PROPN") || v.word(s.lo, "both", "between", "either", "neither") {
		return []span{s}
	}
	var parts []span
	lo := s.lo
	for i := h + 1; i < s.hi; i++ {
		if v.head(i) == h && v.relation(i) == "conj" && v.tag(i, "NOUN", "PROPN") && v.reach[i].lo > lo {
			parts = append(parts, v.trim(span{lo, v.reach[i].lo}))
			lo = v.reach[i].lo
		}
	}
	return append(parts, v.trim(span{lo, s.hi}))
}
