package names

import (
	"slices"
	"strings"

	"reckon/grammar"
)

// What tells that a name which no list has is that of a state. A name is taken for
// one from two points on.
const (
	enough   = 2
	certain  = 2 // the prime minister of Y, Y's foreign minister
	possible = 1 // Y denied, Y's army
)

// signs are what a text tells of a name that no list has.
type signs struct {
	name   string
	points int
	person bool // the name stands within somebody's
	firm   bool // it has shares and products
	voice  bool // it speaks as a he or a she, or "said Y"
	proof  int  // points other than by what it does and says
}

// survey reads the whole text for states that no list has, before anybody is
// looked for: an invented or forgotten state is told by its offices and deeds.
func (f *finder) survey() {
	var found []signs
	place := map[string]int{}
	var nouns []string // capitals that may be adjectives of a state
	for at := range f.t.Sentences {
		f.at, f.s, f.quoting = at, &f.t.Sentences[at], false
		f.look()
		if f.heading {
			continue
		}
		f.persons()
		for i := 0; i < len(f.words); i++ {
			to := f.unlisted(i)
			if to == 0 {
				continue
			}
			name := f.s.Words(i, to)
			k, met := place[name]
			if !met {
				k = len(found)
				place[name] = k
				found = append(found, signs{name: name})
				nouns = append(nouns, name)
			}
			f.sign(i, to, &found[k])
			i = to - 1
		}
	}
	f.quoting = false
	for k := range found {
		if s := &found[k]; s.points > 0 && s.points < enough && slices.ContainsFunc(nouns, func(noun string) bool { return derived(noun, s.name) }) {
			s.points++
		}
	}
	for k := range found {
		if s := &found[k]; s.points >= enough && !s.person && !s.firm && (!s.voice || s.proof >= enough) {
			f.found(s.name)
		}
	}
	f.peoples(nouns)
}

// found adds a state that the survey found. An actor of the case of that name
// becomes one, where the case does not tell what it is.
func (f *finder) found(name string) {
	if at := f.learned(name); at >= 0 {
		if e := &f.cast.Entities[at]; e.Kind == "" {
			e.Kind = State
		}
		return
	}
	id := slug(name)
	if f.cast.Entity(id) >= 0 {
		return
	}
	f.learn(name, f.add(Entity{ID: id, Name: name, Kind: State, State: id}, facts{figure: -1}), full)
}

// peoples learns the adjectives and the peoples of states that no list has, of
// those words that the text uses: Ruritania, Ruritanian, Ruritanians.
func (f *finder) peoples(nouns []string) {
	for at := range f.cast.Entities {
		e := &f.cast.Entities[at]
		if e.Kind != State || f.facts[at].figure >= 0 {
			continue
		}
		if e.State == "" {
			e.State = e.ID
		}
		for _, noun := range nouns {
			one, many := strings.CutSuffix(noun, "s")
			switch {
			case derived(noun, e.Name):
				f.learn(noun, at, adjective)
			case many && derived(one, e.Name):
				f.learn(noun, at, people)
			}
		}
	}
}

// derived reports whether a word is the adjective of a state's name by the usual
// endings: Ruritanian, Kandorese, Talossi, Orlandish, Orlish.
func derived(word, name string) bool {
	if word == name || len(name) < 4 {
		return false
	}
	for _, stem := range []string{name, strings.TrimRight(name, "aeiouy"), strings.TrimSuffix(name, "ia"), strings.TrimSuffix(name, "land"), strings.TrimSuffix(name, "and")} {
		if ending, ok := strings.CutPrefix(word, stem); ok && len(stem) > 2 {
			switch ending {
			case "n", "an", "ian", "nian", "ean", "ese", "nese", "i", "ish", "ic", "er", "lander":
				return true
			}
		}
	}
	return false
}

// unlisted gives the end of a name of one word, or of one word after a point of the
// compass, that no list has; 0 for none.
func (f *finder) unlisted(i int) int {
	k := i
	if compass(f.s.Tokens[i].Text) && i+1 < len(f.words) && f.words[i+1].name {
		k++
	}
	w := &f.words[k]
	if !w.name || len(w.opening) < 3 || len(w.opening) != len(f.s.Tokens[k].Text) || f.s.Tokens[k].Text == strings.ToUpper(f.s.Tokens[k].Text) {
		return 0
	}
	if h := f.phraseAt(k); h.to > 0 && (h.entity < 0 || f.cast.Entities[h.entity].Kind != "") {
		return 0
	}
	if _, to := f.roleAt(k); to > 0 {
		return 0
	}
	if _, to := f.honourAt(k); to > 0 || words.organWords[f.s.Tokens[k].Text] {
		return 0
	}
	if _, given := words.given[f.s.Tokens[k].Text]; given && k == i {
		return 0
	}
	return k + 1
}

