package lang

import (
	"math"
	"strings"
	"time"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"reckon"
)

// text reads a quoted text; "" when the attribute is absent or wrong.
func (f fields) text(name string) string {
	e := f.value(name)
	if e == nil {
		return ""
	}
	s, ok := f.l.quoted(e)
	if !ok {
		f.l.add(wantText(place(e.Range()), name))
	}
	return s
}

// title reads the words that pages print, with a fallback.
func (f fields) title(fallback string) string {
	if s := f.text("title"); s != "" {
		return s
	}
	return fallback
}

// quoted reads a quoted text or heredoc without anything computed in it. Line
// ends are Unix's, so that saving a file on Windows changes no text.
func (l *loader) quoted(e hclsyntax.Expression) (string, bool) {
	t, ok := e.(*hclsyntax.TemplateExpr)
	if !ok {
		return "", false
	}
	var b strings.Builder
	for _, part := range t.Parts {
		lit, ok := part.(*hclsyntax.LiteralValueExpr)
		if !ok || lit.Val.Type() != cty.String || lit.Val.IsNull() {
			l.add(noTemplates(place(part.Range())))
			return "", true
		}
		b.WriteString(lit.Val.AsString())
	}
	return strings.ReplaceAll(b.String(), "\r\n", "\n"), true
}

// texts reads a list of texts; a single text counts as a list of one.
func (f fields) texts(name string) []string {
	e := f.value(name)
	if e == nil {
		return nil
	}
	items := []hclsyntax.Expression{e}
	if list, ok := e.(*hclsyntax.TupleConsExpr); ok {
		items = list.Exprs
	}
	var out []string
	for _, item := range items {
		s, ok := f.l.quoted(item)
		if !ok {
			f.l.add(wantText(place(item.Range()), name))
			continue
		}
		out = append(out, s)
	}
	return out
}

// yesNo reads true or false.
func (f fields) yesNo(name string, fallback bool) bool {
	e := f.value(name)
	if e == nil {
		return fallback
	}
	if lit, ok := e.(*hclsyntax.LiteralValueExpr); ok && lit.Val.Type() == cty.Bool && lit.Val.IsKnown() && !lit.Val.IsNull() {
		return lit.Val.True()
	}
	word, _ := f.l.wordOf(e)
	f.l.add(wantYesNo(place(e.Range()), name, word))
	return fallback
}

// number reads a number, which may be computed from numbers (1/3) or infinity.
func (f fields) number(name string, fallback float64) (float64, reckon.Range) {
	e := f.value(name)
	if e == nil {
		return fallback, f.at
	}
	at := place(e.Range())
	word, quoted := f.l.wordOf(e)
	if word == "infinity" && !quoted {
		return math.Inf(1), at
	}
	if word != "" {
		f.l.add(wantNumber(at, name, word, f.percent()))
		return fallback, at
	}
	c := checker{l: f.l, place: placeNumber}
	x, is := c.check(e)
	if is == bad {
		return fallback, at
	}
	if is != aNumber {
		f.l.add(wantNumber(at, name, "", false))
		return fallback, at
	}
	v := constant(&x)
	if math.IsNaN(v) || math.IsInf(v, 0) {
		f.l.add(numberTooLarge(at))
		return fallback, at
	}
	return v, at
}

// share reads a number from 0 to 1, both included.
func (f fields) share(name string, fallback float64) float64 {
	v, at := f.number(name, fallback)
	if v < 0 || v > 1 {
		f.l.add(outsideShare(at, name, v))
		return min(max(v, 0), 1)
	}
	return v
}

// odds reads a probability strictly between 0 and 1; NaN when absent.
func (f fields) odds(name string) float64 {
	if f.value(name) == nil {
		return math.NaN()
	}
	before := len(f.l.found.all)
	v, at := f.number(name, math.NaN())
	switch {
	case len(f.l.found.all) > before:
	case v > 1:
		f.l.add(oddsAboveOne(at, name, v))
	case v < 0:
		f.l.add(oddsNegative(at, name, v))
	case v == 0 || v == 1:
		f.l.add(oddsCertain(at, name, v))
	default:
		return v
	}
	return math.NaN()
}

