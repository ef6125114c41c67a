package brief

import (
	"fmt"
	"slices"
	"strings"

	"reckon"
	"reckon/trial"
)

// trialView is the trial: scores, the choices in time, and the weights.
type trialView struct {
	Absent  string
	Finding string // its first sentence
	Rest    string // and what follows it
	Later   string
	Method  string
	Scores  grid
	Retro   *grid
	Fitted  *grid
	Basis   *grid
	Lanes   *figure
	Weights *figure
	Stages  *grid
}

func (p *page) trialView() *trialView {
	t := p.Trial
	switch {
	case t == nil && len(p.Case.Readings) == 0:
		return &trialView{Absent: "No trial: the case holds no reading to put to the test."}
	case t == nil || len(t.Choices) == 0:
		return &trialView{Absent: "No trial: the record holds no choice to test a reading on. Nothing here has been checked against what was done."}
	}
	v := &trialView{Finding: firstSentence(t.Finding), Rest: strings.TrimPrefix(t.Finding, firstSentence(t.Finding)), Scores: p.scoreGrid(), Lanes: p.lanesFigure(), Weights: p.weightsFigure(), Stages: stageGrid(t)}
	if t.Later > 0 {
		v.Later = fmt.Sprintf("%s dated after the as-of date of %s. Only the trial reads them, with what the bottom line and the key judgements report of it; no forecast here does.", upper(count(t.Later, "scored choice is", "scored choices are")), p.asOf())
	}
	v.Method = fmt.Sprintf("A reading is tested only on choices dated after it. Intervals hold 90%% of %d bootstrap draws over choices (seed %d). A reading that does not tell the alternatives apart is silent there: that costs coverage, not score.", t.Draws, t.Seed)
	v.Retro, v.Fitted, v.Basis = p.retroGrid(), fittedGrid(t), basisGrid(t)
	return v
}

// scores lists readings, then rivals.
func (p *page) scores() []trial.Score { return slices.Concat(p.Trial.Readings, p.Trial.Rivals) }

func (p *page) scoreGrid() grid {
	g := grid{Caption: "Scores of the readings and of rivals that know nothing", Fixed: true, Head: []string{
		"Who", "Choices", "Covered", "Log score", "90% interval", "Coin toss", "Brier", "90% interval", "Prior", "Weight", "90% interval",
	}}
	for i, s := range p.scores() {
		r := row{Cells: cells(titleOr(s.Title, s.Name))}
		rival := i >= len(p.Trial.Readings)
		if rival {
			r.Class = "rival-row"
		} else if k := p.readingIndex(s.Name); k >= 0 {
			r.Cells[0].Links = nil
			r.Cells[0].Reason = fmt.Sprintf("#reading-%d", k+1)
		}
		r.Cells = append(r.Cells, numbers(fmt.Sprint(s.Choices), coverage(s))...)
		r.Cells = append(r.Cells, scoreCells(s)...)
		if rival {
			r.Cells = append(r.Cells, numbers("–", "–", "–")...)
		} else {
			r.Cells = append(r.Cells, numbers(share(s.Prior), share(s.Posterior), span(s.Interval))...)
		}
		g.Rows = append(g.Rows, r)
	}
	return g
}

func coverage(s trial.Score) string {
	if s.Choices == 0 {
		return "0"
	}
	return fmt.Sprintf("%d (%s)", s.Covered, share(float64(s.Covered)/float64(s.Choices)))
}

// scoreCells writes the scores with their intervals, or that nothing is known.
func scoreCells(s trial.Score) []cell {
	if !s.Known {
		return numbers("unknown", "–", "–", "unknown", "–")
	}
	out := numbers(decimal(s.LogScore), scoreSpan(s, s.LogRange), decimal(s.Uniform), decimal(s.Brier), scoreSpan(s, s.BrierSpan))
	out[0].Reason, out[3].Reason = "#trial-method", "#trial-method"
	return out
}

