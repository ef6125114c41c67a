package grammar

import (
	_ "embed"
	"maps"
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

// table reads lines of a word and, after a space, what is said of it.
func table(lines string) map[string]string { return maps.Collect(tableLines(lines)) }

// tableLines walks such lines. Those that begin with # are comments.
func tableLines(lines string) func(yield func(word, rest string) bool) {
	return func(yield func(word, rest string) bool) {
		for line := range strings.Lines(lines) {
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			word, rest, _ := strings.Cut(line, " ")
			if !yield(word, rest) {
				return
			}
		}
	}
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
