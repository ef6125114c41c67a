package brief

import (
	"fmt"
	"math"

	"reckon"
)

// readingsView puts the readings side by side, one card each.
type readingsView struct {
	Lead    string
	Cards   []card
	Compare *figure // what each reading expects of the subject's next decision
	Others  []otherView
	Rival   bool // the case holds readings
}

type card struct {
	ID, Title, Says string
	Mark            keyItem
	Source          []mark2
	Dated           string
	Change          string // what brought the mind shown
	Weight          string
	Temper          []string
	TemperMarks     []mark
	Wants           []wantView
	Order           []string // a direct ranking in words, instead of wants
	Beliefs         []beliefView
	Holds           string
	Why             []string
	Moves           []moveView
	MovesNote       string
	Left            []string
}

type wantView struct {
	Title, Text string
	RedLine     bool
	Marks       []mark
}

type beliefView struct {
	About string
	Marks []mark
	Kinds []kindView
}

type kindView struct {
	Title, Odds string
	Wants       []wantView
	Marks       []mark
}

type moveView struct {
	What, Odds string
}

// mostMoves is how many of the likeliest next moves a card names.
const mostMoves = 4

func (p *page) readingsView() *readingsView {
	v := &readingsView{Lead: p.readingsLead(), Rival: len(p.Case.Readings) > 0}
	for i := range p.Readings {
		v.Cards = append(v.Cards, p.card(i))
	}
	v.Compare = p.compareFigure()
	v.Others = p.others()
	return v
}

func (p *page) readingsLead() string {
	switch len(p.Case.Readings) {
	case 0:
		return "The case holds no rival reading. What follows is its own view of each actor, which nothing here argues against."
	case 1:
		return "One reading stands alone here. A second, rival one is needed before the record can tell anything apart."
	}
	return fmt.Sprintf("%d rival theories of %s. Wants stand in their order of importance; a red line is a want whose breach is strongly worse. Each mark leads to the passage it rests on.", len(p.Case.Readings), p.subjectName())
}

// mindOf is the reading's mind of an actor.
func (r *Reading) mindOf(name string) *reckon.Mind {
	for i := range r.Minds {
		if r.Minds[i].Actor == name {
			return &r.Minds[i]
		}
	}
	return nil
}

func (p *page) card(i int) card {
	r := &p.Readings[i]
	k := card{ID: fmt.Sprintf("reading-%d", i+1), Title: "The case’s own view", Mark: keyOf(i, "", false), Left: r.Left}
	if r.Of != nil {
		k.Title, k.Says = titleOr(r.Of.Title, r.Of.Name), r.Of.Says
		if r.Of.Source != "" {
			k.Source = []mark2{p.sourceLink(r.Of.Source)}
		}
		k.Dated = longDate(r.Of.Dated)
	}
	if len(p.Readings) > 1 {
		k.Weight = share(r.Weight)
	}
	if m := r.mindOf(p.Case.Subject); m != nil {
		p.mindCard(&k, m)
	}
	p.holdCard(&k, r)
	return k
}

// mindCard fills in the subject's wants, beliefs and temper.
func (p *page) mindCard(k *card, m *reckon.Mind) {
	k.Change, k.Temper = changeWords(&m.Change), temperWords(m.Temper)
	k.TemperMarks = p.marks(m.Cites, k.Title+": how the subject decides")
	k.Wants = p.wants(m.Wants, k.Title)
	k.Order = p.orderWords(m.Order)
	for _, b := range m.Beliefs {
		view := beliefView{About: upper(p.actorNamed(b.About)), Marks: p.marks(b.Cites, k.Title+": belief about "+p.actorNamed(b.About))}
		for _, kind := range b.Kinds {
			use := k.Title + ": " + p.actorNamed(b.About) + ", taken as " + quote(kindTitle(kind))
			view.Kinds = append(view.Kinds, kindView{
				Title: kindTitle(kind), Odds: heldOdds(kind.Odds),
				Marks: p.marks(kind.Cites, use), Wants: p.wants(kind.Wants, use),
			})
		}
		k.Beliefs = append(k.Beliefs, view)
	}
}

