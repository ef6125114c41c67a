package brief

import (
	"fmt"
	"strings"
)

// The frame of the whole, in units of the drawing. Boxes stand on the diagonal; what
// one gives another stands in its row and the other's column, so that no line crosses
// words and nothing hangs on where boxes are put.
const (
	webWidth            = 952.0
	webGap              = 14.0
	webLine, webPad     = 13.0, 5.0
	webLeast            = 62.0 // height of a box
	mostWide, leastWide = 190.0, 104.0
	mostCarriers        = 4 // in one place
)

// webPlan is where everything of a web goes.
type webPlan struct {
	*web
	wide   float64     // of a column
	x, y   []float64   // left and top, by node
	height []float64   // by row
	at     map[int]int // feeds from and to, by from·n+to, drawn there
	text   int         // characters of a line
}

// webFigure draws who feeds whom.
func (p *page) webFigure(all *web) *figure {
	w := all.drawn(len(p.Arenas))
	n := len(w.nodes)
	v := &webPlan{web: w, wide: min(mostWide, max(leastWide, (webWidth-webGap*float64(n-1))/float64(n))), at: map[int]int{}}
	v.text = int((v.wide - 26) / 5.9)
	v.rows()
	f := &figure{ID: "figure-arenas", Title: p.webTitle(), After: "figure-arenas-table"}
	f.W = float64(n)*v.wide + float64(n-1)*webGap + 4
	f.H = v.y[n-1] + v.height[n-1] + 8
	f.Note = "A box is an arena, or somebody who decides. Read along a row for what it gives, down or up a column for what it takes. The sign says what more of the measure does to what the taker gives: + more, − less, ± more of one and less of another, ? hangs on circumstances or on who decides."
	f.Desc = fmt.Sprintf("%s stand on a diagonal from the top left to the bottom right. A line leaves each box sideways along its row, passes what it gives, and turns in the column of the one that takes it, where an arrow ends. %s in all; the table lists each with what it does.", upper(count(n, "box", "boxes")), upper(count(len(all.feeds), "way", "ways")))
	f.Key = []keyItem{
		{"M1 2h14v12h-14z", "feed plus", "+ more makes more"},
		{"M1 2h14v12h-14z", "feed less", "− more makes less"},
		{"M1 2h14v12h-14z", "feed open", "± or ? not one sign"},
		{"M1 2h14v12h-14z", "feed decided", "through a decision"},
	}
	f.Shapes = append(v.lines(), v.carriers()...)
	f.Shapes = append(f.Shapes, v.boxes()...)
	f.Table = webGrid(all)
	return f
}

// between are the feeds from one node to another.
func (v *webPlan) between(from, to int) []feed {
	var list []feed
	for _, f := range v.feeds {
		if f.from == from && f.to == to {
			list = append(list, f)
		}
	}
	return list
}

// carried is one feed as it is drawn.
type carried struct {
	sign, class string
	lines       []string
	title       string
}

// shown are the feeds of one place as they are drawn.
func (v *webPlan) shown(from, to int) []carried {
	var list []carried
	all := v.between(from, to)
	for i, f := range all {
		if i == mostCarriers-1 && len(all) > mostCarriers {
			return append(list, carried{sign: "…", class: "feed open", lines: []string{fmt.Sprintf("%d more", len(all)-i)}, title: "the table has them all"})
		}
		c := carried{sign: signMark(f.sign), class: "feed " + map[int]string{1: "plus", -1: "less"}[f.sign], lines: wrap(short(f.carrier), v.text, max(2, 4-len(all))), title: f.carrier}
		if f.sign == 0 || f.sign == mixed {
			c.class = "feed open"
		}
		if f.decided {
			c.class = "feed decided"
		}
		list = append(list, c)
	}
	return list
}

func signMark(sign int) string {
	return map[int]string{1: "+", -1: "−", mixed: "±"}[sign] + map[bool]string{true: "?"}[sign == 0]
}

// rows works out the height of each row.
func (v *webPlan) rows() {
	y := 4.0
	for i, n := range v.nodes {
		high := max(webLeast, 30+webLine*float64(len(wrap(n.title, v.text+3, 3)))+map[bool]float64{true: webLine}[n.own])
		for j := range v.nodes {
			if i == j {
				continue
			}
			sum := 0.0
			for _, c := range v.shown(i, j) {
				sum += webLine*float64(len(c.lines)) + 2*webPad + 4
			}
			high = max(high, sum)
		}
		v.x = append(v.x, 2+float64(i)*(v.wide+webGap))
		v.y = append(v.y, y)
		v.height = append(v.height, high)
		y += high + webGap
	}
}

// middle is the middle of a node's row and column.
func (v *webPlan) middle(i int) (x, y float64) { return v.x[i] + v.wide/2, v.y[i] + v.height[i]/2 }

