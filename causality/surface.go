package causality

import "slices"

// Where the parse gives a verb no subject or object, or a broken one, the order of
// words does: in English both stand beside the verb.

// group is where the words of a verb start: its auxiliaries and adverbs.
func (v *view) group(i int) int {
	for i > 0 && (v.tag(i-1, "AUX", "ADV") || v.word(i-1, "not", "n't", "n’t", "to")) && !v.word(i-1, "why", "how", "where", "when", "then", "hence", "thus", "therefore") {
		i--
	}
	return i
}

// ground is the noun phrase before the words of a tensed verb, over a parenthesis
// between commas. Without one it is empty.
func (v *view) ground(i int) span {
	hi := v.group(i)
	if hi > 1 && v.word(hi-1, ",") {
		for k := hi - 2; k > max(0, hi-8); k-- {
			if v.word(k, ",") {
				hi = k
				break
			}
		}
	}
	lo := hi
	for lo > 0 && v.nominal(lo-1) {
		lo--
	}
	for lo < hi && (v.tag(lo, "CCONJ", "PUNCT") || v.tag(lo, "ADV") && lo+1 < hi) {
		lo++
	}
	if lo < hi && v.tag(lo, "ADP") { // "With them the war": no subject can be told
		return span{hi, hi}
	}
	return span{lo, hi}
}

// nominal says whether a token can stand within a noun phrase with its prepositions.
func (v *view) nominal(i int) bool {
	switch {
	case v.tag(i, "DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "CCONJ", "ADV", "SYM"):
		return !v.word(i, "why", "how", "then", "hence", "thus", "therefore", "but")
	case v.tag(i, "PRON"):
		return !v.word(i, "which", "who", "that", "what")
	case v.form(i) == "VBG" || v.form(i) == "VBN" && v.relation(i) == "amod" || v.form(i) == "POS":
		return true
	}
	return v.word(i, "’s", "'s", "“", "”", "\"")
}

// coreNoun of a phrase: the last nominal before its first preposition or clause.
// A gerund that opens the phrase is its core.
func (v *view) coreNoun(s span) int {
	best := -1
	for i := s.lo; i < s.hi; i++ {
		if v.form(i) == "VBG" && best < 0 {
			return i
		}
		if best >= 0 && (v.tag(i, "ADP", "SCONJ", "VERB") || v.isMark(i) && !v.word(i, "“", "”")) {
			break
		}
		if v.tag(i, "NOUN", "PROPN", "PRON") {
			best = i
		}
	}
	if best < 0 {
		return s.lo
	}
	return best
}

// reads finds the effect of a verb in the words after it.
func (v *view) reads(i int, f frame) (span, bool) {
	end := v.stretch(i + 1)
	at := i + 1
	if len(f.nouns) > 0 {
		if at >= end || !slices.Contains(f.nouns, v.low[at]) {
			return span{}, false
		}
		if f.object {
			return span{at, end}, true
		}
		return v.after(f.by, at+1, end)
	}
	if s, ok := v.after(f.by, at, end); ok {
		return s, ok
	}
	switch {
	case at >= end:
		return span{}, false
	case f.why && v.word(at, "why", "how"):
		return span{at, end}, true
	case f.do && v.infinitive(at, end) || f.object && v.tag(at, "DET", "NOUN", "PROPN", "ADJ", "NUM"):
		return span{at, end}, true
	}
	return span{}, false
}

// after is what follows one of some prepositions at a place, adverbs between left out.
func (v *view) after(prepositions []string, at, end int) (span, bool) {
	for k := at; k < min(at+5, end-1); k++ {
		if v.word(k, prepositions...) {
			return span{k + 1, end}, true
		}
		if v.isMark(k) || v.tag(k, "NOUN", "PROPN", "PRON", "DET", "ADP", "NUM") {
			break
		}
	}
	return span{}, false
}

// infinitive says whether a noun phrase and an infinitive stand at a place.
func (v *view) infinitive(at, end int) bool {
	for k := at + 1; k < min(at+10, end-1); k++ {
		if v.word(k, "to") && v.tag(k+1, "VERB", "AUX") {
			return true
		}
		if !v.nominal(k) {
			return false
		}
	}
	return false
}

// stretch is where the words that complete a verb end: at a mark or a further clause.
func (v *view) stretch(at int) int {
	for i := at; i < len(v.low); i++ {
		if v.hard(i) || v.word(i, ",") && !v.listing(i) || v.word(i, "while", "because", "although", "though", "whereas", "unless", "if") {
			return i
		}
	}
	return len(v.low)
}

// listing says whether a comma goes on with a list of nouns or adjectives.
func (v *view) listing(i int) bool {
	k := i + 1
	if v.word(k, "and", "or") {
		k++
	}
	for n := 0; k < len(v.low) && n < 6; k, n = k+1, n+1 {
		if v.finite(k) || v.tag(k, "PRON", "VERB", "AUX", "SCONJ") {
			return false
		}
		if v.word(k, ",", "and", "or") || v.hard(k) {
			return true
		}
	}
	return false
}
