package beliefmap

import "reckon/reading"

// Said lists the statements of cause and effect in a document, each cause of a
// list by itself.
func Said(a *reading.Account) []Edge {
	var all []Edge
	for _, it := range a.Items {
		if it.Type != reading.Cause || it.Effect == nil {
			continue
		}
		sign := it.Sign
		if it.Negated {
			sign = 0
		}
		for _, c := range it.Causes {
			all = append(all, Edge{
				Holder: it.Holder, Cause: a.Concept(c.Start, c.End), Effect: a.Concept(it.Effect.Start, it.Effect.End), Sign: sign, Certainty: it.Certainty,
				Document: it.Document, Start: it.Start, End: it.End, Quote: it.Text,
			})
		}
	}
	return all
}
