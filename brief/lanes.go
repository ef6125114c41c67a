package brief

import (
	"fmt"
	"slices"
	"strings"

	"reckon"
	"reckon/trial"
)

// lanes is the geometry of the trial's figure: one lane for each reading and
// rival over a common time axis.
type lanes struct {
	*page
	left, right, top, height float64
	from, to                 reckon.Date
	shapes                   []shape
}

func (l *lanes) x(d reckon.Date) float64 {
	if l.to == l.from {
		return (l.left + l.right) / 2
	}
	return l.left + (l.right-l.left)*float64(d-l.from)/float64(l.to-l.from)
}

// lanesFigure sets every choice on a time axis, with each reading's probability
// of what was done, and whether that is better than a coin toss.
func (p *page) lanesFigure() *figure {
	t := p.Trial
	l := &lanes{page: p, left: 158, right: 932, top: 34, height: 84}
	early := 0
	for _, c := range t.Choices {
		if len(c.P)+len(c.Retro)+len(c.Silent) == 0 && l.from == 0 {
			early++
			continue
		}
		if l.from == 0 {
			l.from, l.to = c.Date, c.Date
		}
		l.from, l.to = min(l.from, c.Date), max(l.to, c.Date)
	}
	f := &figure{ID: "figure-trial", W: 952, Title: p.lanesTitle(), After: "figure-trial-table", Table: p.choiceGrid()}
	y := l.top
	for _, s := range p.scores() {
		if s.Name == uniform {
			continue
		}
		l.lane(s, y)
		y += l.height
	}
	l.axis(y)
	l.asOfLine(y)
	l.ticks(y)
	f.H, f.Shapes = y+58, l.shapes
	f.Note = "Each stem starts at the odds of a coin toss among the alternatives and ends at what the reading gave to what was done: up is better. Hollow, in the shaded part: choices before the reading, which its author knew. A short tick at the foot of a lane: silent. The marks under the axis lead to the table."
	if early > 0 {
		f.Note += fmt.Sprintf(" Not drawn: %s that nobody is scored on; the table has them.", count(early, "early choice", "early choices"))
	}
	f.Desc = fmt.Sprintf("%d choices from %s to %s on a time axis, a lane for each reading and each rival. %s", len(t.Choices), longDate(t.Choices[0].Date), longDate(l.to), strings.Join(p.laneWords(), " "))
	for i := range p.Readings {
		if p.Readings[i].Of != nil {
			f.Key = append(f.Key, keyOf(i, p.readingName(i), false))
		}
	}
	f.Key = append(f.Key, keyItem{outline(3, 8, 8, 4), "mark rival", "a rival that knows nothing"})
	return f
}

// uniform is the rival that needs no lane: every stem starts at its odds.
const uniform = "uniform"

// coin is the chance of the choice for someone who knows nothing.
func coin(c trial.Choice) float64 { return 1 / float64(max(len(c.Alternatives), 1)) }

// lane draws one reading or rival.
func (l *lanes) lane(s trial.Score, y float64) {
	k, mark := l.readingIndex(s.Name), "mark rival"
	low, high := y+l.height-12, y+8
	at := func(p float64) float64 { return low + (high-low)*p }
	if k >= 0 && s.Dated >= l.from {
		l.shapes = append(l.shapes, box(l.left, y+2, l.x(min(s.Dated, l.to))-l.left, l.height-8, "before"))
	}
	l.shapes = append(l.shapes, line(l.left, low, l.right, low, "rule"), line(l.left, high, l.right, high, "rule"),
		label(l.right+4, high+4, "start", "tick", "1"), label(l.right+4, low+4, "start", "tick", "0"))
	for i, words := range wrap(titleOr(s.Title, s.Name), 20, 3) {
		l.shapes = append(l.shapes, label(l.left-16, y+26+16*float64(i), "end", "lane-label", words))
	}
	for _, c := range l.Trial.Choices {
		p, tested := c.P[s.Name]
		retro := false
		if !tested {
			p, retro = c.Retro[s.Name]
		}
		if !tested && !retro {
			if slices.Contains(c.Silent, s.Name) {
				l.shapes = append(l.shapes, line(l.x(c.Date), low-2, l.x(c.Date), low+4, "silent"))
			}
			continue
		}
		class := "stem"
		if retro {
			class = "stem hollow"
		}
		l.shapes = append(l.shapes, line(l.x(c.Date), at(coin(c)), l.x(c.Date), at(p), class))
		m := shape{Kind: "path", D: outline(3, l.x(c.Date), at(p), 2.8), Class: mark}
		if k >= 0 {
			m = markAt(k, l.x(c.Date), at(p), 3.6, retro)
		}
		m.Text = fmt.Sprintf("%s, %s: %s", c.Date, c.Title, share(p))
		l.shapes = append(l.shapes, m)
	}
}

