package names

import (
	"slices"
	"strings"

	"reckon/document"
	"reckon/grammar"
)

// left is what stands before the noun of a noun phrase.
type left struct {
	from     int
	article  string // the, a, this, his …; "" for none
	state    int    // entity of a state or organ named before the noun
	hasState bool
	owner    int // entity of a person or organ in the genitive
	hasOwner bool
	past     bool // former, late
	founding bool
	unreal   bool // next, future, any
	numbered bool
}

// Adjectives and the like that stand before nouns for people; the tags tell of others.
const (
	plain = 1 + iota
	past
	unreal
)

var qualifier = map[string]int{
	"former": past, "late": past, "ex": past, "previous": past, "founding": past, "ousted": past, "deposed": past, "slain": past, "fallen": past, "erstwhile": past, "onetime": past, "last": past,
	"next": unreal, "future": unreal, "incoming": unreal, "potential": unreal, "would-be": unreal, "prospective": unreal, "presumptive": unreal, "possible": unreal, "best": unreal, "ideal": unreal, "good": unreal, "true": unreal, "hypothetical": unreal, "eventual": unreal, "likely": unreal, "another": unreal,
	"current": plain, "new": plain, "newly": plain, "then": plain, "old": plain, "elderly": plain, "aging": plain, "ageing": plain, "aged": plain, "young": plain, "senior": plain, "top": plain, "chief": plain, "high": plain, "ranking": plain, "leading": plain, "prominent": plain, "key": plain, "influential": plain, "powerful": plain, "unnamed": plain, "anonymous": plain, "exiled": plain, "imprisoned": plain, "jailed": plain, "ordinary": plain, "local": plain, "foreign": plain, "domestic": plain, "many": plain, "exile": plain, "military": plain, "political": plain, "religious": plain, "clerical": plain, "civilian": plain, "supreme": plain, "revolutionary": plain, "moderate": plain, "conservative": plain, "liberal": plain, "radical": plain, "hard": plain, "line": plain, "hardline": plain, "reformist": plain, "acting": plain, "deputy": plain, "interim": plain, "longtime": plain, "long": plain, "time": plain, "veteran": plain, "famous": plain, "known": plain, "well": plain, "respected": plain, "famed": plain, "embattled": plain, "outgoing": plain, "incumbent": plain, "sitting": plain, "elected": plain, "opposition": plain, "government": plain, "security": plain, "intelligence": plain, "campaign": plain, "police": plain, "army": plain, "church": plain, "party": plain, "state": plain, "federal": plain, "regional": plain, "western": plain, "arab": plain, "muslim": plain, "islamic": plain, "jewish": plain, "shiite": plain, "shi'ite": plain, "sunni": plain, "kurdish": plain, "republican": plain, "democratic": plain, "communist": plain, "islamist": plain, "european": plain, "truck": plain, "year": plain, "student": plain, "oil": plain, "bank": plain, "nuclear": plain, "regime": plain, "human": plain, "rights": plain, "worldwide": plain, "international": plain, "independent": plain, "professional": plain, "own": plain, "fellow": plain, "real": plain, "so": plain, "called": plain, "anti": plain, "pro": plain,
}

// left reads what stands before token i in its noun phrase.
func (f *finder) left(i int) left {
	l := left{from: i, state: -1, owner: -1}
	for k := i - 1; k >= 0; {
		if m := f.endingAt(k + 1); m >= 0 {
			men := f.cast.Mentions[m]
			if men.By == byPronoun {
				l.from, l.article = men.From, "the"
				l.owner, l.hasOwner = men.Entity, true
				return l
			}
			if kind := f.kind(men.Entity); kind == Group || kind == Person || l.hasState {
				return l
			}
			l.from, l.state, l.hasState = men.From, men.Entity, true
			if f.words[men.From].low == "the" {
				l.article = "the"
				return l
			}
			k = men.From - 1
			continue
		}
		w := &f.words[k]
		if genitive(w.low) {
			f.possessor(k, &l)
			return l
		}
		if w.low == "that" && (f.s.Tokens[k].Tag != "" && f.s.Tokens[k].Tag != grammar.Determiner || strings.HasSuffix(f.words[i].low, "s")) {
			return l
		}
		if article(w.low) {
			l.from, l.article = k, w.low
			switch w.low {
			case "any", "no", "every", "each", "another", "either", "neither", "whichever", "whatever":
				l.unreal = true
			}
			return l
		}
		if !f.fits(k, &l) {
			return l
		}
		l.from = k
		k--
	}
	return l
}

