package brief

import (
	"fmt"
	"math"

	"reckon"
	"reckon/coupling"
)

// The frame of who watches whom, in units of the drawing.
const (
	watchWide, watchHigh = 720.0, 400.0
	watchX, watchY       = 345.0, 200.0
	watchAcross          = 190.0
	watchDown            = 140.0
	watchLabels          = 16 // edges that carry their number
)

// drawWatch sets organs around an oval, with arrows from who watches to who is watched.
// Those of the riskiest plot are squares, the others circles.
func drawWatch(f *figure, c *coupling.Figure, a *reckon.Arena) {
	n := len(c.Marks)
	most := 0.0
	for _, m := range c.Marks {
		most = max(most, m.Weight)
	}
	if n < 2 || most <= 0 {
		return
	}
	f.W, f.H = watchWide, watchHigh
	x, y, size := make([]float64, n), make([]float64, n), make([]float64, n)
	for i, m := range c.Marks {
		turn := -math.Pi/2 + 2*math.Pi*float64(i)/float64(n)
		x[i], y[i] = watchX+watchAcross*math.Cos(turn), watchY+watchDown*math.Sin(turn)
		size[i] = 7 + 20*math.Sqrt(m.Weight/most)
	}
	for _, l := range c.Links {
		f.Shapes = append(f.Shapes, watchEdge(x, y, size, l.From, l.To, l.Weight, len(c.Links) <= watchLabels)...)
	}
	for i, m := range c.Marks {
		f.Shapes = append(f.Shapes, organ(x[i], y[i], size[i], m.Sort == "in", m.Name+": force "+amount(m.Weight)))
		words := wrap(m.Name, 20, 2)
		anchor, dx := "start", size[i]+9
		if x[i] < watchX-1 {
			anchor, dx = "end", -size[i]-9
		}
		for k, s := range words {
			f.Shapes = append(f.Shapes, label(x[i]+dx, y[i]+4+15*(float64(k)-float64(len(words)-1)/2), anchor, "lane-label", s))
		}
	}
	watchTable(f, c, a)
	f.Note = "The larger the mark, the more force. An arrow leads from who watches to who is watched; its number is the chance to find out that one’s part in a plot. Found by trying every plot; whether anybody means to is not asked."
	f.Desc = "Organs stand around an oval. Arrows lead from who watches to who is watched. Organs of the riskiest plot are squares with a thick edge, the others circles. The table lists every organ with its force, and who watches it."
	f.Key = []keyItem{{outline(1, 8, 8, 5), "organ in", "in the riskiest plot"}, {outline(0, 8, 8, 5), "organ", "not in it"}, {arrow(), "watch", "watches"}}
}

// organ is the mark of an organ: a square in the riskiest plot, else a circle.
func organ(x, y, r float64, in bool, text string) shape {
	if in {
		return shape{Kind: "path", D: outline(1, x, y, r), Class: "organ in", Text: text}
	}
	return shape{Kind: "path", D: outline(0, x, y, r), Class: "organ", Text: text}
}

// watchEdge is one arrow, bent to its left so that two that lead both ways stay apart.
func watchEdge(x, y, size []float64, from, to int, chance float64, labelled bool) []shape {
	dx, dy := x[to]-x[from], y[to]-y[from]
	long := math.Hypot(dx, dy)
	if long == 0 {
		return nil
	}
	ux, uy := dx/long, dy/long
	bend := 18.0
	cx, cy := (x[from]+x[to])/2+uy*bend, (y[from]+y[to])/2-ux*bend
	towards := func(at int, way float64) (float64, float64) {
		vx, vy := cx-x[at], cy-y[at]
		d := math.Hypot(vx, vy)
		return x[at] + vx/d*(size[at]*1.2+way), y[at] + vy/d*(size[at]*1.2+way)
	}
	x1, y1 := towards(from, 2)
	x2, y2 := towards(to, 3)
	vx, vy := x2-cx, y2-cy
	d := math.Hypot(vx, vy)
	vx, vy = vx/d, vy/d
	path := fmt.Sprintf("M%s %sQ%s %s %s %sM%s %sL%s %sL%s %s", coordinate(x1), coordinate(y1), coordinate(cx), coordinate(cy), coordinate(x2), coordinate(y2),
		coordinate(x2-8*vx-4*vy), coordinate(y2-8*vy+4*vx), coordinate(x2), coordinate(y2), coordinate(x2-8*vx+4*vy), coordinate(y2-8*vy-4*vx))
	out := []shape{{Kind: "path", D: path, Class: "watch"}}
	if labelled { // a third of the way, where arrows that cross in the middle are apart
		t := 0.34
		lx := (1-t)*(1-t)*x1 + 2*t*(1-t)*cx + t*t*x2
		ly := (1-t)*(1-t)*y1 + 2*t*(1-t)*cy + t*t*y2
		out = append(out, label(lx+uy*8, ly-ux*8+4, "middle", "tick halo", amount(chance)))
	}
	return out
}

// watchTable lists the organs, and titles the figure.
func watchTable(f *figure, c *coupling.Figure, a *reckon.Arena) {
	all := 0.0
	for _, m := range c.Marks {
		all += m.Weight
	}
	var plot []string
	held := 0.0
	f.Table = grid{Caption: "Organs of " + quote(arenaTitle(a)), Fixed: true, Head: []string{"Organ", "Force", "In the riskiest plot", "Watched by"}}
	for i, m := range c.Marks {
		in := "no"
		if m.Sort == "in" {
			in = "yes"
			plot, held = append(plot, quote(m.Name)), held+m.Weight
		}
		var by []string
		for _, l := range c.Links {
			if l.To == i {
				by = append(by, fmt.Sprintf("%s (%s)", isolate(c.Marks[l.From].Name), amount(l.Weight)))
			}
		}
		f.Table.Rows = append(f.Table.Rows, row{Cells: []cell{{Text: m.Name}, {Text: amount(m.Weight) + " (" + share(m.Weight/all) + ")", Number: true}, {Text: in}, {Text: ltr(titleOr(list(by), "nobody"))}}})
	}
	f.Title = "No plot has a chance to go undetected"
	if plot != nil {
		f.Title = fmt.Sprintf("The riskiest plot is %s, with %s of all force", list(plot), share(held/all))
	}
}
