package events

import (
	"slices"
	"strings"

	"reckon/grammar"
	"reckon/names"
)

// founded tells whether an event has the parties that its type asks for. Words of
// conflict and agreement are used of everything; an event of politics has somebody
// who can act in it – a state, an organ, a leader, an armed group, a public – and
// what is said is said to or of a second party, or of what parties contend about.
func (f *finder) founded(e *Event, r *reading) bool {
	subject := f.doer(r)
	if subject >= 0 && f.lemma(subject) == "you" {
		return false // advice to anybody
	}
	if subject >= 0 && !f.acts(subject, 3) && f.lemma(subject) != "it" && (r.kind != "ASSAULT" || !f.of(subject, "weapon", "bomb", "missile", "ASSAULT")) {
		return false // statements, storms and standards do nothing
	}
	actor := subject >= 0 && f.lemma(subject) != "it" || f.anyone(e.Actors)
	second := f.second(e, r)
	kind := e.Type
	if r.base != "" {
		kind = r.base
	}
	switch kind {
	case "ASSAULT":
		return f.harms(e, r, actor, second) || r.nominal && f.near(r)
	case "COERCE", "SANCTION":
		if personally[r.mode] && r.object >= 0 && !r.nominal && !r.given && !f.acts(r.object, 3) {
			return false // a day or a letter is captured
		}
		return second || actor && (personally[r.mode] && f.goal(r) < 0 || r.nominal || r.given || f.governs(r) || f.acted(r, contended) || f.aims(r)) || r.object < 0 && f.near(r)
	case "MOBILIZE", "PROTEST", "COOPERATE":
		return actor || second || r.given || f.near(r)
	case "RETREAT":
		return f.yields(r, actor || second)
	case "AID":
		return second && (r.given || r.nominal || f.helped(r))
	case "CONSULT":
		return f.meets(e, r, second)
	case "REQUEST":
		return f.asks(r, actor) && (f.lemma(r.trigger) != "seek" || f.governs(r) || r.given)
	}
	refuses := kind == "REJECT" && r.inner != nil
	return second || f.governs(r) || r.given || actor && (refuses || f.acted(r, contended))
}

// near tells whether somebody known stands within a few words, where the parse tells
// neither who acts nor who is acted on.
func (f *finder) near(r *reading) bool {
	for i := max(0, r.trigger-nearby); i < len(f.s.Tokens) && i <= r.trigger+nearby; i++ {
		if k := f.mention[i]; k >= 0 && f.someone(k) {
			return true
		}
	}
	return false
}

// nearby is how many tokens away somebody may stand.
const nearby = 5

// personally lists modes that only people suffer, so that a verb of them needs no
// object that the parse may have lost.
var personally = map[string]bool{"arrest": true, "deport": true, "expel": true, "convict": true}

// doer gives the subject that stands with a predicate itself or with the one that
// it continues; -1 when there is none, as of "to attack" in "efforts to attack".
func (f *finder) doer(r *reading) int {
	if r.verb < 0 {
		return -1
	}
	if f.passive(r.verb) {
		return f.by(r.verb)
	}
	for v, n := r.verb, 0; v >= 0 && n < maxDepth; v, n = f.tok(v).Head, n+1 {
		if s := f.child(v, grammar.Nsubj, ""); s >= 0 {
			return f.antecedent(s, v)
		}
		if !f.tok(v).Relation.Is(grammar.Conj) && !f.tok(v).Relation.Is(grammar.Xcomp) {
			break
		}
	}
	return -1
}

// acts tells a noun phrase whose head can act.
func (f *finder) acts(at, depth int) bool {
	if k := f.mention[at]; k >= 0 {
		return f.party(k)
	}
	switch f.tok(at).Tag {
	case grammar.Name:
		return true
	case grammar.Pronoun, grammar.Determiner:
		return personal[strings.ToLower(f.tok(at).Text)]
	case grammar.Numeral:
		return true
	default:
		if f.bare(at) {
			return true
		}
	}
	if f.of(at, "human", "leader", "force", "police", "security", "militia", "peacekeeper", "inspector", "diplomat", "crowd", "protester", "worker", "organization", "state", "migrant", "ngo") || strings.HasSuffix(f.lemma(at), "ist") && len(f.lemma(at)) > 6 {
		return true
	}
	if depth == 0 {
		return false
	}
	for i := range f.under(at) {
		if r := f.tok(i).Relation; r.Is(grammar.Conj) || r == grammar.Nmod && f.preposition(i) == "of" && quantities[f.lemma(at)] {
			if f.acts(i, depth-1) {
				return true
			}
		}
	}
	return false
}

