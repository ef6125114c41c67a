package brief

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"reckon"
	"reckon/arena"
	"reckon/coupling"
)

// arenasView is the whole of the arenas, and a page for each.
type arenasView struct {
	Lead     string
	Contents []pageLink
	Web      *figure
	Loops    *grid
	Folded   bool // the loops are many
	LoopNote string
	Runs     *figure
	RunNote  string
	Moved    []*figure
	MovedHow string
	Pages    []arenaPage
}

type pageLink struct{ Href, Kind, Title string }

// arenaPage is what one arena shows.
type arenaPage struct {
	ID, Kind, Title, Is string
	Marks               []mark
	Reads, Writes       []wayView
	Says                []string
	Figures             []*figure
	Tables              []tableView
	FanKey              []keyItem
	Fans                []*figure
	Still               []string
	Rests               []restView
	Limits              string
}

// wayView is something that an arena reads or writes.
type wayView struct{ Href, Title, Note string }

// tableView is a table of a report; one that is long stands folded.
type tableView struct {
	Grid   grid
	Folded bool
}

// restView is what one part of an arena rests on.
type restView struct {
	What  string
	Marks []mark
}

// mostOpen is how many rows of a table or loops of the whole stand open.
const mostOpen = 8

func arenaHref(i int) string { return fmt.Sprintf("#arena-%d", i+1) }

// arenasView returns nil, and with it no section, where the case has no arena.
func (p *page) arenasView() any {
	if len(p.Arenas) == 0 {
		return nil
	}
	v := &arenasView{}
	var kinds []string
	for i := range p.Arenas {
		a := p.Arenas[i].Arena
		v.Contents = append(v.Contents, pageLink{arenaHref(i), arenaKind(a), arenaTitle(a)})
		kinds = append(kinds, quote(arenaTitle(a)))
	}
	v.Lead = fmt.Sprintf("An arena is a model of one of the forces around the leader. Each works out its part at every %s of a run from the measures and options that it reads, and gives the measures that it writes their next values. This case has %s: %s. What stands on their pages is the day on which the runs start, with every uncertain number in the middle of what is held of it; what the runs make of them stands beside it.",
		titleOr(p.Case.Step, "step"), count(len(p.Arenas), "arena", "arenas"), list(kinds))
	if p.Feeds != nil {
		v.Web = p.webFigure(p.web())
		v.Loops, v.LoopNote = p.loopGrid()
		v.Folded = v.Loops != nil && len(v.Loops.Rows) > mostOpen
	}
	v.Runs = p.sheetFigure()
	if v.Runs == nil {
		v.RunNote = "No run was made, so nothing is said of how these measures go on."
	}
	if v.Moved = p.movedFigures(); v.Moved != nil {
		v.MovedHow = p.contrastBasis()
	}
	for i := range p.Arenas {
		v.Pages = append(v.Pages, p.arenaPage(i))
	}
	return v
}

// arenaPage is the page of the i-th arena.
func (p *page) arenaPage(i int) arenaPage {
	r := &p.Arenas[i]
	a := r.Arena
	v := arenaPage{ID: fmt.Sprintf("arena-%d", i+1), Kind: arenaKind(a), Title: arenaTitle(a)}
	v.Is, v.Limits = arenaKinds[a.Kind].is, arenaKinds[a.Kind].limits
	for _, says := range r.Says {
		if says != v.Limits { // which stand on the page already
			v.Says = append(v.Says, says)
		}
	}
	v.Marks = p.marks(a.Cites, v.Kind+" "+quote(v.Title))
	v.Reads, v.Writes = p.reads(a), p.writes(a)
	for k := range r.Tables {
		v.Tables = append(v.Tables, tableOf(&r.Tables[k]))
	}
	v.Figures = p.arenaFigures(i)
	v.Fans, v.Still = p.arenaFans(i)
	if v.Fans != nil {
		v.FanKey = fanKey()
	}
	for k := range a.Parts {
		if part := &a.Parts[k]; len(part.Cites) > 0 {
			what := upper(part.Kind) + " " + quote(titleOr(part.Title, part.Name))
			v.Rests = append(v.Rests, restView{what, p.marks(part.Cites, v.Title+": "+what)})
		}
	}
	return v
}