// fits reports whether a token may stand between article and noun, and notes what it tells.
func (f *finder) fits(k int, l *left) bool {
	w := &f.words[k]
	tag := f.s.Tokens[k].Tag
	switch q := qualifier[w.low]; {
	case q == past:
		l.past = true
		l.founding = l.founding || w.low == "founding"
	case q == unreal:
		l.unreal = true
	case q == plain:
	case w.low == "-" && k > 0 && f.s.Tokens[k-1].End == f.s.Tokens[k].Start:
	case w.low != "" && w.low[0] >= '0' && w.low[0] <= '9', tag == grammar.Numeral:
		l.numbered = true
	case tag == grammar.Adjective:
	case (tag == grammar.Noun || tag == grammar.Name) && f.s.Tokens[k].Relation.Is(grammar.Compound):
	case tag == "" && small[w.low]:
		l.numbered = true
	case f.glued(k):
	default:
		return false
	}
	return true
}

// glued reports whether a word is bound to the next by a hyphen.
func (f *finder) glued(k int) bool {
	t := f.s.Tokens
	return k+2 < len(t) && t[k+1].Text == "-" && t[k].End == t[k+1].Start && t[k+1].End == t[k+2].Start
}

var small = map[string]bool{"two": true, "three": true, "four": true, "five": true, "six": true, "seven": true, "eight": true, "nine": true, "ten": true, "one": true}

// possessor reads the owner before a genitive mark.
func (f *finder) possessor(k int, l *left) {
	m := f.endingAt(k)
	if m < 0 {
		return
	}
	men := f.cast.Mentions[m]
	l.from, l.article = men.From, "the"
	if kind := f.kind(men.Entity); !l.hasState && (kind == State || kind == Organ || kind == Place) {
		l.state, l.hasState = men.Entity, true
	}
	l.owner, l.hasOwner = men.Entity, true
}

// endingAt gives the longest mention of this sentence that ends before a token, or -1.
func (f *finder) endingAt(to int) int {
	best := -1
	for m := len(f.cast.Mentions) - 1; m >= f.begun; m-- {
		if men := &f.cast.Mentions[m]; men.To == to && (best < 0 || men.From < f.cast.Mentions[best].From) {
			best = m
		}
	}
	return best
}

func (f *finder) kind(entity int) Kind {
	if entity < 0 {
		return ""
	}
	return f.cast.Entities[entity].Kind
}

func genitive(low string) bool { return low == "'s" || low == "’s" || low == "'" || low == "’" }

func article(low string) bool {
	switch low {
	case "the", "a", "an", "this", "that", "these", "those", "some", "any", "no", "every", "each", "another", "both", "several", "few", "most", "many", "all", "either", "neither", "other", "such", "more", "certain", "various":
		return true
	}
	return false
}

// description adds the mention of a noun for people without a name: an office, a
// description, or a public.
func (f *finder) description(i, to int, titles []role) int {
	l := f.left(i)
	f.ofState(to, &l)
	r := titles[len(titles)-1]
	if titles[0].plural {
		r = titles[0]
	}
	by := byDescription
	if r.office != "" && r.office != "lead" {
		by = byTitle
	}
	if f.compound(to) || f.hyphenated(i) || f.noPerson(i, to, l) {
		return to
	}
	l.unreal = l.unreal || f.imagined(l, r, to)
	m := Mention{Entity: -1, From: l.from, To: to, By: by}
	switch {
	case r.plural:
		m.Entity = f.public(l, r)
	case l.unreal:
	case l.article == "a" || l.article == "an" || l.article == "one" || l.article == "some" || l.numbered && l.article == "" && !l.hasState:
		if f.heading || f.predicate(l.from, to) {
			return to
		}
		if m.Entity = f.apposed(l.from, to); m.Entity < 0 {
			m.Entity = f.stranger(i, to, l, r)
		}
	case l.article == "" && !l.hasState && (!f.words[i].upper || i == 0 && !f.verbal(to)):
		return to // a bare noun: "as leader", "cleric by training"
	case f.predicate(l.from, to):
		return to
	default:
		m.Entity = f.definite(l, r, i, to)
	}
	if m.Entity >= 0 && !r.plural && f.facts[m.Entity].sex == 0 {
		f.facts[m.Entity].sex = sexOf(r.noun)
	}
	if r.plural && r.class == "many" && l.hasOwner && f.kind(l.owner) == Person {
		return to // the leadership of a person is no public
	}
	f.mention(m)
	return to
}

