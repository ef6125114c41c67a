package xmile

import (
	"fmt"
	"slices"
	"strings"
)

// term is an expression of XMILE as written.
type term struct {
	op    string // "number", "name", "call", "if", "*" alone for a wildcard, else the operator
	name  string // "name", "call"
	dot   bool   // the name may lead into a module
	num   float64
	args  []*term
	subs  []*term // "name", "call": between square brackets
	depth int
}

// Bounds of one equation: how many terms it joins one after another, and how deep
// brackets, calls, conditions, signs and powers stand in each other, some of which
// take three levels of case text, which has 200.
const (
	maxTerms = 600
	maxDepth = 60
)

// parser reads the words of one equation.
type parser struct {
	words []word
	at    int
	depth int
}

// stop ends a parse from within, and parse recovers it.
type stop struct{ why string }

func (p *parser) fail(format string, args ...any) { panic(stop{fmt.Sprintf(format, args...)}) }

// parse reads an equation: terms separated by commas, and by semicolons between
// rows, of which an element that is not an array has one. An equation of comments
// only has none.
func parse(text string) (terms []*term, err error) {
	words, err := scan(text)
	if err != nil {
		return nil, err
	}
	p := parser{words: words}
	defer func() {
		if r := recover(); r != nil {
			s, ours := r.(stop)
			if !ours {
				panic(r)
			}
			terms, err = nil, fmt.Errorf("%s", s.why)
		}
	}()
	for p.at < len(p.words) {
		terms = append(terms, p.expression())
		if p.at < len(p.words) && !p.is(",", ";") {
			p.fail("%s was not expected here", p.words[p.at].shown())
		}
		p.at++ // a separator may end the list
	}
	return terms, nil
}

// is reports whether the next word is one of these marks.
func (p *parser) is(marks ...string) bool {
	return p.at < len(p.words) && p.words[p.at].kind == wordMark && slices.Contains(marks, p.words[p.at].text)
}

func (p *parser) need(mark string) {
	if !p.is(mark) {
		p.fail("%s is missing%s", mark, p.before())
	}
	p.at++
}

// before names the word that stands where something else should.
func (p *parser) before() string {
	if p.at >= len(p.words) {
		return " at the end"
	}
	return " before " + p.words[p.at].shown()
}

func (w word) shown() string {
	if w.kind == wordNumber {
		return fmt.Sprintf("%g", w.num)
	}
	return w.text
}

func (p *parser) make(op string, args ...*term) *term {
	t := &term{op: op, args: args}
	for _, a := range args {
		t.depth = max(t.depth, a.depth+1)
	}
	if t.depth > maxTerms {
		p.fail("it joins more than %d terms", maxTerms)
	}
	return t
}

// levels are the operators from loosest to tightest; each joins to the left.
var levels = [][]string{{"OR"}, {"AND"}, {"=", "<>"}, {"<", "<=", ">", ">="}, {"+", "-"}, {"*", "/", "//", "MOD"}}

func (p *parser) expression() *term {
	if p.depth++; p.depth > maxDepth {
		p.fail("it nests more than %d brackets", maxDepth)
	}
	defer func() { p.depth-- }()
	if !p.is("IF") {
		return p.level(0)
	}
	p.at++
	c := p.expression()
	p.need("THEN")
	yes := p.expression()
	p.need("ELSE")
	return p.make("if", c, yes, p.expression())
}

func (p *parser) level(k int) *term {
	if k == len(levels) {
		return p.unary()
	}
	left := p.level(k + 1)
	for p.is(levels[k]...) {
		op := p.words[p.at].text
		p.at++
		left = p.make(op, left, p.level(k+1))
	}
	return left
}

func (p *parser) unary() *term {
	if !p.is("+", "-", "NOT") {
		return p.power()
	}
	if p.depth++; p.depth > maxDepth {
		p.fail("it has more than %d signs in a row", maxDepth)
	}
	defer func() { p.depth-- }()
	op := p.words[p.at].text
	p.at++
	return p.make(op, p.unary())
}

// power reads x^y, which binds tighter than a sign before x and joins to the right.
func (p *parser) power() *term {
	base := p.primary()
	if !p.is("^") {
		return base
	}
	if p.depth++; p.depth > maxDepth {
		p.fail("it has more than %d powers in a row", maxDepth)
	}
	defer func() { p.depth-- }()
	p.at++
	return p.make("^", base, p.unary())
}

func (p *parser) primary() *term {
	if p.at >= len(p.words) {
		p.fail("it ends too early")
	}
	w := p.words[p.at]
	switch {
	case w.kind == wordNumber:
		p.at++
		return &term{op: "number", num: w.num}
	case w.kind == wordName:
		return p.named()
	case p.is("("):
		p.at++
		t := p.expression()
		p.need(")")
		return t
	case p.is("IF"):
		return p.expression()
	}
	p.fail("%s was not expected here", w.shown())
	return nil
}

// named reads a name, its subscripts and its arguments. Names side by side are one
// name that was written with spaces.
func (p *parser) named() *term {
	t := &term{op: "name", name: p.words[p.at].text, dot: p.words[p.at].dot}
	for p.at++; p.at < len(p.words) && p.words[p.at].kind == wordName && p.words[p.at].dot && t.dot; p.at++ {
		t.name += " " + p.words[p.at].text
	}
	if p.is("[") {
		p.at++
		t.subs = p.list("]", p.subscript)
	}
	if p.is("(") {
		p.at++
		t.op = "call"
		t.args = p.list(")", p.expression)
	}
	for _, a := range slices.Concat(t.args, t.subs) {
		t.depth = max(t.depth, a.depth+1)
	}
	if t.depth > maxTerms {
		p.fail("it joins more than %d terms", maxTerms)
	}
	return t
}

// list reads terms between commas up to the closing mark.
func (p *parser) list(end string, one func() *term) []*term {
	var all []*term
	for !p.is(end) {
		if len(all) > 0 {
			p.need(",")
		}
		all = append(all, one())
	}
	p.at++
	return all
}

func (p *parser) subscript() *term {
	if p.is("*") {
		p.at++
		return &term{op: "*"}
	}
	t := p.expression()
	if p.is(":") {
		p.fail("a range of subscripts, with a colon, is not covered; write the sum out, or use * for the whole dimension")
	}
	return t
}

// bare reports whether the tool that wrote an equation did not know it.
func bare(text string) bool {
	return strings.Trim(text, " \t\r\n?") == "" && strings.Contains(text, "?")
}
