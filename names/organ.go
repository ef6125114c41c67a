package names

import (
	"slices"
	"strings"

	"reckon/grammar"
)

// organ gives the end of an organ's name that begins at a token: capitals up to a
// word such as Ministry, and what follows it with of, for or on. 0 for none.
func (f *finder) organ(i int) int {
	if f.heading || !f.words[i].upper || words.common[f.words[i].low] && !f.opensOrgan(i) {
		return 0
	}
	k, to := i, 0
	for ; k < len(f.words) && (f.inOrgan(k) || f.ofPeople(k)); k++ {
		if k > i {
			if _, end := f.honourAt(k); end > 0 && !words.organWords[f.s.Tokens[k].Text] {
				break
			}
		}
		if f.ofPeople(k) {
			k++
			continue
		}
		if _, end := f.roleAt(k); end > k+1 || end > 0 && !words.organWords[f.s.Tokens[k].Text] {
			break
		}
		if words.organWords[f.s.Tokens[k].Text] {
			to = k + 1
		}
	}
	if to == 0 {
		return 0
	}
	to = f.organOf(to, k)
	if to-i < 2 {
		return 0
	}
	return to
}

// ofPeople reports whether a public owns the organ within its name: the People's Assembly.
func (f *finder) ofPeople(k int) bool {
	if k+2 >= len(f.words) || !f.words[k].upper || !genitive(f.words[k+1].low) && f.words[k+1].low != "s" || !f.words[k+2].upper {
		return false
	}
	r, to := f.roleAt(k)
	return to == k+1 && r.plural
}

// opensOrgan reports whether a common word with a capital stands within a
// sentence before a word for an organ: "the Central Bank", "the Foreign Ministry".
func (f *finder) opensOrgan(i int) bool {
	return i > 0 && i+1 < len(f.words) && words.organWords[f.s.Tokens[i+1].Text] && f.s.Tokens[i].Tag != grammar.Determiner &&
		f.s.Tokens[i].Text != "The" && f.s.Tokens[i].Text != "A"
}

func (f *finder) inOrgan(k int) bool {
	t := f.s.Tokens[k].Text
	return f.words[k].upper && (!words.common[f.words[k].low] || words.organWords[t] || f.opensOrgan(k)) ||
		t == "&" || t == "-" && k > 0 && k+1 < len(f.words) && f.s.Tokens[k-1].End == f.s.Tokens[k].Start && f.words[k+1].upper
}

// organOf reads "of Foreign Affairs" and "on Foreign Relations" after an organ's noun.
func (f *finder) organOf(to, run int) int {
	if run != to {
		return to
	}
	for to+1 < len(f.words) {
		k := to
		switch f.words[k].low {
		case "of", "for", "on":
			k++
			if k < len(f.words) && f.words[k].low == "the" {
				k++
			}
		case "and":
			k++
			if h := f.phraseAt(k); h.to > 0 {
				return to
			}
		default:
			return to
		}
		end := k
		for end < len(f.words) && f.words[end].upper && f.words[end].opening != "" && (!words.common[f.words[end].low] || f.opensOrgan(end)) {
			end++
		}
		if end == k {
			return to
		}
		to = end
	}
	return to
}

// organName adds the mention of an organ by its name. A state that stands before
// the name or in it owns the organ.
func (f *finder) organName(i, to int) int {
	from, state := i, ""
	if h := f.phraseAt(i); h.to > 0 && h.to < to && (h.entity < 0 && !f.isPerson(h) || f.unknownState(h.entity)) {
		if h.entity >= 0 {
			state = f.cast.Entities[h.entity].State
		} else {
			state = words.figures[h.senses[0]].State
		}
		f.proper(i, h)
		if h.sense == adjective {
			from = h.to
		}
	} else if l := f.left(i); l.hasState && l.state >= 0 {
		state = f.cast.Entities[l.state].State
		from = i
		i = l.from
	}
	if to-from < 2 && from > i {
		from = i
	}
	name := f.s.Words(from, to)
	id := slug(name)
	if state != "" && from != i {
		id = state + "_" + id
	}
	at := f.learned(name)
	if at < 0 || state != "" && f.cast.Entities[at].State != state {
		at = f.coin(Entity{ID: id, Name: name, Kind: Organ, State: state})
		f.learn(name, at, full)
		if short := f.acronym(to); short != "" {
			f.learn(short, at, full)
		}
	}
	if i > 0 && f.words[i-1].low == "the" {
		i--
	}
	f.mention(Mention{Entity: at, From: i, To: to, By: byName})
	return to
}

