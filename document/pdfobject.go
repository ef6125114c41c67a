package document

import (
	"bytes"
	"math"
	"strconv"
)

// Objects of a PDF file: nil, bool, float64, pdfString, pdfName, pdfArray, pdfDict,
// pdfRef, *pdfStream and, in page contents, pdfWord.
type (
	pdfString string
	pdfName   string
	pdfWord   string
	pdfArray  []any
	pdfDict   map[string]any
	pdfRef    int
	pdfStream struct {
		dict pdfDict
		from int // where the bytes begin in the file
	}
)

// pdfLexer reads objects from bytes. What is wrong gives nil or a word; it never
// fails and always moves on.
type pdfLexer struct {
	b  []byte
	at int
}

// maxNesting bounds arrays and dictionaries in one another.
const maxNesting = 60

func (l *pdfLexer) done() bool { return l.at >= len(l.b) }

// space passes over white space and comments.
func (l *pdfLexer) space() {
	for l.at < len(l.b) {
		switch c := l.b[l.at]; {
		case c == '%':
			for l.at < len(l.b) && l.b[l.at] != '\n' && l.b[l.at] != '\r' {
				l.at++
			}
		case c <= ' ':
			l.at++
		default:
			return
		}
	}
}

func pdfDelimiter(c byte) bool {
	return c <= ' ' || bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0
}

// next reads one object.
func (l *pdfLexer) next(depth int) any {
	l.space()
	if l.done() {
		return nil
	}
	switch c := l.b[l.at]; {
	case c == '/':
		l.at++
		return l.name()
	case c == '(':
		return l.literal()
	case c == '<' && l.at+1 < len(l.b) && l.b[l.at+1] == '<':
		l.at += 2
		return l.dict(depth)
	case c == '<':
		return l.hex()
	case c == '[':
		l.at++
		return l.array(depth)
	case c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.':
		return l.number()
	case c == '>' && l.at+1 < len(l.b) && l.b[l.at+1] == '>':
		l.at += 2
		return pdfWord(">>")
	case pdfDelimiter(c):
		l.at++
		return pdfWord(c)
	}
	from := l.at
	for l.at < len(l.b) && !pdfDelimiter(l.b[l.at]) {
		l.at++
	}
	switch w := string(l.b[from:l.at]); w {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	default:
		return pdfWord(w)
	}
}

func (l *pdfLexer) name() pdfName {
	var out []byte
	for l.at < len(l.b) && !pdfDelimiter(l.b[l.at]) {
		if c := l.b[l.at]; c == '#' && l.at+2 < len(l.b) && unhex(l.b[l.at+1]) >= 0 && unhex(l.b[l.at+2]) >= 0 {
			out = append(out, byte(unhex(l.b[l.at+1])<<4|unhex(l.b[l.at+2])))
			l.at += 3
			continue
		}
		out = append(out, l.b[l.at])
		l.at++
	}
	return pdfName(out)
}

// number reads a number, or a reference "12 0 R".
func (l *pdfLexer) number() any {
	from := l.at
	for l.at < len(l.b) && !pdfDelimiter(l.b[l.at]) {
		l.at++
	}
	v, err := strconv.ParseFloat(string(l.b[from:l.at]), 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return 0.0
	}
	if v >= 0 && v < 1<<24 && v == math.Trunc(v) {
		rest := l.b[l.at:min(len(l.b), l.at+12)]
		var i int
		for i < len(rest) && (rest[i] == ' ' || rest[i] == '\n' || rest[i] == '\r') {
			i++
		}
		digits := i
		for i < len(rest) && rest[i] >= '0' && rest[i] <= '9' {
			i++
		}
		if i > digits && digits > 0 && i+1 < len(rest) && rest[i] == ' ' && rest[i+1] == 'R' && (i+2 == len(rest) || pdfDelimiter(rest[i+2])) {
			l.at += i + 2
			return pdfRef(v)
		}
	}
	return v
}

// literal reads a string in round brackets.
func (l *pdfLexer) literal() pdfString {
	var out []byte
	depth := 0
	for ; l.at < len(l.b); l.at++ {
		c := l.b[l.at]
		switch c {
		case '(':
			if depth++; depth == 1 {
				continue
			}
		case ')':
			if depth--; depth == 0 {
				l.at++
				return pdfString(out)
			}
		case '\\':
			if l.at++; l.at < len(l.b) {
				out = l.escape(out)
			}
			continue
		}
		out = append(out, c)
	}
	return pdfString(out)
}

// escape reads what follows a backslash and stands on its last byte.
func (l *pdfLexer) escape(out []byte) []byte {
	c := l.b[l.at]
	switch c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b', 'f':
		return append(out, ' ')
	case '\r':
		if l.at+1 < len(l.b) && l.b[l.at+1] == '\n' {
			l.at++
		}
		return out
	case '\n':
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	v := 0
	for n := 0; n < 3 && l.at < len(l.b) && l.b[l.at] >= '0' && l.b[l.at] <= '7'; n++ {
		v = v*8 + int(l.b[l.at]-'0')
		l.at++
	}
	l.at--
	return append(out, byte(v))
}

// hex reads a string in angle brackets.
func (l *pdfLexer) hex() pdfString {
	var out []byte
	half, have := 0, false
	for l.at++; l.at < len(l.b) && l.b[l.at] != '>'; l.at++ {
		v := unhex(l.b[l.at])
		if v < 0 {
			continue
		}
		if have {
			out = append(out, byte(half<<4|v))
		}
		half, have = v, !have
	}
	if have {
		out = append(out, byte(half<<4))
	}
	l.at++
	return pdfString(out)
}

func (l *pdfLexer) array(depth int) pdfArray {
	var out pdfArray
	for !l.done() {
		if l.space(); l.at < len(l.b) && l.b[l.at] == ']' {
			l.at++
			break
		}
		if depth >= maxNesting {
			l.at++
			continue
		}
		from := l.at
		v := l.next(depth + 1)
		if w, ok := v.(pdfWord); ok && (w == "endobj" || w == ">>") {
			l.at = from
			break
		}
		out = append(out, v)
	}
	return out
}

func (l *pdfLexer) dict(depth int) pdfDict {
	out := pdfDict{}
	for !l.done() {
		if depth >= maxNesting {
			l.at++
			continue
		}
		from := l.at
		switch k := l.next(depth + 1).(type) {
		case pdfName:
			v := l.next(depth + 1)
			if v == pdfWord(">>") {
				return out
			}
			out[string(k)] = v
		case pdfWord:
			if k == "endobj" || k == "stream" {
				l.at = from
			}
			if k == ">>" || k == "endobj" || k == "stream" {
				return out
			}
		}
	}
	return out
}