// compass reports whether a capital begins names of parts: North, West, Upper.
func compass(text string) bool {
	switch text {
	case "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Upper", "Lower", "Greater", "Outer", "Inner":
		return true
	}
	return false
}

// sign notes what the words around a name tell of it.
func (f *finder) sign(i, to int, s *signs) {
	if f.withinName(i, to) {
		s.person = true
		return
	}
	before := s.points
	if to < len(f.words) && genitive(f.words[to].low) {
		f.owns(to+1, s)
	} else if to < len(f.words) {
		s.voice = s.voice || f.voices(i, to)
		switch {
		case f.isCountry(to):
			s.points += certain
		case i > 0 && f.words[i-1].low == "the" && to+1 < len(f.words) && (f.words[to].low == "foreign" && strings.HasPrefix(f.words[to+1].low, "minist") || f.words[to].low == "central" && f.words[to+1].low == "bank"):
			s.points += certain // the Tarn foreign ministry
			s.proof += certain
		case i > 0 && f.words[i-1].low == "the" && property[f.words[to].low] > 0:
			s.points += possible // the Tarn government, the Tarn Navy
		case f.words[to].low == "spokesman", f.words[to].low == "spokeswoman", f.words[to].low == "executives":
			s.firm = true
		}
	}
	if f.target(i) {
		s.points += possible
	}
	if i > 1 && f.words[i-1].low == "of" {
		s.points += f.ruled(i - 2)
		s.points += f.reigns(i - 2)
	}
	if s.proof += s.points - before; to < len(f.words) && deed[f.words[to].low] {
		s.points += possible
	}
}

// voices reports whether a name of one word speaks as people do: "said Orlov", and
// "Orlov insisted that he".
func (f *finder) voices(i, to int) bool {
	if i > 0 && f.said(i-1) && (quoteMark(f.s.Tokens[max(0, i-2)].Text) || f.s.Tokens[max(0, i-2)].Text == "”") {
		return true
	}
	if !f.said(to) || to+2 >= len(f.words) {
		return false
	}
	k := to + 1
	if f.words[k].low == "that" {
		k++
	}
	return f.words[k].low == "he" || f.words[k].low == "she"
}

// isCountry reports whether what begins at a token tells that a name is a country's:
// "is a small kingdom".
func (f *finder) isCountry(k int) bool {
	switch f.words[k].low {
	case "is", "was", "remains", "became", "remained", ",":
	default:
		return false
	}
	if k+2 >= len(f.words) || f.words[k+1].low != "a" && f.words[k+1].low != "an" && f.words[k+1].low != "the" {
		return false
	}
	for j := k + 2; j < min(k+6, len(f.words)); j++ {
		switch f.words[j].low {
		case "country", "kingdom", "republic", "monarchy", "nation", "emirate", "sultanate", "principality", "island-state":
			return j+1 >= len(f.words) || f.s.Tokens[j+1].Tag != grammar.Noun
		}
		if preposition(f.words[j].low) || !letters(f.s.Tokens[j].Text) && f.words[j].low != "-" {
			return false
		}
	}
	return false
}

// withinName reports whether a word stands beside another capital, as in a
// person's or a firm's name, or behind a person's title.
func (f *finder) withinName(i, to int) bool {
	if to < len(f.words) && f.words[to].name && property[f.words[to].low] <= 0 {
		if h := f.phraseAt(to); h.to == 0 {
			return true
		}
	}
	if i == 0 {
		return false
	}
	if before := &f.words[i-1]; before.upper && (before.name || f.initial(i-1)) && f.s.Tokens[i-1].End+1 == f.s.Tokens[i].Start {
		return true
	}
	for k := max(0, i-4); k < i; k++ {
		if _, end := f.honourAt(k); end == i {
			return true
		}
		if r, end := f.roleAt(k); end == i && !r.plural {
			return true
		}
	}
	return false
}