// acronym gives the capitals in round brackets after a name.
func (f *finder) acronym(to int) string {
	if to+2 >= len(f.words) || f.s.Tokens[to].Text != "(" || f.s.Tokens[to+2].Text != ")" {
		return ""
	}
	text := f.s.Tokens[to+1].Text
	for _, r := range text {
		if r < 'A' || r > 'Z' {
			return ""
		}
	}
	if len(text) < 2 {
		return ""
	}
	return text
}

// entity gives the entity of a name of the lists; a capital governed by a
// preposition of place is a city.
func (f *finder) entity(h hit) int {
	if h.entity >= 0 {
		return h.entity
	}
	if len(h.senses) == 1 {
		return f.figure(h.senses[0])
	}
	best := -1 // Moscow of the Soviet Union or of Russia, Brussels of Belgium or of the Union
	for _, s := range h.senses {
		if at := f.of[s]; at >= 0 && (best < 0 || f.facts[at].weight > f.facts[best].weight) {
			best = at
		}
	}
	if best >= 0 {
		return best
	}
	pick := h.senses[0]
	for _, s := range h.senses {
		if words.figures[s].ID == "soviet_union" && f.day != 0 && f.day < yearStart(1992) {
			pick = s
		}
	}
	return f.figure(pick)
}

// proper adds the mention of a state, organ, group or place of the lists.
func (f *finder) proper(i int, h hit) int {
	from := i
	switch h.sense {
	case adjective:
		return f.nationality(i, h)
	case people:
		l := f.left(i)
		f.peopleOf(l.from, h.to, f.entity(h))
		return h.to
	case metonym:
		if f.located(i, h.to) {
			f.mention(Mention{Entity: f.city(h), From: from, To: h.to, By: byName})
			return h.to
		}
	case full, surname:
	}
	at := f.entity(h)
	if i > 0 && f.words[i-1].low == "the" {
		from--
	}
	f.mention(Mention{Entity: at, From: from, To: h.to, By: byName})
	return h.to
}

// nationality adds a state named by its adjective, or the public of "the French".
func (f *finder) nationality(i int, h hit) int {
	at := f.entity(h)
	if i > 0 && f.words[i-1].low == "the" && f.ends(h.to) {
		f.peopleOf(i-1, h.to, at)
		return h.to
	}
	f.mention(Mention{Entity: at, From: i, To: h.to, By: byAdjective})
	return h.to
}

// ends reports whether no noun follows a token: a verb, mark or function word does.
func (f *finder) ends(k int) bool {
	if k >= len(f.words) {
		return true
	}
	if tag := f.s.Tokens[k].Tag; tag == grammar.Verb || tag == grammar.Auxiliary || tag == grammar.Adposition || tag == grammar.Adverb {
		return true
	}
	return !letters(f.s.Tokens[k].Text) && f.s.Tokens[k].Text != "-" || words.common[f.words[k].low] && f.s.Tokens[k].Tag == ""
}

func (f *finder) peopleOf(from, to, state int) {
	s := f.cast.Entities[state]
	name := s.Name + "'s people"
	if at, ok := words.states[s.State]; ok {
		name = words.people(at)
	}
	at := f.coin(Entity{ID: slug(name), Name: name, Kind: Group, State: s.State})
	f.mention(Mention{Entity: at, From: from, To: to, By: byName})
}

// located reports whether a city's name stands for the place: after a preposition
// of place, or as the place that opens a dispatch.
func (f *finder) located(i, to int) bool {
	if to < len(f.words) && genitive(f.words[to].low) {
		return false // "in Tehran's view"
	}
	if i == 0 {
		return to < len(f.words) && f.s.Tokens[to].Text == "," && to+1 < len(f.words) && words.common[f.words[to+1].low] && f.words[to+1].upper
	}
	switch f.words[i-1].low {
	case "in", "at", "near", "outside", "around", "inside", "downtown", "central", "northern", "southern", "eastern", "western", "throughout", "across":
		return true
	case "leave", "left", "leaves", "enter", "entered", "reach", "reached", "visit", "visited", "bomb", "bombed", "shelled":
		return f.ends(to) // what is left or bombed is a place
	case "of":
		return i > 1 && (f.words[i-2].low == "streets" || f.words[i-2].low == "city" || f.words[i-2].low == "outskirts" || f.words[i-2].low == "suburbs" || f.words[i-2].low == "capital")
	case "to", "from":
		return i > 1 && motion[f.words[i-2].low]
	}
	return false
}

