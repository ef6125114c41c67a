package lang

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"reckon"
)

// cell is one cell of a table, and where it stands, quotes included.
type cell struct {
	text string
	at   reckon.Range
}

// row is one record of a table; heads, shared by all rows, names its cells.
type row struct {
	heads []string
	cells []cell
	at    reckon.Range
}

// cell returns the cell under a heading; false when the column is absent.
func (r row) cell(column string) (cell, bool) {
	if i := slices.Index(r.heads, column); i >= 0 {
		return r.cells[i], true
	}
	return cell{}, false
}

// text returns a cell without surrounding space; "" when the column is absent.
func (r row) text(column string) string {
	c, _ := r.cell(column)
	return strings.TrimSpace(c.text)
}

// where returns the range of a cell, or of the row when the column is absent.
func (r row) where(column string) reckon.Range {
	if c, ok := r.cell(column); ok {
		return c.at
	}
	return r.at
}

// scanner reads comma-separated text as RFC 4180 has it, cell by cell.
type scanner struct {
	l    *loader
	name string
	src  []byte
	pos  reckon.Pos
}

// table reads a file with a header. Rows with too many or too few cells are
// reported and left out, since their cells may stand under the wrong heading.
func (l *loader) table(name string, src []byte, columns []column) []row {
	skip, ok := l.readable(name, src)
	if !ok {
		return nil
	}
	s := &scanner{l: l, name: name, src: src, pos: reckon.Pos{Line: 1, Column: 1, Byte: skip}}
	header, ok := s.line()
	if !ok {
		l.add(emptyTable(anywhere(name), columns))
		return nil
	}
	heads, ok := l.header(header, columns, name)
	if !ok {
		return nil
	}
	var rows []row
	for {
		cells, ok := s.line()
		if !ok {
			return rows
		}
		if blank(cells) {
			continue // spreadsheets write ,,,, below the last row
		}
		at := cells[0].at
		at.End = cells[len(cells)-1].at.End
		if len(cells) != len(header) {
			if i := slices.IndexFunc(cells, curly); i >= 0 {
				l.add(curlyCell(cells[i].at))
				continue
			}
			l.add(raggedRow(at, len(cells), len(header)))
			continue
		}
		rows = append(rows, row{heads, cells, at})
	}
}

// absent lists the columns that no heading names, which alone a misspelt
// heading can stand for.
func absent(known []string, heads []cell) []string {
	return slices.DeleteFunc(slices.Clone(known), func(name string) bool {
		return slices.ContainsFunc(heads, func(c cell) bool { return strings.TrimSpace(c.text) == name })
	})
}

// curly reports a cell that starts with the quote of a word processor, which
// does not hold its commas together.
func curly(c cell) bool {
	text := strings.TrimSpace(c.text)
	return slices.ContainsFunc([]string{"“", "”", "„", "«", "»"}, func(sign string) bool { return strings.HasPrefix(text, sign) })
}

// blank reports a row with nothing in any cell.
func blank(cells []cell) bool {
	return !slices.ContainsFunc(cells, func(c cell) bool { return strings.TrimSpace(c.text) != "" })
}

// header matches the first line against the columns; "" marks one to ignore.
func (l *loader) header(cells []cell, columns []column, name string) ([]string, bool) {
	if len(cells) == 1 {
		for _, sign := range []string{";", "\t"} {
			if strings.Count(cells[0].text, sign) > 0 {
				l.add(wrongSeparator(cells[0].at, sign))
				l.found.broken = true
				return nil, false
			}
		}
	}
	if len(cells) > maxColumns {
		l.add(tooMany(cells[maxColumns].at, "columns", maxColumns))
		l.found.broken = true
		return nil, false
	}
	var known []string
	for _, c := range columns {
		known = append(known, c.name)
	}
	heads := make([]string, len(cells))
	for i, c := range cells {
		head := strings.TrimSpace(c.text)
		switch {
		case !contains(known, head):
			l.add(unknownColumn(c.at, head, nearest(head, absent(known, cells)), known))
		case contains(heads, head):
			l.add(columnTwice(c.at, head))
		default:
			heads[i] = head
		}
	}
	for _, c := range columns {
		if c.required && !contains(heads, c.name) {
			l.add(missingColumn(cells[0].at, name, c))
			l.found.broken = true
			return nil, false
		}
	}
	return heads, true
}

// line reads the next record, passing over blank lines; false at the end.
func (s *scanner) line() ([]cell, bool) {
	for s.pos.Byte < len(s.src) && (s.src[s.pos.Byte] == '\n' || s.src[s.pos.Byte] == '\r') {
		s.skip(1)
	}
	if s.pos.Byte >= len(s.src) {
		return nil, false
	}
	cells := make([]cell, 0, 16)
	for {
		cells = append(cells, s.cell())
		if s.pos.Byte >= len(s.src) || s.src[s.pos.Byte] != ',' {
			break
		}
		s.skip(1)
	}
	return cells, true
}

// skip moves past n bytes, counting lines and columns.
func (s *scanner) skip(n int) {
	past := s.src[s.pos.Byte:min(s.pos.Byte+n, len(s.src))]
	s.pos.Byte += len(past)
	if last := bytes.LastIndexByte(past, '\n'); last >= 0 {
		s.pos.Line += bytes.Count(past, []byte("\n"))
		s.pos.Column = 1
		past = past[last+1:]
	}
	s.pos.Column += utf8.RuneCount(past)
}

// cell reads one cell and stops at the comma or line end after it.
func (s *scanner) cell() cell {
	start := s.pos
	if s.src[min(s.pos.Byte, len(s.src)-1)] == '"' && s.pos.Byte < len(s.src) {
		if text, size, ok := quotedCell(s.src[s.pos.Byte:]); ok {
			s.skip(size)
			return cell{text, reckon.Range{File: s.name, Start: start, End: s.pos}}
		}
		at := reckon.Range{File: s.name, Start: start, End: start}
		at.End.Byte++
		at.End.Column++
		s.l.add(halfQuote(at))
	}
	size := bytes.IndexAny(s.src[s.pos.Byte:], ",\r\n")
	if size < 0 {
		size = len(s.src) - s.pos.Byte
	}
	text := string(s.src[s.pos.Byte : s.pos.Byte+size])
	s.skip(size)
	return cell{text, reckon.Range{File: s.name, Start: start, End: s.pos}}
}

// quotedCell reads a cell in quotes; false when its quotes do not close right
// before a comma or line end.
func quotedCell(src []byte) (text string, size int, ok bool) {
	var b strings.Builder
	for i := 1; i < len(src); i++ {
		switch {
		case src[i] != '"':
			b.WriteByte(src[i])
		case i+1 < len(src) && src[i+1] == '"':
			b.WriteByte('"')
			i++
		default:
			closed := i+1 == len(src) || src[i+1] == ',' || src[i+1] == '\n' || src[i+1] == '\r'
			return b.String(), i + 1, closed
		}
	}
	return "", 0, false
}
