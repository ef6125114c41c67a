package brief

import (
	"fmt"
	"time"
)

// questionsView lists the questions of the case, without forecasts.
type questionsView struct {
	Questions []questionView
}

type questionView struct {
	ID, Ask, When      string
	Opens, Closes      string
	Yes, No, Void      string
	DecidedBy          []string
	Outcome, Condition string
}

func (p *page) questionsView() *questionsView {
	v := &questionsView{}
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
