package brief

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"reckon"
	"reckon/outlook"
)

// outlookView is what comes of running the case forward: odds of its questions, its
// measures in time, what the scenarios change and what to watch.
type outlookView struct {
	Upset     []string
	Lead      string
	Glance    *grid
	Forecasts []forecastView
	Why       string // a command that tells where an answer comes from

	Made   string // the source line of the fans
	FanKey []keyItem
	Fans   []*figure
	Still  []string // measures without a figure, and why

	Scenarios []scenarioView
	Contrasts []*figure
	Basis     string // what the comparison rests on
	Signals   *grid
}

// forecastView is the answer of the runs to one question.
type forecastView struct {
	ID, Ask, Terms string
	Closes         string
	Absent         string // why the runs do not answer it
	Number         string // the answer, where it is a number
	Figure         *figure
	When           string
	Opened         bool
	Classes        []classView
}

// classView is a reference class: how often the like has come about.
type classView struct {
	Label, Name, Odds, Counted string
	Marks                      []mark
}

// scenarioView says what one scenario changes.
type scenarioView struct {
	Title, Says, Changes string
	Marks                []mark
}

// outlookView returns nil, and with it no section, where nothing was run.
func (p *page) outlookView() any {
	if p.Outlook == nil && p.Upset == nil {
		return nil
	}
	v := &outlookView{Upset: p.Upset}
	if p.Outlook == nil {
		return v
	}
	v.Lead = p.runWords()
	for i := range p.Outlook.Questions {
		v.Forecasts = append(v.Forecasts, p.forecast(i))
	}
	if q := p.openest(); q != "" {
		v.Why = "reckon why CASE --question " + q
	}
	v.Glance = p.glance()
	v.Made, v.FanKey = p.madeOf(p.Outlook.Runs), fanKey()
	v.Fans, v.Still = p.fans()
	for i := range p.Contrasts {
		v.Scenarios = append(v.Scenarios, p.scenario(&p.Contrasts[i]))
	}
	v.Contrasts = p.contrastFigures()
	if len(p.Contrasts) > 0 {
		v.Basis = p.contrastBasis()
	}
	v.Signals = p.signalGrid()
	return v
}

// contrastBasis says what a comparison of scenarios rests on.
func (p *page) contrastBasis() string {
	return fmt.Sprintf("%s of each reading, made again under each scenario with every random draw that both share, so that a difference is far surer than either side.", p.sharedRuns())
}

// sharedRuns says which runs the scenarios repeat.
func (p *page) sharedRuns() string {
	if p.ContrastRuns >= p.Outlook.Runs {
		return "All " + grouped(p.Outlook.Runs) + " runs"
	}
	return fmt.Sprintf("The first %s of the %s runs", grouped(p.ContrastRuns), grouped(p.Outlook.Runs))
}

// runWords says what was run.
func (p *page) runWords() string {
	o := p.Outlook
	of := "of the case’s own view"
	if len(o.Readings) > 1 {
		of = fmt.Sprintf("of each of the %d readings", len(o.Readings))
	} else if o.Readings[0].Name != "" {
		of = "of the only reading"
	}
	return fmt.Sprintf("The case was run forward %s times in the minds %s, by the %s, from %s to %s (seed %d). Each run is one way in which things may go on; chance, numbers that are not known exactly and the decisions of everybody differ from run to run. %s",
		grouped(o.Runs), of, titleOr(o.Step, "week"), longDate(o.From), longDate(o.Until), o.Seed, o.Weights)
}

// openest is the question whose answer is nearest to even odds.
func (p *page) openest() string {
	name, nearest := "", 1.0
	for _, q := range p.Outlook.Questions {
		if q.P != nil && max(*q.P, 1-*q.P) < nearest {
			name, nearest = q.Name, max(*q.P, 1-*q.P)
		}
	}
	return name
}

// question returns the stated question that an answer belongs to.
func (p *page) question(name string) (k int, q *reckon.Question) {
	k = slices.IndexFunc(p.Case.Questions, func(q reckon.Question) bool { return q.Name == name })
	if k < 0 {
		return k, nil
	}
	return k, &p.Case.Questions[k]
}

func (p *page) ask(q *outlook.Question) string { return upper(titleOr(q.Ask, q.Name)) }