// ofState reads "of Iran" after an office.
func (f *finder) ofState(to int, l *left) {
	if l.hasState || to+1 >= len(f.words) || f.words[to].low != "of" {
		return
	}
	k := to + 1
	if f.words[k].low == "the" && k+1 < len(f.words) {
		k++
	}
	h := f.phraseAt(k)
	if h.to == 0 || f.isPerson(h) || h.sense == adjective || h.sense == people {
		return
	}
	l.state, l.hasState = f.entity(h), true
	if l.article == "" {
		l.article = "the"
	}
}

// compound reports whether the noun only qualifies the next one: "voter turnout",
// "leader cult". Tags must tell.
func (f *finder) compound(to int) bool {
	if to < len(f.words) && (f.said(to) || f.thinks(to) || f.thinksAlone(to)) {
		return false // "the premier fears", whatever the tags
	}
	w := &f.s.Tokens[to-1]
	return (w.Relation.Is(grammar.Compound) || w.Relation.Is(grammar.Amod)) && w.Head >= to
}

// hyphenated reports whether a noun is the end of a longer word: people-to-people,
// but not ex-president.
func (f *finder) hyphenated(i int) bool {
	t := f.s.Tokens
	if i < 2 || t[i-1].Text != "-" || t[i-1].End != t[i].Start || t[i-2].End != t[i-1].Start {
		return false
	}
	switch f.words[i-2].low {
	case "ex", "co", "vice", "non", "sub", "under", "then", "former", "arch", "deputy":
		return false
	}
	return true
}

// predicate reports whether a phrase tells what somebody is: it follows a form of
// be or become, or as, and is no subject itself.
func (f *finder) predicate(from, to int) bool {
	if from == 0 || f.s.Tokens[to-1].Relation.Is(grammar.Nsubj) || f.verbal(to) && f.words[to].low != "who" {
		return false
	}
	k := from - 1
	for k > 0 && (f.words[k].low == "then" || f.words[k].low == "now" || f.words[k].low == "still" || f.words[k].low == "once" || f.words[k].low == "also" || f.words[k].low == "long") {
		k--
	}
	switch f.words[k].low {
	case "is", "was", "are", "were", "be", "been", "being", "become", "became", "becomes", "as", "not", "like", "considered", "remain", "remains", "remained":
		return true
	}
	return false
}

// definite gives who is meant by an office or noun with "the", or with an owner.
func (f *finder) definite(l left, r role, i, to int) int {
	if at := f.apposed(l.from, to); at >= 0 {
		f.adorn(at, l, r)
		return at
	}
	if at := f.heldBy(l, r); at >= 0 {
		return at
	}
	if l.hasState && r.office != "" && r.office != "lead" && f.unknownState(l.state) {
		return f.titledOf(l, r)
	}
	if at := f.ofUnlisted(l, r, to); at >= 0 {
		return at
	}
	if at := f.calledBy(r.noun, l); at >= 0 {
		return at
	}
	if l.hasOwner && !l.hasState {
		for at := range f.facts {
			if what := &f.facts[at]; what.single && what.owner == l.owner && what.roles[0] == r.noun {
				return at
			}
		}
		return f.stranger(i, to, l, r)
	}
	if at := f.lastWith(r.noun, l); at >= 0 && r.class != "lead" {
		return at
	}
	if at, settled := f.inFocus(l, r); at >= 0 || settled {
		return at
	}
	if r.noun == "man" || r.noun == "woman" || r.noun == "father" || r.noun == "mother" {
		sex := byte('m')
		if r.noun == "woman" || r.noun == "mother" {
			sex = 'f'
		}
		return f.salient(func(at int) bool { return f.facts[at].sex == sex && f.belongs(at, l) })
	}
	if f.heading {
		return -1
	}
	return f.stranger(i, to, l, r)
}

