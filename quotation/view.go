package quotation

import (
	"sort"
	"strings"

	"reckon/grammar"
	"reckon/names"
)

// view is a text as one row of tokens.
type view struct {
	*names.Row
	parsed *grammar.Text
	text   string
	cast   *names.Cast
}

func look(t *grammar.Text, c *names.Cast) *view {
	return &view{Row: c.Row(t), parsed: t, text: t.Document.Text, cast: c}
}

// head gives the token in the row that heads a mention.
func (v *view) head(m names.Mention) int {
	from, to := v.Span(m)
	return max(from, min(v.First[m.Sentence]+m.Head, to-1))
}

func (v *view) length(mention int) int {
	m := v.cast.Mentions[mention]
	return m.To - m.From
}

// at gives the first token that starts at a byte or later.
func (v *view) at(b int) int {
	return sort.Search(len(v.Tokens), func(i int) bool { return v.Tokens[i].Start >= b })
}

// sentenceStart and sentenceEnd bound the sentence of a token in the row.
func (v *view) sentenceStart(i int) int { return v.First[v.Sentence[i]] }
func (v *view) sentenceEnd(i int) int   { return v.First[v.Sentence[i]+1] }

func (v *view) blockOf(i int) int { return v.parsed.Sentences[v.Sentence[i]].Block }

// word gives a token in lower case; "" beyond the ends.
func (v *view) word(i int) string {
	if i < 0 || i >= len(v.Tokens) {
		return ""
	}
	return strings.ToLower(v.Tokens[i].Text)
}

func (v *view) cues(i int) cues {
	if i < 0 || i >= len(v.Tokens) {
		return 0
	}
	return cuesOf(v.Tokens[i].Text)
}

// verb says whether a word of the list stands here as a verb. Without tags it
// trusts the list, but not after an article or a possessive.
func (v *view) verb(i int, want cues) bool {
	if v.cues(i)&want == 0 {
		return false
	}
	tag := v.Tokens[i].Tag
	if tag == "" {
		first := v.Tokens[i].Text[0]
		return !determiner(v.word(i-1)) && first >= 'a'
	}
	if tag == grammar.Verb || tag == grammar.Auxiliary {
		return true
	}
	next := v.word(i + 1) // ", tweeting," is a verb whatever its tag
	return strings.HasSuffix(v.Tokens[i].Text, "ing") && v.word(i-1) == "," && (next == "," || next == ":" || mark(next))
}

// finite says whether a token can be the verb of a clause of its own.
func (v *view) finite(i int) bool {
	if form := v.Tokens[i].Form; form != "" {
		return form.Finite()
	}
	return v.cues(i)&finiteWord != 0
}

func determiner(w string) bool {
	switch w {
	case "a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "’s", "'s", "’", "'", "no", "any", "some", "every", "each":
		return true
	}
	return false
}

func mark(w string) bool {
	switch w {
	case "“", "”", "\"", "„", "«", "»", "‘", "’", "'", "‟", "``", "''", "‹", "›", "‚", "‛":
		return true
	}
	return false
}

func stop(w string) bool { return w == "." || w == "!" || w == "?" || w == "…" || w == "..." }

// wordy says whether a token has a letter or a digit.
func wordy(w string) bool { return letters(w) }
