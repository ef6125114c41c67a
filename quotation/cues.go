package quotation

import (
	_ "embed" // the word list
	"strings"

	"reckon/grammar"
)

// cues says to which families a word belongs.
type cues uint16

const (
	sayVerb cues = 1 << iota
	writeVerb
	chantVerb
	nameVerb
	speechNoun
	namingNoun
	sloganNoun
	workNoun
	bearerNoun
	finiteWord
)

const reporting = sayVerb | writeVerb | chantVerb | nameVerb

//go:embed cues.txt
var cueFile string

var cueTable = readCues(cueFile)

var sections = map[string]cues{
	"say": sayVerb, "write": writeVerb, "chant": chantVerb, "name": nameVerb,
	"speech": speechNoun, "naming": namingNoun, "slogan": sloganNoun, "work": workNoun, "bearer": bearerNoun, "short": finiteWord,
}

// readCues gives every form of every word of the list.
func readCues(file string) map[string]cues {
	table := map[string]cues{}
	var section cues
	for line := range grammar.Entries(file) {
		words := strings.Fields(line)
		switch {
		case words[0][0] == '[':
			section = sections[strings.Trim(words[0], "[]")]
			if section == 0 {
				panic("quotation: no section " + words[0] + " of cues")
			}
		case section <= nameVerb:
			for _, form := range inflect(words) {
				table[form] |= section
			}
		case section == finiteWord:
			for _, form := range words {
				table[form] |= section
			}
		default:
			table[words[0]] |= section
			table[plural(words[0])] |= section
		}
	}
	return table
}

// inflect gives the forms of a verb by the rules of spelling; forms in the list
// replace the regular past.
func inflect(words []string) []string {
	base := words[0]
	stem := strings.TrimSuffix(base, "e")
	if strings.HasSuffix(stem, "e") {
		stem = base // agree, agreeing
	}
	forms := append([]string{plural(base), stem + "ing"}, words...)
	switch {
	case len(words) > 1:
	case strings.HasSuffix(base, "y") && !strings.ContainsAny(base[len(base)-2:len(base)-1], "aeiou"):
		forms = append(forms, base[:len(base)-1]+"ied")
	default:
		forms = append(forms, strings.TrimSuffix(base, "e")+"ed")
	}
	return forms
}

// plural adds s as nouns and verbs do.
func plural(base string) string {
	switch {
	case strings.HasSuffix(base, "y") && !strings.ContainsAny(base[len(base)-2:len(base)-1], "aeiou"):
		return base[:len(base)-1] + "ies"
	case strings.HasSuffix(base, "s"), strings.HasSuffix(base, "sh"), strings.HasSuffix(base, "ch"), strings.HasSuffix(base, "x"):
		return base + "es"
	}
	return base + "s"
}

func cuesOf(word string) cues {
	if c, ok := cueTable[word]; ok {
		return c
	}
	return cueTable[strings.ToLower(word)]
}
