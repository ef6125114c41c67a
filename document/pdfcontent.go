package document

import "math"

// piece is characters shown at a place of a page: in points, from the lower left.
type piece struct {
	x, y, width, size float64
	text              string
	bold              bool
}

// matrix moves points: x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix struct{ a, b, c, d, e, f float64 }

var unit = matrix{a: 1, d: 1}

// times applies m first, then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		float64(m.a*n.a) + float64(m.b*n.c), float64(m.a*n.b) + float64(m.b*n.d),
		float64(m.c*n.a) + float64(m.d*n.c), float64(m.c*n.b) + float64(m.d*n.d),
		float64(m.e*n.a) + float64(m.f*n.c) + n.e, float64(m.e*n.b) + float64(m.f*n.d) + n.f,
	}
}

// Bounds on one page.
const (
	maxPieces   = 200000
	maxForms    = 12 // forms inside forms
	maxDrawn    = 2000
	maxOperands = 64
)

// painter goes through the contents of a page and collects what is written.
type painter struct {
	f      *pdfFile
	fonts  map[pdfRef]*pdfFont
	pieces []piece
	turned int // characters that do not stand upright
	forms  int // forms drawn so far
	loose  int // fonts written out on the spot
	blind  int // characters in fonts that do not say what they are

	state  paint
	states []paint
	text   matrix // where the next character comes
	line   matrix // where the line began
}

// paint is what q keeps and Q brings back.
type paint struct {
	page                              matrix
	font                              *pdfFont
	size, char, word, scale, up, lead float64
}

// show reads contents with their resources.
func (p *painter) show(content []byte, resources pdfDict, depth int) {
	l := &pdfLexer{content, 0}
	var args []any
	for !l.done() && len(p.pieces) < maxPieces {
		v := l.next(0)
		op, ok := v.(pdfWord)
		if !ok {
			if len(args) < maxOperands {
				args = append(args, v)
			}
			continue
		}
		if op == "ID" {
			skipImage(l)
		} else {
			p.operator(string(op), args, resources, depth)
		}
		args = args[:0]
	}
}

// skipImage passes over the bytes of a picture in the contents.
func skipImage(l *pdfLexer) {
	for l.at+2 < len(l.b) {
		if l.b[l.at] <= ' ' && l.b[l.at+1] == 'E' && l.b[l.at+2] == 'I' && (l.at+3 == len(l.b) || l.b[l.at+3] <= ' ') {
			l.at += 3
			return
		}
		l.at++
	}
	l.at = len(l.b)
}

// operator does one operation that matters for text.
//
//house:long one flat switch over the operators of text
func (p *painter) operator(op string, args []any, resources pdfDict, depth int) {
	n := func(i int) float64 {
		if i >= len(args) {
			return 0
		}
		v, _ := args[i].(float64)
		return max(-1e7, min(v, 1e7))
	}
	s := &p.state
	switch op {
	case "q":
		if len(p.states) < 200 {
			p.states = append(p.states, *s)
		}
	case "Q":
		if k := len(p.states); k > 0 {
			*s, p.states = p.states[k-1], p.states[:k-1]
		}
	case "cm":
		s.page = matrix{n(0), n(1), n(2), n(3), n(4), n(5)}.times(s.page)
	case "BT":
		p.text, p.line = unit, unit
	case "Tf":
		s.size = n(1)
		if len(args) > 0 {
			s.font = p.fontOf(p.f.dict(resources["Font"])[p.f.name(args[0])])
		}
	case "Td":
		p.move(n(0), n(1))
	case "TD":
		s.lead = -n(1)
		p.move(n(0), n(1))
	case "Tm":
		p.line = matrix{n(0), n(1), n(2), n(3), n(4), n(5)}
		p.text = p.line
	case "T*":
		p.move(0, -s.lead)
	case "Tc":
		s.char = n(0)
	case "Tw":
		s.word = n(0)
	case "Tz":
		s.scale = n(0) / 100
	case "TL":
		s.lead = n(0)
	case "Ts":
		s.up = n(0)
	case "Tj", "'", "\"":
		if op != "Tj" {
			p.move(0, -s.lead)
		}
		if op == "\"" {
			s.word, s.char = n(0), n(1)
		}
		if k := len(args); k > 0 {
			p.write(args[k-1])
		}
	case "TJ":
		if len(args) == 1 {
			list, _ := args[0].(pdfArray)
			for _, x := range list {
				if v, ok := x.(float64); ok {
					p.text = matrix{1, 0, 0, 1, -max(-1e5, min(v, 1e5)) / 1000 * s.size * s.scale, 0}.times(p.text)
				} else {
					p.write(x)
				}
			}
		}
	case "Do":
		if len(args) == 1 {
			p.form(p.f.dict(resources["XObject"])[p.f.name(args[0])], resources, depth)
		}
	}
}

func (p *painter) move(x, y float64) {
	p.line = matrix{1, 0, 0, 1, x, y}.times(p.line)
	p.text = p.line
}

// fontOf reads a font once.
func (p *painter) fontOf(v any) *pdfFont {
	if r, ok := v.(pdfRef); ok {
		if font, known := p.fonts[r]; known {
			return font
		}
		p.fonts[r] = p.f.font(v)
		return p.fonts[r]
	}
	if p.loose++; p.loose > maxDrawn {
		return nil
	}
	return p.f.font(v)
}

// form draws contents that are kept apart.
func (p *painter) form(v any, resources pdfDict, depth int) {
	s, ok := p.f.get(v).(*pdfStream)
	if p.forms++; !ok || depth >= maxForms || p.forms > maxDrawn || p.f.name(s.dict["Subtype"]) != "Form" {
		return
	}
	before, kept := p.state, len(p.states)
	if m := p.f.array(s.dict["Matrix"]); len(m) == 6 {
		p.state.page = matrix{p.f.num(m[0]), p.f.num(m[1]), p.f.num(m[2]), p.f.num(m[3]), p.f.num(m[4]), p.f.num(m[5])}.times(p.state.page)
	}
	if own := p.f.dict(s.dict["Resources"]); own != nil {
		resources = own
	}
	p.show(p.f.data(s), resources, depth+1)
	p.state, p.states = before, p.states[:min(kept, len(p.states))]
}

// write shows a string.
func (p *painter) write(v any) {
	str, ok := v.(pdfString)
	s := &p.state
	if !ok || s.font == nil {
		return
	}
	for text := string(str); text != "" && len(p.pieces) < maxPieces; {
		chars, width, size := s.font.decode(text)
		at := matrix{s.size * s.scale, 0, 0, s.size, 0, s.up}.times(p.text).times(s.page)
		advance := width/1000*s.size + s.char
		if size == 1 && text[0] == ' ' {
			advance += s.word
		}
		advance *= s.scale
		p.put(chars, at, width/1000)
		p.text = matrix{1, 0, 0, 1, advance, 0}.times(p.text)
		text = text[size:]
	}
}

// put notes characters where they stand, unless they lie on their side.
func (p *painter) put(chars string, at matrix, width float64) {
	size := math.Hypot(at.c, at.d)
	if chars == "" || size < 0.5 || size > 2000 || math.Abs(at.e) > 1e6 || math.Abs(at.f) > 1e6 {
		return
	}
	if math.Abs(at.b) > math.Abs(at.a) {
		p.turned++
		return
	}
	if chars == "\ufffd" {
		p.blind++
	}
	p.pieces = append(p.pieces, piece{at.e, at.f, width * math.Abs(at.a), size, chars, p.state.font.bold})
}
