package priority

import (
	_ "embed" // word families and rules
	"slices"
	"strings"

	"reckon/grammar"
)

//go:embed words.txt
var wordFile string

//go:embed rules.txt
var ruleFile string

// family is a set of words, as one bit.
type family uint64

// starter marks the words that a rule can begin with, so that most tokens cost
// one look-up.
const starter family = 1 << 63

var (
	familyNames, words = readWords(wordFile)
	starters           family
	rules              = readRules(ruleFile)
)

// Families that code asks for by name.
var (
	grantWords   = familyNames["grant"]
	readyWords   = familyNames["ready"]
	willWords    = familyNames["will"]
	numbers      = familyNames["number"]
	entryWords   = familyNames["entry"]
	orderWords   = familyNames["order"]
	goalWords    = familyNames["goal"]
	adverbs      = familyNames["adverb"]
	wishWords    = familyNames["wish"]
	offerWords   = familyNames["offer"]
	offerNouns   = familyNames["offernoun"]
	rankWords    = familyNames["rank"]
	stepWords    = familyNames["step"]
	reportWords  = familyNames["report"]
	takeWords    = familyNames["take"]
	notPaying    = familyNames["hostile"] | familyNames["state"]
	unacceptable = familyNames["unacceptable"]
	copulas      = familyNames["copula"]
	refusing     = familyNames["not"] | familyNames["refuse"]
)

// readWords gives the families of each word.
func readWords(file string) (byName, table map[string]family) {
	byName, table = map[string]family{}, map[string]family{}
	var f family
	for line := range grammar.Entries(file) {
		for word := range strings.FieldsSeq(line) {
			if name, ok := strings.CutPrefix(word, "["); ok {
				f = 1 << len(byName)
				byName[strings.TrimSuffix(name, "]")] = f
				continue
			}
			table[word] |= f
		}
	}
	return byName, table
}

// rule is one pattern with what a match of it means.
type rule struct {
	kind    Kind
	name    string
	pattern []element
	actor   bool // somebody must be its subject
	holder  bool // or somebody own what it names
	verb    bool // its first word must be a verb
	open    bool // and not stand in the past
	bare    bool // and have no tense
	wish    bool // a word of wishing must stand in the sentence
	copula  bool // no participle may follow
	row     bool // something must come first, here or in the sentence before
	pair    bool // it compares two sides, which are its items
}

// element is a place of a pattern: a word of a family or of a list, or a gap.
type element struct {
	family   family
	words    []string
	gap      int // up to so many words before the next element
	optional bool
	noun     bool // it must be tagged as one, where tags are known
	not      bool // none of its words may stand here; it takes up no place
}

func (e element) fits(tok word) bool {
	return e.family&tok.family != 0 || slices.Contains(e.words, tok.lower)
}

// readRules reads rules.txt. A mistake in it is ours.
func readRules(file string) []rule {
	var list []rule
	for line := range grammar.Entries(file) {
		if !strings.Contains(line, "|") {
			continue
		}
		cells := strings.Split(line, "|")
		if len(cells) != 4 {
			panic("priority: rule without four cells: " + line)
		}
		r := rule{kind: Kind(strings.TrimSpace(cells[0])), name: strings.TrimSpace(cells[1])}
		for word := range strings.FieldsSeq(cells[2]) {
			r.pattern = append(r.pattern, readElement(word))
		}
		r.actor = strings.Contains(cells[3], "actor")
		r.holder = strings.Contains(cells[3], "holder")
		r.verb = strings.Contains(cells[3], "verb")
		r.open = strings.Contains(cells[3], "open")
		r.bare = strings.Contains(cells[3], "bare")
		r.wish = strings.Contains(cells[3], "wish")
		r.copula = strings.Contains(cells[3], "copula")
		r.row = strings.Contains(cells[3], "row")
		r.pair = strings.Contains(cells[3], "pair")
		for _, w := range r.pattern[0].words {
			words[w] |= starter
		}
		starters |= r.pattern[0].family | starter
		list = append(list, r)
	}
	return list
}

func readElement(text string) element {
	var e element
	if n, ok := strings.CutPrefix(text, "*"); ok {
		e.gap = int(n[0] - '0')
		return e
	}
	text, e.noun = strings.CutSuffix(text, "=n")
	text, e.not = strings.CutPrefix(text, "!")
	text, e.optional = strings.CutSuffix(text, "?")
	for w := range strings.SplitSeq(text, "/") {
		name, isFamily := strings.CutPrefix(w, "{")
		if !isFamily {
			e.words = append(e.words, w)
			continue
		}
		f, known := familyNames[strings.TrimSuffix(name, "}")]
		if !known {
			panic("priority: no family of words " + w)
		}
		e.family |= f
	}
	return e
}
