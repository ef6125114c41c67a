package grammar

import (
	_ "embed"
	"strings"
)

//go:embed words/irregular.txt
var irregularLines string

//go:embed words/unchanged.txt
var unchangedLines string

//go:embed words/silent-e.txt
var silentLines string

//go:embed words/bare.txt
var bareLines string

// Word lists of lemmas.
var (
	irregular = irregularForms(irregularLines)
	unchanged = table(unchangedLines)
	silent    = table(silentLines)
	bare      = table(bareLines)
)

// irregularForms maps, for each part of speech, forms to dictionary forms.
func irregularForms(lines string) map[byte]map[string]string {
	forms := map[byte]map[string]string{'v': {}, 'n': {}, 'a': {}}
	for entry := range Entries(lines) {
		word, rest, _ := strings.Cut(entry, " ")
		kind, list, _ := strings.Cut(rest, " ")
		for form := range strings.FieldsSeq(list) {
			if _, taken := forms[kind[0]][form]; !taken {
				forms[kind[0]][form] = word
			}
		}
	}
	return forms
}

// function maps words whose lemma their tag tells: pronouns, articles, clitics
// and modals.
var function = map[string]string{
	"an": "a", "n't": "not", "'ll": "will", "'ve": "have", "wo": "will", "ca": "can", "sha": "shall", "'em": "they",
	"me": "I", "i": "I", "us": "we", "him": "he", "them": "they", "whom": "who",
	"these": "this", "those": "that", "mine": "my", "yours": "your", "ours": "our", "theirs": "their", "hers": "her",
}

// lemma gives the dictionary form of a word by rules and a table of irregular
// forms; names keep theirs.
func lemma(word string, tag Tag, form Form) string {
	switch {
	case form == "NNPS":
		return strip(word)
	case tag == Name || tag == Other || form == "NNP":
		return word
	}
	w := plain(lower(word))
	if form == "RBR" && w == "better" || form == "RBS" && w == "best" {
		return "well"
	}
	switch form {
	case "VBD", "VBN", "VBG", "VBZ", "VBP", "VB":
		return verb(w, form)
	case "NNS":
		return singular(w)
	case "JJR", "JJS", "RBR", "RBS":
		return positive(w)
	case "MD":
		if w == "'d" {
			return "would"
		}
	case "PRP":
		if w == "her" {
			return "she"
		}
	}
	if tag == Pronoun || tag == Determiner || tag == Auxiliary || tag == Particle || tag == Adverb {
		if base, ok := function[w]; ok {
			return base
		}
	}
	return w
}

// plain writes curly apostrophes straight.
func plain(word string) string {
	if strings.Contains(word, "’") {
		return strings.ReplaceAll(word, "’", "'")
	}
	return word
}

func verb(w string, form Form) string {
	if w == "'d" {
		return "have"
	}
	if base, ok := irregular['v'][w]; ok && (form != "VB" && form != "VBP" || w[0] == '\'' || base == "be" || base == "have") {
		return base
	}
	n := len(w)
	switch {
	case form == "VBZ":
		return strip(w)
	case form == "VBG" && strings.HasSuffix(w, "ing") && n > 4:
		return restore(w[:n-3])
	case form == "VBG" && strings.HasSuffix(w, "in'") && n > 4:
		return restore(w[:n-3])
	case (form == "VBD" || form == "VBN") && strings.HasSuffix(w, "ied") && n > 4:
		return w[:n-3] + "y"
	case (form == "VBD" || form == "VBN") && strings.HasSuffix(w, "ed") && n > 3:
		return restore(w[:n-2])
	}
	return w
}

func singular(w string) string {
	if base, ok := irregular['n'][w]; ok {
		return base
	}
	if _, ok := unchanged[w]; ok {
		return w
	}
	for _, tail := range [...]string{"men", "wives", "lives", "knives"} {
		if base, ok := strings.CutSuffix(w, tail); ok && base != "" && (tail == "men" || len(base) > 2) {
			return base + irregular['n'][tail]
		}
	}
	return strip(w)
}

// strip takes the s off a plural or a third person.
func strip(w string) string {
	n := len(w)
	switch {
	case n < 3 || !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss"):
		return w
	case strings.HasSuffix(w, "ies") && n > 4:
		return w[:n-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "ches"),
		strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "zzes"), strings.HasSuffix(w, "oes"):
		return w[:n-2]
	case strings.HasSuffix(w, "'s"):
		return w[:n-2]
	}
	return w[:n-1]
}

// positive takes -er and -est off an adjective or adverb.
func positive(w string) string {
	if base, ok := irregular['a'][w]; ok {
		return base
	}
	if _, ok := bare[w]; ok {
		return w
	}
	for _, tail := range [...]string{"est", "er"} {
		base, ok := strings.CutSuffix(w, tail)
		if !ok || len(base) < 2 {
			continue
		}
		if stem, ok := strings.CutSuffix(base, "i"); ok {
			return stem + "y"
		}
		return restore(base)
	}
	return w
}

// restore gives the dictionary form of what is left of a word without its -ed,
// -ing, -er or -est: hop for hopp, hope for hop.
func restore(stem string) string {
	if _, ok := silent[stem]; ok {
		return stem + "e"
	}
	n := len(stem)
	if n == 2 && vowel(stem[0]) && !vowel(stem[1]) {
		return stem + "e" // use, owe
	}
	if _, ok := bare[stem]; ok || n < 3 {
		return stem
	}
	last, before := stem[n-1], stem[n-2]
	groups := syllables(stem)
	switch {
	case last == before && strings.IndexByte("bdgmnprt", last) >= 0, last == 'l' && before == 'l' && groups > 1:
		return stem[:n-1]
	case vowel(last) && last != 'u' || last == before:
		return stem
	case hissing(stem, last, before):
		return stem + "e"
	case last == 'l' && strings.IndexByte("bcdfgkptz", before) >= 0:
		return stem + "e"
	case !vowel(before) || strings.IndexByte("wxy", last) >= 0:
		return stem
	case vowel(stem[n-3]) && (n < 4 || stem[n-4:n-2] != "qu") && !strings.HasSuffix(stem, "iat") && !strings.HasSuffix(stem, "uat") && !strings.HasSuffix(stem, "uad"):
		return stem // two vowels before the last letter: need, remain
	case groups == 1:
		return stem + "e"
	}
	if strings.Contains(wanting, " "+stem[n-2:]+" ") {
		return stem + "e"
	}
	return stem
}

// wanting lists endings of longer stems that lost an e.
const wanting = " at in id ir ur ar il ol ul ap ak ok ik uk ad ed od ud am im um ut ib ob ub "

// hissing reports whether a stem ends in a sound that takes an e: force, urge,
// increase, give, argue.
func hissing(stem string, last, before byte) bool {
	switch last {
	case 'c', 'v', 'u', 'z':
		return before != 't'
	case 'g':
		return before == 'd' || before == 'r' || before == 'l' || vowel(before) || strings.HasSuffix(stem, "ang") || strings.HasSuffix(stem, "eng")
	case 's':
		return before != 's'
	}
	return false
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// syllables counts groups of vowels; the u of qu is none.
func syllables(stem string) int {
	n, in := 0, false
	for i := range len(stem) {
		v := vowel(stem[i]) && (stem[i] != 'u' || i == 0 || stem[i-1] != 'q') || stem[i] == 'y' && i > 0
		if v && !in {
			n++
		}
		in = v
	}
	return n
}
