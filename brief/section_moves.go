package brief

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"reckon"
)

// movesView is who can move from today's state, and who blocks.
type movesView struct {
	Absent string
	Today  []fact
	Graphs []graphView
}

type graphView struct {
	Open    bool
	Settled string // how many states would last for everybody
	Title   string
	Figure  *figure
	Verdict []verdictView
}

type verdictView struct {
	Actor, Line string
	Why         []string
}

func (p *page) movesView() *movesView {
	v := &movesView{Today: p.todayFacts()}
	if len(p.Case.Options) == 0 {
		v.Absent = "The case has no options, so there is no state to move from."
		return v
	}
	if len(p.Readings) > 0 && p.Readings[0].Holds == nil && p.States > 0 {
		v.Absent = "The record leads into a state that breaks a rule of the case, so nothing can be computed from today. Mend the record or the rule; the checker names the row."
		return v
	}
	lead := p.leading()
	for i := range p.Readings {
		r := &p.Readings[i]
		g := graphView{Open: i == lead, Settled: p.settledWords(r), Title: upper(p.readingName(i)), Figure: p.graphFigure(i)}
		for _, a := range p.ofActors() {
			if h := r.hold(a); h != nil {
				g.Verdict = append(g.Verdict, p.verdictView(h))
			}
		}
		v.Graphs = append(v.Graphs, g)
	}
	// The reading with most weight comes first, as the one drawn open.
	if lead > 0 {
		first := v.Graphs[lead]
		copy(v.Graphs[1:lead+1], v.Graphs[:lead])
		v.Graphs[0] = first
	}
	return v
}

// settledWords says how many states would last for everybody.
func (p *page) settledWords(r *Reading) string {
	m := r.mindOf(p.Case.Subject)
	if m == nil || r.Holds == nil {
		return ""
	}
	return fmt.Sprintf("Of %s, %s for every actor at once when all decide by %s. Margin: by how many ranks today beats the best that a move can secure; below zero it is not stable.",
		count(p.States, "possible state", "possible states"), count(r.Equilibria, "is stable", "are stable"), m.Temper.Concept)
}

// todayFacts lists, for each actor, what is on today.
func (p *page) todayFacts() []fact {
	var out []fact
	for _, a := range p.ofActors() {
		var on []string
		for _, k := range p.Case.Actors[a].Options {
			if p.Today.Has(k) {
				on = append(on, isolate(p.option(k)))
			}
		}
		text := "nothing in force"
		if on != nil {
			text = list(on)
		}
		out = append(out, fact{upper(p.actor(a)), text, ""})
	}
	return out
}

func (p *page) verdictView(h *Hold) verdictView {
	word := "stable"
	switch {
	case h.Barred:
		word = "impossible in his eyes"
	case !h.Verdict.Free:
		word = "no move open"
	case h.Share < 0.5:
		word = "not stable"
	}
	line := fmt.Sprintf("%s (%s", word, h.Verdict.Concept)
	if h.Verdict.Free {
		line += ", margin " + strings.Replace(fmt.Sprint(h.Verdict.Margin), "-", "−", 1)
	}
	if h.Share > 0.005 && h.Share < 0.995 {
		line += fmt.Sprintf(", in views with %s of the odds", share(h.Share))
	}
	return verdictView{Actor: upper(p.actor(h.Verdict.Actor)), Line: line + ")", Why: p.verdictWords(h, 3)}
}

// graphFigure draws the graph of one reading.
func (p *page) graphFigure(i int) *figure {
	r := &p.Readings[i]
	if len(r.Arcs) == 0 {
		return nil
	}
	g := p.graph(r)
	f := &figure{
		ID: fmt.Sprintf("figure-graph-%d", i+1), Title: p.graphTitle(r),
		Key: []keyItem{
			{arrow(), "link gains", "better for the mover, nothing shown against it"},
			{arrow(), "link blocked", "better for the mover, but met"},
			{arrow(), "link blocks", "who meets it"},
			{arrow(), "link other", "no better for the mover"},
		},
		Table: p.graphGrid(i, r),
	}
	f.Note = "Boxes are states, by what differs from today. Stable is not likely: it says that nobody gains by leaving, not that we shall be there."
	if g.left > 0 {
		f.Note += fmt.Sprintf(" Left out: %s", count(g.left, "further one-step move", "further one-step moves"))
		if g.better > 0 {
			f.Note += fmt.Sprintf(", of them %s", count(g.better, "improvement", "improvements"))
		}
		f.Note += "."
	}
	p.drawGraph(f, g, i)
	f.Desc = fmt.Sprintf("%d of %d one-step moves from today’s state, drawn from left to right, with the moves of others that meet them. %s. The table lists the moves, the mover and who meets them.", len(r.Arcs)-g.left, len(r.Arcs), f.Title)
	if len(r.Arcs) > 6 {
		f.After = f.ID + "-table"
	}
	return f
}

