package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reckon"
	"reckon/document"
	"reckon/grammar"
)

// How a mention names its entity.
const (
	byName        = "name"
	byAdjective   = "adjective"
	byTitle       = "title"
	byDescription = "description"
	byPronoun     = "pronoun"
)

// finder goes through a text once, from left to right.
type finder struct {
	t     *grammar.Text
	cast  *Cast
	today reckon.Date
	own   map[string][]alias // names known before or learned from the text
	of    []int              // figure to entity, -1 while unmet
	facts []facts            // of each entity
	live  []int              // entities with weight

	s        *grammar.Sentence
	at       int // index of the sentence
	words    []word
	heading  bool // title case or capitals: a capital tells nothing
	capitals bool
	begun    int // mentions before this sentence
	place    document.Kind
	quoting  bool            // the sentence before left a quotation open
	inner    bool            // the pronoun that is asked about stands in a quotation
	lower    bool            // a name known or learned begins in lower case
	people   map[string]bool // names of several words: whether a sentence tells that they are a person's
	alone    map[string]bool // names of one word that speak or serve
	day      reckon.Date     // that offices are resolved at
}

// alias is a name of an entity of the cast.
type alias struct {
	text   string
	entity int
	sense  sense
}

// facts are what the finder knows of an entity beyond what it tells.
type facts struct {
	figure int // -1 when not of the lists
	sex    byte
	cleric bool
	single bool     // one person without a name
	owner  int      // entity whose father or envoy it is, -1 for the speaker's
	mass   bool     // a public in the singular: the establishment
	roles  []string // nouns and offices it was given
	weight int      // salience
	gained int      // salience in that sentence
	lent   int      // what of it counts within quotation marks only
	seen   int      // last sentence
	solid  int      // last sentence that names it by more than an adjective
	count  int      // mentions so far
	byCase bool     // the case names it by a description: the premier
}

// word is a token as the finder sees it.
type word struct {
	low     string
	opening string // letters and digits at its start
	upper   bool   // begins with a capital
	proper  bool   // may begin a name of the lists
	name    bool   // a capital that tells of a name: no common word, not in a heading
	quoted  bool   // between quotation marks
}

func newFinder(t *grammar.Text, known []Entity) *finder {
	f := &finder{t: t, cast: &Cast{}, own: map[string][]alias{}, people: map[string]bool{}, alone: map[string]bool{}, of: make([]int, len(words.figures))}
	for i := range f.of {
		f.of[i] = -1
	}
	f.today = today(t)
	for _, e := range known {
		f.know(e)
	}
	return f
}

// know adds an entity of a case. Where the lists know one of its names as that of
// one figure only, it is that figure.
func (f *finder) know(e Entity) {
	at := f.add(e, facts{figure: -1})
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		name, definite := bare(name)
		if name == "" {
			continue
		}
		if figure := sole(name, e.Kind); figure >= 0 && f.facts[at].figure < 0 && f.of[figure] < 0 {
			f.of[figure] = at
			known := &words.figures[figure]
			f.facts[at].figure, f.facts[at].sex, f.facts[at].cleric = figure, known.sex, known.cleric
			if f.cast.Entities[at].State == "" {
				f.cast.Entities[at].State = known.State
			}
			if f.cast.Entities[at].Kind == "" {
				f.cast.Entities[at].Kind = known.Kind
			}
			continue
		}
		f.kindOf(at, name)
		if r, _ := utf8.DecodeRuneInString(name); definite && !unicode.IsUpper(r) {
			f.called(at, name)
			continue
		}
		f.learn(name, at, full)
	}
}

// called learns a description as a name. A bare singular means any, a bare plural
// the same public: "the street", but "dockers".
func (f *finder) called(at int, name string) {
	f.facts[at].byCase = true
	f.learn("the "+name, at, full)
	f.learn("The "+name, at, full)
	if f.cast.Entities[at].Kind == Group && strings.HasSuffix(name, "s") {
		f.learn(name, at, full)
		f.learn(strings.ToUpper(name[:1])+name[1:], at, full)
	}
}

// kindOf tells the kind of a known entity whose case does not, as far as its name
// does: a given name, an office, a plural, a noun for an organ.
func (f *finder) kindOf(at int, name string) {
	e, what := &f.cast.Entities[at], &f.facts[at]
	low := strings.ToLower(name)
	kind := Kind("")
	for _, r := range words.roles[opening(low)] {
		if r.text != low {
			continue
		}
		what.roles = append(what.roles, r.noun)
		if r.plural {
			kind = Group
		} else if r.office != "" || r.class == "lead" || r.class == "cleric" {
			kind = Person
		}
		break
	}
	given, _, more := strings.Cut(name, " ")
	sex, isGiven := words.given[given]
	switch last := low[strings.LastIndexByte(low, ' ')+1:]; {
	case kind != "" || len(what.roles) > 0:
	case more && isGiven:
		kind = Person
		what.sex = sex
	case words.organNouns[last] != "" && name == low:
		kind = Organ
	case name == low && strings.HasSuffix(low, "s") && !strings.HasSuffix(low, "ss"):
		kind = Group
	}
	if e.Kind == "" {
		e.Kind = kind
	}
}