// heldOdds are the odds that the believer holds; a single kind is no doubt at all.
func heldOdds(x float64) string {
	if x >= 1 {
		return "taken for granted"
	}
	return reckon.Odds(x).String()
}

func (p *page) wants(wants []reckon.Want, use string) []wantView {
	var out []wantView
	for _, w := range wants {
		out = append(out, wantView{
			Title: wantTitle(w), Text: w.Text, RedLine: w.RedLine,
			Marks: p.marks(w.Cites, use+": "+wantTitle(w)),
		})
	}
	return out
}

// mostRanked is how many lines of a direct ranking a card shows.
const mostRanked = 12

// orderWords writes a direct ranking, best first; equal states share a line.
func (p *page) orderWords(order [][]reckon.State) []string {
	var out []string
	for i, group := range order {
		if i == mostRanked {
			return append(out, fmt.Sprintf("… and %d more", len(order)-i))
		}
		var words []string
		for _, s := range group {
			words = append(words, s.Letters(len(p.Case.Options)))
		}
		out = append(out, list(words))
	}
	return out
}

// temperWords says how an actor decides, one sentence a setting, number in
// brackets, and which settings nobody chose.
func temperWords(t reckon.Temper) []string {
	assumed := map[string]bool{}
	for _, a := range t.Assumed {
		assumed[a] = true
	}
	say := func(name, words, value string) string {
		s := upper(words) + " [" + name + " " + value
		if assumed[name] {
			s += ", default"
		}
		return s + "]"
	}
	return []string{
		say("concept", foresight(t.Concept), string(t.Concept)),
		say("caution", caution(t.Caution), number(t.Caution)),
		say("precision", precision(t.Precision), number(t.Precision)),
		say("stubborn", stubborn(t.Stubborn), number(t.Stubborn)),
		say("emphasis", "a want counts "+number(t.Emphasis)+" times the next", number(t.Emphasis)),
	}
}

// holdCard fills in what the reading holds of today's state and of what follows.
func (p *page) holdCard(k *card, r *Reading) {
	s := p.subject()
	h := r.hold(s)
	if h == nil {
		k.Holds = "The subject has no option of its own, so the model gives no move to judge."
		return
	}
	word := "Today’s state is stable for " + p.subjectName()
	if h.Share < 0.5 {
		word = "Today’s state is not stable for " + p.subjectName()
	}
	if h.Share > 0.005 && h.Share < 0.995 {
		word += fmt.Sprintf(", in views with %s of the odds that the reading states", share(h.Share))
	}
	k.Holds = word + "."
	k.Why = p.verdictWords(h, 1)
	n := r.next(s)
	switch {
	case n == nil:
		return
	case n.Silent:
		k.MovesNote = "The reading does not tell the open moves apart: no forecast."
		return
	}
	rest := 0.0
	for i, to := range n.To {
		if i >= mostMoves {
			rest += n.P[i]
			continue
		}
		k.Moves = append(k.Moves, moveView{What: upper(p.step(p.Today, to)), Odds: reckon.Odds(n.P[i]).String()})
	}
	if more := len(n.To) - mostMoves; more > 0 {
		k.MovesNote = fmt.Sprintf("%s together: %s.", upper(count(more, "other small step", "other small steps")), reckon.Odds(rest))
	}
}

