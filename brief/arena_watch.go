package brief

import (
	"fmt"
	"math"

	"reckon"
	"reckon/coupling"
)

// The frame of who watches whom, in units of the drawing: so much for few organs, and
// more for each beyond.
const (
	watchFew                = 6
	watchAcross, watchDown  = 190.0, 140.0
	watchWider, watchTaller = 8.0, 15.0
	watchAside, watchAbove  = 170.0, 78.0
	watchLabels             = 20 // edges that carry their number
	watchSquare, watchLeast = 20.0, 7.0
	watchSteep              = 0.4 // of a turn's cosine, within which a name stands above or below
	watchNarrow, watchBroad = 24, 20
	watchNamed              = 4 // organs of a plot that a title names
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
	more := float64(max(0, n-watchFew))
	across, down := watchAcross+watchWider*more, watchDown+watchTaller*more
	f.W, f.H = 2*(across+watchAside), 2*(down+watchAbove)
	x, y, size := make([]float64, n), make([]float64, n), make([]float64, n)
	for i, m := range c.Marks {
		turn := -math.Pi/2 + 2*math.Pi*float64(i)/float64(n)
		x[i], y[i] = f.W/2+across*math.Cos(turn), f.H/2+down*math.Sin(turn)
		size[i] = watchLeast + watchSquare*math.Sqrt(m.Weight/most)
	}
	for _, l := range c.Links {
		middle := watchMiddle{x: f.W / 2, y: f.H / 2}
		if len(c.Links) <= watchLabels {
			middle.label = amount(l.Weight)
		}
		f.Shapes = append(f.Shapes, watchEdge(x, y, size, l.From, l.To, middle)...)
	}
	for i, m := range c.Marks {
		f.Shapes = append(f.Shapes, organ(x[i], y[i], size[i], m.Sort == "in", m.Name+": force "+amount(m.Weight)))
		f.Shapes = append(f.Shapes, organName(m.Name, x[i]-f.W/2, across, x[i], y[i], y[i] < f.H/2, size[i])...)
	}
	watchTable(f, c, a)
	f.Note = "The larger the mark, the more force. An arrow leads from who watches to who is watched; its number is the chance to find out that one’s part in a plot. Found by trying every plot; whether anybody means to is not asked."
	f.Desc = "Organs stand around an oval. Arrows lead from who watches to who is watched. Organs of the riskiest plot are squares with a thick edge, the others circles. The table lists every organ with its force, and who watches it."
	f.Key = []keyItem{{outline(1, 8, 8, 5), "organ in", "in the riskiest plot"}, {outline(0, 8, 8, 5), "organ", "not in it"}, {arrow(), "watch", "watches"}}
}

// organName sets a name beside its mark: outside the oval, above or below where the oval
// is flat.
func organName(name string, off, across, x, y float64, above bool, size float64) []shape {
	wide, anchor, dx := watchBroad, "start", 1.2*size+7
	flat := math.Abs(off) < watchSteep*across
	switch {
	case flat:
		wide, anchor, dx = watchNarrow, "middle", 0
	case off < 0:
		anchor, dx = "end", -dx
	}
	words := wrap(name, wide, 3)
	top := y + 4 - 15*float64(len(words)-1)/2
	if flat {
		top = y + 1.2*size + 14
		if above {
			top = y - 1.2*size - 8 - 15*float64(len(words)-1)
		}
	}
	var out []shape
	for k, s := range words {
		out = append(out, label(x+dx, top+15*float64(k), anchor, "lane-label", s))
	}
	return out
}

// organ is the mark of an organ: a square in the riskiest plot, else a circle.
func organ(x, y, r float64, in bool, text string) shape {
	if in {
		return shape{Kind: "path", D: outline(1, x, y, r), Class: "organ in", Text: text}
	}
	return shape{Kind: "path", D: outline(0, x, y, r), Class: "organ", Text: text}
}

// watchMiddle is the middle of the drawing, and the number on an arrow.
type watchMiddle struct {
	x, y  float64
	label string
}

// watchPull is how far arrows bend towards the middle.
const watchPull = 0.22

// watchEdge is one arrow, bent to its left so that two that lead both ways stay apart,
// and towards the middle, past those who stand between.
func watchEdge(x, y, size []float64, from, to int, l watchMiddle) []shape {
	dx, dy := x[to]-x[from], y[to]-y[from]
	long := math.Hypot(dx, dy)
	if long == 0 {
		return nil
	}
	ux, uy := dx/long, dy/long
	bend := 18.0
	mx, my := (x[from]+x[to])/2, (y[from]+y[to])/2
	cx, cy := mx+uy*bend+watchPull*(l.x-mx), my-ux*bend+watchPull*(l.y-my)
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
	if l.label != "" { // a third of the way, where arrows that cross in the middle are apart
		t := 0.34
		lx := (1-t)*(1-t)*x1 + 2*t*(1-t)*cx + t*t*x2
		ly := (1-t)*(1-t)*y1 + 2*t*(1-t)*cy + t*t*y2
		out = append(out, label(lx+uy*8, ly-ux*8+4, "middle", "tick halo", l.label))
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
		who := list(plot)
		if len(plot) > watchNamed {
			who = fmt.Sprintf("%d of the %d organs", len(plot), len(c.Marks))
		}
		f.Title = fmt.Sprintf("The riskiest plot is %s, with %s of all force", who, share(held/all))
	}
}
