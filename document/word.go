package document

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// word writes the text of a Word document as its signs come.
type word struct {
	builder
	doc    *Document
	levels map[string]style
	lists  *listReader
	counts map[string]int // the last number of each list and level
	as     Kind           // of all paragraphs of a part; "" for the text itself
	once   map[string]bool
	prefix string
	number int // of the footnote being read

	stack   []paragraph // open paragraphs; a text box puts one inside another
	waiting []paragraph // those of text boxes, until the one around them ends
	skip    int         // depth inside deleted text and the like
	inText  bool
	row     int // depth of table rows that are being written as one block
	rowText []string

	deleted, inserted, hidden int
	damaged                   []string
}

// paragraph is one that is being read.
type paragraph struct {
	text        strings.Builder
	style       string
	list, level string
	run         bool // inside a run's properties
	vanish      bool // the run is not shown
}

func (w *word) fault(part string) { w.damaged = append(w.damaged, part) }

func (w *word) token(t xml.Token) {
	switch t := t.(type) {
	case xml.StartElement:
		if w.prefix == "" { // the name space that the part itself is in
			w.prefix = t.Name.Space
		}
		if w.skip > 0 || t.Name.Space == w.prefix || t.Name.Local == "Fallback" {
			w.opens(t)
		}
	case xml.EndElement:
		if w.skip > 0 || t.Name.Space == w.prefix {
			w.closes(t.Name.Local)
		}
	case xml.CharData:
		if p := w.top(); p != nil && w.inText && w.skip == 0 {
			if p.vanish {
				if strings.TrimSpace(string(t)) != "" {
					w.hidden++
				}
				return
			}
			p.text.WriteString(strings.ToValidUTF8(strings.ReplaceAll(string(t), "\x00", "\ufffd"), "\ufffd"))
		}
	}
}

func (w *word) top() *paragraph {
	if len(w.stack) == 0 {
		return nil
	}
	return &w.stack[len(w.stack)-1]
}

// maxBoxes is how deep text boxes may lie in one another.
const maxBoxes = 50

// opens reads the beginning of an element.
//
//house:long one flat switch over the names of elements
func (w *word) opens(e xml.StartElement) {
	name := e.Name.Local
	if w.skip > 0 || isHiddenTag(name) {
		if name == "del" && w.skip == 0 {
			w.deleted++
		}
		w.skip++
		return
	}
	p := w.top()
	switch name {
	case "p":
		if len(w.stack) < maxBoxes {
			w.stack = append(w.stack, paragraph{})
		}
		return
	case "tr":
		w.row++
		return
	case "ins", "moveTo":
		w.inserted++
		return
	case "footnote", "endnote":
		w.number, _ = strconv.Atoi(val(e, "id"))
		return
	}
	if p == nil {
		return
	}
	switch name {
	case "pStyle":
		p.style = val(e, "val")
	case "numId":
		p.list = val(e, "val")
	case "ilvl":
		p.level = val(e, "val")
	case "r":
		p.run, p.vanish = true, w.levels[p.style].hidden
	case "vanish", "webHidden":
		if p.run && !off(e) {
			p.vanish = true
		}
	case "t":
		w.inText = true
	case "tab":
		if p.run {
			w.sign("\t")
		}
	case "br", "cr":
		w.sign("\n")
	case "noBreakHyphen":
		w.sign("\u2011")
	case "softHyphen":
		w.sign("\u00ad")
	}
}

func (w *word) sign(s string) {
	if p := w.top(); !p.vanish {
		p.text.WriteString(s)
	}
}

// closes reads the end of an element.
func (w *word) closes(name string) {
	if w.skip > 0 {
		w.skip--
		return
	}
	switch name {
	case "t":
		w.inText = false
	case "r":
		if p := w.top(); p != nil {
			p.run, p.vanish = false, false
		}
	case "p":
		w.end()
	case "tr":
		if w.row = max(0, w.row-1); w.row == 0 {
			w.endRow()
		}
	}
}

// end ends a paragraph and those of the text boxes in it.
func (w *word) end() {
	if len(w.stack) == 0 {
		return
	}
	p := w.stack[len(w.stack)-1]
	w.stack = w.stack[:len(w.stack)-1]
	if len(w.stack) > 0 {
		w.waiting = append(w.waiting, p)
		return
	}
	w.write(p)
	for _, box := range w.waiting {
		w.write(box)
	}
	w.waiting = w.waiting[:0]
}

// write makes a block of a paragraph, or a cell of a table.
func (w *word) write(p paragraph) {
	text := strings.TrimSpace(p.text.String())
	if text == "" {
		return
	}
	if w.row > 0 && w.as == "" {
		w.rowText = append(w.rowText, text)
		return
	}
	b := w.block(p)
	if w.once != nil {
		if w.once[text] || len(text) < 2 {
			return
		}
		w.once[text] = true
	}
	w.open(0)
	w.keep(text, 0)
	w.shut(b)
}

// block says what a paragraph is.
func (w *word) block(p paragraph) Block {
	s := w.levels[p.style]
	switch {
	case w.as == Item:
		return Block{Kind: Item, Level: 1, Number: max(0, w.number)}
	case w.as != "":
		return Block{Kind: w.as}
	case s.kind != "":
		return Block{Kind: s.kind}
	case s.level > 0:
		return Block{Kind: Heading, Level: s.level}
	case len(p.style) == 8 && strings.HasPrefix(p.style, "Heading") && p.style[7] >= '1' && p.style[7] <= '9':
		return Block{Kind: Heading, Level: int(p.style[7] - '0')}
	case p.style == "Title":
		return Block{Kind: Heading, Level: 1}
	case p.list != "" && p.list != "0" || s.list:
		level, _ := strconv.Atoi(p.level)
		b := Block{Kind: Item, Level: max(0, min(level, 8)) + 1}
		if w.lists.numbered(p.list, strconv.Itoa(b.Level-1)) {
			key := p.list + ":" + p.level
			w.counts[key]++
			b.Number = w.counts[key]
		}
		return b
	}
	return Block{Kind: Paragraph}
}

// endRow writes the cells of a row as one block.
func (w *word) endRow() {
	if len(w.rowText) > 0 {
		w.open(0)
		w.keep(strings.Join(w.rowText, " | "), 0)
		w.shut(Block{Kind: Paragraph})
	}
	w.rowText = w.rowText[:0]
}

// tell notes what was left out or mended. Headings that no style marks are found
// as in plain text.
func (w *word) tell() {
	d := w.doc
	if w.deleted > 0 {
		d.note("Deletions that are tracked in the file (%d) were left out.", w.deleted)
	}
	if w.inserted > 0 {
		d.note("Insertions that are tracked in the file (%d) were kept.", w.inserted)
	}
	if w.hidden > 0 {
		d.note("Hidden text (%d passages) was left out.", w.hidden)
	}
	for _, part := range w.damaged {
		d.note("The part %s of the file is damaged; the text before the damage was read.", part)
	}
	for _, b := range d.Blocks {
		if b.Kind == Heading {
			return
		}
	}
	markHeadings(d.Text, d.Blocks)
}
