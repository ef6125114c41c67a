package reading

// Mentions lists the IDs of the entities spoken of in a stretch of code points,
// in the order of the text.
func (a *Account) Mentions(from, to int) []string {
	var ids []string
	at := a.offsets
	for _, m := range a.Cast.Mentions {
		if m.Entity < 0 {
			continue
		}
		tokens := a.Text.Sentences[m.Sentence].Tokens
		if at.Point(tokens[m.From].Start) >= from && at.Point(tokens[m.To-1].End) <= to {
			ids = append(ids, a.Cast.Entities[m.Entity].ID)
		}
	}
	return ids
}
