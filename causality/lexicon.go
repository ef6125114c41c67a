package causality

import (
	_ "embed" // The lists of words are files.
	"strings"

	"reckon/grammar"
)

//go:embed data/verbs.txt
var verbFile string

//go:embed data/connectives.txt
var connectiveFile string

//go:embed data/conditions.txt
var conditionFile string

//go:embed data/happenings.txt
var happeningFile string

//go:embed data/actors.txt
var actorFile string

//go:embed data/roles.txt
var roleFile string

// frame says where the effect of a verb of causation stands.
type frame struct {
	family   string // heading of the list it stands under
	sign     int
	nouns    []string // a verb with a noun of its own: give rise
	object   bool     // direct object
	do       bool     // object and infinitive
	from     bool     // object, from, gerund
	why      bool     // a clause with why or how
	made     bool     // object and what it becomes
	two      bool     // two objects
	that     bool     // a clause that follows
	whole    bool     // the verb belongs to the effect
	told     bool     // somebody says it: the object is the effect, not the subject
	thing    bool     // the subject is no person and no body
	event    bool     // the subject is something that happens
	by       []string // prepositions or particles before the effect
	reversed []string // prepositions before the cause; the subject is the effect
}

// role is what a noun makes one thing to another.
type role struct {
	cause bool // else effect
	sign  int
	by    []string // prepositions before the other thing
}

// connective is a row of the table of words that tie cause and effect.
type connective struct {
	kind   string // cause, effect, aim
	weak   bool
	words  []string
	needs  string // _ing, _clause, _np, _inf; "" nothing
	phrase string // the words as one
}

// opener is a row of the table of words that open a condition.
type opener struct {
	form  string
	words []string
}

//go:embed data/reactions.txt
var reactionFile string

//go:embed data/forms.txt
var formFile string

//go:embed data/minds.txt
var mindFile string

//go:embed data/ways.txt
var wayFile string

var (
	reactions   = readWords(reactionFile)
	verbs       = readVerbs(verbFile)
	connectives = readConnectives(connectiveFile)
	openers     = readOpeners(conditionFile)
	happenings  = readWords(happeningFile)
	actors      = readWords(actorFile)
	roles       = readRoles(roleFile)
	minds       = readWords(mindFile)
	ways        = readWords(wayFile)
	forms       = readForms(formFile)
)

func readWords(file string) map[string]bool {
	set := map[string]bool{}
	for w := range grammar.Entries(file) {
		set[w] = true
	}
	return set
}

// readForms reads the forms of verbs whose lemma is not found otherwise.
func readForms(file string) map[string]string {
	table := map[string]string{}
	for line := range grammar.Entries(file) {
		form, lemma, _ := strings.Cut(line, " ")
		table[form] = lemma
	}
	return table
}

// readVerbs reads the frames of verbs; a line that starts with ## names a family.
func readVerbs(file string) map[string][]frame {
	table := map[string][]frame{}
	family := ""
	for line := range strings.Lines(file) {
		if name, ok := strings.CutPrefix(line, "## "); ok {
			family = strings.TrimSpace(name)
		}
		parts := strings.Fields(line)
		if len(parts) == 0 || parts[0][0] == '#' {
			continue
		}
		f := frame{family: family, sign: 1}
		if parts[0] == "-" {
			f.sign = -1
		}
		lemma, nouns, ok := strings.Cut(parts[1], ":")
		if ok {
			f.nouns = strings.Split(nouns, ",")
		}
		for _, p := range parts[2:] {
			f.take(p)
		}
		table[lemma] = append(table[lemma], f)
	}
	return table
}

// take reads one word of a row.
func (f *frame) take(word string) {
	if back, reversed := strings.CutPrefix(word, "<"); reversed {
		f.reversed = append(f.reversed, back)
		return
	}
	flags := map[string]*bool{
		"np": &f.object, "do": &f.do, "ing": &f.from, "why": &f.why, "made": &f.made,
		"two": &f.two, "that": &f.that, "whole": &f.whole, "told": &f.told, "thing": &f.thing, "event": &f.event,
	}
	if flag := flags[word]; flag != nil {
		*flag = true
		return
	}
	f.by = append(f.by, word)
}

func readRoles(file string) map[string]role {
	table := map[string]role{}
	for line := range grammar.Entries(file) {
		parts := strings.Fields(line)
		r := role{cause: parts[0] == "cause", sign: 1, by: parts[3:]}
		if parts[1] == "-" {
			r.sign = -1
		}
		table[parts[2]] = r
	}
	return table
}

// readConnectives files the rows by their first word, longest first.
func readConnectives(file string) map[string][]connective {
	table := map[string][]connective{}
	for line := range grammar.Entries(file) {
		parts := strings.Fields(line)
		c := connective{kind: parts[0], weak: parts[1] == "weak", words: parts[2:]}
		if last := c.words[len(c.words)-1]; last[0] == '_' {
			c.needs, c.words = last, c.words[:len(c.words)-1]
		}
		c.phrase = strings.Join(c.words, " ")
		table[c.words[0]] = insertByLength(table[c.words[0]], c, func(c connective) int { return len(c.words) })
	}
	return table
}

func readOpeners(file string) map[string][]opener {
	table := map[string][]opener{}
	for line := range grammar.Entries(file) {
		form, words, _ := strings.Cut(line, "  ")
		o := opener{strings.TrimSpace(form), strings.Fields(words)}
		table[o.words[0]] = insertByLength(table[o.words[0]], o, func(o opener) int { return len(o.words) })
	}
	return table
}

// insertByLength keeps rows of one first word with the longest first.
func insertByLength[T any](rows []T, row T, length func(T) int) []T {
	at := len(rows)
	for at > 0 && length(rows[at-1]) < length(row) {
		at--
	}
	rows = append(rows, row)
	copy(rows[at+1:], rows[at:])
	rows[at] = row
	return rows
}
