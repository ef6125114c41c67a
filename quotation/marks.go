package quotation

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reckon/document"
)

// A pair is one opening mark with its closing mark, before anyone asks what the
// marks are for.
type pair struct {
	start, end int // bytes with the marks
	width      int // of the opening mark
	within     int // index of the pair around it; -1
	repair     string
	family     family
}

// How a mark that has no partner was closed.
const (
	closedAtBlockEnd = "unclosed: cut at the end of the block"
	closedAtNextMark = "unclosed: cut before the next mark"
	joinedParagraphs = "speech over several paragraphs"
)

// deepest is how many marks may be open at once. A text that opens more was not
// written with care: the outermost is cut, so that what is found stays linear in
// the text.
const deepest = 8

// family says which marks belong together.
type family uint8

const (
	double family = iota + 1
	straight
	guillemet
	single
	typed // a single mark as keyboards have it
	twin  // two of them for a double one
)

// open is a mark that waits for its partner.
type open struct {
	at, width int
	family    family
	closer    rune // 0: the usual one of the family
	pair      int  // index in pairs, reserved when it was opened so that order is kept
}

// matcher pairs the marks of one document with a stack.
type matcher struct {
	text  string
	pairs []pair
	stack []open
	carry bool // the stack holds speech that the block before left open
}

// match pairs marks block by block. Marks in mastheads and footers are left out.
func match(d *document.Document) []pair {
	m := &matcher{text: d.Text}
	for k, b := range d.Blocks {
		if b.Kind == document.Masthead || b.Kind == document.Footer || b.Start >= b.End {
			continue
		}
		m.block(b)
		m.settle(b, d.Blocks[k+1:])
	}
	return m.ordered()
}

// block walks through the runes of a block.
func (m *matcher) block(b document.Block) {
	end := min(b.End, len(m.text))
	first := true
	for i := b.Start; i < end; {
		c := m.text[i]
		if c < utf8.RuneSelf && c != '"' && c != '\'' {
			first = first && c == ' '
			i++
			continue
		}
		r, w := utf8.DecodeRuneInString(m.text[i:])
		if familyOf(r) != 0 {
			s := m.sight(r, i, w, b)
			w = s.width
			if first && m.carry && s.family == m.stack[0].family && s.opens() {
				m.pairs[m.stack[0].pair].repair = joinedParagraphs // the mark that re-opens is part of the speech
			} else {
				m.mark(s, b)
			}
		}
		first = false
		i += w
	}
}

func familyOf(r rune) family {
	switch r {
	case '“', '”', '„', '‟':
		return double
	case '"':
		return straight
	case '«', '»':
		return guillemet
	case '‘', '’', '‚', '‛', '‹', '›':
		return single
	case '\'':
		return typed
	}
	return 0
}

// mark opens, closes or passes by.
func (m *matcher) mark(s sight, b document.Block) {
	if s.family == single || s.family == typed {
		m.singleMark(s, b)
		return
	}
	if top := m.partner(s); top >= 0 && !s.inches(m, b) {
		m.close(top, s.at+s.width, "")
		return
	}
	if s.opens() {
		m.open(s)
	}
}

// partner gives the open mark that a mark closes: one of its family, or of the
// other double family where a writer mixed the two; -1.
func (m *matcher) partner(s sight) int {
	top := m.top(s.family)
	if top < 0 && s.family == double {
		top = m.top(straight)
	} else if top < 0 && s.family == straight {
		top = m.top(double)
	}
	if top >= 0 && s.closes(m.stack[top]) && (m.stack[top].family == s.family || !s.opens() || s.rune == '”') {
		return top
	}
	return -1
}

// top gives the innermost open mark of a family; -1 when there is none. An inner
// mark without partner must not hide the outer one.
func (m *matcher) top(f family) int {
	for k, o := range slices.Backward(m.stack) {
		if o.family == f {
			return k
		}
	}
	return -1
}

func (m *matcher) open(s sight) {
	if len(m.stack) >= deepest {
		m.evict()
	}
	o := open{at: s.at, width: s.width, family: s.family, closer: closers[s.rune], pair: len(m.pairs)}
	m.pairs = append(m.pairs, pair{start: s.at, width: s.width, family: s.family, within: -1})
	m.stack = append(m.stack, o)
}

