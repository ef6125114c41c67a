package names

import "reckon/grammar"

// Row is a text as one row of tokens, with the mention that stands at each.
type Row struct {
	Tokens   []*grammar.Token
	Sentence []int32 // of each token
	First    []int   // of each sentence, its first token in the row; behind the last, the length of the row
	Mention  []int32 // of each token, the shortest mention that covers it; -1
}

// Row lays the tokens of the text that the cast was found in side by side. Time
// grows with the tokens and with the tokens of all mentions.
func (c *Cast) Row(t *grammar.Text) *Row {
	n := 0
	for k := range t.Sentences {
		n += len(t.Sentences[k].Tokens)
	}
	r := &Row{Tokens: make([]*grammar.Token, 0, n), Sentence: make([]int32, 0, n), Mention: make([]int32, n)}
	for k := range t.Sentences {
		s := &t.Sentences[k]
		r.First = append(r.First, len(r.Tokens))
		for i := range s.Tokens {
			r.Tokens = append(r.Tokens, &s.Tokens[i])
			r.Sentence = append(r.Sentence, int32(k))
		}
	}
	r.First = append(r.First, len(r.Tokens))
	for i := range r.Mention {
		r.Mention[i] = -1
	}
	for k, m := range c.Mentions {
		from, to := r.Span(m)
		for i := from; i < to; i++ {
			if old := r.Mention[i]; old < 0 || c.Mentions[old].To-c.Mentions[old].From > m.To-m.From {
				r.Mention[i] = int32(k)
			}
		}
	}
	return r
}

// Span gives the tokens of a mention in the row.
func (r *Row) Span(m Mention) (from, to int) {
	if m.Sentence < 0 || m.Sentence+1 >= len(r.First) {
		return 0, 0
	}
	base, end := r.First[m.Sentence], r.First[m.Sentence+1]
	return min(base+max(m.From, 0), end), min(base+max(m.To, 0), end)
}
