package petrarch

import "strings"

// phrase is words in order; an untied word may stand some words behind the one
// before it.
type phrase []element

// element is one word of a phrase or pattern, or what stands for words.
type element struct {
	kind kind
	text string  // of a word, upper case
	set  *synset // of a synonym set
	tied bool    // nothing may stand between it and its neighbour towards the verb
}

type kind uint8

// Kinds of elements: a word, any of a synonym set, source, target, an actor to
// pass over, several actors joined by "and".
const (
	word kind = iota
	anyOf
	source
	target
	skip
	joined
)

// synset is a named set of phrases, which are always tied.
type synset struct {
	name    string
	plural  bool // regular plurals belong to it, too
	phrases []phrase
	nested  []string
}

// parsePhrase splits at blanks and underscores; with solid, both tie.
func parsePhrase(s string, solid bool) phrase {
	var p phrase
	for run := range strings.FieldsSeq(strings.ToUpper(s)) {
		for i, w := range strings.Split(strings.Trim(run, "_"), "_") {
			if w == "" {
				continue
			}
			p = append(p, element{text: w, tied: solid || i > 0})
		}
	}
	return p
}

// reach is how many words an untied word of a name may be away.
const reach = 3

// at tells how many words of the text a phrase takes that begins here; 0 when it
// does not stand here.
func (p phrase) at(words []item, from int) int {
	i := from
	for k, e := range p {
		if k > 0 && !e.tied {
			for n := 0; n < reach && i < len(words) && words[i].upper != e.text && words[i].inName(); n++ {
				i++
			}
		}
		if i >= len(words) || words[i].upper != e.text {
			return 0
		}
		i++
	}
	return i - from
}

// find looks for the longest phrase that begins here.
func (l lexicon[T]) find(words []item, from int) (value T, length int) {
	for _, e := range l[words[from].upper] {
		if n := e.phrase.at(words, from); n > 0 {
			return e.value, n
		}
	}
	return value, 0
}
