package document

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isHTML reports a file that begins as pages do.
func isHTML(b []byte) bool {
	b = bytes.TrimLeft(b[:min(len(b), 2048)], "\xef\xbb\xbf \t\r\n")
	for bytes.HasPrefix(b, []byte("<!--")) || bytes.HasPrefix(b, []byte("<?xml")) {
		i := bytes.IndexByte(b, '>')
		if i < 0 {
			return false
		}
		b = bytes.TrimLeft(b[i+1:], " \t\r\n")
	}
	low := bytes.ToLower(b[:min(len(b), 64)])
	for _, begin := range []string{"<!doctype html", "<html", "<head>", "<body"} {
		if bytes.HasPrefix(low, []byte(begin)) {
			return true
		}
	}
	return false
}

// readHTML reads the main text of a page.
func readHTML(d *Document, b []byte) error {
	from, err := decode(b, declaredCharset(b))
	if err != nil {
		return err
	}
	d.html(from)
	return nil
}

// html fills the document from the source of a page.
func (d *Document) html(from decoded) {
	src := from.text
	d.take(from)
	p := parsePage(src)
	p.describe(d)
	w := &writer{p: p, back: &trace{}, last: -1}
	for _, part := range p.mainText() {
		w.write(part)
	}
	w.flush()
	if len(w.blocks) == 0 { // no main text: everything that is shown
		w.write(span{1, len(p.all), true})
		w.flush()
	}
	d.Text, d.Blocks = w.out.String(), w.blocks
	d.back = append(d.back, w.back)
	if p.passed == 1 {
		d.note("1 passage that a reader of the page would not see was left out.")
	} else if p.passed > 1 {
		d.note("%d passages that a reader of the page would not see were left out.", p.passed)
	}
	d.dress()
}

// declaredCharset is what a page says of its encoding, in a meta element or the
// XML declaration.
func declaredCharset(b []byte) string {
	head := string(b[:min(len(b), 4096)])
	i := indexFold(head, "charset=")
	n := len("charset=")
	if i < 0 {
		if !strings.HasPrefix(head, "<?xml") {
			return ""
		}
		if i, n = indexFold(head, "encoding="), len("encoding="); i < 0 {
			return ""
		}
	}
	name := strings.TrimLeft(head[i+n:], "\"' ")
	if end := strings.IndexAny(name, "\"' ;/>?"); end >= 0 {
		name = name[:end]
	}
	return name
}

// writer makes text of parts of a page.
type writer struct {
	p      *page
	out    strings.Builder
	back   *trace
	blocks []Block

	last    int // the element whose paragraph is being written; -1 before the first
	start   int // where it began
	bold    int // bytes of it in bold
	of      element
	space   bool // white space stands before what comes next
	spaceAt int
	cell    int // the last table cell
	breaks  int // line breaks in a row
}

// write adds the text of one part.
func (w *writer) write(part span) {
	all := w.p.all
	for i := part.from; i < part.to; i++ {
		e := &all[i]
		if e.hidden || !part.all && w.p.stray(i) {
			i = max(i, e.end-1)
			continue
		}
		switch e.tag {
		case 0:
			w.text(i)
		case atom.Br:
			w.breaks++
			w.space, w.spaceAt = true, -1
		case atom.Hr:
			w.flush()
		default:
		}
	}
}

// text adds a stretch of text to its paragraph, or begins one.
func (w *writer) text(i int) {
	e := &w.p.all[i]
	if e.letters == 0 {
		w.space = true
		if w.spaceAt == 0 {
			w.spaceAt = e.from
		}
		return
	}
	block, row := w.p.paragraphOf(e)
	if block != w.last || w.breaks > 1 {
		w.flush()
		w.begin(block, *e)
	} else if row && e.cell != w.cell {
		w.back.add(w.out.Len(), e.from, 1, 0)
		w.out.WriteString(" | ")
		w.space = false
	}
	w.cell, w.breaks = e.cell, 0
	before := w.out.Len()
	w.letters(e)
	if e.bold {
		w.bold += w.out.Len() - before
	}
}

