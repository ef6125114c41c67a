package names

import (
	"strings"
	"unicode/utf8"

	"reckon/grammar"
)

// person reads titles and a name, a name alone, or a description; i when there is none.
func (f *finder) person(i int) int {
	var titles []role
	var before honour
	k, honoured := i, false
	for k < len(f.words) {
		if h, to := f.honourAt(k); to > 0 && !f.wordGoesOn(k, to) {
			before.cleric = before.cleric || h.cleric
			if h.sex != 0 {
				before.sex = h.sex
			}
			if h.noun != "" {
				before.noun = h.noun
			}
			if r, end := f.roleAt(k); end >= to {
				titles = append(titles, r)
				to = end
			}
			honoured, k = true, to
			continue
		}
		r, to := f.roleAt(k)
		if to == 0 || len(titles) > 0 && r.plural != titles[0].plural {
			break
		}
		titles = append(titles, r)
		k = to
	}
	if len(titles) > 0 && titles[0].plural {
		return f.description(i, k, titles)
	}
	if who, to := f.nameAt(k, honoured || len(titles) > 0, before.sex); to > 0 {
		f.named(i, k, to, who, titles, before)
		return to
	}
	if len(titles) > 0 {
		return f.description(i, k, titles)
	}
	return i
}

// wordGoesOn reports whether a title is really part of a longer word or name:
// "General Assembly".
func (f *finder) wordGoesOn(from, to int) bool {
	h := f.phraseAt(from)
	return h.to > to && !f.isPerson(h)
}

// nameAt reads a person's name: one of the lists, one learned, or a new one when
// something tells that it is a person's. It gives the entity and the token after.
func (f *finder) nameAt(i int, titled bool, sex byte) (who, to int) {
	if i >= len(f.words) || !f.words[i].upper && !f.words[i].proper {
		return -1, 0
	}
	h := f.phraseAt(i)
	run := f.run(i)
	if h.to > 0 && f.isPerson(h) && (run <= h.to || h.sense == full && !f.another(i, h.to, run)) {
		return f.choose(h, sex), h.to
	}
	if run <= i {
		return -1, 0
	}
	name := f.s.Words(i, run)
	if at := f.learned(name); at >= 0 {
		return at, run
	}
	if !titled && !f.cued(i, run) {
		if h.to > 0 && f.isPerson(h) {
			return f.choose(h, sex), h.to
		}
		return -1, 0
	}
	return f.newPerson(i, run), run
}

// another reports whether a name of one word only begins that of somebody else: in
// ", Kim Yo Jong," Kim is a family's name.
func (f *finder) another(i, to, run int) bool {
	return to == i+1 && run > to+1 && (f.said(run) || i > 0 && f.words[i-1].low == "," && run < len(f.words) && f.words[run].low == ",")
}

// learned gives the person that a name was learned for, the most in focus where
// several bear it; -1 for none.
func (f *finder) learned(name string) int {
	best := -1
	for _, a := range f.own[opening(name)] {
		if a.text == name && (best < 0 || f.focus(a.entity) > f.focus(best)) {
			best = a.entity
		}
	}
	return best
}

// focus weighs an entity by salience and by how often it was spoken of.
func (f *finder) focus(at int) int { return f.facts[at].weight + 30*f.facts[at].count }

// newPerson adds a person by name; the last word of the name is learned, too.
func (f *finder) newPerson(i, to int) int {
	name := f.s.Words(i, to)
	at := f.coin(Entity{ID: slug(name), Name: name, Kind: Person})
	if f.facts[at].sex == 0 {
		f.facts[at].sex = words.given[f.s.Tokens[i].Text]
	}
	f.learn(name, at, full)
	if last := f.lastName(i, to); last > i {
		f.learn(f.s.Words(last, to), at, surname)
	}
	return at
}

// lastName gives the token at which the last name begins: particles belong to it.
func (f *finder) lastName(i, to int) int {
	k := to - 1
	for k > i && (strings.HasSuffix(f.s.Tokens[k].Text, ".") || f.words[k].low == "jr" || f.words[k].low == "sr") {
		k--
	}
	for k > i+1 && (f.s.Tokens[k-1].Text == "-" || particle(f.words[k-1].low)) {
		k--
		if f.s.Tokens[k].Text == "-" && k > i+1 {
			k--
		}
	}
	return k
}

