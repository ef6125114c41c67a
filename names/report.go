package names

import "reckon/grammar"

// reporter gives the subject of the verb whose content a pronoun opens, as in "Ali
// announced that he would leave"; -1 when it does not fit or there is none.
func (f *finder) reporter(i int, class byte) int {
	t := f.s.Tokens
	verb := t[i].Head
	if f.s.Root() < 0 || class == 'p' || verb < 0 || !t[i].Relation.Is(grammar.Nsubj) || !t[verb].Relation.Is(grammar.Ccomp) {
		return -1
	}
	above := t[verb].Head
	if above < 0 || above > i || t[above].Tag != grammar.Verb {
		return -1
	}
	subject := f.s.Subject(above)
	if subject < 0 || subject > i || f.words[subject].quoted != f.words[i].quoted {
		return -1
	}
	for m := f.begun; m < len(f.cast.Mentions); m++ {
		men := &f.cast.Mentions[m]
		if at := men.Entity; men.Head == subject && at >= 0 && men.By != byAdjective && (f.agrees(at, class) || f.unknown(at, class)) {
			return at
		}
	}
	return -1
}

// outdone reports whether a plural of things was the subject since a group was last
// spoken of, so that they are those things: "Analysts met. The tankers left. They
// carry oil." Who argues or thinks is still the group.
func (f *finder) outdone(at, i int) bool {
	verb := f.s.Tokens[i].Head
	if f.s.Root() < 0 || verb >= 0 && (f.said(verb) || f.thinks(verb) || f.thinksAlone(verb)) {
		return false
	}
	if f.facts[at].seen < f.at && f.things(f.at, i) {
		return true
	}
	return f.facts[at].seen < f.at-1 && f.at > 0 && f.things(f.at-1, len(f.t.Sentences[f.at-1].Tokens))
}

// things reports whether a plural that is nobody of the cast is the subject of a
// sentence's main verb, before a token.
func (f *finder) things(at, to int) bool {
	s := &f.t.Sentences[at]
	if s.Root() < 0 {
		return false
	}
	k := s.Subject(s.Root())
	if k < 0 || k >= to || s.Tokens[k].Form != "NNS" {
		return false
	}
	return f.cast.At(at, k) < 0
}
