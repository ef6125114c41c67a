package grammar

import (
	_ "embed"
	"strings"
)

//go:embed words/abbreviations.txt
var abbreviationLines string

//go:embed words/openers.txt
var openerLines string

//go:embed words/prefixes.txt
var prefixLines string

//go:embed words/units.txt
var unitLines string

// Word lists of the tokenizer and the splitter, by lower-case word.
var (
	abbreviations = table(abbreviationLines)
	openers       = table(openerLines)
	prefixes      = table(prefixLines)
	units         = table(unitLines)
)

// Entries walks the entries of a word list, in order: one a line, without blank
// lines, the spaces around, and comments, which run from # to the end of the line.
func Entries(list string) func(yield func(entry string) bool) {
	return func(yield func(entry string) bool) {
		for line := range strings.Lines(list) {
			line, _, _ = strings.Cut(line, "#")
			if line = strings.TrimSpace(line); line != "" && !yield(line) {
				return
			}
		}
	}
}

// table reads entries of a word and, after a space, what is said of it.
func table(list string) map[string]string {
	said := map[string]string{}
	for entry := range Entries(list) {
		word, rest, _ := strings.Cut(entry, " ")
		said[word] = rest
	}
	return said
}

// lower is the lower case of a short word, without allocation when it has no
// capital letters.
func lower(word string) string {
	for i := range len(word) {
		if c := word[i]; c >= 0x80 || 'A' <= c && c <= 'Z' {
			return strings.ToLower(word)
		}
	}
	return word
}
