package lang

import (
	"bytes"
	"strings"

	"reckon"
)

// entry is one BibTeX entry as written.
type entry struct {
	kind   string
	key    cell
	fields map[string]cell // by lower-case name; values without their braces
	heads  []cell          // the field names, in order
}

// bibScanner reads BibTeX: entries, @string, @comment and @preamble. Text
// between entries is ignored, as BibTeX does.
type bibScanner struct {
	scanner
	macros   map[string]string
	expanded int // characters that macros have put in so far
}

// maxExpanded bounds what the macros of a file may put in: a macro made of
// itself twice over, forty times, would fill any memory.
const maxExpanded = 1 << 20

// entries reads every entry that can be read; after a fault it goes on at the
// next line that starts with @.
func (s *bibScanner) entries() []entry {
	var out []entry
	for s.seek() {
		s.skip(1)
		kind := strings.ToLower(s.word())
		s.space()
		if kind == "comment" || !s.at('{') && !s.at('(') {
			continue
		}
		open := s.here(1)
		closing := byte('}')
		if s.at('(') {
			closing = ')'
		}
		s.skip(1)
		switch kind {
		case "preamble":
		case "string":
			e := entry{fields: map[string]cell{}}
			s.body(&e, open, closing)
			for name, value := range e.fields {
				s.macros[name] = value.text
			}
		default:
			e := entry{kind: kind, fields: map[string]cell{}}
			if s.key(&e) && s.body(&e, open, closing) || e.key.text != "" {
				out = append(out, e)
			}
		}
	}
	return out
}

// broken notes a fault after which something of the entry is missing.
func (s *bibScanner) broken(d reckon.Diagnostic) {
	s.l.add(d)
	s.l.found.broken = true
}

// seek moves to the next @ that starts a line.
func (s *bibScanner) seek() bool {
	for s.pos.Byte < len(s.src) {
		if s.at('@') && s.lineStart() {
			return true
		}
		next := bytes.IndexByte(s.src[s.pos.Byte+1:], '@')
		if next < 0 {
			s.skip(len(s.src) - s.pos.Byte)
			return false
		}
		s.skip(next + 1)
	}
	return false
}

// lineStart reports that only space stands before the place on its line, or
// the end of an entry.
func (s *bibScanner) lineStart() bool {
	for i := s.pos.Byte - 1; i >= 0; i-- {
		switch s.src[i] {
		case ' ', '\t', '\r':
		case '\n', '}':
			return true
		default:
			return i == len(byteOrderMark)-1 && bytes.HasPrefix(s.src, byteOrderMark)
		}
	}
	return true
}

func (s *bibScanner) at(b byte) bool { return s.pos.Byte < len(s.src) && s.src[s.pos.Byte] == b }

// here is the range of the next n bytes.
func (s *bibScanner) here(n int) reckon.Range {
	end := s.pos
	n = min(n, len(s.src)-end.Byte)
	end.Byte += n
	end.Column += n
	return reckon.Range{File: s.name, Start: s.pos, End: end}
}

// space passes over white space.
func (s *bibScanner) space() {
	for s.pos.Byte < len(s.src) && strings.IndexByte(" \t\r\n", s.src[s.pos.Byte]) >= 0 {
		s.skip(1)
	}
}

// word reads letters, digits and the signs that names may hold.
func (s *bibScanner) word() string {
	return s.until(" \t\r\n{}(),=\"#%@")
}

// until reads up to one of the bytes.
func (s *bibScanner) until(stop string) string {
	size := bytes.IndexAny(s.src[s.pos.Byte:], stop)
	if size < 0 {
		size = len(s.src) - s.pos.Byte
	}
	text := string(s.src[s.pos.Byte : s.pos.Byte+size])
	s.skip(size)
	return text
}

// key reads an entry's key and the comma after it.
func (s *bibScanner) key(e *entry) bool {
	s.space()
	start := s.pos
	text := strings.TrimSpace(s.until(",={}\r\n\"@"))
	at := reckon.Range{File: s.name, Start: start, End: s.pos}
	if text == "" || strings.ContainsAny(text, " \t") || s.at('=') {
		s.broken(bibNoKey(at, e.kind))
		return false
	}
	e.key = cell{text, at}
	s.space()
	if s.at(',') {
		s.skip(1)
	} else if !s.at('}') && !s.at(')') {
		s.broken(bibNoComma(at, text))
	}
	return true
}

// body reads the fields up to the closing brace; false when it never comes.
func (s *bibScanner) body(e *entry, open reckon.Range, closing byte) bool {
	for {
		s.space()
		switch {
		case s.at(closing):
			s.skip(1)
			return true
		case s.pos.Byte >= len(s.src), s.at('@') && s.lineStart():
			s.broken(bibOpenEntry(open, e.key.text))
			return false
		case s.at(','):
			s.skip(1)
			continue
		}
		if !s.field(e) {
			return false
		}
	}
}