// owns notes what is said to be a name's: a foreign minister is a state's, an army
// mostly, shares are a firm's.
func (f *finder) owns(k int, s *signs) {
	for end := min(k+4, len(f.words)); k < end; k++ {
		if r, to := f.roleAt(k); to > 0 && ofStates(r.office) {
			if s.points += possible; r.noun != "president" {
				s.points += certain - possible
			}
			return
		}
		switch p := property[f.words[k].low]; {
		case p > 0:
			s.points += p
			return
		case p < 0:
			s.firm = true
			return
		}
		if f.words[k].low == "central" && k+1 < end && f.words[k+1].low == "bank" {
			s.points += certain
			return
		}
		if !letters(f.s.Tokens[k].Text) || f.verbal(k) || preposition(f.words[k].low) {
			return
		}
	}
}

// ruled gives what the noun before "of Y" tells: the king, the kingdom, the army.
func (f *finder) ruled(k int) int {
	switch f.words[k].low {
	case "kingdom", "republic", "emirate", "sultanate", "principality", "duchy", "capital":
		return certain
	case "state", "nation", "country", "parliament", "army", "navy", "government", "border", "borders", "invasion", "occupation", "annexation", "independence":
		return possible
	}
	for from := max(0, k-3); from <= k; from++ {
		switch r, to := f.roleAt(from); {
		case to != k+1:
		case r.noun == "president", r.noun == "ambassador", r.noun == "premier":
			return possible // universities have presidents, too
		case ofStates(r.office), r.noun == "queen", r.noun == "emperor":
			return certain
		}
	}
	return 0
}

// target reports whether what stands before a name is done to states: "invaded Y",
// "the war with Y", "talks between Y and Z".
func (f *finder) target(i int) bool {
	if i == 0 {
		return false
	}
	switch f.words[i-1].low {
	case "invaded", "annexed", "attacked", "bombed", "shelled", "blockaded", "accused", "threatened", "invade", "annex", "attack", "invading", "against":
		return true
	case "with", "between", "on", "into":
		return i > 1 && dealings[f.words[i-2].low]
	case "and":
		return i > 3 && f.words[i-3].low == "between" && dealings[f.words[i-4].low]
	}
	return false
}

// dealings are what states have with each other.
var dealings = map[string]bool{
	"war": true, "talks": true, "treaty": true, "border": true, "alliance": true, "pact": true, "relations": true, "ties": true, "truce": true, "peace": true, "ceasefire": true, "armistice": true, "tensions": true, "sanctions": true,
	"embargo": true, "blockade": true, "troops": true, "army": true, "invasion": true, "tariffs": true, "accord": true, "negotiations": true,
}

// reigns gives what "President Petra Haln" before "of Y" tells, from its last word.
func (f *finder) reigns(k int) int {
	for from := k; from >= max(0, k-4) && f.words[from].upper; from-- {
		if r, to := f.roleAt(from); to > from && to <= k && (ofStates(r.office) || r.noun == "queen" || r.noun == "emperor") {
			return certain
		}
	}
	return 0
}

// ofStates reports whether only states have an office.
func ofStates(office string) bool {
	switch office {
	case "president", "prime_minister", "king", "queen", "emir", "sultan", "foreign_minister", "defense_minister", "chancellor":
		return true
	}
	return false
}

// property is what a state has; below 0 what only a firm has.
var property = map[string]int{
	"parliament": certain, "navy": certain, "army": certain, "ambassador": certain, "embassy": certain, "government": possible, "capital": possible, "military": certain, "king": certain, "queen": certain,
	"border": certain, "borders": certain, "admiral": certain, "coast": possible, "currency": certain, "constitution": possible, "cabinet": possible, "troops": possible, "forces": possible, "soldiers": possible,
	"diplomats": certain, "envoy": possible, "navies": possible, "fleet": possible, "warships": possible, "generals": possible, "regime": possible, "territory": possible, "leaders": possible, "airspace": certain, "economy": possible, "sovereignty": certain, "independence": possible, "people": possible, "ports": possible, "exports": possible,
	"shares": -1, "stock": -1, "products": -1, "customers": -1, "users": -1, "ceo": -1, "shareholders": -1, "headquarters": -1, "employees": -1, "readers": -1, "app": -1, "website": -1, "software": -1, "songs": -1, "novel": -1, "book": -1, "wife": -1, "husband": -1, "son": -1, "daughter": -1, "mother": -1, "father": -1,
}