// tempted reports whether some move would be better for the actor where it leads.
func (r *Reading) tempted(actor int) bool {
	return slices.ContainsFunc(r.Arcs, func(a Arc) bool { return a.Actor == actor && a.Gain > 0 })
}

// graphTitle states who gains by moving.
func (p *page) graphTitle(r *Reading) string {
	var gain, met []string
	for _, a := range p.ofActors() {
		h := r.hold(a)
		switch {
		case h == nil || !h.Verdict.Free:
		case h.Share < 0.5:
			gain = append(gain, p.actor(a))
		case len(h.Verdict.Answers) > 0 && (!h.Verdict.Concept.Ahead() || r.tempted(a)):
			met = append(met, p.actor(a))
		}
	}
	switch {
	case gain != nil:
		return "There is a gain in leaving today’s state for " + list(gain)
	case met != nil:
		return "Nobody gains by leaving today’s state: others hold back " + list(met)
	}
	return "Nobody has a better state to go to"
}

const (
	columnWidth = 262.0
	boxWidth    = 184.0
)

// drawGraph lays the graph out and draws it.
func (p *page) drawGraph(f *figure, g *graph, reading int) {
	arcs := make([][2]int, len(g.links))
	for i, l := range g.links {
		arcs[i] = [2]int{l.from, l.to}
	}
	column, place := layered(len(g.states), arcs)
	words := make([][]string, len(g.states))
	heights := make([]float64, len(g.states))
	for v, s := range g.states {
		words[v] = p.boxWords(g, v, s)
		heights[v] = 12 + 15*float64(len(words[v]))
	}
	x, y, h := spread(column, place, heights)
	f.H, f.W = h, 0
	for v := range x {
		f.W = max(f.W, x[v]+boxWidth+14)
	}
	f.W = max(f.W, 640)
	for _, l := range g.links {
		f.Shapes = append(f.Shapes, p.linkShapes(l, x, y)...)
	}
	for v := range g.states {
		class := "state"
		if v == 0 {
			class = "state today"
		}
		b := box(x[v], y[v]-heights[v]/2, boxWidth, heights[v], class)
		f.Shapes = append(f.Shapes, b)
		for i, w := range words[v] {
			s := label(x[v]+boxWidth/2, y[v]-heights[v]/2+17+15*float64(i), "middle", "box-text", w)
			if i == 0 {
				s.Class = "box-head"
				if n := g.rowOf(p, reading, v); n != "" {
					s.Href, s.Name = n, w+": row in the table"
				}
			}
			f.Shapes = append(f.Shapes, s)
		}
	}
}

// rowOf is the table row of a state that one step reaches.
func (g *graph) rowOf(p *page, reading, v int) string {
	for i, a := range p.worthDrawing(&p.Readings[reading]) {
		if i < mostRows && a.To == g.states[v] {
			return fmt.Sprintf("#move-%d-%d", reading+1, i+1)
		}
	}
	return ""
}

// boxWords are the lines in a state's box: who moved there, what differs from today.
func (p *page) boxWords(g *graph, v int, s reckon.State) []string {
	if v == 0 {
		return []string{"Today"}
	}
	head := "then"
	for _, l := range g.links {
		if l.to == v && l.from == 0 {
			head = clip(upper(p.actor(l.actor)), 30)
		}
	}
	from := p.Today
	if head == "then" {
		for _, l := range g.links {
			if l.to == v {
				head, from = clip(upper(p.actor(l.actor)), 30), g.states[l.from]
				break
			}
		}
	}
	signs := p.signs(from, s)
	if len(signs) > 4 {
		signs = append(signs[:3], fmt.Sprintf("and %d more", len(signs)-3))
	}
	for i := range signs {
		signs[i] = clip(signs[i], 26)
	}
	return append([]string{head}, signs...)
}

