package anchor

import (
	"sort"
	"strings"

	"reckon/document"
)

// Locator says where a quotation stands, in so many ways that it can be found
// again when some of them fail. It is what leaves the program, so it counts
// Unicode code points.
type Locator struct {
	Prefix string `json:"prefix,omitempty"` // what stands directly before
	Exact  string `json:"exact"`
	Suffix string `json:"suffix,omitempty"` // what stands directly after
	Start  int    `json:"start"`            // code points, half open; End 0 when unknown
	End    int    `json:"end"`
	Page   int    `json:"page,omitempty"` // from 1; 0 where there are no pages
}

// Place is where a quotation was found in a text.
type Place struct {
	Start, End int    // bytes of the text, half open
	Text       string // what stands there
	Page       int
	Verdict    Verdict
	Score      float64 // share of the quotation that is there, 1 when all of it
}

// Verdict says how a quotation was found.
type Verdict string

// Verdicts. For the first three the folded letters are those of the quotation.
const (
	Exact   Verdict = "exact"   // letter by letter, where it was or where no place was known
	Folded  Verdict = "folded"  // the same but for case, marks, spaces and forms of letters
	Moved   Verdict = "moved"   // exact or folded, but elsewhere than it was
	Changed Verdict = "changed" // something like it: a person must look
	Lost    Verdict = "lost"    // not there; the place is the nearest candidate, or empty
)

// Text is a document prepared for finding places in it. It may be used by several
// readers at once.
type Text struct {
	text    string
	folded  string
	at      []int // folded byte → byte of text
	offsets *document.Offsets
	blocks  []document.Block
	words   map[uint64][]int32 // hash of a folded word → where it starts, ascending
}

// NewText prepares a document. Cost: one pass, and about thirty bytes of memory
// for each byte of text.
func NewText(d *document.Document) *Text {
	t := &Text{text: d.Text, offsets: document.NewOffsets(d.Text), blocks: d.Blocks}
	t.folded, t.at = document.Fold(d.Text)
	t.words = make(map[uint64][]int32, len(t.folded)/32+1)
	eachWord(t.folded, func(start, end int) {
		h := hash(t.folded[start:end])
		t.words[h] = append(t.words[h], int32(start))
	})
	return t
}

// contextPoints is how much stands before and after a quotation in a locator:
// what Hypothesis keeps, too.
const contextPoints = 32

// At makes the locator of text[start:end].
func (t *Text) At(start, end int) Locator {
	before, after := start, end
	for n := 0; n < contextPoints && before > 0; n++ {
		before = runeStart(t.text, before-1)
	}
	for n := 0; n < contextPoints && after < len(t.text); n++ {
		after = runeEnd(t.text, after+1)
	}
	return Locator{
		Prefix: t.text[before:start], Exact: t.text[start:end], Suffix: t.text[end:after],
		Start: t.offsets.Point(start), End: t.offsets.Point(end), Page: t.page(start),
	}
}

// page is that of the last block that starts at or before a byte.
func (t *Text) page(at int) int {
	k := sort.Search(len(t.blocks), func(k int) bool { return t.blocks[k].Start > at })
	if k == 0 {
		return 0
	}
	return t.blocks[k-1].Page
}

// byteAt gives the byte at which a code point starts: the inverse of Point.
func (t *Text) byteAt(point int) int {
	at := sort.Search(len(t.text), func(b int) bool { return t.offsets.Point(b) >= point })
	return runeEnd(t.text, min(at, len(t.text)))
}

// foldedAt gives the folded byte that stands for a byte of the text.
func (t *Text) foldedAt(at int) int {
	return min(sort.SearchInts(t.at, at), len(t.folded))
}

// place makes a Place of a stretch of the folded text, without white space at its ends.
func (t *Text) place(start, end int) Place {
	p := Place{Start: t.at[start], End: t.at[end]}
	p.Text = strings.TrimRight(t.text[p.Start:p.End], " \t\r\n\u00a0")
	p.End = p.Start + len(p.Text)
	trimmed := strings.TrimLeft(p.Text, " \t\r\n\u00a0")
	p.Start += len(p.Text) - len(trimmed)
	p.Text, p.Page = trimmed, t.page(p.Start)
	return p
}

// eachWord calls see for each run of letters and digits of a folded text; all
// beyond ASCII counts as letters, which is near enough for seeds.
func eachWord(folded string, see func(start, end int)) {
	start := -1
	for i := 0; i <= len(folded); i++ {
		if i < len(folded) && inWord(folded[i]) {
			if start < 0 {
				start = i
			}
		} else if start >= 0 {
			see(start, i)
			start = -1
		}
	}
}

func inWord(b byte) bool {
	return b >= 0x80 || b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b >= 'A' && b <= 'Z'
}

// hash is 64-bit FNV-1a.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

func runeStart(s string, at int) int {
	for at > 0 && s[at]&0xc0 == 0x80 {
		at--
	}
	return at
}

func runeEnd(s string, at int) int {
	for at < len(s) && s[at]&0xc0 == 0x80 {
		at++
	}
	return at
}