// forecast is the answer to the i-th question of the outlook.
func (p *page) forecast(i int) forecastView {
	q := &p.Outlook.Questions[i]
	v := forecastView{ID: fmt.Sprintf("forecast-%d", i+1), Ask: p.ask(q), Opened: q.Opened}
	if k, stated := p.question(q.Name); stated != nil {
		v.Terms, v.Closes = fmt.Sprintf("#question-%d", k+1), closing(stated.Closes)
	}
	for k := range q.References {
		v.Classes = append(v.Classes, p.class(q, k))
	}
	switch {
	case !q.Covered:
		v.Absent = "The runs do not answer this question: " + q.Why + "."
	case q.Number != nil:
		v.Number = p.numberWords(q)
	case q.P != nil:
		v.Figure = p.oddsFigure(i)
		v.When = p.whenWords(q)
	}
	return v
}

// class is the k-th reference class of a question.
func (p *page) class(q *outlook.Question, k int) classView {
	r := &q.References[k]
	return classView{
		Label: classLabel(r, k), Name: upper(isolate(r.Name)), Odds: reckon.Odds(r.P).String(),
		Counted: counted(r) + ", 90% interval " + oddsSpan(r.Range),
		Marks:   p.marks(r.Cites, "Reference class of "+quote(titleOr(q.Ask, q.Name))),
	}
}

func classLabel(r *outlook.Reference, k int) string {
	if r.Own {
		return "This case’s own record"
	}
	return fmt.Sprintf("Reference class %d", k+1)
}

// counted writes "3 of 15" or "18 in 88 years".
func counted(r *outlook.Reference) string {
	if r.Years > 0 {
		return fmt.Sprintf("%d in %s years", r.Hits, number(r.Years))
	}
	return fmt.Sprintf("%d of %d", r.Hits, r.Of)
}

// whenWords says when something happens in the runs in which it does.
func (p *page) whenWords(q *outlook.Question) string {
	t := q.First
	if t == nil || t.Q50 == 0 {
		return ""
	}
	seen := 0.0
	for _, r := range q.ByReading {
		seen += r.P * float64(p.Outlook.Runs)
	}
	if len(q.ByReading) > 0 && math.Round(seen) < fewestSeen {
		return "It happens in too few runs to say when."
	}
	if t.Q05 == t.Q95 {
		return "In the runs where it happens, it nearly always first does by " + longDate(t.Q50) + "."
	}
	return fmt.Sprintf("In the runs where it happens, half see it first by %s, nine in ten between %s and %s.", longDate(t.Q50), longDate(t.Q05), longDate(t.Q95))
}

// numberWords writes the quantiles of an answer that is a number.
func (p *page) numberWords(q *outlook.Question) string {
	n := q.Number
	return fmt.Sprintf("The middle of the runs gives %s; half of them lie between %s and %s, nine in ten between %s and %s.", numberIn(n.Q50, p.unitOf(q)), numberIn(n.Q25, ""), numberIn(n.Q75, ""), numberIn(n.Q05, ""), numberIn(n.Q95, ""))
}

// numberIn writes a quantile with its unit; nil is infinity.
func numberIn(x *float64, unit string) string {
	if x == nil {
		return "never"
	}
	return withUnit(*x, unit)
}

// unitOf is the unit of an answer that is a measure at the end, or "".
func (p *page) unitOf(q *outlook.Question) string {
	_, stated := p.question(q.Name)
	if stated == nil {
		return ""
	}
	e := &stated.When
	if e.Op == "call" && e.Name == "at_end" && len(e.Args) == 1 {
		e = &e.Args[0]
	}
	if e.Op != "measure" {
		return ""
	}
	if k := p.Case.Measure(e.Name); k >= 0 {
		return p.Case.Measures[k].Unit
	}
	return ""
}

