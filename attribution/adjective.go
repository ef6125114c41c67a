package attribution

var linking = set("feel", "feels", "felt", "seem", "seems", "seemed", "remain", "remains", "remained", "grew", "grow", "grows", "became", "become", "becomes", "appear", "appears", "appeared", "sound", "sounds", "sounded", "got", "stay", "stays", "stayed")

// adjectival reads "is convinced that", "was wary of", "remains unwilling to".
func (f *flat) adjectival(i int) (hit, bool) {
	a := words.adjectives[f.low(i)]
	if a == nil || f.tag(i) == noun || f.tag(i) == propn {
		return hit{}, false
	}
	c := a.cues[0]
	g := i
	for f.tag(g-1) == adv || f.is(g-1, "not", "n't", "n’t") {
		g--
	}
	if !beForms[f.low(g-1)] && !linking[f.low(g-1)] {
		return hit{}, false
	}
	b := f.group(g - 1)
	h := hit{cue: span{b, i + 1}, source: f.subject(b, i), kind: c.kind, quote: -1, word: i}
	s := f.sentence(i)
	at := i + 1
	if h.source.empty() || at >= s.to || f.is(h.source.from, "it", "that", "this", "which", "there", "what") {
		return h, false
	}
	p := prepositions[f.low(at)]
	switch {
	case c.frames&frThat != 0 && (f.is(at, "that") || f.is(at, "whether", "if", "how", "why", "what") || f.tag(at) != adp && f.startsClause(at, s.to)):
		h.content, h.rule = []span{{at, f.clauseEnd(at)}}, "adjective that"
	case c.frames&frTo != 0 && f.is(at, "to") && f.tag(at) == part:
		h.content, h.rule = []span{{at, f.clauseEnd(at)}}, "adjective to"
	case p != 0 && p != frTo && c.frames&p != 0 && f.startsPhrase(at+1):
		h.cue.to = at + 1
		h.content, h.rule = []span{{at + 1, f.objectEnd(at + 1)}}, "adjective of"
	default:
		return h, false
	}
	return h, !h.content[0].empty()
}
