package causality

import (
	"slices"

	"reckon/grammar"
)

// mended gives the tokens of a sentence. Where the tagger saw no verb at all, the
// noun that can best be a verb of causation is taken for one: "high rates
// discourage firms". The rules then go by the order of words.
func mended(s *grammar.Sentence) []grammar.Token {
	n := len(s.Tokens)
	if n < 5 || s.Tokens[0].Tag == "" || s.Tokens[n-1].Text != "." {
		return s.Tokens
	}
	at, most := -1, 0
	for i := 1; i < n-2; i++ {
		t := &s.Tokens[i]
		if t.Form.Finite() || t.Tag == grammar.Verb && t.Form == "VBN" {
			return s.Tokens
		}
		if fit := verbal(s.Tokens, i); fit > most {
			at, most = i, fit
		}
	}
	if at < 0 {
		return s.Tokens
	}
	tokens := slices.Clone(s.Tokens)
	t := &tokens[at]
	t.Form = "VBP"
	if t.Lemma != t.Text {
		t.Form = "VBZ"
	}
	t.Tag, t.Relation, t.Head = grammar.Verb, grammar.Root, at
	return tokens
}

// verbal says how well a noun could be a verb with an object or a phrase: 0 not.
func verbal(tokens []grammar.Token, i int) int {
	t, before, after := &tokens[i], &tokens[i-1], &tokens[i+1]
	if t.Tag != grammar.Noun || len(verbs[t.Lemma]) == 0 || before.Tag != grammar.Noun && before.Tag != grammar.Name && before.Tag != grammar.Adjective {
		return 0
	}
	switch after.Tag {
	case grammar.Determiner, grammar.Pronoun:
		return 3
	case grammar.Adposition:
		return 1
	case grammar.Noun, grammar.Name, grammar.Adjective:
		return 2
	default:
		return 0
	}
}