// compareFigure sets the readings' chances of each change to one of the
// subject's options beside each other.
func (p *page) compareFigure() *figure {
	s := p.subject()
	if s < 0 || len(p.Readings) == 0 || len(p.Case.Actors[s].Options) == 0 {
		return nil
	}
	f := &figure{ID: "figure-next", W: 720, Desc: "A dot for each reading shows the probability that the subject’s next decision changes the option on that row, from 0 on the left to 100 per cent on the right. The table below holds the same numbers."}
	f.Table = grid{Caption: "Probability that the next decision changes the option, by reading", Head: []string{"Change"}, Fixed: true}
	for i := range p.Readings {
		f.Key = append(f.Key, keyOf(i, p.readingName(i), false))
		f.Table.Head = append(f.Table.Head, p.readingName(i))
	}
	if len(p.Readings) > 1 {
		f.Table.Head = append(f.Table.Head, "Pooled")
	}
	const left, right, top, step = 300.0, 690.0, 34.0, 30.0
	stay := p.course(s)
	y, told := top+step, stay.Voices > 0
	f.Shapes = append(f.Shapes, p.dots("Stay as today", stay, y, left, right)...)
	f.Table.Rows = append(f.Table.Rows, p.pooledRow("Stays as today", stay))
	for _, k := range p.Case.Actors[s].Options {
		x := p.flip(s, k)
		told = told || x.Voices > 0
		y += step
		f.Shapes = append(f.Shapes, p.dots(p.changeRow(k), x, y, left, right)...)
		f.Table.Rows = append(f.Table.Rows, p.pooledRow(upper(p.step(p.Today, p.Today^1<<uint(k))), x))
	}
	if !told {
		return nil
	}
	f.H = y + 26
	f.Shapes = append(percentAxis(left, right, top, y+14), f.Shapes...)
	if n := p.steps(s); n > 1 {
		x := left + (right-left)/float64(n)
		f.Shapes = append(f.Shapes, line(x, top, x, y+14, "as-of"))
		f.Note = fmt.Sprintf("+ takes the option up, − drops it. The broken line is what chance alone would give to each of %d small steps, staying included.", n)
	}
	f.Title = p.compareTitle()
	return f
}

// partOnStaying reports whether the readings differ more on staying than on any
// one option.
func (p *page) partOnStaying() bool {
	_, x := p.widestSplit()
	stay := p.course(p.subject())
	return stay.Voices > 1 && stay.High-stay.Low >= max(0.1, x.High-x.Low)
}

func (p *page) compareTitle() string {
	k, x := p.widestSplit()
	if p.partOnStaying() {
		return "The readings part most over any move at all by " + p.subjectName()
	}
	if k >= 0 && x.High-x.Low >= 0.1 {
		return fmt.Sprintf("The readings part most over %s", quote(short(p.option(k))))
	}
	if len(p.Readings) == 1 {
		k, _ := p.likeliestFlip(p.subject())
		return fmt.Sprintf("%s is the option most open to change", quote(p.option(k)))
	}
	return "The readings expect much the same of the next decision"
}

// steps is how many courses the next decision of an actor chooses from.
func (p *page) steps(actor int) int {
	for i := range p.Readings {
		if n := p.Readings[i].next(actor); n != nil {
			return len(n.To)
		}
	}
	return 0
}

// percentAxis draws the grid of a 0 to 100% scale.
func percentAxis(left, right, top, bottom float64) []shape {
	var out []shape
	for q := 0; q <= 100; q += 25 {
		x := left + (right-left)*float64(q)/100
		out = append(out, line(x, top, x, bottom, "rule"), label(x, top-8, "middle", "tick", fmt.Sprintf("%d%%", q)))
	}
	return out
}

// dots draws one row of the comparison: a range and a mark for each reading.
func (p *page) dots(name string, x pooled, y, left, right float64) []shape {
	out := []shape{label(left-14, y+4, "end", "row-label", clip(name, 46))}
	at := func(v float64) float64 { return left + (right-left)*v }
	if x.Voices > 1 {
		out = append(out, line(at(x.Low), y, at(x.High), y, "span"))
	}
	for i, v := range x.By {
		if math.IsNaN(v) {
			continue
		}
		m := markAt(i, at(v), y, 5.5, false)
		m.Text = p.readingName(i) + ": " + reckon.Odds(v).String()
		out = append(out, m)
	}
	return out
}

func (p *page) pooledRow(name string, x pooled) row {
	r := row{Cells: cells(name)}
	for i, v := range x.By {
		c := cell{Text: reckon.Odds(v).String(), Number: true, Reason: fmt.Sprintf("#reading-%d", i+1)}
		if math.IsNaN(v) {
			c = cell{Text: "no forecast", Number: true}
		}
		r.Cells = append(r.Cells, c)
	}
	if len(p.Readings) > 1 {
		text := "no forecast"
		if x.Voices > 0 {
			text = reckon.Odds(x.P).String()
		}
		r.Cells = append(r.Cells, cell{Text: text, Number: true})
	}
	return r
}
