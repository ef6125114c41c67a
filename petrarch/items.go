package petrarch

import (
	"strings"

	"reckon/grammar"
)

// item is one word: a token, or tokens that a hyphen joins.
type item struct {
	upper    string
	tag      grammar.Tag
	form     grammar.Form
	relation grammar.Relation
	token    int // the last of its tokens
	head     int // item; -1
	chunk    int // index; -1
	named    int // chunk by name that it belongs to, from 1; 0 none
	isAgent  bool
}

// isVerb tells verbs, auxiliaries among them, from other words.
func (w item) isVerb() bool { return w.tag == "VERB" || w.tag == "AUX" }

// inName tells whether an untied name may pass over the word.
func (w item) inName() bool {
	switch w.tag {
	case "PUNCT", "CCONJ", "SCONJ", "ADP", "VERB", "AUX":
		return false
	default:
		return true
	}
}

// items makes words of tokens: what hyphens or slashes join without a blank is one
// word, what an underscore joins is several.
func items(s *grammar.Sentence) []item {
	words := make([]item, 0, len(s.Tokens))
	at := make([]int, len(s.Tokens))
	glue := false
	for i, t := range s.Tokens {
		touches := i > 0 && s.Tokens[i-1].End == t.Start && len(words) > 0
		hyphen := t.Text == "-" || t.Text == "/"
		if touches && (glue || hyphen && i+1 < len(s.Tokens) && s.Tokens[i+1].Start == t.End) {
			w := &words[len(words)-1]
			w.upper += strings.ToUpper(t.Text)
			if !hyphen {
				w.tag, w.form, w.relation, w.token = t.Tag, t.Form, t.Relation, i
			}
			glue = hyphen
			at[i] = len(words) - 1
			continue
		}
		glue = false
		for piece := range strings.SplitSeq(strings.ReplaceAll(strings.ToUpper(t.Text), "’", "'"), "_") {
			if piece != "" {
				words = append(words, item{upper: piece, tag: t.Tag, form: t.Form, relation: t.Relation, token: i, chunk: -1})
			}
		}
		at[i] = max(0, len(words)-1)
	}
	for i := range words {
		words[i].head = -1
		if h := s.Tokens[words[i].token].Head; h >= 0 && h < len(at) && words[i].relation != "" {
			words[i].head = at[h]
		}
	}
	return words
}
