package document

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxDepth is how deep elements may lie in one another; what lies deeper belongs
// to the last that counts. Nothing here recurs, so it only bounds the cost.
const maxDepth = 256

// element is an element or a stretch of text of a page. They stand in the order
// of the page, so that what lies in element i is the rest up to its end.
type element struct {
	tag         atom.Atom // 0 for text
	parent, end int
	from, to    int // of text: its bytes in the source

	hint     string // class, id, role and the like, in small letters
	datetime string
	name     string // itemprop and rel
	link     bool   // in an element that leads elsewhere
	hidden   bool   // is not shown, or is no text
	pre      bool   // white space counts
	bold     bool
	caption  bool
	block    int // the nearest element that makes a paragraph of its own
	item     int // the list item it lies in; 0 for none
	cell     int // the table cell it lies in; 0 for none
	number   int // of an item in a numbered list
	depth    int // of lists
	heading  int // 1 to 6; 0 outside headings

	letters, linked, commas int // of the text inside
	score                   float64
}

// page is an HTML file taken apart.
type page struct {
	src     string
	all     []element
	meta    []metaTag
	linked  []string // JSON-LD
	styles  sheet
	passed  int // hidden passages that were left out
	stack   []int
	open    map[atom.Atom]int
	beyond  int // elements open beyond maxDepth
	numbers map[int]int
}

// parsePage takes a page apart with the place of every stretch of text.
func parsePage(src string) *page {
	p := &page{src: src, open: map[atom.Atom]int{}, numbers: map[int]int{}, styles: sheetOf(src)}
	p.all = append(p.all, element{tag: atom.Html})
	p.stack = []int{0}
	z := html.NewTokenizer(strings.NewReader(src))
	at := 0
	raw := atom.Atom(0) // the element whose text is no text: script, style, title
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		from := at
		at += len(z.Raw())
		switch kind {
		case html.TextToken:
			p.text(from, at, raw)
		case html.StartTagToken, html.SelfClosingTagToken:
			raw = p.start(z, kind == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := z.TagName()
			p.close(atom.Lookup(name))
			raw = 0
		default: // comments and the like
		}
	}
	for _, i := range p.stack {
		p.all[i].end = len(p.all)
	}
	p.sum()
	return p
}

// text adds a stretch of text, or keeps what a script or title holds.
func (p *page) text(from, to int, raw atom.Atom) {
	s := p.src[from:to]
	switch raw {
	case atom.Title:
		if p.open[atom.Svg] == 0 {
			p.meta = append(p.meta, metaTag{"<title>", html.UnescapeString(s)})
		}
		return
	case atom.Script:
		if len(p.linked) < 20 && len(s) < 1<<20 && p.all[p.stack[len(p.stack)-1]].name == "json-ld" {
			p.linked = append(p.linked, s)
		}
		return
	case atom.Style:
		return
	default:
	}
	parent := p.stack[len(p.stack)-1]
	e := p.all[parent]
	e.tag, e.parent, e.from, e.to, e.end = 0, parent, from, to, len(p.all)+1
	e.hint, e.name, e.datetime = "", "", ""
	p.all = append(p.all, e)
}

// start opens an element and returns it when its text is no text.
func (p *page) start(z *html.Tokenizer, selfClosing bool) atom.Atom {
	name, more := z.TagName()
	tag := atom.Lookup(name)
	if tag == 0 {
		tag = atom.Span // an element of nobody's: shown as what is in it
	}
	p.imply(tag)
	parent := p.stack[len(p.stack)-1]
	up := &p.all[parent]
	i := len(p.all)
	e := element{
		tag: tag, parent: parent, end: i + 1, link: up.link, hidden: up.hidden, pre: up.pre, bold: up.bold,
		caption: up.caption, block: up.block, item: up.item, cell: up.cell, number: up.number, depth: up.depth, heading: up.heading,
	}
	p.attributes(z, &e, more)
	p.inherit(&e, i)
	p.all = append(p.all, e)
	if empty[tag] || selfClosing && tag != atom.Script && tag != atom.Style && tag != atom.Title {
		return 0
	}
	if len(p.stack) >= maxDepth {
		p.beyond++
	} else {
		p.stack = append(p.stack, i)
		p.open[tag]++
	}
	if tag == atom.Script || tag == atom.Style || tag == atom.Title {
		return tag
	}
	return 0
}

