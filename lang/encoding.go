package lang

import (
	"bytes"
	"unicode/utf8"

	"reckon"
)

// maxBytes is the largest file that is read.
const maxBytes = 10 << 20

var byteOrderMark = []byte("\xef\xbb\xbf")

// readable checks that a file is UTF-8 text of a sane size. A byte order mark
// at its start is accepted; skip says how many bytes it takes.
func (l *loader) readable(name string, src []byte) (skip int, ok bool) {
	switch at := firstBad(src); {
	case len(src) > maxBytes:
		l.add(fileTooLarge(anywhere(name), len(src)))
	case bytes.HasPrefix(src, []byte("\xff\xfe")), bytes.HasPrefix(src, []byte("\xfe\xff")), looksWide(src):
		l.add(wrongEncoding(anywhere(name), "UTF-16", ""))
	case bytes.IndexByte(src, 0) >= 0:
		l.add(binaryFile(anywhere(name)))
	case at >= 0 && looksBinary(src):
		l.add(binaryFile(anywhere(name)))
	case at >= 0:
		l.add(wrongEncoding(spot(name, src, at, at+1), "an older Windows or Latin encoding", string(rune(src[at]))))
	case bytes.HasPrefix(src, byteOrderMark):
		return len(byteOrderMark), true
	default:
		return 0, true
	}
	l.found.broken = true
	return 0, false
}

// firstBad returns the offset of the first byte that is not UTF-8, or -1.
func firstBad(src []byte) int {
	if utf8.Valid(src) {
		return -1
	}
	for at := 0; at < len(src); {
		r, n := utf8.DecodeRune(src[at:])
		if r == utf8.RuneError && n == 1 {
			return at
		}
		at += n
	}
	return -1
}

// looksWide reports UTF-16 without a mark: every other byte of the start is zero.
func looksWide(src []byte) bool {
	head := src[:min(len(src), 64)&^1]
	even, odd := 0, 0
	for i := 0; i < len(head); i += 2 {
		if head[i] == 0 {
			even++
		}
		if head[i+1] == 0 {
			odd++
		}
	}
	return len(head) >= 8 && max(even, odd) > len(head)/3 && min(even, odd) == 0
}

// looksBinary reports text in which control characters abound.
func looksBinary(src []byte) bool {
	controls := 0
	head := src[:min(len(src), 4096)]
	for _, b := range head {
		if b < 0x20 && b != '\n' && b != '\r' && b != '\t' {
			controls++
		}
	}
	return controls > len(head)/20
}

// spot is the range of some bytes of a file. Columns count code points.
func spot(name string, src []byte, from, to int) reckon.Range {
	return reckon.Range{File: name, Start: posAt(src, from), End: posAt(src, to)}
}

// posAt returns the line and column of a byte.
func posAt(src []byte, at int) reckon.Pos {
	at = min(at, len(src))
	before := src[:at]
	line := bytes.Count(before, []byte("\n")) + 1
	column := utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	return reckon.Pos{Line: line, Column: column, Byte: at}
}
