package outlook

import (
	"errors"
	"math"
	"slices"

	"reckon"
	"reckon/experiment"
	"reckon/sim"
)

// Pool reads the outlook off one tally a reading. All tallies hold the same runs, of
// asked that were asked for.
func (e *Ensemble) Pool(tallies []*sim.Tally, asked int, seed uint64) (*Outlook, error) {
	if len(tallies) == 0 {
		return nil, errors.New("no runs were made")
	}
	for _, t := range tallies {
		if t == nil || t.Runs() == 0 || t.Runs() != tallies[0].Runs() {
			return nil, errors.New("there are not as many runs of every reading, so nothing can be pooled")
		}
	}
	first := tallies[0]
	dates := first.Dates()
	o := &Outlook{
		Case: e.Case.Name, Title: e.Case.Title, From: dates[0], Until: dates[len(dates)-1], Step: e.Case.Step,
		Runs: first.Runs(), Asked: asked, Seed: seed, Scenario: Describe(e.Case, &e.scenario),
		Weights: e.Basis, Readings: e.Readings, Questions: []Question{},
		Measures: map[string]Series{}, Options: map[string]course{},
	}
	for q := range e.Case.Questions {
		o.Questions = append(o.Questions, e.question(tallies, q))
	}
	for k, name := range first.Measures() {
		if s, moves := e.series(tallies, k); moves {
			o.Measures[name] = s
		}
	}
	for k, name := range first.Options() {
		o.Options[name] = e.course(tallies, k)
	}
	return o, nil
}

// question pools the answers to one question.
func (e *Ensemble) question(tallies []*sim.Tally, q int) Question {
	stated := &e.Case.Questions[q]
	_, closes := stated.Window()
	out := Question{Name: stated.Name, Ask: stated.Ask, Closes: closes, References: references(e.Case, stated, tallies[0].Dates()[0])}
	counts := make([]sim.Question, len(tallies))
	for i, t := range tallies {
		counts[i] = t.Questions()[q]
	}
	if out.Covered = counts[0].Covered; !out.Covered {
		out.Why = uncovered(e.Case, stated, tallies[0].Dates())
		return out
	}
	out.Opened = counts[0].Opened
	if counts[0].Number {
		out.Number = e.numbers(tallies, q)
		return out
	}
	w, p := e.weights(), make([]float64, len(tallies))
	for i := range counts {
		p[i] = float64(counts[i].Yes) / float64(counts[i].Runs)
		n := counts[i].Runs
		out.ByReading = append(out.ByReading, odds{Reading: e.Readings[i].Name, P: p[i], StdErr: errorOf([]float64{1}, p[i:i+1], n)})
	}
	all, off := pooled(w, p), errorOf(w, p, counts[0].Runs)
	near := experiment.Proportion{Hits: int(math.Round(all * float64(counts[0].Runs))), Of: counts[0].Runs}.Wilson()
	out.Range = &[2]float64{near.Low, near.High}
	out.P, out.StdErr, out.Word = &all, &off, reckon.Odds(all).String()
	out.Spread = &[2]float64{slices.Min(p), slices.Max(p)}
	out.First = e.timing(tallies, counts)
	out.Given = e.given(tallies, q, all)
	return out
}

// uncovered says why runs do not answer a question.
func uncovered(c *reckon.Case, q *reckon.Question, dates []reckon.Date) string {
	opens, closes := q.Window()
	switch {
	case q.When.Op == "":
		return "it has no `when`, so no run can answer it"
	case closes > dates[len(dates)-1].After(c.Step, 1)-1:
		return "it closes on " + closes.String() + ", after the runs end on " + dates[len(dates)-1].String()
	case closes <= dates[0]:
		return "it closed on " + closes.String() + ", before the runs start"
	}
	for _, name := range q.When.Measures() {
		if math.IsNaN(c.MeasuresOn(dates[0])(name)) {
			return "it reads " + name + ", which is unknown"
		}
	}
	return "no step of the runs falls between " + opens.String() + " and " + closes.String()
}