// attributes reads what counts here, and metadata.
func (p *page) attributes(z *html.Tokenizer, e *element, more bool) {
	meta := metaTag{}
	for n := 0; more && n < 64; n++ {
		var k, v []byte
		k, v, more = z.TagAttr()
		value := string(v)
		switch string(k) {
		case "class", "id", "role":
			e.hint += " " + strings.ToLower(value)
			e.hidden = e.hidden || p.styles.hides(string(k), value)
		case "hidden":
			e.hidden = e.hidden || !strings.EqualFold(value, "until-found")
		case "aria-hidden":
			e.hidden = e.hidden || strings.EqualFold(value, "true")
		case "style":
			e.hidden = e.hidden || hiddenStyle(value)
		case "href":
			e.link = e.link || e.tag == atom.A && !strings.HasPrefix(value, "#")
		case "itemprop", "rel":
			e.name += " " + strings.ToLower(value)
			if e.tag == atom.Meta {
				meta.name = strings.ToLower(value)
			}
		case "name", "property", "http-equiv":
			meta.name = strings.ToLower(value)
		case "content":
			meta.value = value
		case "datetime":
			e.datetime = value
		case "type":
			if e.tag == atom.Script && strings.Contains(strings.ToLower(value), "ld+json") {
				e.name = "json-ld"
			}
			e.hidden = e.hidden || e.tag == atom.Input
		}
	}
	if e.tag == atom.Meta && meta.name != "" && len(p.meta) < 400 {
		p.meta = append(p.meta, meta)
	}
}

// inherit sets what an element hands down to what lies in it.
func (p *page) inherit(e *element, i int) {
	e.hidden = e.hidden || unseen[e.tag] || strings.Contains(e.hint, "sr-only") || strings.Contains(e.hint, "visually-hidden") || strings.Contains(e.hint, "screen-reader")
	switch e.tag {
	case atom.Pre, atom.Textarea:
		e.pre = true
	case atom.B, atom.Strong:
		e.bold = true
	case atom.Ul, atom.Ol, atom.Menu:
		e.depth++
	case atom.Li:
		e.item, e.number = i, 0
		if p.all[e.parent].tag == atom.Ol {
			p.numbers[e.parent]++
			e.number = p.numbers[e.parent]
		}
	case atom.Table:
		e.cell = 0
	case atom.Td, atom.Th:
		e.cell = i
	case atom.Figcaption, atom.Caption:
		e.caption = true
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		e.heading = headingLevel[e.tag]
	case atom.P, atom.Div:
		e.caption = e.caption || strings.Contains(e.hint, "caption") || strings.Contains(e.hint, "photo-credit") || strings.Contains(e.hint, "image-credit")
	default:
	}
	if blocks[e.tag] {
		e.block = i
	}
}

// imply closes what an opening tag closes without saying so.
func (p *page) imply(tag atom.Atom) {
	switch tag {
	case atom.Li:
		p.closeWithin(atom.Li, atom.Ul, atom.Ol)
	case atom.Dt, atom.Dd:
		p.closeWithin(atom.Dt, atom.Dl, 0)
		p.closeWithin(atom.Dd, atom.Dl, 0)
	case atom.Tr:
		p.closeWithin(atom.Tr, atom.Table, 0)
	case atom.Td, atom.Th:
		p.closeWithin(atom.Td, atom.Tr, atom.Table)
		p.closeWithin(atom.Th, atom.Tr, atom.Table)
	case atom.Option:
		p.closeWithin(atom.Option, atom.Select, 0)
	default:
	}
	if blocks[tag] && p.open[atom.P] > 0 {
		p.closeWithin(atom.P, atom.Table, atom.Td)
	}
}

// closeWithin closes the nearest open element of a kind, unless a wall is nearer.
func (p *page) closeWithin(tag, wall, other atom.Atom) {
	if p.open[tag] == 0 {
		return
	}
	for i := len(p.stack) - 1; i > 0; i-- {
		switch t := p.all[p.stack[i]].tag; t {
		case tag:
			p.pop(i)
			return
		case wall, other, atom.Table:
			return
		default:
		}
	}
}

// close closes the nearest open element of a kind and all inside it.
func (p *page) close(tag atom.Atom) {
	if tag == 0 {
		tag = atom.Span
	}
	if p.beyond > 0 {
		p.beyond--
		return
	}
	if p.open[tag] == 0 {
		return
	}
	for i := len(p.stack) - 1; i > 0; i-- {
		t := p.all[p.stack[i]].tag
		if t == tag {
			p.pop(i)
			return
		}
		if tag != atom.Table && (t == atom.Table || t == atom.Td && tag != atom.Tr && tag != atom.Tbody) {
			return
		}
	}
}

func (p *page) pop(to int) {
	for i := len(p.stack) - 1; i >= to; i-- {
		e := &p.all[p.stack[i]]
		e.end = len(p.all)
		p.open[e.tag]--
	}
	p.stack = p.stack[:to]
}

// sum counts the text inside each element, and the hidden passages.
func (p *page) sum() {
	for i := len(p.all) - 1; i > 0; i-- {
		e := &p.all[i]
		if e.tag == 0 {
			e.letters, e.commas = measure(p.src[e.from:e.to])
			if e.link {
				e.linked = e.letters
			}
		}
		up := &p.all[e.parent]
		if e.hidden && !up.hidden {
			if e.letters > 0 && !noText[e.tag] {
				p.passed++
			}
			continue
		}
		up.letters += e.letters
		up.linked += e.linked
		up.commas += e.commas
	}
}

// measure counts the characters that are seen, and the commas.
func measure(s string) (letters, commas int) {
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case b <= ' ' || b >= 0x80 && b < 0xc0:
			continue
		case b == ',':
			commas++
		}
		letters++
	}
	return letters, commas
}
