package library

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"reckon/document"
)

// longestWord bounds what counts as a word, in bytes: what is longer is the code of
// a picture or the like, which nobody looks for.
const longestWord = 200

// span is a word of a folded text.
type span struct{ start, end int }

// spans splits a folded text into runs of letters, marks and digits.
func spans(folded string) []span {
	all := make([]span, 0, len(folded)/6)
	start := -1
	for i := 0; i <= len(folded); {
		in, size := false, 1
		if i < len(folded) {
			in, size = letter(folded[i:])
		}
		if in && start < 0 {
			start = i
		}
		if !in && start >= 0 {
			if i-start <= longestWord {
				all = append(all, span{start, i})
			}
			start = -1
		}
		i += size
	}
	return all
}

// letter tells whether a text starts with a part of a word, and its bytes.
func letter(s string) (bool, int) {
	if b := s[0]; b < utf8.RuneSelf {
		return b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b >= 'A' && b <= 'Z', 1
	}
	r, size := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r), size
}

// wordsOf gives the words of a text, folded.
func wordsOf(text string) []string {
	folded, _ := document.Fold(text)
	at := spans(folded)
	words := make([]string, len(at))
	for k, s := range at {
		words[k] = folded[s.start:s.end]
	}
	return words
}

// statements gives the words of the author: not those of mastheads, bylines and
// footers, which all pages of one publisher share.
func statements(text string, blocks []document.Block) []string {
	var words []string
	for _, b := range blocks {
		if slices.Contains(said, b.Kind) {
			words = append(words, wordsOf(text[b.Start:b.End])...)
		}
	}
	return words
}

// said are the kinds of block that are statements of the author.
var said = []document.Kind{document.Heading, document.Paragraph, document.Item, document.Caption}

// Limits of what PostgreSQL holds in one text-search vector.
const (
	vectorPositions = 16383
	wordPositions   = 255
	vectorBytes     = 900_000
)

// vector is how PostgreSQL is given words: the text form of a tsvector, so that its
// own parser never splits them otherwise. A text too long for positions goes without;
// one with more different words than a vector holds is indexed in part.
func vector(words []string) (stored string, partly bool) {
	places := map[string][]int{}
	for k, w := range words {
		if p := places[w]; len(p) < wordPositions {
			places[w] = append(p, k+1)
		}
	}
	different := make([]string, 0, len(places))
	for w := range places {
		different = append(different, w)
	}
	slices.Sort(different)
	var b strings.Builder
	held := 0
	for _, w := range different {
		if held += len(w); held > vectorBytes {
			return b.String(), true
		}
		b.WriteString("'" + w + "'")
		for n, at := range places[w] {
			if len(words) > vectorPositions {
				break
			}
			b.WriteByte(":,"[min(n, 1)])
			b.WriteString(strconv.Itoa(at))
		}
		b.WriteByte(' ')
	}
	return b.String(), false
}

// contentOf hashes folded words to what stands for them in the tables.
func contentOf(words []string) int64 {
	sum := sha256.New()
	for _, w := range words {
		sum.Write([]byte(w))
		sum.Write([]byte{' '})
	}
	return int64(binary.BigEndian.Uint64(sum.Sum(nil)))
}