// axis marks the years.
func (l *lanes) axis(y float64) {
	l.shapes = append(l.shapes, line(l.left, y, l.right, y, "axis"))
	first, last := l.from.Time().Year(), l.to.Time().Year()
	every := max(1, (last-first+1)/12)
	for year := first; year <= last; year++ {
		d, err := reckon.ParseDate(fmt.Sprintf("%04d-01-01", year))
		if err != nil || d < l.from || (year-first)%every != 0 {
			continue
		}
		l.shapes = append(l.shapes, line(l.x(d), l.top, l.x(d), y+5, "year"), label(l.x(d)+3, y+46, "start", "tick", fmt.Sprint(year)))
	}
}

// asOfLine marks the day after which only the trial reads.
func (l *lanes) asOfLine(y float64) {
	d := l.Trial.AsOf
	if d == 0 || d < l.from || d > l.to {
		return
	}
	x := l.x(d)
	l.shapes = append(l.shapes, line(x, l.top-12, x, y+6, "as-of"))
	anchor, dx := "end", -5.0
	if x < (l.left+l.right)/2 {
		anchor, dx = "start", 5
	}
	l.shapes = append(l.shapes, label(x+dx, l.top-16, anchor, "tick strong", "as of "+d.String()+"; later: trial only"))
}

// ticks draws one link a choice below the axis, each to its row of the table.
func (l *lanes) ticks(y float64) {
	for i, c := range l.Trial.Choices {
		if c.Date < l.from {
			continue
		}
		s := box(l.x(c.Date)-1.5, y+8, 3, 18, "choice-tick")
		s.Href, s.Name = fmt.Sprintf("#choice-%d", i+1), fmt.Sprintf("%s: %s", c.Date, c.Title)
		l.shapes = append(l.shapes, s)
	}
}

// wrap breaks text into at most n lines of about the given width.
func wrap(s string, width, n int) []string {
	var lines []string
	for w := range strings.FieldsSeq(s) {
		last := len(lines) - 1
		switch {
		case last >= 0 && len([]rune(lines[last]))+1+len([]rune(w)) <= width:
			lines[last] += " " + w
		case last+1 == n:
			lines[last] = clip(lines[last]+" "+w, width)
			return lines
		default:
			lines = append(lines, clip(w, width))
		}
	}
	return lines
}

// better counts the covered choices on which the reading beat a coin toss.
func (p *page) better(name string) (beat, covered int) {
	for _, c := range p.Trial.Choices {
		if x, ok := c.P[name]; ok {
			covered++
			if x > coin(c)+1e-9 {
				beat++
			}
		}
	}
	return beat, covered
}

func (p *page) lanesTitle() string {
	var words []string
	for _, s := range p.Trial.Readings {
		if beat, covered := p.better(s.Name); covered > 0 {
			words = append(words, fmt.Sprintf("%s on %d of %d", quote(titleOr(s.Title, s.Name)), beat, covered))
		}
	}
	if words == nil {
		return "No choice is late enough to test a reading"
	}
	return "Nearer to what was done than a coin toss: " + list(words) + " choices"
}

func (p *page) laneWords() []string {
	var out []string
	for _, s := range p.scores() {
		beat, covered := p.better(s.Name)
		if s.Name != uniform {
			out = append(out, fmt.Sprintf("%s: nearer to what was done than a coin toss on %d of %d choices it speaks to.", titleOr(s.Title, s.Name), beat, covered))
		}
	}
	return out
}

// choiceGrid lists every choice with what each reading and rival gave to it.
func (p *page) choiceGrid() grid {
	g := grid{Caption: "Every choice, and the probability given to what was done", Head: []string{"Date", "Choice", "Took", "Out of"}, Fixed: true, Wide: true}
	for _, s := range p.scores() {
		g.Head = append(g.Head, titleOr(s.Title, s.Name))
	}
	g.Head = append(g.Head, "Basis", "Sources")
	for i, c := range p.Trial.Choices {
		open := "–"
		if len(c.Alternatives) > 0 {
			open = fmt.Sprint(len(c.Alternatives))
		}
		r := row{ID: fmt.Sprintf("choice-%d", i+1), Cells: cells(c.Date.String(), c.Title, c.Took, open)}
		if c.Later {
			r.Class = "later"
			r.Cells[1].Text += " (after the as-of date)"
		}
		for _, s := range p.scores() {
			r.Cells = append(r.Cells, gaveCell(c, s.Name))
		}
		if c.Skipped != "" {
			r.Cells[1].Text += " (not scored: " + strings.Replace(c.Skipped, ": Left out: ", ": ", 1) + ")"
		}
		links := cell{}
		for _, key := range c.Sources {
			links.Links = append(links.Links, p.sourceNumber(key))
		}
		r.Cells = append(r.Cells, cell{Text: c.Basis}, links)
		g.Rows = append(g.Rows, r)
	}
	return g
}

// gaveCell is what one reading gave to one choice. These are odds of what has
// happened, so a plain percentage serves.
func gaveCell(c trial.Choice, name string) cell {
	if x, ok := c.P[name]; ok {
		return cell{Text: share(x), Number: true}
	}
	if x, ok := c.Retro[name]; ok {
		return cell{Text: "(" + share(x) + ")", Number: true}
	}
	if slices.Contains(c.Silent, name) {
		return cell{Text: "silent", Number: true}
	}
	return cell{Text: "–", Number: true}
}