// deed holds verbs that states are often the subject of.
var deed = map[string]bool{
	"denied": true, "denies": true, "warned": true, "warns": true, "attacked": true, "attacks": true, "accused": true, "accuses": true, "demanded": true, "demands": true, "offered": true, "offers": true,
	"threatened": true, "threatens": true, "invaded": true, "invades": true, "annexed": true, "annexes": true, "mobilized": true, "mobilised": true, "blockaded": true, "shelled": true, "ceded": true, "retaliated": true,
	"rejected": true, "rejects": true, "protested": true, "protests": true, "condemned": true, "condemns": true, "closed": true, "signed": true, "ratified": true, "withdrew": true, "recalled": true, "expelled": true, "agreed": true, "refused": true, "refuses": true, "insisted": true, "insists": true,
}

// ofPart reads a part of a state or city as one name: West Berlin, South Ossa.
func (f *finder) ofPart(i int) int {
	if f.heading || !compass(f.s.Tokens[i].Text) || i+1 >= len(f.words) || f.phraseAt(i).to > i+1 {
		return 0
	}
	h := f.phraseAt(i + 1)
	if h.to == 0 && f.phraseAt(i).to == i+1 && f.words[i+1].name {
		return i + 1 // West Tarn is not the West
	}
	if h.to == 0 || h.sense == adjective || h.sense == people || f.isPerson(h) || h.to > i+3 {
		return 0
	}
	if to := h.to; to < len(f.words) && f.words[to].name || words.organWords[f.s.Tokens[h.to-1].Text] {
		return 0
	}
	name := f.s.Words(i, h.to)
	f.mention(Mention{Entity: f.coin(Entity{ID: slug(name), Name: name, Kind: Place}), From: i, To: h.to, By: byName})
	return h.to
}

// unknownState reports whether an entity is a state that the lists do not have.
func (f *finder) unknownState(at int) bool {
	if at < 0 || f.cast.Entities[at].Kind != State {
		return false
	}
	_, listed := words.states[f.cast.Entities[at].State]
	return !listed
}

// titledOf gives who holds an office of a state that the lists do not have.
func (f *finder) titledOf(l left, r role) int {
	e := f.cast.Entities[l.state]
	if at := f.lastWith(r.noun, l); at >= 0 && f.cast.Entities[at].State == e.State && !l.past {
		return at
	}
	name := r.noun + " of " + e.Name
	if l.past {
		name = "former " + name
	}
	at := f.coin(Entity{ID: slug(name), Name: name, Kind: Person, State: e.State})
	if !slices.Contains(f.facts[at].roles, r.noun) {
		f.facts[at].roles, f.facts[at].single, f.facts[at].owner = append(f.facts[at].roles, r.noun), true, -2
	}
	return at
}

// adorn notes what an apposition tells of a person: the office and its state.
func (f *finder) adorn(at int, l left, r role) {
	what, e := &f.facts[at], &f.cast.Entities[at]
	if !slices.Contains(what.roles, r.noun) {
		what.roles = append(what.roles, r.noun)
	}
	if what.sex == 0 {
		what.sex = sexOf(r.noun)
	}
	if e.State == "" && l.hasState && l.state >= 0 {
		e.State = f.cast.Entities[l.state].State
	}
}

// persons notes which names of several words a sentence tells to be a person's, and
// which names of one word speak or serve: elsewhere they need no cue.
func (f *finder) persons() {
	for i := 0; i < len(f.words); i++ {
		if !f.words[i].name || f.words[i].opening == "" {
			continue
		}
		to := f.run(i)
		switch {
		case to == i+1 && (f.said(to) || f.serves(to)):
			f.alone[f.s.Tokens[i].Text] = true
		case to > i+1 && to <= i+3:
			name := f.s.Words(i, to)
			f.people[name] = f.people[name] || f.cued(i, to)
		}
		i = max(i, to-1)
	}
}

// isKnown reports whether the text tells elsewhere that capitals are a person's name:
// it gives it a cue there or lets its last word speak alone.
func (f *finder) isKnown(i, to int) bool {
	told, met := f.people[f.s.Words(i, to)]
	return told || met && to-i < 4 && f.alone[f.s.Tokens[to-1].Text]
}

// stateOf gives the entity of a state by its ID: of the lists, or found by the
// survey; -1 for neither.
func (f *finder) stateOf(id string) int {
	if figure, listed := words.states[id]; listed {
		return f.figure(figure)
	}
	if at := f.cast.Entity(id); f.unknownState(at) {
		return at
	}
	return -1
}

// isState reports whether an ID is that of a state of the lists or of the survey.
func (f *finder) isState(id string) bool {
	_, listed := words.states[id]
	return listed || id != "" && f.unknownState(f.cast.Entity(id))
}