// scoreSpan writes the interval of a score; a single choice has none.
func scoreSpan(s trial.Score, x [2]float64) string {
	if s.Covered < 2 {
		return "–"
	}
	return decimal(x[0]) + " to " + decimal(x[1])
}

func span(x [2]float64) string { return share(x[0]) + " to " + share(x[1]) }

func (p *page) readingIndex(name string) int {
	return slices.IndexFunc(p.Readings, func(r Reading) bool { return r.Of != nil && r.Of.Name == name })
}

// retroGrid keeps what the author knew apart from what he could not know.
func (p *page) retroGrid() *grid {
	g := grid{Caption: "Retrodiction: choices before each reading", Fixed: true, Head: []string{"Reading", "Choices", "Covered", "Log score", "90% interval", "Coin toss", "Brier", "90% interval"}}
	for _, s := range p.Trial.Readings {
		if s.Retro == nil || s.Retro.Choices == 0 {
			continue
		}
		r := row{Class: "retro", Cells: cells(titleOr(s.Title, s.Name))}
		r.Cells = append(r.Cells, numbers(fmt.Sprint(s.Retro.Choices), coverage(*s.Retro))...)
		g.Rows = append(g.Rows, row{Class: r.Class, Cells: append(r.Cells, scoreCells(*s.Retro)...)})
	}
	return orNil(g)
}

func fittedGrid(t *trial.Report) *grid {
	g := grid{Caption: "With precision fitted on choices before the reading’s own date", Fixed: true, Head: []string{"Reading", "Fitted precision", "Fitted on", "Log score as stated", "Log score fitted", "Brier fitted"}}
	for _, s := range t.Readings {
		if s.Fitted == nil {
			continue
		}
		r := row{Cells: cells(titleOr(s.Title, s.Name))}
		r.Cells = append(r.Cells, numbers(oneDecimal(s.Fitted.Precision), count(s.Fitted.Choices, "choice", "choices"), scoreOr(s), decimal(s.Fitted.LogScore), decimal(s.Fitted.Brier))...)
		g.Rows = append(g.Rows, r)
	}
	return orNil(g)
}

func scoreOr(s trial.Score) string {
	if !s.Known {
		return "unknown"
	}
	return decimal(s.LogScore)
}

func basisGrid(t *trial.Report) *grid {
	g := grid{Caption: "By how we know that it was the subject’s choice", Fixed: true, Head: []string{"Reading", "Basis", "Choices", "Covered", "Log score", "Brier"}}
	for _, s := range t.Readings {
		for _, part := range s.ByBasis {
			log, brier := "unknown", "unknown"
			if part.Covered > 0 {
				log, brier = decimal(part.LogScore), decimal(part.Brier)
			}
			r := row{Cells: cells(titleOr(s.Title, s.Name), part.Basis)}
			g.Rows = append(g.Rows, row{Cells: append(r.Cells, numbers(fmt.Sprint(part.Choices), fmt.Sprint(part.Covered), log, brier)...)})
		}
	}
	return orNil(g)
}

func stageGrid(t *trial.Report) *grid {
	g := grid{Caption: "The comparison as each reading joined", Fixed: true, Head: []string{"Choices after", "Choices", "Weights, with 90% intervals", "Told apart?"}}
	for _, s := range t.Stages {
		if len(t.Readings) < 2 {
			break // nothing to compare
		}
		var words []string
		for i, name := range s.Readings {
			if len(s.Readings) < 2 { // its weight among itself says nothing
				words = append(words, titleIn(t, name))
				break
			}
			words = append(words, fmt.Sprintf("%s %s (%s)", titleIn(t, name), share(s.Posterior[i]), span(s.Interval[i])))
		}
		told := "yes"
		switch {
		case len(s.Readings) < 2:
			told = "one reading only"
		case s.Choices == 0:
			told = "no shared choice"
		case s.Overlap:
			told = "too few to tell"
		}
		g.Rows = append(g.Rows, row{Cells: cells(longDate(s.After), fmt.Sprint(s.Choices), list(words), told)})
	}
	return orNil(g)
}

