package document

import (
	"sort"
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

	// Found says where each of title, author, publisher and published was found;
	// what was not found is not in it.
	Found map[string]string
	Notes []string // what was left out or could not be read, for the reader of the page

	back   []*trace // from Text to the original; the last is the nearest to Text
	size   int      // of the original
	packed bool     // the characters of Text do not stand as such in the original
	pages  *trace   // from Text to pages
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
// Blocks are sorted, do not overlap, are not empty and neither begin nor end with
// white space. An item begins after its bullet or number.
type Block struct {
	Start, End int // bytes of Text, half open
	Kind       Kind
	Level      int // of a heading or a nested list item, from 1; 0 otherwise
	Number     int // of a numbered item; 0 otherwise
	Page       int // from 1; 0 where the format has no pages
}

// Kind says what a block is.
type Kind string

// Kinds of block. Only headings, paragraphs, items and captions are statements of
// the author; the others stand around his text.
const (
	Heading    Kind = "heading"
	Paragraph  Kind = "paragraph"
	Item       Kind = "item"
	Caption    Kind = "caption"
	Byline     Kind = "byline"   // who wrote it and when
	Masthead   Kind = "masthead" // what stands above a text: the publication, ways to other pages
	Footer     Kind = "footer"   // what stands below it: about the author, rights, footers of pages
	PageHeader Kind = "page header"
)

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

// Byte gives the byte at which a code point begins; the length of the text past
// the last one.
func (o *Offsets) Byte(point int) int {
	k := max(0, sort.SearchInts(o.marks, point+1)-1)
	if len(o.marks) == 0 {
		return 0
	}
	n := o.marks[k]
	for i := k * stride; i < len(o.text); i++ {
		if utf8.RuneStart(o.text[i]) {
			if n == point {
				return i
			}
			n++
		}
	}
	return len(o.text)
}