// inFocus gives who is meant by an office, a word for leaders or for clerics. It is
// settled that nobody is where the description cannot introduce anybody.
func (f *finder) inFocus(l left, r role) (at int, settled bool) {
	switch {
	case r.office != "" && r.office != "lead":
		at = f.holder(r.office, l)
	case r.class == "lead":
		if at = f.leader(l); at < 0 {
			at = f.lastWith(r.noun, l)
		}
	case r.class == "cleric":
		at = f.salient(func(at int) bool { return f.facts[at].cleric && f.belongs(at, l) })
	default:
		return -1, false
	}
	return at, f.heading || f.place == document.Heading || !f.within()
}

// ofUnlisted gives who holds an office of a place that the lists do not have, as in
// "the president of Ruritania"; -1 for none.
func (f *finder) ofUnlisted(l left, r role, to int) int {
	if l.hasState || to+1 >= len(f.words) || f.words[to].low != "of" || !f.words[to+1].name || f.phraseAt(to+1).to > 0 {
		return -1
	}
	name := r.noun + " of " + f.s.Words(to+1, max(f.run(to+1), to+2))
	at := f.coin(Entity{ID: slug(name), Name: name, Kind: Person})
	if len(f.facts[at].roles) == 0 {
		f.facts[at].roles, f.facts[at].single, f.facts[at].owner = []string{r.noun}, true, -2
	}
	return at
}

// calledBy gives the actor of the case whose name is a description with this noun,
// unless the text says that it belongs to another state; -1 for none.
func (f *finder) calledBy(noun string, l left) int {
	if l.hasState || l.past || l.numbered {
		return -1
	}
	return slices.IndexFunc(f.facts, func(what facts) bool { return what.byCase && slices.Contains(what.roles, noun) })
}

// heldBy gives the holder of an office whose state is said, or -1. "Former" gives
// the one before.
func (f *finder) heldBy(l left, r role) int {
	if !l.hasState && l.hasOwner && f.kind(l.owner) == Person && r.office != "" && r.office != "lead" {
		if state := f.cast.Entities[l.owner].State; state != "" && f.leads(l.owner, state) {
			return f.held(words.offices[r.office], state, l.past) // Putin's foreign minister
		}
	}
	if !l.hasState || l.state < 0 || r.office == "" {
		return -1
	}
	if r.office == "lead" {
		return f.leader(l)
	}
	return f.holder(r.office, l)
}

// leader gives who leads the state named or in focus.
func (f *finder) leader(l left) int {
	if l.hasState && l.state >= 0 {
		state := f.cast.Entities[l.state].State
		if l.founding {
			return f.founder(state)
		}
		if at := f.salient(func(at int) bool { return f.cast.Entities[at].State == state && f.leads(at, state) }); at >= 0 && !l.past {
			return at
		}
		return f.held(words.leads[state], state, l.past)
	}
	return f.salient(func(at int) bool { return f.leads(at, f.cast.Entities[at].State) && !l.past })
}

// founder gives the first leader of a state on the list, or -1.
func (f *finder) founder(state string) int {
	best := -1
	list := words.leads[state]
	for k, t := range list {
		if t.office != "king" && (best < 0 || t.first < list[best].first) {
			best = k
		}
	}
	if best < 0 {
		return -1
	}
	return f.figure(list[best].figure)
}