// personal lists pronouns that stand for somebody even where nobody knows for whom.
var personal = map[string]bool{
	"he": true, "she": true, "they": true, "we": true, "i": true, "him": true, "her": true, "them": true, "us": true, "who": true, "whom": true,
	"others": true, "many": true, "some": true, "those": true, "several": true, "both": true, "everyone": true, "somebody": true, "someone": true,
}

// quantities are nouns that count what "of" brings.
var quantities = map[string]bool{
	"thousand": true, "thousands": true, "hundred": true, "hundreds": true, "dozen": true, "dozens": true, "score": true, "scores": true, "ten": true, "tens": true,
	"million": true, "millions": true, "group": true, "number": true, "crowd": true, "majority": true, "series": true, "handful": true, "column": true, "wave": true, "deployment": true, "contingent": true, "batch": true, "team": true, "pair": true, "string": true, "couple": true, "part": true, "rest": true,
}

// of tells whether the head of a phrase belongs to one of some classes.
func (f *finder) of(at int, classes ...string) bool {
	mine := words.nouns[f.lemma(at)].classes
	for _, c := range classes {
		if mine&words.classes[c] != 0 {
			return true
		}
	}
	return false
}

// party tells a mention of somebody, places included: they stand for who rules
// them.
func (f *finder) party(k int) bool {
	m := &f.cast.Mentions[k]
	return m.Entity < 0 || f.cast.Entities[m.Entity].Kind != names.Author || m.Speech > 0
}

func (f *finder) anyone(list []int) bool { return slices.ContainsFunc(list, f.party) }

// second tells whether somebody else than the actor is spoken of, by whoever is
// acted on, by two actors, or by people at whom the verb aims.
func (f *finder) second(e *Event, r *reading) bool {
	if slices.ContainsFunc(e.Recipients, func(k int) bool { return f.party(k) && !f.own(k, e.Actors) }) {
		return true
	}
	if len(e.Actors) > 1 && reciprocal(e.Type) {
		return true
	}
	if r.nominal {
		a, b := f.nounRoles(r.object)
		return a >= 0 && f.acts(a, 2) || b >= 0 && (f.acts(b, 2) || f.of(b, "facility", "place"))
	}
	at := f.goal(r)
	return at >= 0 && at != f.subject(r.verb) && f.acts(at, 2) && !slices.Contains(e.Actors, f.mention[at]) && !reflexive(f.lemma(at))
}

// goal gives the object of a verb, or the noun, name or number next behind it where
// the parse has none: "arresting 12".
func (f *finder) goal(r *reading) int {
	if r.object >= 0 || r.verb < 0 || f.passive(r.verb) {
		return r.object
	}
	for i := r.verb + 1; i < len(f.s.Tokens) && i < r.verb+6; i++ {
		w := f.tok(i)
		switch w.Tag {
		case grammar.Noun, grammar.Name:
			return i
		case grammar.Determiner, grammar.Adjective, grammar.Numeral:
		default:
			if !approximate[w.Lemma] && !f.bare(i) {
				return -1
			}
		}
		if f.bare(i) {
			return i
		}
	}
	return -1
}

// bare tells a number that stands for people: no noun follows it.
func (f *finder) bare(i int) bool {
	if _, ok := f.value(i, i+1); !ok {
		return false
	}
	if i+1 == len(f.s.Tokens) {
		return true
	}
	switch f.tok(i + 1).Tag {
	case grammar.Punctuation, grammar.Adposition, grammar.Coordinator, grammar.Adverb:
		return true
	default:
		return false
	}
}

// approximate lists words between a verb and a number.
var approximate = map[string]bool{"more": true, "than": true, "about": true, "some": true, "nearly": true, "almost": true, "at": true, "least": true, "most": true, "up": true, "to": true, "over": true, "around": true}

func reflexive(lemma string) bool {
	return strings.HasSuffix(lemma, "self") || strings.HasSuffix(lemma, "selves")
}

// own tells a mention of the actor himself, or a possessive of which nobody knows
// whose it is: the actor's own, as a rule, where there is an actor.
func (f *finder) own(k int, actors []int) bool {
	m := &f.cast.Mentions[k]
	w := f.tok(m.Head)
	if reflexive(w.Lemma) || slices.ContainsFunc(actors, func(a int) bool { return f.same(a, k) }) {
		return true
	}
	return len(actors) > 0 && m.Entity < 0 && w.Tag == grammar.Pronoun && w.Relation == grammar.NmodPoss
}

