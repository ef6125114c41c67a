package attribution

import (
	_ "embed"
	"strings"
)

//go:embed data/verbs.txt
var verbFile string

//go:embed data/nouns.txt
var nounFile string

//go:embed data/adjectives.txt
var adjectiveFile string

//go:embed data/passives.txt
var passiveFile string

//go:embed data/things.txt
var thingFile string

// frame is a set of ways in which a cue takes its content.
type frame uint64

const (
	frThat frame = 1 << iota
	frQuote
	frNP
	frTo
	frIng
	frRecipient
	frObjTo
	frObjAs
	frObjOf
	frObjFor
	frObjWith
	frObjComp
	frWhether
	frNPFor
	frOf
	frIs
	frView
	frAbout
	frFor
	frOn
	frAt
	frBy
	frIn
	frWith
	frOver
	frBeTo
	frBeThat
	frBeOf
	frBeFor
	frBeWith
	frBeAs
	frBeNP
)

const frObjGuilty frame = 1 << 40

var frameNames = map[string]frame{
	"that": frThat, "quote": frQuote, "np": frNP, "to": frTo, "ing": frIng, "rcpt": frRecipient,
	"obj-to": frObjTo, "obj-as": frObjAs, "obj-of": frObjOf, "obj-for": frObjFor, "obj-with": frObjWith,
	"obj-comp": frObjComp, "obj-guilty": frObjGuilty, "whether": frWhether, "np-for": frNPFor, "of": frOf, "is": frIs, "view": frView,
	"about": frAbout, "for": frFor, "on": frOn, "at": frAt, "by": frBy, "in": frIn, "with": frWith, "over": frOver,
	"be-to": frBeTo, "be-that": frBeThat, "be-of": frBeOf, "be-for": frBeFor, "be-with": frBeWith, "be-as": frBeAs, "be-np": frBeNP,
}

// prepositions are the frames that a word after a noun or adjective opens.
var prepositions = map[string]frame{
	"of": frOf, "about": frAbout, "for": frFor, "on": frOn, "at": frAt, "by": frBy, "in": frIn, "with": frWith,
	"over": frOver, "against": frAbout, "regarding": frAbout, "towards": frTo, "toward": frTo,
}

// cue is one sense of a word that attributes.
type cue struct {
	rest   []string // particle or preposition that must follow a verb
	kind   Kind
	frames frame
}

// form is an inflected word with what it can mean.
type form struct {
	lemma string
	cues  []cue
}

// lexicon finds cues by their inflected form in lower case.
type lexicon struct {
	verbs, nouns, adjectives, passives map[string]*form
	things                             map[string]bool
}

var words = load()

func load() *lexicon {
	l := &lexicon{map[string]*form{}, map[string]*form{}, map[string]*form{}, map[string]*form{}, map[string]bool{}}
	past := map[string]string{} // irregular forms by head verb, for the passives
	for _, f := range rows(verbFile, 4) {
		head, rest, _ := strings.Cut(f[0], " ")
		past[head] = f[1]
		c := cue{strings.Fields(rest), Kind(f[2]), frames(f[3])}
		for _, w := range inflect(head, f[1]) {
			add(l.verbs, w, head, c)
		}
	}
	for _, f := range rows(nounFile, 3) {
		c := cue{nil, Kind(f[1]), frames(f[2])}
		add(l.nouns, f[0], f[0], c)
		add(l.nouns, third(f[0]), f[0], c)
	}
	for _, f := range rows(adjectiveFile, 3) {
		add(l.adjectives, f[0], f[0], cue{nil, Kind(f[1]), frames(f[2])})
	}
	for _, f := range rows(passiveFile, 3) {
		irregular, known := past[f[0]]
		if !known {
			irregular = "-"
		}
		all := inflect(f[0], irregular)
		add(l.passives, all[len(all)-1], f[0], cue{nil, Kind(f[1]), frames(f[2])})
	}
	for _, f := range rows(thingFile, 1) {
		l.things[f[0]], l.things[third(f[0])] = true, true
	}
	return l
}

// rows gives the tab-separated lines of a data file. A line with another number
// of fields is a fault of ours.
func rows(file string, fields int) [][]string {
	var list [][]string
	for line := range strings.Lines(file) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != fields {
			panic("attribution: bad line in a word list: " + line)
		}
		list = append(list, f)
	}
	return list
}

func frames(list string) frame {
	var set frame
	for name := range strings.FieldsSeq(list) {
		bit, known := frameNames[name]
		if !known {
			panic("attribution: no frame is called " + name)
		}
		set |= bit
	}
	return set
}

func add(m map[string]*form, word, lemma string, c cue) {
	f := m[word]
	if f == nil {
		f = &form{lemma: lemma}
		m[word] = f
	}
	if f.lemma == lemma {
		f.cues = append(f.cues, c)
	}
}

// inflect lists the forms of a verb: base, third person, -ing, past and, last,
// the participle.
func inflect(verb, irregular string) []string {
	stem := verb
	switch {
	case irregular == "+":
		stem = verb + verb[len(verb)-1:]
	case strings.HasSuffix(verb, "ee"):
	case strings.HasSuffix(verb, "e"):
		stem = verb[:len(verb)-1]
	}
	ing := stem + "ing"
	if strings.HasSuffix(verb, "ie") {
		ing = verb[:len(verb)-2] + "ying"
	}
	past := stem + "ed"
	switch {
	case strings.HasSuffix(verb, "ee"):
		past = verb + "d"
	case consonantY(verb):
		past = verb[:len(verb)-1] + "ied"
	}
	participle := past
	if irregular != "+" && irregular != "-" {
		var two bool
		past, participle, two = strings.Cut(irregular, ":")
		if !two {
			participle = past
		}
		ing = irregularIng(verb, ing)
	}
	return []string{verb, third(verb), ing, past, participle}
}

// irregularIng doubles where a strong verb of one short syllable does.
func irregularIng(verb, ing string) string {
	switch verb {
	case "bet", "hit", "set", "begin", "forget":
		return verb + verb[len(verb)-1:] + "ing"
	}
	return ing
}

// third is a verb's third person and a noun's plural.
func third(word string) string {
	switch {
	case consonantY(word):
		return word[:len(word)-1] + "ies"
	case word == "go", strings.HasSuffix(word, "s"), strings.HasSuffix(word, "sh"), strings.HasSuffix(word, "ch"), strings.HasSuffix(word, "x"):
		return word + "es"
	}
	return word + "s"
}

func consonantY(word string) bool {
	return len(word) > 1 && word[len(word)-1] == 'y' && !strings.ContainsRune("aeiou", rune(word[len(word)-2]))
}
