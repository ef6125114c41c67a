package quotation

import (
	"sort"
	"strings"

	"reckon/grammar"
	"reckon/names"
)

// view is a text as one row of tokens, with the mentions found by token.
type view struct {
	parsed   *grammar.Text
	text     string
	tokens   []*grammar.Token
	sentence []int32
	first    []int // of each sentence, its first token in the row
	block    []int // of each sentence
	cast     *names.Cast
	mention  []int32 // of each token, the shortest mention that covers it; -1
}

func look(t *grammar.Text, c *names.Cast) *view {
	n := 0
	for k := range t.Sentences {
		n += len(t.Sentences[k].Tokens)
	}
	v := &view{parsed: t, text: t.Document.Text, cast: c, tokens: make([]*grammar.Token, 0, n), sentence: make([]int32, 0, n), mention: make([]int32, n)}
	for k := range t.Sentences {
		s := &t.Sentences[k]
		v.first = append(v.first, len(v.tokens))
		v.block = append(v.block, s.Block)
		for i := range s.Tokens {
			v.tokens = append(v.tokens, &s.Tokens[i])
			v.sentence = append(v.sentence, int32(k))
		}
	}
	v.first = append(v.first, len(v.tokens))
	for i := range v.mention {
		v.mention[i] = -1
	}
	for k, m := range c.Mentions {
		from, to := v.span(m)
		for i := from; i < to; i++ {
			if old := v.mention[i]; old < 0 || v.length(int(old)) > m.To-m.From {
				v.mention[i] = int32(k)
			}
		}
	}
	return v
}

// span gives the tokens of a mention in the row.
func (v *view) span(m names.Mention) (from, to int) {
	if m.Sentence < 0 || m.Sentence >= len(v.block) {
		return 0, 0
	}
	base, end := v.first[m.Sentence], v.first[m.Sentence+1]
	return min(base+max(m.From, 0), end), min(base+max(m.To, 0), end)
}

// head gives the token in the row that heads a mention.
func (v *view) head(m names.Mention) int {
	from, to := v.span(m)
	return max(from, min(v.first[m.Sentence]+m.Head, to-1))
}

func (v *view) length(mention int) int {
	m := v.cast.Mentions[mention]
	return m.To - m.From
}

// at gives the first token that starts at a byte or later.
func (v *view) at(b int) int {
	return sort.Search(len(v.tokens), func(i int) bool { return v.tokens[i].Start >= b })
}

// sentenceStart and sentenceEnd bound the sentence of a token in the row.
func (v *view) sentenceStart(i int) int { return v.first[v.sentence[i]] }
func (v *view) sentenceEnd(i int) int   { return v.first[v.sentence[i]+1] }

func (v *view) blockOf(i int) int { return v.block[v.sentence[i]] }

// word gives a token in lower case; "" beyond the ends.
func (v *view) word(i int) string {
	if i < 0 || i >= len(v.tokens) {
		return ""
	}
	return strings.ToLower(v.tokens[i].Text)
}

func (v *view) cues(i int) cues {
	if i < 0 || i >= len(v.tokens) {
		return 0
	}
	return cuesOf(v.tokens[i].Text)
}

// verb says whether a word of the list stands here as a verb. Without tags it
// trusts the list, but not after an article or a possessive.
func (v *view) verb(i int, want cues) bool {
	if v.cues(i)&want == 0 {
		return false
	}
	tag := v.tokens[i].Tag
	if tag == "" {
		first := v.tokens[i].Text[0]
		return !determiner(v.word(i-1)) && first >= 'a'
	}
	if tag == grammar.Verb || tag == grammar.Auxiliary {
		return true
	}
	next := v.word(i + 1) // ", tweeting," is a verb whatever its tag
	return strings.HasSuffix(v.tokens[i].Text, "ing") && v.word(i-1) == "," && (next == "," || next == ":" || mark(next))
}

// finite says whether a token can be the verb of a clause of its own.
func (v *view) finite(i int) bool {
	if form := v.tokens[i].Form; form != "" {
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