// lines draws what leaves and what arrives: along rows, then along columns.
func (v *webPlan) lines() []shape {
	var out []shape
	for i := range v.nodes {
		x, y := v.middle(i)
		left, right, top, bottom := i, i, i, i
		for _, f := range v.feeds {
			if f.from == i {
				left, right = min(left, f.to), max(right, f.to)
			}
			if f.to == i {
				top, bottom = min(top, f.from), max(bottom, f.from)
			}
		}
		for _, far := range []int{left, right} {
			if to, _ := v.middle(far); far != i {
				out = append(out, line(x, y, to, y, "web"))
			}
		}
		if _, from := v.middle(top); top != i {
			out = append(out, line(x, from, x, v.y[i]-1, "web"), pointer(x, v.y[i]-1, 1))
		}
		if _, from := v.middle(bottom); bottom != i {
			out = append(out, line(x, from, x, v.y[i]+v.height[i]+1, "web"), pointer(x, v.y[i]+v.height[i]+1, -1))
		}
	}
	return out
}

// pointer is an arrow head that ends at a point, downwards (1) or upwards (−1).
func pointer(x, y, way float64) shape {
	return shape{Kind: "path", Class: "web-head", D: fmt.Sprintf("M%s %sL%s %sL%s %sZ", coordinate(x-4.5), coordinate(y-8*way), coordinate(x), coordinate(y), coordinate(x+4.5), coordinate(y-8*way))}
}

// carriers draws what each gives each.
func (v *webPlan) carriers() []shape {
	var out []shape
	for i := range v.nodes {
		for j := range v.nodes {
			list := v.shown(i, j)
			if i == j || len(list) == 0 {
				continue
			}
			sum := -4.0
			for _, c := range list {
				sum += webLine*float64(len(c.lines)) + 2*webPad + 4
			}
			_, middle := v.middle(i)
			y := middle - sum/2
			for _, c := range list {
				high := webLine*float64(len(c.lines)) + 2*webPad
				out = append(out, shape{Kind: "path", Class: c.class, D: fmt.Sprintf("M%s %sh%sv%sh-%sZ", coordinate(v.x[j]), coordinate(y), coordinate(v.wide), coordinate(high), coordinate(v.wide)), Text: v.nodes[i].title + " → " + v.nodes[j].title + ": " + c.title})
				out = append(out, label(v.x[j]+11, y+high/2+4.5, "middle", "web-sign", c.sign))
				for k, words := range c.lines {
					out = append(out, label(v.x[j]+20, y+webPad+webLine*float64(k)+10, "start", "web-text", words))
				}
				y += high + 4
			}
		}
	}
	return out
}

// boxes draws the nodes, each a link to its page.
func (v *webPlan) boxes() []shape {
	var out []shape
	for i, n := range v.nodes {
		class := "state today"
		if n.kind == "Decisions" {
			class = "state decides"
		}
		out = append(out, box(v.x[i], v.y[i], v.wide, v.height[i], class))
		words := wrap(n.title, v.text+3, 3)
		_, middle := v.middle(i)
		high := 15 + webLine*float64(len(words)) + map[bool]float64{true: webLine}[n.own]
		y := middle - high/2 + 11
		out = append(out, label(v.x[i]+v.wide/2, y, "middle", "tick", n.kind))
		for k, s := range words {
			one := label(v.x[i]+v.wide/2, y+15+webLine*float64(k), "middle", "box-head", s)
			if k == 0 {
				one.Href, one.Name = n.href, n.kind+": "+n.title
			}
			out = append(out, one)
		}
		if n.own {
			out = append(out, label(v.x[i]+v.wide/2, y+15+webLine*float64(len(words)), "middle", "tick", "↻ feeds itself"))
		}
	}
	return out
}

// webTitle says what the drawing shows.
func (p *page) webTitle() string {
	pairs := map[[2]string]bool{}
	for _, f := range p.Feeds.Flows {
		if f.From != f.To {
			pairs[[2]string{f.From, f.To}] = true
		}
	}
	both := 0
	for k := range pairs {
		if k[0] < k[1] && pairs[[2]string{k[1], k[0]}] {
			both++
		}
	}
	switch {
	case len(pairs) == 0 && len(p.Arenas) == 1:
		return "One arena, which feeds no other"
	case len(pairs) == 0:
		return "The arenas do not feed each other"
	case both == 0:
		return fmt.Sprintf("Effects pass between %s of arenas, each one way", count(len(pairs), "pair", "pairs"))
	}
	return fmt.Sprintf("Effects pass from arena to arena in %s; %s of them feed each other", count(len(pairs), "way", "ways"), count(both, "pair", "pairs"))
}

// webGrid is the same as a table.
func webGrid(w *web) grid {
	g := grid{Caption: "Who feeds whom, by what", Head: []string{"From", "By", "To", "What more of it does"}, Fixed: true}
	for _, f := range w.feeds {
		by := wayWords(f.way)
		effect := list(f.moves)
		if effect == "" {
			effect = "nothing seen in trials on the day"
		}
		from, to := w.nodes[f.from], w.nodes[f.to]
		g.Rows = append(g.Rows, row{Cells: []cell{
			{Text: from.title, Reason: from.href}, {Text: by}, {Text: to.title, Reason: to.href}, {Text: ltr(signMark(f.sign) + " " + effect)},
		}})
	}
	return g
}

// wayWords writes a way: “A”, then “B”.
func wayWords(way []string) string {
	words := make([]string, len(way))
	for i, w := range way {
		words[i] = quote(w)
	}
	return ltr(strings.Join(words, ", then "))
}
