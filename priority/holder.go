package priority

import (
	"reckon/grammar"
	"reckon/names"
)

// holder says whose priority a cue tells of, and how it is known.
type holder struct {
	mention int // -1
	subject int // token of the subject, whoever it is; -1
	owner   bool
}

// holder asks in turn for an owner (X's goal), one for whom it is (the goal for
// X), the subject, and whose view the sentence gives (in X's view).
func (v *view) holder(c cue) holder {
	h := holder{mention: -1, subject: -1}
	nominal := !v.verbCue(c)
	if nominal {
		if m := v.possessor(c.from); m >= 0 {
			h.mention, h.owner = m, true
			return h
		}
	}
	if m := v.beneficiary(c); m >= 0 && nominal {
		h.mention, h.owner = m, true
	}
	h.subject = v.subject(c)
	if h.mention < 0 && h.subject >= 0 && v.actor(v.Mention[h.subject]) {
		h.mention = int(v.Mention[h.subject])
	}
	if h.mention < 0 {
		if m := v.beneficiary(c); m >= 0 {
			h.mention, h.owner = m, true
		}
	}
	if h.mention < 0 {
		h.mention = v.frame(v.Sentence[c.from])
		h.owner = h.mention >= 0
	}
	if h.mention < 0 && h.subject >= 0 && v.Sentence[c.from] > 0 { // the subject is a thing: whose view is this?
		h.mention = v.frame(v.Sentence[c.from] - 1)
	}
	return h
}

// verbCue says whether a cue is about a verb rather than a noun.
func (v *view) verbCue(c cue) bool {
	if c.rule.verb || c.rule.kind == RedLine || c.rule.kind == Offer {
		return !v.is(c.from, "red") // X's red line
	}
	return v.words[c.from].family&willWords != 0
}

// actor says whether a mention is somebody who can want something.
func (v *view) actor(m int32) bool {
	if m < 0 {
		return false
	}
	mention := v.cast.Mentions[m]
	if mention.Entity < 0 || mention.Entity >= len(v.cast.Entities) {
		from, _ := v.Span(mention)
		return !v.is(from, "it") && !v.is(from, "this") && !v.is(from, "that") && !v.is(from, "its")
	}
	return v.cast.Entities[mention.Entity].Kind != names.Place
}

// possessor gives the owner named before a noun, over its adjectives: X's own
// most urgent goal. It is -1 when there is none.
func (v *view) possessor(noun int) int {
	low := v.low(noun)
	for i := noun - 1; i >= low && i >= noun-5; i-- {
		switch v.words[i].lower {
		case "'s", "’s", "'", "’":
			if i > low && v.actor(v.Mention[i-1]) {
				return int(v.Mention[i-1])
			}
			return -1
		case "his", "her", "its", "their", "our", "my":
			if m := v.Mention[i]; m >= 0 {
				return int(m)
			}
			return -1
		}
		switch tag := v.Tokens[i].Tag; tag {
		case "", grammar.Adjective, grammar.Adverb, grammar.Numeral, grammar.Coordinator, grammar.Noun:
			if v.Mention[i] >= 0 || mark(v.words[i].lower) {
				return -1
			}
		default:
			return -1
		}
	}
	return -1
}

// beneficiary gives the one named after for, of or to inside or right behind a
// cue. It is -1 when there is none.
func (v *view) beneficiary(c cue) int {
	high := v.high(c.from)
	for i := c.from; i < min(c.to+1, high); i++ {
		if !v.is(i, "for") && !v.is(i, "of") && !v.is(i, "to") || v.Tokens[i].Tag == grammar.Particle {
			continue // to do, not to somebody
		}
		for j := i + 1; j < min(i+6, high); j++ {
			if v.actor(v.Mention[j]) {
				return int(v.Mention[j])
			}
			if v.pause(j) || v.finite(j) {
				break
			}
		}
	}
	if c.rule.kind == Ranking || v.is(c.from, "what") { // what matters to X, what X wants
		for i := c.from; i < c.to; i++ {
			if v.actor(v.Mention[i]) {
				return int(v.Mention[i])
			}
		}
	}
	return -1
}

