package attribution

// passiveClaim reads "was accused of", "is seen as", "is said to", "it is
// believed that"; whoever stands after by is the source.
func (f *flat) passiveClaim(g, v int) (hit, bool) {
	p := words.passives[f.low(v)]
	if p == nil {
		return hit{}, false
	}
	if f.is(g, "can", "could", "should", "may", "might", "must") { // how the author would put it
		return hit{}, false
	}
	h := hit{cue: span{g, v + 1}, quote: -1, word: v, kind: p.cues[0].kind}
	frames := p.cues[0].frames
	at, to := v+1, f.sentence(v).to
	for f.tag(at) == adv && at < to {
		at++
	}
	if f.is(at, "by") && f.startsPhrase(at+1) {
		e := at + 1
		for e < to && (f.nominal(e) || f.is(e, "of")) {
			e++
		}
		h.source, at = span{at + 1, e}, e
	}
	subject := f.subject(g, v)
	if at >= to {
		return h, false
	}
	if f.is(v, "charged") && f.is(at, "with") && at+1 < to && f.words[at+1].Form != "VBG" && !crimes[f.low(at+1)] {
		return h, false
	}
	switch {
	case frames&frBeThat != 0 && f.is(subject.from, "it") && f.is(at, "that"):
		h.content, h.rule = []span{{at, f.clauseEnd(at)}}, "passive that"
		return h, true
	case frames&frBeTo != 0 && f.is(at, "to"), frames&frBeOf != 0 && f.is(at, "of"), frames&frBeFor != 0 && f.is(at, "for"),
		frames&frBeWith != 0 && f.is(at, "with"), frames&frBeAs != 0 && f.is(at, "as"):
		h.rule = "passive " + f.low(at)
	case frames&frBeNP != 0 && f.startsPhrase(at):
		h.rule = "passive object"
	default:
		return h, false
	}
	if subject.empty() {
		return h, false
	}
	h.content = []span{subject, {at, f.clauseEnd(at)}}
	return h, true
}