// bare cuts the article off a name.
func bare(name string) (string, bool) {
	for _, the := range []string{"The ", "the "} {
		if rest, ok := strings.CutPrefix(name, the); ok {
			return rest, true
		}
	}
	return name, false
}

// sole gives the figure that a name means when it means no other, or -1.
func sole(name string, kind Kind) int {
	found := -1
	for _, p := range words.proper[opening(name)] {
		known := words.figures[p.figure].Kind
		if p.text != name || p.sense == adjective || kind != "" && known != kind && (kind != Organ || known != State) {
			continue
		}
		if found >= 0 && found != p.figure {
			return -1
		}
		found = p.figure
	}
	return found
}

func (f *finder) add(e Entity, what facts) int {
	f.cast.Entities = append(f.cast.Entities, e)
	what.seen, what.solid = -100, -100
	f.facts = append(f.facts, what)
	return len(f.cast.Entities) - 1
}

// learn makes a name resolve to an entity from now on.
func (f *finder) learn(name string, entity int, as sense) {
	key := opening(name)
	if r, _ := utf8.DecodeRuneInString(key); !unicode.IsUpper(r) {
		f.lower = true
	}
	for _, a := range f.own[key] {
		if a.text == name && a.entity == entity {
			return
		}
	}
	f.own[key] = append(f.own[key], alias{name, entity, as})
}

// figure gives the entity of a figure, met or new.
func (f *finder) figure(figure int) int {
	if f.of[figure] < 0 {
		known := &words.figures[figure]
		f.of[figure] = f.add(known.Entity, facts{figure: figure, sex: known.sex, cleric: known.cleric})
	}
	return f.of[figure]
}

// coin gives the entity with an ID, made when there is none.
func (f *finder) coin(e Entity) int {
	if at := f.cast.Entity(e.ID); at >= 0 {
		return at
	}
	return f.add(e, facts{figure: -1})
}

// today is the day of publication, else the first day of the latest year named.
func today(t *grammar.Text) reckon.Date {
	if t.Document.Published != 0 {
		return t.Document.Published
	}
	latest := 0
	for i := range t.Sentences {
		for k := range t.Sentences[i].Tokens {
			if y := number(t.Sentences[i].Tokens[k].Text); y > latest && y > 1900 && y < 2100 {
				latest = y
			}
		}
	}
	if latest == 0 {
		return 0
	}
	return yearStart(latest)
}

func yearStart(y int) reckon.Date {
	return day(string([]byte{byte('0' + y/1000), byte('0' + y/100%10), byte('0' + y/10%10), byte('0' + y%10)}))
}

// sentence finds the mentions of one sentence.
func (f *finder) sentence(at int) {
	f.at, f.s = at, &f.t.Sentences[at]
	before := f.place
	f.place = document.Paragraph
	if f.s.Block < len(f.t.Document.Blocks) {
		f.place = f.t.Document.Blocks[f.s.Block].Kind
	}
	if f.place != before || at > 0 && f.t.Sentences[at-1].Block != f.s.Block {
		f.quoting = false
	}
	f.begun = len(f.cast.Mentions)
	f.look()
	f.fade()
	f.day = f.moment()
	for i := 0; i < len(f.words); {
		i = max(f.step(i), i+1)
	}
}

// moment is the day that offices are resolved at: that of the text, or the
// middle of the year that the sentence opens with, as in "In 1988 the president".
func (f *finder) moment() reckon.Date {
	if len(f.words) > 2 && (f.words[0].low == "in" || f.words[0].low == "by" || f.words[0].low == "during") {
		for i := 1; i < min(4, len(f.words)); i++ {
			if y := number(f.s.Tokens[i].Text); y > 1900 && y < 2100 {
				return yearStart(y).After("month", 6)
			}
		}
	}
	return f.today
}

