package grammar

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed words/verbs.txt
var verbLines string

//go:embed words/pasts.txt
var pastLines string

// pasts lists past forms that are nothing else.
var pasts = table(pastLines)

// verbs lists the verbs, with noun said of those that are nouns too.
var verbs = table(verbLines)

// thirdPerson maps the -s forms of listed verbs to whether they are plural nouns
// too: claims is, denies is not.
var thirdPerson = thirdPersons(verbLines)

func thirdPersons(lines string) map[string]bool {
	forms := map[string]bool{}
	for entry := range Entries(lines) {
		word, rest, _ := strings.Cut(entry, " ")
		forms[withS(word)] = rest == "noun"
	}
	return forms
}

// withS gives the third person of a verb by its spelling.
func withS(word string) string {
	n := len(word)
	switch {
	case n > 1 && word[n-1] == 'y' && !vowel(word[n-2]):
		return word[:n-1] + "ies"
	case strings.HasSuffix(word, "s"), strings.HasSuffix(word, "sh"), strings.HasSuffix(word, "ch"),
		strings.HasSuffix(word, "x"), strings.HasSuffix(word, "z"), strings.HasSuffix(word, "o"):
		return word + "es"
	}
	return word + "s"
}

// A repair changes the tag of a word where the words around demand another. The
// treebank has few of the verbs of news in the present, so that the tagger takes
// "the ministry fears" for a compound noun.
type repair struct {
	name    string
	from    label
	to      label
	demands func(s sight, i int) bool
}

// Labels that repairs read and write.
var (
	pluralNoun  = label{Noun, "NNS"}
	thirdVerb   = label{Verb, "VBZ"}
	commonNoun  = label{Noun, "NN"}
	adjective   = label{Adjective, "JJ"}
	pastVerb    = label{Verb, "VBD"}
	pastHelping = label{Auxiliary, "VBD"}
	pluralVerb  = label{Verb, "VBP"}
	infinitive  = label{Verb, "VB"}
	participle  = label{Verb, "VBN"}
)

// repairs in the order in which they go over a sentence: nouns that were taken for
// verbs first, since verbs are looked for where a clause has none.
var repairs = [...]repair{
	{"plural before its verb", thirdVerb, pluralNoun, sight.beforeVerb},
	{"noun after a paired compound", thirdVerb, pluralNoun, sight.afterPair},
	{"past of an irregular verb", commonNoun, pastVerb, sight.irregularPast},
	{"past before a pronoun", adjective, pastVerb, sight.pastBeforePronoun},
	{"had before its subject", pastVerb, pastHelping, sight.hadInverted},
	{"verb after its pronoun", pluralNoun, thirdVerb, sight.afterPronoun},
	{"verb that is no noun", pluralNoun, thirdVerb, sight.noNoun},
	{"verb after a singular article", pluralNoun, thirdVerb, sight.afterSingular},
	{"third person for an infinitive", infinitive, thirdVerb, sight.third},
	{"verb of a clause without one", pluralNoun, thirdVerb, sight.onlyVerb},
	{"verb of plurals without one", commonNoun, pluralVerb, sight.onlyPlural},
	{"past of a clause without one", participle, pastVerb, sight.onlyPast},
}

// sight is a tagged sentence that repairs look at.
type sight struct{ tokens []Token }

// repair mends the tags of a sentence and reports each change.
func (s sight) repair(changed func(i int, rule *repair)) {
	for k := range repairs {
		r := &repairs[k]
		for i := range s.tokens {
			if t := &s.tokens[i]; t.Form == r.from.form && t.Tag == r.from.tag && r.demands(s, i) {
				t.Tag, t.Form = r.to.tag, r.to.form
				changed(i, r)
			}
		}
	}
}

// listed gives what is known of an -s form: whether it is a listed verb, and
// whether a noun too.
func (s sight) listed(i int) (verb, noun bool) {
	text := s.tokens[i].Text
	if len(text) < 4 || text[len(text)-1] != 's' {
		return false, false
	}
	noun, verb = thirdPerson[lower(text)]
	return verb, noun
}

// afterPronoun: "he fears", "the ministry, which claims", "the rule that limits it".
func (s sight) afterPronoun(i int) bool {
	if verb, _ := s.listed(i); !verb {
		return false
	}
	k := s.overAdverbs(i - 1)
	if !s.tag(k, Pronoun, Subordinator) || s.tokens[k].Text == "IT" {
		return false
	}
	switch {
	case s.is(k, "he", "she", "who"):
		return true
	case s.is(k, "it"):
		return !s.tag(k-1, Verb, Adposition)
	case s.is(k, "which"):
		return s.is(k-1, ",") && s.object(i+1)
	case s.is(k, "that"):
		return k == i-1 && s.tag(k-1, Noun, Name) && s.object(i+1) && !s.finiteAfter(i)
	}
	return false
}

