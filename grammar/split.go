package grammar

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reckon/document"
)

// cut splits a document into sentences of bare tokens.
func cut(d *document.Document) []Sentence {
	var sentences []Sentence
	for k, b := range d.Blocks {
		start, end := max(b.Start, 0), min(b.End, len(d.Text))
		if start >= end {
			continue
		}
		sentences = append(sentences, cutBlock(d.Text, start, end, k)...)
	}
	return sentences
}

func cutBlock(text string, start, end, block int) []Sentence {
	s := scanner{text: text, at: start, end: end, from: start}
	tokens := make([]Token, 0, (end-start)/5+4)
	for p, ok := s.next(); ok; p, ok = s.next() {
		tokens = append(tokens, Token{Start: p.start, End: p.end, Text: text[p.start:p.end], Head: -1})
	}
	var sentences []Sentence
	for len(tokens) > 0 {
		n := first(tokens)
		sentences = append(sentences, Sentence{
			Start: tokens[0].Start, End: tokens[n-1].End, Block: block, Tokens: slices.Clip(tokens[:n]),
		})
		tokens = tokens[n:]
	}
	return sentences
}

// longest is a limit on the tokens of a sentence: longer stretches are tables or
// lists, and are cut where the limit falls.
const longest = 400

// first counts the tokens of the first sentence.
func first(tokens []Token) int {
	for i := range tokens {
		if i+1 == longest {
			return longest
		}
		stop := ending(tokens[i].Text)
		if stop == goes {
			continue
		}
		n := closers(tokens, i+1)
		if n == len(tokens) {
			return n
		}
		if breaks(tokens, i, n, stop) {
			return n
		}
	}
	return len(tokens)
}

// stop says how a token may end a sentence.
type stop int

const (
	goes    stop = iota // it does not
	full                // full stop
	asks                // question or exclamation mark
	trails              // ellipsis
	shorter             // abbreviation that often ends sentences
	title               // abbreviation before a name or number
)

func ending(word string) stop {
	switch last := word[len(word)-1]; {
	case word == ".":
		return full
	case last == '!' || last == '?':
		return asks
	case strings.HasPrefix(word, "..") || strings.HasPrefix(word, "…"):
		return trails
	case last != '.':
		return goes
	}
	switch abbreviations[lower(word[:len(word)-1])] {
	case "word", "name":
		return goes
	case "num", "num?":
		return title
	}
	return shorter
}

// closers counts on over the closing marks that follow the end of a sentence
// without a space.
func closers(tokens []Token, i int) int {
	for i < len(tokens) && tokens[i].Start == tokens[i-1].End {
		switch tokens[i].Text {
		case "\"", "”", "’", "'", "''", "»", ")", "]", "}", "’’", ".":
			i++
		default:
			return i
		}
	}
	return i
}

// breaks reports whether a sentence ends before token n, after the mark at i.
func breaks(tokens []Token, i, n int, how stop) bool {
	spaced := tokens[n].Start > tokens[n-1].End
	next := opener(tokens, n)
	r, _ := utf8.DecodeRuneInString(next)
	_, plain := openers[lower(next)]
	capital := unicode.IsUpper(r) || unicode.IsTitle(r)
	switch how {
	case full:
		if i == 0 || i == 1 && numeral(tokens[0].Text) {
			return false // the number of an item
		}
		if unicode.IsLower(r) { // careless writing, unless the dot ends an unknown abbreviation
			return spaced && n == i+1 && tokens[i].Start == tokens[i-1].End && small(tokens[i-1].Text)
		}
		return spaced || capital && (n > i+1 || plain || len(next) > 1)
	case asks:
		if !capital && !digit(r) {
			return false
		}
		return n == i+1 || !spoken(tokens, n)
	case trails:
		return capital && plain
	case shorter:
		return spaced && capital && plain
	case title:
		return spaced && capital && plain
	default:
		return false
	}
}

// small reports whether a word is lower case and too long for an abbreviation.
func small(word string) bool {
	return len(word) > 3 && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == ""
}

// opener gives the first word from a token on, past opening marks.
func opener(tokens []Token, n int) string {
	for _, t := range tokens[n:] {
		if r, _ := utf8.DecodeRuneInString(t.Text); wordRune(r) {
			return t.Text
		}
		switch t.Text {
		case "\"", "“", "‘", "'", "``", "(", "[", "«", "-", "–", "—", "•", "*", "$", "€", "£", "’", "`":
		default:
			return t.Text
		}
	}
	return ""
}

// numeral reports whether a word numbers an item: 1, iv, b.
func numeral(word string) bool {
	if len(word) > 3 {
		return false
	}
	return strings.Trim(word, "0123456789") == "" || strings.Trim(word, "ivxIVX") == "" || len(word) == 1 && unicode.IsLower(rune(word[0]))
}

// spoken reports whether what follows a quoted question or outcry is who said
// it: two words at most, then a verb of saying.
func spoken(tokens []Token, n int) bool {
	for k := n; k < min(n+5, len(tokens)); k++ {
		if k > n && saying[lower(tokens[k].Text)] {
			return true
		}
	}
	return false
}

// saying lists verbs that follow quoted questions and outcries.
var saying = map[string]bool{
	"said": true, "says": true, "asked": true, "asks": true, "replied": true, "cried": true, "shouted": true,
	"told": true, "wrote": true, "writes": true, "exclaimed": true, "demanded": true, "added": true, "wondered": true,
	"answered": true, "tweeted": true, "posted": true, "quipped": true, "joked": true,
}
