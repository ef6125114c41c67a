package brief

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"reckon"
	"reckon/coupling"
)

// arenaFigures draws what the i-th arena has to draw.
func (p *page) arenaFigures(i int) []*figure {
	var list []*figure
	for k := range p.Arenas[i].Figures {
		c := &p.Arenas[i].Figures[k]
		draw := map[string]func(*figure, *coupling.Figure, *reckon.Arena){
			"line": drawLine, "watch": drawWatch, "bars": drawBars, "curve": drawCurve,
		}[c.Kind]
		if draw == nil {
			continue
		}
		f := &figure{ID: fmt.Sprintf("figure-arena-%d-%d", i+1, k+1), W: 720}
		if draw(f, c, p.Arenas[i].Arena); f.Shapes != nil {
			list = append(list, f)
		}
	}
	return list
}

// The frame of a figure of an arena, in units of the drawing.
const (
	armLeft, armRight = 250.0, 690.0
	armTop, armRow    = 52.0, 26.0
)

// drawLine sets seats on a scale, one a row, those further down the scale first.
func drawLine(f *figure, c *coupling.Figure, a *reckon.Arena) {
	x := func(at float64) float64 { return armLeft + (armRight-armLeft)*(at-c.Low)/(c.High-c.Low) }
	marks := slices.Clone(c.Marks)
	all := 0.0
	for _, m := range marks {
		all += m.Weight
	}
	if all <= 0 || len(c.Uprights) < 2 {
		return
	}
	order := make([]int, len(marks))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(marks[i].At, marks[j].At) })
	bottom := armTop + armRow*float64(len(marks)) + 6
	for k := range 5 {
		at := c.Low + (c.High-c.Low)*float64(k)/4
		f.Shapes = append(f.Shapes, line(x(at), armTop-6, x(at), bottom, "rule"), label(x(at), bottom+18, "middle", "tick", amount(at)))
	}
	mean, median := c.Uprights[0], c.Uprights[1]
	near := math.Abs(x(mean.At)-x(median.At)) < 150
	left := mean.At <= median.At
	for k, u := range []float64{mean.At, median.At} {
		anchor := "middle"
		if near {
			anchor = map[bool]string{true: "end", false: "start"}[(k == 0) == left]
		}
		f.Shapes = append(f.Shapes, line(x(u), armTop-14, x(u), bottom, []string{"upright", "upright median"}[k]),
			label(x(u)+map[string]float64{"end": 4, "start": -4}[anchor], 30, anchor, "lane-label", []string{"mean ", "median "}[k]+amount(u)))
	}
	f.Table = grid{Caption: "Seats of " + quote(arenaTitle(a)), Fixed: true, Head: []string{"Seat", upper(c.Of), "Share of what counts", "From the mean"}}
	for k, i := range order {
		m := marks[i]
		y := armTop + armRow*(float64(k)+0.5)
		r := 2.5 + 11*math.Sqrt(m.Weight/all)
		f.Shapes = append(f.Shapes, label(armLeft-22, y+4, "end", "row-label", clip(m.Name, 34)), line(armLeft, y, armRight, y, "year"),
			shape{Kind: "path", D: outline(0, x(m.At), y, r), Class: "seat", Text: fmt.Sprintf("%s: %s, with %s of what counts", m.Name, amount(m.At), share(m.Weight/all))})
		f.Table.Rows = append(f.Table.Rows, row{Cells: slices.Concat(cells(m.Name), numbers(amount(m.At), share(m.Weight/all), signedAmount(m.At-mean.At)))})
	}
	f.H = bottom + 30
	f.Title = fmt.Sprintf("The seats lie between %s and %s; the weighted mean is %s, the median %s", amount(marks[order[0]].At), amount(marks[order[len(order)-1]].At), amount(mean.At), amount(median.At))
	f.Note = "Where each seat stands on the day. The larger the dot, the more its seat counts: power times salience."
	f.Desc = fmt.Sprintf("A row for each seat, with a dot on the scale from %s to %s. A solid upright line is the weighted mean, a dashed one the weighted median. The table holds the same.", amount(c.Low), amount(c.High))
	f.Key = []keyItem{{outline(0, 8, 8, 5), "seat", "a seat, by what it counts"}, {"M8 0v16", "upright", "weighted mean"}, {"M8 0v16", "upright median", "weighted median"}}
}

// signedAmount writes a difference with its sign.
func signedAmount(x float64) string {
	if x > 0 {
		return "+" + amount(x)
	}
	return amount(x)
}