// noNoun: "the crisis undermines", "the crisis, in turn, undermines the".
func (s sight) noNoun(i int) bool {
	verb, noun := s.listed(i)
	if !verb || noun || i == 0 {
		return false
	}
	k := s.overAdverbs(i - 1)
	return s.tag(k, Noun, Name, Pronoun) && s.tokens[k].Form != "PRP$" || (s.tag(k, Adjective) || s.is(k, ",")) && s.object(i+1)
}

// afterSingular: "a spokesman claims that", where no plural noun can follow the
// article.
func (s sight) afterSingular(i int) bool {
	if verb, _ := s.listed(i); !verb || !s.singular(i-1) || !s.object(i+1) && !s.opens(i+1) {
		return false
	}
	k := i - 1
	for s.tag(k, Noun, Name, Adjective) && s.tokens[k].Form != "NNS" {
		k--
	}
	return s.is(k, "a", "an", "this", "each", "every", "another")
}

// onlyVerb: "the ministry fears that", "Iran plans to build", where the clause has
// no other verb and starts with this noun phrase. A plain noun or a preposition
// follows only where the whole sentence lacks a verb.
func (s sight) onlyVerb(i int) bool {
	if verb, _ := s.listed(i); !verb {
		return false
	}
	k := s.overAdverbs(i - 1)
	if !s.singular(k) || s.finiteAfter(i) {
		return false
	}
	start := s.phraseStart(k)
	if !s.startsClause(start) {
		return false
	}
	switch {
	case s.object(i + 1), s.opens(i + 1):
		return true
	case s.is(i+1, "of", ",", "and", "or"):
		return false
	case s.is(start-1, "if", "unless", "because", "although", "though", "while", "whether", "when"):
		return true
	}
	return s.tag(i+1, Noun, Name, Adjective, Adposition) && s.verbless()
}

// third: no infinitive ends in a single s after these letters.
func (s sight) third(i int) bool {
	w := lower(s.tokens[i].Text)
	n := len(w)
	return n > 3 && w[n-1] == 's' && strings.IndexByte("saiu", w[n-2]) < 0 && !s.is(i-1, "to") && !s.tag(i-1, Auxiliary)
}

// onlyPlural: "many towns fear that", where the clause has no other verb.
func (s sight) onlyPlural(i int) bool {
	if i == 0 || s.tokens[i-1].Form != "NNS" || !s.object(i+1) && !s.is(i+1, "that") {
		return false
	}
	_, verb := verbs[lower(s.tokens[i].Text)]
	if !verb || s.finiteAfter(i) {
		return false
	}
	k := s.phraseStart(i - 1)
	return !s.tag(k, Adposition) && s.clauseAt(k)
}

// onlyPast: "the army captured the town", where the clause has no other verb.
func (s sight) onlyPast(i int) bool {
	k := s.overAdverbs(i - 1)
	return s.tag(k, Noun, Name, Pronoun) && s.object(i+1) && s.startsClause(s.phraseStart(k)) && !s.finiteAfter(i)
}

// beforeVerb: "that traders had hoped", but "what he fears will come".
func (s sight) beforeVerb(i int) bool {
	_, noun := s.listed(i)
	return noun && s.is(i+1, "are", "were", "have", "had", "will", "would", "could", "may", "might", "must", "can", "should") &&
		s.tag(i+1, Auxiliary) && !s.tag(s.overAdverbs(i-1), Pronoun, Name)
}

// afterPair: "door-to-door calls" holds a noun.
func (s sight) afterPair(i int) bool {
	_, noun := s.listed(i)
	return noun && i > 4 && s.is(i-2, "-") && s.is(i-4, "-") && s.is(i-3, "to", "by", "for", "on", "versus")
}

// irregularPast: "the ship sank".
func (s sight) irregularPast(i int) bool {
	_, ok := pasts[lower(s.tokens[i].Text)]
	return ok && s.tag(s.overAdverbs(i-1), Noun, Name, Pronoun)
}

// pastBeforePronoun: "the plans worried them".
func (s sight) pastBeforePronoun(i int) bool {
	return strings.HasSuffix(s.tokens[i].Text, "ed") && s.is(i+1, "them", "him", "us", "me", "it") && s.tag(s.overAdverbs(i-1), Noun, Name)
}

