package priority

import (
	"strings"

	"reckon/grammar"
	"reckon/names"
)

// word is a token as patterns see it.
type word struct {
	lower  string
	family family
}

// view is a text as one row of tokens.
type view struct {
	parsed   *grammar.Text
	text     string
	tokens   []*grammar.Token
	words    []word
	sentence []int32
	first    []int // of each sentence, its first token in the row
	cast     *names.Cast
	mention  []int32 // of each token, the shortest mention that covers it; -1
}

func look(t *grammar.Text, c *names.Cast) *view {
	n := 0
	for k := range t.Sentences {
		n += len(t.Sentences[k].Tokens)
	}
	v := &view{parsed: t, text: t.Document.Text, cast: c, tokens: make([]*grammar.Token, 0, n), words: make([]word, 0, n), sentence: make([]int32, 0, n), mention: make([]int32, n)}
	for k := range t.Sentences {
		s := &t.Sentences[k]
		v.first = append(v.first, len(v.tokens))
		for i := range s.Tokens {
			tok := &s.Tokens[i]
			lower := strings.ToLower(tok.Text)
			f := words[lower]
			if tok.Lemma != "" && tok.Lemma != lower {
				f |= words[tok.Lemma]
			}
			v.tokens = append(v.tokens, tok)
			v.words = append(v.words, word{lower, f})
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
			if old := v.mention[i]; old < 0 || c.Mentions[old].To-c.Mentions[old].From > m.To-m.From {
				v.mention[i] = int32(k)
			}
		}
	}
	return v
}

// span gives the tokens of a mention in the row.
func (v *view) span(m names.Mention) (from, to int) {
	if m.Sentence < 0 || m.Sentence+1 >= len(v.first) {
		return 0, 0
	}
	base, end := v.first[m.Sentence], v.first[m.Sentence+1]
	return min(base+max(m.From, 0), end), min(base+max(m.To, 0), end)
}

func (v *view) low(i int) int  { return v.first[v.sentence[i]] }
func (v *view) high(i int) int { return v.first[v.sentence[i]+1] }

func (v *view) parse(i int) *grammar.Sentence { return &v.parsed.Sentences[v.sentence[i]] }

func (v *view) is(i int, lower string) bool {
	return i >= 0 && i < len(v.words) && v.words[i].lower == lower
}

func (v *view) in(i int, f family) bool {
	return i >= 0 && i < len(v.words) && v.words[i].family&f != 0
}

// pause says whether a token ends a clause for sure.
func (v *view) pause(i int) bool {
	switch v.words[i].lower {
	case ".", "!", "?", ";", ":", "—", "–", "…":
		return true
	}
	return false
}

// verb says whether a token is tagged as a verb, or not tagged. After he or they
// nothing else can stand, whatever the tag says.
func (v *view) verb(i int) bool {
	tag := v.tokens[i].Tag
	return tag == "" || tag == grammar.Verb || tag == grammar.Auxiliary || i > v.low(i) && nominative(v.words[i-1].lower)
}

// noun says whether a token is tagged as a noun, or not tagged.
func (v *view) noun(i int) bool {
	tag := v.tokens[i].Tag
	return tag == "" || tag == grammar.Noun || tag == grammar.Name
}

// finite says whether a token carries tense.
func (v *view) finite(i int) bool { return v.tokens[i].Form.Finite() }

func determiner(w string) bool {
	switch w {
	case "a", "an", "the", "this", "these", "those", "his", "her", "its", "their", "our", "my", "your", "another", "one", "any":
		return true
	}
	return false
}

func opening(w string) bool { return w == "“" || w == "\"" || w == "``" || w == "„" || w == "«" }

func mark(w string) bool {
	switch w {
	case "“", "”", "\"", "''", "‘", "’", "'", "«", "»", "(", ")", ",", ";", ":", ".":
		return true
	}
	return false
}
