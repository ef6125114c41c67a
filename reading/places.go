package reading

import (
	"slices"
	"strings"

	"reckon/grammar"
)

// Mentions lists the IDs of the entities that a stretch of code points names, in the
// order of the text. Who is only meant by a pronoun is not named.
func (a *Account) Mentions(from, to int) []string {
	var ids []string
	start, end := a.offsets.Byte(from), a.offsets.Byte(to)
	for n, _ := a.Text.At(start); n < len(a.Text.Sentences) && a.Text.Sentences[n].Start < end; n++ {
		tokens := a.Text.Sentences[n].Tokens
		for _, i := range a.Cast.In(n, 0, len(tokens)) {
			m := &a.Cast.Mentions[i]
			if m.Entity >= 0 && m.By != "pronoun" && tokens[m.From].Start >= start && tokens[m.To-1].End <= end {
				ids = append(ids, a.Cast.Entities[m.Entity].ID)
			}
		}
	}
	return ids
}

// Sentence gives the sentence that holds a code point; the zero Place when none does.
func (a *Account) Sentence(at int) Place {
	n, _ := a.Text.At(a.offsets.Byte(at))
	if n >= len(a.Text.Sentences) {
		return Place{}
	}
	s := &a.Text.Sentences[n]
	return Place{a.offsets.Point(s.Start), a.offsets.Point(s.End), a.Document.Text[s.Start:s.End]}
}

// Opening gives the first words of a stretch of code points, at most so many, for a
// name: without a mark or pointing word in front, and cut where no word is parted
// from the one it belongs to.
func (a *Account) Opening(from, to, most int) string {
	start, end := a.offsets.Byte(from), a.offsets.Byte(to)
	n, first := a.Text.At(start)
	if n >= len(a.Text.Sentences) {
		return ""
	}
	tokens := a.Text.Sentences[n].Tokens
	for first < len(tokens) && opens(&tokens[first]) {
		first++
	}
	last, words := first, 0
	for last < len(tokens) && tokens[last].End <= end && words < most {
		if tokens[last].Tag != "PUNCT" {
			words++
		}
		last++
	}
	cut := last
	if last < len(tokens) && tokens[last].End <= end { // there is more
		for cut > first+1 && (tokens[cut-1].Head >= last || tokens[cut-1].Head >= cut || tokens[cut-1].Tag == "PUNCT") {
			cut--
		}
	}
	if cut == first+1 && tokens[first].Tag == "ADP" { // what hangs on a preposition is long
		cut = last
	}
	if cut <= first {
		return ""
	}
	return strings.Join(strings.Fields(a.Document.Text[tokens[first].Start:tokens[cut-1].End]), " ")
}

// opens reports a word that a name does without in front.
func opens(t *grammar.Token) bool {
	if t.Lemma == "not" || t.Lemma == "no" {
		return false
	}
	return t.Form == "PRP" || slices.Contains([]grammar.Tag{"PUNCT", "DET", "CCONJ", "SCONJ", "PART"}, t.Tag)
}
