package brief

import (
	"fmt"
	"time"
)

// questionsView lists the questions of the case and how each is settled. Their odds,
// if there are any, stand in the outlook alone.
type questionsView struct {
	Note      string
	Questions []questionView
}

type questionView struct {
	ID, Ask, When      string
	Opens, Closes      string
	Yes, No, Void      string
	DecidedBy          []string
	Outcome, Condition string
	Forecast           string // link to the odds
}

func (p *page) questionsView() *questionsView {
	v := &questionsView{Note: "The case was not run forward for this page, so it gives no odds for dated questions."}
	if p.Outlook != nil {
		v.Note = "Their terms as they were written down beforehand; the odds stand under what comes next."
	}
	for i, q := range p.Case.Questions {
		view := questionView{
			ID: fmt.Sprintf("question-%d", i+1), Ask: titleOr(q.Ask, q.Name), Closes: closing(q.Closes),
			Yes: q.YesIf, No: q.NoIf, Void: q.VoidIf, DecidedBy: q.DecidedBy, Condition: q.Text,
		}
		if q.Opens != 0 {
			view.Opens = longDate(q.Opens)
		}
		for k, o := range p.Outcomes {
			if o.Question == q.Name {
				view.Outcome = fmt.Sprintf("#outcome-%d", k+1)
			}
		}
		if p.Outlook != nil {
			for k := range p.Outlook.Questions {
				if p.Outlook.Questions[k].Name == q.Name {
					view.Forecast = fmt.Sprintf("#forecast-%d", k+1)
				}
			}
		}
		v.Questions = append(v.Questions, view)
	}
	return v
}

// closing writes a closing time as the other dates are written, in UTC; text
// that is no time stays as it is.
func closing(s string) string {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return s
	}
	return t.UTC().Format("2 January 2006, 15:04 UTC")
}