// reads are the measures and options that an arena reads.
func (p *page) reads(a *reckon.Arena) []wayView {
	var list []wayView
	var options reckon.State
	met, fixed := map[string]bool{}, 0
	for _, e := range p.readBy(a) {
		options |= e.Reads()
		for _, name := range e.Measures() {
			k := p.Case.Measure(name)
			if met[name] || k >= 0 && p.Case.Measures[k].Derived && p.Case.Measures[k].Arena == a.Name {
				continue
			}
			met[name] = true
			if k < 0 {
				fixed++
				continue
			}
			list = append(list, p.wayTo(&p.Case.Measures[k], a))
		}
	}
	for k := range p.Case.Options {
		if options.Has(k) {
			o := &p.Case.Options[k]
			list = append(list, wayView{Title: short(p.option(k)), Note: "an option of " + p.actor(o.Actor), Href: "#moves"})
		}
	}
	if fixed > 0 {
		list = append(list, wayView{Title: count(fixed, "number that stays", "numbers that stay") + " the same in a run", Href: "#assumptions"})
	}
	return list
}

// wayTo is a measure that an arena reads, with where it is shown.
func (p *page) wayTo(m *reckon.Measure, reader *reckon.Arena) wayView {
	v := wayView{Title: p.measureTitle(m.Name), Href: p.fanHref(m.Name)}
	switch writer := p.arenaNamed(m.Arena); {
	case writer < 0:
	case m.Arena == reader.Name:
		v.Note = "its own, a step before"
	default:
		v.Note = "from " + quote(arenaTitle(p.Arenas[writer].Arena))
		v.Href = cmp.Or(v.Href, arenaHref(writer))
	}
	return v
}

// writes are the measures that an arena writes.
func (p *page) writes(a *reckon.Arena) []wayView {
	var list []wayView
	for _, w := range a.Writes {
		v := wayView{Title: p.measureTitle(w.Measure), Href: p.fanHref(w.Measure), Note: strings.ReplaceAll(w.Quantity, "_", " ")}
		if w.Of != "" {
			k := slices.IndexFunc(a.Parts, func(q reckon.ArenaPart) bool { return q.Name == w.Of })
			of := w.Of
			if k >= 0 {
				of = titleOr(a.Parts[k].Title, of)
			}
			v.Note += " of " + isolate(of)
		}
		list = append(list, v)
	}
	return list
}

// tableOf is a table of a report.
func tableOf(t *coupling.Table) tableView {
	v := tableView{Grid: grid{Caption: t.Title, Head: t.Head, Note: t.Note, Fixed: len(t.Head) > 1}, Folded: len(t.Rows) > mostOpen}
	for _, r := range t.Rows {
		one := row{Cells: cells(r...)}
		for k := range one.Cells {
			one.Cells[k].Number = k > 0 && isNumber(r[k])
		}
		v.Grid.Rows = append(v.Grid.Rows, one)
	}
	return v
}

// isNumber reports whether a cell holds a number and no words.
func isNumber(s string) bool {
	return s != "" && strings.ContainsAny(s, "0123456789") && strings.Trim(s, "0123456789.,+-−–%±<>() ") == ""
}

// mostLoops is how many circles the whole lists.
const mostLoops = 24

// circle is the loops that go through the same stated measures in one order: within a
// treasury there may be many ways from one to the next.
type circle struct {
	names  []string
	arenas []string
	signs  map[int]int // loops by sign
	least  *arena.Loop // the shortest
}

