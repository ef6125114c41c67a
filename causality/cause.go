package causality

import (
	"cmp"
	"slices"

	"reckon/grammar"
	"reckon/stance"
)

// Cause says that one thing brings about, furthers or hinders another.
type Cause struct {
	Start, End int      // bytes of the text over cause, cue and effect
	Causes     [][2]int // bytes; several when the text lists them
	Effect     [2]int
	Cue        [2]int // 0, 0 when nothing but the order of clauses shows it
	Sign       int    // +1 brings about or furthers, -1 prevents or hinders
	Negated    bool   // the text says that it is not the cause
	Stance     stance.Stance
	Rule       string
	Confidence float64 // share of the rule's family that was right on news [tan2022]
}

// link is a cause in tokens of one sentence.
type link struct {
	causes  []span
	effect  span
	cue     span
	past    bool // the cause is the sentence before
	weak    bool // its cue more often shows no cause
	thin    bool // a verb that ties things in a long sentence, or where neither happens
	mute    bool // a next step or somebody's state of mind: told only where the classifier is sure
	sign    int
	negated bool
	head    int // word whose clause tells the stance
	family  string
	rule    string
}

// byHand is the family of what persons and bodies do. The classifier has to see a
// cause there too, and be surer of it: on news such a deed is often a step of the
// tale and no cause.
const byHand = "verb with a person or body as subject"

// Causes lists the causes of a text in order. An aim is the effect that a deed
// is to bring about, as in cognitive maps [axelrod1976]. Cost: one pass; words
// that tie clauses now and then, such as to and for, count only where the
// classifier takes the sentence for a causal one.
func Causes(t *grammar.Text) []Cause {
	var all []Cause
	for k := range t.Sentences {
		v := look(&t.Sentences[k])
		found := v.links()
		if len(found) == 0 || v.asked() {
			continue
		}
		for _, l := range elected(found, lead(voter(), v.features(found))) {
			if c, ok := v.cause(t, k, l); ok {
				c.Confidence = confidence(l)
				all = append(all, c)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Cause) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.Cue[0], b.Cue[0]))
	})
	return all
}

// asked says whether a sentence is a question, which states nothing.
func (v *view) asked() bool { return v.word(len(v.low)-1, "?") }

// elected keeps what counts of what the rules see in a sentence: what an explicit
// cue shows, unless its family is often wrong and the classifier, which leads by
// what says tells, sees no cause either; else the best weak cue if the classifier
// agrees. With a weak cue that is often wrong it has to be sure.
func elected(found []link, says int32) []link {
	var kept []link
	best := -1
	for i, l := range found {
		switch share := confidence(l); {
		case l.mute && says < standing.sure:
		case !l.weak && l.family == byHand:
			if says >= standing.hand {
				kept = append(kept, l)
			}
		case !l.weak && (share >= doubtful && !l.thin || says >= standing.causal):
			kept = append(kept, l)
		case l.weak && (share >= trusted && says >= standing.agrees || says >= standing.sure):
			if best < 0 || share > confidence(found[best]) {
				best = i
			}
		}
	}
	if len(kept) == 0 && best >= 0 {
		return found[best : best+1]
	}
	return kept
}

// links finds what the rules see in a sentence, one finding a cue.
func (v *view) links() []link {
	if !v.tagged() {
		return v.connected()
	}
	var kept []link
	for _, found := range [][]link{v.phrased(), v.verbal(), v.connected()} {
		for _, l := range found {
			if !slices.ContainsFunc(kept, func(o link) bool { return o.cue.overlaps(l.cue) && !o.negated }) {
				kept = append(kept, l)
			}
		}
	}
	return kept
}

// cause turns a link into a finding; not ok when a part is empty or both are one.
func (v *view) cause(t *grammar.Text, k int, l link) (Cause, bool) {
	l.effect = v.trim(l.effect)
	if l.effect.empty() {
		return Cause{}, false
	}
	c := Cause{Effect: l.effect.bytes(v), Cue: l.cue.bytes(v), Sign: l.sign, Negated: l.negated, Rule: l.rule}
	c.Start, c.End = min(c.Effect[0], c.Cue[0]), max(c.Effect[1], c.Cue[1])
	add := func(b [2]int) {
		c.Causes = append(c.Causes, b)
		c.Start, c.End = min(c.Start, b[0]), max(c.End, b[1])
	}
	if l.past {
		if k == 0 || t.Sentences[k-1].Block != t.Sentences[k].Block {
			return Cause{}, false
		}
		add([2]int{t.Sentences[k-1].Start, t.Sentences[k-1].End})
	}
	for _, s := range l.causes {
		if s = v.trim(s); !s.empty() && !s.overlaps(l.effect) {
			add(s.bytes(v))
		}
	}
	if len(c.Causes) == 0 {
		return Cause{}, false
	}
	head := l.head
	if head < 0 {
		head = v.top(l.effect)
	}
	c.Stance = stance.Of(v.sentence, head)
	return c, true
}
