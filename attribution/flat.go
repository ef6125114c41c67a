package attribution

import (
	"slices"
	"strings"

	"reckon/grammar"
	"reckon/quotation"
)

// Tags under short names.
const (
	adj   = grammar.Adjective
	adp   = grammar.Adposition
	adv   = grammar.Adverb
	aux   = grammar.Auxiliary
	cconj = grammar.Coordinator
	det   = grammar.Determiner
	noun  = grammar.Noun
	num   = grammar.Numeral
	part  = grammar.Particle
	pron  = grammar.Pronoun
	propn = grammar.Name
	punct = grammar.Punctuation
	sconj = grammar.Subordinator
	sym   = grammar.Symbol
	verb  = grammar.Verb
)

// word is a token of the text laid flat: contents and quotations run over the
// ends of sentences, rules must too.
type word struct {
	*grammar.Token
	low      string
	sentence int
	quote    int // the outermost quotation around it, its marks included; -1
	verb     *form
	noun     *form
}

// flat is a text as one row of words.
type flat struct {
	text   *grammar.Text
	words  []word
	starts []int // first word of each sentence, and one more at the end
	quotes []quoted
}

// quoted is a quotation as words, marks included.
type quoted struct {
	span
	index int // into the quotations given
	kind  quotation.Kind
}

// span is a half-open range of words.
type span struct{ from, to int }

func (s span) empty() bool       { return s.to <= s.from }
func (s span) meets(o span) bool { return s.from < o.to && o.from < s.to }

func lay(t *grammar.Text, quotes []quotation.Quotation) *flat {
	n := 0
	for i := range t.Sentences {
		n += len(t.Sentences[i].Tokens)
	}
	f := &flat{text: t, words: make([]word, 0, n), starts: make([]int, 0, len(t.Sentences)+1)}
	for si := range t.Sentences {
		f.starts = append(f.starts, len(f.words))
		for k := range t.Sentences[si].Tokens {
			tok := &t.Sentences[si].Tokens[k]
			low := strings.ToLower(tok.Text)
			f.words = append(f.words, word{tok, low, si, -1, words.verbs[low], words.nouns[low]})
		}
	}
	f.starts = append(f.starts, len(f.words))
	f.quote(quotes)
	return f
}

// quote lays the outermost quotations over the words.
func (f *flat) quote(quotes []quotation.Quotation) {
	at := 0
	for qi, q := range quotes {
		if q.Within >= 0 {
			continue
		}
		for at < len(f.words) && f.words[at].Start < q.Start {
			at++
		}
		from := at
		for at < len(f.words) && f.words[at].End <= q.End {
			f.words[at].quote = len(f.quotes)
			at++
		}
		f.quotes = append(f.quotes, quoted{span{from, at}, qi, q.Kind})
	}
}

// sentence gives the range of words of the sentence that holds one.
func (f *flat) sentence(i int) span {
	s := f.words[i].sentence
	return span{f.starts[s], f.starts[s+1]}
}

// block tells in which block of the document a word stands.
func (f *flat) block(i int) int { return f.text.Sentences[f.words[i].sentence].Block }

// is reports whether a word, which may lie outside the text, is one of a list.
func (f *flat) is(i int, list ...string) bool {
	if i < 0 || i >= len(f.words) {
		return false
	}
	return slices.Contains(list, f.words[i].low)
}

// among reports whether a word is one of some parts of speech.
func (f *flat) among(i int, tags ...grammar.Tag) bool { return slices.Contains(tags, f.tag(i)) }

// tag gives the part of speech of a word, which may lie outside the text.
func (f *flat) tag(i int) grammar.Tag {
	if i < 0 || i >= len(f.words) {
		return ""
	}
	return f.words[i].Tag
}

func (f *flat) low(i int) string {
	if i < 0 || i >= len(f.words) {
		return ""
	}
	return f.words[i].low
}

// finite reports whether a word is a verb or auxiliary that carries tense.
func (f *flat) finite(i int) bool {
	w := &f.words[i]
	return (w.Tag == verb || w.Tag == aux) && w.Form.Finite()
}

func (f *flat) comma(i int) bool { return f.is(i, ",", "--", "–", "—", "-") }

// stop reports whether a word ends a sentence.
func (f *flat) stop(i int) bool { return f.is(i, ".", "!", "?", "...", "…") }

// mark reports whether a word is a quotation mark.
func (f *flat) mark(i int) bool { return f.is(i, "\"", "“", "”", "''", "``", "‘", "’", "'") }

// relative reports whether a word is a relative pronoun, as far as a word tells.
func (f *flat) relative(i int) bool { return f.is(i, "who", "which", "that", "whom", "whose", "what") }

// nominal reports whether a word may stand inside a noun phrase.
func (f *flat) nominal(i int) bool {
	return f.among(i, noun, propn, num, adj, det, sym) || f.tag(i) == pron && !f.relative(i) || f.is(i, "'s", "’s", "%", "&", "$") ||
		f.tag(i) == part && f.is(i, "'", "’")
}

// headlike reports whether a word may be the last of a noun phrase.
func (f *flat) headlike(i int) bool {
	return f.among(i, noun, propn, num, sym) || f.among(i, pron, det, adj) && !f.relative(i) && !possessive[f.low(i)] || f.is(i, "%")
}

// possessive pronouns lead a noun phrase and never end one.
var possessive = map[string]bool{"his": true, "her": true, "its": true, "their": true, "my": true, "our": true, "your": true, "whose": true}

// nominative pronouns are subjects by their form.
var nominative = map[string]bool{"he": true, "she": true, "they": true, "i": true, "we": true, "it": true, "you": true, "there": true}
