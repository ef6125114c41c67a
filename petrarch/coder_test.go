package petrarch

import (
	"strings"

	"reckon/grammar"
)

// tagged makes a sentence of words with tags: "went/VERB"; a third part is the
// Penn tag.
func tagged(s string) grammar.Sentence {
	var out grammar.Sentence
	at := 0
	for w := range strings.FieldsSeq(s) {
		parts := strings.Split(w, "/")
		t := grammar.Token{Text: parts[0], Start: at, End: at + len(parts[0]), Head: -1}
		if len(parts) > 1 {
			t.Tag = grammar.Tag(parts[1])
		}
		if len(parts) > 2 {
			t.Form = grammar.Form(parts[2])
		}
		at = t.End + 1
		out.Tokens = append(out.Tokens, t)
	}
	out.End = at
	return out
}
