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
	*names.Row
	parsed *grammar.Text
	text   string
	words  []word
	cast   *names.Cast
}

func look(t *grammar.Text, c *names.Cast) *view {
	v := &view{Row: c.Row(t), parsed: t, text: t.Document.Text, cast: c}
	v.words = make([]word, len(v.Tokens))
	for i, tok := range v.Tokens {
		lower := strings.ToLower(tok.Text)
		f := words[lower]
		if tok.Lemma != "" && tok.Lemma != lower {
			f |= words[tok.Lemma]
		}
		v.words[i] = word{lower, f}
	}
	return v
}

func (v *view) low(i int) int  { return v.First[v.Sentence[i]] }
func (v *view) high(i int) int { return v.First[v.Sentence[i]+1] }

func (v *view) parse(i int) *grammar.Sentence { return &v.parsed.Sentences[v.Sentence[i]] }

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
	tag := v.Tokens[i].Tag
	return tag == "" || tag == grammar.Verb || tag == grammar.Auxiliary || i > v.low(i) && nominative(v.words[i-1].lower)
}

// noun says whether a token is tagged as a noun, or not tagged.
func (v *view) noun(i int) bool {
	tag := v.Tokens[i].Tag
	return tag == "" || tag == grammar.Noun || tag == grammar.Name
}

// finite says whether a token carries tense.
func (v *view) finite(i int) bool { return v.Tokens[i].Form.Finite() }

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
