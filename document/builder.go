package document

import "strings"

// builder makes a text block by block, a blank line between two.
type builder struct {
	out    strings.Builder
	back   *trace // nil where the original packs its text
	blocks []Block
	start  int
}

// open begins a block, made of what stands at from.
func (w *builder) open(from int) {
	if w.out.Len() > 0 {
		w.note(from)
		w.out.WriteString("\n\n")
	}
	w.start = w.out.Len()
}

// note says that what is written next comes from one place as a whole.
func (w *builder) note(from int) {
	if w.back != nil {
		w.back.add(w.out.Len(), from, 1, 0)
	}
}

// keep writes text that stands as it is at from.
func (w *builder) keep(s string, from int) {
	if s == "" {
		return
	}
	if w.back != nil {
		w.back.add(w.out.Len(), from, 1, 1)
	}
	w.out.WriteString(s)
}

// shut ends a block without the white space around it; an empty one leaves none.
func (w *builder) shut(b Block) {
	text := w.out.String()[w.start:]
	end := len(strings.TrimRightFunc(text, blank))
	lead := end - len(strings.TrimLeftFunc(text[:end], blank))
	if lead < end {
		b.Start, b.End = w.start+lead, w.start+end
		w.blocks = append(w.blocks, b)
	}
	w.start = w.out.Len()
}

// give makes the text and the blocks the document's own.
func (w *builder) give(d *Document) {
	d.Text, d.Blocks = w.out.String(), w.blocks
	if w.back != nil {
		d.back = append(d.back, w.back)
	}
}
