package exchange

import (
	"bytes"
	"fmt"
	"math/big"
	"strings"
	"unicode/utf8"

	"reckon"
)

// scanner reads the words of Gambit's files: braces, quoted texts, numbers and
// letters. Whitespace means nothing, and commas between numbers as little. The
// first thing wrong ends the reading: wrong is then set, and every word after it
// is the end of the file.
type scanner struct {
	file  string
	src   []byte
	at    int // of the next byte
	start int // of the word read last
	kind  byte
	text  string // of a quoted text (without quotes) or a bare word
	wrong []reckon.Diagnostic
}

// The kinds of words, besides '{' and '}'.
const (
	atEnd = 0
	quote = '"'
	bare  = 'w'
)

// maxWord bounds a number or bare word, in bytes; what is longer is no number and
// need not be kept whole to say so.
const maxWord = 4_000

// newScanner starts at the first word, or with what is wrong with the text.
func newScanner(file string, src []byte) *scanner {
	s := &scanner{file: file, src: src}
	if bytes.HasPrefix(src, []byte("\xef\xbb\xbf")) {
		s.at = 3
	}
	if !utf8.Valid(s.src) {
		s.kind = atEnd
		s.fault("wrong-encoding", "This file is not UTF-8 text", "Gambit's files are UTF-8. Open it in a text editor and save it as UTF-8.")
		return s
	}
	s.next()
	return s
}

// next reads one word.
func (s *scanner) next() {
	for s.at < len(s.src) && strings.IndexByte(" \t\r\n\v\f,", s.src[s.at]) >= 0 {
		s.at++
	}
	s.start = s.at
	if s.at >= len(s.src) || s.wrong != nil {
		s.kind, s.text = atEnd, ""
		return
	}
	switch c := s.src[s.at]; c {
	case '{', '}':
		s.at++
		s.kind, s.text = c, string(c)
	case '"':
		s.quotedText()
	default:
		end := s.at
		for end < len(s.src) && strings.IndexByte(" \t\r\n\v\f,{}\"", s.src[end]) < 0 {
			end++
		}
		s.kind, s.text, s.at = bare, string(s.src[s.at:min(end, s.at+maxWord)]), end
	}
}

// quotedText reads a text in quotes, in which \" stands for a quote and every
// other character, a line break too, for itself.
func (s *scanner) quotedText() {
	var b strings.Builder
	for k := s.at + 1; k < len(s.src); k++ {
		switch c := s.src[k]; {
		case c == '"':
			s.kind, s.text, s.at = quote, b.String(), k+1
			return
		case c == '\\' && k+1 < len(s.src) && s.src[k+1] == '"':
			k++
			b.WriteByte('"')
		default:
			b.WriteByte(c)
		}
	}
	s.fault("game-broken", "A text in quotes never ends", `It begins here; close it with ". A quote inside a text is written \".`)
}

// fault notes what is wrong at the word read last, and ends the reading.
func (s *scanner) fault(code, summary, detail string) {
	if s.wrong == nil {
		at := reckon.Range{File: s.file, Start: s.pos(s.start), End: s.pos(max(s.at, s.start))}
		s.wrong = upset(code, at, summary, detail)
	}
	s.kind, s.text, s.at = atEnd, "", len(s.src)
}

// pos returns the line and column of a byte; columns count code points.
func (s *scanner) pos(at int) reckon.Pos {
	before := s.src[:min(at, len(s.src))]
	return reckon.Pos{
		Line:   bytes.Count(before, []byte("\n")) + 1,
		Column: utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1,
		Byte:   len(before),
	}
}

// expected says what should stand in the place of the word read last.
func (s *scanner) expected(what string) {
	s.wanted(what, "The file does not follow Gambit's format here. Open it in Gambit and save it again, or mend the line by hand.")
}

// wanted is expected with another way out.
func (s *scanner) wanted(what, detail string) {
	if s.kind == atEnd {
		s.fault("game-broken", "The file ends before "+what, detail)
		return
	}
	s.fault("game-broken", fmt.Sprintf("%q stands in the place of %s", short(s.text), what), detail)
}

// brace reads one brace.
func (s *scanner) brace(b byte, of string) {
	if s.kind != b {
		s.expected(fmt.Sprintf("the brace %c of %s", b, of))
		return
	}
	s.next()
}

// label reads a text in quotes.
func (s *scanner) label(what string) string {
	if s.kind != quote {
		s.expected(what + " in quotes")
		return ""
	}
	text := s.text
	s.next()
	return text
}

// labels reads texts in quotes up to a closing brace.
func (s *scanner) labels(of string) []string {
	s.brace('{', of)
	var list []string
	for s.kind == quote {
		list = append(list, s.text)
		s.next()
	}
	s.brace('}', of)
	return list
}

// whole reads a whole number from least to most.
func (s *scanner) whole(what string, least, most int) int {
	n, at := 0, 0
	for at = 0; s.kind == bare && at < len(s.text) && s.text[at] >= '0' && s.text[at] <= '9' && n <= most; at++ {
		n = 10*n + int(s.text[at]-'0')
	}
	if s.kind != bare || at < len(s.text) || at == 0 || n < least || n > most {
		s.wanted(what, fmt.Sprintf("It is a whole number from %d to %d.", least, most))
		return least
	}
	s.next()
	return n
}

// maxDigits bounds a number, and maxExponent its power of ten: numbers are
// exact, so a short text could else stand for one that fills the memory.
const (
	maxDigits   = 200
	maxExponent = 200
)

// number reads an exact number: whole, decimal or a fraction.
func (s *scanner) number(what string) *big.Rat {
	if s.kind == bare && numeric(s.text) {
		if n, ok := new(big.Rat).SetString(s.text); ok {
			s.next()
			return n
		}
	}
	s.wanted(what, "It is a whole number, a decimal one or a fraction, such as 3, -0.5 or 1/3.")
	return new(big.Rat)
}

// numeric reports a number of sane size in the notations that Gambit reads.
func numeric(text string) bool {
	digits, exponent := text, ""
	if e := strings.IndexAny(text, "eE"); e >= 0 {
		digits, exponent = text[:e], strings.TrimLeft(text[e+1:], "+-0")
		if len(exponent) > 3 || len(exponent) == 3 && exponent > fmt.Sprint(maxExponent) || strings.Trim(exponent, "0123456789") != "" {
			return false
		}
	}
	return len(digits) <= maxDigits && strings.Trim(digits, "0123456789.+-/") == "" && strings.ContainsAny(digits, "0123456789")
}

// short cuts a text for use inside a sentence.
func short(s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return string(r)
}

// inQuotes writes a label. A text cannot end in a backslash, which would take
// the closing quote with it; a slash stands in for it.
func inQuotes(s string) string {
	if strings.HasSuffix(s, `\`) {
		s = s[:len(s)-1] + "/"
	}
	return `"` + strings.ReplaceAll(s, `"`, `\"`) + `"`
}

// inBraces writes a list of labels.
func inBraces(list []string) string {
	parts := make([]string, len(list))
	for i, s := range list {
		parts[i] = inQuotes(s)
	}
	return "{ " + strings.Join(append(parts, "}"), " ")
}