// wordOf reads a bare word or a quoted text, and says whether it was quoted.
func (l *loader) wordOf(e hclsyntax.Expression) (word string, quoted bool) {
	switch e := e.(type) {
	case *hclsyntax.ScopeTraversalExpr:
		if len(e.Traversal) == 1 {
			return e.Traversal.RootName(), false
		}
	case *hclsyntax.TemplateExpr:
		s, _ := l.quoted(e)
		return s, true
	}
	return "", false
}

// name reads a bare word or a quoted name, and where it stands.
func (f fields) name(name string) (string, reckon.Range) {
	e := f.value(name)
	if e == nil {
		return "", f.at
	}
	at := place(e.Range())
	word, _ := f.l.wordOf(e)
	if word == "" {
		f.l.add(wantName(at, name))
	}
	return word, at
}

// word reads one of the schema's words for the attribute; "" when absent or wrong.
func (f fields) word(name string) string {
	word, at := f.name(name)
	if word == "" {
		return ""
	}
	row := f.schema.attribute(name)
	for _, w := range row.words {
		if w == word {
			return w
		}
	}
	f.l.add(wrongWord(at, row, word))
	return ""
}

// date reads "YYYY-MM-DD"; 0 when absent or wrong.
func (f fields) date(name string) (reckon.Date, reckon.Range) {
	e := f.value(name)
	if e == nil {
		return 0, f.at
	}
	at := place(e.Range())
	s, ok := f.l.quoted(e)
	if !ok {
		f.l.add(wantDate(at, name, ""))
		return 0, at
	}
	d, ok := day(s)
	if !ok {
		f.l.add(wantDate(at, name, s))
	}
	return d, at
}

// day reads "YYYY-MM-DD" of the year 1 or later.
func day(s string) (reckon.Date, bool) {
	d, err := reckon.ParseDate(s)
	return max(d, 0), err == nil && d > 0
}

// moment reads a date and time with its zone; "" when absent or wrong.
func (f fields) moment(name string) (string, reckon.Date) {
	e := f.value(name)
	if e == nil {
		return "", 0
	}
	s, ok := f.l.quoted(e)
	t, err := time.Parse(time.RFC3339, s)
	if !ok || err != nil || t.Year() < 1 {
		f.l.add(wantMoment(place(e.Range()), name, s))
		return "", 0
	}
	return s, reckon.DateOf(t)
}

// span reads [from, to].
func (f fields) span(name string) (from, to int) {
	e := f.value(name)
	if e == nil {
		return 0, 0
	}
	at := place(e.Range())
	list, ok := e.(*hclsyntax.TupleConsExpr)
	if !ok || len(list.Exprs) != 2 {
		f.l.add(wantSpan(at, name))
		return 0, 0
	}
	ends := [2]int{}
	for i, item := range list.Exprs {
		v, ok := f.l.whole(item)
		if !ok {
			f.l.add(wantSpan(at, name))
			return 0, 0
		}
		ends[i] = v
	}
	if ends[0] >= ends[1] {
		f.l.add(spanReversed(at, ends[0], ends[1]))
		return 0, 0
	}
	return ends[0], ends[1]
}

// whole reads a literal whole number that is not negative.
func (l *loader) whole(e hclsyntax.Expression) (int, bool) {
	lit, ok := e.(*hclsyntax.LiteralValueExpr)
	if !ok || lit.Val.Type() != cty.Number || lit.Val.IsNull() {
		return 0, false
	}
	v, _ := lit.Val.AsBigFloat().Float64()
	if v < 0 || v != math.Trunc(v) || v > 1<<53 {
		return 0, false
	}
	return int(v), true
}
