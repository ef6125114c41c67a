package events

import "reckon/grammar"

// standalone lists the types whose nouns name an event without a verb's help.
var standalone = map[string]bool{"ASSAULT": true, "COERCE": true, "PROTEST": true, "RETREAT": true, "SANCTION": true, "CONSULT": true, "MOBILIZE": true}

// generic nouns name an event only under a verb that helps them: "wage war".
var generic = map[string]bool{
	"war": true, "violence": true, "hostility": true, "battle": true, "campaign": true, "operation": true, "aggression": true,
	"talk": true, "discussion": true, "conversation": true, "round": true, "session": true, "sentence": true, "strike": true,
	"release": true, "patrol": true, "emergency": true, "closure": true, "restriction": true, "sanction": true, "ban": true,
	"siege": true, "embargo": true, "trip": true, "tour": true, "conference": true, "charge": true, "rally": true,
}

// nominal takes a noun for an event when somebody stands with it who does it or
// to whom it is done: "the arrest of academics", "Israeli air raids".
func (f *finder) nominal(i int) (reading, bool) {
	n, compound := f.noun(i)
	if n.kind == "" || !compound && generic[f.lemma(i)] && (f.lemma(i) != "strike" || !f.military(i)) {
		return reading{}, false
	}
	if !standalone[n.kind] || f.tok(i).Relation == grammar.Compound || f.tok(i).Relation.Is(grammar.Flat) {
		return reading{}, false
	}
	r := reading{kind: n.kind, mode: n.mode, trigger: i, rule: "noun " + n.kind, verb: -1, object: i, nominal: true, addressee: -1}
	actors, recipients := f.nounRoles(i)
	if actors < 0 && recipients < 0 && !compound {
		return reading{}, false
	}
	return r, true
}

// transitive nouns name what is done to whom "of" brings: the killing of.
func transitive(kind, mode string) bool {
	switch kind {
	case "ASSAULT", "COERCE", "SANCTION":
		return true
	}
	return kind == "RETREAT" && mode == "release"
}

// judges tells nouns that say what is thought of whom "of" brings: criticism of,
// endorsement of; but the support of a party is its own.
func (f *finder) judges(at int, kind string) bool {
	switch f.lemma(at) {
	case "support", "backing", "sympathy", "solidarity", "complaint":
		return false
	}
	return kind == "SUPPORT" || kind == "ACCUSE"
}

// nounRoles gives the phrases that act and are acted on, by the words that hang on
// a noun; -1 where there is none.
func (f *finder) nounRoles(at int) (actor, recipient int) {
	actor, recipient = -1, -1
	n := words.nouns[f.lemma(at)]
	for i := range f.under(at) {
		switch r := f.tok(i).Relation; {
		case r == grammar.NmodPoss, r == grammar.Amod && f.mention[i] >= 0, r == grammar.Compound && f.mention[i] >= 0:
			if actor < 0 {
				actor = i
			}
		case r.Is(grammar.Nmod), r.Is(grammar.Obl):
			switch f.preposition(i) {
			case "by":
				actor = i
			case "of":
				if transitive(n.kind, n.mode) || f.judges(at, n.kind) {
					recipient = i
				} else if actor < 0 {
					actor = i
				}
			case "against", "with", "to", "on", "at", "upon", "toward", "towards":
				if recipient < 0 {
					recipient = i
				}
			case "between", "among":
				actor = i
			case "from":
				if recipient < 0 && n.kind == "RETREAT" {
					recipient = i
				}
			case "in", "into":
				if recipient < 0 && f.mention[i] >= 0 && n.kind != "PROTEST" {
					recipient = i
				}
			}
		}
	}
	return f.lower(at, actor, recipient)
}

// lower looks for the parties that hang one step lower: "the withdrawal of Norland
// from Sudmark", "the arrest of two bishops by the police".
func (f *finder) lower(at, actor, recipient int) (int, int) {
	had := recipient >= 0
	for i := range f.under(at) {
		if !f.tok(i).Relation.Is(grammar.Nmod) || f.preposition(i) == "by" {
			continue
		}
		for k := range f.under(i) {
			switch f.preposition(k) {
			case "from", "to", "against", "on":
				if !had {
					recipient = k
				}
			case "by":
				if actor < 0 {
					actor = k
				}
			}
		}
	}
	return actor, recipient
}
