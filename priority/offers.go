package priority

// offers finds what somebody would do on a condition: will stop A if B does C.
func (v *view) offers() []Finding {
	var list []Finding
	for i := range v.words {
		if !v.condition(i) {
			continue
		}
		if f, ok := v.offer(i); ok {
			list = append(list, f)
		}
	}
	return list
}

// condition says whether a token opens the condition of an offer.
func (v *view) condition(i int) bool {
	switch v.words[i].lower {
	case "if", "unless":
		return true
	case "once":
		return i > v.low(i) && i+1 < v.high(i) && v.actor(v.Mention[i+1])
	case "when", "after":
		return v.is(i-1, "only")
	case "provided", "providing":
		return i+1 < v.high(i) && (v.is(i+1, "that") || v.is(i-1, ","))
	case "as":
		return v.is(i-1, "long") && v.is(i-2, "as") || v.is(i-1, "soon") && v.is(i-2, "as")
	case "condition":
		return v.is(i-1, "on") && v.is(i+1, "that")
	}
	return false
}

// offer reads the condition that opens at a token with what hangs on it, which
// stands before it or, when the sentence opens with the condition, after a comma.
func (v *view) offer(at int) (Finding, bool) {
	low, high := v.low(at), v.high(at)
	open := at
	for open > low && (v.is(open-1, "only") || v.is(open-1, "long") || v.is(open-1, "soon") || v.is(open-1, "as") || v.is(open-1, "on") || v.is(open-1, "but")) {
		open--
	}
	from, to, end := low, open, v.clauseEnd(at+1)
	if open-low <= 1 {
		comma := v.comma(at+1, high)
		if comma < 0 {
			return Finding{}, false
		}
		from, to, end = comma+1, high, comma
	}
	g := v.undertaking(from, to, v.is(at, "unless"), v.grants)
	if g < 0 && !v.is(at, "unless") && (v.concession(at+1, end) || v.offered(at)) {
		g = v.undertaking(from, to, false, v.acts)
	}
	if g < 0 {
		return Finding{}, false
	}
	subject := v.giver(g, from)
	if subject < 0 || !v.otherSide(at+1, end, subject) && !v.bargain(at, end, subject) {
		return Finding{}, false
	}
	first, last := min(v.phraseStart(subject), open), max(end, v.clauseEnd(g+1))
	return Finding{
		Start: v.Tokens[first].Start, End: v.Tokens[last-1].End, Kind: Offer, Holder: int(v.Mention[subject]),
		Cue: [2]int{v.Tokens[open].Start, v.Tokens[at].End}, If: [2]int{v.Tokens[open].Start, v.Tokens[end-1].End},
		Parent: -1, Rule: "would do it on a condition",
	}, true
}

func (v *view) comma(i, high int) int {
	for ; i < high; i++ {
		if v.is(i, ",") && !v.is(i+1, "however") && !v.is(i-1, "however") {
			return i
		}
		if v.pause(i) {
			return -1
		}
	}
	return -1
}

// undertaking finds will or ready to with a verb that fits between two tokens, the
// last before the condition; -1.
func (v *view) undertaking(from, to int, negated bool, fits func(int) bool) int {
	for i := to - 1; i > from; i-- {
		if !v.verb(i) && (!v.is(i-1, "to") || !v.in(i-2, readyWords)) || !fits(i) {
			continue
		}
		j := i - 1
		not := false
		for j > from && (v.in(j, adverbs) || v.is(j, "not") || v.is(j, "n't") || v.is(j, "n’t") || v.is(j, "be")) {
			not = not || v.is(j, "not") || v.is(j, "n't") || v.is(j, "n’t") || v.is(j, "never")
			j--
		}
		if v.is(j, "to") && (v.in(j-1, readyWords) || v.in(j-1, offerWords) && v.verb(j-1)) {
			return j - 1
		}
		if v.in(j, willWords) && !v.is(j, "must") && not == negated {
			return j
		}
	}
	return -1
}

// grants says whether a token is a verb of giving way.
func (v *view) grants(i int) bool { return v.in(i, grantWords) }

// acts says whether a token is a verb for something that somebody does and that
// does not hurt, which is what a side pays for a concession.
func (v *view) acts(i int) bool {
	return !v.in(i, notPaying|willWords) && (v.Tokens[i].Form == "VB" || v.Tokens[i].Form == "")
}

// concession says whether a condition is that somebody gives way: lifts a ban, or
// takes a step.
func (v *view) concession(from, to int) bool {
	for i := from; i < to; i++ {
		if v.in(i, grantWords) && v.verb(i) {
			return true
		}
		if v.in(i, stepWords) && v.noun(i) && (v.in(i-1, takeWords) || v.in(i-2, takeWords) || v.in(i-3, takeWords)) {
			return true
		}
	}
	return false
}

// offered says whether the sentence before speaks of an offer.
func (v *view) offered(at int) bool {
	if v.Sentence[at] == 0 {
		return false
	}
	for i := v.First[v.Sentence[at]-1]; i < v.low(at); i++ {
		if v.in(i, offerNouns) && v.noun(i) {
			return true
		}
	}
	return false
}

// giver gives the subject of what is undertaken at a token, by the tree or else as
// the actor nearest before it; -1.
func (v *view) giver(g, from int) int {
	low, s := v.low(g), v.parse(g)
	for i := g; i < min(g+5, v.high(g)); i++ {
		if j := s.Subject(i - low); j >= 0 && low+j >= from && low+j < g && v.actor(v.Mention[low+j]) {
			if !v.reporter(low + j) {
				return low + j
			}
			break
		}
	}
	return v.left(g, from)
}

// reporter says whether a name only tells whose words a sentence gives: , said X, or
// , X said,.
func (v *view) reporter(i int) bool {
	from, to := v.Span(v.cast.Mentions[v.Mention[i]])
	if v.in(from-1, reportWords) && v.is(from-2, ",") && v.is(to, ",") {
		return true
	}
	return v.is(from-1, ",") && v.in(to, reportWords) && v.is(to+1, ",")
}

// bargain says whether words that only bargains use lead to a condition, and it
// is not one that the giver himself meets.
func (v *view) bargain(at, end, subject int) bool {
	switch v.words[at].lower {
	case "provided", "providing", "condition":
	default:
		return false
	}
	mine := v.cast.Mentions[v.Mention[subject]].Entity
	for i := at + 1; i < min(end, at+4); i++ {
		if m := v.Mention[i]; m >= 0 && v.actor(m) && (mine < 0 || v.cast.Mentions[m].Entity == mine) {
			return false
		}
	}
	return !v.is(at+1, "it") && !v.is(at+2, "it")
}

// left gives the token of the actor nearest before another; -1.
func (v *view) left(i, low int) int {
	for j := i - 1; j >= low && !v.pause(j); j-- {
		if v.actor(v.Mention[j]) && !v.reporter(j) {
			return j
		}
	}
	return -1
}

// otherSide says whether a condition is one that somebody else must meet.
func (v *view) otherSide(from, to, subject int) bool {
	mine := v.cast.Mentions[v.Mention[subject]].Entity
	for i := from; i < to && i < from+6; i++ {
		if m := v.Mention[i]; v.actor(m) {
			e := v.cast.Mentions[m].Entity
			if v.is(i, "it") || v.is(i, "its") {
				if e >= 0 && mine >= 0 && e != mine {
					return true
				}
				continue
			}
			return e < 0 || e != mine
		}
	}
	return false
}
