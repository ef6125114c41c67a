package grammar

import "reckon/document"

// Parse takes a document apart.
func Parse(d *document.Document) *Text {
	t := &Text{Document: d, Sentences: cut(d)}
	for i := range t.Sentences {
		words := t.Sentences[i].Tokens
		for k := range words {
			words[k].Lemma = lower(words[k].Text)
		}
	}
	return t
}
