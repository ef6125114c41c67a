package names

import (
	"embed"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"reckon"
)

//go:embed data/*.txt
var data embed.FS

// lexicon holds the lists of the data folder. It is read once and never written.
type lexicon struct {
	figures []figure
	states  map[string]int // ID to figure

	proper  map[string][]phrase // by the first word as written
	capital map[string][]phrase // the same in capitals
	roles   map[string][]role   // offices and nouns for people, by the first word in lower case
	honours map[string][]honour // by the first word as written
	offices map[string][]tenure // by office
	leads   map[string][]tenure // by state: who leads it

	adjectives map[int]string    // of the figure of a state, the first of the list
	peoples    map[int]string    // the same for its people
	given      map[string]byte   // m or f
	organWords map[string]bool   // Ministry, Council
	organNouns map[string]string // government: government
	common     map[string]bool
	democracy  map[string]bool // by ID of the state
}

// figure is an entity of the lists with what resolves pronouns and titles.
type figure struct {
	Entity
	sex    byte // m, f, or 0
	cleric bool
	held   []tenure
}

// tenure is a stretch in office.
type tenure struct {
	figure      int
	office      string
	state       string
	first, last reckon.Date // last is 0 while open
	leads       bool
}

func (t tenure) at(day reckon.Date) bool { return day >= t.first && (t.last == 0 || day <= t.last) }

// sense is how a phrase names a figure.
type sense byte

const (
	full      sense = iota // a name that means one figure
	surname                // a name shared by several; time and text decide
	adjective              // Iranian
	people                 // Iranians
	metonym                // Tehran: the state, or the city
)

// phrase is one way to name a figure. Text begins with its first word.
type phrase struct {
	text   string
	figure int
	sense  sense
}

// role is an office or a noun for people.
type role struct {
	text   string // in lower case
	noun   string // singular
	office string // of tenures, "lead", or "" for mere nouns
	class  string // lead, cleric, many
	plural bool
}

type honour struct {
	text   string
	sex    byte
	cleric bool
	noun   string // for the bearer: senator
}

var words = load()

func load() *lexicon {
	l := &lexicon{
		states: map[string]int{}, proper: map[string][]phrase{}, capital: map[string][]phrase{},
		roles: map[string][]role{}, honours: map[string][]honour{}, offices: map[string][]tenure{}, leads: map[string][]tenure{},
		adjectives: map[int]string{}, peoples: map[int]string{},
		given: map[string]byte{}, organWords: map[string]bool{}, organNouns: map[string]string{}, common: map[string]bool{}, democracy: map[string]bool{},
	}
	l.loadStates()
	l.loadOrgans("organs", Organ)
	l.loadOrgans("places", Place)
	l.loadLeaders()
	l.loadRoles()
	l.loadWords()
	for key := range l.proper {
		slices.SortStableFunc(l.proper[key], func(a, b phrase) int { return len(b.text) - len(a.text) })
	}
	for key := range l.roles {
		slices.SortStableFunc(l.roles[key], func(a, b role) int { return len(b.text) - len(a.text) })
	}
	for key := range l.honours {
		slices.SortStableFunc(l.honours[key], func(a, b honour) int { return len(b.text) - len(a.text) })
	}
	for key, list := range l.proper {
		up := strings.ToUpper(key)
		l.capital[up] = append(l.capital[up], list...)
	}
	for key := range l.capital {
		slices.SortStableFunc(l.capital[key], func(a, b phrase) int {
			if n := len(b.text) - len(a.text); n != 0 {
				return n
			}
			return a.figure - b.figure
		})
	}
	return l
}

// rows reads a list: fields between bars, comments after # at the start of a line.
func rows(name string) [][]string {
	text, err := data.ReadFile("data/" + name + ".txt")
	if err != nil {
		panic("names: the list " + name + " is not built in: " + err.Error())
	}
	var list [][]string
	for line := range strings.SplitSeq(string(text), "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "|")
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		list = append(list, append(fields, "", "", "", "", ""))
	}
	return list
}

// items splits a field at semicolons.
func items(field string) []string {
	var list []string
	for item := range strings.SplitSeq(field, ";") {
		if item = strings.TrimSpace(item); item != "" {
			list = append(list, item)
		}
	}
	return list
}

// first gives the first item of a field.
func first(field string) string {
	if list := items(field); len(list) > 0 {
		return list[0]
	}
	return ""
}

func (l *lexicon) figure(f figure) int {
	l.figures = append(l.figures, f)
	return len(l.figures) - 1
}

func (l *lexicon) name(text string, figure int, as sense) {
	key := opening(text)
	l.proper[key] = append(l.proper[key], phrase{text, figure, as})
}

func (l *lexicon) loadStates() {
	for _, r := range rows("states") {
		e := Entity{ID: r[0], Name: r[1], Kind: State, State: r[0], Aliases: items(r[5])}
		at := l.figure(figure{Entity: e})
		l.states[r[0]] = at
		l.adjectives[at], l.peoples[at] = first(r[2]), first(r[3])
		for _, a := range items(r[2]) {
			if !slices.Contains(e.Aliases, a) {
				l.name(a, at, adjective)
			}
		}
		for _, a := range items(r[3]) {
			l.name(a, at, people)
		}
		for _, a := range items(r[4]) {
			l.name(a, at, metonym)
		}
		l.name(e.Name, at, full)
		for _, a := range e.Aliases {
			l.name(a, at, full)
		}
	}
}