// apposed gives the person whose name stands beside a description between commas:
// "Ali Karimi, the envoy," and "the envoy, Ali Karimi"; -1 for none.
func (f *finder) apposed(from, to int) int {
	if from > 1 && f.words[from-1].low == "," {
		if m := f.endingAt(from - 1); m >= 0 && f.cast.Mentions[m].By == byName && f.kind(f.cast.Mentions[m].Entity) == Person && f.closes(to) {
			return f.cast.Mentions[m].Entity
		}
	}
	if to < len(f.words) && preposition(f.words[to].low) { // its leader in the south, Ali Karimi,
		for k := to + 1; k < min(to+5, len(f.words)) && !f.verbal(k) && f.words[to].low != ","; k++ {
			if f.words[k].low == "," {
				to = k
			}
		}
	}
	if to+1 >= len(f.words) || f.words[to].low != "," {
		return -1
	}
	k, honoured := to+1, false
	for _, end := f.honourAt(k); end > 0; _, end = f.honourAt(k) {
		k, honoured = end, true
	}
	run := f.run(k)
	who, end := f.nameAt(k, honoured || run > k && run < len(f.words) && (f.words[run].low == "," || run > k+1 && f.words[run].low == "."), 0)
	if end == 0 || !f.closes(end) {
		return -1
	}
	return who
}

// closes reports whether an apposition may end before a token.
func (f *finder) closes(k int) bool {
	if k >= len(f.words) {
		return true
	}
	switch f.words[k].low {
	case ",", ".", ";", ":", "–", "—", "of", "in", "for", "who", "at", "to", ")", "on":
		return true
	}
	return false
}

// leads reports whether a person ever leads a state by the lists.
func (f *finder) leads(at int, state string) bool {
	if f.facts[at].figure < 0 {
		return false
	}
	for _, t := range words.figures[f.facts[at].figure].held {
		if t.leads && t.state == state {
			return true
		}
	}
	return false
}

// holder gives who holds an office: of the state that is said, else whom the
// text last called so, else in the state in focus.
func (f *finder) holder(office string, l left) int {
	list := words.offices[office]
	if l.hasState && l.state >= 0 {
		return f.held(list, f.cast.Entities[l.state].State, l.past)
	}
	if at := f.salient(func(at int) bool { return f.holds(at, office, l.past) }); at >= 0 {
		return at
	}
	if office == "un_chief" || office == "iaea_chief" || office == "nato_chief" {
		return f.held(list, "", l.past)
	}
	state := f.salient(func(at int) bool {
		return f.cast.Entities[at].Kind == State && inList(list, f.cast.Entities[at].State)
	})
	switch {
	case state >= 0:
		return f.held(list, f.cast.Entities[state].State, l.past)
	case office == "supreme_leader":
		return f.held(list, "iran", l.past)
	}
	return -1
}

func inList(list []tenure, state string) bool {
	for _, t := range list {
		if t.state == state {
			return true
		}
	}
	return false
}

// holds reports whether a person holds an office on the day, or held it before.
func (f *finder) holds(at int, office string, past bool) bool {
	if f.facts[at].figure < 0 {
		return false
	}
	for _, t := range words.figures[f.facts[at].figure].held {
		if t.office == office && (f.day == 0 || t.at(f.day) != past) {
			return true
		}
	}
	return false
}

// held gives the entity of the one who holds an office of a state on the day;
// past gives the one before. -1 when the list does not tell.
func (f *finder) held(list []tenure, state string, before bool) int {
	best := -1
	for k, t := range list {
		if t.state != state && state != "" || f.day == 0 && t.last != 0 || f.day != 0 && (t.first > f.day || t.at(f.day) == before) {
			continue
		}
		if !before && t.last != 0 && t.last < f.day {
			continue
		}
		if best < 0 || t.first > list[best].first {
			best = k
		}
	}
	if best < 0 {
		return -1
	}
	return f.figure(list[best].figure)
}

// belongs reports whether a person may be of the state that a description names.
func (f *finder) belongs(at int, l left) bool {
	return !l.hasState || l.state < 0 || f.cast.Entities[at].State == f.cast.Entities[l.state].State
}

// lastWith gives the person whom the text last gave a noun or office, or -1.
func (f *finder) lastWith(noun string, l left) int {
	best := -1
	for at := range f.facts {
		what := &f.facts[at]
		if what.seen < f.at-12 && !what.single || best >= 0 && what.seen < f.facts[best].seen || f.cast.Entities[at].State != "" && !f.belongs(at, l) || f.cast.Entities[at].Kind != Person {
			continue
		}
		if slices.Contains(what.roles, noun) || f.holds(at, noun, l.past) {
			best = at
		}
	}
	return best
}