var motion = map[string]bool{
	"flew": true, "fly": true, "flying": true, "flight": true, "flights": true, "travel": true, "traveled": true, "travelled": true, "traveling": true, "travelling": true,
	"trip": true, "trips": true, "visit": true, "visits": true, "went": true, "go": true, "going": true, "came": true, "come": true, "drove": true, "moved": true,
	"returned": true, "return": true, "returning": true, "arrived": true, "fled": true, "drive": true, "road": true, "journey": true, "back": true, "headed": true,
}

// city gives the entity of a capital as a place.
func (f *finder) city(h hit) int {
	state := words.figures[h.senses[0]].State
	return f.coin(Entity{ID: slug(h.phrase), Name: h.phrase, Kind: Place, State: state})
}

// common reads a noun for an organ in lower case: "the regime", "the Trump
// administration". It gives i when there is none.
func (f *finder) common(i int) int {
	what, ok := words.organNouns[f.words[i].low]
	if !ok || f.heading && f.words[i].upper {
		return f.many(i)
	}
	l := f.left(i)
	m := Mention{Entity: -1, From: l.from, To: i + 1, By: byDescription}
	f.afterPerson(i, &l, &m)
	switch {
	case f.compound(i + 1):
		return i
	case l.unreal || l.article == "a" || l.article == "an":
		return i
	case what == "government":
		m.Entity = f.government(i, l)
	case what == "state":
		if l.article == "" || l.hasState {
			return i
		}
		if id := f.stateInFocus(f.words[i].low); id != "" {
			m.Entity = f.stateOf(id)
		}
	default:
		m.Entity = f.institution(i, l)
	}
	if m.Entity < 0 {
		return i
	}
	f.mention(m)
	return i + 1
}

// afterPerson lets a person's name stand before the noun: "the Trump administration".
func (f *finder) afterPerson(i int, l *left, m *Mention) {
	before := f.endingAt(i)
	if before < 0 || f.cast.Mentions[before].By == byPronoun || f.kind(f.cast.Mentions[before].Entity) != Person {
		return
	}
	men := f.cast.Mentions[before]
	l.owner, l.hasOwner, l.from = men.Entity, true, men.From
	if men.From > 0 && article(f.words[men.From-1].low) {
		l.from--
	}
	m.From = l.from
}

// government gives the entity of a government: of a state, or of who leads it.
func (f *finder) government(i int, l left) int {
	noun := f.words[i].low
	if l.hasOwner && f.kind(l.owner) == Person && !l.hasState {
		e := f.cast.Entities[l.owner]
		last := e.ID
		return f.coin(Entity{ID: last + "_administration", Name: "the administration of " + e.Name, Kind: Organ, State: e.State})
	}
	id := ""
	switch {
	case l.hasState:
		if l.state >= 0 {
			id = f.cast.Entities[l.state].State
		}
	case l.article == "" || l.article == "no":
		return -1
	case noun == "administration":
		if at := f.salient(func(at int) bool {
			return f.cast.Entities[at].Kind == Organ && len(f.cast.Entities[at].ID) > 15 && f.cast.Entities[at].ID[len(f.cast.Entities[at].ID)-15:] == "_administration"
		}); at >= 0 {
			return at
		}
		fallthrough
	default:
		id = f.stateInFocus(noun)
	}
	if id == "" {
		if l.article != "the" || l.hasState || f.heading {
			return -1
		}
		return f.coin(Entity{ID: noun, Name: "the " + noun, Kind: Organ}) // of a state that nobody names
	}
	name := id
	if at, ok := words.states[id]; ok {
		name = words.figures[at].Name
	}
	return f.coin(Entity{ID: id + "_government", Name: "the government of " + name, Kind: Organ, State: id})
}

// stateInFocus gives the ID of the state that a noun such as regime, country or
// monarchy means: the one with most weight in itself, its leaders and its organs,
// of those that the noun fits. "" for none.
func (f *finder) stateInFocus(noun string) string {
	weights := map[string]int{}
	best := ""
	for at := range f.facts {
		what, e := &f.facts[at], &f.cast.Entities[at]
		if !f.isState(e.State) || what.weight == 0 && what.count < 3 {
			continue
		}
		if e.Kind == State || e.Kind == Organ || e.Kind == Person && f.leads(at, e.State) {
			weights[e.State] += what.weight + 4*min(what.count, 20)
		}
	}
	for at := range f.facts {
		id := f.cast.Entities[at].State
		if w := weights[id]; w > 0 && (best == "" || w > weights[best]) && nounFits(noun, id) {
			best = id
		}
	}
	return best
}