func (l *lexicon) loadOrgans(list string, kind Kind) {
	for _, r := range rows(list) {
		e := Entity{ID: r[0], Name: r[1], Kind: kind, State: r[2], Aliases: items(r[3])}
		at := l.figure(figure{Entity: e})
		l.name(e.Name, at, full)
		for _, a := range e.Aliases {
			l.name(a, at, full)
		}
	}
}

func (l *lexicon) loadLeaders() {
	for _, r := range rows("leaders") {
		alone, special := strings.CutPrefix(r[5], "=")
		e := Entity{ID: r[0], Name: r[1], Kind: Person, State: r[3], Aliases: items(alone)}
		at := l.figure(figure{Entity: e, sex: r[2][0]})
		for _, span := range items(r[4]) {
			l.tenure(at, r[3], span)
		}
		l.name(e.Name, at, full)
		last := e.Name[strings.LastIndexByte(e.Name, ' ')+1:]
		for _, a := range e.Aliases {
			as := full
			if !special && (a == last || !strings.Contains(a, " ")) {
				as = surname
			}
			l.name(a, at, as)
		}
		if !special && !slices.Contains(e.Aliases, last) {
			l.name(last, at, surname)
		}
	}
}

// tenure reads "office* 1989-06-04..2026-02-28".
func (l *lexicon) tenure(figure int, state, text string) {
	office, span, _ := strings.Cut(text, " ")
	if office == "cleric" {
		l.figures[figure].cleric = true
		return
	}
	first, last, _ := strings.Cut(span, "..")
	t := tenure{figure: figure, state: state, first: day(first), last: day(last)}
	t.office, t.leads = strings.CutSuffix(office, "*")
	l.figures[figure].held = append(l.figures[figure].held, t)
	l.offices[t.office] = append(l.offices[t.office], t)
	if t.leads {
		l.leads[state] = append(l.leads[state], t)
	}
}

// day reads a day, month or year; a month or year means its first day.
func day(text string) reckon.Date {
	if text == "" {
		return 0
	}
	text += "-01-01"[:max(0, 10-len(text))]
	d, err := reckon.ParseDate(text)
	if err != nil {
		panic("names: a list has a day that cannot be read: " + err.Error())
	}
	return d
}

func (l *lexicon) loadRoles() {
	add := func(r role) {
		r.text = strings.ToLower(r.text)
		key := opening(r.text)
		l.roles[key] = append(l.roles[key], r)
	}
	for _, r := range rows("offices") {
		one := role{text: r[0], noun: r[0], office: r[1]}
		if r[1] == "lead" {
			one.class = "lead"
		}
		if r[1] == "-" {
			one.office = ""
		}
		add(one)
		one.text, one.plural = plural(r[0]), true
		add(one)
	}
	for _, r := range rows("people") {
		many := r[1]
		if many == "" {
			many = plural(r[0])
		}
		if r[2] != "many" {
			add(role{text: r[0], noun: r[0], class: r[2]})
		}
		add(role{text: many, noun: r[0], class: r[2], plural: true})
	}
	for _, r := range rows("honorifics") {
		h := honour{text: r[0], cleric: r[2] == "cleric", noun: r[3]}
		if r[1] != "-" {
			h.sex = r[1][0]
		}
		key := opening(r[0])
		l.honours[key] = append(l.honours[key], h)
	}
}

// plural makes the plural of a regular noun; of a phrase with "of", its first word.
func plural(noun string) string {
	if head, rest, ok := strings.Cut(noun, " of "); ok {
		return plural(head) + " of " + rest
	}
	switch {
	case strings.HasSuffix(noun, "y") && !strings.ContainsAny(noun[len(noun)-2:len(noun)-1], "aeiou"):
		return noun[:len(noun)-1] + "ies"
	case strings.HasSuffix(noun, "s"), strings.HasSuffix(noun, "x"), strings.HasSuffix(noun, "ch"), strings.HasSuffix(noun, "sh"):
		return noun + "es"
	case strings.HasSuffix(noun, "man"):
		return noun[:len(noun)-3] + "men"
	}
	return noun + "s"
}

func (l *lexicon) loadWords() {
	for _, r := range rows("given") {
		for name := range strings.FieldsSeq(r[0][2:]) {
			if _, both := l.given[name]; both {
				l.given[name] = 0
				continue
			}
			l.given[name] = r[0][0]
		}
	}
	for _, r := range rows("democracies") {
		for id := range strings.FieldsSeq(r[0]) {
			l.democracy[id] = true
		}
	}
	for _, r := range rows("organwords") {
		l.organWords[r[0]] = true
	}
	for _, r := range rows("organnouns") {
		l.organNouns[r[0]] = r[1]
	}
	for _, r := range rows("common") {
		for word := range strings.FieldsSeq(r[0]) {
			l.common[word] = true
		}
	}
}

// opening gives the letters and digits that a text begins with.
func opening(text string) string {
	for i, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			if i == 0 {
				_, size := utf8.DecodeRuneInString(text)
				return text[:size]
			}
			return text[:i]
		}
	}
	return text
}

// slug makes an ID of a name: letters and digits in lower case, others as one low line.
func slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range name {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte('_')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		case r != '’' && r != '\'' && r != '.':
			gap = true
		}
	}
	if b.Len() == 0 {
		return "someone"
	}
	return b.String()
}

// number reads a year of four digits; 0 otherwise.
func number(text string) int {
	if len(text) != 4 {
		return 0
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0
	}
	return n
}