// told are the quantiles that are told of what is a number.
var told = []float64{0.05, 0.25, 0.5, 0.75, 0.95}

// numbers are the quantiles of a question that asks for a number.
func (e *Ensemble) numbers(tallies []*sim.Tally, q int) *quantiles {
	mixture := sim.Mixture{Tallies: tallies, Weights: e.weights()}
	x := mixture.Numbers(q, told...)
	at := func(k int) *float64 {
		if math.IsInf(x[k], 0) || math.IsNaN(x[k]) {
			return nil
		}
		return &x[k]
	}
	return &quantiles{at(0), at(1), at(2), at(3), at(4)}
}

// timing pools when something first happens, over the runs in which it does.
func (e *Ensemble) timing(tallies []*sim.Tally, counts []sim.Question) *timing {
	if counts[0].First == nil {
		return nil
	}
	dates, w := tallies[0].Dates(), e.weights()
	by := make([]float64, len(dates)) // odds that it has happened by this step
	t := &timing{}
	for i := range counts {
		t.Never += w[i] * float64(counts[i].Never) / float64(counts[i].Runs)
		so := 0
		for k, n := range counts[i].First {
			so += n
			by[k] += w[i] * float64(so) / float64(counts[i].Runs)
		}
	}
	happens := by[len(by)-1]
	if happens == 0 {
		return t
	}
	day := func(q float64) reckon.Date {
		return dates[slices.IndexFunc(by, func(p float64) bool { return p >= q*happens*(1-1e-12) })]
	}
	t.Q05, t.Q50, t.Q95 = day(0.05), day(0.5), day(0.95)
	return t
}

// given sets a question beside every other that is answered by yes or no.
func (e *Ensemble) given(tallies []*sim.Tally, q int, p float64) []pair {
	var all []pair
	for o, other := range tallies[0].Questions() {
		if o == q || !other.Covered || other.Number {
			continue
		}
		both, yes := 0.0, 0.0
		for i, t := range tallies {
			n := float64(t.Questions()[q].Runs)
			both += e.Readings[i].Weight * float64(t.Both(q, o)) / n
			yes += e.Readings[i].Weight * float64(t.Questions()[o].Yes) / n
		}
		one := pair{Other: other.Name, Both: both}
		if yes > 0 {
			x := both / yes
			one.IfYes = &x
		}
		if yes < 1 {
			x := (p - both) / (1 - yes)
			one.IfNo = &x
		}
		all = append(all, one)
	}
	return all
}

// series pools a measure; false when it is the same number in every run and step,
// or unknown.
func (e *Ensemble) series(tallies []*sim.Tally, measure int) (Series, bool) {
	m := &e.Case.Measures[measure]
	s := Series{Title: m.Title, Unit: m.Unit, Date: tallies[0].Dates()}
	if s.Unit == "1" { // which says that it has none
		s.Unit = ""
	}
	moves := false
	mixture := sim.Mixture{Tallies: tallies, Weights: e.weights()}
	for k := range s.Date {
		x := mixture.Quantiles(measure, k, told...)
		s.Q05, s.Q25, s.Q50 = append(s.Q05, x[0]), append(s.Q25, x[1]), append(s.Q50, x[2])
		s.Q75, s.Q95 = append(s.Q75, x[3]), append(s.Q95, x[4])
		moves = moves || s.Q05[k] != s.Q50[0] || s.Q95[k] != s.Q50[0]
	}
	return s, moves && !math.IsNaN(s.Q50[0])
}

// course pools the share of runs in which an option is on.
func (e *Ensemble) course(tallies []*sim.Tally, option int) course {
	c := course{Title: e.Case.Options[option].Title, Date: tallies[0].Dates()}
	for k := range c.Date {
		on := 0.0
		for i, t := range tallies {
			on += e.Readings[i].Weight * float64(t.On(option, k)) / float64(t.Runs())
		}
		c.On = append(c.On, on)
	}
	return c
}
