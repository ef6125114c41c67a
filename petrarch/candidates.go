package petrarch

import "strings"

// verbal tells whether a word may be a verb here. Tags decide, but for words behind
// a modal or "to", participles that a tagger takes for adjectives, and forms of
// several words of which one is a verb.
func (c *coder) verbal(i int) bool {
	w := c.words[i]
	verbs := c.d.verbs[w.upper]
	if verbs == nil {
		return false
	}
	if w.isVerb() {
		return w.relation != "amod" || i > 0 && c.words[i-1].tag == "CCONJ"
	}
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		switch before := c.words[k]; {
		case before.form == "MD", before.form == "TO":
			return true
		case before.tag == "AUX" && w.tag == "ADJ" && strings.HasSuffix(w.upper, "ED"):
			return true
		case before.tag == "ADV", before.upper == "NOT":
			continue
		}
		break
	}
	for _, v := range verbs {
		if from := i - v.at; from >= 0 && len(v.around) > 1 && v.around.at(c.words, from) == len(v.around) {
			for k := range v.around {
				if c.words[from+k].isVerb() {
					return true
				}
			}
		}
	}
	return false
}

// helps tells an auxiliary whose verb is in the dictionary: that one is coded.
func (c *coder) helps(i int) bool {
	w := c.words[i]
	if !strings.HasPrefix(string(w.relation), "aux") || w.head <= i {
		return false
	}
	_, ok := c.recognise(w.head)
	return ok
}

// within tells whether a word belongs to the complement of a coded verb before it.
func (c *coder) within(i int, coded map[int]bool) bool {
	switch subject := c.subject(i); {
	case subject <= 0:
	case c.words[subject-1].upper == "," && strings.HasPrefix(string(c.words[i].form), "VB") && c.words[i].form != "VBN":
		return false // ", an official said"
	case subordinate[c.words[subject-1].upper] && len(coded) > 0:
		return true // "after crowds stormed"
	}
	for steps := 0; steps < len(c.words); steps++ {
		w := c.words[i]
		if w.head < 0 || w.head == i {
			return false
		}
		if w.isVerb() && (w.relation == "amod" || w.relation == "conj" && !c.words[w.head].isVerb()) {
			return false // a coordinated verb that the parser took for part of a noun phrase
		}
		if coded[w.head] && w.relation != "conj" && w.relation != "parataxis" {
			return true
		}
		i = w.head
	}
	return false
}

// subject gives the first word of the noun phrase that stands right before a verb
// and its auxiliaries, or -1.
func (c *coder) subject(verb int) int {
	for i := verb - 1; i >= 0 && i >= verb-4; i-- {
		if n := c.words[i].chunk; n >= 0 {
			return c.chunks[n].from
		}
		if c.words[i].tag != "AUX" && c.words[i].tag != "ADV" {
			break
		}
	}
	return -1
}

// subordinate lists words that open a clause of time.
var subordinate = map[string]bool{"AFTER": true, "BEFORE": true, "SINCE": true, "UNTIL": true, "WHILE": true, "WHEN": true, "ONCE": true}
