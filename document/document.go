package document

import (
	"crypto/sha256"
	"encoding/hex"
	"unicode/utf8"

	"reckon"
)

// Document is one text with what is known about it.
type Document struct {
	Name   string // file name or address it was read from
	Format Format
	SHA256 string // of the original bytes, in hex
	Text   string // valid UTF-8; quotation marks, spaces and letters as in the original
	Blocks []Block

	Title, Author, Publisher string
	Published                reckon.Date // 0 when not found
	Language                 string      // ISO 639-1; "" when it cannot be told

	Notes []string // what was left out or could not be read, for the reader of the page
}

// Format says what kind of file a document was.
type Format string

// Formats that can be read.
const (
	HTML     Format = "html"
	PDF      Format = "pdf"
	DOCX     Format = "docx"
	TXT      Format = "txt"
	Markdown Format = "markdown"
	EML      Format = "eml"
)

// Block is a stretch of text that belongs together: no sentence crosses its ends.
type Block struct {
	Start, End int // bytes of Text, half open
	Kind       Kind
	Level      int // of a heading or a nested list item, from 1; 0 otherwise
	Page       int // from 1; 0 where the format has no pages
}

// Kind says what a block is.
type Kind string

// Kinds of block. Mastheads, footers and bylines are no statements of the author.
const (
	Heading   Kind = "heading"
	Paragraph Kind = "paragraph"
	Item      Kind = "item"
	Caption   Kind = "caption"
	Byline    Kind = "byline"
	Masthead  Kind = "masthead"
	Footer    Kind = "footer"
)

// Plain makes a document of text at hand.
func Plain(name, text string) *Document {
	sum := sha256.Sum256([]byte(text))
	d := &Document{Name: name, Format: TXT, SHA256: hex.EncodeToString(sum[:]), Text: text}
	d.Blocks = paragraphs(text)
	return d
}

// paragraphs splits a text at blank lines.
func paragraphs(text string) []Block {
	var blocks []Block
	start, end := -1, 0
	line := 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && text[i] != '\n' {
			if text[i] != ' ' && text[i] != '\t' && text[i] != '\r' {
				if start < 0 {
					start = i
				}
				end, line = i+1, 1
			}
			continue
		}
		if line == 0 && start >= 0 || i == len(text) && start >= 0 {
			blocks = append(blocks, Block{Start: start, End: end, Kind: Paragraph})
			start = -1
		}
		line = 0
	}
	return blocks
}

// Offsets converts between bytes and code points of one text.
type Offsets struct {
	text  string
	marks []int // code points before each 256th byte, counted at rune starts
}

const stride = 256

// NewOffsets prepares the conversion. Cost: one pass over the text.
func NewOffsets(text string) *Offsets {
	o := &Offsets{text: text, marks: make([]int, 0, len(text)/stride+1)}
	n := 0
	for i := range len(text) {
		if i%stride == 0 {
			o.marks = append(o.marks, n)
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	return o
}

// Point gives the number of code points before a byte.
func (o *Offsets) Point(at int) int {
	if len(o.marks) == 0 {
		return 0
	}
	k := min(at/stride, len(o.marks)-1)
	n := o.marks[k]
	for i := k * stride; i < at; i++ {
		if utf8.RuneStart(o.text[i]) {
			n++
		}
	}
	return n
}