// stranger adds a person without a name: "an unnamed Iranian official".
func (f *finder) stranger(i, to int, l left, r role) int {
	from := l.from
	if (article(f.words[from].low) || f.words[from].low == "one") && from < i {
		from++
	}
	name := f.s.Words(from, to)
	id := slug(name)
	if l.hasOwner && l.owner >= 0 {
		owner := f.cast.Entities[l.owner]
		what := f.s.Words(f.ownedFrom(from, i), to)
		name, id = what+" of "+owner.Name, owner.ID+"_"+slug(what)
	}
	for n := 2; f.cast.Entity(id) >= 0; n++ {
		id = slug(name) + "_" + digits(n)
	}
	e := Entity{ID: id, Name: name, Kind: Person}
	if l.hasState && l.state >= 0 {
		e.State = f.cast.Entities[l.state].State
	}
	what := facts{figure: -1, single: true, roles: []string{r.noun}, cleric: r.class == "cleric", owner: -2}
	if l.hasOwner {
		what.owner = l.owner
	}
	what.sex = sexOf(r.noun)
	return f.add(e, what)
}

// sexOf gives the sex that a noun for people tells; 0 for most.
func sexOf(noun string) byte {
	switch noun {
	case "wife", "mother", "girl", "widow", "sister", "daughter", "niece", "aunt", "queen", "first lady", "princess", "actress":
		return 'f'
	case "husband", "father", "boy", "brother", "son", "nephew", "uncle", "king", "prince", "strongman":
		return 'm'
	}
	switch {
	case strings.HasSuffix(noun, "woman"):
		return 'f'
	case noun == "man" || strings.HasSuffix(noun, "businessman"):
		return 'm'
	}
	return 0 // a spokesman or a chairman may be a woman, too
}

// ownedFrom gives the first token after the owner in a noun phrase.
func (f *finder) ownedFrom(from, noun int) int {
	for k := noun - 1; k >= from; k-- {
		if m := f.endingAt(k + 1); genitive(f.words[k].low) || m >= 0 && f.cast.Mentions[m].By == byPronoun {
			return k + 1
		}
	}
	return from
}

func digits(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return digits(n/10) + digits(n%10)
}

// public gives the entity of a plural or a mass: by its state and noun.
func (f *finder) public(l left, r role) int {
	state := ""
	if l.hasState && l.state >= 0 {
		state = f.cast.Entities[l.state].State
	}
	name, id := r.text, ""
	if l.hasState && l.state >= 0 && state != "" {
		adj := f.cast.Entities[l.state].Name
		if at, ok := words.states[state]; ok {
			adj = words.adjective(at)
		}
		name = adj + " " + name
		if at, ok := words.states[state]; ok && r.text == "people" {
			name = words.people(at)
		}
	} else if l.hasState && l.state >= 0 {
		name = f.cast.Entities[l.state].Name + " " + name
	} else if l.hasOwner && f.kind(l.owner) == Person {
		owner := f.cast.Entities[l.owner]
		name, id = r.text+" of "+owner.Name, owner.ID+"_"+slug(r.text)
	} else if at := f.lastPublic(r.text); at >= 0 {
		return at
	}
	if id == "" {
		id = slug(name)
	}
	at := f.coin(Entity{ID: id, Name: name, Kind: Group, State: state})
	f.facts[at].roles = append(f.facts[at].roles[:0], r.text)
	f.facts[at].mass = r.class == "many" && !strings.HasSuffix(r.text, "s") && r.text != "people" && r.text != "police"
	return at
}

// lastPublic gives the group of the last three sentences with a noun, or -1.
func (f *finder) lastPublic(noun string) int {
	best := -1
	for at := range f.facts {
		if f.cast.Entities[at].Kind == Group && f.facts[at].seen >= f.at-2 && len(f.facts[at].roles) > 0 && f.facts[at].roles[0] == noun && (best < 0 || f.facts[at].seen >= f.facts[best].seen) {
			best = at
		}
	}
	return best
}
