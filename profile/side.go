package profile

import (
	"slices"

	"reckon/grammar"
	"reckon/names"
)

// pronouns of persons by side.
var (
	ofSelf   = []string{"i", "we", "me", "us", "myself", "ourselves"}
	ofOthers = []string{"you", "he", "she", "they", "him", "her", "them", "yourself", "themselves", "himself", "herself", "those", "everyone", "everybody", "somebody", "someone", "who"}
)

// side tells self from others; false for what cannot act.
func (k *worker) side(token int) (int, bool) {
	if token < 0 {
		return 0, false
	}
	w := &k.s.Tokens[token]
	low := lowerText(w.Text)
	if w.Tag == grammar.Pronoun || w.Tag == grammar.Determiner {
		if slices.Contains(ofSelf, low) {
			return self, true
		}
		if e := k.entity(token); e >= 0 {
			return k.ofEntity(e)
		}
		return other, slices.Contains(ofOthers, low)
	}
	if w.Tag != grammar.Noun && w.Tag != grammar.Name && w.Tag != grammar.Adjective {
		return 0, false
	}
	c := lexical.classes[lower(k.s, token)]
	if c&(theirs|enemy) == 0 && k.possessed(token) && (c&(own|actor) != 0 || k.group(token)) || k.here(token) {
		return self, c&land == 0 || w.Form != "NNS" // our nations: his and theirs
	}
	if e := k.entity(token); e >= 0 {
		if side, ok := k.ofEntity(e); ok {
			return side, true
		}
	}
	if c&own != 0 && k.homely(token) {
		return self, true
	}
	if c&own != 0 && w.Form != "NNS" && k.bare(token) {
		return other, false // the army: whose is not said
	}
	return other, c&(actor|enemy|theirs) != 0 || w.Tag == grammar.Name && k.mention[token] < 0
}

// doer tells self from others for a noun that does something: beside who can act,
// what belongs to a state or to somebody does so for them: its aircraft, Swedish
// ships, our planes.
func (k *worker) doer(token int) (int, bool) {
	side, ok := k.side(token)
	if ok || token < 0 || k.s.Tokens[token].Tag != grammar.Noun {
		return side, ok
	}
	if k.possessed(token) {
		return self, true
	}
	for c := range k.s.Children(token) {
		w := &k.s.Tokens[c]
		if !w.Relation.Is(grammar.Amod) && !w.Relation.Is(grammar.Compound) && !w.Relation.Is(grammar.Nmod) {
			continue
		}
		e, owner := k.entity(c), w.Relation == grammar.NmodPoss
		if e >= 0 && (owner || k.c.Entities[e].Kind == names.State) {
			return k.ofEntity(e)
		}
		if owner && slices.Contains([]string{"your", "their", "his", "her"}, lowerText(w.Text)) {
			return other, true
		}
	}
	return side, false
}

// group says whether a noun stands for persons.
func (k *worker) group(token int) bool {
	e := k.entity(token)
	return e >= 0 && (k.c.Entities[e].Kind == names.Group || k.c.Entities[e].Kind == names.Person)
}

// here says whether a noun is his own because he says this: this nation.
func (k *worker) here(noun int) bool {
	if lexical.classes[lower(k.s, noun)]&near == 0 {
		return false
	}
	d := k.s.Child(noun, grammar.Det)
	return d >= 0 && lowerText(k.s.Tokens[d].Text) == "this"
}

// possessed says whether a noun is called mine or ours.
func (k *worker) possessed(noun int) bool {
	for c := range k.s.Children(noun) {
		if k.s.Tokens[c].Relation == grammar.NmodPoss {
			switch lowerText(k.s.Tokens[c].Text) {
			case "my", "our":
				return true
			}
		}
	}
	return false
}

// bare says whether a noun has its article alone.
func (k *worker) bare(noun int) bool {
	the := false
	for c := range k.s.Children(noun) {
		switch k.s.Tokens[c].Relation.Universal() {
		case grammar.Det:
			the = k.s.Tokens[c].Lemma == "the"
		case grammar.Case, grammar.Punct, grammar.Cc, grammar.Conj:
		default:
			return false
		}
	}
	return the
}

// homely says whether a noun bears the name of his state: the Iranian nation.
func (k *worker) homely(noun int) bool {
	if k.home < 0 {
		return false
	}
	for c := range k.s.Children(noun) {
		if k.entity(c) == k.home {
			return true
		}
	}
	return false
}

// ofEntity: the speaker, his state and its organs are self; other persons,
// states, organs and groups are others; places cannot act.
func (k *worker) ofEntity(e int) (int, bool) {
	x := &k.c.Entities[e]
	if e == k.who || e == k.home || x.Kind == names.Author && (k.set.Own || k.isAuthor()) {
		return self, true
	}
	if x.Kind == names.Organ && k.home >= 0 && x.State == k.c.Entities[k.home].ID {
		return self, true
	}
	return other, x.Kind != names.Place
}
