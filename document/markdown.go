package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// readMarkdown reads Markdown: its marks stay out of the text, front matter says
// title, author and date.
func readMarkdown(d *Document, b []byte) error {
	from, err := decode(b, "")
	if err != nil {
		return err
	}
	src := from.text
	d.take(from)
	m := &markdown{src: src, builder: builder{back: &trace{}}}
	m.lines = linesOf(src)
	m.frontMatter(d)
	for m.at < len(m.lines) {
		m.block()
	}
	m.give(d)
	d.dress()
	return nil
}

type markdown struct {
	builder
	src   string
	lines []line
	at    int
}

// line gives the text of a line.
func (m *markdown) line(i int) string { return m.src[m.lines[i].start:m.lines[i].end] }

// maxFront is how many lines front matter may have.
const maxFront = 200

// frontMatter reads "key: value" lines between --- and ---, or +++ and +++.
func (m *markdown) frontMatter(d *Document) {
	if len(m.lines) == 0 || m.lines[0].start > 0 || m.line(0) != "---" && m.line(0) != "+++" {
		return
	}
	end := 0
	for i := 1; i < min(len(m.lines), maxFront); i++ {
		if m.line(i) == m.line(0) {
			end = i
			break
		}
	}
	if end == 0 {
		return
	}
	key := ""
	values := map[string][]string{}
	for i := 1; i < end; i++ {
		s := m.line(i)
		if item, ok := strings.CutPrefix(s, "- "); ok && key != "" {
			values[key] = append(values[key], unquoted(item))
			continue
		}
		cut := strings.IndexAny(s, ":=")
		if cut <= 0 || m.lines[i].indent > 0 {
			continue
		}
		key = strings.ToLower(strings.TrimSpace(s[:cut]))
		if v := strings.TrimSpace(s[cut+1:]); v != "" {
			for part := range strings.SplitSeq(strings.Trim(v, "[]"), ", ") {
				if !strings.HasPrefix(v, "[") {
					part = v
				}
				values[key] = append(values[key], unquoted(part))
				if part == v {
					break
				}
			}
		}
	}
	first := func(keys ...string) string {
		for _, k := range keys {
			if len(values[k]) > 0 {
				return strings.Join(values[k], "; ")
			}
		}
		return ""
	}
	d.tell("title", &d.Title, first("title"), "front matter")
	d.tell("author", &d.Author, first("author", "authors", "by"), "front matter")
	d.tell("publisher", &d.Publisher, first("publisher", "publication", "site"), "front matter")
	d.dated(dayOf(first("date", "published", "pubdate")), "front matter")
	m.at = end + 1
}

func unquoted(s string) string {
	s = strings.TrimSpace(s)
	if len(s) >= 2 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] {
		return s[1 : len(s)-1]
	}
	return s
}

// block reads one block.
func (m *markdown) block() {
	l, s := m.lines[m.at], m.line(m.at)
	level := len(s) - len(strings.TrimLeft(s, "#"))
	mark := m.mark(s)
	switch {
	case level >= 1 && level <= 6 && (len(s) == level || s[level] == ' ' || s[level] == '\t'):
		body := strings.TrimRight(strings.TrimRight(s[level:], "#"), " \t")
		m.one(l.start+level, l.start+level+len(body), Block{Kind: Heading, Level: level})
		m.at++
	case strings.HasPrefix(s, "```") || strings.HasPrefix(s, "~~~"):
		m.fenced(s[:3])
	case strings.HasPrefix(s, "<!--"):
		for m.at < len(m.lines) && !strings.Contains(m.line(m.at), "-->") {
			m.at++
		}
		m.at++
	case isRule(s), isDefinition(s), isTableRule(s):
		m.at++
	case strings.HasPrefix(s, "|"):
		m.row()
	case mark.size > 0:
		m.paragraph(mark.size, Block{Kind: Item, Level: 1 + l.indent/2, Number: mark.number})
	default:
		m.paragraph(0, Block{Kind: Paragraph})
	}
}

// mark reads a bullet or number; emphasis at the start of a line is none.
func (m *markdown) mark(s string) mark {
	k := itemMark(s)
	if k.size > 0 && (s[0] == '(' || s[0]|0x20 >= 'a' && s[0]|0x20 <= 'z') {
		return mark{}
	}
	return k
}

// one writes a block of one stretch.
func (m *markdown) one(from, to int, b Block) {
	m.open(from)
	m.inline(from, to)
	m.shut(b)
}

// fenced keeps code as it stands.
func (m *markdown) fenced(fence string) {
	first := m.at + 1
	m.at++
	for m.at < len(m.lines) && !strings.HasPrefix(m.line(m.at), fence) {
		m.at++
	}
	if first < m.at {
		from, to := m.lines[first].start, m.lines[m.at-1].end
		m.open(from)
		m.keep(m.src[from:to], from)
		m.shut(Block{Kind: Paragraph})
	}
	m.at++
}

// row writes a row of a table.
func (m *markdown) row() {
	l, s := m.lines[m.at], m.line(m.at)
	m.at++
	end := len(strings.TrimRight(s, "| \t"))
	if end > 1 {
		m.one(l.start+1, l.start+end, Block{Kind: Paragraph})
	}
}