// barWords say what the sorts of bars are.
var barWords = []struct{ sort, class, text string }{
	{"", "bar", "follows, or stays"}, {"in", "bar", "comes in"}, {"out", "bar out", "goes out"}, {"lost", "bar lost", "is lost, blocked or left unpaid"},
}

// drawBars draws bars in groups, with what comes in filled, what goes out hollow and
// what is lost with broken lines.
func drawBars(f *figure, c *coupling.Figure, a *reckon.Arena) {
	most := 0.0
	for _, m := range c.Marks {
		most = max(most, m.At)
	}
	if most <= 0 {
		return
	}
	odds := c.Unit == ""
	if odds {
		most = 1
	}
	written := func(x float64) string {
		if odds {
			return reckon.Odds(x).String()
		}
		return amount(x)
	}
	long := armRight - armLeft - map[bool]float64{true: 150, false: 50}[odds]
	y, group := 8.0, ""
	f.Table = grid{Caption: arenaTitle(a), Fixed: true, Head: []string{"", "", titleOr(upper(c.Unit), "Likelihood")}}
	seen := map[string]bool{}
	for _, m := range c.Marks {
		if m.Group != group {
			group = m.Group
			y += 12
			f.Shapes = append(f.Shapes, label(0, y+10, "start", "lane-label", group))
			y += 22
		}
		class := "bar"
		for _, w := range barWords {
			if w.sort == m.Sort {
				class = w.class
			}
		}
		seen[m.Sort] = true
		wide := max(0, long*m.At/most)
		f.Shapes = append(f.Shapes, label(armLeft-10, y+12, "end", "row-label", clip(m.Name, 38)), box(armLeft, y+2, max(wide, 0.5), 13, class),
			label(armLeft+wide+6, y+13, "start", "tick", written(m.At)))
		what := ""
		if !odds {
			what = map[string]string{"in": "comes in", "out": "goes out", "lost": "lost"}[m.Sort]
		}
		f.Table.Rows = append(f.Table.Rows, row{Cells: slices.Concat(cells(m.Name, titleOr(what, m.Group)), numbers(written(m.At)))})
		y += 21
	}
	f.Shapes = append(f.Shapes, line(armLeft, 30, armLeft, y, "axis"))
	f.H = y + 10
	barTitle(f, c)
	f.Desc = "Bars from left to right, in groups; the table holds the same numbers."
	for _, w := range barWords {
		if seen[w.sort] && !odds {
			f.Key = append(f.Key, keyItem{"M1 3h14v10h-14z", w.class, w.text})
		}
	}
}

// barTitle says what the bars come to.
func barTitle(f *figure, c *coupling.Figure) {
	sum := map[string]map[string]float64{}
	first := ""
	best := c.Marks[0]
	for _, m := range c.Marks {
		if first == "" {
			first = m.Group
		}
		if sum[m.Group] == nil {
			sum[m.Group] = map[string]float64{}
		}
		sum[m.Group][m.Sort] += m.At
		if m.Group == first && m.At > best.At {
			best = m
		}
	}
	if c.Unit == "" {
		f.Title = followTitle(c, first, best.At)
		f.Note = "As things stand on the day, if its numbers stayed as they are."
		return
	}
	f.Title = fmt.Sprintf("%s: %s %s come in, %s go out, %s are lost or blocked", first, amount(sum[first]["in"]), isolate(c.Unit), amount(sum[first]["out"]), amount(sum[first]["lost"]))
	f.Note = "Flows on the day, in " + isolate(c.Unit) + "."
}

// followTitle says who would follow, and whether anybody has to.
func followTitle(c *coupling.Figure, group string, most float64) string {
	var first []string
	stays := 0.0
	for _, m := range c.Marks {
		if m.Group == group && m.At > most-0.005 {
			first = append(first, quote(upper(m.Name)))
		}
		if m.Group != group && m.Sort == "" {
			stays = m.At
		}
	}
	title := first[0] + " would be likeliest to follow"
	if len(first) > 1 {
		title = list(first) + " would be as likely to follow"
	}
	return title + "; that nobody has to within a year is " + reckon.Odds(stays).String()
}

// The frame of a curve.
const (
	curveLeft, curveRight, curveTop, curveBottom = 60.0, 520.0, 30.0, 260.0
)

