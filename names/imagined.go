package names

import "reckon/grammar"

// noPerson reports whether a noun for people stands for something else: the figure
// for a number, the coast guard for a body, and chief before another noun.
func (f *finder) noPerson(i, to int, l left) bool {
	switch f.words[i].low {
	case "figure", "figures":
		return !l.hasState && (l.from == i || l.from == i-1 && article(f.words[l.from].low))
	case "guard":
		if i == 0 {
			return false
		}
		switch f.words[i-1].low {
		case "coast", "home", "national", "republican", "honor", "honour", "presidential":
			return true
		}
	case "chief", "principal", "superior":
		return to == i+1 && to < len(f.words) && f.s.Tokens[to].Tag == grammar.Noun && f.s.Tokens[i].Head == to
	}
	return false
}

// imagined reports whether a description speaks of nobody who is there: "without a
// strong king", "with a less patient president", "a new president would sign".
func (f *finder) imagined(l left, r role, to int) bool {
	if l.article != "a" && l.article != "an" && l.article != "some" {
		return false
	}
	for k := l.from; k < to; k++ {
		switch f.words[k].low {
		case "less", "more", "better", "stronger", "weaker", "wiser", "different":
			return true
		}
	}
	if l.from > 0 {
		switch f.words[l.from-1].low {
		case "without", "if", "unless", "whether", "lacking", "needs", "need", "like", "than":
			return true
		}
	}
	return (r.office != "" || r.class == "lead") && f.supposed(to)
}

// supposed reports whether the verb that a phrase is the subject of stands under a
// modal; what people of office would say is no supposition.
func (f *finder) supposed(to int) bool {
	verb := f.s.Tokens[to-1].Head
	if verb < to || !f.s.Tokens[to-1].Relation.Is(grammar.Nsubj) {
		return false
	}
	switch f.s.Tokens[verb].Lemma {
	case "say", "comment", "confirm", "reach", "discuss", "speak", "tell", "deny", "answer":
		return false
	}
	for k := to; k < verb; k++ {
		switch f.words[k].low {
		case "would", "could", "might", "may", "should", "'d", "’d":
			return true
		}
	}
	return false
}