// glance lists all questions with their odds.
func (p *page) glance() *grid {
	g := grid{Caption: "The questions at a glance", Fixed: true, Head: []string{"Question", "Closes", "Pooled", "Readings, from and to", "Reference classes"}}
	if len(p.Outlook.Readings) < 2 {
		g.Head = slices.Delete(g.Head, 3, 4)
	}
	for i := range p.Outlook.Questions {
		q := &p.Outlook.Questions[i]
		closes := ""
		if _, stated := p.question(q.Name); stated != nil {
			_, day := stated.Window()
			closes = longDate(day)
		}
		r := row{Cells: []cell{{Text: p.ask(q), Reason: fmt.Sprintf("#forecast-%d", i+1)}}}
		r.Cells = append(r.Cells, cells(closes, p.pooledWords(q))...)
		if len(p.Outlook.Readings) > 1 {
			r.Cells = append(r.Cells, cells(spreadWords(q))...)
		}
		r.Cells = append(r.Cells, cells(classesWords(q))...)
		g.Rows = append(g.Rows, r)
	}
	if len(g.Rows) < 2 {
		return nil // the one question follows at once
	}
	return &g
}

func (p *page) pooledWords(q *outlook.Question) string {
	switch {
	case q.P != nil:
		return reckon.Odds(*q.P).String()
	case q.Number != nil && q.Number.Q50 != nil:
		return fmt.Sprintf("a number: %s in the middle, nine in ten between %s and %s", numberIn(q.Number.Q50, p.unitOf(q)), numberIn(q.Number.Q05, ""), numberIn(q.Number.Q95, ""))
	}
	return "not answered"
}

func spreadWords(q *outlook.Question) string {
	if q.Spread == nil {
		return "–"
	}
	low, high := reckon.Odds(q.Spread[0]).String(), reckon.Odds(q.Spread[1]).String()
	if low == high {
		return "all " + low
	}
	return low + " to " + high
}

// classesWords is how often the like has come about, by the reference classes.
func classesWords(q *outlook.Question) string {
	var words []string
	for k := range q.References {
		words = append(words, counted(&q.References[k]))
	}
	return cmp.Or(list(words), "none stated")
}

// scenario says what is changed, and who says so.
func (p *page) scenario(c *outlook.Contrast) scenarioView {
	v := scenarioView{Title: titleOr(c.Title, c.Name), Changes: c.Says}
	for i := range p.Case.Scenarios {
		if s := &p.Case.Scenarios[i]; s.Name == c.Name {
			v.Says, v.Marks = s.Says, p.marks(s.Cites, "Scenario "+quote(v.Title))
		}
	}
	return v
}

// mostSignals is how many observations the table of what to watch names.
const mostSignals = 8

// signalGrid is what would tell the readings apart in the next weeks.
func (p *page) signalGrid() *grid {
	if len(p.Signals) == 0 {
		return nil
	}
	g := grid{Caption: "To be seen by " + longDate(p.Signals[0].By) + ", what tells most first", Fixed: true, Head: []string{"Watch for"}}
	for _, s := range p.Outlook.Readings {
		g.Head = append(g.Head, "Odds by "+quote(titleOr(s.Title, s.Name)))
	}
	g.Head = append(g.Head, "Weights if it is seen", "Weights if not", "Bits")
	for _, s := range p.Signals[:min(mostSignals, len(p.Signals))] {
		r := row{Cells: cells(quote(titleOr(s.Title, s.Name)) + " " + s.What)}
		for _, x := range s.P {
			r.Cells = append(r.Cells, cells(reckon.Odds(x).String())...)
		}
		seen, all := 0.0, float64(p.ContrastRuns*len(s.P))
		for _, x := range s.P {
			seen += x * float64(p.ContrastRuns)
		}
		r.Cells = append(r.Cells, numbers(weightWords(s.IfSeen, seen), weightWords(s.IfNot, all-seen), fmt.Sprintf("%.3f", s.Bits))...)
		g.Rows = append(g.Rows, r)
	}
	g.Note = "Weights stand in the order of the readings. A bit would settle an even choice between two readings; nought tells nothing."
	return &g
}

// fewestSeen is how many runs it takes to say anything of those in which something
// happens.
const fewestSeen = 30

// weightWords writes weights that so many runs are behind.
func weightWords(w []float64, runs float64) string {
	if math.Round(runs) < fewestSeen {
		return "too few runs"
	}
	return shares(w)
}

// shares writes weights in a row; what a few hundred runs show is never nought.
func shares(w []float64) string {
	words := make([]string, len(w))
	for i, x := range w {
		words[i] = oddsSpan([2]float64{x, x})
	}
	return strings.Join(words, " · ")
}
