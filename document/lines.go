package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is a line with something on it, without the space around it.
type line struct {
	start, end int
	indent     int  // columns before it
	width      int  // characters, the indent included
	gap        bool // a blank line, or the beginning of the text, stands before it
}

// linesOf gives the lines that are not blank.
func linesOf(text string) []line {
	var out []line
	gap := true
	for at := 0; at < len(text); {
		end, next := lineEnd(text, at)
		l := line{start: at, end: end, gap: gap}
		l.trim(text)
		if l.start < l.end {
			out = append(out, l)
			gap = false
		} else {
			gap = true
		}
		at = next
	}
	return out
}

// lineEnd gives the end of the line that begins at a byte, and where the next begins.
func lineEnd(text string, at int) (end, next int) {
	for i := at; i < len(text); i++ {
		switch b := text[i]; {
		case b == '\r' && i+1 < len(text) && text[i+1] == '\n':
			return i, i + 2
		case b >= '\n' && b <= '\r':
			return i, i + 1
		case b == 0xc2 && i+1 < len(text) && text[i+1] == 0x85:
			return i, i + 2
		case b == 0xe2 && i+2 < len(text) && text[i+1] == 0x80 && text[i+2]|1 == 0xa9:
			return i, i + 3
		}
	}
	return len(text), len(text)
}

// trim cuts the white space off both ends and measures the line.
func (l *line) trim(text string) {
	for l.start < l.end {
		r, n := utf8.DecodeRuneInString(text[l.start:l.end])
		if !blank(r) {
			break
		}
		l.start += n
		if l.indent++; r == '\t' {
			l.indent += 7
		}
	}
	for l.start < l.end {
		r, n := utf8.DecodeLastRuneInString(text[l.start:l.end])
		if !blank(r) {
			break
		}
		l.end -= n
	}
	l.width = l.indent + utf8.RuneCountInString(text[l.start:l.end])
}

// blank reports white space and characters that are not seen.
func blank(r rune) bool {
	return unicode.IsSpace(r) || r >= 0x200b && r <= 0x200f || r == 0xfeff
}

// maxWrapped is the longest line, in characters, that anyone wraps by hand.
const maxWrapped = 110

// wrapWidth is the width at which lines seem to be broken; 0 when each line is a
// paragraph of its own. Lines are broken when many in a row are of about the same
// length and the next word would not have fitted.
func wrapWidth(text string, lines []line) int {
	widest, long := 0, 0
	for _, l := range lines {
		if l.width > maxWrapped {
			long++
			continue
		}
		widest = max(widest, l.width)
	}
	if long*50 > len(lines) {
		return 0
	}
	follows, full, midway := 0, 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i].gap {
			continue
		}
		follows++
		if lines[i-1].width+1+firstWord(text, lines[i]) > widest-slack(widest) {
			full++
			if !closed(text[lines[i-1].start:lines[i-1].end]) {
				midway++
			}
		}
	}
	if follows == 0 || widest < 30 || full*2 < follows || midway*3 < full {
		return 0
	}
	return widest
}

// slack is how much shorter than the widest a full line may be: hyphenation and
// ragged margins.
func slack(widest int) int { return widest / 5 }

// firstWord is the length in characters of a line's first word.
func firstWord(text string, l line) int {
	s := text[l.start:l.end]
	if i := strings.IndexByte(s, ' '); i >= 0 {
		s = s[:i]
	}
	return utf8.RuneCountInString(s)
}

// plainBlocks cuts plain text into paragraphs, items and headings.
func plainBlocks(text string) []Block {
	lines := linesOf(text)
	width := wrapWidth(text, lines)
	var blocks []Block
	indent := 0 // of the lines that go on with the last block
	for i, l := range lines {
		mark := itemMark(text[l.start:l.end])
		if n := len(blocks); n > 0 && !l.gap && mark.size == 0 && goesOn(text, lines[i-1], l, width, blocks[n-1].Kind == Item && l.indent > 0 && l.indent >= indent) {
			blocks[n-1].End = l.end
			continue
		}
		b := Block{Start: l.start + mark.size, End: l.end, Kind: Paragraph}
		indent = l.indent
		if mark.size > 0 {
			b.Kind, b.Number, b.Level = Item, mark.number, 1+l.indent/4
			indent = l.indent + 1
		}
		if b.Start < b.End {
			blocks = append(blocks, b)
		}
	}
	markHeadings(text, blocks)
	return blocks
}

// goesOn reports that a line is the rest of the paragraph that the line before
// it belongs to.
func goesOn(text string, before, l line, width int, hanging bool) bool {
	if width == 0 {
		return false
	}
	if hanging || before.width+1+firstWord(text, l) > width-slack(width) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(text[l.start:])
	return unicode.IsLower(r) && !closed(text[before.start:before.end])
}

// mark is what an item begins with: a bullet or a number, and the space after it.
type mark struct{ size, number int }

// itemMark reads a bullet, "3.", "3)", "(3)", "b)" or "(b)" at the start of a line.
func itemMark(s string) mark {
	r, n := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("•‣◦▪▫●○■□►▶➢➤✓✔·∙⁃*-–—", r) {
		if space := spaces(s[n:]); space > 0 && n+space < len(s) {
			return mark{size: n + space}
		}
		return mark{}
	}
	at := 0
	open := r == '('
	if open {
		at = 1
	}
	number, size := ordinal(s[at:])
	if size == 0 || at+size >= len(s) {
		return mark{}
	}
	end := s[at+size]
	letter := s[at]|0x20 >= 'a' && s[at]|0x20 <= 'z'
	if open && end != ')' || !open && end != ')' && (end != '.' || letter) {
		return mark{}
	}
	at += size + 1
	space := spaces(s[at:])
	if space == 0 || at+space >= len(s) {
		return mark{}
	}
	return mark{size: at + space, number: number}
}

// ordinal reads a number of at most two digits, ASCII, Persian or Arabic, or one letter.
func ordinal(s string) (number, size int) {
	digits := 0
	for i, r := range s {
		v := digit(r)
		if v < 0 {
			break
		}
		digits++
		number, size = number*10+v, i+utf8.RuneLen(r)
	}
	if digits > 0 && digits <= 2 && number > 0 {
		return number, size
	}
	if len(s) > 0 && digits == 0 && s[0]|0x20 >= 'a' && s[0]|0x20 <= 'z' {
		return int(s[0]|0x20-'a') + 1, 1
	}
	return 0, 0
}

func digit(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= '٠' && r <= '٩':
		return int(r - '٠')
	case r >= '۰' && r <= '۹':
		return int(r - '۰')
	}
	return -1
}

// spaces is the length of the white space that a text begins with.
func spaces(s string) int {
	for i, r := range s {
		if !blank(r) {
			return i
		}
	}
	return len(s)
}