// look prepares the words of the sentence.
func (f *finder) look() {
	tokens := f.s.Tokens
	f.words = f.words[:0]
	upper, lower, all := 0, 0, true
	for i := range tokens {
		w := word{low: tokens[i].Text}
		r, _ := utf8.DecodeRuneInString(w.low)
		w.upper = unicode.IsUpper(r)
		if w.upper {
			w.opening, w.low = opening(w.low), strings.ToLower(strings.ReplaceAll(w.low, "’", "'"))
		}
		if all && w.upper && strings.ToUpper(tokens[i].Text) != tokens[i].Text {
			all = false
		}
		if w.upper && !words.common[w.low] {
			upper++
		} else if unicode.IsLower(r) {
			all = false
			if len(w.low) > 3 && !words.common[w.low] {
				lower++
			}
		}
		f.quote(tokens[i].Text)
		w.quoted = f.quoting
		f.words = append(f.words, w)
	}
	f.capitals = all && upper > 2
	f.heading = f.capitals || f.titled(upper, lower)
	for i := range f.words {
		w := &f.words[i]
		if !w.upper {
			w.proper = w.low == "al" || w.low == "the" || w.low == "bin" || w.low == "de" || w.low == "el" || w.low == "von" || f.lower && f.lowerAlias(w.low)
			if w.proper {
				w.opening = w.low
			}
			continue
		}
		w.proper = true
		w.name = !f.heading && !words.common[w.low] && !f.opens(i)
	}
}

// quote notes where quotations begin and end.
func (f *finder) quote(mark string) {
	switch mark {
	case "“", "«", "„", "``":
		f.quoting = true
	case "”", "»", "''":
		f.quoting = false
	case "\"":
		f.quoting = !f.quoting
	}
}

// lowerAlias reports whether a name known from the case begins with this word.
func (f *finder) lowerAlias(low string) bool {
	_, ok := f.own[low]
	return ok
}

// titled reports whether the sentence is a heading in title case.
func (f *finder) titled(upper, lower int) bool {
	if f.place == document.Heading {
		return lower == 0 && upper > 1
	}
	last := f.s.Tokens[len(f.s.Tokens)-1].Text
	return lower == 0 && upper > 2 && last != "." && last != "”"
}

// opens reports whether a capital is only that of a sentence's first word, as the
// tag tells where there is one.
func (f *finder) opens(i int) bool {
	if i > 0 && !quoteMark(f.s.Tokens[i-1].Text) {
		return false
	}
	switch f.s.Tokens[i].Tag {
	case grammar.Noun, grammar.Verb, grammar.Auxiliary, grammar.Adverb, grammar.Adposition, grammar.Subordinator, grammar.Determiner, grammar.Pronoun, grammar.Interjection:
		_, given := words.given[f.s.Tokens[i].Text]
		return !given
	default:
		return false
	}
}

func quoteMark(text string) bool {
	switch text {
	case "“", "\"", "‘", "'", "``", "«", "„":
		return true
	}
	return false
}

// step reads what begins at a token and gives the token to go on with.
func (f *finder) step(i int) int {
	if to := f.pronoun(i); to > i {
		return to
	}
	if !f.words[i].upper && !f.words[i].proper {
		if to := f.person(i); to > i {
			return to
		}
		return f.common(i)
	}
	if to := f.ofPart(i); to > i {
		return to
	}
	h := f.phraseAt(i)
	if to := f.organ(i); to > h.to {
		return f.organName(i, to)
	}
	if h.to > 0 && !f.isPerson(h) {
		if to := f.likeState(i, h); to > 0 {
			return to
		}
		if _, to := f.roleAt(i); to <= h.to {
			return f.proper(i, h)
		}
	}
	if to := f.person(i); to > i {
		return to
	}
	return f.common(i)
}

// likeState reads "Jordan Miller" as a person, though Jordan is a state.
func (f *finder) likeState(i int, h hit) int {
	if _, given := words.given[h.phrase]; !given || h.to >= len(f.words) || !f.words[h.to].name || f.phraseAt(h.to).to > 0 {
		return 0
	}
	if _, to := f.honourAt(h.to); to > 0 {
		return 0
	}
	return f.person(i)
}

func (f *finder) isPerson(h hit) bool {
	if h.entity >= 0 {
		return f.cast.Entities[h.entity].Kind == Person
	}
	return len(h.senses) > 0 && words.figures[h.senses[0]].Kind == Person
}

// mention adds a mention and gives its entity weight.
func (f *finder) mention(m Mention) {
	m.Sentence = f.at
	m.Head = f.head(m)
	f.cast.Mentions = append(f.cast.Mentions, m)
	if m.Entity >= 0 {
		f.weigh(m)
	}
}

// head gives the token of a mention that the rest of the sentence governs.
func (f *finder) head(m Mention) int {
	if f.s.Root() >= 0 {
		for i := m.From; i < m.To; i++ {
			w := &f.s.Tokens[i]
			if (w.Head < m.From || w.Head >= m.To) && w.Tag != grammar.Punctuation && !w.Relation.Is(grammar.Case) && !w.Relation.Is(grammar.Det) {
				return i
			}
		}
	}
	i := m.To - 1
	for i > m.From && !letters(f.s.Tokens[i].Text) {
		i--
	}
	return i
}

func letters(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(r)
}
