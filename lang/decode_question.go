package lang

import "reckon"

// question reads a question that will be settled.
func (l *loader) question(f fields) {
	if f.label == "" || !l.declare("question", f.label, f.named) {
		return
	}
	q := reckon.Question{
		Name: f.label, Ask: f.text("ask"), At: f.at,
		YesIf: f.text("yes_if"), NoIf: f.text("no_if"), VoidIf: f.text("void_if"),
		DecidedBy: f.texts("decided_by"),
	}
	opens, opensAt := f.date("opens")
	closes, closingDay := f.moment("closes")
	q.Opens, q.Closes = opens, closes
	if opens != 0 && closes != "" && closingDay < opens {
		l.add(datesReversed(opensAt, "closes", closingDay, "opens", opens))
	}
	q.When, q.Text = f.statement("when", placeQuestion)
	l.c.Questions = append(l.c.Questions, q)
}