// subject gives the token that is the subject of the clause of a cue; -1.
func (v *view) subject(c cue) int {
	low, s := v.low(c.from), v.parse(c.from)
	if i := c.from - 1; i >= low && nominative(v.words[i].lower) {
		return i
	}
	if c.rule.kind == Offer && v.is(c.from, "in") && c.from > low {
		if g := v.undertaking(low, c.from, false, func(i int) bool { return v.grants(i) || v.acts(i) }); g >= 0 {
			return v.giver(g, low)
		}
	}
	if s.Root() >= 0 {
		if c.rule.kind == RedLine && c.rule.verb && !s.Finite(c.from-low) {
			return v.wisher(c.from)
		}
		for i := c.from; i < c.to && i < low+len(s.Tokens); i++ {
			if j := s.Subject(i - low); j >= 0 && (low+j < c.from || low+j >= c.to) {
				return v.antecedent(low + j)
			}
		}
		if c.from == low && c.rule.kind == Ranking { // Above all else, he wants
			next := c.to
			if v.is(next, ",") {
				next++
			}
			if next < v.high(c.from) && (nominative(v.words[next].lower) || v.actor(v.Mention[next])) {
				return next
			}
		}
		if form := v.Tokens[c.from].Form; (v.verbCue(c) || c.rule.actor) && v.verb(c.from) && form != "VB" && form != "VBG" {
			return -1 // a verb with tense and no subject; one without borrows that of the verb above
		}
		verb, steps := c.from-low, 3
		if v.noun(c.from) {
			steps = 1
		}
		for range steps {
			if verb = s.Verb(verb); verb < 0 {
				break
			}
			if j := s.Subject(verb); j >= 0 {
				return v.antecedent(low + j)
			}
		}
		return v.adjunct(c)
	}
	for i := c.from - 1; i >= low && !v.pause(i); i-- {
		if v.actor(v.Mention[i]) {
			return i
		}
	}
	return -1
}

// adjunct gives the subject of a clause without tense that nothing in the tree
// governs: that of the sentence, as in: He left, hoping to win.
func (v *view) adjunct(c cue) int {
	if form := v.Tokens[c.from].Form; form != "VBG" && form != "VB" || !c.rule.actor {
		return -1
	}
	for i := v.low(c.from); i < c.from; i++ {
		if v.pause(i) {
			return -1
		}
		if (v.Tokens[i].Relation.Is(grammar.Nsubj) || nominative(v.words[i].lower)) && v.actor(v.Mention[i]) {
			return i
		}
	}
	return -1
}

func nominative(w string) bool {
	switch w {
	case "i", "he", "she", "it", "we", "they":
		return true
	}
	return false
}

// wisher climbs from a verb without tense to the subject of the outermost clause:
// what somebody hopes or demands that others leave out is that one's limit.
func (v *view) wisher(verb int) int {
	low, s := v.low(verb), v.parse(verb)
	subject := -1
	for i, n := verb-low, 0; i >= 0 && n < 8; i, n = s.Verb(i), n+1 {
		if j := s.Subject(i); j >= 0 && v.actor(v.Mention[low+j]) {
			subject = low + j
		}
	}
	return subject
}

// antecedent steps from who or which to the noun in front.
func (v *view) antecedent(i int) int {
	if w := v.words[i].lower; w != "who" && w != "which" && w != "that" {
		return i
	}
	for j := i - 1; j >= v.low(i) && j >= i-3; j-- {
		if v.Mention[j] >= 0 {
			return j
		}
	}
	return i
}

// frame gives the one whose view a sentence opens with: In X's view, For X,
// To X. It is -1 when there is none.
func (v *view) frame(sentence int32) int {
	low, high := v.First[sentence], v.First[sentence+1]
	if !v.is(low, "in") && !v.is(low, "for") && !v.is(low, "to") {
		return -1
	}
	for i := low + 1; i < min(low+6, high); i++ {
		if !v.actor(v.Mention[i]) {
			continue
		}
		m := int(v.Mention[i])
		_, to := v.Span(v.cast.Mentions[m])
		for j := i; j < min(to+3, high); j++ {
			switch v.words[j].lower {
			case "view", "eyes", "mind", "opinion", "judgment", "judgement", "thinking", "logic":
				return m
			}
		}
		if !v.is(low, "in") && v.is(to, ",") {
			return m
		}
		return -1
	}
	return -1
}
