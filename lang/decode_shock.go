package lang

import "reckon"

// shock reads something that happens by chance.
func (l *loader) shock(f fields) {
	if f.label == "" || !l.declare("shock", f.label, f.named) {
		return
	}
	l.cause(f.label, f.named)
	s := reckon.Shock{
		Name: f.label, Title: f.title(f.label), Per: f.word("per"), Once: f.yesNo("once", false),
		Moves: f.moves("moves"), Cites: f.cites(), At: f.at,
	}
	switch {
	case f.has("rate") == f.has("chance"):
		l.add(rateOrChance(f.at, f.label, f.has("rate")))
	case f.has("rate") != f.has("per"):
		l.add(rateAndPer(f.at, f.label, f.has("rate")))
	}
	rate, rateText := f.formula("rate")
	chance, chanceText := f.formula("chance")
	s.Rate, s.Chance, s.Text = rate, chance, rateText+chanceText
	if f.has("rate") && f.has("chance") {
		s.Chance, s.Text = reckon.Expr{}, rateText
	}
	s.When, _ = f.statement("when", placeNow)
	first := map[string]reckon.Range{}
	for _, g := range f.within("effect") {
		if at, taken := first[g.label]; taken {
			l.add(duplicateName(g.named, "effect on", g.label, at))
			continue
		}
		first[g.label] = g.named
		if e, ok := l.effect(g); ok {
			s.Effects = append(s.Effects, e)
		}
	}
	l.c.Shocks = append(l.c.Shocks, s)
}

// effect reads what a shock does to one measure.
func (l *loader) effect(f fields) (reckon.Effect, bool) {
	e := reckon.Effect{Measure: f.label, At: f.at}
	e.To, e.Text = f.formula("to")
	switch m := l.measure(f.label); {
	case l.names[f.label].kind == "parameter":
		l.add(effectOnParameter(f.named, f.label))
		return e, false
	case m == nil:
		l.add(unknownMeasure(f.named, f.label, nearest(f.label, l.namesOf("measure")), l.namesOf("measure")))
		return e, false
	case m.Arena != "":
		l.add(effectOnWritten(f.named, f.label, m.Arena))
		return e, false
	case m.Is.Op != "":
		l.add(effectOnWorkedOut(f.named, f.label, m.Text))
		return e, false
	}
	return e, e.To.Op != ""
}