// evict ends the outermost open mark where it can no longer hold what follows.
func (m *matcher) evict() {
	o := m.stack[0]
	if p := &m.pairs[o.pair]; o.family != single && o.family != typed {
		p.end, p.repair = m.cut(o), closedAtNextMark
		if p.end == 0 {
			p.end = m.before(o, m.stack[1].at)
		}
	}
	m.stack, m.carry = slices.Delete(m.stack, 0, 1), false
}

// close ends an open mark; what was opened inside it and never closed is dropped.
func (m *matcher) close(k, end int, repair string) {
	p := &m.pairs[m.stack[k].pair]
	p.end = end
	if repair != "" {
		p.repair = repair
	}
	m.stack = m.stack[:k]
	if k == 0 {
		m.carry = false
	}
}

// settle deals with the marks that a block leaves open. Speech goes on when the
// next paragraph opens with the same mark, or closes before it opens anything.
func (m *matcher) settle(b document.Block, rest []document.Block) {
	if len(m.stack) == 0 {
		return
	}
	o := m.stack[0]
	if o.family != single && o.family != typed && len(rest) > 0 && m.continues(o, b, rest[0]) {
		m.stack, m.carry = m.stack[:1], true
		return
	}
	for k, o := range slices.Backward(m.stack) {
		if o.family == single || o.family == typed {
			m.stack = m.stack[:k] // an apostrophe, most likely
			continue
		}
		if cut := m.cut(o); cut > 0 {
			m.close(k, cut, closedAtNextMark)
		} else {
			m.close(k, b.End, closedAtBlockEnd)
		}
	}
	m.carry = false
}

func (m *matcher) continues(o open, b, next document.Block) bool {
	if next.Kind != document.Paragraph || b.Kind != document.Paragraph && b.Kind != document.Item {
		return false
	}
	end := min(next.End, len(m.text))
	for i := next.Start; i < end; {
		r, w := utf8.DecodeRuneInString(m.text[i:])
		if familyOf(r) == 0 {
			i += w
			continue
		}
		s := m.sight(r, i, w, next)
		if s.family == o.family {
			return i == next.Start && s.opens() || s.closes(o) && !s.opens()
		}
		i += s.width
	}
	return false
}

// cut gives the end of the last sentence before a mark of the same family that
// follows an unclosed one, or else where the next unclosed one of the family
// stands: only the last of several runs on. It is 0 when none follows.
func (m *matcher) cut(o open) int {
	next, lone := -1, -1
	for k := o.pair + 1; k < len(m.pairs) && lone < 0; k++ {
		p := m.pairs[k]
		if p.family != o.family {
			continue
		}
		if next < 0 {
			next = p.start
		}
		if p.end == 0 || p.repair != "" {
			lone = p.start
		}
	}
	for i := next - 1; i > o.at+o.width; i-- {
		switch m.text[i] {
		case '.', '!', '?', ',', ';', ':':
			return i + 1
		}
	}
	if lone < 0 {
		return 0
	}
	return m.before(o, lone)
}

// before gives the end of the words of an open mark that stand before another.
func (m *matcher) before(o open, at int) int {
	from := o.at + o.width
	return from + len(strings.TrimRightFunc(m.text[from:at], unicode.IsSpace))
}

// ordered drops what was never closed and says which pair stands in which.
func (m *matcher) ordered() []pair {
	kept := m.pairs[:0]
	for _, p := range m.pairs {
		if p.end > p.start && letters(m.text[p.start:p.end]) {
			kept = append(kept, p)
		}
	}
	var around []int
	for k := range kept {
		for len(around) > 0 && kept[around[len(around)-1]].end <= kept[k].start {
			around = around[:len(around)-1]
		}
		if len(around) > 0 {
			outer := kept[around[len(around)-1]]
			kept[k].within = around[len(around)-1]
			if kept[k].end > outer.end { // both lack a partner, or one was cut inside the other
				kept[k].end, kept[k].repair = outer.end, outer.repair
			}
		}
		around = append(around, k)
	}
	return kept
}

func letters(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}
