package document

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pdfText makes text and blocks of the lines of all pages.
type pdfText struct {
	builder
	doc    *Document
	sheets [][]textLine
	usual  float64         // the size of most letters
	lead   float64         // the usual distance of lines
	joined map[string]bool // words with a hyphen inside a line
	page   *trace

	writing bool     // a block is being written
	kind    Block    // what it is
	last    textLine // its last line
	where   int      // its page
	parts   []string
	marks   []int // the page of each part
	held    []heldLine
}

// write does it.
func (t *pdfText) write() {
	t.page = &trace{}
	t.measure()
	running := t.running()
	for i, sheet := range t.sheets {
		var body []textLine
		for k, l := range sheet {
			if kind := running[[2]int{i, k}]; kind != "" {
				t.apart(l, kind, i+1)
			} else {
				body = append(body, l)
			}
		}
		for _, l := range body {
			t.add(l, i+1)
		}
	}
	t.end()
	t.give(t.doc)
	t.doc.pages = t.page
}

// measure finds the usual size and distance of lines, and words with hyphens.
func (t *pdfText) measure() {
	sizes, leads := map[int]int{}, map[int]int{}
	t.joined = map[string]bool{}
	for _, sheet := range t.sheets {
		for i, l := range sheet {
			sizes[int(math.Round(l.size*4))] += len(l.text)
			if i > 0 && sheet[i-1].column == l.column {
				if d := sheet[i-1].y - l.y; d > 0 && d < 4*l.size {
					leads[int(math.Round(d*4))]++
				}
			}
			for w := range strings.FieldsSeq(l.text) {
				if k := strings.IndexByte(w, '-'); k > 0 && k < len(w)-1 {
					t.joined[strings.ToLower(strings.Trim(w, ".,;:!?()\"“”’"))] = true
				}
			}
		}
	}
	t.usual, t.lead = commonest(sizes)/4, commonest(leads)/4
	if t.lead == 0 {
		t.lead = 1.2 * t.usual
	}
}

// commonest is the key with the greatest count, the smaller of two.
func commonest(counts map[int]int) float64 {
	best, most := 0, 0
	for k, n := range counts {
		if n > most || n == most && k < best {
			best, most = k, n
		}
	}
	return float64(best)
}

// running finds the headers and footers: lines at the edge of the page that come
// back on others but for their numbers, and page numbers alone.
func (t *pdfText) running() map[[2]int]Kind {
	count := map[string]int{}
	for _, sheet := range t.sheets {
		seen := map[string]bool{}
		for _, l := range sheet {
			if k := runningKey(l); l.edge && !seen[k] {
				seen[k] = true
				count[k]++
			}
		}
	}
	out := map[[2]int]Kind{}
	for i, sheet := range t.sheets {
		for k, l := range sheet {
			if !l.edge {
				continue
			}
			key := runningKey(l)
			if count[key] < max(2, min(3, len(t.sheets)/2)) && !isPageNumber(l.text) || len(t.sheets) == 1 && !isPageNumber(l.text) {
				continue
			}
			out[[2]int{i, k}] = Footer
			if l.top {
				out[[2]int{i, k}] = PageHeader
			}
		}
	}
	return out
}

// runningKey is a line without its numbers.
func runningKey(l textLine) string {
	return strings.Map(func(r rune) rune {
		if digit(r) >= 0 || blank(r) {
			return -1
		}
		return r
	}, strings.ToLower(l.text))
}

// isPageNumber reports "12", "- 12 -", "Page 3 of 10", "iv".
func isPageNumber(s string) bool {
	w := fields(s)
	if len(w) == 0 || len(w) > 4 {
		return false
	}
	numbers := 0
	for _, x := range w {
		switch {
		case x == "page" || x == "p" || x == "of":
		case len(x) <= 4 && strings.IndexFunc(x, func(r rune) bool { return digit(r) < 0 }) < 0:
			numbers++
		case len(w) == 1 && strings.Trim(x, "ivxl") == "":
			numbers++
		default:
			return false
		}
	}
	return numbers > 0
}

// apart holds a header or footer back, so that no paragraph is cut by one.
func (t *pdfText) apart(l textLine, kind Kind, page int) {
	t.held = append(t.held, heldLine{l.text, kind, page})
}

// heldLine is a header or footer that waits until the open paragraph has ended.
type heldLine struct {
	text string
	kind Kind
	page int
}

// add goes on with a block or begins another.
func (t *pdfText) add(l textLine, page int) {
	if !t.writing || !t.goesOn(l, page) {
		t.end()
		t.begin(l)
	}
	t.parts = append(t.parts, l.text)
	t.marks = append(t.marks, page)
	t.last, t.where = l, page
}