// field reads "name = value" and the comma after it.
func (s *bibScanner) field(e *entry) bool {
	start := s.pos
	name := s.word()
	head := cell{strings.ToLower(name), reckon.Range{File: s.name, Start: start, End: s.pos}}
	s.space()
	if name == "" || !s.at('=') {
		if name == "" {
			head.at = s.here(1)
		}
		s.broken(bibNoField(head.at, name))
		return false
	}
	s.skip(1)
	s.space()
	before := len(s.l.found.all)
	value, ok := s.value()
	if !ok {
		return false
	}
	if _, twice := e.fields[head.text]; !twice {
		e.fields[head.text] = value
		e.heads = append(e.heads, head)
	}
	s.space()
	if len(s.l.found.all) > before {
		return true // the reader has been told where to look
	}
	if !s.at(',') && !s.at('}') && !s.at(')') && s.pos.Byte < len(s.src) && !s.at('@') {
		s.broken(bibNoComma(value.at, name))
	}
	return true
}

// value reads pieces joined by #.
func (s *bibScanner) value() (cell, bool) {
	start := s.pos
	var b strings.Builder
	for {
		piece, ok := s.piece()
		if !ok {
			return cell{}, false
		}
		b.WriteString(piece)
		end := s.pos
		s.space()
		if !s.at('#') {
			return cell{b.String(), reckon.Range{File: s.name, Start: start, End: end}}, true
		}
		s.skip(1)
		s.space()
	}
}

// piece reads a value in braces, in quotes, or a bare number or macro.
func (s *bibScanner) piece() (string, bool) {
	open := s.here(1)
	switch {
	case s.at('{'):
		s.skip(1)
		return s.enclosed('}', open)
	case s.at('"'):
		s.skip(1)
		return s.enclosed('"', open)
	}
	start := s.pos
	word := s.word()
	if word == "" {
		s.broken(bibNoValue(open))
		return "", false
	}
	if text, ok := s.macros[strings.ToLower(word)]; ok {
		if s.expanded += len(text); s.expanded > maxExpanded {
			s.broken(bibTooLong(reckon.Range{File: s.name, Start: start, End: s.pos}, word))
			return "", false
		}
		return text, true
	}
	if strings.Trim(word, "0123456789") != "" && !contains(months, strings.ToLower(word)) {
		s.l.add(bibBareWord(reckon.Range{File: s.name, Start: start, End: s.pos}, word))
	}
	return word, true
}

// enclosed reads up to the closing sign outside inner braces. A line that
// starts a new entry means that the sign was forgotten.
func (s *bibScanner) enclosed(closing byte, open reckon.Range) (string, bool) {
	from, depth := s.pos.Byte, 0
	for i := from; i < len(s.src); i++ {
		switch b := s.src[i]; {
		case b == closing && depth == 0:
			s.skip(i - from)
			s.skip(1)
			return string(s.src[from:i]), true
		case b == '{':
			depth++
		case b == '}':
			depth--
		case b == '\n' && depth == 0 && closing == '}' && fieldHead(s.src[i+1:]):
			s.skip(i - from)
			s.broken(bibOpenValue(open, closing))
			return strings.TrimRight(string(s.src[from:i]), ", \t\r"), true
		case b == '@' && s.src[i-1] == '\n' && entryHead(s.src[i+1:]):
			s.skip(i - from)
			s.broken(bibOpenValue(open, closing))
			return "", false
		}
		if depth < 0 {
			s.broken(bibOpenValue(open, closing))
			return "", false
		}
	}
	s.skip(len(s.src) - from) // nothing after it can be told apart from the value
	s.broken(bibOpenValue(open, closing))
	return "", false
}

// fieldHead reports text that looks like the start of a field: name = {.
func fieldHead(src []byte) bool {
	line, _, _ := bytes.Cut(src[:min(len(src), 80)], []byte("\n"))
	name, value, found := bytes.Cut(line, []byte("="))
	name, value = bytes.TrimSpace(name), bytes.TrimSpace(value)
	if !found || len(name) == 0 || len(value) == 0 || value[0] != '{' && value[0] != '"' {
		return false
	}
	for _, b := range name {
		if (b|0x20 < 'a' || b|0x20 > 'z') && b != '_' && b != '-' {
			return false
		}
	}
	return true
}

// entryHead reports text that looks like the head of an entry after its @.
func entryHead(src []byte) bool {
	n := 0
	for n < len(src) && (src[n]|0x20) >= 'a' && (src[n]|0x20) <= 'z' {
		n++
	}
	return n > 0 && n < len(src) && src[n] == '{'
}
