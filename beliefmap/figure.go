package beliefmap

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Measures of the drawing, in user units.
const (
	nodeWide   = 170
	lineHigh   = 16
	columnWide = nodeWide + 110
	rowHigh    = 78
	margin     = 16
	keyHigh    = 56
	mostLines  = 3
	lineRunes  = 24
)

// SVG draws the map as one element that can stand in a page or in a file of its
// own. Signs are told by label and dash, never by colour; all text is escaped.
// It has a title and a description; a title of the caller's that is empty is
// made from the holder. Same map, same bytes.
func (m *Map) SVG(title string) string {
	g := m.layout()
	if title == "" {
		title = "What " + m.who() + " to cause what"
	}
	rows := 1
	for _, l := range g.layers {
		rows = max(rows, len(l))
	}
	wide := 2*margin + max(1, len(g.layers))*columnWide - (columnWide - nodeWide)
	wide = max(wide, 620)
	high := 2*margin + rows*rowHigh + keyHigh
	var b strings.Builder
	fmt.Fprintf(&b, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" font-family=\"sans-serif\" font-size=\"13\" fill=\"#111\">\n", wide, high, wide, high)
	fmt.Fprintf(&b, "<title>%s</title>\n<desc>%s</desc>\n", inXML(title), inXML(m.describe(g)))
	b.WriteString("<defs><marker id=\"belief-arrow\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" orient=\"auto-start-reverse\"><path d=\"M0 0L8 4L0 8Z\"/></marker></defs>\n")
	spots := g.spots(rows)
	for _, w := range g.ways {
		g.drawWay(&b, w, spots)
	}
	for n := range g.nodes {
		if g.nodes[n].concept >= 0 {
			g.drawNode(&b, n, spots[n])
		}
	}
	g.drawSigns(&b, spots)
	drawKey(&b, high-keyHigh+10, g.left)
	b.WriteString("</svg>\n")
	return b.String()
}

func (m *Map) who() string {
	if m.Holder == "" {
		return "all sources hold"
	}
	return m.Holder + " holds"
}

// describe tells the whole drawing in words, for those who do not see it.
func (m *Map) describe(g *layout) string {
	var b strings.Builder
	fmt.Fprintf(&b, "A graph of %d concepts and %d links.", len(m.Concepts), len(m.Links))
	for _, w := range g.ways {
		l := m.Links[w.link]
		fmt.Fprintf(&b, " %s %s %s (%d).", m.Concepts[l.From].Label, map[int]string{1: "furthers", -1: "hinders"}[l.Sign], m.Concepts[l.To].Label, l.Weight())
	}
	if g.left > 0 {
		fmt.Fprintf(&b, " %d concepts that stand apart or are less central are not drawn.", g.left)
	}
	return b.String()
}

// spot is the middle of a node.
type spot struct{ x, y int }

func (g *layout) spots(rows int) []spot {
	at := make([]spot, len(g.nodes))
	for k, layer := range g.layers {
		for i, n := range layer {
			at[n] = spot{margin + nodeWide/2 + k*columnWide, margin + (2*i+1)*rows*rowHigh/(2*len(layer))}
		}
	}
	return at
}

// course lists the points of a way: it leaves and enters nodes at their sides
// and runs straight through the column of a bend.
func (g *layout) course(w way, at []spot) []spot {
	var p []spot
	for i, n := range w.nodes {
		left, right := spot{at[n].x - nodeWide/2, at[n].y}, spot{at[n].x + nodeWide/2, at[n].y}
		if i > 0 {
			p = append(p, left)
		}
		if i < len(w.nodes)-1 {
			p = append(p, right)
		}
	}
	return p
}