func particle(low string) bool {
	switch low {
	case "al", "el", "bin", "ibn", "ben", "de", "du", "der", "den", "van", "von", "la", "le", "da", "di", "dos", "abu", "st", "st.":
		return true
	}
	return false
}

// run gives the end of the stretch of capitals from a token that may be one
// person's name: it stops at names of other things, weekdays and titles.
func (f *finder) run(i int) int {
	k, to := i, i
	for k < len(f.words) {
		w := &f.words[k]
		switch {
		case w.name && len(w.opening) > 0 && !words.organWords[f.s.Tokens[k].Text] && !f.elsewhere(k, i):
			to = k + 1
		case k > i && to == k && f.s.Tokens[k].Text == "-" && f.joined(k):
		case particle(w.low) && k+2 < len(f.words) && f.s.Tokens[k+1].Text == "-" && f.words[k+2].name:
			k++ // al-Burhan
		case particle(w.low) && k+1 < len(f.words) && (f.words[k+1].name || particle(f.words[k+1].low) || f.s.Tokens[k+1].Text == "-"):
		default:
			return to
		}
		k++
	}
	return to
}

// joined reports whether a hyphen stands between two capitals without space.
func (f *finder) joined(k int) bool {
	return k+1 < len(f.words) && f.s.Tokens[k-1].End == f.s.Tokens[k].Start && f.s.Tokens[k].End == f.s.Tokens[k+1].Start && f.words[k+1].name
}

// elsewhere reports whether another name or a title begins at a token.
func (f *finder) elsewhere(k, from int) bool {
	if h := f.phraseAt(k); h.to > 0 && !f.isPerson(h) {
		_, given := words.given[h.phrase]
		return !given || k != from
	}
	if _, to := f.honourAt(k); to > 0 && k > from && !strings.HasSuffix(f.s.Tokens[k].Text, "r.") {
		return true
	}
	r, to := f.roleAt(k)
	return to > k+1 || to > 0 && r.office != ""
}

// cued reports whether something tells that capitals are a person's name.
func (f *finder) cued(i, to int) bool {
	n := 0
	for k := i; k < to; k++ {
		if f.words[k].name && utf8.RuneCountInString(f.words[k].opening) > 0 {
			n++
		}
	}
	first := f.s.Tokens[i].Text
	if _, given := words.given[first]; given && n > 1 {
		return true
	}
	if n < 2 {
		return false
	}
	if h := f.phraseAt(to - 1); h.to == to && h.entity >= 0 && h.sense == surname && f.namesake(i, to) {
		return true
	} else if h.to == to && h.sense == surname {
		return f.initial(i) || n == 2 && f.said(to)
	}
	if h := f.phraseAt(i); h.to > 0 && f.isPerson(h) && f.another(i, h.to, to) {
		return true
	}
	return f.isKnown(i, to) || f.minded(i, to) || f.introduced(to) || f.initial(i+1) || f.initial(i) || f.aged(to) || f.said(to) || f.said(i-1) || f.serves(to) || to < len(f.words) && f.words[to].low == "who"
}

// serves reports whether what begins at a token tells of somebody's life or office:
// "served as", "rose to power", "was born", "was sworn in".
func (f *finder) serves(k int) bool {
	if k+1 >= len(f.words) {
		return false
	}
	switch next := f.words[k+1].low; f.words[k].low {
	case "served", "serves":
		return next == "as" || next == "in" || next == "under"
	case "rose", "came", "returned", "swept":
		return next == "to" && k+2 < len(f.words) && (f.words[k+2].low == "power" || f.words[k+2].low == "office" || f.words[k+2].low == "prominence")
	case "took", "seized", "left", "held":
		return next == "power" || next == "office"
	case "was", "is", "had", "has":
		if next == "been" && k+2 < len(f.words) {
			next = f.words[k+2].low
		}
		return lived(next)
	case "spoke", "speaks", "retired", "graduated", "ruled", "reigned", "abdicated", "stepped", "commanded", "campaigned", "fled":
		return true
	case "led", "leads", "heads", "headed", "commands":
		return next == "the" || next == "a" || next == "his" || next == "her"
	}
	return false
}

