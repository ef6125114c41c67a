package petrarch

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestMatchingAgainstRegularExpressions holds patterns of words against regular
// expressions that say the same, on both sides of the verb.
func TestMatchingAgainstRegularExpressions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.SampledFrom([]string{"A", "B", "C"})
		text := rapid.SliceOfN(letters, 0, 8).Draw(t, "text")
		var p phrase
		expression := "^"
		for range rapid.IntRange(1, 4).Draw(t, "elements") {
			e := element{text: letters.Draw(t, "word"), tied: rapid.Bool().Draw(t, "tied")}
			p = append(p, e)
			if !e.tied {
				expression += "([ABC] )*?"
			}
			expression += e.text + " "
		}
		want := regexp.MustCompile(expression).MatchString(strings.Join(append(slices.Clone(text), ""), " "))
		words := make([]item, len(text))
		for i, w := range text {
			words[i] = item{upper: w, chunk: -1}
		}
		m := matcher{coder: &coder{words: words}, budget: 1e6}
		if got := m.side(p, 0, 1); got != want {
			t.Fatalf("%v in %v: %v, want %v", p, text, got, want)
		}
		slices.Reverse(words)
		if got := m.side(p, len(words)-1, -1); got != want {
			t.Fatalf("%v backwards in %v: %v, want %v", p, text, got, want)
		}
	})
}

// TestMatchingEnds gives a pattern that could be tried in very many ways.
func TestMatchingEnds(t *testing.T) {
	var p phrase
	for range 12 {
		p = append(p, element{text: "A"})
	}
	p = append(p, element{text: "B"})
	words := make([]item, 400)
	for i := range words {
		words[i] = item{upper: "A", chunk: -1}
	}
	m := matcher{coder: &coder{words: words}, budget: 2000}
	if m.side(p, 0, 1) || m.budget >= 0 {
		t.Error("a pattern that cannot fit was not given up")
	}
}
