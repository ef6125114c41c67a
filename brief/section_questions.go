package brief

import "fmt"

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
			ID: fmt.Sprintf("question-%d", i+1), Ask: titleOr(q.Ask, q.Name), Closes: q.Closes,
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