// paragraph writes lines up to the next blank one or the next block; a line of
// === or --- below makes a heading of them.
func (m *markdown) paragraph(skip int, b Block) {
	first := m.at
	m.open(m.lines[first].start + skip)
	for {
		l, s := m.lines[m.at], m.line(m.at)
		from := l.start + skip
		skip = 0
		for strings.HasPrefix(m.src[from:l.end], ">") {
			from += 1 + spaces(m.src[from+1:l.end])
		}
		if b.Kind == Paragraph && from > l.start {
			if k := m.mark(m.src[from:l.end]); k.size > 0 && m.at == first {
				b = Block{Kind: Item, Level: 1, Number: k.number}
				from += k.size
			}
		}
		m.inline(from, l.end)
		m.at++
		if m.at >= len(m.lines) || m.lines[m.at].gap || m.begins(m.at, strings.HasPrefix(s, ">")) {
			break
		}
		if under := m.line(m.at); b.Kind == Paragraph && (strings.Trim(under, "=") == "" || strings.Trim(under, "-") == "") {
			b = Block{Kind: Heading, Level: 1}
			if under[0] == '-' {
				b.Level = 2
			}
			m.at++
			break
		}
		m.keep("\n", m.lines[m.at-1].end)
	}
	m.shut(b)
}

// begins reports that a line begins a block of its own.
func (m *markdown) begins(i int, quoted bool) bool {
	s := m.line(i)
	if strings.Trim(s, "-") == "" || strings.Trim(s, "=") == "" {
		return false
	}
	return m.mark(s).size > 0 || strings.HasPrefix(s, "#") && strings.HasPrefix(strings.TrimLeft(s, "#"), " ") || strings.HasPrefix(s, "```") || strings.HasPrefix(s, "~~~") ||
		strings.HasPrefix(s, "|") || isRule(s) || strings.HasPrefix(s, ">") != quoted && !quoted
}

// isRule reports a line across the page.
func isRule(s string) bool {
	t := strings.ReplaceAll(s, " ", "")
	return len(t) >= 3 && (strings.Trim(t, "-") == "" || strings.Trim(t, "*") == "" || strings.Trim(t, "_") == "")
}

func isTableRule(s string) bool {
	return strings.Contains(s, "-") && strings.Contains(s, "|") && strings.Trim(s, "|-: \t") == ""
}

// isDefinition reports "[name]: address".
func isDefinition(s string) bool {
	i := strings.Index(s, "]:")
	return strings.HasPrefix(s, "[") && i > 1 && !strings.HasPrefix(s, "[^") && !strings.Contains(strings.TrimSpace(s[i+2:]), " ")
}

// inline writes text without the marks of emphasis, links and code.
func (m *markdown) inline(from, to int) {
	src := m.src
	plain := from
	put := func(until int) {
		m.keep(src[plain:until], plain)
	}
	for i := from; i < to; {
		skip := 0
		switch src[i] {
		case '\\':
			if i+1 < to && src[i+1] < utf8.RuneSelf && unicode.IsPunct(rune(src[i+1])) {
				skip = 1
			}
		case '*', '_', '~', '`':
			skip = m.emphasis(i, from, to)
		case '!':
			if i+1 < to && src[i+1] == '[' && linkEnd(src[i+1:to]) > 0 {
				skip = 1
			}
		case '[':
			if n := linkEnd(src[i:to]); n > 0 {
				skip = 1
			}
		case ']':
			skip = addressEnd(src[i:to])
		case '<':
			skip = tagEnd(src[i:to])
		}
		if skip == 0 {
			i++
			continue
		}
		put(i)
		i += skip
		plain = i
		if skip == 1 && src[i-1] == '\\' {
			i++ // the escaped sign stands for itself
		}
	}
	if plain < to {
		put(to)
	}
}

// emphasis is the length of a run of marks that emphasise: one that touches a word
// on one side. An underscore inside a word is a letter.
func (m *markdown) emphasis(i, from, to int) int {
	n := 1
	for i+n < to && m.src[i+n] == m.src[i] {
		n++
	}
	before, after := rune(' '), rune(' ')
	if i > from {
		before, _ = utf8.DecodeLastRuneInString(m.src[from:i])
	}
	if i+n < to {
		after, _ = utf8.DecodeRuneInString(m.src[i+n : to])
	}
	switch {
	case blank(before) && blank(after), n > 3, m.src[i] == '~' && n != 2:
		return 0
	case m.src[i] == '_' && letterOrDigit(before) && letterOrDigit(after):
		return 0
	}
	return n
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// maxLink is how long the text of a link may be, in bytes.
const maxLink = 400

// linkEnd reports the length of "[text](" or "[text][" at the start; 0 for none.
func linkEnd(s string) int {
	depth := 0
	for i := 0; i < min(len(s), maxLink); i++ {
		switch s[i] {
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				if i+1 < len(s) && (s[i+1] == '(' || s[i+1] == '[') {
					return i
				}
				return 0
			}
		}
	}
	return 0
}

// addressEnd is the length of "](address)" or "][name]" at the start; 0 for none.
func addressEnd(s string) int {
	if len(s) < 2 {
		return 0
	}
	end := byte(')')
	if s[1] == '[' {
		end = ']'
	} else if s[1] != '(' {
		return 0
	}
	if s[1] == '(' {
		return balanced(s[1:min(len(s), maxLink)])
	}
	if i := strings.IndexByte(s[1:min(len(s), maxLink)], end); i > 0 {
		return i + 2
	}
	return 0
}

// balanced is one more than the length of a bracket and what is in it; 0 when it
// is never closed.
func balanced(s string) int {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 2
			}
		}
	}
	return 0
}

// tagEnd is the length of an HTML tag or an address in angle brackets; 0 for none.
func tagEnd(s string) int {
	if len(s) < 3 || s[1] != '/' && s[1] != '!' && (s[1]|0x20 < 'a' || s[1]|0x20 > 'z') {
		return 0
	}
	return strings.IndexByte(s[:min(len(s), maxLink)], '>') + 1
}