// spread turns columns and places into coordinates; each column is centred.
func spread(column, place []int, heights []float64) (x, y []float64, height float64) {
	const gap, margin = 14.0, 12.0
	x, y = make([]float64, len(column)), make([]float64, len(column))
	total := map[int]float64{}
	for v, c := range column {
		total[c] += heights[v] + gap
		height = max(height, total[c])
	}
	for v, c := range column {
		above := (height - total[c]) / 2
		for u, d := range column {
			if d == c && place[u] < place[v] {
				above += heights[u] + gap
			}
		}
		x[v], y[v] = margin+columnWidth*float64(c), margin+above+heights[v]/2
	}
	return x, y, height + 2*margin
}

// linkShapes draws one move as a curve with a head.
func (p *page) linkShapes(l link, x, y []float64) []shape {
	class := "link " + [...]string{"other", "gains", "blocked", "blocks"}[l.kind]
	x1, y1, x2, y2 := x[l.from]+boxWidth, y[l.from], x[l.to]-2, y[l.to]
	if x2 <= x1 {
		x1, x2 = x[l.from]+boxWidth, x[l.to]+boxWidth+2
		bend := x1 + 40 + math.Abs(y2-y1)/8
		return []shape{{Kind: "path", Class: class, D: fmt.Sprintf("M%s %sC%s %s %s %s %s %s", coordinate(x1), coordinate(y1), coordinate(bend), coordinate(y1), coordinate(bend), coordinate(y2), coordinate(x2), coordinate(y2)) + head(x2, y2, -1)}}
	}
	mid := (x1 + x2) / 2
	return []shape{{Kind: "path", Class: class, D: fmt.Sprintf("M%s %sC%s %s %s %s %s %s", coordinate(x1), coordinate(y1), coordinate(mid), coordinate(y1), coordinate(mid), coordinate(y2), coordinate(x2), coordinate(y2)) + head(x2, y2, 1)}}
}

// head is an arrow head at a point, pointing right (1) or left (-1).
func head(x, y, way float64) string {
	return fmt.Sprintf("M%s %sL%s %sL%s %s", coordinate(x-7*way), coordinate(y-4), coordinate(x), coordinate(y), coordinate(x-7*way), coordinate(y+4))
}

// arrow is the level arrow of the key.
func arrow() string { return "M1 8L14 8" + head(14, 8, 1) }

// mostRows keeps the table of moves readable: an actor with ten options has a
// thousand of them.
const mostRows = 30

// graphGrid lists the one-step moves of a reading, as they are drawn: the
// improvements first.
func (p *page) graphGrid(i int, r *Reading) grid {
	g := grid{Caption: "One-step moves from today", Head: []string{"Who", "Move", "For the mover", "What meets it"}, Fixed: true}
	if len(r.Arcs) > mostRows {
		g.Caption = fmt.Sprintf("The first %d of %d one-step moves from today", mostRows, len(r.Arcs))
	}
	for n, a := range p.worthDrawing(r) {
		if n == mostRows {
			break
		}
		met := p.metBy(r, a)
		if met == notLooked {
			g.Note = "Not looked at: another move of the same actor already makes today’s state unstable."
		}
		worth := "worse"
		switch {
		case a.Gain > 0:
			worth = "better"
		case a.Gain == 0:
			worth = "the same"
		}
		g.Rows = append(g.Rows, row{ID: fmt.Sprintf("move-%d-%d", i+1, n+1), Cells: cells(upper(p.actor(a.Actor)), upper(p.step(p.Today, a.To)), worth, met)})
	}
	return g
}

// notLooked stands where an answer was not sought.
const notLooked = "not looked at"

// metBy tells in words who blocks a move.
func (p *page) metBy(r *Reading, a Arc) string {
	h := r.hold(a.Actor)
	if a.Gain <= 0 || h == nil {
		return "–"
	}
	answer := answerTo(h.Verdict, a.To)
	switch {
	case answer == nil:
		return notLooked
	case len(answer.Path) == 0:
		return "nothing"
	}
	return upper(p.pathWords(h.Verdict, *answer))
}
