package lint

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"reckon"
)

// firstFew is how many places a counted finding names.
const firstFew = 3

// place is one of several things that a single diagnostic counts.
type place struct {
	what string
	at   reckon.Range
}

// capital makes the first letter a capital.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// few names the first places and says how many more there are.
func few(places []place) string {
	var words []string
	for _, p := range places[:min(len(places), firstFew)] {
		words = append(words, fmt.Sprintf("%s (%s)", p.what, p.at))
	}
	if more := len(places) - firstFew; more > 0 {
		words = append(words, fmt.Sprintf("and %d more", more))
		return capital(strings.Join(words, "; "))
	}
	return capital(list(words))
}

// list joins words as in "a, b and c".
func list(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// quoted puts each word in quotation marks.
func quoted(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = fmt.Sprintf("%q", w)
	}
	return out
}

// count writes "1 want" or "3 wants".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// choose returns one for n = 1 and many otherwise.
func choose(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// describe writes a state by the options that are on.
func describe(c *reckon.Case, s reckon.State) string {
	var on []string
	for k := range c.Options {
		if s.Has(k) {
			on = append(on, c.Options[k].Name)
		}
	}
	if on == nil {
		return "everything off"
	}
	return list(on) + " on"
}