func (g *layout) drawWay(b *strings.Builder, w way, at []spot) {
	l := g.m.Links[w.link]
	p := g.course(w, at)
	fmt.Fprintf(b, "<path d=\"M%d %d", p[0].x, p[0].y)
	for i := 1; i < len(p); i++ {
		if i%2 == 0 {
			fmt.Fprintf(b, "L%d %d", p[i].x, p[i].y)
			continue
		}
		bend := (p[i].x - p[i-1].x) / 2
		fmt.Fprintf(b, "C%d %d %d %d %d %d", p[i-1].x+bend, p[i-1].y, p[i].x-bend, p[i].y, p[i].x, p[i].y)
	}
	end, dash := "end", ""
	if w.back {
		end = "start"
	}
	if l.Sign < 0 {
		dash = " stroke-dasharray=\"7 5\""
	}
	fmt.Fprintf(b, "\" fill=\"none\" stroke=\"#111\" stroke-width=\"%d\"%s marker-%s=\"url(#belief-arrow)\"/>\n", min(4, l.Weight()), dash, end)
}

// drawSigns writes the signs over the lines, near where the link starts.
func (g *layout) drawSigns(b *strings.Builder, at []spot) {
	for _, w := range g.ways {
		l := g.m.Links[w.link]
		p := g.course(w, at)
		from, to := p[0], p[1]
		if w.back {
			from, to = p[len(p)-1], p[len(p)-2]
		}
		x, y := (from.x+to.x)/2, (from.y+to.y)/2
		if l.Sign < 0 { // a second link between the same two must not hide the first
			x, y = (2*from.x+to.x)/3, (20*from.y+7*to.y)/27
		}
		fmt.Fprintf(b, "<g><title>%s</title><circle cx=\"%d\" cy=\"%d\" r=\"8\" fill=\"#fff\" stroke=\"#111\"/><text x=\"%d\" y=\"%d\" text-anchor=\"middle\" font-weight=\"bold\">%s</text></g>\n",
			inXML(fmt.Sprintf("%s %s %s: %s", g.m.Concepts[l.From].Label, map[int]string{1: "furthers", -1: "hinders"}[l.Sign], g.m.Concepts[l.To].Label, g.m.gather(l, func(e Edge) string { return e.Quote }))),
			x, y, x, y+5, plusMinus(l.Sign))
	}
}

func (g *layout) drawNode(b *strings.Builder, n int, at spot) {
	c := g.m.Concepts[g.nodes[n].concept]
	lines := wrap(c.Label)
	high := len(lines)*lineHigh + 14
	border := map[string]string{"given": "1", "ordinary": "1", "end": "3"}[c.Role]
	fmt.Fprintf(b, "<g><title>%s (%s)</title><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\" fill=\"#fff\" stroke=\"#111\" stroke-width=\"%s\"/>",
		inXML(strings.Join(c.Phrases, " | ")), c.Role, at.x-nodeWide/2, at.y-high/2, nodeWide, high, map[string]int{"given": 0, "ordinary": 8, "end": 8}[c.Role], border)
	for i, s := range lines {
		fmt.Fprintf(b, "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>", at.x, at.y-high/2+7+12+i*lineHigh, inXML(s))
	}
	b.WriteString("</g>\n")
}

// wrap breaks a label into at most three lines; what is cut shows three dots.
func wrap(label string) []string {
	var lines []string
	at := ""
	for w := range strings.FieldsSeq(label) {
		if n := utf8.RuneCountInString(w); n > lineRunes {
			w = string([]rune(w)[:lineRunes-1]) + "…"
		}
		switch {
		case at == "":
			at = w
		case utf8.RuneCountInString(at)+1+utf8.RuneCountInString(w) <= lineRunes:
			at += " " + w
		default:
			lines = append(lines, at)
			at = w
		}
	}
	lines = append(lines, at)
	if len(lines) > mostLines {
		lines = lines[:mostLines]
		lines[mostLines-1] += " …"
	}
	return lines
}

func drawKey(b *strings.Builder, y, left int) {
	notes := []string{
		"+ and solid: furthers · − and dashed: hinders",
		"thicker: stated more often · square corners: only a cause · thick border: only an effect",
	}
	if left > 0 {
		notes = append(notes, fmt.Sprintf("%d concepts that stand apart or are less central are not drawn", left))
	}
	for i, s := range notes {
		fmt.Fprintf(b, "<text x=\"%d\" y=\"%d\" font-size=\"12\">%s</text>\n", margin, y+i*lineHigh, inXML(s))
	}
}
