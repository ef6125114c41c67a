package lang

import (
	"cmp"

	"github.com/hashicorp/hcl/v2/hclsyntax"

	"reckon"
)

// parsed is one .hcl file.
type parsed struct {
	name string
	body *hclsyntax.Body
}

// decode turns the files' blocks into the case: first the names, then what
// uses them, so that a block may speak of one that stands below it.
func (l *loader) decode(files Files, bodies []parsed) {
	var blocks []*hclsyntax.Block
	for _, p := range bodies {
		l.checkTop(p)
		blocks = append(blocks, p.body.Blocks...)
	}
	l.each(blocks, "actor", l.actor)
	measures := l.named(blocks, "measure")
	features := l.named(blocks, "feature")
	l.eachOf(l.named(blocks, "parameter"), l.parameter)
	l.eachOf(l.named(blocks, "lookup"), l.lookup)
	l.caseBlocks(files, blocks)
	l.eachOf(measures, l.measureBlock)
	l.checkLoops()
	l.arenas(blocks)
	l.eachOf(features, l.feature)
	l.each(blocks, "shock", l.shock)
	l.each(blocks, "impossible", l.impossible)
	l.minds(blocks)
	l.each(blocks, "reading", l.reading)
	l.each(blocks, "question", l.question)
	l.each(blocks, "scenario", l.scenario)
	l.checkSubject()
	l.sharePriors()
}

// each opens every block of one type and hands it on.
func (l *loader) each(blocks []*hclsyntax.Block, kind string, read func(fields)) {
	for _, b := range blocks {
		if b.Type == kind {
			read(l.open(b, blockNamed(kind)))
		}
	}
}

// compareRanges orders places by file and position.
func compareRanges(a, b reckon.Range) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Start.Byte, b.Start.Byte))
}

// checkTop reports what may not stand outside a block.
func (l *loader) checkTop(p parsed) {
	outside := &block{name: "", blocks: top}
	for _, a := range inOrder(p.body.Attributes) {
		l.add(strayAttribute(place(a.NameRange), a.Name))
	}
	for _, b := range p.body.Blocks {
		if blockNamed(b.Type) == nil || !contains(top, b.Type) {
			l.add(wrongBlock(place(b.TypeRange), outside, b.Type))
			l.found.broken = true
		}
	}
}

// cites reads the cite blocks of a block.
func (f fields) cites() []reckon.Cite {
	var out []reckon.Cite
	for _, b := range f.blocks("cite") {
		out = append(out, f.l.cite(f.l.open(b, blockNamed("cite"))))
	}
	return out
}

// cite reads one locator into a source.
func (l *loader) cite(f fields) reckon.Cite {
	c := reckon.Cite{Source: f.label, Says: f.text("says"), At: f.at}
	if f.label != "" && l.c.Source(f.label) == nil {
		l.add(l.unknownSource(f.named, f.label))
	}
	c.From, c.To = f.span("chars")
	c.Sum = f.text("sum")
	if c.Sum != "" && !isSum(c.Sum) {
		l.add(wrongSum(place(f.attrs["sum"].Expr.Range()), c.Sum))
		c.Sum = ""
	}
	if e := f.value("page"); e != nil {
		if n, ok := l.whole(e); ok {
			c.Page = number(float64(n))
		} else {
			c.Page = f.text("page")
		}
	}
	c.By = f.text("by")
	grade, at := f.number("credibility", 0)
	if f.has("credibility") && (grade < 1 || grade > 6 || grade != float64(int(grade))) {
		l.add(wrongCredibility(at, grade))
		grade = 0
	}
	c.Credibility = int(grade)
	return c
}

// isSum reports whether s is 8 lower-case hex digits.
func isSum(s string) bool {
	for _, r := range s {
		if (r < '0' || r > '9') && (r < 'a' || r > 'f') {
			return false
		}
	}
	return len(s) == 8
}