// lived reports whether a participle tells what happens to people alone.
func lived(participle string) bool {
	switch participle {
	case "born", "sworn", "elected", "reelected", "appointed", "crowned", "arrested", "jailed", "imprisoned", "exiled", "assassinated", "murdered", "promoted", "dismissed", "sacked", "educated", "married", "deposed", "impeached":
		return true
	}
	return false
}

// namesake reports whether a given name of its own stands before a surname that the
// text gave somebody: "Daro Karam" after "Idris Karam".
func (f *finder) namesake(i, to int) bool {
	return to == i+2 && f.s.Tokens[i].Tag == grammar.Name && f.phraseAt(i).to == 0 && len(f.words[i].opening) > 1 && f.s.Tokens[i].Text != strings.ToUpper(f.s.Tokens[i].Text)
}

// minded reports whether capitals are the subject of a verb that only people are
// the subject of, as the tree tells: "Ali Karimi does not trust".
func (f *finder) minded(i, to int) bool {
	if to-i > 3 || f.s.Root() < 0 || !f.s.Tokens[i].Relation.Is(grammar.Nsubj) || f.s.Tokens[to-1].Tag != grammar.Name {
		return false
	}
	verb := f.s.Tokens[i].Head
	if verb < to || f.s.Tokens[verb].Tag != grammar.Verb {
		return false
	}
	switch f.s.Tokens[verb].Lemma {
	case "speak", "retire", "graduate", "trust", "distrust", "want", "fear", "know", "refuse", "hate", "love", "despise", "admire", "resign", "smile", "laugh", "marry", "die", "believe", "think", "hope", "vow", "feel", "regret", "forgive", "hesitate", "dream", "doubt", "wonder", "nod", "shrug", "sigh", "sleep", "walk", "sit":
		return true
	}
	return false
}

// introduced reports whether an apposition with a noun for people or for a lead
// begins at a token: ", the head of the army,".
func (f *finder) introduced(k int) bool {
	if k+2 >= len(f.words) || f.words[k].low != "," || f.words[k+1].low != "the" && f.words[k+1].low != "a" && f.words[k+1].low != "an" {
		return false
	}
	for j := k + 2; j < min(k+6, len(f.words)) && letters(f.s.Tokens[j].Text); j++ {
		if _, to := f.roleAt(j); to > 0 || f.words[j].low == "head" || f.words[j].low == "son" || f.words[j].low == "daughter" {
			return true
		}
		if preposition(f.words[j].low) {
			return false
		}
	}
	return false
}

// initial reports whether a token is a single capital with a full stop.
func (f *finder) initial(k int) bool {
	if k >= len(f.words) {
		return false
	}
	text := f.s.Tokens[k].Text
	return len(text) == 2 && text[1] == '.' && f.words[k].upper || len(text) == 4 && text[1] == '.' && text[3] == '.'
}

// aged reports whether an age in apposition begins at a token: ", 45,".
func (f *finder) aged(k int) bool {
	if k+2 >= len(f.words) || f.s.Tokens[k].Text != "," || f.s.Tokens[k+2].Text != "," && f.s.Tokens[k+2].Text != "." {
		return false
	}
	age := f.s.Tokens[k+1].Text
	return len(age) == 2 && age[0] >= '1' && age[0] <= '9' && age[1] >= '0' && age[1] <= '9'
}

// said reports whether a token is a verb that mostly people are the subject of.
func (f *finder) said(k int) bool {
	if k < 0 || k >= len(f.words) {
		return false
	}
	if f.words[k].low == "," && k+1 < len(f.words) && f.words[k+1].low == "who" {
		return true
	}
	switch f.words[k].low {
	case "said", "says", "told", "tells", "wrote", "writes", "argued", "argues", "believes", "believed", "thinks", "thought", "added", "adds",
		"asked", "asks", "replied", "replies", "explained", "explains", "noted", "notes", "warned", "warns", "insisted", "insists", "recalled", "recalls",
		"tweeted", "tweets", "testified", "quipped", "joked", "admitted", "admits", "acknowledged", "acknowledges", "remarked", "whispered", "shouted",
		"suggested", "suggests", "claimed", "claims", "contends", "contended", "concluded", "concludes", "resigned", "smiled", "laughed", "wept", "died", "married":
		return true
	}
	return false
}

