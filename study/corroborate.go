package study

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"reckon/document"
	"reckon/reading"
)

// Corroboration is one statement that several documents of a library report. What
// counts is origins: a reprint adds nothing.
type Corroboration struct {
	Type    string   `json:"type"` // always "corroboration"
	Holder  string   `json:"holder"`
	Kind    string   `json:"kind"` // of claim
	Negated bool     `json:"negated,omitempty"`
	Origins int      `json:"origins"` // different texts that report it
	Reports []Report `json:"reports"` // in the order of the documents
}

// Report is where one document says so.
type Report struct {
	Document string `json:"document"`
	ID       string `json:"id"` // of the item
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Text     string `json:"text"`
	Origin   int    `json:"origin"` // from 1, in the order in which the origins first report it
}

// Corroborated lists the claims with the same holder, kind and sign and nearly the
// same words in several documents of a library; most origins first. What authors
// who are not known say for themselves is left out: they may be anybody.
func (s *Study) Corroborated() []Corroboration {
	if s.origin == nil {
		return nil
	}
	c := collection{at: map[string][]*statement{}}
	for _, a := range s.Accounts {
		for i := range a.Items {
			it := &a.Items[i]
			if it.Type == reading.Claim && it.Content != nil && it.Holder != "author" {
				c.add(it, s.origin[a.Document.SHA256])
			}
		}
	}
	var all []Corroboration
	for _, st := range c.all {
		if len(st.Reports) > 1 {
			all = append(all, st.Corroboration)
		}
	}
	slices.SortStableFunc(all, func(x, y Corroboration) int {
		return cmp.Or(y.Origins-x.Origins, len(y.Reports)-len(x.Reports))
	})
	return all
}

// statement is one that is being collected, with the words of its first report.
type statement struct {
	Corroboration
	words   []string
	origins []int // in the order of Report.Origin
}

// collection finds statements by holder, kind, sign and their longest words.
type collection struct {
	all []*statement
	at  map[string][]*statement
}

// Both of two statements must have three of every five the words that either has.
const like, of = 3, 5

func (c *collection) add(it *reading.Item, origin int) {
	words := contentWords(it.Content.Text)
	if len(words) == 0 {
		return
	}
	folded, _ := document.Fold(it.Holder)
	key := cmp.Or(it.Who, folded) + "\n" + it.Kind + "\n"
	if it.Negated {
		key += "not"
	}
	// Two sets that are alike have one of their first words in common, in any order
	// that both are in; the longest words are in fewest statements.
	first := words[:len(words)-(like*len(words)+of-1)/of+1]
	for _, w := range first {
		for _, st := range c.at[key+"\n"+w] {
			if alike(st.words, words) {
				st.report(it, origin)
				return
			}
		}
	}
	st := &statement{words: words, Corroboration: Corroboration{Type: "corroboration", Holder: it.Holder, Kind: it.Kind, Negated: it.Negated}}
	st.report(it, origin)
	c.all = append(c.all, st)
	for _, w := range first {
		c.at[key+"\n"+w] = append(c.at[key+"\n"+w], st)
	}
}

// report adds a place; a document that repeats itself counts once.
func (st *statement) report(it *reading.Item, origin int) {
	if n := len(st.Reports); n > 0 && st.Reports[n-1].Document == it.Document {
		return
	}
	at := slices.Index(st.origins, origin)
	if at < 0 {
		at = len(st.origins)
		st.origins = append(st.origins, origin)
		st.Origins++
	}
	st.Reports = append(st.Reports, Report{it.Document, it.ID, it.Start, it.End, it.Text, at + 1})
}

// contentWords lists the different words of a text, the longest first.
func contentWords(text string) []string {
	folded, _ := document.Fold(text)
	words := strings.FieldsFunc(folded, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	slices.SortFunc(words, func(x, y string) int { return cmp.Or(len(y)-len(x), strings.Compare(x, y)) })
	words = slices.Compact(words)
	if len(words) > 0 && words[len(words)-1] == "" {
		words = words[:len(words)-1]
	}
	return words
}

// alike compares two lists in the order of contentWords.
func alike(a, b []string) bool {
	both := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch order := cmp.Or(len(b[j])-len(a[i]), strings.Compare(a[i], b[j])); {
		case order == 0:
			both++
			i++
			j++
		case order < 0:
			i++
		default:
			j++
		}
	}
	return of*both >= like*(len(a)+len(b)-both)
}
