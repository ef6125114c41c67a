package brief

import "fmt"

// outcomesView is what would have to be true of the subject for an outcome to last.
type outcomesView struct {
	Absent   string
	Subject  string
	Outcomes []outcomeView
}

type outcomeView struct {
	ID, Ask string
	Away    string // how the outcome differs from today
	From    string // link to the question it comes from
	Mine    bool
	Flips   []flipView
}

type flipView struct {
	Reading, Href string
	Now           string
	Changes       []string
	More          int
	None          string
}

// mostChanges is how many single changes are told before the rest is counted.
const mostChanges = 4

func (p *page) outcomesView() *outcomesView {
	v := &outcomesView{Subject: p.subjectName()}
	if len(p.Outcomes) == 0 {
		v.Absent = "Left for later: no question of this case names an outcome that its options alone can describe, and the subject has no option of its own to ask about."
		return v
	}
	for i, o := range p.Outcomes {
		view := outcomeView{ID: fmt.Sprintf("outcome-%d", i+1), Ask: upper(o.Ask), Mine: o.Mine, Away: upper(p.awayWords(o))}
		for k, q := range p.Case.Questions {
			if q.Name == o.Question && o.Question != "" {
				view.From = fmt.Sprintf("#question-%d", k+1)
			}
		}
		for _, f := range o.Flips {
			view.Flips = append(view.Flips, p.flipView(o, f))
		}
		v.Outcomes = append(v.Outcomes, view)
	}
	return v
}

func (p *page) awayWords(o Outcome) string {
	if o.State == p.Today {
		return "it is so today."
	}
	var words []string
	for k := range p.Case.Options {
		switch {
		case o.State.Has(k) && !p.Today.Has(k):
			words = append(words, quote(short(p.option(k)))+" on")
		case p.Today.Has(k) && !o.State.Has(k):
			words = append(words, quote(short(p.option(k)))+" off")
		}
	}
	return "tried on today’s state with " + list(words) + "."
}

func (p *page) flipView(o Outcome, f Flip) flipView {
	v := flipView{Reading: upper(p.readingName(f.Reading)), Href: fmt.Sprintf("#reading-%d", f.Reading+1)}
	switch {
	case f.Stable && f.Best:
		v.Now = "Already stable for " + p.subjectName() + ", and the best move today leads there."
	case f.Stable && o.Mine:
		v.Now = "Stable for " + p.subjectName() + " once there, though the best move today leads elsewhere."
	case f.Stable:
		v.Now = "Already stable for " + p.subjectName() + " once there."
	default:
		v.Now = "Not stable for " + p.subjectName() + " as things are."
	}
	if f.Stable && (f.Best || !o.Mine) {
		return v
	}
	for i, c := range f.Changes {
		if i == mostChanges {
			v.More = len(f.Changes) - i
			break
		}
		v.Changes = append(v.Changes, c.What+effect(o, f, c))
	}
	if v.Changes == nil {
		v.None = fmt.Sprintf("None of the %s tried does it (removing a want, moving one up a place, making a belief certain or giving it up).", count(f.Tried, "single change", "single changes"))
	}
	return v
}

// effect says what a change does that does not hold already.
func effect(o Outcome, f Flip, c Change) string {
	stable, best := c.Stable && !f.Stable, c.Best && !f.Best && o.Mine
	switch {
	case stable && best:
		return " (then stable, and the best move)"
	case best:
		return " (then the best move)"
	}
	return " (then stable)"
}