// choose gives the entity that a person's name means. A name shared by several
// means the one of the title's sex that is in focus, else the one whose full name
// the text uses most, else who held or had held office on the day.
func (f *finder) choose(h hit, sex byte) int {
	if h.entity >= 0 {
		if at := f.learned(h.phrase); at >= 0 {
			return at
		}
		return h.entity
	}
	if at := f.learned(h.phrase); at >= 0 {
		return at
	}
	if len(h.senses) == 1 {
		return f.figure(h.senses[0])
	}
	best, most, named := -1, 0, -1
	var fits []int
	for _, figure := range h.senses {
		if s := words.figures[figure].sex; sex != 0 && s != 0 && s != sex {
			continue
		}
		fits = append(fits, figure)
		if at := f.of[figure]; at >= 0 && f.facts[at].count > 0 && (best < 0 || f.focus(at) > f.focus(best)) {
			best = at
		}
		if n := f.fullNames(figure); n > most {
			named, most = figure, n
		}
	}
	switch {
	case best >= 0:
		return best
	case named >= 0:
		return f.figure(named)
	case len(fits) == 0:
		fits = h.senses
	}
	return f.figure(f.inOffice(fits))
}

// fullNames counts the full names of a figure in the whole text.
func (f *finder) fullNames(figure int) int {
	n := strings.Count(f.t.Document.Text, words.figures[figure].Name)
	for _, a := range words.figures[figure].Aliases {
		if strings.Contains(a, " ") {
			n += strings.Count(f.t.Document.Text, a)
		}
	}
	return n
}

// inOffice gives the figure in office on the day, else the one whose office ended
// last before it, else the first of the list.
func (f *finder) inOffice(figures []int) int {
	best, score := figures[0], -1
	for _, figure := range figures {
		for _, t := range words.figures[figure].held {
			n := 0
			switch {
			case f.day == 0 || t.first > f.day:
			case t.at(f.day):
				n = 1 << 30
			default:
				n = int(t.last)
			}
			if t.leads && n > 0 {
				n++
			}
			if n > score {
				best, score = figure, n
			}
		}
	}
	return best
}

// named adds the mention of a person with the titles before and what describes him.
func (f *finder) named(i, name, to, who int, titles []role, before honour) {
	what := &f.facts[who]
	for _, r := range titles {
		what.roles = append(what.roles, r.noun)
		what.cleric = what.cleric || r.class == "cleric"
	}
	if before.noun != "" {
		what.roles = append(what.roles, before.noun)
	}
	what.cleric = what.cleric || before.cleric
	if what.sex == 0 {
		what.sex = before.sex
	}
	if last := f.lastName(name, to); what.figure >= 0 && last > name {
		if h := f.phraseAt(last); h.to == 0 || h.entity >= 0 {
			f.learn(f.s.Words(last, to), who, surname) // Kennedy, after Robert Kennedy
		}
	}
	left := left{from: i}
	if i < name || f.attribute(i-1) {
		left = f.left(i)
		if left.article != "" && article(f.words[left.from].low) && f.words[left.from].low != "the" {
			left.from++ // "both Presidents", "this Ali"
		}
	}
	e := &f.cast.Entities[who]
	if e.State == "" && left.state >= 0 && left.hasState {
		e.State = f.cast.Entities[left.state].State
	}
	if e.State == "" && len(titles) > 0 && to < len(f.words) {
		f.ofState(to, &left)
		if left.hasState && left.state >= 0 && f.kind(left.state) == State {
			f.cast.Entities[who].State = f.cast.Entities[left.state].State // King Anders of Morvia
		}
	}
	f.mention(Mention{Entity: who, From: left.from, To: to, By: byName})
}

// attribute reports whether a token is an adjective that may stand before a name:
// "exiled Reza Pahlavi", "then-candidate".
func (f *finder) attribute(k int) bool {
	return k >= 0 && (qualifier[f.words[k].low] != 0 || f.s.Tokens[k].Tag == grammar.Adjective && !f.words[k].upper)
}