// drawCurve draws lines over a scale, each with its name at its end, and points on them.
func drawCurve(f *figure, c *coupling.Figure, a *reckon.Arena) {
	low, high := 0.0, 1.0
	x := func(v float64) float64 { return curveLeft + (curveRight-curveLeft)*(v-c.Low)/(c.High-c.Low) }
	y := func(v float64) float64 { return curveBottom - (curveBottom-curveTop)*(v-low)/(high-low) }
	for k := range 5 {
		v, foot := float64(k)/4, c.Low+(c.High-c.Low)*float64(k)/4
		f.Shapes = append(f.Shapes, line(curveLeft, y(v), curveRight, y(v), "rule"), label(curveLeft-8, y(v)+4, "end", "tick", amount(v)), label(x(foot), curveBottom+18, "middle", "tick", amount(foot)))
	}
	f.Shapes = append(f.Shapes, line(curveLeft, curveBottom, curveRight, curveBottom, "axis"), label(curveLeft-8, 14, "start", "tick", c.Of), label((curveLeft+curveRight)/2, curveBottom+38, "middle", "tick", c.Along))
	f.Table = grid{Caption: arenaTitle(a) + ": " + c.Of, Fixed: true, Head: []string{upper(c.Along)}}
	ends := map[int]float64{}
	for k, one := range c.Curves {
		var b strings.Builder
		for i, q := range one.Points {
			b.WriteString(map[bool]string{true: "M", false: "L"}[i == 0] + coordinate(x(q[0])) + " " + coordinate(y(q[1])))
		}
		f.Shapes = append(f.Shapes, shape{Kind: "path", D: b.String(), Class: fmt.Sprintf("curve k%d", k%3)})
		f.Key = append(f.Key, keyItem{"M0 8h16", fmt.Sprintf("curve k%d", k%3), one.Name})
		end := one.Points[len(one.Points)-1]
		at := y(end[1]) + 4
		for _, other := range ends {
			if math.Abs(other-at) < 14 {
				at = other + 14
			}
		}
		ends[k] = at
		f.Shapes = append(f.Shapes, label(x(end[0])+8, at, "start", "row-label", clip(one.Name, 26)))
	}
	curveTable(f, c)
	for _, m := range c.Marks {
		class := "point"
		if m.Sort == "tipping" {
			class = "point hollow"
		}
		f.Shapes = append(f.Shapes, shape{Kind: "path", D: outline(map[bool]int{true: 0, false: 3}[m.Sort == "stable"], x(m.At), y(m.Weight), 5), Class: class, Text: m.Sort + ": " + amount(m.At)})
	}
	if len(c.Marks) > 0 {
		f.Key = append(f.Key, keyItem{outline(0, 8, 8, 5), "point", "settles there"}, keyItem{outline(3, 8, 8, 5), "point hollow", "tipping point"})
	}
	f.W, f.H = curveRight+200, curveBottom+50
	f.Desc = "A curve for each name in the key, each with its own kind of line; the table holds some of its points."
}

// curveTable lists some points of the curves, and titles the figure.
func curveTable(f *figure, c *coupling.Figure) {
	var starts []string
	for _, one := range c.Curves {
		f.Table.Head = append(f.Table.Head, one.Name)
		last := one.Points[len(one.Points)-1]
		starts = append(starts, fmt.Sprintf("%s from %s to %s", isolate(one.Name), amount(one.Points[0][1]), amount(last[1])))
	}
	for _, k := range thinned(len(c.Curves[0].Points), 7) {
		r := row{Cells: numbers(amount(c.Curves[0].Points[k][0]))}
		for _, one := range c.Curves {
			at := ""
			if len(one.Points) == len(c.Curves[0].Points) {
				at = amount(one.Points[k][1])
			} else {
				at = amount(c.Curves[0].Points[k][0])
			}
			r.Cells = append(r.Cells, numbers(at)...)
		}
		f.Table.Rows = append(f.Table.Rows, r)
	}
	if len(c.Marks) == 0 {
		f.Title = "While nobody gives in, belief in resolve grows: " + list(starts)
		f.Note = "The closed form, with the numbers of the day and as long as nothing else changes. What the runs make of it stands below."
		return
	}
	var settle, tip []string
	for _, m := range c.Marks {
		if m.Sort == "stable" {
			settle = append(settle, share(m.At))
		} else {
			tip = append(tip, share(m.At))
		}
	}
	f.Title = "The street settles where " + list(settle) + " are out"
	if settle == nil {
		f.Title = "The street settles nowhere"
	}
	if tip != nil {
		f.Title += "; beyond " + list(tip) + " it grows by itself"
	}
	f.Note = "Where the curve lies above the straight line more are ready than are out, and the movement grows; where it lies below, it fades. As things stand on the day, before anybody is jailed or tired, and without chance."
}
