package reading

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"reckon/grammar"
)

// figure is a number of something in a year, with the words that say of what.
type figure struct {
	Number
	year  string
	words []string // dictionary forms of the rest of the sentence
	proper,
	months []string
	at Place
}

// scales are words that multiply the figure before them.
var scales = map[string]float64{"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}

var monthNames = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// quantities lists the figures of sentences that name a year.
func (a *Account) quantities() []figure {
	var all []figure
	for n := range a.Text.Sentences {
		s := &a.Text.Sentences[n]
		base := a.about(s)
		for i := 0; i < len(s.Tokens); i++ {
			low, after, ok := amount(s, i)
			if !ok {
				continue
			}
			f := base
			f.year = yearNear(s, i)
			if noun := countedNoun(s, after); noun >= 0 && f.year != "" {
				f.Counts = strings.ToLower(s.Tokens[noun].Lemma)
				f.Text = a.Document.Text[s.Tokens[i].Start:s.Tokens[after-1].End]
				f.limits(s, i, low)
				f.words = slices.DeleteFunc(slices.Clone(f.words), func(w string) bool { return stem(w) == stem(f.Counts) })
				all = append(all, f)
			}
			i = after - 1
		}
	}
	return all
}

// about notes of what a sentence speaks.
func (a *Account) about(s *grammar.Sentence) figure {
	f := figure{at: Place{a.offsets.Point(s.Start), a.offsets.Point(s.End), a.Document.Text[s.Start:s.End]}}
	for i := range s.Tokens {
		t := &s.Tokens[i]
		low := strings.ToLower(t.Lemma)
		switch {
		case slices.Contains(monthNames, low) && t.Tag == grammar.Name:
			f.months = append(f.months, low)
		case t.Tag == grammar.Name:
			f.proper = append(f.proper, t.Lemma)
		case (t.Tag == grammar.Noun || t.Tag == grammar.Verb || t.Tag == grammar.Adjective) && len(low) > 3:
			f.words = append(f.words, low)
		}
	}
	return f
}

// stem is what words of one root have in common: election and elected.
func stem(word string) string {
	if len(word) > 5 {
		return word[:5]
	}
	return word
}

// amount reads the figure that begins at a token.
func amount(s *grammar.Sentence, i int) (value float64, after int, ok bool) {
	text := s.Tokens[i].Text
	value, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", ""), 64)
	if err != nil || !(value >= 0 && value < 1e15) || isYear(text) {
		return 0, i, false
	}
	for after = i + 1; after < len(s.Tokens); after++ {
		scale, ok := scales[strings.ToLower(s.Tokens[after].Text)]
		if !ok {
			break
		}
		value *= scale
	}
	return value, after, true
}

// isYear tells 2024 from 2,024.
func isYear(text string) bool { return len(text) == 4 && (text[:2] == "19" || text[:2] == "20") }

// yearNear gives the year that stands nearest to a token; "" for none.
func yearNear(s *grammar.Sentence, i int) string {
	year, best := "", len(s.Tokens)
	for k := range s.Tokens {
		if isYear(s.Tokens[k].Text) && max(i-k, k-i) < best {
			year, best = s.Tokens[k].Text, max(i-k, k-i)
		}
	}
	return year
}

// countedNoun finds the noun that is counted: what the figure belongs to, or the next
// noun but one word at most; −1 for none and for days of a month.
func countedNoun(s *grammar.Sentence, after int) int {
	if h := s.Tokens[after-1].Head; h >= after && s.Tokens[after-1].Relation.Is(grammar.Nummod) && s.Tokens[h].Tag == grammar.Noun {
		return h
	}
	for k := after; k < len(s.Tokens) && k < after+2; k++ {
		if s.Tokens[k].Tag == grammar.Noun || s.Tokens[k].Text == "%" {
			return k
		}
	}
	return -1
}

// limits sets what a figure may be at least and at most, by the words before it.
func (f *figure) limits(s *grammar.Sentence, i int, value float64) {
	var words []string
	for _, t := range s.Tokens[max(0, i-2):i] {
		words = append(words, strings.ToLower(t.Text))
	}
	before := strings.Join(words, " ") + " "
	low, high := value, value
	f.Low, f.High = &low, &high
	switch {
	case strings.HasSuffix(before, "more than "), strings.HasSuffix(before, "at least "), strings.HasSuffix(before, "over "), strings.HasSuffix(before, "above "):
		f.High = nil
	case strings.HasSuffix(before, "less than "), strings.HasSuffix(before, "fewer than "), strings.HasSuffix(before, "up to "), strings.HasSuffix(before, "at most "), strings.HasSuffix(before, "under "), strings.HasSuffix(before, "below "):
		f.Low = nil
	case slices.ContainsFunc([]string{"about ", "around ", "some ", "nearly ", "almost ", "roughly ", "approximately "}, func(w string) bool { return strings.HasSuffix(before, w) }):
		low, high = value*(1-vague), value*(1+vague)
	}
}

// vague is how far a figure that is called rough may be off.
const vague = 0.15

// measured finds figures of one year, one thing and one matter that cannot both be
// right: they share two words, one of them no name,
// and names and months where both have any.
func measured(a, b *Account, fa, fb []figure) []Disagreement {
	var all []Disagreement
	for i := range fa {
		for j := range fb {
			x, y := &fa[i], &fb[j]
			if x.year != y.year || x.Counts != y.Counts || agree(&x.Number, &y.Number) || apartIn(x.proper, y.proper) || apartIn(x.months, y.months) {
				continue
			}
			matter, place := shared(x.words, y.words), shared(x.proper, y.proper)
			if len(matter) > 0 && len(matter)+len(place)+len(shared(x.months, y.months)) >= 2 {
				all = append(all, Disagreement{
					Kind: OtherMeasure, About: fmt.Sprintf("%s, %s", strings.Join(slices.Concat(matter, place), " "), x.year), On: x.Counts,
					A: a.side(x.Text, x.at), B: b.side(y.Text, y.at),
				})
			}
		}
	}
	return all
}

// shared lists the words of a whose root is in b, once each.
func shared(a, b []string) []string {
	var both []string
	for _, w := range a {
		like := func(other string) bool { return stem(other) == stem(w) }
		if slices.ContainsFunc(b, like) && !slices.ContainsFunc(both, like) {
			both = append(both, w)
		}
	}
	return both
}

// apartIn says whether both lists hold something and nothing the same.
func apartIn(a, b []string) bool { return len(a) > 0 && len(b) > 0 && len(shared(a, b)) == 0 }