// hadInverted: "Had the deal been signed, the war would …".
func (s sight) hadInverted(i int) bool {
	if !s.inverts(i, "had") {
		return false
	}
	k := i + 1
	for k < len(s.tokens) && s.tag(k, Determiner, Adjective, Noun, Name, Pronoun, Numeral, Particle, Adverb, Adposition) {
		k++
	}
	if k == i+1 || k == len(s.tokens) || s.tokens[k].Form != "VBN" && s.tokens[k].Form != "VBD" {
		return false
	}
	for ; k+1 < len(s.tokens); k++ {
		if s.is(k, ",") {
			return s.modalAfter(k)
		}
	}
	return false
}

// inverts reports whether a word is one of some auxiliaries and opens a clause.
func (s sight) inverts(i int, auxiliaries ...string) bool {
	if !s.is(i, auxiliaries...) {
		return false
	}
	capital := s.tokens[i].Text[0] < 'a'
	return i == 0 || capital && s.tag(i-1, Punctuation) || s.is(i-1, ",") && s.is(i-2, "that") || s.is(i-1, "that")
}

// modalAfter reports whether a modal follows.
func (s sight) modalAfter(i int) bool {
	for k := i + 1; k < len(s.tokens); k++ {
		if s.tokens[k].Form == "MD" {
			return true
		}
	}
	return false
}

// overAdverbs steps left over adverbs.
func (s sight) overAdverbs(k int) int {
	for k > 0 && s.tag(k, Adverb) {
		k--
	}
	return k
}

// singular reports whether a word may end a singular noun phrase.
func (s sight) singular(k int) bool {
	return s.tag(k, Name) || s.tag(k, Noun) && s.tokens[k].Form == "NN"
}

// phraseStart gives the first word of the noun phrase that ends in a word, with
// the phrases and prepositions before it.
func (s sight) phraseStart(k int) int {
	for k > 0 && (s.tag(k-1, Determiner, Adjective, Noun, Name, Numeral, Adposition) || s.tokens[k-1].Form == "POS" || s.tokens[k-1].Form == "PRP$") {
		k--
	}
	return k
}

// startsClause reports whether a word opens a noun phrase that opens a clause.
func (s sight) startsClause(k int) bool {
	return (s.tag(k, Determiner, Name, Numeral) || s.tokens[k].Form == "PRP$") && s.clauseAt(k)
}

// clauseAt reports whether a clause may begin at a word, by the word before it.
func (s sight) clauseAt(k int) bool {
	switch {
	case k == 0, s.tag(k-1, Subordinator):
		return true
	case s.tag(k-1, Punctuation):
		return s.tokens[k-1].Form != "HYPH"
	case s.tag(k-1, Coordinator):
		return k == 1 || s.is(k-2, ",")
	}
	return s.is(k-1, "that", "said", "says", "say", "thinks", "think", "thought", "believes", "believe", "believed")
}

// finiteAfter reports whether another tensed verb follows in the clause.
func (s sight) finiteAfter(i int) bool {
	for k := i + 1; k < len(s.tokens); k++ {
		switch {
		case s.tokens[k].Form.Finite() && s.tag(k, Verb, Auxiliary):
			return true
		case s.tag(k, Subordinator, Coordinator), s.is(k, ",", ";", ":", "that", "who", "which", "what", "how", "why", "where", "when"):
			return false
		}
	}
	return false
}

// verbless reports whether words that a full stop makes a sentence lack a tensed verb.
func (s sight) verbless() bool {
	for i := range s.tokens {
		if s.tokens[i].Form.Finite() && s.tag(i, Verb, Auxiliary) {
			return false
		}
	}
	return s.is(len(s.tokens)-1, ".")
}

// object reports whether a noun phrase starts at a word for certain.
func (s sight) object(i int) bool {
	return s.tag(i, Determiner, Pronoun) && !s.is(i, "that", "who", "which", "whom", "whose", "what")
}

// opens reports whether what a verb governs starts at a word: a clause or an
// infinitive.
func (s sight) opens(i int) bool {
	if s.is(i, "that") {
		return !s.tag(i+1, Verb, Auxiliary) || !s.tokens[i+1].Form.Finite()
	}
	return s.is(i, "whether", "how", "why", "what") || s.is(i, "to") && i+1 < len(s.tokens) && s.tokens[i+1].Form == "VB"
}

// tag reports whether a word, which may lie outside the sentence, has one of some
// tags.
func (s sight) tag(i int, tags ...Tag) bool {
	return i >= 0 && i < len(s.tokens) && slices.Contains(tags, s.tokens[i].Tag)
}

// is reports whether a word, which may lie outside the sentence, is one of a list.
func (s sight) is(i int, list ...string) bool {
	if i < 0 || i >= len(s.tokens) {
		return false
	}
	w := s.tokens[i].Text
	for _, l := range list {
		if len(w) == len(l) && strings.EqualFold(w, l) {
			return true
		}
	}
	return false
}