// same tells two mentions of one entity.
func (f *finder) same(a, b int) bool {
	x, y := f.cast.Mentions[a].Entity, f.cast.Mentions[b].Entity
	return x >= 0 && x == y
}

// governs tells a predicate that governs an event: demanded talks, vowed to attack.
func (f *finder) governs(r *reading) bool {
	return r.inner != nil && r.inner.kind != ""
}

// contended are the classes of things that parties contend about.
var contended = []string{"measure", "AGREE", "relations", "demand", "reform", "embargo", "ceasefire", "ultimatum", "CONSULT", "RETREAT", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "AID", "REQUEST"}

// acted tells whether the object, or what its "of" brings, belongs to some classes.
func (f *finder) acted(r *reading, classes []string) bool {
	at := f.goal(r)
	if at < 0 {
		return false
	}
	var c condition
	for _, name := range classes {
		c.class |= words.classes[name]
	}
	return f.in(at, &c, 2)
}

// aims tells an object that can be harmed or taken: people and their protests,
// places, buildings, vehicles, weapons, land and goods.
func (f *finder) aims(r *reading) bool {
	at := f.goal(r)
	return at >= 0 && (f.acts(at, 2) || f.acted(r, []string{"place", "facility", "force", "weapon", "property", "asset", "road", "media", "embargo", "money", "PROTEST"}))
}

// harms tells an assault from a figure of speech: whoever or whatever is hit can
// be, or it is the word for an assault that has somebody with it.
func (f *finder) harms(e *Event, r *reading, actor, second bool) bool {
	if r.given || r.nominal || r.verb < 0 || f.governs(r) {
		return second || actor || r.given
	}
	if r.object >= 0 {
		n, _ := f.noun(r.object)
		return n.kind == "ASSAULT" && (second || actor) || f.aims(r)
	}
	return second || f.goal(r) >= 0 && f.aims(r) || e.Mode == "explosives" || e.Mode == "firearms" && actor
}

// asks tells a demand: somebody is to act, or it is clear what he is to do; the
// verbs that cannot be used of wishing and saying need only their matter.
func (f *finder) asks(r *reading, actor bool) bool {
	if r.given || f.governs(r) || r.addressee >= 0 && f.acts(r.addressee, 2) {
		return true
	}
	switch f.lemma(r.trigger) {
	case "demand", "urge", "call", "appeal", "plead", "petition", "clamor", "clamour":
		return actor || f.goal(r) >= 0
	case "push", "press", "lobby", "campaign":
		return actor && f.with(r.verb, "for") >= 0
	}
	return false
}

// yields tells giving way from letting go of a thing: only people are released.
func (f *finder) yields(r *reading, somebody bool) bool {
	if r.mode == "release" && !r.nominal && !r.given && r.verb >= 0 {
		at := f.goal(r)
		return at >= 0 && f.acts(at, 3)
	}
	return somebody || r.given
}

// helped tells aid to somebody from help with a thing.
func (f *finder) helped(r *reading) bool {
	at := f.goal(r)
	if at >= 0 && (f.acts(at, 2) || f.acted(r, []string{"AID", "money", "weapon", "place", "force"})) || f.governs(r) {
		return true
	}
	to := f.with(r.verb, "to")
	return to >= 0 && f.acts(to, 2)
}

// meets tells a meeting from speech about a thing: two parties, or a visit.
func (f *finder) meets(e *Event, r *reading, second bool) bool {
	if r.verb < 0 || r.nominal || r.given || e.Mode == "visit" {
		return second || f.anyone(e.Actors)
	}
	for _, k := range e.Recipients {
		if m := &f.cast.Mentions[k]; f.tok(m.Head).Relation == grammar.NmodPoss {
			second = false
		}
	}
	return second || len(e.Actors) > 1 || f.plural(f.subject(r.verb)) && r.object < 0 && f.complement(r.verb) < 0
}

// plural tells a subject of several: "the ministers met".
func (f *finder) plural(at int) bool {
	return at >= 0 && strings.HasPrefix(string(f.tok(at).Form), "NN") && strings.HasSuffix(string(f.tok(at).Form), "S") && f.acts(at, 2)
}