// titleIn is the title of a reading named in a report.
func titleIn(t *trial.Report, name string) string {
	for _, s := range t.Readings {
		if s.Name == name {
			return titleOr(s.Title, name)
		}
	}
	return name
}

func orNil(g grid) *grid {
	if g.Rows == nil {
		return nil
	}
	return &g
}

// weightsFigure shows prior, posterior and interval of each reading's weight.
func (p *page) weightsFigure() *figure {
	t := p.Trial
	if len(t.Readings) < 2 {
		return nil
	}
	f := &figure{ID: "figure-weights", W: 720, Title: p.weightsTitle(), Desc: "One row for each reading: a filled mark for its weight after the trial, a bar for the 90 per cent interval, a small upright line for the weight before it."}
	f.Table = grid{Caption: "Weights of the readings", Head: []string{"Reading", "Before the trial", "After the trial", "90% interval"}, Fixed: true}
	const left, right, top, step = 240.0, 690.0, 34.0, 34.0
	at := func(v float64) float64 { return left + (right-left)*v }
	y := top
	for i, s := range t.Readings {
		y += step
		k := max(p.readingIndex(s.Name), 0)
		name := titleOr(s.Title, s.Name)
		f.Shapes = append(f.Shapes, label(left-14, y+4, "end", "row-label", clip(name, 34)),
			line(at(s.Interval[0]), y, at(s.Interval[1]), y, fmt.Sprintf("whisker r%d", k%6)),
			line(at(s.Prior), y-9, at(s.Prior), y+9, "prior"))
		m := markAt(k, at(s.Posterior), y, 7, false)
		m.Text = name + ": " + share(s.Posterior)
		f.Shapes = append(f.Shapes, m)
		f.Table.Rows = append(f.Table.Rows, row{ID: fmt.Sprintf("weight-%d", i+1), Cells: append(cells(name), numbers(share(s.Prior), share(s.Posterior), span(s.Interval))...)})
	}
	f.H = y + 28
	f.Shapes = append(percentAxis(left, right, top, y+16), f.Shapes...)
	f.Note = "Weights rest on the choices that test every reading. They weigh the readings against each other, not against the truth: all may be wrong."
	return f
}

func (p *page) weightsTitle() string {
	best, n := p.bestFit()
	switch {
	case best < 0:
		return "No choice tests every reading yet, so the weights are those from before the trial"
	case p.overlap():
		return fmt.Sprintf("On %s the readings’ weights overlap: too few to tell", count(n, "shared choice", "shared choices"))
	}
	return fmt.Sprintf("%s carries the most weight on %s", quote(titleOr(p.Trial.Readings[best].Title, p.Trial.Readings[best].Name)), count(n, "shared choice", "shared choices"))
}

// sourceLink is a link to a source's entry by its short name.
func (p *page) sourceLink(key string) mark2 {
	for i := range p.Case.Sources {
		if s := &p.Case.Sources[i]; s.Key == key {
			return mark2{fmt.Sprintf("#source-%d", i+1), sourceName(s)}
		}
	}
	return mark2{"#sources", key}
}

// sourceNumber is a link to a source's entry by its number, for narrow columns.
func (p *page) sourceNumber(key string) mark2 {
	l := p.sourceLink(key)
	if n, ok := strings.CutPrefix(l.Href, "#source-"); ok {
		l.Text = "S" + n
	}
	return l
}

// sourceName is author or publisher and year, as in "Reuters 2026".
func sourceName(s *reckon.Source) string {
	name := titleOr(s.Author, titleOr(s.Publisher, titleOr(s.Title, s.Key)))
	name = clip(name, 40)
	if s.Date != 0 {
		return fmt.Sprintf("%s %d", isolate(name), s.Date.Time().Year())
	}
	return isolate(name)
}
