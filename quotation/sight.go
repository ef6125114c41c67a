package quotation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reckon/document"
)

// A sight is a mark with what stands on both sides of it; 0 stands for the edge
// of the block.
type sight struct {
	rune         rune
	at, width    int
	family       family
	before, next rune
}

func (m *matcher) sight(r rune, at, width int, b document.Block) sight {
	s := sight{rune: r, at: at, width: width, family: familyOf(r)}
	if r == '\'' && strings.HasPrefix(m.text[at:min(b.End, len(m.text))], "''") {
		s.family, s.width, width = twin, 2, 2
	}
	if at > b.Start {
		s.before, _ = utf8.DecodeLastRuneInString(m.text[b.Start:at])
	}
	if end := min(b.End, len(m.text)); at+width < end {
		s.next, _ = utf8.DecodeRuneInString(m.text[at+width : end])
	}
	return s
}

// opens says whether a mark may open: a mark that has two shapes by its shape,
// another by the space before it.
func (s sight) opens() bool {
	gap := s.before == 0 || unicode.IsSpace(s.before) || strings.ContainsRune("([{—–-/“‘«‹„‚\"'", s.before)
	full := s.next != 0 && !unicode.IsSpace(s.next)
	switch s.rune {
	case '“', '‘', '‟', '‛', '„', '‚', '«', '‹':
		return s.next != 0
	default:
		return gap && full
	}
}

// closes says whether a mark may be the partner of an open one.
func (s sight) closes(o open) bool {
	if o.closer == s.rune {
		return true
	}
	if s.before == 0 {
		return false
	}
	behind := !unicode.IsSpace(s.before) && !strings.ContainsRune("([{", s.before)
	free := s.next == 0 || unicode.IsSpace(s.next) || unicode.IsPunct(s.next)
	switch s.rune {
	case '”', '»', '›':
		return o.closer == 0 || o.family == double
	case '"', '\'':
		return behind || s.next == 0 || unicode.IsSpace(s.next)
	case '“':
		return behind && free && o.closer == 0
	}
	return false
}

// inches tells 12" of length from the end of a quotation: a number stands
// before the mark, the sentence goes on, and a later mark can close instead.
func (s sight) inches(m *matcher, b document.Block) bool {
	if s.rune != '"' || !unicode.IsDigit(s.before) || !unicode.IsSpace(s.next) && s.next != '-' {
		return false
	}
	end := min(b.End, len(m.text))
	rest := m.text[s.at+1 : end]
	if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " -")); !unicode.IsLower(r) {
		return false
	}
	i := strings.IndexByte(rest, '"')
	if i < 0 {
		return false
	}
	later := m.sight('"', s.at+1+i, 1, b)
	return !later.opens()
}

// singleMark tells quotation marks from apostrophes, which look the same.
func (m *matcher) singleMark(s sight, b document.Block) {
	if unicode.IsLetter(s.before) && unicode.IsLetter(s.next) || m.elision(s, b) {
		return
	}
	if s.family == typed && unicode.IsDigit(s.before) && m.top(s.family) < 0 {
		return // feet
	}
	if top := m.top(s.family); top >= 0 && s.closesSingle(m.stack[top]) {
		if possessive(s, m, b) {
			return
		}
		m.close(top, s.at+s.width, "")
		return
	}
	if s.opens() && s.rune != '’' && m.closerAhead(s, b) {
		m.open(s)
	}
}

func (s sight) closesSingle(o open) bool {
	if o.closer == s.rune {
		return true
	}
	if s.rune != '’' && s.rune != '\'' && s.rune != '›' {
		return false
	}
	return s.before != 0 && !unicode.IsSpace(s.before) && s.at > o.at+o.width && !unicode.IsLetter(s.next) && !unicode.IsDigit(s.next)
}

// possessive tells workers’ from the end of a quotation: an s before, a word
// after, and a later mark that can close instead.
func possessive(s sight, m *matcher, b document.Block) bool {
	if s.rune == '›' || s.before != 's' && s.before != 'S' && s.before != 'z' && s.before != 'x' || s.next != ' ' {
		return false
	}
	end := min(b.End, len(m.text))
	if r, _ := utf8.DecodeRuneInString(m.text[min(s.at+s.width+1, end):end]); !unicode.IsLetter(r) {
		return false
	}
	return m.closerAhead(s, b)
}

// closerAhead says whether a mark that can close a single quotation comes before
// one that opens another.
func (m *matcher) closerAhead(s sight, b document.Block) bool {
	end := min(b.End, len(m.text))
	for i := s.at + s.width; i < end; {
		if c := m.text[i]; c < utf8.RuneSelf && c != '\'' {
			i++
			continue
		}
		r, w := utf8.DecodeRuneInString(m.text[i:])
		if familyOf(r) == s.family {
			later := m.sight(r, i, w, b)
			if later.closesSingle(open{at: s.at, width: s.width, family: s.family, closer: closers[s.rune]}) {
				return true
			}
			if later.opens() && r != '’' && !m.elision(later, b) {
				return false
			}
		}
		i += w
	}
	return false
}

// elision tells ’em, ’til and the ’90s from a quotation.
func (m *matcher) elision(s sight, b document.Block) bool {
	if s.family == single && s.rune != '‘' && s.rune != '’' {
		return false
	}
	end := min(b.End, len(m.text))
	rest := m.text[s.at+s.width : end]
	if unicode.IsDigit(s.next) {
		n := 0
		for n < len(rest) && rest[n] >= '0' && rest[n] <= '9' {
			n++
		}
		return n == 2 && !strings.HasPrefix(rest[n:], "'") && !strings.HasPrefix(rest[n:], "’") && !unicode.IsLetter(s.before)
	}
	if unicode.IsLetter(s.before) {
		return false
	}
	n := 0
	for n < len(rest) && (rest[n] >= 'a' && rest[n] <= 'z' || rest[n] >= 'A' && rest[n] <= 'Z') {
		n++
	}
	return n > 0 && n < 6 && elided[strings.ToLower(rest[:n])] && !strings.HasPrefix(rest[n:], "’") && !strings.HasPrefix(rest[n:], "'")
}

// closers are the partners of marks that do not look like the usual ones.
var closers = map[rune]rune{'„': '“', '‚': '‘', '»': '«', '›': '‹'}

// elided are words that English writes with an apostrophe for what it leaves out
// in front.
var elided = map[string]bool{
	"em": true, "til": true, "till": true, "tis": true, "twas": true, "twere": true, "cause": true, "cuz": true,
	"round": true, "bout": true, "neath": true, "n": true, "nother": true,
}