// circles gathers the loops that leave a treasury's own equations.
func (p *page) circles() (all []*circle, inside int) {
	by := map[string]*circle{}
	for i := range p.Feeds.Loops {
		l := &p.Feeds.Loops[i]
		through := p.loopArenas(l)
		names := p.stated(l)
		if len(through) < 2 && len(names) == 0 {
			inside++
			continue
		}
		key := strings.Join(names, "\x00")
		if by[key] == nil {
			by[key] = &circle{names, through, map[int]int{}, l}
			all = append(all, by[key])
		}
		by[key].signs[l.Sign]++
	}
	slices.SortStableFunc(all, func(a, b *circle) int { return cmp.Compare(min(2, len(b.arenas)), min(2, len(a.arenas))) })
	return all, inside
}

// stated are the measures of a loop that stand in the case, else all of them.
func (p *page) stated(l *arena.Loop) []string {
	var list []string
	for _, name := range l.Names {
		if k := p.Case.Measure(name); k >= 0 && !p.Case.Measures[k].Derived {
			list = append(list, name)
		}
	}
	return list
}

// letter says whether a circle reinforces (R) or balances (B); ? where it hangs on the
// circumstances or ways differ.
func (c *circle) letter() string {
	switch {
	case len(c.signs) > 1 || c.signs[0] > 0:
		return "?"
	case c.signs[1] > 0:
		return "R"
	}
	return "B"
}

// loopGrid lists the circles of effects, those through several arenas first.
func (p *page) loopGrid() (*grid, string) {
	all, inside := p.circles()
	var note []string
	if inside > 0 {
		note = append(note, fmt.Sprintf("%s within the equations of one treasury; its page names the shortest.", upper(count(inside, "more runs", "more run"))))
	}
	if !p.Feeds.All {
		note = append(note, "There are more; only the shortest were looked for.")
	}
	if len(all) > mostLoops {
		note = append(note, fmt.Sprintf("%d longer ones are left out here; the command reckon arenas lists them.", len(all)-mostLoops))
		all = all[:mostLoops]
	}
	if len(all) == 0 {
		return nil, strings.Join(append([]string{"No effect comes back to where it began by way of an arena."}, note...), " ")
	}
	g := &grid{Caption: "Circles of effects", Head: []string{"", "Round", "Through"}, Wide: true}
	for _, c := range all {
		var words, through []string
		for _, name := range append(slices.Clone(c.names), c.names[0]) {
			words = append(words, isolate(p.measureTitle(name)))
		}
		for _, name := range c.arenas {
			through = append(through, quote(arenaTitle(p.Arenas[p.arenaNamed(name)].Arena)))
		}
		g.Rows = append(g.Rows, row{Cells: cells(c.letter(), ltr(strings.Join(words, " → ")+p.ways(c)), ltr(list(through)))})
	}
	return g, strings.Join(append([]string{"R reinforces what it meets, B balances it, ? hangs on the circumstances, or on which way is stronger."}, note...), " ")
}

// ways tells what a circle goes through within a treasury.
func (p *page) ways(c *circle) string {
	n := c.signs[-1] + c.signs[0] + c.signs[1]
	var inner []string
	for _, name := range c.least.Names {
		if !slices.Contains(c.names, name) {
			inner = append(inner, isolate(p.measureTitle(name)))
		}
	}
	switch {
	case inner == nil && n == 1:
		return ""
	case n == 1:
		return ", by " + strings.Join(inner, " → ")
	}
	var signs []string
	for _, s := range []struct {
		sign int
		word string
	}{{1, "reinforce"}, {-1, "balance"}, {0, "hang on circumstances"}} {
		if c.signs[s.sign] > 0 {
			signs = append(signs, fmt.Sprintf("%d %s", c.signs[s.sign], s.word))
		}
	}
	return fmt.Sprintf(", in %d ways: %s; the shortest by %s", n, list(signs), titleOr(strings.Join(inner, " → "), "nothing between"))
}

// loopArenas are the arenas that a loop goes through, in the order of the loop.
func (p *page) loopArenas(l *arena.Loop) []string {
	var list []string
	for _, name := range l.Names {
		if k := p.Case.Measure(name); k >= 0 && p.arenaNamed(p.Case.Measures[k].Arena) >= 0 && !slices.Contains(list, p.Case.Measures[k].Arena) {
			list = append(list, p.Case.Measures[k].Arena)
		}
	}
	return list
}