// paragraphOf is the block that makes a stretch of text a paragraph: the row, for
// the cells of a table of figures.
func (p *page) paragraphOf(e *element) (block int, row bool) {
	if e.cell > 0 {
		if up := p.all[e.cell].parent; p.all[up].tag == atom.Tr && p.all[up].letters < 400 && p.all[e.cell].letters < 200 {
			return up, true
		}
	}
	return e.block, false
}

// begin starts a paragraph.
func (w *writer) begin(block int, e element) {
	if w.out.Len() > 0 {
		w.back.add(w.out.Len(), e.from, 1, 0)
		w.out.WriteString("\n\n")
	}
	w.last, w.start, w.bold, w.of = block, w.out.Len(), 0, e
	w.space = false
}

// flush ends a paragraph and says what it is.
func (w *writer) flush() {
	text := w.out.String()[w.start:]
	trimmed := strings.TrimRightFunc(text, blank)
	lead := len(trimmed) - len(strings.TrimLeftFunc(trimmed, blank))
	if w.last >= 0 && lead < len(trimmed) {
		b := Block{Start: w.start + lead, End: w.start + len(trimmed), Kind: Paragraph}
		w.classify(&b, trimmed)
		if b.Start < b.End {
			w.blocks = append(w.blocks, b)
		}
	}
	w.last, w.start, w.breaks, w.cell = -1, w.out.Len(), 0, 0
	w.space = false
}

// classify says what a paragraph is by the elements it stands in.
func (w *writer) classify(b *Block, text string) {
	e := &w.of
	switch {
	case e.caption:
		b.Kind = Caption
	case e.heading > 0:
		b.Kind, b.Level = Heading, e.heading
	case e.item > 0:
		b.Kind, b.Level, b.Number = Item, max(1, e.depth), e.number
	default:
		if m := itemMark(text[b.Start-w.start:]); m.size > 0 {
			b.Kind, b.Level, b.Number = Item, 1, m.number
			b.Start += m.size
		} else if h := shapeOf(text); w.bold >= len(text)*9/10 && h.heading() {
			b.Kind, b.Level = Heading, 3
		}
	}
}

// letters writes the characters of a stretch of text: white space shrinks to one
// space, entities are read, everything else stands as it is.
func (w *writer) letters(e *element) {
	src := w.p.src
	for i := e.from; i < e.to; {
		b := src[i]
		if !e.pre && (b == ' ' || b >= '\t' && b <= '\r') {
			if !w.space {
				w.space, w.spaceAt = true, i
			}
			i++
			continue
		}
		if w.space {
			w.putSpace(i)
		}
		if b == '&' {
			i = w.entity(i, e.to)
			continue
		}
		end := i + 1
		for end < e.to && src[end] != '&' && (e.pre || src[end] > ' ') {
			end++
		}
		w.back.add(w.out.Len(), i, 1, 1)
		w.out.WriteString(src[i:end])
		i = end
	}
}

// putSpace writes the one space that a run of white space stands for.
func (w *writer) putSpace(next int) {
	w.space = false
	at := w.spaceAt
	w.spaceAt = 0
	if w.out.Len() == w.start {
		return
	}
	sign := byte(' ')
	if at < 0 {
		sign, at = '\n', next
	} else if at == 0 {
		at = next
	}
	w.back.add(w.out.Len(), at, 1, 0)
	w.out.WriteByte(sign)
}

// maxEntity is the longest name of a character, in bytes.
const maxEntity = 40

// entity writes what a named or numbered character stands for and returns its end.
func (w *writer) entity(i, to int) int {
	src := w.p.src
	end := i + 1
	for end < to && end-i < maxEntity && (src[end] == '#' || src[end] >= '0' && src[end] <= '9' || src[end]|0x20 >= 'a' && src[end]|0x20 <= 'z') {
		end++
	}
	if end < to && src[end] == ';' {
		end++
	}
	s := html.UnescapeString(src[i:end])
	if s == src[i:end] || s == "" {
		w.back.add(w.out.Len(), i, 1, 1)
		w.out.WriteByte('&')
		return i + 1
	}
	if s == "\x00" || !utf8.ValidString(s) {
		s = "\ufffd"
	}
	w.back.add(w.out.Len(), i, 1, 0)
	w.out.WriteString(s)
	return end
}
