package document

import "sort"

// trace leads from bytes of one text to bytes of the one it was made from.
type trace struct{ runs []run }

// run is a stretch in which every character takes per bytes here and of bytes
// there. An of of 0 means that all of it comes from the one place.
type run struct {
	at, from int
	per, of  int8
}

// add notes that the text from at on was made of what stands at from. A run that
// only goes on is not written again.
func (t *trace) add(at, from, per, of int) {
	if n := len(t.runs); n > 0 {
		last := t.runs[n-1]
		gone := at - last.at
		if int(last.per) == per && int(last.of) == of && of > 0 && gone%per == 0 && last.from+gone/per*of == from {
			return
		}
	}
	t.runs = append(t.runs, run{at, from, int8(per), int8(of)})
}

// place gives the byte that the character at a byte was made from; -1 when nothing is known.
func (t *trace) place(at int) int {
	i := sort.Search(len(t.runs), func(i int) bool { return t.runs[i].at > at }) - 1
	if i < 0 {
		return -1
	}
	r := t.runs[i]
	return r.from + (at-r.at)/int(r.per)*int(r.of)
}

// Source leads from a byte of Text back to the file: to the byte of the original
// where that character begins, -1 when the format packs its text (PDF, DOCX), and
// to the page, 0 when the format has none. A character that stands for several
// bytes (an entity, a group of base64) gives the first. Cost: a few binary searches.
func (d *Document) Source(at int) (offset, page int) {
	if d.pages != nil {
		return -1, d.pages.place(at)
	}
	if d.packed {
		return -1, 0
	}
	for i := len(d.back) - 1; i >= 0 && at >= 0; i-- {
		at = d.back[i].place(at)
	}
	return min(at, d.size), 0 // a character that is cut off ends with the file
}