// begin says what the block is that a line begins.
func (t *pdfText) begin(l textLine) {
	t.writing = true
	t.kind = Block{Kind: Paragraph}
	m := itemMark(l.text)
	h := shapeOf(l.text)
	large := l.size > t.usual*1.12
	switch {
	case large && h.words <= 25:
		t.kind = Block{Kind: Heading, Level: 2}
		if l.size > t.usual*1.6 {
			t.kind.Level = 1
		}
	case m.size > 0 && (!l.bold || !h.heading()):
		t.kind = Block{Kind: Item, Level: 1, Number: m.number}
	case l.bold && h.heading():
		t.kind = Block{Kind: Heading, Level: 2}
	}
}

// goesOn reports that a line belongs to the open block.
func (t *pdfText) goesOn(l textLine, page int) bool {
	p := t.last
	sameLook := math.Abs(l.size-p.size) < 0.12*max(l.size, p.size)
	if itemMark(l.text).size > 0 && t.kind.Kind != Heading && (closed(p.text) || t.kind.Kind == Item || l.x > l.left+0.5*l.size) {
		return false
	}
	if t.kind.Kind == Heading {
		return sameLook && l.bold == p.bold && page == t.where && l.column == p.column && p.y-l.y < 1.6*l.size && p.y > l.y
	}
	if !sameLook || l.bold && !p.bold && shapeOf(l.text).heading() {
		return false
	}
	short := p.end < p.right-0.15*(p.right-p.left)
	if page != t.where || l.column != p.column || l.y >= p.y { // a new column or page
		return !closed(p.text) && (!short || !startsHigh(l.text)) || !short && startsLow(l.text)
	}
	if p.y-l.y > max(1.35*t.lead, 1.25*l.size) && p.y-l.y > 1.3*t.lead {
		return false
	}
	indented := l.x > l.left+0.8*l.size && p.x <= p.left+0.8*p.size
	if indented && (closed(p.text) || short) && t.kind.Kind != Item {
		return false
	}
	return !short || !closed(p.text)
}

func startsLow(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// end writes the open block and what was held back.
func (t *pdfText) end() {
	if t.writing {
		t.openBlock(t.marks[0])
		for i, part := range t.parts {
			t.part(part, i)
		}
		t.kind.Page = t.marks[0]
		t.shutItem()
	}
	t.writing, t.parts, t.marks = false, t.parts[:0], t.marks[:0]
	for _, h := range t.held {
		t.openBlock(h.page)
		t.keep(h.text, 0)
		t.shut(Block{Kind: h.kind, Page: h.page})
	}
	t.held = t.held[:0]
}

// openBlock begins a block on a page.
func (t *pdfText) openBlock(page int) {
	t.open(0)
	t.page.add(t.start, page, 1, 0)
}

// shutItem ends a block; an item begins after its mark.
func (t *pdfText) shutItem() {
	before := len(t.blocks)
	start := t.start
	t.shut(t.kind)
	if len(t.blocks) == before || t.kind.Kind != Item {
		return
	}
	b := &t.blocks[before]
	if m := itemMark(t.out.String()[start:][b.Start-start : b.End-start]); m.size > 0 {
		b.Start += m.size
	}
}

// part writes a line and what joins it to the next: nothing where a word was
// divided, else a space.
func (t *pdfText) part(s string, i int) {
	if i > 0 && t.marks[i] != t.marks[i-1] {
		t.page.add(t.out.Len(), t.marks[i], 1, 0)
	}
	if i+1 == len(t.parts) {
		t.keep(s, 0)
		return
	}
	next := t.parts[i+1]
	last, n := utf8.DecodeLastRuneInString(s)
	before, _ := utf8.DecodeLastRuneInString(s[:len(s)-n])
	switch {
	case last == 0xad:
		t.keep(s[:len(s)-n], 0)
	case (last == '-' || last == '‐') && unicode.IsLetter(before):
		if startsLow(next) && !t.hyphened(s, next) {
			s = s[:len(s)-n]
		}
		t.keep(s, 0)
	case last == '—' || last == '/':
		t.keep(s, 0)
	default:
		t.keep(s, 0)
		t.keep(" ", 0)
	}
}

// hyphened reports a word that is written with its hyphen elsewhere.
func (t *pdfText) hyphened(s, next string) bool {
	word := s[strings.LastIndexByte(s, ' ')+1:]
	rest, _, _ := strings.Cut(next, " ")
	return t.joined[strings.ToLower(strings.Trim(word+rest, ".,;:!?()\"“”’"))]
}