// nounFits reports whether a text may mean a state by a noun.
func nounFits(noun, id string) bool {
	switch noun {
	case "regime", "theocracy", "dictatorship", "junta":
		return !words.democracy[id]
	case "republic":
		at, listed := words.states[id]
		return !listed || slices.ContainsFunc(words.figures[at].Aliases, func(a string) bool { return strings.Contains(a, "Republic") })
	case "monarchy":
		if _, listed := words.states[id]; !listed {
			return true
		}
		return slices.ContainsFunc(words.leads[id], func(t tenure) bool { return t.office == "king" || t.office == "emir" || t.office == "sultan" })
	}
	return true
}

// institution gives the entity of "the Iranian parliament" or "the company".
func (f *finder) institution(i int, l left) int {
	noun := f.words[i].low
	if l.hasState && l.state >= 0 {
		id := f.cast.Entities[l.state].State
		if id == "" {
			return -1
		}
		name := f.cast.Entities[l.state].Name + "'s " + noun
		if at, ok := words.states[id]; ok {
			name = words.adjective(at) + " " + noun
		}
		return f.coin(Entity{ID: id + "_" + noun, Name: name, Kind: Organ, State: id})
	}
	if l.article == "" {
		return -1
	}
	return f.salient(func(at int) bool {
		return f.likely(at, i, l) && f.cast.Entities[at].Kind == Organ && (hasWord(f.cast.Entities[at].Name, noun) || noun == "company" || noun == "firm" || noun == "organization" || noun == "organisation")
	})
}

// likely reports whether no word before a noun for an organ tells it from another:
// "the civil intelligence ministry" is not the Interior Ministry.
func (f *finder) likely(at, i int, l left) bool {
	for k := l.from; k < i; k++ {
		if !article(f.words[k].low) && f.words[k].low != "own" && f.words[k].low != "new" && f.words[k].low != "whole" && letters(f.s.Tokens[k].Text) && !hasWord(f.cast.Entities[at].Name, f.words[k].low) {
			return false
		}
	}
	return true
}

// many reads a quantifier that stands for people: "Many believe", "some say".
func (f *finder) many(i int) int {
	switch f.words[i].low {
	case "many", "some", "others", "few", "most", "several":
	default:
		return i
	}
	if !f.said(i+1) && !f.thinks(i+1) && !f.opine(i) {
		return i
	}
	at := f.coin(Entity{ID: f.words[i].low, Name: f.words[i].low, Kind: Group})
	f.mention(Mention{Entity: at, From: i, To: i + 1, By: byDescription})
	return i + 1
}

// thinksAlone reports whether a token is such a verb with one subject: fears.
func (f *finder) thinksAlone(k int) bool {
	stem, singular := strings.CutSuffix(f.words[k].low, "s")
	if !singular {
		return false
	}
	return thought(stem)
}

// opine reports whether a token is the subject of a verb of thought or speech that
// does not follow at once: "Some in the capital doubt".
func (f *finder) opine(i int) bool {
	if i+1 < len(f.words) && preposition(f.words[i+1].low) && (i == 0 || f.words[i-1].low == "," || f.words[i-1].low == "and" || f.words[i-1].low == "but") {
		for k := i + 2; k < min(i+7, len(f.words)) && letters(f.s.Tokens[k].Text); k++ {
			if k > i+2 && f.thinks(k) && f.words[k-1].low != "to" {
				return true
			}
		}
	}
	w := &f.s.Tokens[i]
	return w.Relation.Is(grammar.Nsubj) && w.Head > i && (f.said(w.Head) || f.thinks(w.Head)) && f.s.Tokens[w.Head].Tag == grammar.Verb
}

// thinks reports whether a token is a plural verb of thought or speech.
func (f *finder) thinks(k int) bool {
	if k >= len(f.words) {
		return false
	}
	return thought(f.words[k].low)
}

func thought(low string) bool {
	switch low {
	case "believe", "think", "say", "argue", "fear", "hope", "claim", "doubt", "suspect", "expect", "feel", "see", "saw", "view", "want", "wanted", "hoped", "feared",
		"wonder", "wondered", "worry", "worried", "suggest", "insist", "warn", "ask", "consider", "have", "had", "are", "were", "agree", "agreed", "predict", "predicted":
		return true
	}
	return false
}
