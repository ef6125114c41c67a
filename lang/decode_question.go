package lang

import (
	"math"

	"reckon"
)

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
	q.When, q.Text = f.either("when", placeQuestion)
	q.Classes = l.classes(f)
	l.c.Questions = append(l.c.Questions, q)
}

// classes reads the reference classes of a question.
func (l *loader) classes(f fields) []reckon.ReferenceClass {
	var list []reckon.ReferenceClass
	first := map[string]reckon.Range{}
	for _, g := range f.within("reference") {
		if at, taken := first[g.label]; taken {
			l.add(duplicateName(g.named, "reference class", g.label, at))
			continue
		}
		first[g.label] = g.named
		if r, ok := l.class(g); ok {
			list = append(list, r)
		}
	}
	return list
}

// class reads one reference class; false when its numbers are of no use.
func (l *loader) class(f fields) (reckon.ReferenceClass, bool) {
	r := reckon.ReferenceClass{Name: f.label, Cites: f.cites(), At: f.at}
	hits, fine := f.counted("hits", 0)
	of, also := f.counted("of", 1)
	r.Hits, r.Of = hits, of
	years, at := f.number("years", 1)
	switch {
	case f.has("of") == f.has("years"):
		l.add(ofOrYears(f.at, f.has("of")))
		return r, false
	case f.has("years") && !(years > 0 && years < math.MaxInt32):
		l.add(wrongCount(at, "years"))
		return r, false
	case f.has("years"):
		r.Years = years
	case fine && also && hits > of:
		l.add(hitsAboveAll(place(f.attrs["hits"].Expr.Range()), hits, of))
		return r, false
	}
	return r, fine && also && f.has("hits")
}

// counted reads a whole number that is at least so much; 0 when absent or wrong.
func (f fields) counted(name string, least int) (int, bool) {
	e := f.value(name)
	if e == nil {
		return 0, true
	}
	n, ok := f.l.whole(e)
	if !ok || n < least || n > math.MaxInt32 {
		f.l.add(wrongCount(place(e.Range()), name))
		return 0, false
	}
	return n, true
}
